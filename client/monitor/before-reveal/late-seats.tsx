import type { ReviewView } from '../../../shared/competition/view.ts'
import { useRubric } from '../../live/read.ts'
import { ReviewerMark } from '../../ui/reviewer-mark.tsx'
import { AskHowFar } from './seat-acts.tsx'

/** Seats that came after the reveal and score blind first: how far each is. Draws nothing where there are none. */
export function LateSeats({ review }: { review: ReviewView }) {
  const rubric = useRubric(review.rubric)
  const scoring = (review.progress ?? []).filter(
    ({ late, ready, conflict, excused }) => late && !ready && conflict !== 'recused' && !excused,
  )
  if (scoring.length === 0 || review.closed) return null
  return (
    <section className="live-controls-part" aria-labelledby="late-seats">
      <h2 className="t-subheading" id="late-seats">
        Scores blind first
      </h2>
      <p className="second">
        Their column opens when they are ready. Until then they see nothing of this room, and the review waits
        to be closed.
      </p>
      {scoring.map((person) => (
        <div key={person.person} className="live-controls-person">
          {person.seat !== null && <ReviewerMark number={person.seat} />}
          <span>{person.label}</span>
          <span className="live-controls-status">
            {person.conflict === 'open' || person.conflict === 'unsure'
              ? 'not certified yet'
              : `${person.rows}${rubric.is === 'read' ? ` of ${rubric.value.totals.rows}` : ''} rows`}
          </span>
          {person.seat !== null && (person.conflict === 'certified' || person.conflict === 'cleared') && (
            <AskHowFar review={review} person={person} seat={person.seat} />
          )}
        </div>
      ))}
    </section>
  )
}
