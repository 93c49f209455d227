import * as Y from 'yjs'

// How the values of a map's key came about, as Yjs keeps them: a list from left to right, of which the last one stands. What has
// lost is there until the transaction that brought it ends. Each names as its origin the one that stood where it was written.

/** Whether an item was there before a transaction. */
export function wasBefore({ beforeState }: Y.Transaction, { id }: Y.Item): boolean {
  return id.clock < (beforeState.get(id.client) ?? 0)
}

/** What stood under a key before a transaction; null where nothing ever had. */
export function stoodBefore(transaction: Y.Transaction, current: Y.Item): Y.Item | null {
  let item: Y.Item | null = current
  while (item && !wasBefore(transaction, item)) item = item.left
  return item
}

/** What a transaction brought that lost at once to what stands; null where it brought nothing such. */
export function lostTo(transaction: Y.Transaction, current: Y.Item): Y.Item | null {
  let item = current.left
  while (item && wasBefore(transaction, item)) item = item.left
  return item
}

/** Whether whoever wrote an item knew another, as far as their key tells. */
export function knew({ store }: Y.Doc, item: Y.Item, other: Y.Item): boolean {
  let id: Y.ID | null = item.lastId
  while (id) {
    if (id.client === other.id.client) return id.clock >= other.id.clock
    const found: unknown = Y.getItem(store, id)
    id = found instanceof Y.Item ? found.origin : null
  }
  return false
}

/** What an item says; undefined once it is forgotten. */
export function valueOf({ content }: Y.Item): unknown {
  return content instanceof Y.ContentAny ? content.arr.at(-1) : undefined
}
