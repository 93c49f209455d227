import { isRecused, type Conflict, type Review, type Seat } from './state.ts'

/** The review with another answer about a conflict. */
export function withConflict(review: Review, person: string, conflict: Conflict): Review {
  const changed = { ...review, conflicts: { ...review.conflicts, [person]: conflict } }
  // A column that leaves or returns after the reveal changes what the others signed for: they sign again.
  const touchesColumn =
    isRecused(review, person) !== isRecused(changed, person) &&
    review.seats.some((seat) => seat.person === person)
  if (!touchesColumn) return changed
  return review.revealed ? unsigned(changed) : changed
}

/** The review with one seat changed. */
export function withSeat(review: Review, number: number, change: (seat: Seat) => Partial<Seat>): Review {
  return {
    ...review,
    seats: review.seats.map((seat) => (seat.number === number ? { ...seat, ...change(seat) } : seat)),
  }
}

/** The review as if nobody had voted. */
export function withoutBallots(review: Review): Review {
  return { ...review, seats: review.seats.map((seat) => ({ ...seat, ballot: null })) }
}

/** A seat of which nothing has been heard yet. */
export function emptySeat(number: number, person: string): Seat {
  return {
    number,
    person,
    excused: null,
    attested: null,
    scores: {},
    signed: null,
    ballot: null,
    notCounted: [],
    late: false,
    replacedBy: null,
    nudgedAt: null,
    until: null,
    returned: null,
    askedAnew: null,
    openedAt: null,
  }
}

/** Everybody signs again: what they signed for has changed, and so may what was said of it after the close. */
export function unsigned(review: Review): Review {
  return {
    ...review,
    closed: null,
    lockAsked: null,
    absolute: {},
    seats: review.seats.map((seat) => ({ ...seat, signed: null })),
  }
}
