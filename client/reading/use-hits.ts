import { useEffect } from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import { paint, rangesOf, rangesOfAll, type ShownDocument } from './passages.ts'
import type { Search } from './use-search.ts'

/** How many pages before and after the one that is read have their hits painted: more than are ever in view. */
const around = { before: 2, after: 4 }

/** Paints the hits of a search around where one reads, and the one that one is at. */
export function usePaintedHits(shown: ShownDocument | null, page: number, { hits, current }: Search): void {
  useEffect(() => {
    if (!shown || hits.length === 0) return
    const { id, text, root } = shown
    const from = startOf(text, page - around.before)
    const to = startOf(text, page + around.after)
    const near = hits.filter(({ document, start }) => document === id && start >= from && start < to)
    paint('search', rangesOfAll(root, near))
    const here = hits[current]
    paint('here', here?.document === id ? rangesOf(root, here.start, here.end) : [])
    return () => {
      paint('search', [])
      paint('here', [])
    }
  }, [shown, page, hits, current])
}

/** Where a page begins; before the first at 0, after the last at the end. */
function startOf({ pages, text }: DocumentText, page: number): number {
  return page <= 1 ? 0 : (pages[page - 1]?.start ?? text.length)
}
