import * as Y from 'yjs'
import { isChangeReason } from '../../shared/form/change-reasons.ts'
import { readCited } from '../../shared/form/cited.ts'
import {
  nameAt,
  setAnswer,
  setBox,
  setCited,
  setNoElements,
  setNoneFound,
  setReason,
  setScore,
  textAt,
  type Place,
} from '../../shared/form/edits.ts'
import {
  columnFields,
  determinationField,
  formFields,
  noElements,
  noneFoundField,
  reasonsField,
  scoresField,
  type Field,
} from '../../shared/form/fields.ts'
import { votedPriority, type Rubric } from '../../shared/rubric/rubric.ts'
import { cleared, type Uncounted } from '../live/unsaved.ts'
import { entryOf, type Entry } from './kept-piece.ts'

/** Does something to a form or column; returns what takes it back. */
export type PuttingIn = () => () => void

/**
 * How a piece that did not count is put where it was meant to go, as one edit: a text at the end of what stands there, points, ticks
 * and answers over what was set. Null where that field does not take it. Whether it can be written now is for the caller to know.
 */
export function puttingIn(place: Place, rubric: Rubric, piece: Uncounted): PuttingIn | null {
  const inRoom = place.seat !== undefined
  const fields = inRoom ? columnFields(rubric) : formFields(rubric)
  if (inRoom && isVoted(rubric, piece.field)) return null
  const field = fields.get(piece.field)
  if (field?.shape === 'text') return appending(place, field, piece.text.trim())
  const entry = entryOf(fields, piece.field)
  const write = entry && setting(place, entry, piece.text)
  if (!write) return null
  const { doc } = place
  return () => undoable(doc, doc.getMap(nameAt(place, entry.map.name)), write)
}

function appending(place: Place, field: Extract<Field, { shape: 'text' }>, added: string): PuttingIn | null {
  const text = textAt(place, field.name)
  const before = text.toString()
  const whole = before.trim() === '' || before.endsWith('\n') ? added : `\n${added}`
  if (before.length + whole.length > field.most) return null
  return () => undoable(place.doc, text, () => text.insert(text.length, whole))
}

/** What sets an entry to the value that was kept in words; null where it is none that it takes. */
function setting(place: Place, { map, key }: Entry, words: string): (() => void) | null {
  const gone = words === cleared
  const taken = (value: unknown): boolean => map.fault(key, value) === null
  const [kind, ...rest] = map.name.split(':')
  const of = rest.join(':')
  switch (kind) {
    case scoresField: {
      const points = gone ? null : Number(words)
      return taken(points) ? () => setScore(place, key, points) : null
    }
    case noneFoundField:
      return taken(true) ? () => setNoneFound(place, key, !gone) : null
    case 'elements':
      if (!taken(true)) return null
      if (key === noElements) return () => setNoElements(place, of, !gone)
      return () => setBox(place, of, key, !gone)
    case 'pages': {
      const page = readCited(key)
      return page && (() => setCited(place, of, page, !gone))
    }
    case 'determination':
      return words === 'yes' || words === 'no' ? () => setAnswer(place, of, words) : null
    case 'changes':
      return taken(words) && isChangeReason(words) ? () => setReason(place, key, words) : null
    default:
      return null
  }
}

/** In the room the voted priority is decided by ballot. */
function isVoted(rubric: Rubric, name: string): boolean {
  const voted = votedPriority(rubric)
  if (!voted) return false
  return name === reasonsField(voted.id) || name.startsWith(`${determinationField(voted.id)}:`)
}

function undoable(doc: Y.Doc, type: Y.Text | Y.Map<unknown>, write: () => void): () => void {
  const origin = Symbol('put in')
  const history = new Y.UndoManager(type, { trackedOrigins: new Set([origin]) })
  doc.transact(write, origin)
  return () => {
    history.undo()
    history.destroy()
  }
}
