import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { Position } from './position.ts'
import { arrive, roomAbove, scrollerOf, type Line, type SheetEvents, type Target } from './sheet.ts'

interface SheetParts extends SheetEvents {
  readonly root: RefObject<HTMLElement | null>
  readonly target: Target | null
  /** Where a target is on the screen; null while there is nothing to see of it. */
  readonly find: (root: HTMLElement, target: Target) => Line | null
  /** Where one reads. */
  readonly positionIn: (root: HTMLElement, scroller: HTMLElement) => Position
  /** Is told when there has been scrolling, before the position is. */
  readonly onScroll?: (root: HTMLElement, scroller: HTMLElement) => void
}

/**
 * What text and pages have in common: they go to their target, and tell where one reads and when words have been drawn. Returns what
 * is to be called when they have been.
 */
export function useSheet(parts: SheetParts): () => void {
  const { root, target, onDrawn } = parts
  const latest = useRef(parts)
  useLayoutEffect(() => {
    latest.current = parts
  })
  const version = useRef(0)
  const drawn = useCallback(() => {
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
      latest.current.onMove(latest.current.positionIn(own, scroller))
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
  return drawn
}

/** Calls back with an element's own size whenever that has become another. */
export function useSize(
  root: RefObject<HTMLElement | null>,
  onSize: (size: { readonly width: number; readonly height: number }) => void,
): void {
  const latest = useRef(onSize)
  useLayoutEffect(() => {
    latest.current = onSize
  })
  useEffect(() => {
    const own = root.current
    if (!own) return
    const watch = new ResizeObserver(() =>
      latest.current({ width: own.clientWidth, height: own.clientHeight }),
    )
    watch.observe(own)
    return () => watch.disconnect()
  }, [root])
}
