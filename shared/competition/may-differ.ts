import { mayKnow, seatOfPerson } from './access.ts'
import type { Person } from './setup.ts'
import type { Competition } from './state.ts'

/**
 * Whether a person's view of one state may be another than their view of an earlier one, as far as the journal goes: looked at by which
 * parts are still the same object, since a state keeps what an event has not changed. Never false where a view is another.
 */
export function mayDiffer(before: Competition, after: Competition, person: Person): boolean {
  const whole = [
    'id',
    'title',
    'rubric',
    'people',
    'panels',
    'applications',
    'questions',
    'rules',
    'orders',
    'setUp',
  ] as const
  if (whole.some((part) => before[part] !== after[part])) return true
  if (before.reviews.length !== after.reviews.length) return true
  return after.reviews.some((review, at) => {
    const was = before.reviews[at]
    if (was === review) return false
    // Staff are told of the tier as a whole, also where they know nothing of the review.
    if (person.role === 'staff') return true
    // Who is recused is still told how much of their own is kept.
    return (
      !was || mayKnow(was, person) || mayKnow(review, person) || seatOfPerson(review, person.id) !== undefined
    )
  })
}
