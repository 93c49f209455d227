import type { ReviewView } from '../../shared/competition/view.ts'
import { sittingOn } from './needs.ts'

/** How many of those who count have done what the step asks for: "3 of 5 ready", then "2 of 5 signed". */
export function handedOn(review: ReviewView): string {
  const { revealed, ready } = review
  if (!revealed) return ready ? `${ready.count} of ${ready.of} ready` : ''
  const sitting = sittingOn(review)
  return `${sitting.filter(({ signed }) => signed).length} of ${sitting.length} signed`
}
