import { emptySeat, unsigned, withoutBallots, withSeat } from './evolve-review.ts'
import type { JournalEvent } from './event.ts'
import type { seatEvents } from './event-discussion.ts'
import { sittingSeats, type Absolute, type Review } from './state.ts'

export type SeatEvent = Extract<JournalEvent, { kind: keyof typeof seatEvents }>

/** A review after what happened to a seat, to its panel as a whole, or after the scores. */
export function reviewAfterSeatEvent(review: Review, event: SeatEvent): Review {
  const { at, by } = event
  switch (event.kind) {
    case 'form.opened':
      return withSeat(review, event.data.seat, () => ({ openedAt: at }))
    case 'form.returned': {
      const { reason } = event.data
      return withSeat(review, event.data.seat, ({ attested }) => ({
        attested: null,
        scores: {},
        openedAt: null,
        returned: attested && { at, by, reason, record: attested.record },
      }))
    }
    case 'seat.nudged':
      return withSeat(review, event.data.seat, () => ({ nudgedAt: at }))
    case 'seat.extended':
      return withSeat(review, event.data.seat, () => ({ until: event.data.until }))
    case 'seat.replaced':
      return replaced(review, event)
    case 'panel.wentOn':
      return { ...review, wentOn: { at, seats: sittingSeats(review).length } }
    case 'vote.reopened': {
      const { reason } = event.data
      const open = { ...withoutBallots(review), vote: { status: 'open', at, order: [] } } as const
      return { ...unsigned(open), reopened: { at, reason } }
    }
    case 'absolute.answered': {
      const { priority, seat, answer, reasons } = event.data
      const { answers, decided } = absoluteOf(review, priority)
      const next = { answers: { ...answers, [seat]: { at, answer, reasons } }, decided }
      return { ...review, absolute: { ...review.absolute, [priority]: next } }
    }
    case 'absolute.decided': {
      const { priority, outcome, reasons } = event.data
      const { answers } = absoluteOf(review, priority)
      const next = { answers, decided: { at, by, outcome, reasons } }
      return { ...review, absolute: { ...review.absolute, [priority]: next } }
    }
    case 'tier.opened':
      return { ...review, outcomeOpened: { ...review.outcomeOpened, [by]: at } }
  }
}

/** What has been said of an absolute priority so far. */
export function absoluteOf(review: Review, priority: string): Absolute {
  return review.absolute[priority] ?? { answers: {}, decided: null }
}

/**
 * Whoever was replaced is out like somebody recused: their column leaves mean and vote and stays in the record. After the reveal
 * the others sign again, and the new seat scores blind first.
 */
function replaced(review: Review, { at, data }: Extract<SeatEvent, { kind: 'seat.replaced' }>): Review {
  const before = review.seats.find(({ number }) => number === data.seat)
  const joined = { ...emptySeat(data.by, data.person), late: review.revealed !== null }
  const changed: Review = {
    ...withSeat(review, data.seat, () => ({ replacedBy: data.by })),
    conflicts: {
      ...review.conflicts,
      ...(before && { [before.person]: { status: 'recused', at, reason: data.reason } }),
      [data.person]: { status: 'open' },
    },
  }
  const seats = [...changed.seats, joined]
  // With another seat it is another panel: should it become small again, staff decide again.
  const grown = { ...changed, seats, wentOn: null }
  return review.revealed ? unsigned(grown) : grown
}
