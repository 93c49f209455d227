import { findRow, type Rubric } from '../rubric/rubric.ts'
import { refuse, type Refusal } from './refusal.ts'
import { seesReveal, type Review, type Seat } from './state.ts'

/**
 * Why a panel does not talk about an application: its scores are not revealed, or it is closed. Null while it may. A seat that
 * scores blind after the reveal is told no more than before it.
 */
export function inDiscussion(review: Review, seat?: Seat): Refusal | null {
  if (!seesReveal(review, seat)) return refuse('out-of-turn', 'The scores are not revealed yet.')
  return review.closed ? refuse('out-of-turn', 'The review is closed.') : null
}

/** Whether something can be talked about: a row, or a priority. */
export function isTopic(rubric: Rubric, id: string): boolean {
  return findRow(rubric, id) !== undefined || rubric.priorities.some((priority) => priority.id === id)
}

/** The minutes that the agenda gives to a row; null where it is not on it. */
export function minutesOf({ discussion }: Review, row: string): number | null {
  return discussion.agenda?.items.find((item) => item.row === row)?.minutes ?? null
}
