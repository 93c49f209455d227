import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { DocumentText } from '../../shared/application/document-text.ts'
import { pageRange } from '../../shared/application/pages-of-text.ts'
import { drawnPage, type DrawnPage } from './pdf-page.ts'

/** The pages of a PDF that are near what one sees. */
export interface PdfPages {
  /** Draws what is near at another width, in pixels. */
  readonly resize: (width: number) => void
  readonly close: () => void
}

interface Parts {
  readonly scroller: HTMLElement
  /** The papers, one for each page. */
  readonly papers: readonly HTMLElement[]
  readonly file: PDFDocumentProxy
  readonly text: DocumentText
  readonly width: number
  /** A page has been drawn, or taken away. */
  readonly onDrawn: () => void
  readonly onFailed: (page: number, error: unknown) => void
}

/** How far around what one sees pages are drawn, as a share of the column's height. */
const around = '100%'

/** Draws the pages of a PDF as one comes near them, the nearest first and one at a time, and drops those that one has left. */
export function pdfPages(parts: Parts): PdfPages {
  const { scroller, papers, file, text, onDrawn, onFailed } = parts
  const near = new Set<HTMLElement>()
  const drawn = new Map<HTMLElement, { readonly page: DrawnPage; width: number }>()
  let { width } = parts
  let closed = false
  let drawing = false

  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!(target instanceof HTMLElement)) continue
        if (isIntersecting) near.add(target)
        else leave(target)
      }
      next()
    },
    { root: scroller, rootMargin: `${around} 0px` },
  )
  for (const paper of papers) watch.observe(paper)

  function leave(paper: HTMLElement): void {
    near.delete(paper)
    const found = drawn.get(paper)
    if (!found) return
    found.page.clear()
    drawn.delete(paper)
    onDrawn()
  }

  /** Begins with the page nearest to the middle that is not as it should be. */
  function next(): void {
    if (drawing || closed) return
    const box = scroller.getBoundingClientRect()
    const middle = box.top + box.height / 2
    const [nearest] = [...near]
      .filter((paper) => drawn.get(paper)?.width !== width)
      .map((paper) => {
        const { top, bottom } = paper.getBoundingClientRect()
        return { paper, apart: Math.max(top - middle, middle - bottom, 0) }
      })
      .toSorted((left, right) => left.apart - right.apart)
    if (!nearest) return
    drawing = true
    void draw(nearest.paper).finally(() => {
      drawing = false
      next()
    })
  }

  async function draw(paper: HTMLElement): Promise<void> {
    const number = papers.indexOf(paper) + 1
    const found = drawn.get(paper) ?? { page: pageOn(paper, number), width: 0 }
    drawn.set(paper, found)
    const wanted = width
    found.width = wanted
    try {
      await found.page.draw(wanted)
      if (drawn.get(paper) === found) onDrawn()
    } catch (error) {
      // Taken away while it was drawn.
      if (!closed && drawn.get(paper) === found) onFailed(number, error)
    }
  }

  function pageOn(paper: HTMLElement, number: number): DrawnPage {
    const { start, end } = pageRange(text, number)
    return drawnPage({ file, number, paper, text: text.text.slice(start, end), start })
  }

  return {
    resize: (to) => {
      if (to === width) return
      width = to
      next()
    },
    close: () => {
      closed = true
      watch.disconnect()
      for (const { page } of drawn.values()) page.clear()
      drawn.clear()
    },
  }
}
