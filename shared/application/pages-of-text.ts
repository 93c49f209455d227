import type { DocumentText } from './document-text.ts'

/** The number of the page that a place is on, from 1. Places past the end are on the last. */
export function pageAt({ pages }: Pick<DocumentText, 'pages'>, at: number): number {
  let low = 0
  let high = pages.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((pages[middle]?.start ?? Infinity) <= at) low = middle
    else high = middle - 1
  }
  return low + 1
}

/** From where to where a page goes, by its number from 1. Throws where there is no such page. */
export function pageRange({ pages, text }: DocumentText, page: number): { start: number; end: number } {
  const own = pages[page - 1]
  if (!own) throw new RangeError(`There is no page ${page}.`)
  return { start: own.start, end: pages[page]?.start ?? text.length }
}
