import * as Y from 'yjs'

/**
 * Whether an item that is about to be let in can have been written where it says. Who writes puts an item between two neighbors
 * that stand beside each other on their screen; what stands between them by now, others wrote at the same time. An item that
 * ignores what its author must have seen is given its place by the order of arrival, so that two readers would read two texts.
 * And Yjs compares it with all that it ignores: twelve kilobytes of such items make two million steps, nearly a second.
 */
export interface Place {
  readonly item: Y.Item
  /** The neighbor before it, which for the second half of a known item is its first half. */
  readonly left: Y.Item | null
}

type Store = Y.Doc['store']

/** By client id: up to which clock an author has seen its items. */
export type Seen = Map<number, number>

/** Whether nothing stands between the two neighbors. */
export function isFree(place: Place): boolean {
  return firstBetween(place) === place.item.right
}

/** Whether the neighbors are those that the item names. Naming one twice has Yjs cut it in two and take the wrong half. */
export function hasItsNeighbors({ item, left }: Place): boolean {
  const { right, rightOrigin } = item
  if (left && item.left === left && !Y.compareIDs(left.lastId, item.origin)) return false
  return right === null || Y.compareIDs(right.id, rightOrigin)
}

/**
 * Adds items to what was seen, and with each all that its author had seen: everything before it, and its neighbors. Answers how
 * many that made, and stops above `most`.
 */
export function see(store: Store, seen: Seen, ids: readonly (Y.ID | null)[], most: number): number {
  const due = [...ids]
  let count = 0
  while (due.length > 0 && count <= most) {
    const id = due.pop()
    const from = id ? (seen.get(id.client) ?? 0) : 0
    if (!id || id.clock < from) continue
    seen.set(id.client, id.clock + 1)
    const structs = store.clients.get(id.client) ?? []
    for (let at = Y.findIndexSS(structs, from); (structs[at]?.id.clock ?? Infinity) <= id.clock; at += 1) {
      const struct = structs[at]
      if (struct instanceof Y.Item) due.push(struct.origin, struct.rightOrigin)
      count += 1
    }
  }
  return count
}

/** How many items stand between the two neighbors, or null where the author must have seen one, or they stand the other way round. */
export function unseenBetween(place: Place, seen: Seen, most: number): number | null {
  let count = 0
  for (let other = firstBetween(place); other !== place.item.right; other = other.right) {
    if (other === null || other.id.clock < (seen.get(other.id.client) ?? 0)) return null
    count += 1
    if (count > most) return count
  }
  return count
}

/** How many of them Yjs compares an item with to find its place (YATA, Nicolaescu and others 2016), up to `most`. */
export function conflictSteps(store: Store, place: Place, most: number): number {
  const { item } = place
  const passed = new Set<Y.Item>()
  let other = firstBetween(place)
  for (; other !== null && other !== item.right && passed.size <= most; other = other.right) {
    if (Y.compareIDs(item.origin, other.origin)) {
      const settled = other.id.client >= item.id.client && Y.compareIDs(item.rightOrigin, other.rightOrigin)
      if (settled) break
    } else if (other.origin === null || !passed.has(Y.getItem(store, other.origin))) break
    passed.add(other)
  }
  return passed.size
}

function firstBetween({ item, left }: Place): Y.Item | null {
  if (left) return left.right
  if (!(item.parent instanceof Y.AbstractType)) return null
  if (item.parentSub === null) return item.parent._start
  let first = item.parent._map.get(item.parentSub) ?? null
  while (first?.left) first = first.left
  return first
}
