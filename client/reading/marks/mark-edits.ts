import type * as Y from 'yjs'
import { highlightsField, type Highlight } from '../../../shared/form/notes.ts'
import type { Passage } from '../passages.ts'
import { anchorOf } from './mark-place.ts'
import { addMark, removeMark, type Mark } from './marks.ts'

/** A highlight and where it stands in the text that is shown; null where its words are nowhere in it. */
export interface PlacedMark {
  readonly mark: Mark
  readonly place: Passage | null
}

/** One that is found in the text. */
export interface FoundMark extends PlacedMark {
  readonly place: Passage
}

/** The highlight that a passage or a point lies in, the shortest where there are several; null outside of all. */
export function markAround(placed: readonly PlacedMark[], { start, end }: Passage): FoundMark | null {
  const last = Math.max(start + 1, end)
  const around = placed.filter(isFound).filter(({ place }) => place.start <= start && last <= place.end)
  return around.toSorted((left, right) => lengthOf(left) - lengthOf(right))[0] ?? null
}

function isFound(placed: PlacedMark): placed is FoundMark {
  return placed.place !== null
}

function lengthOf({ place: { start, end } }: FoundMark): number {
  return end - start
}

/**
 * Marks a passage and returns the id of the highlight that covers it then; null where nothing but white space is in it. Highlights
 * that share words become one, which keeps the note; where more than one has a note, those stay beside it as they are. Highlights
 * that only touch stay apart: each may have been made for a row of its own.
 */
export function markPassage(
  doc: Y.Doc,
  placed: readonly PlacedMark[],
  text: string,
  passage: Passage,
  told: Pick<Highlight, 'file' | 'item' | 'at'>,
): string | null {
  const anchor = anchorOf(text, passage)
  if (!anchor) return null
  const shared = placed
    .filter(isFound)
    .filter(({ place }) => place.start < anchor.end && anchor.start < place.end)
  const kept = shared.find(({ mark }) => mark.note !== '') ?? shared[0]
  if (!kept) return addMark(doc, { ...told, ...anchor })
  const gone = shared.filter((each) => each !== kept && each.mark.note === '')
  const joined = [anchor, kept.place, ...gone.map(({ place }) => place)]
  const whole = anchorOf(text, {
    start: Math.min(...joined.map(({ start }) => start)),
    end: Math.max(...joined.map(({ end }) => end)),
  })
  if (!whole) return null
  doc.transact(() => {
    for (const { mark } of gone) removeMark(doc, mark.id)
    doc.getMap(highlightsField).set(kept.mark.id, { ...kept.mark.highlight, ...whole })
  })
  return kept.mark.id
}
