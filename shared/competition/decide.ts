import type { FormRecord } from '../form/form-record.ts'
import { textKeeper, type KeptTexts, type TextRef } from '../record/kept-text.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { isMonitorOf, seatOfPerson } from './access.ts'
import type { Command } from './command.ts'
import { answerConflict, decideConflict, excuseSeat } from './decide-conflicts.ts'
import {
  attest,
  closeReview,
  keepText,
  lockReview,
  reveal,
  sign,
  takeBackForm,
  takeBackSignature,
} from './decide-review.ts'
import { castBallot, closeVote, openVote } from './decide-vote.ts'
import type { NewEvent } from './event.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { Person } from './setup.ts'
import { findReview, isCertified, isRecused, type Competition, type Review, type Seat } from './state.ts'

/** What a decision may use beside the state; time stands in the event, randomness comes in as salts. */
export interface DecideContext {
  readonly person: Person
  readonly rubric: Rubric
  /** The server's own copy of the person's form, or of their column once revealed; null where they have neither. */
  readonly record: FormRecord | null
  readonly salt: () => string
}

/** What a decision writes: its events, and the texts that they speak of by reference. */
export interface Decision {
  readonly events: readonly NewEvent[]
  readonly texts: KeptTexts
}

/** One command on one review, with who sends it. */
export interface Case<C extends Command = Command> extends DecideContext {
  readonly state: Competition
  readonly review: Review
  readonly command: C
  readonly seat: Seat | undefined
  readonly keep: (text: string) => TextRef
}

export type CaseOf<K extends Command['kind']> = Case<Extract<Command, { kind: K }>>

/**
 * What follows from a command: events, or a refusal that changes nothing. Pure: the same state, command and context decide the
 * same. Somebody who may not know of a review is told that there is none.
 */
export function decide(state: Competition, command: Command, context: DecideContext): Decision | Refusal {
  const review = findReview(state, command.review)
  const { person } = context
  if (!review || !mayKnow(review, person)) return nothingHere
  if (review.lock.status !== 'open' && command.kind !== 'text.keep') {
    return refuse('out-of-turn', 'This review is locked. Nothing in it changes any more.')
  }
  const keeper = textKeeper(context.salt)
  const seat = seatOfPerson(review, person.id)
  const outcome = byKind({ ...context, state, review, command, seat, keep: keeper.keep })
  return 'refused' in outcome ? outcome : { events: outcome, texts: keeper.texts() }
}

const nothingHere = refuse('not-found', 'There is nothing here that you can open.')

function mayKnow(review: Review, person: Person): boolean {
  if (person.role === 'staff') return true
  return Object.hasOwn(review.conflicts, person.id) && !isRecused(review, person.id)
}

function byKind(given: Case): readonly NewEvent[] | Refusal {
  const { command } = given
  switch (command.kind) {
    case 'conflict.answer':
      return given.person.role === 'staff' ? notYours : answerConflict({ ...given, command })
    case 'conflict.decide':
      return asStaff(given) ?? decideConflict({ ...given, command })
    case 'seat.excuse':
      return asStaff(given) ?? excuseSeat({ ...given, command })
    case 'form.attest':
      return asReviewer(given) ?? attest({ ...given, command })
    case 'form.takeBack':
      return asReviewer(given) ?? takeBackForm({ ...given, command })
    case 'review.reveal':
      return asMonitor(given) ?? reveal({ ...given, command })
    case 'vote.open':
      return asMonitor(given) ?? openVote({ ...given, command })
    case 'ballot.cast':
      return asReviewer(given) ?? castBallot({ ...given, command })
    case 'vote.close':
      return asMonitor(given) ?? closeVote({ ...given, command })
    case 'column.sign':
      return asReviewer(given) ?? sign({ ...given, command })
    case 'column.takeBack':
      return asReviewer(given) ?? takeBackSignature({ ...given, command })
    case 'review.close':
      return asMonitor(given) ?? closeReview({ ...given, command })
    case 'review.lock':
      return asStaff(given) ?? lockReview({ ...given, command })
    case 'text.keep':
      return asReviewer(given) ?? keepText({ ...given, command })
  }
}

const notYours = refuse('not-yours', 'That is not yours to decide.')

function asReviewer({ seat, review, person }: Case): Refusal | null {
  if (!seat) return notYours
  return isCertified(review, person.id)
    ? null
    : refuse('out-of-turn', 'First answer the question about conflicts.')
}

function asMonitor({ state, review, person }: Case): Refusal | null {
  if (!isMonitorOf(state, review, person.id)) return notYours
  return isCertified(review, person.id)
    ? null
    : refuse('out-of-turn', 'First answer the question about conflicts.')
}

function asStaff({ person }: Case): Refusal | null {
  return person.role === 'staff' ? null : notYours
}
