import type { Command } from '../../shared/competition/command.ts'
import type { JournalEvent } from '../../shared/competition/event.ts'
import { discussionEvents } from '../../shared/competition/event-discussion.ts'
import type { Words } from './verify-texts.ts'

type DiscussionEvent = Extract<JournalEvent, { kind: keyof typeof discussionEvents }>

/** Whether an event is one of those that happen while a panel talks. */
export function isOfDiscussion(event: JournalEvent): event is DiscussionEvent {
  return Object.hasOwn(discussionEvents, event.kind)
}

/** The command that such an event must have come from. */
export function discussionCommand(event: DiscussionEvent, review: string, words: Words): Command {
  switch (event.kind) {
    case 'agenda.set': {
      const { by, items, seed } = event.data
      if (by === 'hand') return { kind: 'agenda.arrange', review, items }
      return { kind: 'agenda.order', review, by, ...(seed !== undefined && { seed }) }
    }
    case 'panel.arranged': {
      const { by, reviews, seed } = event.data
      return { kind: 'panel.arrange', review, by, reviews, ...(seed !== undefined && { seed }) }
    }
    case 'focus.set':
      return { kind: 'focus.set', review, row: event.data.row }
    case 'timer.set': {
      const { to, more } = event.data
      return { kind: 'timer.set', review, to, ...(more > 0 && { more }) }
    }
    case 'row.marked':
      return { kind: 'row.mark', review, row: event.data.row, as: event.data.as }
    case 'recess.set':
      return { kind: 'recess.set', review, on: event.data.on }
    case 'where.set':
      return { kind: 'where.set', review, how: event.data.how, words: words(event.data.words.text) }
    case 'staff.called':
      return { kind: 'staff.call', review, reason: words(event.data.reason.text) }
    case 'call.ended':
      return { kind: 'call.end', review }
    case 'hand.set':
      return { kind: 'hand.set', review, up: event.data.up }
    case 'hand.lowered':
      return { kind: 'hand.lower', review, seat: event.data.seat }
    case 'stand.set':
      return { kind: 'stand.set', review, row: event.data.row, as: event.data.as }
    case 'thread.written': {
      const { row, text, replyTo } = event.data
      return { kind: 'thread.write', review, row, text: words(text.text), replyTo }
    }
    case 'thread.edited':
      return { kind: 'thread.edit', review, message: event.data.message, text: words(event.data.text.text) }
    case 'summary.agreed':
      return { kind: 'summary.agree', review, criterion: event.data.criterion, hash: event.data.hash }
    case 'summary.withdrawn':
      return { kind: 'summary.withdraw', review, criterion: event.data.criterion }
  }
}
