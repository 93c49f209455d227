import { useEffect, useRef, useState } from 'react'
import type { QuestionView } from '../../shared/competition/question-view.ts'
import type { View } from '../../shared/competition/view.ts'
import { findRow } from '../../shared/rubric/rubric.ts'
import { useRubric } from '../live/read.ts'
import { Dated } from '../reviewer/dated.tsx'
import { itemInSentence } from '../reviewer/field-words.ts'
import { Button } from '../ui/button.tsx'
import { AnswerForm } from './answer-form.tsx'
import './question.css'

interface QuestionProps {
  readonly view: View
  readonly question: QuestionView
  /** Whether an answer is being written. */
  readonly onBegun: (begun: boolean) => void
}

/** A question with who asked it where, and its answer: the one that stands, and the one that is being written. */
export function Question({ view, question, onBegun }: QuestionProps) {
  const { review, row, applicant, by, text, at, answer } = question
  const rubric = view.reviews.find(({ id }) => id === review)?.rubric ?? view.competition.rubric
  const [writing, setWriting] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const closed = useRef(false)
  // The form is gone and the focus with it.
  useEffect(() => {
    if (writing || !closed.current) return
    closed.current = false
    opener.current?.focus()
  }, [writing])

  function close(): void {
    closed.current = true
    setWriting(false)
    onBegun(false)
  }

  return (
    <article className="question" aria-label={`${itemInSentence(row)}, ${applicant}, ${by}`}>
      <header className="question-head">
        <h3 className="question-row">{itemInSentence(row)}</h3>
        <RowTitle row={row} rubric={rubric} />
        <p className="question-who">
          {applicant} · {by}
          <br />
          <Dated at={at} />
        </p>
      </header>
      <p className="question-text">{text}</p>
      <div className="question-answer">
        {answer && (
          <div className="question-given">
            <p className="question-given-at">
              Answered <Dated at={answer.at} />
            </p>
            {answer.asked !== text && (
              <p className="question-asked">
                <span className="question-label">All read: </span>
                {answer.asked}
              </p>
            )}
            <p className="question-words">{answer.answer}</p>
          </div>
        )}
        {writing ? (
          <AnswerForm view={view} question={question} onBegun={onBegun} onDone={close} />
        ) : (
          <Button
            ref={opener}
            size="small"
            aria-label={`${answer ? 'Answer again' : 'Answer'}: ${itemInSentence(row)}, ${applicant}, ${by}`}
            onClick={() => setWriting(true)}
          >
            {answer ? 'Answer again' : 'Answer'}
          </Button>
        )}
      </div>
    </article>
  )
}

function RowTitle({ row, rubric: name }: { row: string; rubric: string }) {
  const rubric = useRubric(name)
  if (rubric.is !== 'read') return null
  const priority = rubric.value.priorities.find(({ id }) => id === row)
  return <p className="question-title">{findRow(rubric.value, row)?.short ?? priority?.title}</p>
}
