import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setNoneFound, setScore, writeText } from '../../shared/form/edits.ts'
import { strengthsField, weaknessesField } from '../../shared/form/fields.ts'
import { readForm } from '../../shared/form/form-record.ts'
import { missingFromForm } from '../../shared/form/missing.ts'
import * as sentences from '../../shared/rehearsal/discussion-sentences.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { formMoves, type FormAtHand } from '../../server/rehearsal/played/form-moves.ts'
import type { Move } from '../../server/rehearsal/played/move.ts'
import { legalPoints } from '../harness/full-form.ts'

const page = { document: '0123456789ab', page: 7 }

function atHand(doc: Y.Doc, seat: number): FormAtHand {
  const record = readForm(doc, raceToTheTop)
  return { document: 'form', application: 'maine', seat, record, page: () => page }
}

/** Does one thing after the other until nothing is left to do; answers with what was done. */
function fillIn(doc: Y.Doc, seat: number): readonly string[] {
  const done: string[] = []
  for (;;) {
    const [move] = formMoves(atHand(doc, seat), raceToTheTop) as Iterable<Move>
    if (move?.does !== 'write') return done
    doc.transact(() => move.edit(doc))
    done.push(move.key)
    if (done.length > 200) throw new Error('It never comes to an end.')
  }
}

test('PLAYED-7 a form is filled in one thing at a time, in the order of the rubric, until it lacks nothing', () => {
  for (const seat of [1, 2, 3, 4, 5]) {
    const doc = new Y.Doc()
    const done = fillIn(doc, seat)
    expect(new Set(done).size).toBe(done.length)
    expect(missingFromForm(readForm(doc, raceToTheTop), raceToTheTop)).toEqual([])
    const rows = done.flatMap((key) => /score (\S+)$/.exec(key)?.[1] ?? [])
    expect(rows).toEqual(rowsOf(raceToTheTop).map(({ id }) => id))
    expect(readForm(doc, raceToTheTop).pages?.['(A)(1)']).toEqual(['0123456789ab:7'])
  }
})

test('PLAYED-7 the same seat fills in the same form the same way, and another seat another way', () => {
  const [one, again, other] = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  fillIn(one, 2)
  fillIn(again, 2)
  fillIn(other, 3)
  expect(readForm(again, raceToTheTop)).toEqual(readForm(one, raceToTheTop))
  expect(readForm(other, raceToTheTop).scores).not.toEqual(readForm(one, raceToTheTop).scores)
})

test('PLAYED-7 what somebody gave before stays as it is', () => {
  const numbered = rowsOf(raceToTheTop).filter(({ rule }) => rule?.kind !== 'elements')
  const given = fc
    .constantFrom(...numbered)
    .chain((row) => fc.record({ row: fc.constant(row), points: fc.constantFrom(...legalPoints(row)) }))
  fc.assert(
    fc.property(fc.array(given, { maxLength: 6 }), fc.integer({ min: 1, max: 5 }), (rows, seat) => {
      const doc = new Y.Doc()
      for (const { row, points } of rows) setScore({ doc }, row.id, points)
      writeText({ doc }, strengthsField('(A)(1)'), 'My own words.')
      setNoneFound({ doc }, weaknessesField('(A)(2)'), true)
      const before = readForm(doc, raceToTheTop)
      fillIn(doc, seat)
      const after = readForm(doc, raceToTheTop)
      for (const { row } of rows) expect(after.scores[row.id]).toBe(before.scores[row.id])
      expect(after.strengths['(A)(1)']?.text).toBe('My own words.')
      expect(after.weaknesses['(A)(2)']).toEqual({ text: '', noneFound: true })
    }),
    { numRuns: 20 },
  )
})

test('PLAYED-7 "none found" fits the points: no strengths where they are few, no weaknesses where they are many', () => {
  const found = { strengths: 0, weaknesses: 0 }
  for (const seat of [1, 2, 3, 4, 5]) {
    const doc = new Y.Doc()
    fillIn(doc, seat)
    const { scores, strengths, weaknesses } = readForm(doc, raceToTheTop)
    for (const { id, rows, points } of raceToTheTop.criteria) {
      const share = rows.reduce((sum, row) => sum + (scores[row.id] ?? 0), 0) / points
      if (strengths[id]?.noneFound) expect(share).toBeLessThan(1 / 3)
      if (weaknesses[id]?.noneFound) expect(share).toBeGreaterThanOrEqual(2 / 3)
      found.strengths += strengths[id]?.noneFound ? 1 : 0
      found.weaknesses += weaknesses[id]?.noneFound ? 1 : 0
    }
  }
  expect(found.strengths).toBeGreaterThan(0)
  expect(found.weaknesses).toBeGreaterThan(0)
})

test('PLAYED-8 what played seats say differs from sentence to sentence, and none of it states a figure', () => {
  const stock = strings(sentences)
  expect(new Set(stock).size).toBe(stock.length)
  expect(stock.filter((sentence) => /[\d$%]/.test(sentence))).toEqual([])
})

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(strings)
}
