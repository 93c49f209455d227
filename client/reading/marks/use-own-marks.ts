import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { readMarks, type Mark } from './marks.ts'

interface Reading {
  marks: readonly Mark[] | null
  readonly listeners: Set<() => void>
}

const readings = new WeakMap<Y.Doc, Reading>()
const none: readonly Mark[] = []

/** One's own highlights with their notes as they are now; none while the document is not open. */
export function useOwnMarks(doc: Y.Doc | null): readonly Mark[] {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!doc) return () => undefined
      const { listeners } = readingOf(doc)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    [doc],
  )
  return useSyncExternalStore(subscribe, () => (doc ? marksIn(doc) : none))
}

function marksIn(doc: Y.Doc): readonly Mark[] {
  const reading = readingOf(doc)
  reading.marks ??= readMarks(doc)
  return reading.marks
}

function readingOf(doc: Y.Doc): Reading {
  const known = readings.get(doc)
  if (known) return known
  const reading: Reading = { marks: null, listeners: new Set() }
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.changed.size === 0) return
    reading.marks = null
    for (const listener of reading.listeners) listener()
  })
  readings.set(doc, reading)
  return reading
}
