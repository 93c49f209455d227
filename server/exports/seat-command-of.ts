import type { Command } from '../../shared/competition/command.ts'
import type { JournalEvent } from '../../shared/competition/event.ts'
import { seatEvents } from '../../shared/competition/event-discussion.ts'
import type { Words } from './verify-texts.ts'

type SeatEvent = Extract<JournalEvent, { kind: keyof typeof seatEvents }>

/** Whether an event is one of those that happen to a seat, to a thin panel, or after the scores. */
export function isOfSeats(event: JournalEvent): event is SeatEvent {
  return Object.hasOwn(seatEvents, event.kind)
}

/** The command that such an event must have come from. */
export function seatCommand(event: SeatEvent, review: string, words: Words): Command {
  switch (event.kind) {
    case 'form.opened':
      return { kind: 'form.open', review, seat: event.data.seat }
    case 'form.returned':
      return { kind: 'form.return', review, seat: event.data.seat, reason: words(event.data.reason.text) }
    case 'seat.nudged':
      return { kind: 'seat.nudge', review, seat: event.data.seat }
    case 'seat.extended': {
      const { seat, until, reason } = event.data
      return { kind: 'seat.extend', review, seat, until, reason: words(reason.text) }
    }
    case 'seat.replaced': {
      const { seat, person, reason } = event.data
      return { kind: 'seat.replace', review, seat, person, reason: words(reason.text) }
    }
    case 'panel.wentOn':
      return { kind: 'panel.goOn', review, reason: words(event.data.reason.text) }
    case 'vote.reopened':
      return { kind: 'vote.reopen', review, reason: words(event.data.reason.text) }
    case 'absolute.answered': {
      const { priority, answer, reasons } = event.data
      return {
        kind: 'absolute.answer',
        review,
        priority,
        answer,
        reasons: reasons ? words(reasons.text) : '',
      }
    }
    case 'absolute.decided': {
      const { priority, outcome, reasons } = event.data
      return { kind: 'absolute.decide', review, priority, outcome, reasons: words(reasons.text) }
    }
    case 'tier.opened':
      return { kind: 'tier.open', review }
  }
}
