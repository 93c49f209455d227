import type { DocumentText } from '../../shared/application/document-text.ts'
import { pageAt } from '../../shared/application/pages-of-text.ts'
import type { Place, Places } from '../../shared/application/places.ts'
import { criterionOf, findRow, type Rubric } from '../../shared/rubric/rubric.ts'

/** A part of a document that answers a criterion or priority. */
export interface Part extends Place {
  readonly item: string
}

/** Where something begins or ends in a document, as a rule drawn there says it: "(A)(2) begins". */
export interface Border {
  readonly at: number
  readonly words: string
}

/** What places speak of: of a row its criterion; a criterion or priority itself. */
export function placedItem(rubric: Rubric, item: string): string {
  return findRow(rubric, item) ? criterionOf(rubric, item).id : item
}

/** All parts that are known, document by document in the order given, and as they stand in each. */
export function partsInOrder(places: Places, documents: readonly { readonly id: string }[]): readonly Part[] {
  const order = documents.map(({ id }) => id)
  return Object.entries(places)
    .flatMap(([item, place]) => (place && order.includes(place.document) ? [{ ...place, item }] : []))
    .toSorted(
      (left, right) =>
        order.indexOf(left.document) - order.indexOf(right.document) ||
        left.start - right.start ||
        right.end - left.end,
    )
}

/** The smallest part that a place of a document lies in, or null outside of all. */
export function partAt(parts: readonly Part[], document: string, at: number): Part | null {
  const around = parts.filter((part) => part.document === document && part.start <= at && at < part.end)
  return around.toSorted((left, right) => left.end - left.start - (right.end - right.start))[0] ?? null
}

/** The part before or after a place: of those that begin elsewhere than the one that it lies in. */
export function neighborPart(
  parts: readonly Part[],
  documents: readonly { readonly id: string }[],
  from: { readonly document: string; readonly at: number },
  by: 1 | -1,
): Part | null {
  const order = documents.map(({ id }) => id)
  const own = partAt(parts, from.document, from.at)
  const at = own?.start ?? from.at
  const beyond = parts.filter(({ document, start }) => {
    const apart = order.indexOf(document) - order.indexOf(from.document) || start - at
    return by > 0 ? apart > 0 : apart < 0
  })
  return (by > 0 ? beyond[0] : beyond.at(-1)) ?? null
}

/** The borders of a document's parts. Where one ends and the next begins at once, its end is not told. */
export function bordersIn(
  parts: readonly Part[],
  document: string,
  { text }: DocumentText,
): readonly Border[] {
  const own = parts.filter((part) => part.document === document)
  const begins = Map.groupBy(own, ({ start }) => start)
  const ends = Map.groupBy(
    own.filter(({ end }) => {
      if (end >= text.length) return false
      const next = own.find(({ start }) => start >= end)
      return !next || text.slice(end, next.start).trim() !== ''
    }),
    ({ end }) => end,
  )
  return [...borders(begins, ['begins', 'begin']), ...borders(ends, ['ends', 'end'])].toSorted(
    (left, right) => left.at - right.at,
  )
}

/** The pages of a place in words: "page 43", "pages 43 to 48". */
export function pagesInWords(text: DocumentText, { start, end }: { start: number; end: number }): string {
  const [first, last] = [pageAt(text, start), pageAt(text, end - 1)]
  return first === last
    ? `page ${pageName(text, first)}`
    : `pages ${pageName(text, first)} to ${pageName(text, last)}`
}

/** What a page is called, by its number from 1: as the file itself calls it, else its number. */
export function pageName({ pages }: Pick<DocumentText, 'pages'>, page: number): string {
  return pages[page - 1]?.label ?? String(page)
}

/** What an item is called where it begins a sentence or stands alone: "(A)(1)", "Priority 2". */
export function itemAlone(item: string): string {
  return item.replace(/^P(\d+)$/, 'Priority $1')
}

function borders(at: ReadonlyMap<number, readonly Part[]>, [one, many]: readonly [string, string]): Border[] {
  return [...at].map(([place, parts]) => {
    const names = parts.map(({ item }) => itemAlone(item))
    return { at: place, words: `${names.join(', ')} ${names.length === 1 ? one : many}` }
  })
}
