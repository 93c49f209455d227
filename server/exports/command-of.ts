import { discussionCommand, isOfDiscussion } from './discussion-command-of.ts'
import { isOfSeats, seatCommand } from './seat-command-of.ts'
import type { Command } from '../../shared/competition/command.ts'
import type { SetUpEvent } from '../../shared/competition/evolve-set-up.ts'
import type { JournalEvent } from '../../shared/competition/event.ts'
import type { Review } from '../../shared/competition/state.ts'
import { formHash, mapTexts, type FormRecord } from '../../shared/form/form-record.ts'
import { votedPriority, type Rubric } from '../../shared/rubric/rubric.ts'
import type { Words } from './verify-texts.ts'

/** An event that a person's command led to. What the server witnesses or adds has none. */
export type DecidedEvent = Exclude<
  JournalEvent,
  | SetUpEvent
  | { kind: 'competition.opened' | 'score.changed' | 'vote.voided' | 'review.locked' | 'head.signed' }
>

/** A command as it must have been, with the server's copy of what was attested or signed by it. */
export interface Asked {
  readonly command: Command
  readonly record: FormRecord | null
}

/** The command that an event must have come from, so that the decision can be made again. */
export function commandOf(event: DecidedEvent, review: Review, rubric: Rubric, words: Words): Asked {
  switch (event.kind) {
    case 'form.attested': {
      const record = mapTexts(event.data.record, ({ text }) => words(text))
      return { command: { kind: 'form.attest', review: review.id, hash: formHash(record) }, record }
    }
    case 'column.signed': {
      const record = beforeBallot(event, review, rubric, words)
      return { command: { kind: 'column.sign', review: review.id, hash: formHash(record) }, record }
    }
    default:
      return { command: plainCommand(event, review, words), record: null }
  }
}

/** The column that was signed: its determination on the voted priority cannot be written, so it is the attested one. */
function beforeBallot(
  { data }: Extract<DecidedEvent, { kind: 'column.signed' }>,
  review: Review,
  rubric: Rubric,
  words: Words,
): FormRecord {
  const priority = votedPriority(rubric)
  const attested = review.seats.find(({ number }) => number === data.seat)?.attested?.record
  const own = priority ? attested?.determinations[priority.id] : undefined
  const determinations =
    priority && own ? { ...data.record.determinations, [priority.id]: own } : data.record.determinations
  return mapTexts({ ...data.record, determinations }, ({ text }) => words(text))
}

function plainCommand(
  event: Exclude<DecidedEvent, { kind: 'form.attested' | 'column.signed' }>,
  { id: review, documents: before }: Review,
  words: Words,
): Command {
  if (isOfDiscussion(event)) return discussionCommand(event, review, words)
  if (isOfSeats(event)) return seatCommand(event, review, words)
  switch (event.kind) {
    case 'conflict.answered': {
      const { answer, reason } = event.data
      return { kind: 'conflict.answer', review, answer, reason: reason ? words(reason.text) : '' }
    }
    case 'conflict.decided': {
      const { person, outcome, reason } = event.data
      return { kind: 'conflict.decide', review, person, outcome, reason: words(reason.text) }
    }
    case 'seat.excused': {
      const { seat, reason } = event.data
      return { kind: 'seat.excuse', review, seat, reason: words(reason.text) }
    }
    case 'form.takenBack':
      return { kind: 'form.takeBack', review }
    case 'review.revealed':
      return { kind: 'review.reveal', review }
    case 'vote.opened':
      return { kind: 'vote.open', review }
    case 'ballot.cast': {
      const { answer, reasons } = event.data
      return { kind: 'ballot.cast', review, answer, reasons: reasons ? words(reasons.text) : '' }
    }
    case 'vote.closed':
      return { kind: 'vote.close', review }
    case 'column.takenBack':
      return { kind: 'column.takeBack', review }
    case 'review.closed': {
      const { commentsRead, assessment } = event.data
      const said = assessment && { assessment: words(assessment.text) }
      return { kind: 'review.close', review, commentsRead, ...said }
    }
    case 'lock.asked':
      return { kind: 'lock.ask', review }
    case 'lock.started':
      return { kind: 'review.lock', review }
    case 'text.notCounted': {
      const { field, text, why } = event.data
      return { kind: 'text.keep', review, field, text: words(text.text), ...(why && { why }) }
    }
    case 'text.settled':
      return { kind: 'text.settle', review, kept: event.data.kept }
    case 'document.added':
      return { kind: 'document.add', review, document: event.data.document }
    case 'documents.arranged': {
      const { documents } = event.data
      const ids = before.map(({ id }) => id)
      const removed = ids.filter((id) => !documents.some((document) => document.id === id))
      return { kind: 'documents.arrange', review, documents, removed }
    }
    case 'places.confirmed':
      return { kind: 'places.confirm', review, places: event.data.places }
    case 'question.asked': {
      const { row, text } = event.data
      return { kind: 'question.ask', review, row, text: words(text.text) }
    }
    case 'question.answered': {
      const { question, asked, answer } = event.data
      return {
        kind: 'question.answer',
        review,
        question,
        asked: words(asked.text),
        answer: words(answer.text),
      }
    }
  }
}
