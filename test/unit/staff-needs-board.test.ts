import { describe, expect, test } from 'vitest'
import { askSeats, waitedForOn } from '../../client/staff/board/ask-seats.ts'
import { behindOn, nearMs } from '../../client/staff/board/behind.ts'
import { groupsOf, inColumns, isFound, isShown, type BoardEntry } from '../../client/staff/board/filters.ts'
import { flagsOf, isBlocked, nextStepOf, readyFor } from '../../client/staff/board/line-flags.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import {
  alpha,
  askStaff,
  attest,
  excuse,
  playTo,
  recuse,
  reveal,
  startPlay,
  type Play,
} from '../harness/pure-play.ts'

function seen(play: Play): ReviewView {
  const review = play.sees('staff', alpha)
  if (!review) throw new Error('Staff see every review.')
  return review
}

const at = 1_000_000_000
const due = (moment: number) => ({
  zone: 'UTC',
  dates: [{ id: 'ready', title: 'Forms ready', at: moment, remind: 'ready' as const }],
})
const labels = (people: readonly { readonly label: string }[]): readonly string[] =>
  people.map(({ label }) => label)
const words = (review: ReviewView, behind = 0): readonly string[] =>
  flagsOf(review, behind).map((flag) => flag.words)

describe('LIVEBOARD-11 a seat is behind', () => {
  test('LIVEBOARD-11 where its date passes within two days, and not before that', () => {
    const review = seen(playTo(startPlay(), 'score'))
    expect(behindOn(review, due(at + nearMs), at)).toEqual([])
    expect(behindOn(review, due(at + nearMs - 1), at)).toHaveLength(5)
  })

  test('LIVEBOARD-11 by its own time where staff gave it more', () => {
    const play = playTo(startPlay(), 'score')
    const until = play.state().at + 10 * nearMs
    play.must('staff', { kind: 'seat.extend', seat: 1, until, reason: 'Ill for a week.' })
    const behind = behindOn(seen(play), due(play.state().at), play.state().at)
    expect(labels(behind)).toEqual(['Reviewer 2', 'Reviewer 3', 'Reviewer 4', 'Reviewer 5'])
  })

  test('LIVEBOARD-11 without a date once more than half of its panel waits for it', () => {
    const play = playTo(startPlay(), 'score')
    for (const person of ['r1', 'r2']) play.must(person, attest(play, person))
    expect(behindOn(seen(play), null, at)).toEqual([])
    play.must('r3', attest(play, 'r3'))
    expect(labels(behindOn(seen(play), null, at))).toEqual(['Reviewer 4', 'Reviewer 5'])
  })

  test('LIVEBOARD-11 never once it is excused, or has done what the step asks', () => {
    const play = playTo(startPlay(), 'ready')
    expect(behindOn(seen(play), due(at), at)).toEqual([])
    const other = playTo(startPlay(), 'score')
    other.must('staff', excuse(5))
    expect(labels(behindOn(seen(other), due(at), at))).not.toContain('Reviewer 5')
  })
})

test('LIVEBOARD-12 what stops a panel is flagged before what waits and what is only told, and a locked review has no flags', () => {
  const play = startPlay()
  play.must('r1', recuse)
  play.must('r2', askStaff)
  expect(words(seen(play), 2)).toEqual(['4 of 5 left', '1 not sure', '2 behind'])
  expect(flagsOf(seen(playTo(startPlay(), 'locked')), 3)).toEqual([])
})

test('LIVEBOARD-13 a line says what its next step waits for, and what can be done where nothing is missing', () => {
  const play = playTo(startPlay(), 'score')
  expect(nextStepOf(seen(play))).toMatchObject({ what: 'the reveal' })
  expect(nextStepOf(seen(play))?.sentences).toContain('Reviewer 1 is not ready.')
  const ready = playTo(startPlay(), 'ready')
  expect(readyFor(seen(ready))).toBe('Can be revealed')
  ready.must('monitor', reveal)
  expect(nextStepOf(seen(ready))).toMatchObject({ what: 'the close' })
  expect(nextStepOf(seen(playTo(startPlay(), 'locked')))).toBeNull()
})

test('LIVEBOARD-14 what goes on by people doing their work is not blocked; a thin panel and one without its monitor are', () => {
  const play = playTo(startPlay(), 'score')
  expect(isBlocked(seen(play))).toBe(false)
  for (const seat of [1, 2, 3]) play.must('staff', excuse(seat))
  expect(isBlocked(seen(play))).toBe(true)
  const headless = playTo(startPlay(), 'score')
  headless.must('monitor', recuse)
  expect(isBlocked(seen(headless))).toBe(true)
  expect(isShown({ review: seen(headless), behind: 0 }, 'staff')).toBe(true)
})

function entry(id: string, applicant: string, panel: string | null, tier = 1): BoardEntry {
  const review = seen(startPlay())
  return {
    behind: 0,
    review: {
      ...review,
      id,
      tier,
      application: { ...review.application, id, applicant },
      of: panel === null ? null : { panel, title: panel },
    },
  }
}

test('LIVEBOARD-15 lines stand under their panels in the order of their numbers; what has no panel, and a sample, come last', () => {
  const entries = [
    entry('s', 'Utah', 'Panel 2', 0),
    entry('u', 'Ohio', null),
    entry('b', 'Iowa', 'Panel 10'),
    entry('a', 'Maine', 'Panel 2'),
  ]
  expect(groupsOf(entries, 'panels').map(({ title }) => title)).toEqual([
    'Panel 2',
    'Panel 10',
    'Not opened to a panel',
    'Sample',
  ])
  const [all] = groupsOf(entries, 'applicant')
  expect(all?.entries.map(({ review }) => review.application.applicant)).toEqual([
    'Iowa',
    'Maine',
    'Ohio',
    'Utah',
  ])
  expect(isFound(entry('x', 'New Mexico', 'Panel 3'), 'mex PANEL')).toBe(true)
  expect(isFound(entry('x', 'New Mexico', 'Panel 3'), 'exico')).toBe(false)
})

test('LIVEBOARD-16 columns hold every panel once, in order, about as full as each other', () => {
  const entries = Array.from({ length: 41 }, (_, number) =>
    entry(`e${number}`, `State ${number}`, `Panel ${(number % 12) + 1}`),
  )
  const groups = groupsOf(entries, 'panels')
  const columns = inColumns(groups, 3)
  expect(columns.flat()).toEqual(groups)
  const filled = columns.map((column) => column.reduce((sum, each) => sum + each.entries.length, 0))
  expect(Math.max(...filled) - Math.min(...filled)).toBeLessThanOrEqual(4)
})

test('LIVEBOARD-17 many are asked one after the other; one that nobody waits for any more does not end it, and too many a second waits', async () => {
  const seats = waitedForOn([{ review: seen(playTo(startPlay(), 'score')), behind: 0 }])
  expect(seats.map(({ seat }) => seat)).toEqual([1, 2, 3, 4, 5])
  const sent: number[] = []
  const told: number[] = []
  const waited: number[] = []
  let full = true
  const outcome = await askSeats(seats, {
    send: async (command) => {
      if (command.kind !== 'seat.nudge') throw new Error(command.kind)
      if (command.seat === 3 && full) {
        full = false
        return { refused: 'too-many', sentence: 'Slower.' }
      }
      sent.push(command.seat)
      return command.seat === 2 ? { refused: 'out-of-turn', sentence: 'Nobody waits.' } : { done: true }
    },
    wait: async (ms) => void waited.push(ms),
    told: (done) => void told.push(done),
  })
  expect(sent).toEqual([1, 2, 3, 4, 5])
  expect(outcome).toEqual({ asked: 4, refused: 'Nobody waits.' })
  expect(told).toEqual([1, 2, 3, 4, 5])
  expect(1_000 / Math.min(...waited)).toBeLessThan(10)
})
