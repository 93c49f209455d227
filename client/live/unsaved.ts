import type * as Y from 'yjs'
import { columnOf, differsField } from '../../shared/form/fields.ts'
import { changedSpan } from './text-difference.ts'

/** One thing that was typed into a copy and that the server has not confirmed. `key` is null for a text. */
export interface Unsaved {
  readonly root: string
  readonly key: string | null
}

/** What did not count: a text, or what was set under a key, in words. */
export interface Uncounted {
  /** As the server keeps it: a text's field without its seat, or `<map>:<key>` as in `scores:(A)(1)(i)`. */
  readonly field: string
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
    list: () => [...last.values()].map(({ root, key }) => ({ root, key })),
  }
}

/**
 * What an abandoned copy says beyond the server's in the fields that were not confirmed; all that it says in them where the server's
 * is not to be had.
 */
export function difference(
  abandoned: Y.Doc,
  server: Y.Doc | null,
  fields: readonly Unsaved[],
): readonly Uncounted[] {
  return fields.flatMap(({ root, key }): Uncounted[] => {
    const name = columnOf(root)?.field ?? root
    // The page itself notes there that two values were given.
    if (name === differsField) return []
    if (key === null) {
      const there = server?.getText(root).toString() ?? ''
      const typed = changedSpan(there, abandoned.getText(root).toString()).inserted
      return typed.trim() === '' ? [] : [{ field: name, text: typed }]
    }
    const value = abandoned.getMap(root).get(key)
    if (value === server?.getMap(root).get(key) || isObject(value)) return []
    return [{ field: `${name}:${key}`, text: inWords(value) }]
  })
}

function inWords(value: unknown): string {
  if (value === true) return ticked
  return typeof value === 'number' || typeof value === 'string' ? String(value) : cleared
}

/** A highlight, which is marked and not typed. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** What stands for a box that was ticked, and for something taken away. */
export const ticked = 'ticked'
export const cleared = 'cleared'
