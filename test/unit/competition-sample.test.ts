import { expect, test } from 'vitest'
import { calibrationPage } from '../../shared/competition/calibration-page.ts'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { mayWrite } from '../../shared/competition/access.ts'
import { scoresField } from '../../shared/form/fields.ts'
import { fullForm } from '../harness/full-form.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import {
  alphaReview,
  cast,
  declare,
  draft,
  draftAll,
  openAlpha,
  sampleReview,
} from '../harness/set-up-steps.ts'

const start: SetUpCommand = { kind: 'calibration.start', application: 'gamma' }
const show: SetUpCommand = { kind: 'calibration.show' }

/** Alpha is open, and gamma is a sample for all seven reviewers. */
function sampled(): SetUpPlay {
  const play = openAlpha(startSetUp())
  play.must('staff-1', start)
  return play
}

const page = (play: SetUpPlay, person: string) => {
  const found = play.state().people.find(({ id }) => id === person)
  return found ? calibrationPage(play.state(), play.opening, found) : null
}
const mine = (play: SetUpPlay, person: string, review = alphaReview) =>
  play.view(person).reviews.find(({ id }) => id === review)?.mine

test('SAMPLE-1 every reviewer gets a seat on the sample, certified, on no panel and in no tier', () => {
  const play = sampled()
  const { seats, panel, tier } = play.review(sampleReview)
  expect([seats.map(({ person }) => person), panel, tier]).toEqual([cast.slice(5).map(({ id }) => id), '', 0])
  expect(play.view('r7').reviews.map(({ id, step }) => [id, step])).toEqual([[sampleReview, 'score']])
  expect(play.view('monitor-1').reviews.map(({ id }) => id)).toEqual([alphaReview])
  expect(play.view('staff-1').tiers?.map(({ tier: each }) => each)).toEqual([1])
  expect(play.page().frozen).toBe(true)
})

test('SAMPLE-1 there is one sample, of an application that no panel reads', () => {
  const play = draftAll(startSetUp())
  expect(play.ask('staff-1', { kind: 'calibration.start', application: 'alpha' })?.refused).toBe(
    'out-of-turn',
  )
  expect(play.ask('staff-1', { kind: 'calibration.start', application: 'nowhere' })?.refused).toBe(
    'malformed',
  )
  play.must('staff-1', start)
  expect(play.ask('staff-1', { kind: 'calibration.start', application: 'delta' })?.sentence).toBe(
    'There is a sample already.',
  )
  expect(play.ask('staff-1', { ...draft, places: { gamma: 'one' } } as SetUpCommand)?.sentence).toBe(
    'State of gamma is the sample, which every reviewer scores.',
  )
  expect(play.view('r1').certify).toMatchObject({ of: 3 })
})

test('SAMPLE-2 real forms wait until one’s own sample is ready', () => {
  const play = sampled()
  const key = { competition: 'competition-1', review: alphaReview, kind: 'form', seat: 1 } as const
  const r1 = cast.find(({ id }) => id === 'r1')
  if (!r1) throw new Error('There is a reviewer.')
  const writing = () => mayWrite(play.state(), play.opening, r1, key, scoresField)
  expect(play.view('r1').calibration).toEqual({ review: sampleReview, due: true, shown: false })
  expect([mine(play, 'r1')?.form.writable, writing()]).toEqual([false, 'readOnly'])
  expect(mine(play, 'r1', sampleReview)?.form.writable).toBe(true)
  play.attest('r1', sampleReview)
  expect([mine(play, 'r1')?.form.writable, writing()]).toEqual([true, 'yes'])
  expect(mine(play, 'r2')?.form.writable).toBe(false)
})

test('SAMPLE-2 nor is a form given before: what was written before the sample began waits as well', () => {
  const play = sampled()
  expect(play.attest('r1', alphaReview)?.sentence).toBe('Score the sample first: staff have asked for it.')
  play.attest('r1', sampleReview)
  expect(play.attest('r1', alphaReview)).toBeNull()
})

test('SAMPLE-2 they wait no longer once staff show it, nor for who is recused from it or excused', () => {
  const play = sampled()
  play.mustSay('r2', sampleReview, { kind: 'conflict.answer', answer: 'recused', reason: 'My sister.' })
  play.mustSay('staff-1', sampleReview, { kind: 'seat.excuse', seat: 3, reason: 'Ill.' })
  expect(['r1', 'r2', 'r3'].map((person) => mine(play, person)?.form.writable)).toEqual([false, true, true])
  expect(play.view('r2').calibration).toBeNull()
  play.attest('r4', sampleReview)
  play.must('staff-1', show)
  expect(mine(play, 'r1')?.form.writable).toBe(true)
})

test('SAMPLE-3 the spread is staff’s until they show it, then everybody’s who has a seat, and never a name with it', () => {
  const play = sampled()
  expect(play.ask('staff-1', show)?.sentence).toBe('Nobody has scored the sample yet.')
  play.type('r2', sampleReview, fullForm(play.opening, { points: { '(B)(1)(i)': 3 } }))
  play.attest('r2', sampleReview)
  play.attest('r1', sampleReview)
  const spread = page(play, 'staff-1')
  expect(spread?.rows.find(({ row }) => row === '(B)(1)(i)')).toMatchObject({ points: [3, 20], mine: null })
  for (const person of ['r1', 'r2', 'r7', 'monitor-1', 'official']) expect(page(play, person)).toBeNull()
  play.must('staff-1', show)
  expect(page(play, 'r2')?.rows.find(({ row }) => row === '(B)(1)(i)')).toMatchObject({
    points: [3, 20],
    mine: 3,
  })
  expect(page(play, 'r7')).toMatchObject({ ready: 2, of: 7 })
  expect(page(play, 'monitor-1')).toBeNull()
  const told = JSON.stringify(page(play, 'r1'))
  for (const { id, label } of cast) expect(told.includes(`"${id}"`) || told.includes(label), id).toBe(false)
  expect(play.ask('staff-1', show)?.refused).toBe('out-of-turn')
})

test('SAMPLE-3 whoever is recused from the sample sees nothing of it, staff too', () => {
  const play = sampled()
  play.attest('r1', sampleReview)
  play.must('staff-2', declare('gamma', 'recused'))
  play.mustSay('r2', sampleReview, { kind: 'conflict.answer', answer: 'recused', reason: '' })
  play.must('staff-1', show)
  for (const person of ['staff-2', 'r2']) {
    expect(page(play, person)).toBeNull()
    expect(play.view(person).calibration).toBeNull()
    expect(play.view(person).reviews.map(({ id }) => id)).not.toContain(sampleReview)
  }
  expect(play.page('staff-2').calibration).toBeNull()
})

test('SAMPLE-4 a sample is scored, and never revealed, closed or locked', () => {
  const play = sampled()
  for (const { person } of play.review(sampleReview).seats) play.attest(person, sampleReview)
  for (const person of ['r1', 'monitor-1', 'staff-1'])
    for (const say of [
      { kind: 'review.reveal' },
      { kind: 'review.close', commentsRead: true },
      { kind: 'review.lock' },
    ] as const)
      expect(play.say(person, sampleReview, say), `${person} ${say.kind}`).not.toBeNull()
  expect(play.view('staff-1').tiers?.map(({ tier }) => tier)).toEqual([1])
})
