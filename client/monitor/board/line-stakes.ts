import { rowsOf, votedPriority, type Rubric } from '../../../shared/rubric/rubric.ts'
import type { ReviewView } from '../../../shared/competition/view.ts'
import { reviewEffects, type ReviewEffects } from '../../../shared/statistics/effects.ts'
import type { RoomColumn } from '../../room/room-columns.ts'

/** What the disagreement of a room means for the line, from its scores as they are now; null where no column counts. */
export function roomEffects(
  rubric: Rubric,
  { id, vote }: Pick<ReviewView, 'id' | 'vote'>,
  columns: readonly RoomColumn[],
  line: number,
): ReviewEffects | null {
  const seats = columns
    .filter(({ excused }) => !excused)
    .map(({ seat, record }) => ({ seat, scores: record.scores }))
  return reviewEffects(rowsOf(rubric), { review: id, seats, vote: decided(rubric, vote) }, line)
}

/** What the panel has decided on its all-or-nothing priority; null while it has not. */
function decided(rubric: Rubric, vote: ReviewView['vote']): Parameters<typeof reviewEffects>[1]['vote'] {
  const priority = votedPriority(rubric)
  if (!priority || !vote?.result) return null
  const { yes, needed, awarded, points, answers } = vote.result
  const no = answers.filter(({ answer }) => answer === 'no').length
  return { outcome: { seats: vote.seats, yes, no, needed, awarded }, points }
}
