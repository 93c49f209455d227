import type { Rubric } from '../rubric/rubric.ts'
import { isOutside } from './outside.ts'
import type { Person } from './setup.ts'
import { isCertified, sittingSeats, type Competition, type Review } from './state.ts'
import { stemStanding } from './stem.ts'

/** The steps of a review, in order, in the interface's words. */
export const steps = ['conflicts', 'score', 'reveal', 'discuss', 'vote', 'final', 'locked'] as const

export type Step = (typeof steps)[number]

/**
 * The step that a review is at, as one person may know it: until they have certified, that is all there is for them. For staff,
 * who answer no question about conflicts, it is at that step until the first reviewer has certified.
 */
export function stepOf(
  { rules }: Pick<Competition, 'rules'>,
  review: Review,
  rubric: Rubric,
  person: Pick<Person, 'id' | 'role'>,
): Step {
  if (!isOutside(person) && !isCertified(review, person.id)) return 'conflicts'
  if (review.lock.status !== 'open') return 'locked'
  const own = review.seats.find((seat) => seat.person === person.id)
  // Who came after the reveal scores blind first, and is told of nothing that came before them.
  if (own?.late && !own.attested) return 'score'
  if (review.closed || review.seats.some((seat) => seat.signed)) return 'final'
  if (review.revealed) {
    const stem = stemStanding(review, rubric, rules).status
    if (stem === 'voting') return 'vote'
    return stem === 'voted' ? 'final' : 'discuss'
  }
  if (!review.seats.some((seat) => isCertified(review, seat.person))) return 'conflicts'
  const sitting = sittingSeats(review)
  return sitting.length > 0 && sitting.every((seat) => seat.attested) ? 'reveal' : 'score'
}
