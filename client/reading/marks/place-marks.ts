import type { Highlight } from '../../../shared/form/notes.ts'
import type { Passage } from '../passages.ts'
import type { PlacedMark } from './mark-edits.ts'
import { placeIn } from './mark-place.ts'
import type { Mark } from './marks.ts'

/** Finds the highlights of a file in its text, in the order in which they stand there; those that are nowhere in it come last. */
export function placerFor(file: string, text: string): (marks: readonly Mark[]) => readonly PlacedMark[] {
  // What has moved is looked for by its words, which takes a while: once for each highlight.
  const known = new WeakMap<Highlight, Passage | { readonly nowhere: true }>()
  const placeOf = (highlight: Highlight): Passage | null => {
    const found = known.get(highlight) ?? placeIn(text, highlight) ?? { nowhere: true }
    known.set(highlight, found)
    return 'nowhere' in found ? null : found
  }
  return (marks) =>
    marks
      .filter(({ highlight }) => highlight.file === file)
      .map((mark) => ({ mark, place: placeOf(mark.highlight) }))
      .toSorted(
        (left, right) =>
          (left.place?.start ?? Infinity) - (right.place?.start ?? Infinity) ||
          left.mark.highlight.at - right.mark.highlight.at,
      )
}
