import { determinedPriorities, type Rubric } from '../rubric/rubric.ts'
import type { CaseOf } from './decide.ts'
import { absoluteOf } from './evolve-seats.ts'
import type { NewEvent } from './event.ts'
import { refuse, type Refusal } from './refusal.ts'
import { seesReveal, sittingSeats, type Review, type Seat } from './state.ts'
import { formAnswer } from './stem.ts'

type Outcome = readonly NewEvent[] | Refusal

/** The priorities that an application must meet to stay in. */
export function absolutePriorities(rubric: Rubric) {
  return determinedPriorities(rubric).filter(({ kind }) => kind === 'absolute')
}

/** After the close each confirms or changes what their form says of an absolute priority; a change needs reasons. */
export function answerAbsolute({ review, seat, command, rubric, keep }: CaseOf<'absolute.answer'>): Outcome {
  const { priority, answer } = command
  const shut = cannotTell(review, rubric, priority, seat)
  if (shut) return shut
  if (!seat?.signed || seat.excused) return refuse('out-of-turn', 'You have no signed form on this review.')
  const reasons = command.reasons.trim()
  if (reasons === '' && answer !== signedAnswer(seat, priority))
    return refuse('incomplete', 'A change needs your reasons.')
  const last = absoluteOf(review, priority).answers[seat.number]
  if (last?.answer === answer && reasons === '' && last.reasons === null)
    return refuse('out-of-turn', 'That is what you have said.')
  const data = { review: review.id, seat: seat.number, priority, answer }
  return [{ kind: 'absolute.answered', data: { ...data, reasons: reasons === '' ? null : keep(reasons) } }]
}

/** The selecting official decides, once and in writing: no majority decides it (the notice gives no rule for one). */
export function decideAbsolute({ review, command, rubric, keep }: CaseOf<'absolute.decide'>): Outcome {
  const { priority, outcome } = command
  const shut = cannotTell(review, rubric, priority)
  if (shut) return shut
  const { answered, of } = absoluteCount(review, priority)
  if (answered < of && review.lock.status === 'open')
    return refuse(
      'out-of-turn',
      `${answered} of ${of} have answered. Decide when all have, or once it is locked.`,
    )
  const data = { review: review.id, priority, outcome, reasons: keep(command.reasons) }
  return [{ kind: 'absolute.decided', data }]
}

/** How many of the sitting seats have answered since the close. Who has not stands by the signed form. */
export function absoluteCount(review: Review, priority: string): { answered: number; of: number } {
  const { answers } = absoluteOf(review, priority)
  const seats = sittingSeats(review)
  return { answered: seats.filter(({ number }) => answers[number]).length, of: seats.length }
}

/** What a seat says of an absolute priority: its answer since the close, else its signed form. */
export function absoluteAnswer(review: Review, seat: Seat, priority: string): 'yes' | 'no' | null {
  return absoluteOf(review, priority).answers[seat.number]?.answer ?? signedAnswer(seat, priority)
}

function signedAnswer(seat: Seat, priority: string): 'yes' | 'no' | null {
  return seat.signed?.record.determinations[priority]?.answer ?? formAnswer(seat, priority)
}

function cannotTell(review: Review, rubric: Rubric, priority: string, seat?: Seat): Refusal | null {
  if (!absolutePriorities(rubric).some(({ id }) => id === priority))
    return refuse('malformed', `The rubric has no absolute priority ${priority}.`)
  if (!review.closed || !seesReveal(review, seat))
    return refuse('out-of-turn', 'The scores are not final yet.')
  if (absoluteOf(review, priority).decided)
    return refuse('out-of-turn', 'The selecting official has decided this.')
  return null
}
