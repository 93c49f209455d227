import type * as Y from 'yjs'
import { highlightsField, isHighlight, noteField, type Highlight } from '../../../shared/form/notes.ts'

/** A highlight of one's own, with what one wrote beside it. */
export interface Mark {
  readonly id: string
  readonly highlight: Highlight
  readonly note: string
}

/** All highlights in a person's notes, in the order of their files and places. What is none is left out. */
export function readMarks(doc: Y.Doc): readonly Mark[] {
  const marks: Mark[] = []
  for (const [id, value] of doc.getMap(highlightsField).entries()) {
    if (!isHighlight(value)) continue
    marks.push({ id, highlight: value, note: doc.getText(noteField(id)).toString() })
  }
  return marks.toSorted(
    ({ highlight: left }, { highlight: right }) =>
      left.file.localeCompare(right.file) || left.start - right.start || left.at - right.at,
  )
}

/** Marks a passage, under an id that nobody else has, which is returned. */
export function addMark(doc: Y.Doc, highlight: Highlight): string {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => letters[byte % 32]).join('')
  doc.getMap(highlightsField).set(id, highlight)
  return id
}

/** Takes a highlight away. Its note stays in the document, so that it comes back with `restoreMark`. */
export function removeMark(doc: Y.Doc, id: string): void {
  doc.getMap(highlightsField).delete(id)
}

/** Puts back what was taken away. */
export function restoreMark(doc: Y.Doc, { id, highlight }: Mark): void {
  doc.getMap(highlightsField).set(id, highlight)
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567'
