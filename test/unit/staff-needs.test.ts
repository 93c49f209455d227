import { expect, test } from 'vitest'
import { questionsPath, reviewPath } from '../../client/pages.ts'
import { goOnSentence, needsOf, unanswered } from '../../client/staff/needs.ts'
import { startSetUp } from '../harness/set-up-play.ts'
import { decideFor, declare, draftAll, listAll } from '../harness/set-up-steps.ts'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import {
  alpha,
  askAboutRow,
  askStaff,
  clear,
  excuse,
  goOn,
  playTo,
  recuse,
  replace,
  startPlay,
  type Play,
} from '../harness/pure-play.ts'

/** What staff are told of alpha. */
function told(play: Play): readonly string[] {
  return needsOf(play.view('staff'))
    .filter(({ href }) => href === reviewPath(alpha, 'lock'))
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

test('SEATS-3 a panel that calls needs staff before all else, in its own words, until they have come', () => {
  const play = playTo(startPlay(), 'score')
  play.must('r1', askAboutRow)
  play.must('monitor', { kind: 'staff.call', reason: 'May we read the late letter?' })
  const [first] = needsOf(play.view('staff'))
  expect(first).toEqual({
    subject: 'State of Alpha',
    href: reviewPath(alpha, 'lock'),
    sentence: 'calls you: “May we read the late letter?”',
  })
  play.must('staff', { kind: 'call.end' })
  expect(told(play)).toEqual([])
})

test('SEATS-4 a panel with too few seats needs staff until they replace one or let it go on', () => {
  const play = playTo(startPlay(), 'score')
  play.must('r1', recuse)
  for (const seat of [2, 3]) play.must('staff', excuse(seat))
  expect(told(play)).toEqual(['has two seats left and waits for you.'])
  play.must('staff', replace(1))
  expect(told(play)).toEqual([])
  play.must('staff', excuse(6))
  play.must('staff', goOn)
  expect(told(play)).toEqual([])
})

test('STAFF-3 a closed review needs staff until it is locked', () => {
  expect(told(playTo(startPlay(), 'signed'))).toEqual([])
  expect(told(playTo(startPlay(), 'closed'))).toEqual(['is closed and can be locked.'])
  expect(told(playTo(startPlay(), 'locked'))).toEqual([])
})

test('STAFFDOC-1 questions without an answer need staff, with their number', () => {
  const play = playTo(startPlay(), 'score')
  play.must('r1', askAboutRow)
  play.must('r2', askAboutRow)
  const asked = (): readonly string[] =>
    needsOf(play.view('staff'))
      .filter(({ href }) => href === questionsPath)
      .map(({ subject, sentence }) => `${subject} ${sentence}`)
  expect(asked()).toEqual(['Two questions of reviewers wait for an answer.'])
  const [first, second] = play.view('staff').questions ?? []
  const answer = { kind: 'question.answer', asked: 'What counts?', answer: 'What is in place.' } as const
  play.must('staff', { ...answer, question: first?.id ?? 0 })
  expect(asked()).toEqual(['One question of a reviewer waits for an answer.'])
  play.must('staff', { ...answer, question: second?.id ?? 0 })
  expect(unanswered(play.view('staff').questions)).toBe(0)
  expect(asked()).toEqual([])
})

test('EFFECT-20 where a thin panel goes on, staff are told which seats count in its means and which in its vote', () => {
  expect(goOnSentence(2, 3, rulesOf2010)).toBe(
    'Two seats left, where the rules ask for three. Means are then of the seats that are left. A majority of the vote is one of all seats but those recused or replaced: an excused seat still counts, and without an answer it is not a yes. Should another seat leave, you are asked again.',
  )
  expect(goOnSentence(1, 3, rulesOf2010)).toMatch(/^One seat left, /)
})

test('LIVEBOARD-18 what of the set-up waits for staff stands among what needs them', () => {
  const play = startSetUp()
  const needs = () => needsOf(play.view('staff-1')).map(({ subject, href }) => [subject, href])
  expect(needs()).toEqual([])
  listAll(play)
  play.must('r7', declare('alpha', 'unsure'))
  expect(needs()).toEqual([['One answer', '/set-up/conflicts']])
  play.must('staff-1', decideFor('alpha', 'r7', 'cleared'))
  expect(needs()).toEqual([])
  const ready = draftAll(startSetUp())
  const open = () => needsOf(ready.view('staff-1')).map(({ subject, href }) => [subject, href])
  expect(open()).toEqual([['Two applications', '/set-up/panels']])
})
