import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { summaryField } from '../../../shared/form/summary.ts'
import type { Rubric } from '../../../shared/rubric/rubric.ts'

/** By criterion. */
type Texts = Readonly<Record<string, string>>

interface Reading {
  texts: Texts
  readonly listeners: Set<() => void>
}

const readings = new WeakMap<Y.Doc, Reading>()

/** The summaries of a room as they stand, live; the same object as long as none of them changes. */
export function useSummaryTexts(room: Y.Doc, rubric: Rubric): Texts {
  const subscribe = useCallback(
    (listener: () => void) => {
      const { listeners } = readingOf(room, rubric)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    [room, rubric],
  )
  return useSyncExternalStore(subscribe, () => readingOf(room, rubric).texts)
}

function readingOf(room: Y.Doc, rubric: Rubric): Reading {
  const known = readings.get(room)
  if (known) return known
  const read = (): Texts =>
    Object.fromEntries(rubric.criteria.map(({ id }) => [id, room.getText(summaryField(id)).toString()]))
  const reading: Reading = { texts: read(), listeners: new Set() }
  const own: ReadonlySet<unknown> = new Set(rubric.criteria.map(({ id }) => room.getText(summaryField(id))))
  room.on('afterTransaction', ({ changed }: Y.Transaction) => {
    if (![...changed.keys()].some((type) => own.has(type))) return
    reading.texts = read()
    for (const listener of reading.listeners) listener()
  })
  readings.set(room, reading)
  return reading
}
