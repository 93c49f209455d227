import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setScore, writeText } from '../../shared/form/edits.ts'
import { minorityField } from '../../shared/form/fields.ts'
import { formHash, mapTexts, readForm } from '../../shared/form/form-record.ts'
import { readSummaries, summaryField } from '../../shared/form/summary.ts'
import { writeRecord } from '../../shared/form/write-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { indexOf, placeAt } from '../../client/room/summary/caret-place.ts'
import { fullForm } from '../harness/full-form.ts'

const criterion = '(A)(1)'
const seats = [1, 2, 3]

function written(): Y.Doc {
  const doc = new Y.Doc()
  for (const seat of seats) writeRecord({ doc, seat }, fullForm(raceToTheTop))
  doc.getText(summaryField(criterion)).insert(0, 'The plan is whole.')
  return doc
}

const hashOf = (doc: Y.Doc, of: readonly number[] = seats): string | undefined =>
  readSummaries(doc, raceToTheTop, of)[criterion]?.hash

test('SUMMARY-8 what is agreed to is another with another letter, another point of its rows, or another seat', () => {
  const first = hashOf(written())
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(hashOf(written(), [3, 1, 2])).toBe(first)
  const changes: readonly ((doc: Y.Doc) => void)[] = [
    (doc) => doc.getText(summaryField(criterion)).insert(0, ' '),
    (doc) => setScore({ doc, seat: 2 }, '(A)(1)(i)', 1),
    (doc) => setScore({ doc, seat: 3 }, '(A)(1)(iii)', null),
  ]
  const others = changes.map((change) => {
    const doc = written()
    change(doc)
    return hashOf(doc)
  })
  expect(new Set([first, hashOf(written(), [1, 2]), ...others]).size).toBe(5)
})

test('SUMMARY-8 it stays the same where something else of the room changes', () => {
  const doc = written()
  const before = hashOf(doc)
  setScore({ doc, seat: 2 }, '(A)(2)(i)', 1)
  doc.getText(summaryField('(A)(2)')).insert(0, 'Another.')
  writeText({ doc, seat: 1 }, minorityField(criterion), 'I differ.')
  expect(hashOf(doc)).toBe(before)
  expect(Object.keys(readSummaries(doc, raceToTheTop, seats))).toEqual([criterion, '(A)(2)'])
})

test('SUMMARY-5 a minority view is part of the record and its hash; a record without one has the hash that it always had', () => {
  const doc = written()
  const plain = readForm(doc, raceToTheTop, 1)
  expect(plain).toEqual(fullForm(raceToTheTop))
  expect(formHash(plain)).toBe(formHash(fullForm(raceToTheTop)))
  writeText({ doc, seat: 1 }, minorityField(criterion), 'I differ.')
  const record = readForm(doc, raceToTheTop, 1)
  expect(record.minority).toEqual({ [criterion]: 'I differ.' })
  expect(formHash(record)).not.toBe(formHash(plain))
  expect(mapTexts(record, (text) => text.length).minority).toEqual({ [criterion]: 9 })
  const copy = new Y.Doc()
  writeRecord({ doc: copy, seat: 1 }, record)
  expect(readForm(copy, raceToTheTop, 1)).toEqual(record)
})

test('SUMMARY-7 a caret stays behind its letter, whatever others type and delete around it', () => {
  const edit = fc.record({ at: fc.nat(30), gone: fc.nat(4), words: fc.constantFrom('', 'x', 'yz') })
  fc.assert(
    fc.property(fc.nat(18), fc.array(edit, { maxLength: 20 }), (start, edits) => {
      const doc = written()
      const text = doc.getText(summaryField(criterion))
      // A letter of its own, to be found again.
      text.insert(start, '|')
      const place = placeAt(text, start + 1)
      expect(indexOf(text, place)).toBe(start + 1)
      for (const { at, gone, words } of edits) {
        const from = Math.min(at, text.length)
        const mark = text.toString().indexOf('|')
        const most = mark >= from ? mark - from : text.length - from
        text.delete(from, Math.min(gone, most))
        text.insert(from, words)
      }
      expect(indexOf(text, place)).toBe(text.toString().indexOf('|') + 1)
    }),
  )
})

test('SUMMARY-7 a caret behind a letter that is not known here, or that stands elsewhere, stands nowhere', () => {
  const doc = written()
  const text = doc.getText(summaryField(criterion))
  expect(indexOf(text, null)).toBe(0)
  expect(placeAt(text, 0)).toBeNull()
  expect(indexOf(text, { client: 7, clock: 3 })).toBeNull()
  expect(indexOf(text, { client: doc.clientID, clock: 1_000_000 })).toBeNull()
  const elsewhere = doc.getText('r1/strengths:(A)(1)')
  expect(indexOf(text, placeAt(elsewhere, 3))).toBeNull()
  const place = placeAt(text, 5)
  text.delete(2, 6)
  expect(indexOf(text, place)).toBe(2)
})
