import type { Passage } from './passages.ts'
import { partAt, type Part } from './parts.ts'
import { foldedQuery, hitsIn, type SearchIndex } from './search-index.ts'

/** A text that is searched. */
export interface Searched {
  readonly document: string
  readonly text: string
  readonly index: SearchIndex
}

/** A place where the words of a query stand. */
export interface Hit extends Passage {
  readonly document: string
  /** The criterion or priority whose part it stands in; null outside of all. */
  readonly item: string | null
}

/** The hits in one part, by their numbers in the list of all. */
export interface HitGroup {
  readonly item: string | null
  readonly hits: readonly number[]
}

/** All hits of a query, document by document; each belongs to the smallest part around its beginning. */
export function findHits(texts: readonly Searched[], parts: readonly Part[], query: string): readonly Hit[] {
  const folded = foldedQuery(query)
  return texts.flatMap(({ document, index }) => {
    // Most hits of a common word lie in the part of the one before.
    let own: Part | null = null
    const inside = parts.filter((part) => part.document === document)
    const nested = inside.some((part) => inside.some((other) => other !== part && overlap(part, other)))
    return hitsIn(index, folded).map(({ start, end }) => {
      if (nested || !own || start < own.start || start >= own.end) own = partAt(inside, document, start)
      return { document, start, end, item: own?.item ?? null }
    })
  })
}

/** Hits by part, in the rubric's order as `items` gives it; those outside of all parts are the last group. */
export function groupHits(hits: readonly Hit[], items: readonly string[]): readonly HitGroup[] {
  const groups = Map.groupBy(hits.keys(), (number) => hits[number]?.item ?? null)
  const place = (item: string | null): number => (item === null ? items.length + 1 : items.indexOf(item))
  return [...groups]
    .map(([item, numbers]) => ({ item, hits: numbers }))
    .toSorted((left, right) => place(left.item) - place(right.item))
}

/** The number of the first hit at or after a place, in the order of the documents; the first of all after the last. */
export function firstFrom(
  hits: readonly Hit[],
  documents: readonly string[],
  from: { readonly document: string; readonly at: number },
): number {
  const here = documents.indexOf(from.document)
  const found = hits.findIndex(({ document, start }) => {
    const there = documents.indexOf(document)
    return there > here || (there === here && start >= from.at)
  })
  return Math.max(0, found)
}

/** How many letters are shown on each side of a hit. */
const reach = 60

/** A hit with the words around it, cut between words. */
export function around(
  text: string,
  { start, end }: Passage,
): Readonly<Record<'before' | 'hit' | 'after', string>> {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  return {
    before: start > reach ? `… ${before.replace(/^\S*\s/, '')}` : before,
    hit: text.slice(start, end),
    after: end + reach < text.length ? `${after.replace(/\s\S*$/, '')} …` : after,
  }
}

function overlap(one: Passage, other: Passage): boolean {
  return one.start < other.end && other.start < one.end
}
