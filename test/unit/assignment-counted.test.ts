import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barsOf } from '../../shared/assignment/bars.ts'
import { countedReasons } from '../../shared/assignment/counted.ts'
import type { AssignmentProblem } from '../../shared/assignment/problem.ts'
import { shuffled } from '../../shared/assignment/seeded.ts'
import { sharesOf } from '../../shared/assignment/shares.ts'
import { from, problem } from './assignment-problem.ts'

const nobody = (count: number): null[] => Array.from({ length: count }, () => null)

test.each<readonly [string, Partial<AssignmentProblem>, readonly string[]]>([
  [
    'fewer seats than are wanted',
    { reviewers: from('r', nobody(58)), applications: from('a', nobody(41)), panels: 12, seats: 5 },
    ['5 reviewers for each of 12 panels are 60 seats; with at most 1 panel each, 58 reviewers fill 58.'],
  ],
  [
    'fewer reviewers than a panel has',
    { reviewers: from('r', nobody(1)) },
    ['A panel has 2 reviewers; there are 1.'],
  ],
  ['no monitor', { monitors: [] }, ['There is no panel monitor.']],
  [
    'fewer applications than panels',
    { applications: from('a', ['Ohio']) },
    ['1 application without a panel for 2 panels with nothing to read: each is to read one or more.'],
  ],
  [
    'an application that too few may read',
    {
      reviewers: from('r', ['OH', 'Ohio', 'Texas', 'Maine']),
      conflicts: [{ person: 'r3', application: 'a1' }],
    },
    [
      'A panel of 2 is needed for a1, and 1 reviewer may read it: 2 are from the same State, 1 is in conflict with it.',
    ],
  ],
  [
    'an application whose panel nobody may lead',
    {
      monitors: [
        { id: 'm1', home: 'Utah', organization: null },
        { id: 'm2', home: null, organization: 'Utah State Office' },
      ],
      applications: [
        { id: 'a1', home: 'UT', organization: 'Utah State Office', label: 'Utah' },
        ...from('b', nobody(3)),
      ],
    },
    [
      'No panel monitor may lead the panel of Utah: 1 is from the same State, 1 is from the same organization.',
    ],
  ],
  [
    'a reviewer who may read too little for any panel',
    { conflicts: ['a1', 'a2', 'a3'].map((application) => ({ person: 'r1', application })) },
    ['With even load r1 is on a panel, which reads 2 or more; they may read 1 application.'],
  ],
  [
    'a fault of what is set by hand',
    {
      reviewers: from('r', ['Ohio', null, null, null]),
      fixed: {
        panels: [{ id: 'p1', title: 'Panel 1', monitor: null, reviewers: ['r1'] }],
        places: { a1: 'p1' },
      },
    },
    ['Set by hand: r1 may not be on Panel 1 with a1: from the same State.'],
  ],
  [
    'numbers that are none',
    { panels: 0, seats: 1.5 },
    [
      'The number of panels is to be a whole number of 1 or more.',
      'The number of reviewers a panel is to be a whole number of 1 or more.',
    ],
  ],
])('ASSIGN-6 counting names %s', (_, changed, sentences) => {
  expect(countedReasons(problem(changed))).toEqual(sentences)
})

test('ASSIGN-6 counting has nothing to say where nothing is in the way', () => {
  expect(countedReasons(problem())).toEqual([])
})

test('ASSIGN-13 a State is the same in letters and in full, an organization in any capitals and marks', () => {
  const bars = barsOf(
    problem({
      reviewers: [
        { id: 'r1', home: ' tx', organization: null },
        { id: 'r2', home: 'TEXAS', organization: 'Ohio Dept. of Education' },
        { id: 'r3', home: '', organization: ' ' },
      ],
      applications: [
        { id: 'a1', home: 'Ohio', organization: 'OHIO DEPT OF EDUCATION' },
        { id: 'a2', home: 'Texas', organization: '' },
        { id: 'a3', home: null, organization: null },
      ],
    }),
  )
  expect(['r1', 'r2', 'r3'].map((person) => ['a1', 'a2', 'a3'].map((one) => bars(person, one)))).toEqual([
    [[], ['home'], []],
    [['organization'], ['home'], []],
    [[], [], []],
  ])
})

test('ASSIGN-2 even shares are within one of each other, apart from what is given by hand, and add up', () => {
  const given = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(given, fc.integer({ min: 0, max: 40 }), (has, more) => {
      const total = has.reduce((sum, number) => sum + number, 0) + more
      const ids = has.map((_, at) => `p${at}`)
      const placed = has.flatMap((count, at) => Array.from({ length: count }, () => ids[at] ?? ''))
      const shares = sharesOf(
        problem({
          applications: from('a', nobody(total)),
          panels: has.length,
          fixed: {
            panels: ids.map((id) => ({ id, title: id, monitor: null, reviewers: [] })),
            places: Object.fromEntries(placed.map((panel, at) => [`a${at + 1}`, panel])),
          },
        }),
      ).panels
      // Otherwise counting refuses: a panel would have nothing to read.
      fc.pre(more >= has.filter((count) => count === 0).length)
      expect(shares.reduce((sum, { least }) => sum + least, 0)).toBeLessThanOrEqual(total)
      expect(shares.reduce((sum, { most }) => sum + most, 0)).toBeGreaterThanOrEqual(total)
      const free = shares.filter(({ least }, at) => least > (has[at] ?? 0))
      expect(new Set(free.map(({ least }) => least)).size).toBeLessThanOrEqual(1)
      expect(free.every(({ least, most }) => most <= least + 1)).toBe(true)
      expect(shares.every(({ least }, at) => least >= (has[at] ?? 0))).toBe(true)
    }),
  )
})

test('ASSIGN-3 an order drawn from a seed does not hang on the order of what is drawn', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 20 })
  fc.assert(
    fc.property(ids, fc.string(), (all, seed) => {
      expect(shuffled(all.toReversed(), seed)).toEqual(shuffled(all, seed))
      expect(shuffled(all, seed).toSorted()).toEqual(all.toSorted())
    }),
  )
})
