import type { ProgressView } from '../../../shared/competition/progress-view.ts'
import type { ReviewView } from '../../../shared/competition/view.ts'
import { useRubric } from '../../live/read.ts'
import { isDone } from './behind.ts'
import './seat-ticks.css'

type TickIs = 'done' | 'working' | 'asked' | 'uncertified' | 'left'

/**
 * A bar for each seat, as high as its share of rows with points: filled with ink once it has done what the step asks, dashed before it has
 * certified, a dash where it left. A dot under it where a page is open. Counts, and no points.
 */
export function SeatTicks({ review }: { review: ReviewView }) {
  const rubric = useRubric(review.rubric)
  const rows = rubric.is === 'read' ? rubric.value.totals.rows : null
  const seats = (review.progress ?? []).filter(({ seat, replacedBy }) => seat !== null && replacedBy === null)
  if (seats.length === 0) return <span className="seat-ticks" />
  const here = seats.filter(({ online }) => online).length
  const done = seats.reduce((sum, seat) => sum + seat.rows, 0)
  return (
    <span className="seat-ticks">
      {seats.map((seat) => (
        <span
          key={seat.seat}
          className="seat-tick"
          data-is={tickOf(review, seat)}
          data-here={seat.online || undefined}
          style={{ '--done': rows ? seat.rows / rows : 0 }}
          aria-hidden
        />
      ))}
      <span className="visually-hidden">
        {done}
        {rows !== null && ` of ${rows * seats.length}`} rows with points, {here} of {seats.length} here
      </span>
    </span>
  )
}

function tickOf(review: ReviewView, person: ProgressView): TickIs {
  const { conflict, excused } = person
  if (conflict === 'recused' || excused) return 'left'
  if (conflict === 'unsure') return 'asked'
  if (conflict === 'open') return 'uncertified'
  return isDone(review, person) ? 'done' : 'working'
}
