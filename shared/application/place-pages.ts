import type { DocumentText } from './document-text.ts'
import { pageAt, pageRange } from './pages-of-text.ts'
import type { Titles } from './place-headings.ts'
import type { Ids } from './place-ids.ts'
import { markersIn } from './place-markers.ts'

/** An entry that a line of the document says is answered on a page: "(B)(1) Standards … pages 43-48". */
export interface GivenPage {
  readonly entry: number
  /** As printed; what page of the file that is must be found out. */
  readonly printed: string
  /** Where the line stands that says so. */
  readonly line: { readonly start: number; readonly end: number }
}

const longestLine = 200
const endsWithPage =
  /^(?<name>.*[\p{L})])[\s.…·_:,(–—-]+(?:(?:pages?|pp?\.?)\s*)?(?<from>\d{1,4})(?:\s*(?:[-–—]|to)\s*\d{1,4})?\s*\)?$/iu
/** Fewer lines make no table: a title may end with a number. */
const leastLines = 3
const leastVotes = 2

/** What the lines of a document say about pages; nothing where it has no pages of its own. */
export function givenPages(
  { text, blocks, ownPages }: DocumentText,
  ids: Ids,
  titles: Titles,
): readonly GivenPage[] {
  if (!ownPages) return []
  const given: GivenPage[] = []
  for (const { start: from, end: to } of blocks) {
    let start = from
    for (const line of text.slice(from, to).split('\n')) {
      const end = start + line.length
      const match =
        line.length <= longestLine && /\d\)?\s*$/.test(line) ? endsWithPage.exec(line.trimEnd()) : null
      const name = match?.groups?.name ?? ''
      const entry = match && (markersIn(name, [0], ids)[0]?.entry ?? titles.best(name)?.entry)
      if (entry != null) given.push({ entry, printed: match?.groups?.from ?? '', line: { start, end } })
      start = end + 1
    }
  }
  return new Set(given.map(({ entry }) => entry)).size < Math.min(leastLines, titles.count) ? [] : given
}

/**
 * Where the page begins and ends that is printed so: by the file's own labels, else counted on from where entries were plainly
 * found (`found`), else by number. Null where the file has no such page.
 */
export function pageFinder(
  text: DocumentText,
  given: readonly GivenPage[],
  found: readonly { readonly entry: number; readonly at: number }[],
): (printed: string) => { readonly start: number; readonly end: number } | null {
  const labels = new Map(text.pages.map(({ label }, index) => [label, index + 1]))
  const votes = new Map<number, number>()
  for (const { entry, printed } of given) {
    const shifts = found
      .filter((place) => place.entry === entry)
      .map(({ at }) => pageAt(text, at) - Number(printed))
    for (const shift of new Set(shifts)) votes.set(shift, (votes.get(shift) ?? 0) + 1)
  }
  const [shift = 0, most = 0] = [...votes].toSorted(([, a], [, b]) => b - a)[0] ?? []
  const counted = most >= leastVotes ? shift : 0
  return (printed) => {
    const page = labels.get(printed) ?? Number(printed) + counted
    return page >= 1 && page <= text.pages.length ? pageRange(text, page) : null
  }
}
