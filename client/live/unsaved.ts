import * as Y from 'yjs'
import { columnOf, differsField } from '../../shared/form/fields.ts'
import { highlightsField } from '../../shared/form/notes.ts'

/** One thing that was typed into a copy and that the server has not confirmed. */
export interface Unsaved {
  readonly root: string
  /** Null for a text. */
  readonly key: string | null
  /** What was set under the key, undefined for taken away: another value that came meanwhile may stand there since. */
  readonly value?: unknown
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
  /** What was set where edits came from a copy that is gone: in this one another value may stand since before. */
  readonly remember: (fields: readonly Unsaved[]) => void
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
        for (const key of keys) {
          const value: unknown = key !== null && type instanceof Y.Map ? type.get(key) : undefined
          last.set(nameOf({ root, key }), { root, key, value, edit })
        }
      }
    },
    remember: (fields) => {
      for (const field of fields) {
        const known = last.get(nameOf(field))
        if (known) last.set(nameOf(field), { ...known, value: field.value })
      }
    },
    confirm: (edit) => {
      for (const [name, field] of last) if (field.edit <= edit) last.delete(name)
    },
    list: () => [...last.values()].map(({ root, key, value }) => ({ root, key, value })),
  }
}

function nameOf({ root, key }: Unsaved): string {
  return `${root}\n${key ?? ''}`
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
  return fields.flatMap(({ root, key, value }): Uncounted[] => {
    const name = columnOf(root)?.field ?? root
    // The page itself notes there that two values were given; a highlight is no words.
    if (name === differsField || name === highlightsField) return []
    if (key === null) {
      const text = abandoned.getText(root)
      const typed = server ? typedBeyond(text, server) : text.toString()
      return typed.trim() === '' ? [] : [{ field: name, text: typed }]
    }
    if (value === server?.getMap(root).get(key)) return []
    return [{ field: `${name}:${key}`, text: inWords(value) }]
  })
}

function inWords(value: unknown): string {
  if (value === true) return ticked
  return typeof value === 'number' || typeof value === 'string' ? String(value) : cleared
}

/**
 * The characters of a text that another copy does not have, run by run in lines of their own. Not a comparison of what the two say:
 * the other may have gone on by itself, and what both happen to begin or end with would be missing.
 */
function typedBeyond(text: Y.Text, server: Y.Doc): string {
  const runs: string[] = []
  let goesOn = false
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const known = Math.max(0, Y.getState(server.store, item.id.client) - item.id.clock)
    const own = item.content.str.slice(known)
    if (own !== '') runs.push(goesOn && known === 0 ? `${runs.pop() ?? ''}${own}` : own)
    goesOn = own !== ''
  }
  return runs.join('\n')
}

/** What stands for a box that was ticked, and for something taken away. */
export const ticked = 'ticked'
export const cleared = 'cleared'
