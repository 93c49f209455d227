import type { ProgressView } from '../../../shared/competition/progress-view.ts'
import type { ReviewView, View } from '../../../shared/competition/view.ts'
import { sittingOn } from '../needs.ts'

/** A date that is nearer than this is close enough to say who is not there yet, in milliseconds. */
export const nearMs = 2 * 24 * 60 * 60_000

/** Whether the panel waits for what a seat has still to do, and staff may therefore ask how far it is. */
export function isWaitedFor(review: ReviewView, person: ProgressView): boolean {
  if (review.closed || review.lock || !sittingOn(review).includes(person)) return false
  return !isDone(review, person)
}

/** Whether a seat has done what its review's step asks for: said ready before the reveal, signed after it. */
export function isDone({ revealed }: ReviewView, { ready, signed, late }: ProgressView): boolean {
  return revealed && (ready || !late) ? signed : ready
}

/**
 * The seats of a review that are behind: their own time, else the competition's date, has passed or comes within two days. Without
 * any date it is those for whom more than half of their panel waits.
 */
export function behindOn(
  review: ReviewView,
  dates: View['competition']['dates'],
  now: number,
): readonly ProgressView[] {
  const sitting = sittingOn(review)
  const done = sitting.filter((person) => isDone(review, person)).length
  const asked = review.revealed ? 'sign' : 'ready'
  const moments = (dates?.dates ?? []).filter(({ remind }) => remind === asked).map(({ at }) => at)
  const common = moments.length === 0 ? null : Math.min(...moments)
  return sitting
    .filter((person) => isWaitedFor(review, person))
    .filter(({ until }) => {
      const due = until ?? common
      return due === null ? 2 * done > sitting.length : due - now < nearMs
    })
}
