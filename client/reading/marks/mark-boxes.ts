import { rangesOf, type Passage } from '../passages.ts'

/** Where a passage stands over the document, in pixels from the corner of what is drawn over it. */
export interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The box around a passage as far as it is drawn; null where nothing of it is. A point has the box of the letter after it. */
export function boxOf(root: HTMLElement, over: HTMLElement, { start, end }: Passage): Box | null {
  const ranges = rangesOf(root, start, Math.max(end, start + 1))
  const rects = ranges.flatMap((range) => [...range.getClientRects()]).filter(({ width }) => width > 0)
  if (rects.length === 0) return null
  const corner = over.getBoundingClientRect()
  return {
    top: Math.min(...rects.map(({ top }) => top)) - corner.top,
    bottom: Math.max(...rects.map(({ bottom }) => bottom)) - corner.top,
    left: Math.min(...rects.map(({ left }) => left)) - corner.left,
    right: Math.max(...rects.map(({ right }) => right)) - corner.left,
  }
}

/** The part of what is drawn over a document that one sees, in the same pixels. */
export interface View extends Box {
  /** How much of the screen lies under the page's work: its foot line, in pixels. */
  readonly foot: number
}

export function viewOver(scroller: HTMLElement, over: HTMLElement): View {
  const corner = over.getBoundingClientRect()
  const seen = scroller.getBoundingClientRect()
  const work = over.closest('main')?.getBoundingClientRect()
  return {
    top: seen.top - corner.top,
    bottom: seen.bottom - corner.top,
    left: seen.left - corner.left,
    right: seen.right - corner.left,
    foot: work ? innerHeight - work.bottom : 0,
  }
}
