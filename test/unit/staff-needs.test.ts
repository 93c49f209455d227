import { expect, test } from 'vitest'
import { needsOf } from '../../client/staff/needs.ts'
import { alpha, askStaff, clear, playTo, recuse, startPlay, type Play } from '../harness/pure-play.ts'

/** What staff are told of alpha. */
function told(play: Play): readonly string[] {
  return needsOf(play.view('staff').reviews)
    .filter(({ review }) => review.id === alpha)
    .map(({ sentence }) => sentence)
}

test('STAFF-1 a “not sure” needs staff until they have decided', () => {
  const play = startPlay()
  play.must('r2', askStaff)
  play.must('monitor', askStaff)
  expect(told(play)).toEqual([
    'has a “not sure” from Reviewer 2.',
    'has a “not sure” from the panel monitor.',
  ])
  play.must('staff', clear('r2'))
  play.must('staff', clear('monitor'))
  expect(told(play)).toEqual([])
})

test('STAFF-2 a seat that left needs staff, with how many are left', () => {
  const play = startPlay()
  play.must('r1', recuse)
  expect(told(play)).toEqual(['has four of five reviewers left.'])
})

test('STAFF-3 a closed review needs staff until it is locked', () => {
  expect(told(playTo(startPlay(), 'signed'))).toEqual([])
  expect(told(playTo(startPlay(), 'closed'))).toEqual(['is closed and can be locked.'])
  expect(told(playTo(startPlay(), 'locked'))).toEqual([])
})
