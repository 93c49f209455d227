import { isOpened } from '../../shared/competition/opened.ts'
import { isCertified, sittingSeats, type Competition, type Review } from '../../shared/competition/state.ts'
import { owedKinds, type Owed } from '../../shared/protocol/people-page.ts'

/**
 * What a person has still to do. It follows from their own answers, forms and signatures alone, so that a reminder tells nothing of
 * anybody else.
 */
export function owedBy(state: Competition, person: string): readonly Owed[] {
  return owedKinds.filter((owed) => owes[owed](state, person))
}

const owes: { readonly [owed in Owed]: (state: Competition, person: string) => boolean } = {
  certify: (state, person) =>
    state.applications.some(({ id }) => !isOpened(state, id) && !state.setUp.declarations[id]?.[person]) ||
    state.reviews.some((review) => isOpen(review) && review.conflicts[person]?.status === 'open'),
  ready: (state, person) =>
    state.reviews.some(
      (review) =>
        isOpen(review) &&
        isCertified(review, person) &&
        ownSeats(review, person).some(({ attested, late }) => !attested && (late || !review.revealed)),
    ),
  sign: (state, person) =>
    state.reviews.some(
      (review) =>
        isOpen(review) &&
        review.revealed !== null &&
        review.closed === null &&
        ownSeats(review, person).some(
          ({ attested, late, signed }) => !signed && (!late || attested !== null),
        ),
    ),
}

function isOpen({ lock }: Review): boolean {
  return lock.status === 'open'
}

function ownSeats(review: Review, person: string) {
  return sittingSeats(review).filter((seat) => seat.person === person && seat.replacedBy === null)
}
