import { useEffect, useLayoutEffect } from 'react'
import { paint, rangesOfAll, type ShownDocument } from '../passages.ts'
import type { PlacedMark } from './mark-edits.ts'

/** Paints highlights wherever their words are drawn. */
export function usePaintedMarks({ root, version }: ShownDocument, placed: readonly PlacedMark[]): void {
  useLayoutEffect(() => {
    const passages = placed.flatMap(({ place }) => place ?? [])
    paint('mark', passages.length === 0 ? [] : rangesOfAll(root, passages))
  }, [root, version, placed])
  useEffect(() => () => paint('mark', []), [])
}
