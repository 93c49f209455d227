import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOf, otherwise, type Arrangement } from '../../shared/assignment/by-hand.ts'

const drawn: Arrangement = {
  panels: [
    { id: 'one', monitor: 'm1', reviewers: ['r1', 'r2', 'r3'] },
    { id: 'two', monitor: 'm2', reviewers: ['r4', 'r5', 'r6'] },
  ],
  places: { a1: 'one', a2: 'two' },
}
const all = new Set(['a1', 'a2', 'a3'])
const seats = (id: string, reviewers: readonly string[], monitor: string | null): Arrangement => ({
  ...drawn,
  panels: drawn.panels.map((panel) => (panel.id === id ? { id, reviewers, monitor } : panel)),
})

const changes: readonly (readonly [
  what: string,
  now: Arrangement,
  seats: number,
  moved: readonly string[],
])[] = [
  ['nothing', drawn, 0, []],
  ['seats in another order', seats('one', ['r3', 'r1', 'r2'], 'm1'), 0, []],
  ['somebody in another’s seat', seats('one', ['r1', 'r2', 'r7'], 'm1'), 1, []],
  ['somebody more', seats('one', ['r1', 'r2', 'r3', 'r7'], 'm1'), 1, []],
  ['a seat and the monitor', seats('one', ['r1', 'r2'], null), 2, []],
  ['a panel removed', { panels: drawn.panels.slice(0, 1), places: { a1: 'one' } }, 4, ['a2']],
  [
    'an empty panel',
    { ...drawn, panels: [...drawn.panels, { id: 'x', monitor: null, reviewers: [] }] },
    1,
    [],
  ],
  [
    'an application moved, one placed',
    { ...drawn, places: { a1: 'two', a2: 'two', a3: 'one' } },
    0,
    ['a1', 'a3'],
  ],
  ['one that is not there any more', { ...drawn, places: { ...drawn.places, gone: 'one' } }, 0, []],
]

test.each(changes)('ASSIGN-15 what is otherwise than drawn is counted: %s', (_what, now, count, moved) => {
  expect(otherwise(drawn, now, all)).toEqual({ seats: count, applications: moved })
})

test('ASSIGN-15 panels are as they were drawn exactly where each has the same people and each application the same panel', () => {
  const people = fc.shuffledSubarray(['r1', 'r2', 'r3', 'r4'])
  const panel = (id: string) =>
    fc.record({ id: fc.constant(id), monitor: fc.constantFrom('m1', 'm2', null), reviewers: people })
  const arranged: fc.Arbitrary<Arrangement> = fc.record({
    panels: fc.tuple(panel('one'), panel('two')),
    places: fc.dictionary(fc.constantFrom('a1', 'a2'), fc.constantFrom('one', 'two')),
  })
  const wording = ({ panels, places }: Arrangement) => [
    panels.map(({ id, monitor, reviewers }) => [id, monitor, reviewers.toSorted()]),
    [places['a1'], places['a2']],
  ]
  fc.assert(
    fc.property(arranged, arranged, (one, other) => {
      const same = JSON.stringify(wording(one)) === JSON.stringify(wording(other))
      expect(countOf(otherwise(one, other, all)) === 0).toBe(same)
      expect(countOf(otherwise(one, other, all))).toBe(countOf(otherwise(other, one, all)))
      expect(countOf(otherwise(one, one, all))).toBe(0)
    }),
  )
})
