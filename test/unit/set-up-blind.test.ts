import { expect, test } from 'vitest'
import { calibrationPage } from '../../shared/competition/calibration-page.ts'
import { certifyPage } from '../../shared/competition/certify-page.ts'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { mayRead, mayReadApplication } from '../../shared/competition/access.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import {
  alphaReview,
  applicationEntry,
  betaReview,
  declare,
  decideFor,
  draft,
  draftAll,
  judge,
  listAll,
  open,
  record,
  sampleReview,
} from '../harness/set-up-steps.ts'

/** All that somebody is sent who is not of staff: their view, what they certify, and the sample. */
function received(play: SetUpPlay, who: string) {
  const person = play.state().people.find(({ id }) => id === who)
  if (!person) throw new Error(`There is no ${who}.`)
  return {
    view: play.view(who),
    certify: certifyPage(play.state(), person, play.text),
    sample: calibrationPage(play.state(), play.opening, person),
  }
}

type Change = readonly [by: string, command: SetUpCommand]

/** What others answer, and what staff enter and judge beside what everybody is asked about. */
const besides: readonly Change[] = [
  ['r2', declare('alpha', 'recused')],
  ['r7', declare('alpha', 'unsure')],
  ['staff-1', decideFor('alpha', 'r7', 'recused')],
  ['staff-1', record('beta', 'monitor-2', 'recused')],
  ['staff-2', declare('alpha', 'recused')],
  ['official', declare('beta', 'unsure')],
  ['staff-1', judge('delta', 'notMet')],
  ['staff-1', judge('alpha', 'met', 'signed')],
  ['staff-1', { kind: 'checklist.set', items: [] }],
  ['staff-1', { kind: 'assignment.draft', panels: [], places: {}, seed: null }],
]

test.each(['r1', 'monitor-1'])(
  'SETUP-16 what somebody is sent hangs on nobody else’s answers about conflicts, and on no intake: %s',
  (who) => {
    for (const [by, command] of besides) {
      const play = listAll(startSetUp())
      for (const [each, before] of besides.slice(
        0,
        besides.findIndex(([, one]) => one === command),
      ))
        play.send(each, before)
      const before = received(play, who)
      play.send(by, command)
      expect(received(play, who), `${by} ${command.kind}`).toEqual(before)
    }
  },
)

test('SETUP-16 nor on amounts, dates of receipt or panels that are drafted', () => {
  const play = listAll(startSetUp())
  const before = received(play, 'r1')
  const { involved } = applicationEntry('alpha')
  play.must('r7', declare('alpha', 'certified'))
  play.must('staff-1', draft)
  expect(received(play, 'r1')).toEqual(before)
  const quiet = { ...applicationEntry('alpha'), requested: 5, received: 6 }
  play.must('staff-1', { kind: 'applications.set', applications: [quiet] })
  const after = received(play, 'r1')
  // The names of who is involved were kept anew, so that the list may be read again; it says the same.
  expect(after.certify).toEqual(before.certify)
  expect(after.certify.applications[0]?.involved).toEqual(involved)
  expect(JSON.stringify(after)).not.toContain('75000000')
})

/** Alpha and beta are open to their panels. */
function opened(): SetUpPlay {
  const play = draftAll(startSetUp())
  play.must('staff-1', open('alpha', 'beta'))
  return play
}

test('SETUP-17 whoever is not on its panel sees nothing of an application once it is open', () => {
  const play = opened()
  const r4 = received(play, 'r4')
  expect(r4.view.reviews.map(({ id }) => id)).toEqual([betaReview])
  expect(r4.certify.applications.map(({ id }) => id)).toEqual(['gamma', 'delta'])
  expect(JSON.stringify(r4)).not.toContain('alpha')
  expect(JSON.stringify(received(play, 'r7'))).not.toMatch(/alpha|beta/)
  const person = play.state().people.find(({ id }) => id === 'r4')
  if (!person) throw new Error('There is a reviewer.')
  expect(mayReadApplication(play.state(), person, 'alpha')).toBe(false)
  const key = { competition: play.state().id, review: alphaReview }
  for (const seat of [1, 2, 3]) {
    expect(mayRead(play.state(), person, { ...key, kind: 'form', seat })).toBe(false)
    expect(mayRead(play.state(), person, { ...key, kind: 'notes', seat })).toBe(false)
  }
  expect(mayRead(play.state(), person, { ...key, kind: 'room' })).toBe(false)
})

test('SETUP-17 a draft opens nothing to anybody, and a member who is recused later sees nothing any more', () => {
  const play = draftAll(startSetUp())
  expect(received(play, 'r1').view.reviews).toEqual([])
  play.must('staff-1', open('alpha'))
  play.mustSay('r1', alphaReview, { kind: 'conflict.answer', answer: 'recused', reason: 'My sister.' })
  expect(received(play, 'r1').view.reviews).toEqual([])
})

test('SETUP-18 what happens on one panel’s application reaches nobody of another panel', () => {
  const play = opened()
  const before = ['r4', 'monitor-2', 'r7'].map((who) => received(play, who))
  play.mustSay('r1', alphaReview, { kind: 'conflict.answer', answer: 'recused', reason: 'My sister.' })
  play.mustSay('staff-1', alphaReview, { kind: 'seat.excuse', seat: 2, reason: 'Ill.' })
  play.mustSay('staff-1', alphaReview, { kind: 'panel.goOn', reason: 'One is enough.' })
  play.attest('r3', alphaReview)
  play.mustSay('monitor-1', alphaReview, { kind: 'review.reveal' })
  play.must('staff-2', declare('alpha', 'recused'))
  expect(['r4', 'monitor-2', 'r7'].map((who) => received(play, who))).toEqual(before)
})

test('SETUP-19 before the spread of the sample is shown a reviewer is sent nothing that hangs on others’ points', () => {
  const sampled = (): SetUpPlay => {
    const play = opened()
    play.must('staff-1', { kind: 'calibration.start', application: 'gamma' })
    return play
  }
  const [one, other] = [sampled(), sampled()]
  const low = one.form('r2', sampleReview)
  one.type('r2', sampleReview, { ...low, scores: { ...low.scores, '(B)(1)(i)': 0 } })
  for (const play of [one, other]) {
    play.attest('r2', sampleReview)
    play.attest('r1', sampleReview)
  }
  for (const who of ['r1', 'r4', 'monitor-1', 'official'])
    expect(received(one, who)).toEqual(received(other, who))
})
