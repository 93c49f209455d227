import { limits } from '../protocol/limits.ts'
import type { CaseOf } from './decide.ts'
import type { NewEvent } from './event.ts'
import { refuse, type Refusal } from './refusal.ts'

/** Adds a file that the server holds, or puts a new reading of the same file in place of the old. */
export function addDocument({ review, command }: CaseOf<'document.add'>): readonly NewEvent[] | Refusal {
  const { document } = command
  const again = review.documents.find(({ id }) => id === document.id)
  if (again && again.file !== document.file)
    return refuse(
      'out-of-turn',
      'This file cannot be told from another of the application. Save it anew and add that.',
    )
  if (!again && review.documents.length >= limits.documents)
    return refuse('too-many', `An application holds ${limits.documents} documents. Remove one first.`)
  return [{ kind: 'document.added', data: { review: review.id, document } }]
}

const changed = 'The documents have changed meanwhile. Look again, and repeat.'

/** Orders and names the documents, and removes those left out. */
export function arrangeDocuments({
  review,
  command,
}: CaseOf<'documents.arrange'>): readonly NewEvent[] | Refusal {
  const told = [...command.documents.map(({ id }) => id), ...command.removed]
  const there = review.documents.map(({ id }) => id)
  // A file that was added meanwhile is in neither list, and is not to disappear by it.
  const same = told.length === there.length && there.every((id) => told.includes(id))
  if (!same) return refuse('out-of-turn', changed)
  return [{ kind: 'documents.arranged', data: { review: review.id, documents: command.documents } }]
}

/** Confirms which part answers each criterion. */
export function confirmPlaces({
  review,
  command,
  rubric,
}: CaseOf<'places.confirm'>): readonly NewEvent[] | Refusal {
  const items = [...rubric.criteria, ...rubric.priorities].map(({ id }) => id)
  for (const [item, place] of Object.entries(command.places)) {
    if (!items.includes(item)) return refuse('malformed', `The rubric has no criterion ${item}.`)
    if (!place) continue
    const document = review.documents.find(({ id }) => id === place.document)
    const read = command.read?.[place.document] ?? document?.text
    if (!document || read !== document.text) return refuse('out-of-turn', changed)
  }
  return [{ kind: 'places.confirmed', data: { review: review.id, places: command.places } }]
}
