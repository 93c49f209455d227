import { expect, test } from 'vitest'
import { totalsSentence } from '../../client/room/score-words.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import {
  applicationNoun,
  applicationTitle,
  criteriaTogether,
  formNoun,
  rowsTogether,
} from '../../shared/rubric/total-words.ts'
import { presetRubric } from '../harness/preset-rubrics.ts'

const nih = presetRubric('nih-simplified-2025')
const horizon = presetRubric('horizon-europe-ria')

test('SHOWN-16 what is no sum is called by the row that it is, and nothing speaks of totals', () => {
  const rubrics = [nih, horizon, raceToTheTop]
  expect(rubrics.map(rowsTogether)).toEqual(['Overall impact', 'Total of 3 rows', 'Total of 41 rows'])
  expect(rubrics.map(criteriaTogether)).toEqual([
    ...['Overall impact', 'Criteria together', 'Criteria together'],
  ])
  expect(rubrics.map(applicationTitle)).toEqual(['Overall impact', 'Total', 'Total'])
  expect(rubrics.map(applicationNoun)).toEqual(['score', 'total', 'total'])
  expect(totalsSentence(nih, [2, 6, 3])).toBe('The three scores are 4 points apart')
  const added = { ...nih, totals: { ...nih.totals, priorityPoints: 5 } }
  expect([formNoun(added), applicationNoun(added), applicationTitle(added)]).toEqual([
    ...['score', 'total', 'Total'],
  ])
})
