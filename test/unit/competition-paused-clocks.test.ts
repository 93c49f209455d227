import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leftAt, type Clock } from '../../shared/competition/discussion.ts'
import { discussionView } from '../../shared/competition/discussion-view.ts'
import { evolve } from '../../shared/competition/evolve.ts'
import { beforeOpening } from '../../shared/competition/state.ts'
import { eventHash } from '../../shared/record/chain.ts'
import { sha256Hex } from '../../shared/record/hash.ts'
import { alpha, beta, focusOn, playTo, startPlay, type Play, type Say } from '../harness/pure-play.ts'

const minute = 60_000
const second = 1_000
const row = '(E)(1)'
const recess = (on: boolean): Say => ({ kind: 'recess.set', on })
const timer = (to: 'running' | 'held', more?: number): Say => ({
  kind: 'timer.set',
  to,
  ...(more !== undefined && { more }),
})
const now = (play: Play) => play.state().at
const talk = (play: Play) => discussionView(play.review(), play.facts)
const left = (clock: Clock | null, at: number) => clock && leftAt(clock, at)

const pause = (play: Play): void =>
  play.happen({ kind: 'competition.paused', data: { reason: { text: sha256Hex('The alarm rings.') } } })
const resume = (play: Play): void => play.happen({ kind: 'competition.resumed', data: {} })

/** In focus for three minutes and a second. */
function talking(): Play {
  const play = playTo(startPlay(), 'revealed')
  play.must('monitor', focusOn(row))
  play.wait(3 * minute)
  return play
}

test('PAUSE-5 while everything is paused every clock of a discussion stands, and goes on after it with what was left', () => {
  const play = talking()
  pause(play)
  const stood = talk(play)
  const paused = now(play)
  expect([stood.timer?.runsSince, stood.slot?.runsSince, stood.focusRuns]).toEqual([null, null, null])
  const [item, whole] = [left(stood.timer, paused), left(stood.slot, paused)]
  expect([item, whole]).toEqual([7 * minute - second, 87 * minute - second])
  expect(stood.spent).toEqual({ [row]: 3 * minute + second })
  play.wait(40 * minute)
  resume(play)
  const after = talk(play)
  expect([left(after.timer, now(play)), left(after.slot, now(play))]).toEqual([item, whole])
  expect([after.timer?.runsSince, after.slot?.runsSince, after.focusRuns]).toEqual([
    now(play),
    now(play),
    now(play),
  ])
  expect(left(after.timer, now(play) + minute)).toBe((item ?? 0) - minute)
})

test('PAUSE-5 what was held or in recess before a pause is so after it', () => {
  const held = talking()
  held.must('monitor', timer('held'))
  const before = talk(held)
  pause(held)
  held.wait(40 * minute)
  resume(held)
  expect(talk(held).timer).toEqual(before.timer)
  expect(talk(held).slot?.runsSince).toBe(now(held))

  const resting = talking()
  resting.must('monitor', recess(true))
  const rests = resting.review().discussion
  pause(resting)
  resting.wait(40 * minute)
  resume(resting)
  expect(resting.review().discussion).toEqual(rests)
  resting.must('monitor', recess(false))
  expect(talk(resting).timer?.runsSince).toBe(now(resting))
})

test('PAUSE-5 a talk of which nothing ran is not touched, and a pause goes by every panel', () => {
  const play = talking()
  const quiet = play.review(beta)
  pause(play)
  expect(play.review(beta)).toBe(quiet)
  expect(play.review(alpha).discussion.paused).toEqual({ timer: true, slot: true, focus: true })
  resume(play)
  expect(play.review(beta)).toBe(quiet)
  expect(play.review(alpha).discussion.paused).toBeNull()
})

test('PAUSE-5 the journal alone tells the clocks: replayed, they stand and go on as they did', () => {
  const play = talking()
  pause(play)
  play.wait(40 * minute)
  const replayed = () =>
    play.events().reduce((state, event) => evolve(state, event, eventHash(event)), beforeOpening)
  expect(replayed()).toEqual(play.state())
  resume(play)
  play.must('monitor', timer('running', 2))
  expect(replayed()).toEqual(play.state())
})

type Act = 'focus' | 'other' | 'none' | 'go' | 'hold' | 'more' | 'rest' | 'on' | 'pause'
const sayOf: Readonly<Record<Exclude<Act, 'pause'>, Say>> = {
  focus: focusOn(row),
  other: focusOn('(C)(1)'),
  none: focusOn(null),
  go: timer('running'),
  hold: timer('held'),
  more: timer('running', 3),
  rest: recess(true),
  on: recess(false),
}
const anyActs = fc.array(
  fc.record({
    act: fc.constantFrom<Act[]>('focus', 'other', 'none', 'go', 'hold', 'more', 'rest', 'on', 'pause'),
    ms: fc.integer({ min: 0, max: 4 * minute }),
  }),
  { maxLength: 25, size: 'max' },
)

/** How the clocks stand in the end. */
function told(play: Play) {
  const { timer: item, slot, spent, focus, focusRuns, recess: rests } = talk(play)
  const running = focusRuns === null ? 0 : now(play) - focusRuns
  return {
    item: left(item, now(play)),
    slot: left(slot, now(play)),
    runs: [item?.runsSince != null, slot?.runsSince != null, focusRuns !== null],
    focus: focus?.row,
    spent: focus ? { ...spent, [focus.row]: (spent[focus.row] ?? 0) + running } : spent,
    rests: rests !== null,
  }
}

test('PAUSE-5 however often and whenever it is paused, the clocks tell what they would have told without', () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      const play = playTo(startPlay(), 'revealed')
      const without = playTo(startPlay(), 'revealed')
      for (const { act, ms } of acts) {
        if (act === 'pause') {
          pause(play)
          // Up to a pause time passes in both.
          without.wait(second)
          play.wait(ms)
          resume(play)
          continue
        }
        for (const each of [play, without]) {
          each.wait(ms)
          each.send('monitor', sayOf[act])
        }
      }
      // Nothing has happened since the last wait: what ends it is an event of both.
      for (const each of [play, without]) each.must('monitor', { kind: 'agenda.arrange', items: [] })
      expect(told(play)).toEqual(told(without))
    }),
    { numRuns: 200 },
  )
})
