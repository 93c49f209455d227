/** What turns one text into another: `removed` characters at `at` give way to `inserted`. In UTF-16 units. */
export interface ChangedSpan {
  readonly at: number
  readonly removed: number
  readonly inserted: string
}

/**
 * The one span in which two texts differ. It never cuts a surrogate pair in two, which a shared text would not survive. Where the
 * same letters repeat, a change can have been made at several places: with a caret it is the one that ends nearest to it.
 */
export function changedSpan(before: string, after: string, caret = after.length): ChangedSpan {
  if (before === after) return { at: 0, removed: 0, inserted: '' }
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  if (start + end > most) {
    const inserted = after.length - most
    start = Math.max(most - end, Math.min(start, caret - inserted))
    end = most - start
  }
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end -= 1
  return {
    at: start,
    removed: before.length - end - start,
    inserted: after.slice(start, after.length - end),
  }
}

/** As much of a text as fits, without half a surrogate pair at its end. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text
  const end = most > 0 && isHighSurrogate(text.charCodeAt(most - 1)) ? most - 1 : Math.max(0, most)
  return text.slice(0, end)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
