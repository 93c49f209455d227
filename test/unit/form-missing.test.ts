import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { changedRows, missingFromColumn, missingFromForm } from '../../shared/form/missing.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { anyFullForm, emptyForm, fullForm, withReasons } from '../harness/full-form.ts'
import { smallRubric } from '../harness/small-rubric.ts'

function sentences(record: FormRecord): readonly string[] {
  return missingFromForm(record, smallRubric).map(({ sentence }) => sentence)
}

test('FORM-12 a form that has everything lacks nothing', () => {
  fc.assert(
    fc.property(anyFullForm(smallRubric), (record) => {
      expect(sentences(record)).toEqual([])
    }),
  )
  expect(missingFromForm(fullForm(raceToTheTop), raceToTheTop)).toEqual([])
})

test('FORM-12 an empty form lacks everything, in rubric order, each with where to go', () => {
  const missing = missingFromForm(emptyForm(smallRubric), smallRubric)
  expect(missing.map(({ sentence }) => sentence)).toEqual([
    '(B)(1)(i) has no points.',
    '(B)(1)(ii) has no points.',
    '(C)(1) has no points.',
    '(E)(1) has no points.',
    '(B)(1) has no strengths. “None found” is an answer.',
    '(B)(1) has no weaknesses. “None found” is an answer.',
    '(C)(1) has no strengths. “None found” is an answer.',
    '(C)(1) has no weaknesses. “None found” is an answer.',
    '(E)(1) has no strengths. “None found” is an answer.',
    '(E)(1) has no weaknesses. “None found” is an answer.',
    'Comprehensive approach to education reform has no answer.',
    'Emphasis on science, technology, engineering and mathematics (STEM) has no answer.',
  ])
  expect(missing.map(({ at }) => `${at.kind} ${at.id}`).slice(3, 6)).toEqual([
    'row (E)(1)',
    'criterion (B)(1)',
    'criterion (B)(1)',
  ])
})

test('FORM-12 of Race to the Top that is 41 rows, 38 comments and 2 determinations', () => {
  expect(missingFromForm(emptyForm(raceToTheTop), raceToTheTop)).toHaveLength(41 + 38 + 2)
})

test('FORM-12 0 points are points', () => {
  const points = Object.fromEntries(rowsOf(smallRubric).map(({ id }) => [id, 0]))
  expect(sentences(fullForm(smallRubric, { points }))).toEqual([])
})

test('FORM-12 a number that its rule forbids is named', () => {
  const full = fullForm(smallRubric)
  expect(sentences({ ...full, scores: { ...full.scores, '(E)(1)': 8 } })).toEqual(['(E)(1) is 10, 5 or 0.'])
})

test('FORM-13 "none found" is an answer; spaces are none', () => {
  const full = fullForm(smallRubric)
  const remark = (text: string, noneFound: boolean): FormRecord => ({
    ...full,
    weaknesses: { ...full.weaknesses, '(E)(1)': { text, noneFound } },
  })
  expect(sentences(remark('', true))).toEqual([])
  expect(sentences(remark(' \n ', false))).toEqual(['(E)(1) has no weaknesses. “None found” is an answer.'])
})

test('FORM-13 a determination needs its reasons; a comment on an invitational priority is free', () => {
  const full = fullForm(smallRubric)
  const bare: FormRecord = {
    ...full,
    determinations: { ...full.determinations, P1: { answer: 'no', reasons: ' ' } },
  }
  expect(sentences(bare)).toEqual(['Comprehensive approach to education reform has no reasons.'])
  expect(sentences({ ...full, comments: { P3: '' } })).toEqual([])
})

test('FORM-14 taking any one row’s points away names that row and no other', () => {
  const full = fullForm(raceToTheTop)
  for (const { id } of rowsOf(raceToTheTop)) {
    const missing = missingFromForm({ ...full, scores: { ...full.scores, [id]: null } }, raceToTheTop)
    expect(missing.map(({ at }) => at)).toEqual([{ kind: 'row', id }])
  }
})

test('FORM-14 taking any one comment away names its criterion and no other', () => {
  const full = fullForm(raceToTheTop)
  const nothing = { text: '', noneFound: false }
  for (const { id } of raceToTheTop.criteria) {
    const missing = missingFromForm(
      { ...full, strengths: { ...full.strengths, [id]: nothing } },
      raceToTheTop,
    )
    expect(missing.map(({ at }) => at)).toEqual([{ kind: 'criterion', id }])
  }
})

test('FORM-15 every changed row needs a reason and a line; an unchanged one does not', () => {
  fc.assert(
    fc.property(anyFullForm(smallRubric), anyFullForm(smallRubric), (attested, now) => {
      const changed = changedRows(attested.scores, now.scores, smallRubric)
      const missing = missingFromColumn(now, attested.scores, smallRubric)
      expect(missing.map(({ at }) => at.id)).toEqual(changed)
      expect(missingFromColumn(withReasons(now, attested), attested.scores, smallRubric)).toEqual([])
    }),
  )
})

test('FORM-15 a reason alone or a line alone is not enough', () => {
  const attested = fullForm(smallRubric)
  const now = (reason: 'entry' | null, line: string): FormRecord => ({
    ...fullForm(smallRubric, { points: { '(E)(1)': 5 } }),
    changes: { '(E)(1)': { reason, line } },
  })
  const lacks = (record: FormRecord) =>
    missingFromColumn(record, attested.scores, smallRubric).map(({ sentence }) => sentence)
  expect(lacks(now(null, 'Page 12.'))).toEqual(['(E)(1) was changed and has no reason.'])
  expect(lacks(now('entry', ' '))).toEqual(['(E)(1) was changed and has no line of text.'])
  expect(lacks(now('entry', 'Page 12.'))).toEqual([])
})

test('FORM-15 a score changed and changed back needs no reason', () => {
  const attested = fullForm(smallRubric)
  expect(changedRows(attested.scores, { ...attested.scores }, smallRubric)).toEqual([])
  expect(missingFromColumn(attested, attested.scores, smallRubric)).toEqual([])
})

test('FORM-15 clearing points after the reveal is a change, and leaves the row without points', () => {
  const attested = fullForm(smallRubric)
  const now = { ...attested, scores: { ...attested.scores, '(E)(1)': null } }
  expect(missingFromColumn(now, attested.scores, smallRubric).map(({ sentence }) => sentence)).toEqual([
    '(E)(1) has no points.',
    '(E)(1) was changed and has no reason.',
  ])
})
