import { useRef, useState } from 'react'
import type { AbsoluteView } from '../../shared/competition/absolute-view.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import type { Answer } from '../../shared/form/form-record.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { metWord } from '../room/absolute-words.ts'
import { useAnswerDraft } from '../room/ballot-draft.ts'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'

interface DecideFormProps {
  readonly review: ReviewView
  readonly absolute: AbsoluteView
}

/** The decision in writing: met or not met, with reasons; asked once more, since it cannot be taken back. */
export function DecideForm({ review, absolute }: DecideFormProps) {
  const { applicant } = review.application
  const { priority } = absolute
  const { pending, refused, run } = useCommand()
  const [asking, setAsking] = useState(false)
  const fields = useRef<HTMLElement>(null)
  const { draft, change, sealed } = useAnswerDraft(`${review.id} ${priority}`, { answer: null, reasons: '' })
  const { answer, reasons } = draft
  const lacks = answer === null ? 'choose met or not met' : reasons.trim() === '' ? 'reasons needed' : null

  async function decide(given: Answer): Promise<void> {
    const outcome = given === 'yes' ? 'met' : 'notMet'
    const decision = { kind: 'absolute.decide', review: review.id, priority, outcome, reasons } as const
    if (!(await run(decision))) return
    sealed()
    announce(`Decided: ${metWord(given)}.`)
    setAsking(false)
  }

  function press(): void {
    if (answer === null) fields.current?.querySelector('input')?.focus()
    else if (lacks !== null) fields.current?.querySelector('textarea')?.focus()
    else setAsking(true)
  }

  return (
    <section className="decide-form" aria-labelledby="your-decision" ref={fields}>
      <h2 className="t-heading" id="your-decision">
        Your decision
      </h2>
      <Choice<Answer>
        label={`${applicant} and the absolute priority`}
        hiddenLabel
        across
        value={answer}
        onChange={(chosen) => change({ answer: chosen })}
        options={[
          { value: 'yes', label: 'Met', hint: 'The application stays in.' },
          { value: 'no', label: 'Not met', hint: 'The application is out.' },
        ]}
      />
      <TextArea
        label="Your reasons, for the record"
        defaultValue={reasons}
        most={limits.textLength}
        rows={5}
        onInput={(event) => change({ reasons: event.currentTarget.value })}
      />
      <div>
        <Button kind={lacks === null ? 'primary' : 'cannotYet'} onClick={press}>
          Decide: {lacks ?? metWord(answer)}
        </Button>
      </div>
      <Refused sentence={asking ? null : refused} />
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        grave
        title={`Decide that the absolute priority is ${answer === 'yes' ? 'met' : 'not met'}?`}
        answers={
          <>
            <Button onClick={() => setAsking(false)}>Not yet</Button>
            <Button
              kind={answer === 'yes' ? 'primary' : 'removing'}
              pending={pending}
              onClick={() => answer && void decide(answer)}
            >
              Decide: {metWord(answer)}
            </Button>
          </>
        }
      >
        <p>
          {answer === 'yes'
            ? `${applicant} stays in the competition.`
            : `${applicant} is out of the competition, whatever its points are.`}{' '}
          The decision goes into the record with your reasons. It cannot be taken back here.
        </p>
        <Refused sentence={refused} />
      </Dialog>
    </section>
  )
}
