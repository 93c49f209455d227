import type { CaseOf } from './decide.ts'
import type { NewEvent } from './event.ts'
import { refuse, type Refusal } from './refusal.ts'
import { keepsRubric } from './opened.ts'
import { rulesOf } from './rules.ts'
import {
  isRecused,
  seesReveal,
  sittingSeats,
  standingOf,
  type Competition,
  type Review,
  type Seat,
} from './state.ts'

type Outcome = readonly NewEvent[] | Refusal

/** Opens an attested form for the panel's monitor before the reveal, where the competition lets them prepare. */
export function openForm({ state, review, command }: CaseOf<'form.open'>): Outcome {
  if (!rulesOf(state.rules).monitorReadsAttested)
    return refuse('not-yours', 'In this competition nobody reads a form before the reveal.')
  if (review.revealed) return refuse('out-of-turn', 'The scores are revealed: read them in the panel room.')
  const seat = sitting(review, command.seat)
  if ('refused' in seat) return seat
  if (!seat.attested) return refuse('out-of-turn', 'That form is not ready, so it cannot be opened.')
  return [{ kind: 'form.opened', data: { review: review.id, seat: seat.number } }]
}

/** Returns an attested form for better comments. It opens again for its reviewer; what was attested is kept. */
export function returnForm({ state, review, command, keep }: CaseOf<'form.return'>): Outcome {
  if (keepsRubric(state, review) && !review.revealed)
    return refuse(
      'out-of-turn',
      'The spread of the sample is open to everybody. Its forms stay as they were given.',
    )
  if (review.revealed)
    return refuse('out-of-turn', 'The scores are revealed. Talk about it in the panel room.')
  const seat = sitting(review, command.seat)
  if ('refused' in seat) return seat
  if (!seat.attested) return refuse('out-of-turn', 'That form is not ready, so there is nothing to return.')
  const data = { review: review.id, seat: seat.number, reason: keep(command.reason) }
  return [{ kind: 'form.returned', data }]
}

/** Asks a reviewer how far they are. */
export function nudgeSeat({ review, command }: CaseOf<'seat.nudge'>): Outcome {
  const seat = sitting(review, command.seat)
  if ('refused' in seat) return seat
  const waitedFor = seesReveal(review, seat) ? !seat.signed : !seat.attested
  if (review.closed || !waitedFor) return refuse('out-of-turn', 'Nobody waits for that seat.')
  return [{ kind: 'seat.nudged', data: { review: review.id, seat: seat.number } }]
}

/** Gives a seat more time. */
export function extendSeat({ state, review, command, keep }: CaseOf<'seat.extend'>): Outcome {
  if (review.closed) return refuse('out-of-turn', 'The review is closed.')
  const seat = sitting(review, command.seat)
  if ('refused' in seat) return seat
  const { until, reason } = command
  if (until <= state.at) return refuse('malformed', 'That time has passed already.')
  return [
    { kind: 'seat.extended', data: { review: review.id, seat: seat.number, until, reason: keep(reason) } },
  ]
}

/**
 * Somebody takes the place of a seat that is excused or recused, in a seat of their own, and scores blind first. A vote is void, open
 * or closed: the seats that it counts have changed.
 */
export function replaceSeat({ state, review, command, keep }: CaseOf<'seat.replace'>): Outcome {
  const seat = review.seats.find(({ number }) => number === command.seat)
  if (!seat) return refuse('not-found', 'This review has no such seat.')
  if (review.tier === 0)
    return refuse('out-of-turn', 'Nobody takes a place on the sample: each reviewer has one of their own.')
  if (seat.replacedBy !== null) return refuse('out-of-turn', 'That seat has been replaced already.')
  if (!seat.excused && !isRecused(review, seat.person))
    return refuse('out-of-turn', 'Excuse the seat first. Only an excused or recused seat is replaced.')
  if (review.closed) return refuse('out-of-turn', 'The review is closed.')
  const person = state.people.find(({ id, role }) => id === command.person && role === 'reviewer')
  if (!person) return refuse('malformed', 'There is no such reviewer.')
  if (Object.hasOwn(review.conflicts, person.id))
    return refuse('out-of-turn', `${person.label} sits on this review, or did.`)
  const declared = state.setUp.declarations[review.application]?.[person.id]?.status
  if (declared === 'recused' || declared === 'unsure')
    return refuse('out-of-turn', `${person.label} is recused from it, or has asked staff about it.`)
  const standing = review.seats.filter((each) => standingOf(review, each) !== 'recused' && each !== seat)
  const by = review.seats.length + 1
  if (standing.length >= mostSeats || by > mostNumbers)
    return refuse('too-many', 'A review holds no more seats than that.')
  const data = { review: review.id, seat: seat.number, by, person: person.id, reason: keep(command.reason) }
  const voided: NewEvent = { kind: 'vote.voided', data: { review: review.id } }
  return [{ kind: 'seat.replaced', data }, ...(review.vote.status === 'none' ? [] : [voided])]
}

/** Staff let a panel go on that has become smaller than the rules ask for. */
export function letGoOn({ state, review, command, keep }: CaseOf<'panel.goOn'>): Outcome {
  if (!isThin(state, review)) return refuse('out-of-turn', 'The panel has seats enough.')
  return [{ kind: 'panel.wentOn', data: { review: review.id, reason: keep(command.reason) } }]
}

/** Opens, for staff, what the outcome of a tier hangs on: once every review of the tier is locked. */
export function openTier({ state, review }: CaseOf<'tier.open'>): Outcome {
  if (!tierIsLocked(state, review.tier))
    return refuse('out-of-turn', 'Totals and what they hang on are sealed until the whole tier is locked.')
  return [{ kind: 'tier.opened', data: { review: review.id, tier: review.tier } }]
}

/** Whether every review of a tier is locked. */
export function tierIsLocked(state: Competition, tier: number): boolean {
  // What no panel reads is in no tier.
  const reviews = state.reviews.filter((review) => review.tier === tier && review.seats.length > 0)
  return reviews.length > 0 && reviews.every(({ lock }) => lock.status === 'locked')
}

/** Whether a panel has fewer sitting seats than the rules ask for, and staff have not let it go on with so few. */
export function isThin(state: Competition, review: Review): boolean {
  const seats = sittingSeats(review).length
  const least = Math.min(rulesOf(state.rules).smallestPanel, firstSize(state, review))
  return seats < least && !(review.wentOn && review.wentOn.seats <= seats)
}

/** A panel that was made smaller on purpose is not thin by that. */
function firstSize(state: Competition, review: Review): number {
  return state.panels.find(({ id }) => id === review.panel)?.reviewers.length ?? 0
}

/** Seats that stand at once, and numbers of all that ever did. */
const mostSeats = 9
const mostNumbers = 99

function sitting(review: Review, number: number): Seat | Refusal {
  const seat = review.seats.find((candidate) => candidate.number === number)
  if (!seat) return refuse('not-found', 'This review has no such seat.')
  if (isRecused(review, seat.person) || seat.excused)
    return refuse('out-of-turn', 'That seat is excused or recused.')
  return seat
}
