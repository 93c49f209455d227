import * as Y from 'yjs'

/**
 * How many neighbors Yjs looks at to find the place of an item among those that were written at the same time (YATA, Nicolaescu
 * and others 2016); counting stops above `most`. An author alone causes none. Some twelve kilobytes of items that all claim the
 * same place make two million steps, nearly a second: so they are counted before an item is let in.
 */
export function conflictSteps(
  store: Y.Doc['store'],
  item: Y.Item,
  left: Y.Item | null,
  most: number,
): number {
  const { right } = item
  const free = left ? left.right === right : right !== null && right.left === null
  if (free || !(item.parent instanceof Y.AbstractType)) return 0
  let steps = 0
  let other: Y.Item | null
  if (left) other = left.right
  else if (item.parentSub === null) other = item.parent._start
  else {
    other = item.parent._map.get(item.parentSub) ?? null
    for (; other?.left && steps <= most; other = other.left) steps += 1
  }
  const passed = new Set<Y.Item>()
  for (; other !== null && other !== right && steps <= most; other = other.right) {
    steps += 1
    if (Y.compareIDs(item.origin, other.origin)) {
      const settled = other.id.client >= item.id.client && Y.compareIDs(item.rightOrigin, other.rightOrigin)
      if (settled) break
    } else if (other.origin === null || !passed.has(Y.getItem(store, other.origin))) break
    passed.add(other)
  }
  return steps
}
