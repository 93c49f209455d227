import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Border } from './borders.ts'
import { pieceAtPoint, scrollingBox, type PieceUnder } from './stop-at-point.ts'

interface DragParts {
  readonly root: RefObject<HTMLElement | null>
  /** Where a border would come to stand if it were let go over those words; null where it cannot. */
  readonly stopFor: (border: Border, under: PieceUnder) => number | null
  readonly onDrop: (border: Border, at: number) => void
}

export interface BorderDrag {
  readonly dragging: boolean
  /** Where the border would come to stand, in pixels from the top of the text; null while nothing is dragged. */
  readonly line: number | null
  readonly grab: (border: Border, event: PointerEvent) => void
}

/** How near to an edge of the view the text begins to move, in pixels, and by how much in a frame at the edge itself. */
const edge = 56
const fastest = 18

/** Dragging a border by the pointer, over more text than is in view. Escape leaves it where it was. */
export function useBorderDrag(parts: DragParts): BorderDrag {
  const [held, setHeld] = useState<Border | null>(null)
  const [line, setLine] = useState<number | null>(null)
  const latest = useRef(parts)
  useEffect(() => {
    latest.current = parts
  })

  useEffect(() => {
    if (!held) return
    const { root } = latest.current
    const scroller = root.current && scrollingBox(root.current)
    let pointer = { x: 0, y: 0 }
    let at: number | null = null
    let frame = 0

    const aim = (): void => {
      const within = root.current
      const under = within && pieceAtPoint(within, pointer.x, pointer.y)
      if (!within || !under) return
      at = latest.current.stopFor(held, under)
      setLine(at === null ? null : lineAt(within, at))
    }
    const move = (event: globalThis.PointerEvent): void => {
      pointer = { x: event.clientX, y: event.clientY }
      aim()
    }
    const scroll = (): void => {
      frame = requestAnimationFrame(scroll)
      const by = speedAt(scroller, pointer.y)
      if (by === 0) return
      scroller?.scrollBy({ top: by, behavior: 'instant' })
      aim()
    }
    const end = (dropped: boolean): void => {
      setHeld(null)
      setLine(null)
      if (dropped && at !== null) latest.current.onDrop(held, at)
    }
    const drop = (): void => end(true)
    const leave = (): void => end(false)
    const escape = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') end(false)
    }
    frame = requestAnimationFrame(scroll)
    addEventListener('pointermove', move)
    addEventListener('pointerup', drop)
    addEventListener('pointercancel', leave)
    addEventListener('keydown', escape)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', drop)
      removeEventListener('pointercancel', leave)
      removeEventListener('keydown', escape)
    }
  }, [held])

  return {
    dragging: held !== null,
    line,
    grab: (border, event) => {
      if (event.button !== 0) return
      // No text is selected on the way, and the focus is where the border is.
      event.preventDefault()
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus({ preventScroll: true })
      setHeld(border)
    },
  }
}

/** Where the words of a stop begin, or where all of them end, from the top of the text. */
function lineAt(root: HTMLElement, at: number): number {
  const words = root.querySelector(`[data-start="${at}"]`)
  const box = root.getBoundingClientRect()
  return (words ? words.getBoundingClientRect().top : box.bottom) - box.top
}

function speedAt(scroller: HTMLElement | null, y: number): number {
  if (!scroller || y === 0) return 0
  const { top, bottom } = scroller.getBoundingClientRect()
  const above = Math.max(0, top + edge - y)
  const below = Math.max(0, y - (bottom - edge))
  return Math.round((Math.min(edge, below) - Math.min(edge, above)) * (fastest / edge))
}
