import { useLayoutEffect, useState, type RefObject } from 'react'

/** How wide an element is, in pixels; 0 before that is known. */
export function useWidth(own: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = own.current
    if (!element) return
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [own])
  return width
}
