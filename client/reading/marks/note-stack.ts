/** A note in the margin: the height at which its passage begins, and its own. In pixels. */
export interface Stacked {
  readonly at: number
  readonly height: number
}

/** Where notes stand under each other, in the order given: each at its passage, or under the one before where that reaches further. */
export function stackNotes(notes: readonly Stacked[], gap: number): readonly number[] {
  let free = -Infinity
  return notes.map(({ at, height }) => {
    const top = Math.max(at, free)
    free = top + height + gap
    return top
  })
}
