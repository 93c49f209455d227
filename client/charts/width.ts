import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/**
 * The width of an element in pixels, followed as it changes; 0 until it is known, which is before anything is painted. Draw
 * nothing at 0: what moves along would come sliding in from there.
 */
export function useWidth<Measured extends Element>(): [RefObject<Measured | null>, number] {
  const ref = useRef<Measured>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    setWidth(element.getBoundingClientRect().width)
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(entry.contentRect.width)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
