import type { Position } from './position.ts'

/**
 * Where reading is to go: to the beginning of a part (`top`), to a passage that may already be in view (`view`), or to where one
 * was. Another object asks again.
 */
export type Target = { readonly document: string } & (
  | { readonly to: 'top' | 'view'; readonly start: number; readonly end: number }
  | { readonly to: 'position'; readonly position: Position }
)

/** What a document that is shown tells of itself. */
export interface SheetEvents {
  /** What holds its words, with another version whenever they have been drawn anew or elsewhere; null when it goes. */
  readonly onDrawn: (root: HTMLElement | null, version: number) => void
  /** Somebody has scrolled, or has been taken somewhere. */
  readonly onMove: (position: Position) => void
}

/** A line on the screen; not `exact` while what it stands in is still to be drawn. */
export interface Line {
  readonly top: number
  readonly bottom: number
  readonly exact: boolean
}

/**
 * How far under the edge of the column the line stands that one is taken to, in pixels: the rule of a part is above it. The line
 * there is the one that one reads, as far as that is known.
 */
export const roomAbove = 44

/** How long what one is taken to may take to be drawn, in milliseconds. */
const patience = 5_000

/** How many frames a line must stand where it should before it is left alone: its neighbors take their real height meanwhile. */
const stillFrames = 4

/** The element that scrolls a document. */
export function scrollerOf(root: HTMLElement): HTMLElement {
  const scroller = root.closest<HTMLElement>('.column-body')
  if (!scroller) throw new Error('A document is read in a column.')
  return scroller
}

/**
 * Scrolls until a line stands where it should, and keeps it there while what lies around it is drawn: `below` the edge of the
 * column by so many pixels, or anywhere well in view. It is not animated, and ends as soon as the reader scrolls. Returns what
 * ends it.
 */
export function arrive(
  scroller: HTMLElement,
  find: () => Line | null,
  aim: { readonly below: number } | 'view',
): () => void {
  const begun = performance.now()
  const own = new AbortController()
  let still = 0
  let frame = 0
  const end = (): void => {
    cancelAnimationFrame(frame)
    own.abort()
  }
  const step = (): void => {
    const line = find()
    const before = scroller.scrollTop
    const by = line ? distance(scroller, line, aim) : 0
    if (Math.abs(by) >= 1) scroller.scrollTop += by
    // At the end of a document there is nowhere left to scroll to.
    still = line?.exact && Math.abs(scroller.scrollTop - before) < 1 ? still + 1 : 0
    if (still >= stillFrames || performance.now() - begun > patience) end()
    else frame = requestAnimationFrame(step)
  }
  for (const kind of ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const)
    scroller.addEventListener(kind, end, { passive: true, signal: own.signal })
  step()
  return end
}

function distance(scroller: HTMLElement, line: Line, aim: { readonly below: number } | 'view'): number {
  const { top, height } = scroller.getBoundingClientRect()
  const at = line.top - top
  if (aim !== 'view') return at - aim.below
  const inView = at > height * 0.08 && line.bottom - top < height * 0.66
  return inView ? 0 : at - height * 0.3
}

/** The index of the first of several elements under each other that reaches below a height on the screen; the last where none does. */
export function firstBelow(elements: readonly Element[], height: number): number {
  let low = 0
  let high = elements.length - 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) > height) high = middle
    else low = middle + 1
  }
  return low
}
