import { expect, test } from 'vitest'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import { alphaReview, closeAlpha, declare } from '../harness/set-up-steps.ts'

const closed = (secondPerson = true): SetUpPlay => closeAlpha(startSetUp({ rules: { secondPerson } }))
const ask = (play: SetUpPlay, person: string) => play.say(person, alphaReview, { kind: 'lock.ask' })
const lock = (play: SetUpPlay, person: string) => play.say(person, alphaReview, { kind: 'review.lock' })

test('SECOND-1 where the rules want two, one of staff asks and another locks', () => {
  const play = closed()
  expect(lock(play, 'staff-1')?.sentence).toBe(
    'A lock takes two of program staff here. Ask for it; another then locks.',
  )
  expect(ask(play, 'staff-1')).toBeNull()
  expect(ask(play, 'staff-2')?.sentence).toBe('The lock has been asked for.')
  expect(lock(play, 'staff-1')?.sentence).toBe('You asked for this lock. Another of program staff locks.')
  const asked = (person: string) => play.view(person).reviews.find(({ id }) => id === alphaReview)?.lockAsked
  expect([asked('staff-1')?.mine, asked('staff-2')?.mine, asked('r1'), asked('official')]).toEqual([
    true,
    false,
    null,
    null,
  ])
  expect(lock(play, 'staff-2')).toBeNull()
})

test('SECOND-1 nobody but staff asks, and not before the close', () => {
  const play = closed()
  for (const person of ['r1', 'monitor-1', 'official'])
    expect(ask(play, person)?.refused, person).toBe('not-yours')
  const early = closed()
  early.mustSay('staff-1', alphaReview, { kind: 'lock.ask' })
  early.mustSay('r1', alphaReview, { kind: 'conflict.answer', answer: 'recused', reason: 'My sister.' })
  expect(ask(early, 'staff-1')?.sentence).toBe('The panel monitor has not closed the review.')
})

test('SECOND-2 a review that has changed since voids what was asked', () => {
  const play = closed()
  play.mustSay('staff-1', alphaReview, { kind: 'lock.ask' })
  play.mustSay('r1', alphaReview, { kind: 'conflict.answer', answer: 'recused', reason: 'My sister.' })
  expect(play.review(alphaReview).lockAsked).toBeNull()
  play.mustSay('staff-1', alphaReview, { kind: 'panel.goOn', reason: 'Two are enough.' })
  for (const person of ['r2', 'r3']) expect(play.sign(person, alphaReview)).toBeNull()
  play.mustSay('monitor-1', alphaReview, { kind: 'review.close', commentsRead: true })
  expect(lock(play, 'staff-2')?.sentence).toMatch(/^A lock takes two/)
})

test('SECOND-3 where one is enough one locks alone, and nothing is asked', () => {
  const play = closed(false)
  expect(ask(play, 'staff-1')?.sentence).toBe('One of program staff locks here, alone.')
  expect(lock(play, 'staff-1')).toBeNull()
})

test('SECOND-4 whoever is recused among staff is no second, and asks for nothing', () => {
  const play = closed()
  play.must('staff-2', declare('alpha', 'recused'))
  expect(ask(play, 'staff-2')?.refused).toBe('not-found')
  play.mustSay('staff-1', alphaReview, { kind: 'lock.ask' })
  expect(lock(play, 'staff-2')?.refused).toBe('not-found')
})
