import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leftAt } from '../../shared/competition/discussion.ts'
import { reopenVote, ballot, focusOn, playTo, startPlay, type Play, type Say } from '../harness/pure-play.ts'
import { fullForm } from '../harness/full-form.ts'

const minute = 60_000
const recess = (on: boolean): Say => ({ kind: 'recess.set', on })
const timer = (to: 'running' | 'held' | 'off', more?: number): Say => ({
  kind: 'timer.set',
  to,
  ...(more !== undefined && { more }),
})
const now = (play: Play) => play.state().at
const talk = (play: Play) => {
  const found = play.sees('r1')?.discussion
  if (!found) throw new Error('The panel does not talk.')
  return found
}
/** What is left on a clock, as a page computes it; null where there is none. */
const left = (play: Play, clock: 'timer' | 'slot') => {
  const found = talk(play)[clock]
  return found && leftAt(found, now(play))
}

function revealed(): Play {
  return playTo(startPlay(), 'revealed')
}

test('TALK-5 focus brings everybody to a row and starts its minutes: the agenda’s, or those of the rules', () => {
  const play = revealed()
  play.must('monitor', { kind: 'agenda.arrange', items: [{ row: '(C)(1)', minutes: 4 }] })
  play.must('monitor', focusOn('(C)(1)'))
  for (const who of ['r1', 'r5', 'monitor'])
    expect(play.sees(who)?.discussion).toMatchObject({
      focus: { row: '(C)(1)' },
      timer: { ofMs: 4 * minute },
    })
  play.must('monitor', focusOn('(E)(1)'))
  expect(talk(play)).toMatchObject({ focus: { row: '(E)(1)', at: now(play) }, timer: { ofMs: 10 * minute } })
  play.must('monitor', focusOn('P2'))
  expect(talk(play).focus?.row).toBe('P2')
})

test('TALK-5 the focus is taken away with its minutes, and is on a row that the rubric has', () => {
  const play = revealed()
  expect(play.send('monitor', focusOn(null))?.refused).toBe('out-of-turn')
  expect(play.send('monitor', focusOn('(Z)(9)'))?.refused).toBe('malformed')
  play.must('monitor', focusOn('(E)(1)'))
  play.must('monitor', focusOn(null))
  expect(talk(play)).toMatchObject({ focus: null, timer: null, focusRuns: null })
})

type Act = 'go' | 'hold' | 'more' | 'rest' | 'on' | 'wait'
const anyActs = fc.array(
  fc.record({
    act: fc.constantFrom<Act[]>('go', 'hold', 'more', 'rest', 'on', 'wait'),
    ms: fc.integer({ min: 0, max: 4 * minute }),
  }),
  { maxLength: 25, size: 'max' },
)
const sayOf: Readonly<Record<Exclude<Act, 'wait'>, Say>> = {
  go: timer('running'),
  hold: timer('held'),
  more: timer('running', 3),
  rest: recess(true),
  on: recess(false),
}

test('TALK-6 what is left of an item and what ran of it is what it was given, whatever is held, added or rested', () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      const play = revealed()
      play.must('monitor', focusOn('(E)(1)'))
      let ran = 0
      let given = 10 * minute
      let at = now(play)
      for (const { act, ms } of acts) {
        const before = talk(play)
        play.wait(ms)
        if (act === 'wait') continue
        const done = play.send('monitor', sayOf[act]) === null
        if (!done) continue
        if (before.timer?.runsSince != null) ran += now(play) - at
        at = now(play)
        // Minutes are added to what is left: where it had run out, that is none.
        if (act === 'more') given = Math.max(ran, given) + 3 * minute
        expect(left(play, 'timer')).toBe(given - ran)
        expect(talk(play).recess !== null && talk(play).timer?.runsSince != null).toBe(false)
      }
    }),
    { numRuns: 200 },
  )
})

test('TALK-6 an item’s minutes go below nothing and say so, and what is added then counts from nothing', () => {
  const play = revealed()
  play.must('monitor', focusOn('(E)(1)'))
  play.wait(12 * minute)
  play.must('monitor', timer('held'))
  expect(left(play, 'timer')).toBe(-2 * minute - 1000)
  play.must('monitor', timer('running', 5))
  expect(left(play, 'timer')).toBe(5 * minute)
})

test('TALK-6 a timer is for the row in focus, and can be taken away', () => {
  const play = revealed()
  expect(play.send('monitor', timer('running'))?.refused).toBe('out-of-turn')
  play.must('monitor', focusOn('(E)(1)'))
  play.must('monitor', timer('off'))
  expect(talk(play)).toMatchObject({ focus: { row: '(E)(1)' }, timer: null })
  play.must('monitor', timer('running', 2))
  expect(left(play, 'timer')).toBe(2 * minute)
})

test('TALK-7 a recess stops every clock, and its end lets go on what ran', () => {
  const play = revealed()
  play.must('monitor', focusOn('(E)(1)'))
  play.must('monitor', recess(true))
  const stood = talk(play)
  expect([stood.timer?.runsSince, stood.slot?.runsSince, stood.focusRuns]).toEqual([null, null, null])
  play.wait(30 * minute)
  expect(play.send('monitor', timer('running'))?.sentence).toBe('The panel is in recess. End it first.')
  expect(play.send('monitor', recess(true))?.refused).toBe('out-of-turn')
  play.must('monitor', recess(false))
  expect(play.send('monitor', recess(false))?.refused).toBe('out-of-turn')
  expect([left(play, 'timer'), left(play, 'slot')]).toEqual([10 * minute - 1000, 90 * minute - 1000])
  expect([talk(play).timer?.runsSince, talk(play).slot?.runsSince]).toEqual([now(play), now(play)])
})

test('TALK-7 a clock that is held during a recess is held after it', () => {
  const play = revealed()
  play.must('monitor', focusOn('(E)(1)'))
  play.must('monitor', recess(true))
  play.must('monitor', timer('held', 5))
  play.must('monitor', recess(false))
  expect(talk(play).timer?.runsSince).toBeNull()
  expect(left(play, 'timer')).toBe(15 * minute - 1000)
})

test('TALK-7 a clock that was held before a recess is held after it, and going on to a row ends the recess', () => {
  const play = revealed()
  play.must('monitor', focusOn('(E)(1)'))
  play.must('monitor', timer('held'))
  play.must('monitor', recess(true))
  play.must('monitor', recess(false))
  expect(talk(play).timer?.runsSince).toBeNull()
  play.must('monitor', recess(true))
  play.must('monitor', focusOn('(C)(1)'))
  expect(talk(play)).toMatchObject({
    recess: null,
    timer: { runsSince: now(play) },
    slot: { runsSince: now(play) },
  })
})

const anyWalk = fc.array(
  fc.record({
    to: fc.constantFrom('(E)(1)', '(C)(1)', '(B)(1)(i)', null, 'rest', 'on'),
    ms: fc.integer({ min: 0, max: 5 * minute }),
  }),
  { maxLength: 25, size: 'max' },
)

test('TALK-8 a row has been spoken about for as long as it was in focus and nobody rested; the panel’s time runs with it', () => {
  fc.assert(
    fc.property(anyWalk, (walk) => {
      const play = revealed()
      const spent = new Map<string, number>()
      let used = 0
      let at = now(play)
      for (const { to, ms } of walk) {
        const before = talk(play)
        play.wait(ms)
        const say = to === 'rest' ? recess(true) : to === 'on' ? recess(false) : focusOn(to)
        if (play.send('monitor', say)) continue
        const passed = now(play) - at
        at = now(play)
        if (before.focus && !before.recess)
          spent.set(before.focus.row, (spent.get(before.focus.row) ?? 0) + passed)
        if (before.slot && !before.recess) used += passed
        const after = talk(play)
        expect(new Map(Object.entries(after.spent))).toEqual(
          new Map([...spent].filter(([row]) => row in after.spent)),
        )
        const counted = Object.values(after.spent).reduce((sum, ms) => sum + ms, 0)
        const running = after.focus && after.focusRuns !== null ? now(play) - after.focusRuns : 0
        expect(counted + running).toBe([...spent.values()].reduce((sum, ms) => sum + ms, 0))
        if (after.slot) expect(left(play, 'slot')).toBe(90 * minute - used)
      }
    }),
    { numRuns: 200 },
  )
})

test('TALK-9 a panel’s time begins with the first row in focus, as much as the rules give', () => {
  const play = playTo(startPlay({ rules: { slotMinutes: 45 } }), 'revealed')
  play.wait(20 * minute)
  play.must('monitor', { kind: 'agenda.arrange', items: [] })
  expect(talk(play).slot).toBeNull()
  play.must('monitor', focusOn('(E)(1)'))
  expect(talk(play).slot).toEqual({ ofMs: 45 * minute, leftMs: 45 * minute, runsSince: now(play) })
})

test('TALK-9 the close stops it, and where the review is opened again it goes on with the next row', () => {
  const play = startPlay()
  play.type('r2', fullForm(play.rubric, { answer: 'no' }))
  playTo(play, 'revealed')
  play.must('monitor', focusOn('(E)(1)'))
  playTo(play, 'voting').must('r1', ballot('yes'))
  playTo(play, 'closed')
  const stood = play.sees('r1')?.discussion
  expect(stood).toMatchObject({
    focus: null,
    timer: null,
    slot: { runsSince: null },
    focusRuns: null,
    hands: [],
  })
  play.wait(30 * minute)
  play.must('staff', reopenVote)
  play.must('monitor', focusOn('(C)(1)'))
  expect(talk(play).slot).toMatchObject({ leftMs: stood?.slot?.leftMs, runsSince: now(play) })
})
