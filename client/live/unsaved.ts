import type * as Y from 'yjs'
import { changedSpan } from './text-difference.ts'

/** One thing that was typed into a copy and that the server has not confirmed. `key` is null for a text. */
export interface Unsaved {
  readonly root: string
  readonly key: string | null
}

/** What did not count: a text, or a value set in a map. */
export interface SetAside {
  readonly at: number
  readonly root: string
  readonly key: string | null
  /** What was typed beyond what the server has, or the value in words. */
  readonly text: string
}

/** Remembers which fields hold edits that are not confirmed yet, by the number of their last edit. */
export interface UnsavedFields {
  readonly touch: (transaction: Y.Transaction, edit: number) => void
  readonly confirm: (edit: number) => void
  readonly list: () => readonly Unsaved[]
}

/** The memory of one copy's unconfirmed fields. */
export function unsavedFields(doc: Y.Doc): UnsavedFields {
  const last = new Map<string, Unsaved & { edit: number }>()
  const rootOf = (type: unknown): string | undefined =>
    [...doc.share].find(([, candidate]) => candidate === type)?.[0]
  return {
    touch: (transaction, edit) => {
      for (const [type, keys] of transaction.changed) {
        const root = rootOf(type)
        if (root === undefined) continue
        for (const key of keys) last.set(`${root}\n${key ?? ''}`, { root, key, edit })
      }
    },
    confirm: (edit) => {
      for (const [name, field] of last) if (field.edit <= edit) last.delete(name)
    },
    list: () => [...last.values()],
  }
}

/** What an abandoned copy says beyond the fresh one in the fields that were not confirmed. */
export function difference(
  abandoned: Y.Doc,
  fresh: Y.Doc,
  fields: readonly Unsaved[],
  at: number,
): readonly SetAside[] {
  return fields.flatMap(({ root, key }): SetAside[] => {
    if (key === null) {
      const typed = changedSpan(fresh.getText(root).toString(), abandoned.getText(root).toString()).inserted
      return typed.trim() === '' ? [] : [{ at, root, key, text: typed }]
    }
    const value = abandoned.getMap(root).get(key)
    if (value === fresh.getMap(root).get(key)) return []
    return [{ at, root, key, text: inWords(value) }]
  })
}

function inWords(value: unknown): string {
  if (value === true) return 'ticked'
  return typeof value === 'number' || typeof value === 'string' ? String(value) : 'cleared'
}
