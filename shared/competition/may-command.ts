import { closeSentences } from '../protocol/close-codes.ts'
import { isMonitorOf, mayKnow, seatOfPerson } from './access.ts'
import { changedPart } from './changed-part.ts'
import type { Command } from './command.ts'
import { isOutside } from './outside.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { Person } from './setup.ts'
import { findReview, isCertified, isRecused, type Competition } from './state.ts'

/**
 * Why a command is not this person's to give, whatever it says, or null: asked before anything else is looked at, so that who may
 * not decide cannot make others wait. Says no more than the person's view does.
 */
export function mayCommand(state: Competition, command: Command, person: Person): Refusal | null {
  const changed = changedPart(state, person)
  if (changed) return changed
  const review = findReview(state, command.review)
  if (!review) return nothingHere
  // What somebody typed before they were recused is kept, though they see no more than that it is.
  const keeps = command.kind === 'text.keep' && seatOfPerson(review, person.id) !== undefined
  if (keeps && isRecused(review, person.id)) return null
  if (!mayKnow(review, person)) return nothingHere
  const certified = isOutside(person) || isCertified(review, person.id)
  const over = review.lock.status !== 'open' && !afterTheLock.has(command.kind)
  if (over) {
    // Who has not certified is not told how far the review has come.
    const sentence = certified
      ? 'This review is locked. Nothing in it changes any more.'
      : 'It is too late to answer this here. Ask staff.'
    return refuse('out-of-turn', sentence)
  }
  if (state.setUp.paused && person.role !== 'staff' && !keepsOnly.has(command.kind))
    return refuse(
      'out-of-turn',
      'Program staff have paused everything. What you typed is kept; go on when they resume.',
    )
  const giver = givers[command.kind]
  const gives = {
    member: () => !isOutside(person),
    staff: () => person.role === 'staff',
    seat: () => seatOfPerson(review, person.id) !== undefined,
    monitor: () => isMonitorOf(state, review, person.id),
    steward: () => person.role === 'staff' || isMonitorOf(state, review, person.id),
    panel: () => seatOfPerson(review, person.id) !== undefined || isMonitorOf(state, review, person.id),
    official: () => person.role === 'official',
  }[giver]
  if (!gives()) return refuse('not-yours', 'That is not yours to decide.')
  if (!certified && giver !== 'member') {
    return refuse('out-of-turn', 'First answer the question about conflicts.')
  }
  return null
}

/**
 * What did not count is kept and read after the lock as well; so are questions answered, which concern every panel. The selecting
 * official decides when everybody has answered, or the lock has ended the answering.
 */
const afterTheLock: ReadonlySet<Command['kind']> = new Set([
  'text.keep',
  'text.settle',
  'question.answer',
  'absolute.decide',
  'tier.open',
])

/** What is taken also while everything is paused: it loses nothing and decides nothing. A recusal cannot wait. */
const keepsOnly: ReadonlySet<Command['kind']> = new Set(['text.keep', 'text.settle', 'conflict.answer'])

/** The answer for what there is not, and for what the person may not know of. */
export const nothingHere = refuse('not-found', closeSentences.notFound)

/** Who gives which command. A member is a reviewer or the monitor of the panel, certified or not; of the panel are both once they are. A steward is the monitor or one of staff. */
const givers: { readonly [K in Command['kind']]: Giver } = {
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
  'lock.ask': 'staff',
  'review.lock': 'staff',
  'text.keep': 'panel',
  'text.settle': 'panel',
  'document.add': 'staff',
  'documents.arrange': 'staff',
  'places.confirm': 'staff',
  'question.ask': 'seat',
  'question.answer': 'staff',
  'agenda.order': 'monitor',
  'agenda.arrange': 'monitor',
  'panel.arrange': 'monitor',
  'focus.set': 'monitor',
  'timer.set': 'monitor',
  'row.mark': 'monitor',
  'recess.set': 'monitor',
  'where.set': 'monitor',
  'staff.call': 'monitor',
  'call.end': 'staff',
  'hand.set': 'seat',
  'hand.lower': 'monitor',
  'stand.set': 'seat',
  'thread.write': 'panel',
  'thread.edit': 'panel',
  'summary.agree': 'seat',
  'summary.withdraw': 'seat',
  'form.open': 'monitor',
  'form.return': 'steward',
  'seat.nudge': 'steward',
  'seat.extend': 'staff',
  'seat.replace': 'staff',
  'panel.goOn': 'staff',
  'vote.reopen': 'staff',
  'absolute.answer': 'seat',
  'absolute.decide': 'official',
  'tier.open': 'staff',
}

type Giver = 'member' | 'staff' | 'seat' | 'monitor' | 'steward' | 'panel' | 'official'
