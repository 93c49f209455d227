import { useEffect, useId, useRef, useState } from 'react'
import type { AskedApplication } from '../../shared/competition/certify-page.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { Dated } from '../reviewer/dated.tsx'
import { Link } from '../ui/link.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { AnswerChoice } from './answer-choice.tsx'
import { answersTo, type Mark } from './marks.ts'
import { Parties } from './parties.tsx'

interface AskedItemProps {
  readonly application: AskedApplication
  readonly mark: Mark | null
  /** It was sent without saying what staff should know. */
  readonly lacks: boolean
  readonly onMark: (mark: Mark | null) => void
}

/** One application: who has a part in it, what one answered, and what one can answer now. */
export function AskedItem({ application, mark, lacks, onMark }: AskedItemProps) {
  const { applicant, home, involved, status, at } = application
  const [changing, setChanging] = useState(false)
  const reason = useRef<HTMLTextAreaElement>(null)
  const choices = useRef<HTMLDivElement>(null)
  const title = useId()
  const answers = answersTo(application)
  const chooses = answers.length > 0 && (status === 'open' || changing || mark !== null)

  useEffect(() => {
    if (lacks) reason.current?.focus()
  }, [lacks])
  // Whoever pressed "Change" goes on with what has come in its place.
  useEffect(() => {
    if (changing) choices.current?.querySelector('input')?.focus()
  }, [changing])
  useEffect(() => setChanging(false), [status])

  return (
    <li className="asked" aria-labelledby={title} data-marked={mark?.answer}>
      <div className="asked-who">
        <h2 className="t-subheading" id={title}>
          {applicant}
          {home !== null && home !== applicant && <span className="asked-home"> {home}</span>}
        </h2>
        <Parties involved={involved} />
      </div>
      <div className="asked-answer" ref={choices}>
        {status !== 'open' && (
          <p className="asked-standing">
            <strong>{standing[status]}</strong>
            {at !== null && (
              <>
                , <Dated at={at} />
              </>
            )}
            {status === 'unsure' && '. It stays shut to you until they decide.'}
            {status === 'recused' && '. Only staff can undo this.'}{' '}
            {answers.length > 0 && !chooses && (
              <Link onClick={() => setChanging(true)} aria-label={`Change your answer for ${applicant}`}>
                Change
              </Link>
            )}
          </p>
        )}
        {chooses && (
          <AnswerChoice
            label={`Your answer for ${applicant}`}
            answers={answers}
            value={mark?.answer ?? null}
            onChange={(answer) => onMark({ answer, reason: mark?.reason ?? '' })}
            onClear={() => {
              onMark(null)
              setChanging(false)
            }}
          />
        )}
        {mark && mark.answer !== 'certified' && (
          <TextArea
            ref={reason}
            label={mark.answer === 'unsure' ? 'What staff should know' : 'Your reason, for staff'}
            most={limits.reasonLength}
            rows={2}
            defaultValue={mark.reason}
            invalid={lacks ? 'Say what it is about, so that staff can decide.' : undefined}
            onInput={({ currentTarget }) => onMark({ answer: mark.answer, reason: currentTarget.value })}
          />
        )}
      </div>
    </li>
  )
}

const standing: Readonly<Record<Exclude<AskedApplication['status'], 'open'>, string>> = {
  certified: 'You certified',
  cleared: 'Staff cleared you',
  unsure: 'Staff have your question',
  recused: 'You are recused',
}
