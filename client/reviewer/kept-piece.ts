import { changeReasons, isChangeReason } from '../../shared/form/change-reasons.ts'
import { readCited } from '../../shared/form/cited.ts'
import {
  changesField,
  columnFields,
  determinationField,
  noElements,
  noneFoundField,
  scoresField,
  type Field,
} from '../../shared/form/fields.ts'
import { notesField } from '../../shared/form/notes.ts'
import type { CloseReason } from '../../shared/protocol/close-codes.ts'
import { rowsOf, type Rubric } from '../../shared/rubric/rubric.ts'
import { pointsInWords } from '../../shared/rubric/told-points.ts'
import { cleared, type Uncounted } from '../live/unsaved.ts'
import { fieldWords } from './field-words.ts'
import { answerWords } from './priority-words.ts'

/** An entry of a field that holds several: `scores:(A)(1)(i)` is that of the row `(A)(1)(i)` in `scores`. */
export interface Entry {
  readonly map: Extract<Field, { shape: 'map' }>
  readonly key: string
}

/** The entry that a field's name stands for, or null for a text. */
export function entryOf(fields: ReadonlyMap<string, Field>, name: string): Entry | null {
  for (const map of fields.values()) {
    if (map.shape === 'map' && name.startsWith(`${map.name}:`))
      return { map, key: name.slice(map.name.length + 1) }
  }
  return null
}

/** Where a piece was typed, as people call it. */
export function placeWords(field: string): string {
  return isNote(field) ? 'A note beside the application' : fieldWords(field)
}

/** Whether a piece is of one's own notes, which are nobody else's to read. */
export function isNote(field: string): boolean {
  return notesField(field)?.shape === 'text'
}

/** A piece that did not count as a person reads it: the text itself, or what was set. */
export function pieceWords(rubric: Rubric, { field, text }: Uncounted): string {
  const entry = entryOf(columnFields(rubric), field)
  if (!entry) return text.trim()
  const { map, key } = entry
  const gone = text === cleared
  if (map.name === scoresField) return gone ? 'No points' : pointsInWords(rubric, Number(text))
  if (map.name === changesField) return isChangeReason(text) ? changeReasons[text] : text
  if (map.name === noneFoundField) return gone ? 'No longer ticked' : 'Ticked'
  if (map.name.startsWith('pages:'))
    return `Page ${readCited(key)?.page}, ${gone ? 'no longer cited' : 'cited'}`
  if (map.name.startsWith('elements:'))
    return `${elementWords(rubric, key)}, ${gone ? 'no longer ticked' : 'ticked'}`
  const priority = rubric.priorities.find(({ id }) => map.name === determinationField(id))
  const words = priority ? answerWords(priority) : { yes: 'Yes', no: 'No' }
  return text === 'yes' ? words.yes : words.no
}

function elementWords(rubric: Rubric, id: string): string {
  if (id === noElements) return 'None of them'
  const elements = rowsOf(rubric).flatMap(({ rule }) => (rule?.kind === 'elements' ? rule.elements : []))
  return elements.find((element) => element.id === id)?.title ?? id
}

/** Why something did not count, as a sentence to its author and to staff. */
export function whyWords(why: CloseReason): string {
  return whys[why] ?? 'It did not reach the server in time.'
}

const whys: { readonly [reason in CloseReason]?: string } = {
  readOnly: 'It came when this could no longer be written.',
  offRule: 'That is not a value this row takes.',
  unusableCopy: 'The copy in the page no longer fitted the one on the server.',
  notFound: 'It came when the application was no longer open to its author.',
  notYours: 'It stood in a part of the form that is somebody else’s.',
  tooLarge: 'It was more than one form can hold.',
  malformed: 'The server could not read it.',
}
