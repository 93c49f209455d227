import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { columnOf } from '../../shared/form/fields.ts'
import { readForm, type FormRecord } from '../../shared/form/form-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'

/** A seat's column of a room, or the form that a document is. */
type Column = number | 'form'

interface Reading {
  /** By the rubric that they were read by: a review may go over to another version of it. */
  readonly records: Map<Column, WeakMap<Rubric, FormRecord>>
  readonly listeners: Set<() => void>
  /** Counts the changes of any column that was read. */
  changes: number
}

const readings = new WeakMap<Y.Doc, Reading>()

/**
 * What a form, or one seat's column in a room, says now; read anew when something in it has changed, and once for all who ask. As
 * long as nothing in it changes it is the same object, whatever happens in other columns.
 */
export function useRecord(doc: Y.Doc, rubric: Rubric, seat?: number): FormRecord {
  return useSyncExternalStore(useSubscription(doc), () => recordOf(doc, rubric, seat))
}

/** Follows all columns of a room, for who reads several with `recordOf`. */
export function useAnyRecord(doc: Y.Doc): void {
  useSyncExternalStore(useSubscription(doc), () => readingOf(doc).changes)
}

/** The same as `useRecord`, outside of a component. */
export function recordOf(doc: Y.Doc, rubric: Rubric, seat?: number): FormRecord {
  const { records } = readingOf(doc)
  const column = seat ?? 'form'
  const byRubric = records.get(column) ?? new WeakMap<Rubric, FormRecord>()
  records.set(column, byRubric)
  const known = byRubric.get(rubric)
  if (known) return known
  const record = readForm(doc, rubric, seat)
  byRubric.set(rubric, record)
  return record
}

function useSubscription(doc: Y.Doc): (listener: () => void) => () => void {
  return useCallback(
    (listener) => {
      const { listeners } = readingOf(doc)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    [doc],
  )
}

function readingOf(doc: Y.Doc): Reading {
  const known = readings.get(doc)
  if (known) return known
  const reading: Reading = { records: new Map(), listeners: new Set(), changes: 0 }
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    const changed = changedColumns(transaction).filter((column) => reading.records.delete(column))
    if (changed.length === 0) return
    reading.changes += 1
    for (const listener of reading.listeners) listener()
  })
  readings.set(doc, reading)
  return reading
}

/** Every field is a root of its own, whose name says whose it is. */
function changedColumns({ doc, changed }: Y.Transaction): readonly Column[] {
  if (changed.size === 0) return []
  const roots = [...doc.share].filter(([, type]) => changed.has(type))
  return [...new Set(roots.map(([root]) => columnOf(root)?.seat ?? 'form'))]
}
