import type { Places } from '../../shared/application/places.ts'
import type { ReadingDocument } from '../../shared/application/reading.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Rivals } from './borders.ts'

/** A criterion or priority, which some part of an application answers. */
export interface PlacedItem {
  readonly id: string
  readonly title: string
  readonly criterion: boolean
}

/** Everything that has a part, in the rubric's order. */
export function placedItems(rubric: Rubric): readonly PlacedItem[] {
  return [
    ...rubric.criteria.map(({ id, short }) => ({ id, title: short, criterion: true })),
    ...rubric.priorities.map(({ id, title }) => ({ id, title, criterion: false })),
  ]
}

/** Two criteria are answered by different words, and so are two priorities; a priority may be answered within a criterion. */
export function rivalsAmong(items: readonly PlacedItem[]): Rivals {
  const criteria = new Set(items.filter(({ criterion }) => criterion).map(({ id }) => id))
  return (one, other) => criteria.has(one) === criteria.has(other)
}

/** The place of each item, null also where its document is gone. */
export function placesFor(
  items: readonly PlacedItem[],
  places: Places,
  documents: readonly Pick<ReadingDocument, 'id' | 'length'>[],
): Places {
  return Object.fromEntries(
    items.map(({ id }) => {
      const place = places[id] ?? null
      const fits = documents.some(
        (document) => document.id === place?.document && place.end <= document.length,
      )
      return [id, fits ? place : null]
    }),
  )
}
