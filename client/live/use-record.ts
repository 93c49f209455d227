import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { readForm, type FormRecord } from '../../shared/form/form-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'

interface Reading {
  readonly records: Map<string, FormRecord>
  readonly listeners: Set<() => void>
}

const readings = new WeakMap<Y.Doc, Reading>()

/** What a form, or one seat's column in a room, says now; read anew after each transaction and once for all who ask. */
export function useRecord(doc: Y.Doc, rubric: Rubric, seat?: number): FormRecord {
  const subscribe = useCallback(
    (listener: () => void) => {
      const { listeners } = readingOf(doc)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    [doc],
  )
  return useSyncExternalStore(subscribe, () => recordOf(doc, rubric, seat))
}

/** The same, outside of a component. */
export function recordOf(doc: Y.Doc, rubric: Rubric, seat?: number): FormRecord {
  const { records } = readingOf(doc)
  const column = String(seat ?? 'form')
  const known = records.get(column)
  if (known) return known
  const record = readForm(doc, rubric, seat)
  records.set(column, record)
  return record
}

function readingOf(doc: Y.Doc): Reading {
  const known = readings.get(doc)
  if (known) return known
  const reading: Reading = { records: new Map(), listeners: new Set() }
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.changed.size === 0) return
    reading.records.clear()
    for (const listener of reading.listeners) listener()
  })
  readings.set(doc, reading)
  return reading
}
