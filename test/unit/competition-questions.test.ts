import { expect, test } from 'vitest'
import { limits } from '../../shared/protocol/limits.ts'
import {
  alpha,
  askAboutRow,
  beta,
  certify,
  playTo,
  startPlay,
  type Play,
  type Say,
} from '../harness/pure-play.ts'

function asked(): Play {
  const play = playTo(startPlay(), 'score')
  play.must('other', certify, beta)
  play.must('r1', askAboutRow)
  return play
}

function answer(play: Play, words = 'What is in place today.'): Say {
  const question = play.view('staff').questions?.[0]?.id ?? 0
  return { kind: 'question.answer', question, asked: 'What counts?', answer: words }
}

test('QUESTION-1 a question goes to staff, with who asks and about what; nobody else sees that there is one', () => {
  const play = asked()
  expect(play.view('staff').questions).toMatchObject([
    {
      review: alpha,
      applicant: 'State of Alpha',
      by: 'Reviewer 1',
      row: '(B)(1)(i)',
      text: 'Does a draft count?',
    },
  ])
  expect(play.sees('r1')?.mine?.questions).toMatchObject([{ row: '(B)(1)(i)', answeredAt: null }])
  for (const who of ['r2', 'other', 'monitor']) {
    expect(play.view(who).questions).toBeNull()
    expect(JSON.stringify(play.view(who))).not.toContain('draft')
  }
})

test('QUESTION-2 the answer stands at the row in every panel, dated, and names nobody', () => {
  const play = asked()
  play.must('staff', answer(play))
  const [told] = play.view('other').answers
  expect(told).toEqual({
    row: '(B)(1)(i)',
    asked: 'What counts?',
    answer: 'What is in place today.',
    at: told?.at,
  })
  for (const who of ['r1', 'r2', 'monitor', 'other-monitor', 'staff']) {
    expect(play.view(who).answers, who).toEqual([told])
  }
  expect(play.sees('r1')?.mine?.questions[0]?.answeredAt).toBe(told?.at)
  expect(JSON.stringify(play.view('other').answers)).not.toMatch(/Reviewer|r1|alpha|draft/)
})

test('QUESTION-2 a later answer stands in the place of the earlier', () => {
  const play = asked()
  play.must('staff', answer(play, 'Yes.'))
  play.must('staff', answer(play, 'No: only what is in place.'))
  expect(play.view('r2').answers.map(({ answer: words }) => words)).toEqual(['No: only what is in place.'])
})

test('QUESTION-3 only a reviewer asks, about a row there is, and not without end', () => {
  const play = asked()
  expect(play.ask('monitor', askAboutRow)?.refused).toBe('not-yours')
  expect(play.ask('r1', { ...askAboutRow, row: '(Z)(9)' } as Say)?.refused).toBe('malformed')
  for (let more = 1; more < limits.openQuestions; more += 1) play.must('r1', askAboutRow)
  expect(play.ask('r1', askAboutRow)?.refused).toBe('too-many')
  expect(play.ask('r2', askAboutRow)).toBeNull()
})

test('QUESTION-4 only staff answer, and only what was asked there', () => {
  const play = asked()
  for (const who of ['r1', 'r2', 'monitor']) expect(play.ask(who, answer(play))?.refused).toBe('not-yours')
  expect(play.ask('staff', answer(play), beta)?.refused).toBe('out-of-turn')
  expect(play.ask('staff', { ...answer(play), question: 1 } as Say)?.refused).toBe('out-of-turn')
})
