import type { ProgressView } from '../../shared/competition/progress-view.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { Icon } from '../ui/icon.tsx'
import { conflictWords } from './conflict-words.ts'
import { RowsDone } from './rows-done.tsx'
import './seat-status.css'

/** How far one person is with a review, in the one word that matters most. */
export function SeatStatus({ person, review }: { person: ProgressView; review: ReviewView }) {
  const { seat, conflict, excused, ready, signed, rows, late, replacedBy } = person
  // From the lock on nobody waits for an answer any more.
  if (conflict === 'unsure' && !review.lock) {
    return (
      <span className="seat-status" data-waits>
        <Icon name="warning" size="small" />
        {conflictWords[conflict]}
      </span>
    )
  }
  if (replacedBy !== null) return <span className="seat-status">Replaced</span>
  if (conflict === 'recused') return <span className="seat-status">{conflictWords[conflict]}</span>
  if (excused) return <span className="seat-status">Excused</span>
  if (seat === null || conflict === 'open')
    return <span className="seat-status">{conflictWords[conflict]}</span>
  // Who came after the reveal scores first, and signs like the others then.
  if (review.revealed && (ready || !late))
    return signed ? <Done>Signed</Done> : <span className="seat-status">Not signed</span>
  if (ready) return <Done>Ready</Done>
  return (
    <span className="seat-status">
      <RowsDone rubric={review.rubric} rows={rows} word />
    </span>
  )
}

function Done({ children }: { children: string }) {
  return (
    <span className="seat-status" data-done>
      <Icon name="check" size="small" />
      {children}
    </span>
  )
}
