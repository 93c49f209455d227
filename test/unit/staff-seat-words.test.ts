import { expect, test } from 'vitest'
import { conflictWord } from '../../client/staff/conflict-words.ts'
import { excusedWords } from '../../client/staff/excused-words.ts'
import { touchedWords } from '../../client/staff/set-up/rubric/touched-words.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { startSetUp } from '../harness/set-up-play.ts'
import { draftAll, open, sampleReview } from '../harness/set-up-steps.ts'
import { presetRubric } from '../harness/preset-rubrics.ts'

test('SEATS-50 who was replaced is told as replaced, whatever the reason; who is recused as recused', () => {
  expect(conflictWord({ conflict: 'recused', replacedBy: 4 })).toBe('Replaced')
  expect(conflictWord({ conflict: 'recused', replacedBy: null })).toBe('Recused')
})

test('SEATS-51 an excused seat is told as a seat in the vote only where the rubric has one', () => {
  expect(excusedWords({ is: 'read', value: raceToTheTop })).toBe('a seat in the vote, out of the mean')
  expect(excusedWords({ is: 'read', value: presetRubric('foundation') })).toBe('out of the mean')
  expect(excusedWords({ is: 'reading' })).toBe('out of the mean')
})

test('VERSION-53 a sample whose spread is open is told as that, and not as a revealed application', () => {
  const play = draftAll(startSetUp())
  play.must('staff-1', open('alpha'))
  play.must('staff-1', { kind: 'calibration.start', application: 'gamma' })
  const told = () => touchedWords(play.view('staff-1').reviews, play.page().calibration, true)
  expect(told()[0]).toBe('2 applications not revealed yet, the sample among them, move to it.')
  play.attest('r1', sampleReview)
  play.must('staff-1', { kind: 'calibration.show' })
  expect(told().slice(0, 2)).toEqual([
    '1 application not revealed yet moves to it.',
    'The sample, whose spread is open, stays with the version that its forms were ready on.',
  ])
})
