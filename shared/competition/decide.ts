import type { FormRecord } from '../form/form-record.ts'
import type { PanelSummary } from '../form/summary.ts'
import { textKeeper, type KeptTexts, type TextRef } from '../record/kept-text.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { seatOfPerson } from './access.ts'
import type { Command } from './command.ts'
import { mayCommand, nothingHere } from './may-command.ts'
import { answerConflict, decideConflict, excuseSeat } from './decide-conflicts.ts'
import {
  askLock,
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
import { answerAbsolute, decideAbsolute } from './decide-absolute.ts'
import { arrangeAgenda, arrangePanel, orderAgenda } from './decide-agenda.ts'
import {
  agreeSummary,
  callStaff,
  endCall,
  lowerHand,
  markRow,
  setFocus,
  setHand,
  setRecess,
  setStand,
  setTimer,
  setWhere,
  withdrawSummary,
} from './decide-room.ts'
import {
  extendSeat,
  letGoOn,
  nudgeSeat,
  openForm,
  openTier,
  replaceSeat,
  returnForm,
} from './decide-seats.ts'
import { keepText, settleText } from './decide-texts.ts'
import { editMessage, writeMessage } from './decide-threads.ts'
import { castBallot, closeVote, openVote, reopenVote } from './decide-vote.ts'
import type { NewEvent } from './event.ts'
import { type Refusal } from './refusal.ts'
import { rubricOf } from './rubrics.ts'
import type { Person } from './setup.ts'
import { findReview, type Competition, type Review, type Seat } from './state.ts'

/** What a decision may use beside the state; time stands in the event, randomness comes in as salts. */
export interface DecideContext {
  readonly person: Person
  /** What the competition was opened on; in a case, the version that its review is scored by. */
  readonly rubric: Rubric
  /** The server's own copy of the person's form, or of their column once revealed; null where they have neither. */
  readonly record: FormRecord | null
  /** The panel's summaries as the server's own copy of the room has them, by criterion: those in which something is written. */
  readonly summaries: Readonly<Record<string, PanelSummary>>
  readonly salt: () => string
  /** Reviews of which nothing is known here, where a decision is made again from an export that withholds them. */
  readonly unread?: ReadonlySet<string>
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
  const rubric = rubricOf(state, review, context.rubric)
  const outcome = byKind({ ...context, rubric, state, review, command, seat, keep: keeper.keep })
  return 'refused' in outcome ? outcome : { events: outcome, texts: keeper.texts() }
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
    case 'lock.ask':
      return askLock({ ...given, command })
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
    case 'agenda.order':
      return orderAgenda({ ...given, command })
    case 'agenda.arrange':
      return arrangeAgenda({ ...given, command })
    case 'panel.arrange':
      return arrangePanel({ ...given, command })
    case 'focus.set':
      return setFocus({ ...given, command })
    case 'timer.set':
      return setTimer({ ...given, command })
    case 'row.mark':
      return markRow({ ...given, command })
    case 'recess.set':
      return setRecess({ ...given, command })
    case 'where.set':
      return setWhere({ ...given, command })
    case 'staff.call':
      return callStaff({ ...given, command })
    case 'call.end':
      return endCall({ ...given, command })
    case 'hand.set':
      return setHand({ ...given, command })
    case 'hand.lower':
      return lowerHand({ ...given, command })
    case 'stand.set':
      return setStand({ ...given, command })
    case 'thread.write':
      return writeMessage({ ...given, command })
    case 'thread.edit':
      return editMessage({ ...given, command })
    case 'summary.agree':
      return agreeSummary({ ...given, command })
    case 'summary.withdraw':
      return withdrawSummary({ ...given, command })
    case 'form.open':
      return openForm({ ...given, command })
    case 'form.return':
      return returnForm({ ...given, command })
    case 'seat.nudge':
      return nudgeSeat({ ...given, command })
    case 'seat.extend':
      return extendSeat({ ...given, command })
    case 'seat.replace':
      return replaceSeat({ ...given, command })
    case 'panel.goOn':
      return letGoOn({ ...given, command })
    case 'vote.reopen':
      return reopenVote({ ...given, command })
    case 'absolute.answer':
      return answerAbsolute({ ...given, command })
    case 'absolute.decide':
      return decideAbsolute({ ...given, command })
    case 'tier.open':
      return openTier({ ...given, command })
  }
}
