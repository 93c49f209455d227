import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { Position } from './position.ts'
import { arrive, roomAbove, scrollerOf, type Line, type SheetEvents, type Target } from './sheet.ts'

interface SheetParts extends SheetEvents {
  readonly root: RefObject<HTMLElement | null>
  readonly target: Target | null
  /** Where a target is on the screen; null while there is nothing to see of it. */
  readonly find: (root: HTMLElement, target: Target) => Line | null
  /** Where one reads; null before anything stands in its place. */
  readonly positionIn: (root: HTMLElement, scroller: HTMLElement) => Position | null
  /** Is told when there has been scrolling, before the position is. */
  readonly onScroll?: (root: HTMLElement, scroller: HTMLElement) => void
}

/**
 * What text and pages have in common: they go to their target, and tell where one reads and when words have been drawn: `tell` is to
 * be called when they have been, `stay` when all of them have taken another size, which is no reason to lose one's line.
 */
export function useSheet(parts: SheetParts): { readonly tell: () => void; readonly stay: () => void } {
  const { root, target, onDrawn } = parts
  const latest = useRef(parts)
  useLayoutEffect(() => {
    latest.current = parts
  })
  const version = useRef(0)
  const read = useRef<Position | null>(null)
  const tell = useCallback(() => {
    if (root.current) onDrawn(root.current, (version.current += 1))
  }, [root, onDrawn])

  useEffect(() => () => onDrawn(null, 0), [onDrawn])

  useEffect(() => {
    const own = root.current
    if (!own) return
    const scroller = scrollerOf(own)
    let frame = 0
    const look = (): void => {
      latest.current.onScroll?.(own, scroller)
      const position = latest.current.positionIn(own, scroller)
      if (!position) return
      read.current = position
      latest.current.onMove(position)
    }
    const onScroll = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    onScroll()
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      scroller.removeEventListener('scroll', onScroll)
    }
  }, [root])

  useEffect(() => {
    const own = root.current
    if (!own || !target) return
    return arrive(
      scrollerOf(own),
      () => latest.current.find(own, target),
      target.to === 'view' ? 'view' : { below: roomAbove },
    )
  }, [root, target])

  const stay = useCallback(() => {
    const own = root.current
    if (!own || !read.current) return
    const line = latest.current.find(own, { document: '', to: 'position', position: read.current })
    const scroller = scrollerOf(own)
    if (line) scroller.scrollTop += line.top - scroller.getBoundingClientRect().top - roomAbove
  }, [root])
  return { tell, stay }
}

/** Calls back with the room that an element has, in pixels, whenever that or the element's own size has become another. */
export function useRoom(root: RefObject<HTMLElement | null>, onRoom: (width: number) => void): void {
  const latest = useRef(onRoom)
  useLayoutEffect(() => {
    latest.current = onRoom
  })
  useEffect(() => {
    const own = root.current
    const around = own?.parentElement
    if (!around) return
    // What is wider than its room scrolls: its own width says nothing of the room.
    const watch = new ResizeObserver(() => latest.current(around.clientWidth))
    watch.observe(own)
    watch.observe(around)
    return () => watch.disconnect()
  }, [root])
}
