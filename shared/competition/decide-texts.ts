import { columnFields, isFieldOrEntry } from '../form/fields.ts'
import { summaryFields } from '../form/summary.ts'
import { notesField } from '../form/notes.ts'
import type { CaseOf } from './decide.ts'
import type { NewEvent } from './event.ts'
import { refuse, type Refusal } from './refusal.ts'

/** Keeps what was typed and did not count, for its author and staff. The monitor types in the panel's summaries alone. */
export function keepText({
  review,
  seat,
  command,
  rubric,
  keep,
}: CaseOf<'text.keep'>): readonly NewEvent[] | Refusal {
  const { field, text, why } = command
  // What is written beside the application is kept for its author alone.
  const note = notesField(field)?.shape === 'text'
  const own = seat && (note || isFieldOrEntry(columnFields(rubric), field))
  if (!own && !summaryFields(rubric).has(field)) return refuse('malformed', 'You write no such field.')
  const kept = seat?.notCounted ?? review.lateOfMonitor
  const listed = kept.filter(({ settled }) => !settled).length
  if (listed >= mostListed || kept.length >= mostKept)
    return refuse('too-many', 'More than that is not kept. Copy the text to a place of your own.')
  const data = { review: review.id, seat: seat?.number ?? null, field, text: keep(text), ...(why && { why }) }
  return [{ kind: 'text.notCounted', data }]
}

/** Takes it off its author's list, when it has been taken over or is not wanted. */
export function settleText({ review, seat, command }: CaseOf<'text.settle'>): readonly NewEvent[] | Refusal {
  const listed = seat?.notCounted ?? review.lateOfMonitor
  const kept = listed.find(({ id, settled }) => id === command.kept && !settled)
  if (!kept) return refuse('out-of-turn', 'That is not on your list any more.')
  return [{ kind: 'text.settled', data: { review: review.id, seat: seat?.number ?? null, kept: kept.id } }]
}

/** Pieces on one seat's list: enough for every field of a form and its rows. */
const mostListed = 200

/** With those that were taken over or put away: a bound for a page that misbehaves. */
const mostKept = 2_000
