import type * as Y from 'yjs'

/**
 * For each UTF-16 unit of a text that a text area shows: where it stands in the shared text, or -1 where it does not stand there
 * any more. A text area that waits for an input method falls behind; this is how far.
 */
export type Places = readonly number[]

/** What a change to a shared text did, as Yjs tells it. */
export type TextDelta = Y.YTextEvent['delta']

/** The places in a shared text of that length that the area shows as it is. */
export function inStep(length: number): Places {
  const places: number[] = []
  // Array.from takes ten times as long, and this is done at every key.
  for (let place = 0; place < length; place += 1) places.push(place)
  return places
}

/** The places after a change to the shared text. */
export function carried(places: Places, delta: TextDelta): Places {
  const moved = [...places]
  let next = 0
  let from = 0
  let to = 0
  /** Carries what stands before `end` of the text as it was; `gone` where it was taken away. */
  const pass = (end: number, gone: boolean): void => {
    for (; next < moved.length; next += 1) {
      const place = moved[next] ?? -1
      if (place >= end) return
      if (place >= 0) moved[next] = gone ? -1 : place - from + to
    }
  }
  for (const { retain = 0, insert, delete: removed = 0 } of delta) {
    pass(from + retain, false)
    from += retain
    to += retain
    if (typeof insert === 'string') to += insert.length
    pass(from + removed, true)
    from += removed
  }
  pass(Infinity, false)
  return moved
}

/**
 * Where in the shared text something lies that lies between two characters of the area: behind the one before it; where that is
 * gone, in front of the one after it; where both are, at the seam.
 */
export function between(places: Places, before: number, after = before): number {
  const left = places[before - 1] ?? -1
  if (left >= 0) return left + 1
  const right = places[after] ?? -1
  if (right >= 0) return right
  const nearest = places.slice(0, before).findLast((place) => place >= 0)
  return nearest === undefined ? 0 : nearest + 1
}

/** Where a selection of the area lies in the shared text: around what is left of it. */
export function selected(places: Places, start: number, end: number): readonly [start: number, end: number] {
  const left = places.slice(start, end).filter((place) => place >= 0)
  const first = left[0]
  const last = left.at(-1)
  if (first !== undefined && last !== undefined) return [first, last + 1]
  const caret = between(places, start, end)
  return [caret, caret]
}

/** Places that follow each other, as runs. */
export function runsOf(places: Places): readonly { readonly at: number; readonly length: number }[] {
  const runs: { at: number; length: number }[] = []
  for (const place of places) {
    const last = runs.at(-1)
    if (last && last.at + last.length === place) last.length += 1
    else runs.push({ at: place, length: 1 })
  }
  return runs
}

/** Where the last thing that a change did ends: behind what was put in, at the seam of what was taken away. */
export function endOf(delta: TextDelta): number {
  let at = 0
  for (const { retain = 0, insert } of delta) at += retain + (typeof insert === 'string' ? insert.length : 0)
  return at
}
