import type { CaseOf } from './decide.ts'
import type { NewEvent } from './event.ts'
import { isOutside } from './outside.ts'
import { refuse, type Refusal } from './refusal.ts'
import { isRecused, type Review, type Seat } from './state.ts'

/** Certify, recuse, or ask staff. Later one can still recuse; everything else is for staff. */
export function answerConflict({
  review,
  person,
  command,
  keep,
}: CaseOf<'conflict.answer'>): readonly NewEvent[] | Refusal {
  const status = review.conflicts[person.id]?.status ?? 'open'
  const { answer } = command
  if (status === 'unsure' && answer !== 'recused') {
    return refuse('out-of-turn', 'Staff have your question. The application stays shut until they decide.')
  }
  if ((status === 'certified' || status === 'cleared') && answer !== 'recused') {
    return refuse('out-of-turn', 'You have already certified. You can still recuse yourself.')
  }
  const reason = command.reason === '' ? null : keep(command.reason)
  const answered: NewEvent = { kind: 'conflict.answered', data: { review: review.id, answer, reason } }
  return answer === 'recused' ? [answered, ...voided(review, person.id)] : [answered]
}

/** Staff decide on "not sure", or undo a recusal. */
export function decideConflict({
  state,
  review,
  command,
  keep,
}: CaseOf<'conflict.decide'>): readonly NewEvent[] | Refusal {
  const conflict = Object.hasOwn(review.conflicts, command.person) && review.conflicts[command.person]
  // What staff and the selecting official declare is decided with the set-up: they sit on no review.
  const outside = state.people.some((person) => person.id === command.person && isOutside(person))
  if (!conflict || outside) return refuse('not-found', 'That person does not sit on this review.')
  const waits = conflict.status === 'unsure'
  const undone = conflict.status === 'recused' && command.outcome === 'cleared'
  if (!waits && !undone)
    return refuse('out-of-turn', 'There is nothing to decide: nobody asked, and nobody is recused.')
  if (
    undone &&
    review.revealed &&
    review.seats.some((seat) => seat.person === command.person && missedReveal(seat))
  )
    return refuse('out-of-turn', 'The scores were revealed without this seat’s form. It cannot come back.')
  if (
    undone &&
    review.seats.some(({ person, replacedBy }) => person === command.person && replacedBy !== null)
  )
    return refuse('out-of-turn', 'Somebody else has taken that seat. It cannot come back.')
  const { outcome } = command
  const data = { review: review.id, person: command.person, outcome, reason: keep(command.reason) }
  const decided: NewEvent = { kind: 'conflict.decided', data }
  // A "not sure" that is cleared takes no seat out of the vote and brings none back.
  return undone || outcome === 'recused' ? [decided, ...voided(review, command.person)] : [decided]
}

/** Staff excuse a seat: it still counts as a seat in the vote, and is out of the mean. */
export function excuseSeat({ review, command, keep }: CaseOf<'seat.excuse'>): readonly NewEvent[] | Refusal {
  const seat = review.seats.find(({ number }) => number === command.seat)
  if (!seat) return refuse('not-found', 'This review has no such seat.')
  if (seat.excused) return refuse('out-of-turn', 'That seat is already excused.')
  if (isRecused(review, seat.person))
    return refuse('out-of-turn', 'That seat is recused and needs no excuse.')
  if (review.closed) return refuse('out-of-turn', 'The review is closed.')
  return [
    { kind: 'seat.excused', data: { review: review.id, seat: seat.number, reason: keep(command.reason) } },
  ]
}

/** A seat without an attested form could never sign, and whoever holds it would read the panel's scores unscored. */
function missedReveal({ attested, excused, late }: Seat): boolean {
  return !attested && !excused && !late
}

function voided(review: Review, person: string): readonly NewEvent[] {
  const touchesVote = review.vote.status === 'open' && review.seats.some((seat) => seat.person === person)
  return touchesVote ? [{ kind: 'vote.voided', data: { review: review.id } }] : []
}
