import { expect, test } from 'vitest'
import { calibrationPage } from '../../shared/competition/calibration-page.ts'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { fullForm } from '../harness/full-form.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import {
  alphaReview,
  declare,
  nextVersion,
  openAlpha,
  otherWords,
  sampleReview,
  setRubric,
} from '../harness/set-up-steps.ts'

const row = '(B)(1)(i)'
const show: SetUpCommand = { kind: 'calibration.show' }
const add = (...reviewers: string[]): SetUpCommand => ({ kind: 'calibration.add', reviewers })

/** Alpha is open, gamma is the sample of seven reviewers, of whom two are ready; then reviewers 8 and 9 come. */
function came({ shown }: { readonly shown: boolean }): SetUpPlay {
  const play = openAlpha(startSetUp())
  play.must('staff-1', { kind: 'calibration.start', application: 'gamma' })
  give(play, 'r1', 3)
  give(play, 'r2', 7)
  if (shown) play.must('staff-1', show)
  const people = [8, 9].map((at) => ({
    id: `r${at}`,
    role: 'reviewer' as const,
    label: `Reviewer ${at}`,
  }))
  play.must('staff-1', { kind: 'people.set', people })
  return play
}

function give(play: SetUpPlay, person: string, points: number): void {
  play.type(person, sampleReview, fullForm(play.opening, { points: { [row]: points } }))
  expect(play.attest(person, sampleReview)).toBeNull()
}

function spread(play: SetUpPlay, who: string) {
  const person = play.state().people.find(({ id }) => id === who)
  const page = person ? calibrationPage(play.state(), play.opening, person) : null
  const found = page?.rows.find((each) => each.row === row)
  return page && { points: found?.points, mine: found?.mine, ready: page.ready, of: page.of }
}

const mine = (play: SetUpPlay, who: string, review: string) =>
  play.view(who).reviews.find(({ id }) => id === review)?.mine

test('SAMPLE-5 staff give reviewers a seat on the sample who came after it began, next to those that are there', () => {
  const play = came({ shown: false })
  expect(play.view('r8').reviews).toEqual([])
  expect(play.page().calibration).toMatchObject({ later: ['r8', 'r9'], ready: 2, of: 7 })
  play.must('staff-1', add('r8', 'r9'))
  expect(play.review(sampleReview).seats.map(({ number, person }) => `${number} ${person}`)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => `${at} r${at}`),
  )
  expect(play.view('r8').reviews.map(({ id, step }) => [id, step])).toEqual([[sampleReview, 'score']])
  expect(mine(play, 'r8', sampleReview)?.form.writable).toBe(true)
  expect(play.page().calibration).toMatchObject({ later: [], ready: 2, of: 9 })
  give(play, 'r8', 5)
  expect(spread(play, 'staff-1')).toEqual({ points: [3, 5, 7], mine: null, ready: 3, of: 9 })
})

test('SAMPLE-5 nobody gets a second seat, or one who is no reviewer, or who said that they have a part in it', () => {
  const play = came({ shown: false })
  const told = (...reviewers: string[]) => play.ask('staff-1', add(...reviewers))?.sentence
  expect(told('r1')).toBe('Reviewer 1 has a seat on the sample already.')
  expect(told('r8', 'r8')).toBe('Somebody stands there twice.')
  expect(told('monitor-1')).toBe('Monitor 1 is no reviewer.')
  expect(told('r8', 'nobody')).toBe('nobody is no reviewer.')
  play.must('r8', declare('gamma', 'recused'))
  play.must('r9', declare('gamma', 'unsure'))
  for (const [who, label] of [
    ['r8', 'Reviewer 8'],
    ['r9', 'Reviewer 9'],
  ] as const)
    expect(told(who)).toBe(`${label} is recused from it, or has asked staff about it.`)
  expect(play.page().calibration?.later).toEqual([])
  expect(play.ask('r1', add('r9'))?.refused).toBe('not-found')
  const none = openAlpha(startSetUp())
  expect(none.ask('staff-1', add('r7'))?.sentence).toBe('There is no sample.')
})

test('SAMPLE-5 nor does somebody of staff decide it who is recused from the sample', () => {
  const play = came({ shown: false })
  play.must('staff-2', declare('gamma', 'recused'))
  for (const command of [add('r8'), show])
    expect(play.ask('staff-2', command)?.refused, command.kind).toBe('not-yours')
  expect(play.page('staff-2').calibration).toBeNull()
})

test('SAMPLE-5 a sample takes 99 reviewers, and nobody takes another’s place on it', () => {
  const play = came({ shown: false })
  const many = Array.from({ length: 93 }, (_, at) => `x${at}`)
  const people = many.map((id) => ({ id, role: 'reviewer' as const, label: `Reviewer ${id}` }))
  play.must('staff-1', { kind: 'people.set', people })
  expect(play.ask('staff-1', add(...many))?.refused).toBe('too-many')
  expect(play.ask('staff-1', add(...many.slice(1)))).toBeNull()
  play.mustSay('staff-1', sampleReview, { kind: 'seat.excuse', seat: 4, reason: 'Ill.' })
  const replace = { kind: 'seat.replace', seat: 4, person: 'r8', reason: 'Ill.' } as const
  expect(play.say('staff-1', sampleReview, replace)?.refused).toBe('out-of-turn')
})

test('SAMPLE-6 who comes before the spread is open is shown it with the others, and their real forms wait like theirs', () => {
  const play = came({ shown: false })
  play.must('staff-1', add('r8'))
  expect(play.view('r8').calibration).toEqual({ review: sampleReview, due: true, shown: false })
  give(play, 'r8', 5)
  expect([spread(play, 'r8'), play.view('r8').calibration?.due]).toEqual([null, false])
  play.must('staff-1', show)
  expect(spread(play, 'r8')).toEqual({ points: [3, 5, 7], mine: 5, ready: 3, of: 8 })
})

test('SAMPLE-6 who comes once the spread is open scores blind all the same, and their real forms wait until they are ready', () => {
  const play = came({ shown: true })
  play.must('staff-1', add('r8', 'r9'))
  expect(play.view('r8').calibration).toEqual({ review: sampleReview, due: true, shown: false })
  expect([spread(play, 'r8'), spread(play, 'r3')?.points]).toEqual([null, [3, 7]])
  expect(mine(play, 'r8', sampleReview)?.form.writable).toBe(true)
  play.mustSay('staff-1', alphaReview, { kind: 'seat.excuse', seat: 3, reason: 'Ill.' })
  play.mustSay('staff-1', alphaReview, {
    kind: 'seat.replace',
    seat: 3,
    person: 'r8',
    reason: 'In their place.',
  })
  play.mustSay('r8', alphaReview, { kind: 'conflict.answer', answer: 'certified', reason: '' })
  expect(play.attest('r8', alphaReview)?.sentence).toBe('Score the sample first: staff have asked for it.')
  expect(mine(play, 'r1', alphaReview)?.form.writable).toBe(true)
  give(play, 'r8', 5)
  expect(play.view('r8').calibration).toEqual({ review: sampleReview, due: false, shown: true })
  expect(play.attest('r8', alphaReview)).toBeNull()
  expect(play.view('r9').calibration).toMatchObject({ due: true, shown: false })
  expect(play.say('r8', sampleReview, { kind: 'form.takeBack' })?.refused).toBe('out-of-turn')
})

test('SAMPLE-6 a new version of the rubric leaves a sample whose spread is open to those who come later as it is', () => {
  const play = came({ shown: true })
  play.must('staff-1', setRubric(nextVersion(play.rubric(), otherWords)))
  const { rubric } = play.review(sampleReview)
  play.must('staff-1', add('r8'))
  expect(play.review(sampleReview).rubric).toBe(rubric)
  give(play, 'r8', 5)
  expect(spread(play, 'r8')?.points).toEqual([3, 5, 7])
})

test('SAMPLE-7 the spread counts who came later once they are ready, and nobody who was recused or excused', () => {
  const play = came({ shown: true })
  play.must('staff-1', add('r8', 'r9'))
  // Who could have read it by then does not count; who came later could not.
  give(play, 'r3', 1)
  give(play, 'r8', 5)
  for (const who of ['staff-1', 'r1', 'r3', 'r8'])
    expect(spread(play, who), who).toMatchObject({ points: [3, 5, 7], ready: 3, of: 9 })
  play.mustSay('r1', sampleReview, { kind: 'conflict.answer', answer: 'recused', reason: 'My sister.' })
  play.mustSay('staff-1', sampleReview, { kind: 'seat.excuse', seat: 2, reason: 'Ill.' })
  expect(spread(play, 'staff-1')).toEqual({ points: [5], mine: null, ready: 1, of: 7 })
  expect(play.page().calibration).toMatchObject({ ready: 2, of: 7 })
})
