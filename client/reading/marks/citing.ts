import type { Cited } from '../../../shared/form/cited.ts'
import { citedKey } from '../../../shared/form/cited.ts'
import { nameAt, setCited, type Place } from '../../../shared/form/edits.ts'
import { pagesField } from '../../../shared/form/fields.ts'
import type { DocumentText } from '../../../shared/application/document-text.ts'
import { pageAt } from '../../../shared/application/pages-of-text.ts'
import type { Passage } from '../passages.ts'

/** The most pages that a passage is cited by: who marks more has not marked what a comment rests on. */
export const mostPages = 5

/** The pages that a passage stands on, by their numbers from 1; none where they are more than can be cited at once. */
export function pagesOf(text: DocumentText, { start, end }: Passage): readonly number[] {
  const first = pageAt(text, start)
  const last = pageAt(text, Math.max(start, end - 1))
  const count = last - first + 1
  return count > mostPages ? [] : Array.from({ length: count }, (_, index) => first + index)
}

/** Of a document's pages those that a criterion does not cite yet. */
export function uncited(
  place: Place,
  criterion: string,
  document: string,
  pages: readonly number[],
): readonly Cited[] {
  const cited = place.doc.getMap(nameAt(place, pagesField(criterion)))
  return pages.map((page) => ({ document, page })).filter((page) => !cited.has(citedKey(page)))
}

/** Cites pages under a criterion, or takes them back, in one step. */
export function citeAll(place: Place, criterion: string, pages: readonly Cited[], cited: boolean): void {
  place.doc.transact(() => pages.forEach((page) => setCited(place, criterion, page, cited)))
}

/** "Page 45", "Pages 45 and 46", "Pages 45 to 47". */
export function pagesInSentence(pages: readonly number[]): string {
  const first = pages[0] ?? 0
  const last = pages.at(-1) ?? first
  if (first === last) return `Page ${first}`
  return `Pages ${first} ${last === first + 1 ? 'and' : 'to'} ${last}`
}

/** "Page 45 is cited under (A)(3).", with the document's title where there are several; or that it is not any more. */
export function citedSentence(
  pages: readonly Cited[],
  title: string | null,
  criterion: string,
  cited: boolean,
): string {
  const which = pagesInSentence(pages.map(({ page }) => page))
  const of = title === null ? '' : ` of ${title}`
  const are = `${pages.length === 1 ? 'is' : 'are'}${cited ? '' : ' no longer'}`
  return `${which}${of} ${are} cited under ${criterion}.`
}

/** What a press cites, in short: "p. 45", "p. 45–47". */
export function pagesInShort(pages: readonly number[]): string {
  const first = pages[0] ?? 0
  const last = pages.at(-1) ?? first
  return first === last ? `p. ${first}` : `p. ${first}–${last}`
}
