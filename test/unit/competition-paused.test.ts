import { expect, test } from 'vitest'
import { mayWrite } from '../../shared/competition/access.ts'
import { scoresField } from '../../shared/form/fields.ts'
import { noteField } from '../../shared/form/notes.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import { oneOfEach, startPlay, type Say } from '../harness/pure-play.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import {
  alphaReview,
  closeAlpha,
  declare,
  openAlpha,
  pause,
  resume,
  revealAlpha,
  sampleReview,
} from '../harness/set-up-steps.ts'

const says = (): readonly Say[] => oneOfEach(startPlay(), 'r1')
/** What goes through also while everything is paused. */
const keeps = ['conflict.answer', 'text.keep', 'text.settle']
const told = 'Program staff have paused everything. What you typed is kept; go on when they resume.'

function paused(started: (play: SetUpPlay) => SetUpPlay): SetUpPlay {
  const play = started(startSetUp())
  play.must('staff-1', pause)
  return play
}

test.each(Object.entries({ opened: openAlpha, revealed: revealAlpha, closed: closeAlpha }))(
  'PAUSE-1 while everything is paused nobody but staff decides anything: %s',
  (_moment, started) => {
    const play = paused(started)
    for (const person of ['r1', 'r2', 'monitor-1'])
      for (const say of says()) {
        if (keeps.includes(say.kind)) continue
        const before = canonicalJson(play.state())
        expect(play.say(person, alphaReview, say)?.sentence, `${person} ${say.kind}`).toBe(told)
        expect(canonicalJson(play.state())).toBe(before)
      }
  },
)

test('PAUSE-1 not even the selecting official, nor whoever has a sample to score', () => {
  const official = paused(closeAlpha)
  const met = { kind: 'absolute.decide', priority: 'P1', outcome: 'met', reasons: 'Yes.' } as const
  expect(official.say('official', alphaReview, met)?.sentence).toBe(told)
  const play = paused((each) => {
    openAlpha(each)
    each.must('staff-1', { kind: 'calibration.start', application: 'gamma' })
    return each
  })
  expect(play.attest('r7', sampleReview)?.sentence).toBe(told)
})

test('PAUSE-2 nobody writes in a form, a column or a summary; notes are one’s own', () => {
  const key = { competition: 'competition-1', review: alphaReview } as const
  const may = (
    play: SetUpPlay,
    document: { kind: 'form' | 'notes'; seat: number } | { kind: 'room' },
    root: string,
  ) => {
    const r1 = play.state().people.find(({ id }) => id === 'r1')
    return r1 && mayWrite(play.state(), play.opening, r1, { ...key, ...document }, root)
  }
  const form = { kind: 'form', seat: 1 } as const
  const before = paused(openAlpha)
  expect(may(before, form, scoresField)).toBe('readOnly')
  expect(may(before, { kind: 'notes', seat: 1 }, noteField('abcdefgh'))).toBe('yes')
  const after = paused(revealAlpha)
  expect(may(after, { kind: 'room' }, 'r1/scores')).toBe('readOnly')
  expect(may(after, { kind: 'room' }, 'summary:(B)(1)')).toBe('readOnly')
  for (const play of [before, after]) play.must('staff-1', resume)
  expect(may(before, form, scoresField)).toBe('yes')
  expect(may(after, { kind: 'room' }, 'r1/scores')).toBe('yes')
})

test('PAUSE-3 a recusal goes through, and so does what somebody typed', () => {
  const play = paused(openAlpha)
  expect(
    play.say('r1', alphaReview, { kind: 'text.keep', field: 'strengths:(B)(1)', text: 'Typed.' }),
  ).toBeNull()
  expect(
    play.say('r1', alphaReview, { kind: 'conflict.answer', answer: 'recused', reason: 'My sister.' }),
  ).toBeNull()
  expect(play.send('r7', declare('delta', 'recused'))).toBeNull()
})

test('PAUSE-4 staff go on deciding, and resuming restores everything as it was', () => {
  const play = openAlpha(startSetUp())
  const views = () => ['r1', 'monitor-1', 'official'].map((person) => play.view(person))
  const before = views()
  play.must('staff-1', pause)
  for (const person of ['r1', 'monitor-1', 'official', 'staff-2'])
    expect(play.view(person).paused).toMatchObject({ by: 'Program staff', reason: 'The building is shut.' })
  expect(play.view('r1').reviews[0]?.mine?.form.writable).toBe(false)
  expect(play.say('staff-1', alphaReview, { kind: 'seat.nudge', seat: 1 })).toBeNull()
  expect(play.ask('staff-1', pause)?.sentence).toBe('Everything is paused already.')
  play.must('staff-2', resume)
  expect(play.ask('staff-2', resume)?.sentence).toBe('Nothing is paused.')
  const after = views()
  expect(after.map((each) => each.paused)).toEqual([null, null, null])
  const [r1] = after[0]?.reviews ?? []
  expect(r1 && { ...r1, mine: r1.mine && { ...r1.mine, nudgedAt: null } }).toEqual(before[0]?.reviews[0])
  expect(play.attest('r1', alphaReview)).toBeNull()
})
