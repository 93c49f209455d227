import { useLayoutEffect, useState, type RefObject } from 'react'
import type { Passage, ShownDocument } from '../passages.ts'
import { scrollerOf } from '../sheet.ts'
import { boxOf, viewOver, type Box, type View } from './mark-boxes.ts'

export type Boxes = ReadonlyMap<string, Box>

export interface Measured {
  /** By name, of the passages that are drawn. */
  readonly boxes: Boxes
  /** What one sees. */
  readonly view: View
}

const nothing: Measured = { boxes: new Map(), view: { top: 0, bottom: 0, left: 0, right: 0, foot: 0 } }

/** Where passages stand, measured when there are others of them and whenever other words have been drawn. */
export function useBoxes(
  { root, version }: ShownDocument,
  over: RefObject<HTMLElement | null>,
  wanted: ReadonlyMap<string, Passage>,
): Measured {
  const [measured, setMeasured] = useState(nothing)
  useLayoutEffect(() => {
    const own = over.current
    if (!own) return
    const found = new Map<string, Box>()
    for (const [name, passage] of wanted) {
      const box = boxOf(root, own, passage)
      if (box) found.set(name, box)
    }
    const now = { boxes: found, view: viewOver(scrollerOf(own), own) }
    setMeasured((before) => (areSame(before, now) ? before : now))
  }, [root, version, over, wanted])
  return measured
}

function areSame(left: Measured, right: Measured): boolean {
  return (
    isSame(left.view, right.view) &&
    left.view.foot === right.view.foot &&
    left.boxes.size === right.boxes.size &&
    [...left.boxes].every(([name, box]) => isSame(box, right.boxes.get(name)))
  )
}

function isSame(left: Box, right: Box | undefined): boolean {
  return (
    left.top === right?.top &&
    left.bottom === right.bottom &&
    left.left === right.left &&
    left.right === right.right
  )
}
