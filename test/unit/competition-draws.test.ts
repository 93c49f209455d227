import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setUpFault } from '../../server/exports/verify-set-up.ts'
import { countOf, otherwise } from '../../shared/assignment/by-hand.ts'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { comparedIn } from '../../shared/competition/draws.ts'
import { isOfSetUp } from '../../shared/competition/evolve-set-up.ts'
import { evolve } from '../../shared/competition/evolve.ts'
import type { JournalEvent } from '../../shared/competition/event.ts'
import { beforeOpening } from '../../shared/competition/state.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import {
  applicationEntry,
  cast,
  closeAlpha,
  declare,
  drawn,
  judge,
  listAll,
  open,
  panels,
  places,
} from '../harness/set-up-steps.ts'

const [one, two] = panels
if (!one || !two) throw new Error('There are two panels.')
const swapped = [{ ...one, reviewers: ['r1', 'r2', 'r7'] }, two]

interface Saved {
  readonly panels?: typeof panels
  readonly places?: Record<string, string>
  readonly seed?: string | null
}

const saved = (changed: Saved = {}): SetUpCommand => ({
  kind: 'assignment.draft',
  panels,
  places,
  seed: 'a seed',
  ...changed,
})

/** A competition whose panels the server drew at version `drawnIn`. */
function drawnOnce(): { readonly play: SetUpPlay; readonly drawnIn: number } {
  const play = listAll(startSetUp())
  play.must('staff-1', drawn())
  return { play, drawnIn: play.state().version }
}

const lastData = (play: SetUpPlay) => play.entries().at(-1)?.event.data
const told = (play: SetUpPlay, person = 'staff-1') => play.page(person).draft

test('PANELS-20 a draw is on record by ids alone, with who asked and when, and makes no panels', () => {
  const { play, drawnIn } = drawnOnce()
  const { kind: _kind, ...data } = drawn({
    kept: { panels: [{ ...one, monitor: null }].map(byIds), places: {} },
  }) as Extract<SetUpCommand, { kind: 'assignment.draw' }>
  const before = play.page()
  play.must('staff-2', { kind: 'assignment.draw', ...data })
  expect(lastData(play)).toEqual(data)
  expect(play.state().setUp.draws.map(({ version, by }) => [version, by])).toEqual([
    [drawnIn, 'staff-1'],
    [drawnIn + 1, 'staff-2'],
  ])
  expect(play.state().setUp.draft).toBeNull()
  // Nobody's page is read again for it.
  expect(play.page()).toEqual(before)
})

function byIds({ id, monitor, reviewers }: (typeof panels)[number]) {
  return { id, monitor, reviewers }
}

const unfit: readonly (readonly [what: string, change: (play: SetUpPlay) => void])[] = [
  [
    'somebody who was drawn has gone',
    (play) => play.must('staff-1', { kind: 'people.remove', people: ['r6'] }),
  ],
  [
    'an application has gone',
    (play) => play.must('staff-1', { kind: 'applications.remove', applications: ['beta'] }),
  ],
  ['whoever drew is recused by now', (play) => play.must('staff-1', declare('alpha', 'recused'))],
  [
    'a panel is at work by now',
    (play) => {
      play.must('staff-1', saved({ panels: swapped }))
      for (const { id } of cast) play.must(id, declare('alpha', 'certified'))
      play.must('staff-1', open('alpha'))
    },
  ],
]

test.each(unfit)('PANELS-20 a draw that does not fit any more is not kept: %s', (_what, change) => {
  const play = listAll(startSetUp())
  change(play)
  expect(play.ask('staff-1', drawn())?.sentence).toBe(
    'People, applications or panels at work have changed meanwhile. Draw again.',
  )
})

test('PANELS-21 panels have a seed where they are exactly as they were drawn by it, in whatever order and by whatever title', () => {
  const { play, drawnIn } = drawnOnce()
  const turned = [two, { ...one, title: 'East', reviewers: one.reviewers.toReversed() }]
  play.must('staff-2', saved({ panels: turned }))
  expect(lastData(play)).toMatchObject({ seed: 'a seed', drawn: drawnIn })
  expect(told(play)).toMatchObject({
    seed: 'a seed',
    hands: null,
    draw: { by: 'Program staff', nth: 1, of: 1 },
  })
})

const claims: readonly (readonly [what: string, draft: Saved, base: boolean])[] = [
  ['a seed that nobody drew', { seed: 'invented' }, false],
  ['drawn panels as made by hand', { seed: null }, false],
  ['a drawn seed, with somebody else on a panel', { panels: swapped }, true],
  ['a drawn seed, with an application moved', { places: { alpha: 'two', beta: 'two' } }, true],
  ['a drawn seed, with an application left out', { places: { alpha: 'one' } }, true],
  ['a drawn seed, with panels that have nothing of it', { panels: [], places: {} }, true],
]

test.each(claims)('PANELS-21 what a page says of a seed is not believed: %s', (_what, draft, base) => {
  const { play, drawnIn } = drawnOnce()
  play.must('staff-2', saved(draft))
  expect(lastData(play)).toMatchObject({ seed: null, drawn: base ? drawnIn : null })
  expect(told(play)).toMatchObject({ seed: null, hands: { by: ['Program staff 2'] } })
})

test('PANELS-21 of draws by one seed it is the one that panels are nearest to', () => {
  const { play, drawnIn } = drawnOnce()
  const other = { places: { alpha: 'two', beta: 'one', gamma: 'one', delta: 'two' } }
  play.must('staff-1', drawn(other))
  play.must('staff-1', saved({ panels: swapped }))
  expect(lastData(play)).toMatchObject({ drawn: drawnIn })
  play.must('staff-1', saved(other))
  expect(lastData(play)).toMatchObject({ seed: 'a seed', drawn: drawnIn + 1 })
  // The same drawn again changes nothing in whose draw a saved draft is.
  play.must('staff-2', drawn(other))
  play.must('staff-2', saved(other))
  expect(lastData(play)).toMatchObject({ seed: 'a seed', drawn: drawnIn + 1 })
})

test('PANELS-21 panels that were all kept are drawn by nobody, and of others it is told how much was kept', () => {
  const play = listAll(startSetUp())
  play.must('staff-1', drawn({ kept: { panels: panels.map(byIds), places } }))
  play.must('staff-1', saved())
  expect(lastData(play)).toMatchObject({ seed: null, drawn: null })
  play.must('staff-1', drawn({ kept: { panels: [byIds(one)], places: { alpha: 'one' } } }))
  play.must('staff-1', saved())
  expect(told(play)).toMatchObject({ seed: 'a seed', draw: { stayed: 5 } })
})

test('PANELS-21 everybody is named who changed panels by hand, until they are as drawn again', () => {
  const { play } = drawnOnce()
  const hands = () => told(play)?.hands?.by ?? []
  play.must('staff-1', saved())
  expect(hands()).toEqual([])
  play.must('staff-2', saved({ panels: swapped }))
  expect(hands()).toEqual(['Program staff 2'])
  play.must('staff-1', saved({ panels: [{ ...swapped[0]!, title: 'East' }, two] }))
  expect(hands()).toEqual(['Program staff 2'])
  play.must('staff-1', saved({ panels: swapped, places: { alpha: 'two', beta: 'two' } }))
  expect(hands()).toEqual(['Program staff 2', 'Program staff'])
  play.must('staff-2', saved())
  expect(hands()).toEqual([])
  play.must('staff-2', saved({ seed: null }))
  play.must('staff-1', saved({ seed: null }))
  expect(hands()).toEqual(['Program staff 2'])
})

test('PANELS-21 what has gone or fails intake since is no change by hand', () => {
  const { play } = drawnOnce()
  play.must('staff-1', saved())
  play.must('staff-1', judge('beta', 'notMet'))
  expect(told(play)).toMatchObject({ seed: 'a seed', hands: null })
  play.must('staff-1', saved({ places: { alpha: 'one' } }))
  expect(told(play)).toMatchObject({ seed: 'a seed', hands: null })
  play.must('staff-1', { kind: 'applications.remove', applications: ['beta'] })
  expect(told(play)).toMatchObject({ seed: 'a seed', hands: null })
})

test('PANELS-21 whatever is drawn and saved, a seed stands exactly with the panels that the server drew by it', () => {
  const ids = cast.filter(({ role }) => role === 'reviewer').map(({ id }) => id)
  const seats = fc.shuffledSubarray(ids, { minLength: 1, maxLength: 2 })
  const put = fc.constantFrom('one', 'two')
  const arranged = fc.record({
    panels: fc.tuple(seats, seats).map(([first, second]) => [
      { ...one, monitor: 'monitor-1', reviewers: first },
      { ...two, monitor: 'monitor-2', reviewers: second },
    ]),
    places: fc.record({ alpha: put }),
    seed: fc.constantFrom('red', 'blue'),
  })
  const move = fc.record({ by: fc.constantFrom('staff-1', 'staff-2'), draws: fc.boolean(), arranged })
  fc.assert(
    fc.property(fc.array(move, { minLength: 2, maxLength: 8 }), (moves) => {
      const play = listAll(startSetUp())
      for (const { by, draws, arranged } of moves) {
        const byId = arranged.panels.map(({ id, monitor, reviewers }) => ({ id, monitor, reviewers }))
        play.must(by, draws ? drawn({ ...arranged, panels: byId }) : saved(arranged))
        const { draft, draws: all } = play.state().setUp
        if (!draft || draws) continue
        const compared = comparedIn(play.state())
        const asDrawn = all.some(
          (draw) => draw.seed === arranged.seed && countOf(otherwise(draw, draft, compared)) === 0,
        )
        expect(draft.seed).toBe(asDrawn ? arranged.seed : null)
        expect(draft.hands.length === 0).toBe(asDrawn)
        expect(draft.drawn !== null).toBe(all.some(({ seed }) => seed === arranged.seed))
      }
    }),
    { numRuns: 40 },
  )
})

test('PANELS-22 how panels came about stays on record with what was opened from them', () => {
  const { play } = drawnOnce()
  for (const id of ['alpha', 'beta'])
    for (const { id: person } of cast) play.must(person, declare(id, 'certified'))
  play.must('staff-1', saved({ panels: [{ ...one, reviewers: ['r1', 'r2', 'r7'] }, two] }))
  play.must('staff-1', open('alpha'))
  const as = (id: string) => play.page().applications.find((application) => application.id === id)?.openedAs
  const changed = { seed: null, changes: 1, draw: { seed: 'a seed', by: 'Program staff' } }
  expect(as('alpha')).toMatchObject(changed)
  expect(as('beta')).toBeNull()
  play.must(
    'staff-2',
    drawn({
      panels: swapped.map(byIds).map((panel) => ({ ...panel, monitor: panel.monitor ?? '' })),
      seed: 'again',
    }),
  )
  play.must('staff-2', saved({ panels: swapped, seed: 'again' }))
  play.must('staff-2', open('beta'))
  expect(as('alpha')).toMatchObject(changed)
  expect(as('beta')).toMatchObject({
    seed: 'again',
    changes: 0,
    hands: null,
    draw: { by: 'Program staff 2' },
  })
})

/** A journal as it was written before draws were kept: a seed in the draft is what its page said. */
function asBefore(events: readonly JournalEvent[]): readonly JournalEvent[] {
  return events
    .filter(({ kind }) => kind !== 'assignment.drawn')
    .map((event) => {
      if (event.kind !== 'assignment.drafted') return event
      const { drawn: _drawn, ...data } = event.data
      return { ...event, data: { ...data, seed: 'a seed' } }
    })
}

test('PANELS-23 a journal from before draws were kept is read as ever, and its seed stands as what was said', () => {
  const play = closeAlpha(startSetUp())
  const state = asBefore(play.entries().map(({ event }) => event)).reduce(
    (before, event) => evolve(before, event, ''),
    beforeOpening,
  )
  expect(state.setUp.draws).toEqual([])
  expect(state.setUp.draft).toMatchObject({ panels, places, seed: 'a seed', drawn: null })
  expect(state.setUp.openedAs['alpha']).toMatchObject({ seed: 'a seed', drawn: null })
})

/** What is wrong with the events of a set-up, decided again one after the other. */
function faultsIn(play: SetUpPlay, events: readonly JournalEvent[]): readonly string[] {
  const words = (ref: string) => play.text({ text: ref })
  const locked = new Set(play.state().reviews.map(({ id }) => id))
  let state = beforeOpening
  return events.flatMap((event) => {
    const fault = isOfSetUp(event) ? setUpFault({ event, state, rubric: play.opening, words, locked }) : null
    state = evolve(state, event, '')
    return fault === null ? [] : [fault]
  })
}

test('PANELS-23 each draft is decided again: from before there were draws as it was said, and after one with where it comes from', () => {
  const play = closeAlpha(startSetUp())
  play.must(
    'staff-2',
    saved({ panels: [{ ...one, title: 'East' }, two], places: { ...places, delta: 'two' } }),
  )
  const events = play.entries().map(({ event }) => event)
  expect(faultsIn(play, events)).toEqual([])
  expect(faultsIn(play, asBefore(events))).toEqual([])
  const forged = (change: (data: Drafted) => Drafted) =>
    faultsIn(
      play,
      events.map((event) =>
        event.kind === 'assignment.drafted' && event.by === 'staff-2'
          ? { ...event, data: change(event.data) }
          : event,
      ),
    )
  expect(forged(({ drawn: _drawn, ...data }) => data)).toEqual([
    expect.stringMatching(/^its data › drawn says nothing/),
  ])
  expect(forged((data) => ({ ...data, seed: 'a seed' }))).toEqual([
    expect.stringMatching(/^its data › seed says/),
  ])
  expect(forged((data) => ({ ...data, drawn: null }))).toEqual([])
  expect(forged((data) => ({ ...data, drawn: 1 }))).toEqual([
    expect.stringMatching(/^its data › drawn says 1/),
  ])
})

type Drafted = Extract<JournalEvent, { kind: 'assignment.drafted' }>['data']

test('PANELS-25 of an application that a member of staff is recused from no draw and no count tells them', () => {
  const { play } = drawnOnce()
  play.must('staff-2', declare('alpha', 'recused'))
  play.must('staff-1', saved())
  const before = told(play, 'staff-2')
  expect(before).toMatchObject({ places: { beta: 'two' }, seed: 'a seed', draw: { places: { beta: 'two' } } })
  play.must('staff-1', saved({ places: { beta: 'two' } }))
  expect(told(play, 'staff-1')).toMatchObject({ seed: null, hands: { by: ['Program staff'] } })
  expect(told(play, 'staff-2')).toEqual(before)
  // What they draw themselves is not of it, and what stays as it was is not their change.
  play.must('staff-1', saved())
  play.must('staff-2', drawn({ places: { beta: 'two' }, seed: 'theirs' }))
  play.must('staff-2', saved({ places: { beta: 'two' }, seed: 'theirs' }))
  expect(play.state().setUp.draft).toMatchObject({ places, seed: null, hands: [] })
  expect(told(play, 'staff-2')).toMatchObject({ seed: 'theirs', hands: null })
  play.must('staff-1', { kind: 'applications.set', applications: [applicationEntry('omega')] })
  expect(told(play, 'staff-2')).toMatchObject({ seed: 'theirs', hands: null })
})
