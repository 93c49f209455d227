import { startAttribute } from '../reading/passages.ts'

/** Words of the text under a point of the screen. */
export interface PieceUnder {
  readonly words: Element
  readonly start: number
  /** Whether the point is in their lower half. */
  readonly lower: boolean
}

/** The words that lie under a point of the screen; null outside of all. */
export function pieceAtPoint(root: HTMLElement, x: number, y: number): PieceUnder | null {
  const under = document.elementFromPoint(x, y)
  const words = under?.closest(`[${startAttribute}]`)
  if (!words || !root.contains(words)) return null
  const { top, bottom } = words.getBoundingClientRect()
  return { words, start: startOf(words), lower: y > (top + bottom) / 2 }
}

/** Where the first words begin that stand below the upper edge of the view; null where there are none. */
export function firstStartInView(root: HTMLElement): number | null {
  const edge = Math.max(0, scrollingBox(root)?.getBoundingClientRect().top ?? 0)
  const found = [...root.querySelectorAll(`[${startAttribute}]`)].find(
    (words) => words.getBoundingClientRect().top >= edge - 2,
  )
  return found ? startOf(found) : null
}

/** What the text scrolls in: its column, or where columns stack the page. */
export function scrollingBox(root: HTMLElement): HTMLElement | null {
  for (let box = root.parentElement; box; box = box.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(box).overflowY)
    if (scrolls && box.scrollHeight > box.clientHeight) return box
  }
  return null
}

function startOf(words: Element): number {
  return Number(words.getAttribute(startAttribute))
}
