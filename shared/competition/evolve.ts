import { reviewId } from '../protocol/names.ts'
import type { JournalEvent } from './event.ts'
import type { Setup } from './setup.ts'
import { isRecused, type Competition, type Conflict, type Review, type Seat } from './state.ts'

/** The state after an event: what the journal says, and nothing else. Events come in order; the hash is of this event. */
export function evolve(state: Competition, event: JournalEvent, hash: string): Competition {
  return { ...applied(state, event, hash), version: event.version, head: hash, at: event.at }
}

function applied(state: Competition, event: JournalEvent, hash: string): Competition {
  if (event.kind === 'competition.opened') return opened(state, event.data.setup)
  if (event.kind === 'head.signed') return state
  const changed = state.reviews.map((review) =>
    review.id === event.data.review ? reviewAfter(review, event, hash) : review,
  )
  return { ...state, reviews: changed }
}

function opened(state: Competition, setup: Setup): Competition {
  const { id, title, rehearsal, rubric, people, panels, applications } = setup
  const reviews = applications.map((application): Review => {
    const panel = panels.find((candidate) => candidate.id === application.panel)
    const key = { application: application.id, tier: 1, round: 1 }
    const members = panel ? [...panel.reviewers, panel.monitor] : []
    return {
      ...key,
      id: reviewId(key),
      panel: application.panel,
      conflicts: Object.fromEntries(members.map((person) => [person, { status: 'open' }])),
      seats: (panel?.reviewers ?? []).map((person, at) => emptySeat(at + 1, person)),
      revealed: null,
      vote: { status: 'none' },
      closed: null,
      lock: { status: 'open' },
    }
  })
  return { ...state, id, title, rehearsal, rubric, people, panels, applications, reviews }
}

type ReviewEvent = Exclude<JournalEvent, { kind: 'competition.opened' | 'head.signed' }>

function reviewAfter(review: Review, event: ReviewEvent, hash: string): Review {
  const { at, by } = event
  switch (event.kind) {
    case 'conflict.answered': {
      const { answer, reason } = event.data
      const conflict: Conflict =
        answer === 'certified' ? { status: answer, at } : { status: answer, at, reason }
      return withConflict(review, by, conflict)
    }
    case 'conflict.decided': {
      const { person, outcome, reason } = event.data
      return withConflict(review, person, { status: outcome, at, reason })
    }
    case 'seat.excused': {
      const excused = { at, reason: event.data.reason }
      // Before the reveal there is no form to stand by: an excused seat then has determined nothing.
      const attested = review.revealed ? {} : { attested: null }
      return withSeat(review, event.data.seat, () => ({ excused, signed: null, ...attested }))
    }
    case 'form.attested': {
      const { record } = event.data
      return withSeat(review, event.data.seat, () => ({ attested: { at, record }, scores: record.scores }))
    }
    case 'form.takenBack':
      return withSeat(review, event.data.seat, () => ({ attested: null, scores: {} }))
    case 'review.revealed':
      return { ...review, revealed: { at, by, hash } }
    case 'score.changed': {
      const { row, to } = event.data
      return withSeat(review, event.data.seat, (seat) => ({ scores: { ...seat.scores, [row]: to } }))
    }
    case 'vote.opened':
      return { ...withoutBallots(review), vote: { status: 'open', at, order: [] } }
    case 'ballot.cast': {
      const { seat: number, answer, reasons } = event.data
      const cast = withSeat(review, number, () => ({ ballot: { at, answer, reasons } }))
      if (cast.vote.status !== 'open' || cast.vote.order.includes(number)) return cast
      return { ...cast, vote: { ...cast.vote, order: [...cast.vote.order, number] } }
    }
    case 'vote.closed':
      return { ...review, vote: { status: 'closed', at, by } }
    case 'vote.voided':
      return { ...withoutBallots(review), vote: { status: 'none' } }
    case 'column.signed': {
      const { record } = event.data
      return withSeat(review, event.data.seat, () => ({ signed: { at, record }, scores: record.scores }))
    }
    case 'column.takenBack':
      return withSeat(review, event.data.seat, () => ({ signed: null }))
    case 'review.closed':
      return { ...review, closed: { at, by } }
    case 'lock.started':
      return { ...review, lock: { status: 'started', at, by } }
    case 'review.locked': {
      const lockedBy = review.lock.status === 'open' ? by : review.lock.by
      return { ...review, lock: { status: 'locked', at, by: lockedBy, recordHash: event.data.recordHash } }
    }
    case 'text.notCounted': {
      const { field, text } = event.data
      return withSeat(review, event.data.seat, (seat) => ({
        notCounted: [...seat.notCounted, { at, field, text }],
      }))
    }
  }
}

function withConflict(review: Review, person: string, conflict: Conflict): Review {
  const changed = { ...review, conflicts: { ...review.conflicts, [person]: conflict } }
  // A column that leaves or returns after the reveal changes what the others signed for: they sign again.
  const touchesColumn =
    isRecused(review, person) !== isRecused(changed, person) &&
    review.seats.some((seat) => seat.person === person)
  if (!touchesColumn) return changed
  if (!review.revealed) return changed
  return { ...changed, closed: null, seats: changed.seats.map((seat) => ({ ...seat, signed: null })) }
}

function withSeat(review: Review, number: number, change: (seat: Seat) => Partial<Seat>): Review {
  return {
    ...review,
    seats: review.seats.map((seat) => (seat.number === number ? { ...seat, ...change(seat) } : seat)),
  }
}

function withoutBallots(review: Review): Review {
  return { ...review, seats: review.seats.map((seat) => ({ ...seat, ballot: null })) }
}

function emptySeat(number: number, person: string): Seat {
  return {
    number,
    person,
    excused: null,
    attested: null,
    scores: {},
    signed: null,
    ballot: null,
    notCounted: [],
  }
}
