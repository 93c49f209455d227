import type * as Y from 'yjs'
import type { ChangeReason } from './change-reasons.ts'
import { citedKey, type Cited } from './cited.ts'
import type { Answer } from './form-record.ts'
import {
  changesField,
  determinationField,
  differsField,
  elementsField,
  inColumn,
  noElements,
  noneFoundField,
  pagesField,
  scoresField,
} from './fields.ts'

/** Where an edit goes: a form's own document, or one seat's column of a room. */
export interface Place {
  readonly doc: Y.Doc
  readonly seat?: number | undefined
}

/** The name of a field's root at a place. */
export function nameAt({ seat }: Place, field: string): string {
  return seat === undefined ? field : inColumn(seat, field)
}

/** The text of a field at a place, to be bound to a text area. */
export function textAt(place: Place, field: string): Y.Text {
  return place.doc.getText(nameAt(place, field))
}

/** Sets or clears the points of a row that takes a number. Whether they are legal is the gate's to say. */
export function setScore(place: Place, rowId: string, points: number | null): void {
  setEntry(place, scoresField, rowId, points)
}

/** Notes that another value was given for a row at the same time as the one that stands, for its author to choose. */
export function noteDiffers(place: Place, rowId: string, other: number | null): void {
  setEntry(place, differsField, rowId, other)
}

/** Chooses between two values of a row. */
export function settleDiffers(place: Place, rowId: string, chosen: number | null): void {
  place.doc.transact(() => {
    setEntry(place, scoresField, rowId, chosen)
    setEntry(place, differsField, rowId, undefined)
  })
}

/** Cites a page of the application under a criterion, or takes it back. */
export function setCited(place: Place, criterionId: string, page: Cited, cited: boolean): void {
  setEntry(place, pagesField(criterionId), citedKey(page), cited ? true : undefined)
}

/** Ticks or unticks one box of an elements row; a ticked box takes "none of them" away. */
export function setBox(place: Place, rowId: string, boxId: string, ticked: boolean): void {
  place.doc.transact(() => {
    setEntry(place, elementsField(rowId), boxId, ticked ? true : undefined)
    if (ticked) setEntry(place, elementsField(rowId), noElements, undefined)
  })
}

/** Says that none of a row's elements is in place (0 points), or takes that back; unticks every box. */
export function setNoElements(place: Place, rowId: string, none: boolean): void {
  place.doc.transact(() => {
    const field = elementsField(rowId)
    if (none) [...mapAt(place, field).keys()].forEach((box) => setEntry(place, field, box, undefined))
    setEntry(place, field, noElements, none ? true : undefined)
  })
}

/** Says that a criterion's strengths or weaknesses are none, or takes that back. `field` names the text it stands for. */
export function setNoneFound(place: Place, field: string, none: boolean): void {
  setEntry(place, noneFoundField, field, none ? true : undefined)
}

/** Answers a priority. */
export function setAnswer(place: Place, priorityId: string, answer: Answer): void {
  setEntry(place, determinationField(priorityId), 'answer', answer)
}

/** Gives the reason for a change after the reveal. */
export function setReason(place: Place, rowId: string, reason: ChangeReason): void {
  setEntry(place, changesField, rowId, reason)
}

/** Writes a whole text where there is none yet. */
export function writeText(place: Place, field: string, text: string): void {
  const there = textAt(place, field)
  if (there.length === 0 && text !== '') there.insert(0, text)
}

function mapAt(place: Place, field: string): Y.Map<unknown> {
  return place.doc.getMap(nameAt(place, field))
}

/** Sets a map's entry, or deletes it for `undefined`; what already stands is not written again. */
function setEntry(place: Place, field: string, key: string, value: unknown): void {
  const map = mapAt(place, field)
  if (map.get(key) === value) return
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}
