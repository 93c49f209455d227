import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeReasons, isChangeReason } from '../../shared/form/change-reasons.ts'
import { setBox, setNoElements, setNoneFound, setScore, textAt, writeText } from '../../shared/form/edits.ts'
import { columnFields, columnOf, formFields, inColumn, type Field } from '../../shared/form/fields.ts'
import {
  formHash,
  formTotal,
  mapTexts,
  readForm,
  rowsScored,
  type FormRecord,
} from '../../shared/form/form-record.ts'
import { writeRecord } from '../../shared/form/write-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { anyFullForm, emptyForm, fullForm, withReasons } from '../harness/full-form.ts'
import { smallRubric } from '../harness/small-rubric.ts'

const elementsRow = '(C)(1)'

/** What a form reads as once it has been written into a document. */
function throughDocument(record: FormRecord, seat?: number): FormRecord {
  const doc = new Y.Doc()
  writeRecord({ doc, seat }, record)
  return readForm(doc, smallRubric, seat)
}

function mapFault(field: string, key: string, value: unknown): string | null {
  const found: Field | undefined = columnFields(raceToTheTop).get(field)
  if (found?.shape !== 'map') throw new Error(`${field} is no map.`)
  return found.fault(key, value)
}

test('FORM-1 a form has points, pages cited, "none found", boxes, comments, determinations and nothing else', () => {
  expect([...formFields(smallRubric).keys()]).toEqual([
    'scores',
    'differs',
    'pages:(B)(1)',
    'pages:(C)(1)',
    'pages:(E)(1)',
    'noneFound',
    'elements:(C)(1)',
    'strengths:(B)(1)',
    'weaknesses:(B)(1)',
    'strengths:(C)(1)',
    'weaknesses:(C)(1)',
    'strengths:(E)(1)',
    'weaknesses:(E)(1)',
    'determination:P1',
    'reasons:P1',
    'determination:P2',
    'reasons:P2',
    'comment:P3',
  ])
})

test('FORM-1 a column in the room has the same, for every row a reason and a line for its change, and minority views', () => {
  const more = [...columnFields(smallRubric).keys()].filter((name) => !formFields(smallRubric).has(name))
  expect(more).toEqual([
    'changes',
    'line:(B)(1)(i)',
    'line:(B)(1)(ii)',
    'line:(C)(1)',
    'line:(E)(1)',
    'minority:(B)(1)',
    'minority:(C)(1)',
    'minority:(E)(1)',
  ])
})

test('FORM-1 every criterion of Race to the Top has strengths and weaknesses, every row a line', () => {
  const names = [...columnFields(raceToTheTop).keys()]
  const starting = (start: string) => names.filter((name) => name.startsWith(start)).length
  expect(['strengths:', 'weaknesses:', 'line:', 'elements:'].map(starting)).toEqual([19, 19, 41, 1])
})

test('FORM-2 a score is a whole number that its row takes, or none', () => {
  expect([0, 20, null].map((points) => mapFault('scores', '(B)(1)(i)', points))).toEqual([null, null, null])
  for (const points of [21, -1, 4.5, '4', true, undefined, {}, []]) {
    expect(mapFault('scores', '(B)(1)(i)', points), typeof points).not.toBeNull()
  }
  expect(mapFault('scores', '(E)(1)', 8)).toBe('(E)(1) is 10, 5 or 0.')
})

test('FORM-2 a row that the rubric does not have takes nothing', () => {
  for (const key of ['(Z)(9)', '', '__proto__', 'constructor'])
    expect(mapFault('scores', key, 1)).not.toBeNull()
})

test('FORM-2 a box is ticked or it is not', () => {
  expect(mapFault('elements:(C)(1)', '12', true)).toBeNull()
  expect(mapFault('elements:(C)(1)', 'none', true)).toBeNull()
  expect(mapFault('elements:(C)(1)', '13', true)).not.toBeNull()
  for (const value of [false, 1, 'true', null]) expect(mapFault('elements:(C)(1)', '1', value)).not.toBeNull()
})

test('FORM-2 a determination is yes or no', () => {
  expect(['yes', 'no'].map((answer) => mapFault('determination:P2', 'answer', answer))).toEqual([null, null])
  expect(mapFault('determination:P2', 'answer', 'maybe')).not.toBeNull()
  expect(mapFault('determination:P2', 'other', 'yes')).not.toBeNull()
})

test('FORM-2 "none found" stands for a comment and for nothing else', () => {
  expect(mapFault('noneFound', 'strengths:(B)(1)', true)).toBeNull()
  expect(mapFault('noneFound', '(B)(1)', true)).not.toBeNull()
})

test('FORM-3 an elements row takes no number: its points are derived from its boxes', () => {
  expect(mapFault('scores', elementsRow, 4)).not.toBeNull()
  const doc = new Y.Doc()
  for (const box of ['1', '2', '7']) setBox({ doc }, elementsRow, box, true)
  doc.getMap('scores').set(elementsRow, 24)
  const read = readForm(doc, smallRubric)
  expect([read.scores[elementsRow], read.elements[elementsRow]]).toEqual([6, ['1', '2', '7']])
})

test('FORM-3 boxes are listed in the rubric’s order, however they were ticked', () => {
  const doc = new Y.Doc()
  for (const box of ['12', '3', '10']) setBox({ doc }, elementsRow, box, true)
  expect(readForm(doc, smallRubric).elements[elementsRow]).toEqual(['3', '10', '12'])
})

test('FORM-4 none of the elements is an answer of 0 points; no box at all is no answer', () => {
  const doc = new Y.Doc()
  expect(readForm(doc, smallRubric).scores[elementsRow]).toBeNull()
  setNoElements({ doc }, elementsRow, true)
  expect(readForm(doc, smallRubric).scores[elementsRow]).toBe(0)
  setNoElements({ doc }, elementsRow, false)
  expect(readForm(doc, smallRubric).scores[elementsRow]).toBeNull()
})

test('FORM-4 ticking a box takes "none of them" away, and "none of them" unticks every box', () => {
  const doc = new Y.Doc()
  setNoElements({ doc }, elementsRow, true)
  setBox({ doc }, elementsRow, '4', true)
  expect([...doc.getMap(`elements:${elementsRow}`).keys()]).toEqual(['4'])
  setNoElements({ doc }, elementsRow, true)
  expect(readForm(doc, smallRubric).elements[elementsRow]).toEqual([])
})

test('FORM-4 where two pages ticked a box and "none of them" at once, the box counts', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  setBox({ doc: one }, elementsRow, '4', true)
  setNoElements({ doc: two }, elementsRow, true)
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  expect(readForm(one, smallRubric)).toEqual(readForm(two, smallRubric))
  expect(readForm(one, smallRubric).scores[elementsRow]).toBe(2)
})

test('FORM-5 what is written into a form is what is read from it', () => {
  fc.assert(
    fc.property(anyFullForm(smallRubric), (record) => {
      expect(throughDocument(record)).toEqual(record)
    }),
    { numRuns: 50 },
  )
})

test('FORM-5 the same in a seat’s column, with the reasons for its changes; the columns of others stay as they are', () => {
  const forms = fc.tuple(anyFullForm(smallRubric), anyFullForm(smallRubric), anyFullForm(smallRubric))
  fc.assert(
    fc.property(forms, ([mine, before, theirs]) => {
      const doc = new Y.Doc()
      const changed = withReasons(mine, before)
      writeRecord({ doc, seat: 1 }, theirs)
      writeRecord({ doc, seat: 11 }, changed)
      expect(readForm(doc, smallRubric, 11)).toEqual(changed)
      expect(readForm(doc, smallRubric, 1)).toEqual(theirs)
      expect(readForm(doc, smallRubric, 2)).toEqual(emptyForm(smallRubric))
    }),
    { numRuns: 50 },
  )
})

test('FORM-5 a form that nobody has touched reads as empty', () => {
  expect(readForm(new Y.Doc(), smallRubric)).toEqual(emptyForm(smallRubric))
})

test('FORM-5 a form has no reasons for changes: there is nothing yet that it could have changed from', () => {
  const record = withReasons(fullForm(smallRubric), fullForm(smallRubric, { points: { '(E)(1)': 0 } }))
  expect(throughDocument(record).changes).toEqual({})
  expect(throughDocument(record, 1).changes).toEqual(record.changes)
})

test('FORM-5 what is no answer reads as none', () => {
  const doc = new Y.Doc()
  for (const value of ['5', 4.5, Number.NaN, true, null]) {
    doc.getMap('scores').set('(B)(1)(i)', value)
    expect(readForm(doc, smallRubric).scores['(B)(1)(i)']).toBeNull()
  }
  doc.getMap('determination:P2').set('answer', 'maybe')
  expect(readForm(doc, smallRubric).determinations['P2']?.answer).toBeNull()
  doc.getMap('noneFound').set('strengths:(B)(1)', 1)
  expect(readForm(doc, smallRubric).strengths['(B)(1)']?.noneFound).toBe(false)
  doc.getMap('elements:(C)(1)').set('1', 'yes')
  expect(readForm(doc, smallRubric).elements['(C)(1)']).toEqual([])
})

test('FORM-6 the hash of a form depends on what it says and not on how it came about', () => {
  const straight = new Y.Doc()
  const roundabout = new Y.Doc()
  setScore({ doc: straight }, '(B)(1)(i)', 12)
  writeText({ doc: straight }, 'strengths:(B)(1)', 'Clear.')
  writeText({ doc: roundabout }, 'strengths:(B)(1)', 'Unclear.')
  textAt({ doc: roundabout }, 'strengths:(B)(1)').delete(0, 3)
  textAt({ doc: roundabout }, 'strengths:(B)(1)').insert(0, 'C')
  setScore({ doc: roundabout }, '(B)(1)(i)', 4)
  setScore({ doc: roundabout }, '(B)(1)(i)', 12)
  const hashes = [straight, roundabout].map((doc) => formHash(readForm(doc, smallRubric)))
  expect(hashes[0]).toBe(hashes[1])
})

test('FORM-6 two forms have the same hash exactly when they say the same', () => {
  fc.assert(
    fc.property(anyFullForm(smallRubric), anyFullForm(smallRubric), (left, right) => {
      const same = JSON.stringify(left) === JSON.stringify(right)
      expect(formHash(left) === formHash(right)).toBe(same)
    }),
    { numRuns: 100 },
  )
})

test('FORM-7 a form’s total is the sum of the points given; a row without points adds nothing, STEM is not in it', () => {
  expect(formTotal(raceToTheTop, fullForm(raceToTheTop))).toBe(485)
  expect(formTotal(raceToTheTop, fullForm(raceToTheTop, { answer: 'no' }))).toBe(485)
  const open = { ...fullForm(raceToTheTop), scores: { '(B)(1)(i)': 12, '(B)(1)(ii)': null, '(E)(1)': 0 } }
  expect([formTotal(raceToTheTop, open), rowsScored(open)]).toEqual([12, 2])
  expect([formTotal(raceToTheTop, emptyForm(raceToTheTop)), rowsScored(fullForm(raceToTheTop))]).toEqual([
    0,
    rowsOf(raceToTheTop).length,
  ])
})

test('FORM-8 a column’s field names its seat, and nothing else is a column’s field', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom(...columnFields(smallRubric).keys()),
      (seat, field) => {
        expect(columnOf(inColumn(seat, field))).toEqual({ seat, field })
      },
    ),
  )
  for (const root of [
    'scores',
    'r0/scores',
    'r01/scores',
    'r100/scores',
    'r1/',
    'R1/scores',
    ' r1/scores',
    'r-1/scores',
  ]) {
    expect(columnOf(root), root).toBeNull()
  }
})

test('FORM-9 there are seven reasons for a change', () => {
  expect(Object.keys(changeReasons)).toHaveLength(7)
  expect(Object.keys(changeReasons).every(isChangeReason)).toBe(true)
  for (const other of ['because', '', 'toString', '__proto__', null, 1])
    expect(isChangeReason(other)).toBe(false)
  expect(mapFault('changes', '(E)(1)', 'evidence')).toBeNull()
  expect(mapFault('changes', '(E)(1)', 'because')).not.toBeNull()
  expect(mapFault('changes', '(Z)(9)', 'evidence')).not.toBeNull()
})

test('FORM-10 replacing the texts of a form reaches every text and nothing else', () => {
  const record = withReasons(
    fullForm(smallRubric, { text: 'own' }),
    fullForm(smallRubric, { points: { '(E)(1)': 0 } }),
  )
  const texts: string[] = []
  const replaced = mapTexts(record, (text) => {
    texts.push(text)
    return text.toUpperCase()
  })
  // Three criteria twice, two determinations, one comment, one line.
  expect(texts).toHaveLength(10)
  expect(JSON.stringify(replaced)).toBe(
    JSON.stringify(record).replaceAll('"own"', '"OWN"').replace('Page 12 says so.', 'PAGE 12 SAYS SO.'),
  )
})

test('FORM-11 unticking "none found" or a box leaves no trace in what is read', () => {
  const doc = new Y.Doc()
  setNoneFound({ doc }, 'strengths:(B)(1)', true)
  setNoneFound({ doc }, 'strengths:(B)(1)', false)
  setBox({ doc }, elementsRow, '1', true)
  setBox({ doc }, elementsRow, '1', false)
  expect(readForm(doc, smallRubric)).toEqual(emptyForm(smallRubric))
})
