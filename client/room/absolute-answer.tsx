import { useRef } from 'react'
import type { AbsoluteView } from '../../shared/competition/absolute-view.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import type { Answer } from '../../shared/form/form-record.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { metWord } from './absolute-words.ts'
import { useAnswerDraft } from './ballot-draft.ts'
import { Refused } from './refused.tsx'
import type { RoomColumn } from './room-columns.ts'
import { useCommand } from './use-command.ts'
import './absolute-answer.css'

interface AbsoluteAnswerProps {
  readonly review: ReviewView
  readonly absolute: AbsoluteView
  /** One's own signed column; null for who has none. */
  readonly column: RoomColumn | null
}

/** After the close: each confirms or changes what they signed on an absolute priority, and everybody sees how many have. */
export function AbsoluteAnswer({ review, absolute, column }: AbsoluteAnswerProps) {
  const { answered, of, mine, priority } = absolute
  const answers = mine !== null && column !== null && !column.excused
  return (
    <section className="absolute-answer" aria-label="After the close">
      <p>
        <strong>
          {answered} of {of} have answered since the close.
        </strong>{' '}
        The selecting official reads the answers with their reasons, by seat number and without names.
      </p>
      {answers &&
        (review.lock ? (
          <Ended mine={mine} />
        ) : (
          <Confirm
            review={review.id}
            priority={priority}
            mine={mine}
            signed={column.record.determinations[priority]?.answer ?? null}
          />
        ))}
    </section>
  )
}

type Mine = NonNullable<AbsoluteView['mine']>

function Ended({ mine }: { mine: Mine }) {
  return (
    <p className="second">
      {mine.at === null ? (
        <>You did not answer before the lock. Your signed form counts: {metWord(mine.answer)}.</>
      ) : (
        <>
          You answered <strong>{metWord(mine.answer)}</strong>, <ClockTime at={mine.at} />.
        </>
      )}
    </p>
  )
}

interface ConfirmProps {
  readonly review: string
  readonly priority: string
  readonly mine: Mine
  /** What one's signed form says. */
  readonly signed: Answer | null
}

function Confirm({ review, priority, mine, signed }: ConfirmProps) {
  const { pending, refused, run } = useCommand()
  const { draft, change, sealed } = useAnswerDraft(`${review} ${priority}`, {
    answer: mine.answer,
    reasons: mine.reasons ?? '',
  })
  const fields = useRef<HTMLDivElement>(null)
  const { answer, reasons } = draft
  const changes = answer !== null && answer !== signed
  const lacks = answer === null ? 'choose one' : changes && reasons.trim() === '' ? 'reasons needed' : null
  const same = mine.at !== null && answer === mine.answer && reasons.trim() === (mine.reasons ?? '')

  async function give(given: Answer): Promise<void> {
    if (!(await run({ kind: 'absolute.answer', review, priority, answer: given, reasons }))) return
    sealed()
    announce(`You answered: ${metWord(given)}.`)
  }

  function press(): void {
    if (answer === null) fields.current?.querySelector('input')?.focus()
    else if (lacks !== null) fields.current?.querySelector('textarea')?.focus()
    else void give(answer)
  }

  return (
    <div className="absolute-answer-own" ref={fields}>
      <p className="second">
        {signed === null
          ? 'Your signed form has no answer. Give one with your reasons.'
          : `You signed ${metWord(signed)}. Confirm it or change it; a change needs your reasons.`}
      </p>
      <Choice<Answer>
        label="Is the absolute priority met?"
        across
        value={answer}
        onChange={(chosen) => change({ answer: chosen })}
        options={[
          { value: 'yes', label: 'Met', hint: hint('yes', signed) },
          { value: 'no', label: 'Not met', hint: hint('no', signed) },
        ]}
      />
      <TextArea
        label={changes ? 'Your reasons for the change' : 'Your reasons, if you add any'}
        defaultValue={reasons}
        most={limits.textLength}
        rows={3}
        onInput={(event) => change({ reasons: event.currentTarget.value })}
      />
      {same ? (
        <p className="absolute-answer-given">
          <Icon name="check" size="small" /> <strong>You answered: {metWord(answer)}</strong>,{' '}
          <ClockTime at={mine.at ?? 0} />. You can change it until the lock or the official’s decision.
        </p>
      ) : (
        <div>
          <Button kind={lacks === null ? 'primary' : 'cannotYet'} pending={pending} onClick={press}>
            {changes ? 'Change to' : 'Confirm'} {lacks ?? metWord(answer)}
          </Button>
        </div>
      )}
      <Refused sentence={refused} />
    </div>
  )
}

function hint(answer: Answer, signed: Answer | null): string | undefined {
  if (signed === null) return undefined
  return answer === signed ? 'confirms your form' : 'changes your form'
}
