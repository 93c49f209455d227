import { limits } from '../protocol/limits.ts'
import type { CaseOf } from './decide.ts'
import type { NewEvent } from './event.ts'
import { refuse, type Refusal } from './refusal.ts'

/** Adds a file that the server holds, or puts a new reading of the same file in place of the old. */
export function addDocument({ review, command }: CaseOf<'document.add'>): readonly NewEvent[] | Refusal {
  const { document } = command
  const again = review.documents.some(({ id }) => id === document.id)
  if (!again && review.documents.length >= limits.documents)
    return refuse('too-many', `An application holds ${limits.documents} documents. Remove one first.`)
  return [{ kind: 'document.added', data: { review: review.id, document } }]
}

/** Orders and names the documents, and removes those left out. */
export function arrangeDocuments({
  review,
  command,
}: CaseOf<'documents.arrange'>): readonly NewEvent[] | Refusal {
  const ids = command.documents.map(({ id }) => id)
  const unknown = ids.some((id) => !review.documents.some((document) => document.id === id))
  if (unknown || new Set(ids).size !== ids.length)
    return refuse('out-of-turn', 'The documents have changed meanwhile. Look again, and repeat.')
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
    if (place && !review.documents.some(({ id }) => id === place.document))
      return refuse('out-of-turn', 'The documents have changed meanwhile. Look again, and repeat.')
  }
  return [{ kind: 'places.confirmed', data: { review: review.id, places: command.places } }]
}
