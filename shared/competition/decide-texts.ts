import { columnFields, isFieldOrEntry } from '../form/fields.ts'
import { summaryFields } from '../form/summary.ts'
import { notesField } from '../form/notes.ts'
import type { CaseOf } from './decide.ts'
import type { NewEvent } from './event.ts'
import { refuse, type Refusal } from './refusal.ts'

/** Keeps what was typed and did not count, for its author and staff. */
export function keepText({
  review,
  seat,
  command,
  rubric,
  keep,
}: CaseOf<'text.keep'>): readonly NewEvent[] | Refusal {
  if (!seat) return refuse('not-yours', 'You have no column in this room.')
  const { field, text, why } = command
  // What is written beside the application is kept for its author alone.
  const note = notesField(field)?.shape === 'text'
  if (!note && !summaryFields(rubric).has(field) && !isFieldOrEntry(columnFields(rubric), field))
    return refuse('malformed', 'No form has such a field.')
  const listed = seat.notCounted.filter(({ settled }) => !settled).length
  if (listed >= mostListed || seat.notCounted.length >= mostKept)
    return refuse('too-many', 'More than that is not kept. Copy the text to a place of your own.')
  const data = { review: review.id, seat: seat.number, field, text: keep(text), ...(why && { why }) }
  return [{ kind: 'text.notCounted', data }]
}

/** Takes it off its author's list, when it has been taken over or is not wanted. */
export function settleText({ review, seat, command }: CaseOf<'text.settle'>): readonly NewEvent[] | Refusal {
  const kept = seat?.notCounted.find(({ id, settled }) => id === command.kept && !settled)
  if (!seat || !kept) return refuse('out-of-turn', 'That is not on your list any more.')
  return [{ kind: 'text.settled', data: { review: review.id, seat: seat.number, kept: kept.id } }]
}

/** Pieces on one seat's list: enough for every field of a form and its rows. */
const mostListed = 200

/** With those that were taken over or put away: a bound for a page that misbehaves. */
const mostKept = 2_000
