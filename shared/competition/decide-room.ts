import type { CaseOf } from './decide.ts'
import type { NewEvent } from './event.ts'
import { refuse, type Refusal } from './refusal.ts'
import { rulesOf } from './rules.ts'
import { findRow } from '../rubric/rubric.ts'
import { isRecused } from './state.ts'
import { inDiscussion, isTopic, minutesOf } from './talk.ts'

type Outcome = readonly NewEvent[] | Refusal

/** Brings everybody to a row, or to none, and starts its minutes. */
export function setFocus({ state, review, command, rubric }: CaseOf<'focus.set'>): Outcome {
  const shut = inDiscussion(review)
  if (shut) return shut
  const { row } = command
  if (row !== null && !isTopic(rubric, row)) return refuse('malformed', `The rubric has no row ${row}.`)
  if (row === null && !review.discussion.focus) return refuse('out-of-turn', 'No row is in focus.')
  const minutes = row === null ? null : (minutesOf(review, row) ?? rulesOf(state.rules).itemMinutes)
  return [{ kind: 'focus.set', data: { review: review.id, row, minutes } }]
}

/** Holds the clock of the row in focus, lets it run, gives it more minutes, or takes it away. */
export function setTimer({ review, command }: CaseOf<'timer.set'>): Outcome {
  const shut = inDiscussion(review)
  if (shut) return shut
  const { focus, recess, timer } = review.discussion
  if (!focus) return refuse('out-of-turn', 'No row is in focus, so no clock runs.')
  if (recess && command.to === 'running')
    return refuse('out-of-turn', 'The panel is in recess. End it first.')
  if (!timer && (command.to !== 'running' || command.more === undefined))
    return refuse('out-of-turn', 'No clock is set. Give it minutes.')
  return [{ kind: 'timer.set', data: { review: review.id, to: command.to, more: command.more ?? 0 } }]
}

/** Marks a row as discussed or parked, or takes that back. */
export function markRow({ review, command, rubric }: CaseOf<'row.mark'>): Outcome {
  const shut = inDiscussion(review)
  if (shut) return shut
  const { row, as } = command
  if (!isTopic(rubric, row)) return refuse('malformed', `The rubric has no row ${row}.`)
  const now = review.discussion.marks[row]?.as ?? 'open'
  if (now === as) return refuse('out-of-turn', 'That is how it stands already.')
  return [{ kind: 'row.marked', data: { review: review.id, row, as } }]
}

/** Begins or ends a recess, which stops every clock. */
export function setRecess({ review, command }: CaseOf<'recess.set'>): Outcome {
  const shut = inDiscussion(review)
  if (shut) return shut
  if ((review.discussion.recess !== null) === command.on)
    return refuse('out-of-turn', command.on ? 'The panel is in recess already.' : 'There is no recess.')
  return [{ kind: 'recess.set', data: { review: review.id, on: command.on } }]
}

/** Says where the panel talks. */
export function setWhere({ review, command, keep }: CaseOf<'where.set'>): Outcome {
  if (review.closed) return refuse('out-of-turn', 'The review is closed.')
  const { how, words } = command
  if (how === 'link' && !/^https?:\/\/\S+$/.test(words))
    return refuse('malformed', 'A link begins with https:// and has no spaces.')
  return [{ kind: 'where.set', data: { review: review.id, how, words: keep(words) } }]
}

/** Calls staff to the panel. */
export function callStaff({ review, command, keep }: CaseOf<'staff.call'>): Outcome {
  if (review.discussion.call) return refuse('out-of-turn', 'Staff have been called already.')
  return [{ kind: 'staff.called', data: { review: review.id, reason: keep(command.reason) } }]
}

/** Staff have come. */
export function endCall({ review }: CaseOf<'call.end'>): Outcome {
  if (!review.discussion.call) return refuse('out-of-turn', 'Nobody calls.')
  return [{ kind: 'call.ended', data: { review: review.id } }]
}

/** Raises or lowers one's hand; the order is that in which hands came. */
export function setHand({ review, seat, command }: CaseOf<'hand.set'>): Outcome {
  const shut = inDiscussion(review, seat)
  if (shut) return shut
  if (!seat?.attested || seat.excused) return noColumn
  const isUp = review.discussion.hands.some((hand) => hand.seat === seat.number)
  if (isUp === command.up)
    return refuse('out-of-turn', command.up ? 'Your hand is up already.' : 'Your hand is not up.')
  return [{ kind: 'hand.set', data: { review: review.id, seat: seat.number, up: command.up } }]
}

/** The monitor lowers a hand, having heard it. */
export function lowerHand({ review, command }: CaseOf<'hand.lower'>): Outcome {
  if (!review.discussion.hands.some(({ seat }) => seat === command.seat))
    return refuse('out-of-turn', 'That hand is not up.')
  return [{ kind: 'hand.lowered', data: { review: review.id, seat: command.seat } }]
}

/** Says of a row that one holds, or has changed one's mind. */
export function setStand({ review, seat, command, rubric }: CaseOf<'stand.set'>): Outcome {
  const shut = inDiscussion(review, seat)
  if (shut) return shut
  if (!seat?.attested || seat.excused) return noColumn
  const { row, as } = command
  if (!findRow(rubric, row)) return refuse('malformed', `The rubric has no row ${row}.`)
  if ((review.discussion.stands[row]?.[seat.number] ?? null) === as)
    return refuse('out-of-turn', 'That is how it stands already.')
  return [{ kind: 'stand.set', data: { review: review.id, seat: seat.number, row, as } }]
}

/** Agrees with a summary as it stands, for the scores that it explains. */
export function agreeSummary({
  state,
  review,
  seat,
  command,
  rubric,
  summaries,
  keep,
}: CaseOf<'summary.agree'>): Outcome {
  const shut = inDiscussion(review, seat)
  if (shut) return shut
  if (rulesOf(state.rules).summary === 'off') return refuse('out-of-turn', 'This panel writes no summaries.')
  if (!seat?.attested || seat.excused || isRecused(review, seat.person)) return noColumn
  const { criterion, hash } = command
  if (!rubric.criteria.some(({ id }) => id === criterion))
    return refuse('malformed', `The rubric has no criterion ${criterion}.`)
  const summary = summaries[criterion]
  if (!summary) return refuse('incomplete', 'Nothing is written there yet.')
  if (summary.hash !== hash)
    return refuse('screen-differs', 'The text or a score has changed. Read it again, then agree.')
  const data = { review: review.id, seat: seat.number, criterion, text: keep(summary.text), hash }
  return [{ kind: 'summary.agreed', data }]
}

/** Takes one's agreement back. */
export function withdrawSummary({ review, seat, command }: CaseOf<'summary.withdraw'>): Outcome {
  const shut = inDiscussion(review, seat)
  if (shut) return shut
  if (!seat || !review.discussion.agreements[command.criterion]?.[seat.number])
    return refuse('out-of-turn', 'You have not agreed with this summary.')
  const data = { review: review.id, seat: seat.number, criterion: command.criterion }
  return [{ kind: 'summary.withdrawn', data }]
}

const noColumn = refuse('out-of-turn', 'You have no column in this room.')
