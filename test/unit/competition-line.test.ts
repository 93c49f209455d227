import { expect, test } from 'vitest'
import type { Rules } from '../../shared/competition/setup.ts'
import { fullForm } from '../harness/full-form.ts'
import {
  excuse,
  lock,
  playSteps,
  playTo,
  replace,
  certify,
  startPlay,
  type Play,
} from '../harness/pure-play.ts'

/** No score, time or count of these plays is this number by chance. */
const unusual = 9_731

const everybody = ['r1', 'r2', 'spare', 'other', 'monitor', 'other-monitor', 'staff', 'official']

const line = (seenBy?: Rules['lineSeenBy']): Rules => ({
  scoreLine: unusual,
  ...(seenBy && { lineSeenBy: seenBy }),
})

/** Those whose view holds the line, or anything said of it. */
function told(play: Play): readonly string[] {
  return everybody.filter((who) => {
    const shown = play.view(who)
    return JSON.stringify(shown).includes(String(unusual)) || shown.competition.line !== null
  })
}

test.for(playSteps)('LINE-1 at the step %s nothing of the line reaches anybody', (step) => {
  for (const rules of [line(), line('staff')]) expect(told(playTo(startPlay({ rules }), step))).toEqual([])
})

test('LINE-1 nor whoever takes a seat late, nor while a lock is being finished', () => {
  const play = playTo(startPlay({ rules: line() }), 'revealed')
  play.must('staff', excuse(1))
  play.must('staff', replace(1))
  play.must('spare', certify)
  expect(told(play)).toEqual([])
  playTo(play, 'closed').must('staff', lock)
  expect(told(play)).toEqual([])
})

test('LINE-1 a competition that names no line tells nobody of the usual one', () => {
  const play = playTo(startPlay(), 'locked')
  expect(everybody.filter((who) => play.view(who).competition.line !== null)).toEqual([])
  expect(Object.keys(play.view('r1').competition.rules)).not.toContain('scoreLine')
})

test.for(playSteps)(
  'LINE-2 at the step %s monitors are told where the competition says so, and nobody else',
  (step) => {
    const play = playTo(startPlay({ rules: line('monitors') }), step)
    expect(told(play)).toEqual(['monitor', 'other-monitor'])
    expect(play.view('monitor').competition.line).toBe(unusual)
  },
)

test('LINE-3 what everybody is shown, agenda and all, is the same whatever the line is', () => {
  const shown = [1, 60, 88, unusual].map((scoreLine) => {
    const play = startPlay({ rules: { scoreLine } })
    ;[0, 5, 10, 10, 10].forEach((points, at) =>
      play.type(
        `r${at + 1}`,
        fullForm(play.rubric, { points: { '(E)(1)': points, '(B)(1)(i)': 20 - at * 2 } }),
      ),
    )
    playTo(play, 'revealed').must('monitor', { kind: 'agenda.order', by: 'spread' })
    const talking = everybody.map((who) => play.view(who))
    playTo(play, 'locked')
    return JSON.stringify([...talking, ...everybody.map((who) => play.view(who))])
  })
  expect(shown[0]).toContain('"by":"spread"')
  expect(new Set(shown).size).toBe(1)
})
