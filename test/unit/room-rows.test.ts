import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareBoxes } from '../../client/room/boxes.ts'
import { attestedTotal, finalRows } from '../../client/room/final-rows.ts'
import { flagWords } from '../../client/room/flag-words.ts'
import { groupRows } from '../../client/room/row-order.ts'
import { rowScores, type RowScores } from '../../client/room/row-scores.ts'
import { apartSentence, beforeSentence, stripPoints, totalsSentence } from '../../client/room/score-words.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { findRow, rowsOf, type Row } from '../../shared/rubric/rubric.ts'
import { exactMean } from '../../shared/scoring/exact-mean.ts'
import { disagreement, flagRules } from '../../shared/statistics/disagreement.ts'
import { anyFullForm, emptyForm, fullForm } from '../harness/full-form.ts'
import { roomColumn, roomColumns } from '../harness/room-column.ts'
import { smallRubric } from '../harness/small-rubric.ts'

/** 45 points, with bands. */
const participation = rowOf('(A)(1)(ii)')
/** Twelve elements of two points. */
const elements = rowOf('(C)(1)')

function rowOf(id: string): Row {
  const row = findRow(raceToTheTop, id)
  if (!row) throw new Error(`There is no row ${id}.`)
  return row
}

function form(points: Readonly<Record<string, number>>) {
  return fullForm(raceToTheTop, { points })
}

/** What a panel gave on a row, seat by seat; `before` where it was something else at the reveal. */
function given(row: Row, now: readonly number[], before: readonly number[] = now): RowScores {
  const columns = now.map((points, at) =>
    roomColumn(at + 1, form({ [row.id]: points }), { attested: form({ [row.id]: before[at] ?? points }) }),
  )
  return rowScores(raceToTheTop, row, columns)
}

test('ROOM-1 an excused seat is listed on a row and counts in neither range, mean nor middle', () => {
  const { id } = participation
  const columns = [
    roomColumn(1, form({ [id]: 30 })),
    roomColumn(2, form({ [id]: 40 })),
    roomColumn(3, form({ [id]: 2 }), { excused: true }),
  ]
  const row = rowScores(raceToTheTop, participation, columns)
  expect(row.scores.map(({ points }) => points)).toEqual([30, 40, 2])
  expect(row.found?.range).toBe(10)
  expect(row.mean).toEqual(exactMean([30, 40]))
  expect(row.middle).toEqual(exactMean([30, 40]))
})

test('ROOM-2 the middle score is the one in the middle, or half way between the two that are', () => {
  expect(given(participation, [45, 3, 20]).middle).toEqual({ sum: 20, count: 1 })
  expect(given(participation, [45, 3, 20, 31]).middle).toEqual({ sum: 51, count: 2 })
  expect(rowScores(raceToTheTop, participation, []).middle).toBeNull()
})

test('ROOM-3 the widest first: split, spread, close, and in each the greater share of the maximum', () => {
  const rows = [
    given(rowOf('(A)(1)(i)'), [5, 5, 4]),
    given(participation, [15, 30, 29]),
    given(rowOf('(A)(3)(i)'), [5, 0, 0]),
    given(rowOf('(A)(3)(ii)'), [25, 0, 12]),
    given(rowOf('(B)(3)'), [20, 1, 9]),
  ]
  expect(groupRows(rows, 'widest', raceToTheTop)).toEqual([
    { by: 'flag', flag: 'split', rows: ['(A)(3)(i)', '(A)(3)(ii)', '(B)(3)'] },
    { by: 'flag', flag: 'spread', rows: ['(A)(1)(ii)'] },
    { by: 'flag', flag: 'close', rows: ['(A)(1)(i)'] },
  ])
  expect(groupRows(rows, 'rubric', raceToTheTop).slice(0, 2)).toEqual([
    { by: 'area', area: 'A', rows: ['(A)(1)(i)', '(A)(1)(ii)', '(A)(3)(i)', '(A)(3)(ii)'] },
    { by: 'area', area: 'B', rows: ['(B)(3)'] },
  ])
})

test('ROOM-3 a row with fewer than two scores is not called close: there is nothing to compare', () => {
  const rows = [given(participation, [45]), given(rowOf('(A)(1)(i)'), [5, 5])]
  expect(groupRows(rows, 'widest', raceToTheTop)).toEqual([
    { by: 'flag', flag: 'close', rows: ['(A)(1)(i)'] },
    { by: 'flag', flag: 'alone', rows: ['(A)(1)(ii)'] },
  ])
})

test('ROOM-4 whatever a panel gives, every row stands in either order exactly once', () => {
  const all = rowsOf(smallRubric).map(({ id }) => id)
  const anyPanel = fc.array(anyFullForm(smallRubric), { minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(anyPanel, fc.constantFrom('widest', 'rubric'), (records, choice) => {
      const columns = roomColumns(records)
      const rows = rowsOf(smallRubric).map((row) => rowScores(smallRubric, row, columns))
      const listed = groupRows(rows, choice, smallRubric).flatMap((group) => group.rows)
      expect(listed.toSorted()).toEqual(all.toSorted())
    }),
  )
})

test('ROOM-5 a row says how far apart its scores are, and how far they were only where that has moved', () => {
  const moved = given(participation, [40, 16, 30], [42, 16, 30])
  expect(apartSentence(moved)).toBe('The three differ by 24 of 45 points.')
  expect(beforeSentence(moved)).toBe('Before the discussion: 26 apart.')
  const shifted = given(participation, [41, 17], [40, 16])
  expect(beforeSentence(shifted)).toBeNull()
  expect(apartSentence(given(participation, [20, 20]))).toBe('The two agree.')
  expect(apartSentence(given(participation, [20]))).toBe('Only one gave points.')
  expect(apartSentence(given(participation, []))).toBe('Nobody gave points.')
})

test('ROOM-5 of totals the same is said', () => {
  expect(totalsSentence(raceToTheTop, [280, 425, 300])).toBe('The three totals are 145 points apart')
  expect(totalsSentence(raceToTheTop, [280, 281])).toBe('The two totals are 1 point apart')
  expect(totalsSentence(raceToTheTop, [280, 280])).toBe('The two totals are the same')
})

test('ROOM-6 a mean that would stand on the middle is said with it; else each has its place', () => {
  expect(stripPoints(given(participation, [20, 21, 22, 22, 22]))).toEqual({
    middle: { at: 22, text: '22, mean 21.4' },
  })
  expect(stripPoints(given(participation, [0, 40, 41]))).toEqual({
    mean: { at: 27, text: '27.0' },
    middle: { at: 40, text: '40' },
  })
  expect(stripPoints(given(participation, [10, 45]))).toEqual({
    middle: { at: 27.5, text: '27.5, mean 27.5' },
  })
})

test('ROOM-7 a box differs where some tick it and some do not; seats without an answer or excused are not asked', () => {
  const { id } = elements
  const columns = [
    roomColumn(1, form({ [id]: 4 })),
    roomColumn(2, form({ [id]: 2 })),
    roomColumn(3, emptyForm(raceToTheTop)),
    roomColumn(4, form({ [id]: 24 }), { excused: true }),
  ]
  const boxes = compareBoxes(elements, columns)
  expect(boxes.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(boxes.slice(0, 3).map(({ yes, differs }) => ({ yes, differs }))).toEqual([
    { yes: [1, 2], differs: false },
    { yes: [1], differs: true },
    { yes: [], differs: false },
  ])
  expect(compareBoxes(participation, columns)).toEqual([])
})

test('ROOM-8 a final form has every row with what was attested, and knows which have changed', () => {
  const { id } = participation
  const column = roomColumn(1, form({ [id]: 30 }), { attested: form({ [id]: 24 }) })
  const rows = finalRows(column, raceToTheTop)
  expect(rows).toHaveLength(41)
  expect(rows.filter(({ changed }) => changed)).toEqual([
    { row: participation, attested: 24, now: 30, changed: true },
  ])
  expect(attestedTotal(raceToTheTop, column)).toBe(485 - 21)
})

test('ROOM-9 the rules of the flags are said with the numbers by which rows are flagged', () => {
  expect(flagWords(raceToTheTop, flagRules).split.rule).toBe(
    '40% of the maximum and 3 points apart, or Low and High both given',
  )
  expect(flagWords(raceToTheTop, flagRules).spread.rule).toBe('30% of the maximum and 2 points apart')
  const plain: Row = { ...participation, max: 10, bands: null }
  expect([4, 3, 2].map((range) => disagreement(plain, [0, range])?.flag)).toEqual(['split', 'spread', null])
  const small: Row = { ...plain, max: 5 }
  expect([3, 2, 1].map((range) => disagreement(small, [0, range])?.flag)).toEqual(['split', 'spread', null])
})
