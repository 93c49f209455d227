import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { recordOf } from '../../client/live/use-record.ts'
import { rowScores, type RowScores } from '../../client/room/row-scores.ts'
import { setScore, textAt } from '../../shared/form/edits.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { readForm } from '../../shared/form/form-record.ts'
import { fillRest } from '../../shared/rehearsal/fill.ts'
import { raceToTheTop as rubric } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { roomColumns } from '../harness/room-column.ts'

const seats = [1, 2, 3, 4, 5]
const changed = '(A)(1)(ii)'

function fullRoom(): Y.Doc {
  const doc = new Y.Doc()
  for (const seat of seats) fillRest({ doc, seat }, rubric, 'maine', seat)
  return doc
}

/** What came from elsewhere, as the line brings it. */
function arrive(doc: Y.Doc, write: (copy: Y.Doc) => void): void {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  write(copy)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)), 'line')
}

function records(doc: Y.Doc) {
  return seats.map((seat) => recordOf(doc, rubric, seat))
}

function rowsNow(doc: Y.Doc, before: readonly RowScores[] = []): readonly RowScores[] {
  const columns = roomColumns(records(doc)).map((column) => ({ ...column, attested: {} }))
  return rowsOf(rubric).map((row, at) => rowScores(rubric, row, columns, undefined, before[at]))
}

test('QUICK-1 a change in one column leaves what was read of the others the same objects, wherever it was made', () => {
  const doc = fullRoom()
  const changes = [
    () => setScore({ doc, seat: 3 }, changed, 1),
    () => arrive(doc, (copy) => setScore({ doc: copy, seat: 3 }, changed, 2)),
    () => arrive(doc, (copy) => textAt({ doc: copy, seat: 3 }, strengthsField('(A)(1)')).insert(0, 'More. ')),
  ]
  for (const change of changes) {
    const before = records(doc)
    change()
    const after = records(doc)
    expect(after.map((record, at) => record === before[at])).toEqual([true, true, false, true, true])
    expect(after[2]).toEqual(readForm(doc, rubric, 3))
  }
})

test('QUICK-1 what everybody writes together is in nobody’s column', () => {
  const doc = fullRoom()
  const before = records(doc)
  arrive(doc, (copy) => copy.getText('summary:(A)(1)').insert(0, 'The panel agrees.'))
  expect(records(doc).map((record, at) => record === before[at])).toEqual([true, true, true, true, true])
})

test('QUICK-2 when one row changes, what was computed of the other 40 stays the same objects', () => {
  const doc = fullRoom()
  const before = rowsNow(doc)
  const points = before.find(({ row }) => row.id === changed)?.scores[2]?.points ?? 0
  setScore({ doc, seat: 3 }, changed, points - 1)
  const after = rowsNow(doc, before)
  expect(after.filter((scores, at) => scores !== before[at]).map(({ row }) => row.id)).toEqual([changed])
  expect(after).toEqual(rowsNow(doc))
})

test('QUICK-2 words in a comment leave what was computed of all 41 rows the same objects', () => {
  const doc = fullRoom()
  const before = rowsNow(doc)
  textAt({ doc, seat: 1 }, strengthsField('(A)(1)')).insert(0, 'More. ')
  expect(rowsNow(doc, before).every((scores, at) => scores === before[at])).toBe(true)
})
