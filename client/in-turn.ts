import type { ReviewView } from '../shared/competition/view.ts'

/** A sample first, then reviews in the order in which their panel takes them; those without one, which one has not certified for, stay where they are listed. */
export function inTurn(reviews: readonly ReviewView[]): readonly ReviewView[] {
  const listed = new Map(reviews.map(({ id }, at) => [id, at + 1]))
  const placeOf = ({ id, tier, turn }: ReviewView): number =>
    tier === 0 ? 0 : (turn?.place ?? listed.get(id) ?? 0)
  return reviews.toSorted((left, right) => placeOf(left) - placeOf(right))
}
