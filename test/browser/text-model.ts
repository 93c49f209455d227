import type { TextState, UnitId } from './text-page.ts'

// What a person may expect of a text area that others write in as well, told by whose character is where.

/**
 * Where what is selected belongs after a change from elsewhere: around what is left of it. A caret stays behind the character
 * before it; where that is gone, in front of the one after it; where both are, behind the nearest one before that is left.
 */
export function expectedSelection(before: TextState, ids: readonly UnitId[]): readonly [number, number] {
  const found = before.ids.map((id) => ids.indexOf(id))
  const left = found.slice(before.start, before.end).filter((place) => place >= 0)
  const [first, last] = [left[0], left.at(-1)]
  if (first !== undefined && last !== undefined) return [first, last + 1]
  const [behind = -1, front = -1] = [found[before.start - 1], found[before.end]]
  const nearest = found.slice(0, before.start).findLast((place) => place >= 0) ?? -1
  const caret = behind >= 0 ? behind + 1 : front >= 0 ? front : nearest + 1
  return [caret, caret]
}

/** How many units at the end are the same in both. */
export function sameAtEnd(before: readonly UnitId[], after: readonly UnitId[]): number {
  let same = 0
  while (same < Math.min(before.length, after.length) && before.at(-1 - same) === after.at(-1 - same))
    same += 1
  return same
}

/** What is in one and not in the other. */
export function without(one: readonly UnitId[], other: readonly UnitId[]): readonly UnitId[] {
  const known = new Set(other)
  return one.filter((id) => !known.has(id))
}

/** An index that does not lie within a pair of units. */
export function onBoundary(text: string, index: number): number {
  const inside = index > 0 && index < text.length && /^[\uDC00-\uDFFF]/.test(text.slice(index))
  return inside ? index - 1 : index
}

/** As much as there is room for, in whole characters. */
export function fits(text: string, room: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > room) return kept
    kept += character
  }
  return kept
}
