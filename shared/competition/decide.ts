import type { FormRecord } from '../form/form-record.ts'
import { closeSentences } from '../protocol/close-codes.ts'
import { textKeeper, type KeptTexts, type TextRef } from '../record/kept-text.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { isMonitorOf, seatOfPerson } from './access.ts'
import type { Command } from './command.ts'
import { answerConflict, decideConflict, excuseSeat } from './decide-conflicts.ts'
import {
  attest,
  closeReview,
  lockReview,
  reveal,
  sign,
  takeBackForm,
  takeBackSignature,
} from './decide-review.ts'
import { addDocument, arrangeDocuments, confirmPlaces } from './decide-documents.ts'
import { answerQuestion, askQuestion } from './decide-questions.ts'
import { keepText, settleText } from './decide-texts.ts'
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
  const { person } = context
  const refusal = mayCommand(state, command, person)
  const review = findReview(state, command.review)
  if (refusal || !review) return refusal ?? nothingHere
  const keeper = textKeeper(context.salt)
  const seat = seatOfPerson(review, person.id)
  const outcome = byKind({ ...context, state, review, command, seat, keep: keeper.keep })
  return 'refused' in outcome ? outcome : { events: outcome, texts: keeper.texts() }
}

/**
 * Why a command is not this person's to give, whatever it says, or null: asked before anything else is looked at, so that who may
 * not decide cannot make others wait. Says no more than the person's view does.
 */
export function mayCommand(state: Competition, command: Command, person: Person): Refusal | null {
  const review = findReview(state, command.review)
  if (!review) return nothingHere
  // What somebody typed before they were recused is kept, though they see no more than that it is.
  const keeps = command.kind === 'text.keep' && seatOfPerson(review, person.id) !== undefined
  if (keeps && isRecused(review, person.id)) return null
  if (!mayKnow(review, person)) return nothingHere
  const certified = person.role === 'staff' || isCertified(review, person.id)
  const over = review.lock.status !== 'open' && !afterTheLock.has(command.kind)
  if (over) {
    // Who has not certified is not told how far the review has come.
    const sentence = certified
      ? 'This review is locked. Nothing in it changes any more.'
      : 'It is too late to answer this here. Ask staff.'
    return refuse('out-of-turn', sentence)
  }
  const giver = givers[command.kind]
  const gives = {
    member: () => person.role !== 'staff',
    staff: () => person.role === 'staff',
    seat: () => seatOfPerson(review, person.id) !== undefined,
    monitor: () => isMonitorOf(state, review, person.id),
  }[giver]
  if (!gives()) return refuse('not-yours', 'That is not yours to decide.')
  if (!certified && giver !== 'member') {
    return refuse('out-of-turn', 'First answer the question about conflicts.')
  }
  return null
}

/** What did not count is kept and read after the lock as well; so are questions answered, which concern every panel. */
const afterTheLock: ReadonlySet<Command['kind']> = new Set(['text.keep', 'text.settle', 'question.answer'])

const nothingHere = refuse('not-found', closeSentences.notFound)

/** Who gives which command. A member is a reviewer or the monitor of the panel, certified or not. */
const givers: { readonly [K in Command['kind']]: 'member' | 'staff' | 'seat' | 'monitor' } = {
  'conflict.answer': 'member',
  'conflict.decide': 'staff',
  'seat.excuse': 'staff',
  'form.attest': 'seat',
  'form.takeBack': 'seat',
  'review.reveal': 'monitor',
  'vote.open': 'monitor',
  'ballot.cast': 'seat',
  'vote.close': 'monitor',
  'column.sign': 'seat',
  'column.takeBack': 'seat',
  'review.close': 'monitor',
  'review.lock': 'staff',
  'text.keep': 'seat',
  'text.settle': 'seat',
  'document.add': 'staff',
  'documents.arrange': 'staff',
  'places.confirm': 'staff',
  'question.ask': 'seat',
  'question.answer': 'staff',
}

function mayKnow(review: Review, person: Person): boolean {
  if (person.role === 'staff') return true
  return Object.hasOwn(review.conflicts, person.id) && !isRecused(review, person.id)
}

function byKind(given: Case): readonly NewEvent[] | Refusal {
  const { command } = given
  switch (command.kind) {
    case 'conflict.answer':
      return answerConflict({ ...given, command })
    case 'conflict.decide':
      return decideConflict({ ...given, command })
    case 'seat.excuse':
      return excuseSeat({ ...given, command })
    case 'form.attest':
      return attest({ ...given, command })
    case 'form.takeBack':
      return takeBackForm({ ...given, command })
    case 'review.reveal':
      return reveal({ ...given, command })
    case 'vote.open':
      return openVote({ ...given, command })
    case 'ballot.cast':
      return castBallot({ ...given, command })
    case 'vote.close':
      return closeVote({ ...given, command })
    case 'column.sign':
      return sign({ ...given, command })
    case 'column.takeBack':
      return takeBackSignature({ ...given, command })
    case 'review.close':
      return closeReview({ ...given, command })
    case 'review.lock':
      return lockReview({ ...given, command })
    case 'text.keep':
      return keepText({ ...given, command })
    case 'text.settle':
      return settleText({ ...given, command })
    case 'document.add':
      return addDocument({ ...given, command })
    case 'documents.arrange':
      return arrangeDocuments({ ...given, command })
    case 'places.confirm':
      return confirmPlaces({ ...given, command })
    case 'question.ask':
      return askQuestion({ ...given, command })
    case 'question.answer':
      return answerQuestion({ ...given, command })
  }
}
