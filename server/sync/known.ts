import * as Y from 'yjs'
import type { ReadUpdate } from './update-reader.ts'

/** Whether a document has all that an update brings, and has deleted all that it deletes: it would change nothing. */
export function knowsAll({ store }: Y.Doc, { items, deletes }: ReadUpdate): boolean {
  for (const list of items.values()) if (!list.every((item) => isKnown(store, item))) return false
  for (const [client, ranges] of deletes.clients) {
    const structs = store.clients.get(client) ?? []
    for (const { clock, len } of ranges) if (!isDeleted(structs, clock, clock + len)) return false
  }
  return true
}

/** Whether a store has an item already. */
export function isKnown(store: Y.Doc['store'], item: Y.Item): boolean {
  return item.id.clock + item.length <= Y.getState(store, item.id.client)
}

function isDeleted(structs: (Y.Item | Y.GC)[], from: number, to: number): boolean {
  const last = structs.at(-1)
  if (!last || last.id.clock + last.length < to) return false
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at += 1) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= to) return true
    if (!struct.deleted) return false
  }
  return true
}
