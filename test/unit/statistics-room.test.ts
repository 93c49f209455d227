import { expect, test } from 'vitest'
import { flagWords } from '../../client/room/flag-words.ts'
import { rowScores } from '../../client/room/row-scores.ts'
import { noteOf } from '../../client/room/scores-row.tsx'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { findRow } from '../../shared/rubric/rubric.ts'
import { flagRules } from '../../shared/statistics/disagreement.ts'
import { fullForm } from '../harness/full-form.ts'
import { roomColumns } from '../harness/room-column.ts'

/** 45 points, with bands: low to 12, medium to 33. */
const id = '(A)(1)(ii)'

function panel(...points: readonly number[]) {
  const row = findRow(raceToTheTop, id)
  if (!row) throw new Error(`There is no row ${id}.`)
  const columns = roomColumns(points.map((each) => fullForm(raceToTheTop, { points: { [id]: each } })))
  return { row, columns }
}

test('STAT-19 a room flags its rows by the competition’s own thresholds, and says them', () => {
  const { row, columns } = panel(20, 22, 27)
  const own = { split: { percent: 90, points: 40 }, spread: { percent: 10, points: 5 } }
  const flag = (rules = flagRules) => rowScores(raceToTheTop, row, columns, rules).found?.flag
  expect([flag(), flag(own)]).toEqual([null, 'spread'])
  expect(flagWords(raceToTheTop, own).spread.rule).toBe('10% of the maximum and 5 points apart')
  expect(flagWords(raceToTheTop, own).split.rule).toBe(
    '90% of the maximum and 40 points apart, or Low and High both given',
  )
})

test('STAT-19 on a flagged row one who alone differs is told apart from a split panel; a row that is close says neither', () => {
  const note = (...points: readonly number[]) => {
    const { row, columns } = panel(...points)
    return noteOf(rowScores(raceToTheTop, row, columns), columns, null)
  }
  expect(note(40, 41, 42, 40, 8)).toContain('One differs')
  expect(note(40, 41, 8, 7, 20)).not.toContain('One differs')
  expect(note(32, 32, 33, 33, 35)).not.toContain('One differs')
})
