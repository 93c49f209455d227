import { votedPriority, type Rubric } from '../../../shared/rubric/rubric.ts'
import type { VoteResult } from '../../../shared/competition/vote-view.ts'
import { reviewEffects, type ReviewEffects, type SignedReview } from '../../../shared/statistics/effects.ts'
import type { RoomColumn } from '../../room/room-columns.ts'

interface Live {
  readonly review: string
  readonly rubric: Rubric
  readonly columns: readonly RoomColumn[]
  /** Of the voted priority; null while it is not settled, and its points are then in no total. */
  readonly result: VoteResult | null
}

/** What the outcome would hang on with the scores of this moment, against a fixed line; null where nobody counts. Excused seats do not. */
export function liveEffects({ review, rubric, columns, result }: Live, line: number): ReviewEffects | null {
  const seats = columns
    .filter(({ excused }) => !excused)
    .map(({ seat, record }) => ({ seat, scores: record.scores }))
  return reviewEffects(rubric, { review, seats, vote: voteOf(rubric, result) }, line)
}

function voteOf(rubric: Rubric, result: VoteResult | null): SignedReview['vote'] {
  const priority = votedPriority(rubric)
  if (!priority || !result) return null
  const { yes, needed, awarded, answers } = result
  const no = answers.filter(({ answer }) => answer === 'no').length
  return { outcome: { seats: answers.length, yes, no, needed, awarded }, points: priority.points }
}

/** Points of the all-or-nothing priority that are in no total because nothing is decided on it; 0 once that is, or where there is none. */
export function openPoints(rubric: Rubric, result: VoteResult | null): number {
  return result ? 0 : (votedPriority(rubric)?.points ?? 0)
}
