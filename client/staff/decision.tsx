import { useId } from 'react'
import type { ProgressView } from '../../shared/competition/progress-view.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { inCompetition, inSentence } from './in-sentence.ts'
import { ReasonField, useReason } from './reason-field.tsx'
import { SeatMark } from './seat-mark.tsx'
import './decision.css'

interface DecisionProps {
  readonly review: ReviewView
  readonly person: ProgressView
  /** This part is about to go: the focus needs another place. */
  readonly onDecided: () => void
}

/** An answer of "not sure", with what the person wrote, for staff to decide on. */
export function Decision({ review, person, onDecided }: DecisionProps) {
  const { applicant } = review.application
  const { label, called, seat, reason } = person
  const name = inSentence(person)
  const heading = useId()
  const written = useReason()
  const { pending, refused, run } = useCommand()

  async function decide(outcome: 'cleared' | 'recused'): Promise<void> {
    const given = written.take()
    if (given === null) return
    const decision = { kind: 'conflict.decide', review: review.id, person: person.person } as const
    if (!(await run({ ...decision, outcome, reason: given }))) return
    announce(
      outcome === 'cleared' ? `${label} may open ${applicant}.` : `${label} is recused from ${applicant}.`,
    )
    onDecided()
  }

  return (
    <section className="decision" aria-labelledby={heading}>
      <h2 id={heading} className="decision-title">
        <SeatMark seat={seat} />
        {label} is not sure
      </h2>
      {called !== null && <p className="second">{inCompetition(called)}</p>}
      {reason ? (
        <blockquote className="decision-words">{reason}</blockquote>
      ) : (
        <p className="second">They wrote nothing to it.</p>
      )}
      <p className="decision-follows">
        {applicant} stays shut for them until you decide. Recused, it disappears from their pages; you can
        undo that.
      </p>
      <ReasonField reason={written} />
      <Refused sentence={refused} />
      <div className="decision-answers">
        <Button pending={pending} onClick={() => void decide('cleared')}>
          Clear {name}
        </Button>
        <Button kind="removing" pending={pending} onClick={() => void decide('recused')}>
          Recuse {name}
        </Button>
      </div>
    </section>
  )
}
