import { useEffect, useId, useRef, useState } from 'react'
import type { QuestionView } from '../../shared/competition/question-view.ts'
import type { View } from '../../shared/competition/view.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { itemInSentence } from '../reviewer/field-words.ts'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'
import { Icon } from '../ui/icon.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { namedIn } from './named-in.ts'
import './answer-form.css'

interface AnswerFormProps {
  readonly view: View
  readonly question: QuestionView
  readonly onBegun: (begun: boolean) => void
  readonly onDone: () => void
}

const list = new Intl.ListFormat('en-US')

/** An answer as every panel will read it, with the question in words that name nobody. */
export function AnswerForm({ view, question, onBegun, onDone }: AnswerFormProps) {
  const { id, review, row, text, answer } = question
  const asked = useRef<HTMLTextAreaElement>(null)
  const answered = useRef<HTMLTextAreaElement>(null)
  const [missing, setMissing] = useState<'asked' | 'answer' | null>(null)
  const [names, setNames] = useState(() => namedIn(`${answer?.asked ?? text}\n${answer?.answer ?? ''}`, view))
  const warning = useId()
  const { pending, refused, run } = useCommand()
  const item = itemInSentence(row)
  useEffect(() => asked.current?.focus(), [])

  async function sendIt(): Promise<void> {
    const words = asked.current?.value.trim() ?? ''
    const given = answered.current?.value.trim() ?? ''
    const lacks = words === '' ? 'asked' : given === '' ? 'answer' : null
    setMissing(lacks)
    if (lacks === 'asked') asked.current?.focus()
    if (lacks === 'answer') answered.current?.focus()
    if (lacks !== null) return
    if (!(await run({ kind: 'question.answer', review, question: id, asked: words, answer: given }))) return
    announce(`Your answer stands at ${item} in every panel.`)
    onDone()
  }

  function typed(): void {
    setMissing(null)
    setNames(namedIn(`${asked.current?.value ?? ''}\n${answered.current?.value ?? ''}`, view))
    onBegun(true)
  }

  return (
    <div className="answer-form">
      <TextArea
        ref={asked}
        label="The question, as all may read it"
        most={limits.reasonLength}
        rows={3}
        defaultValue={answer?.asked ?? text}
        foot="Take out what names a person or an application."
        invalid={missing === 'asked' ? 'Write the question. An answer alone is hard to read.' : undefined}
        onInput={typed}
      />
      <TextArea
        ref={answered}
        label="Your answer"
        most={limits.reasonLength}
        rows={3}
        defaultValue={answer?.answer ?? ''}
        invalid={missing === 'answer' ? 'Write the answer.' : undefined}
        onInput={typed}
      />
      <div role="status">
        {names.length > 0 && (
          <FieldSentence id={warning} kind="warning">
            {`This names ${list.format(names)}. Every panel would read it.`}
          </FieldSentence>
        )}
      </div>
      <p className="answer-form-who">
        <Icon name="eye" size="small" />
        All panels read this at {item}, naming nobody.
        {answer && ' It stands in the place of the answer before.'}
      </p>
      <Refused sentence={refused} />
      <div className="answer-form-answers">
        <Button kind="primary" pending={pending} onClick={() => void sendIt()}>
          Send to all panels
        </Button>
        <Button kind="quiet" onClick={onDone}>
          Not now
        </Button>
      </div>
    </div>
  )
}
