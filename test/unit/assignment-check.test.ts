import { expect, test } from 'vitest'
import { faultsIn, faultsOf } from '../../shared/assignment/check.ts'
import { meetingGroups } from '../../shared/assignment/connected.ts'
import { loadOf, type Arranged } from '../../shared/assignment/load.ts'
import { from, problem } from './assignment-problem.ts'

const places = { a1: 'p1', a2: 'p1', a3: 'p2', a4: 'p2' }
const first = { id: 'p1', title: 'Panel 1', monitor: 'm1', reviewers: ['r1', 'r2'] }
const second = { id: 'p2', title: 'Panel 2', monitor: 'm2', reviewers: ['r3', 'r4'] }
const sound: Arranged = { panels: [first, second], places }

test('ASSIGN-10 a sound draft has no fault', () => {
  expect(faultsOf(problem(), sound)).toEqual([])
})

test('ASSIGN-10 who is from the State or the organization of an application, or in conflict with it, is named with it', () => {
  const asked = problem({
    reviewers: [
      { id: 'r1', home: 'ohio', organization: null, label: 'Reviewer 1' },
      { id: 'r2', home: null, organization: 'The Dept. of Education' },
      ...from('r', [null, null, null, null]).slice(2),
    ],
    applications: [
      { id: 'a1', home: 'Ohio', organization: 'the dept of education', label: 'Ohio' },
      ...from('a', ['Ohio', 'Texas', 'Maine', 'Utah']).slice(1),
    ],
    conflicts: [
      { person: 'r1', application: 'a1' },
      { person: 'm2', application: 'a4' },
    ],
  })
  expect(faultsIn(asked, sound)).toEqual([
    {
      panel: 'p1',
      person: 'r1',
      application: 'a1',
      sentence: 'Reviewer 1 may not be on Panel 1 with Ohio: from the same State and in conflict with it.',
    },
    {
      panel: 'p1',
      person: 'r2',
      application: 'a1',
      sentence: 'r2 may not be on Panel 1 with Ohio: from the same organization.',
    },
    {
      panel: 'p2',
      person: 'm2',
      application: 'a4',
      sentence: 'm2 may not be on Panel 2 with a4: in conflict with it.',
    },
  ])
})

test.each<readonly [string, Arranged, readonly string[]]>([
  [
    'a seat taken twice',
    { panels: [{ ...first, reviewers: ['r1', 'r1'] }, second], places },
    ['r1 sits on Panel 1 twice.'],
  ],
  [
    'a panel that is too small',
    { panels: [{ ...first, reviewers: ['r1'] }, second], places },
    ['Panel 1 has 1 reviewer; a panel has 2.'],
  ],
  [
    'a panel that is too large',
    { panels: [{ ...first, reviewers: ['r1', 'r2', 'r5'] }, second], places },
    ['Panel 1 has 3 reviewers; a panel has 2.'],
  ],
  [
    'a load above the most',
    { panels: [first, { ...second, reviewers: ['r1', 'r4'] }], places },
    ['r1 sits on 2 panels; the most is 1.'],
  ],
  [
    'no monitor',
    { panels: [{ ...first, monitor: null }, second], places },
    ['Panel 1 has no panel monitor.'],
  ],
  [
    'somebody who is neither',
    { panels: [{ ...first, monitor: 'r5', reviewers: ['m1', 'r2'] }, second], places },
    ['m1 of Panel 1 is no reviewer.', 'r5 of Panel 1 is no panel monitor.'],
  ],
  [
    'an application without a panel, and a panel without an application',
    { panels: [first, second], places: { a1: 'p1', a2: 'p1', a3: 'p3' } },
    ['a3 is with a panel that does not exist.', 'Panel 2 has no application.', 'a4 is with no panel.'],
  ],
  [
    'a panel that is missing',
    { panels: [first], places: { a1: 'p1', a2: 'p1', a3: 'p1', a4: 'p1' } },
    ['There should be 2 panels; there are 1.'],
  ],
])('ASSIGN-10 %s is named', (_, arranged, sentences) => {
  expect(faultsOf(problem({ reviewers: from('r', [null, null, null, null, null]) }), arranged)).toEqual(
    sentences,
  )
})

test('ASSIGN-10 who leads a panel has no seat on it', () => {
  const asked = problem({ monitors: [...from('r', [null]), ...from('m', [null, null])] })
  const arranged = { panels: [{ ...first, monitor: 'r1' }, second], places }
  expect(faultsOf(asked, arranged)).toEqual(['r1 sits on Panel 1 and leads it.'])
})

test('ASSIGN-10 a panel at work keeps the seats that it has and what it reads', () => {
  const small = { ...first, reviewers: ['r1'], atWork: true }
  const asked = problem({
    conflicts: [
      { person: 'r1', application: 'a1' },
      { person: 'r1', application: 'a2' },
    ],
    fixed: { panels: [small], places: { a1: 'p1' } },
  })
  expect(faultsOf(asked, { panels: [small, second], places })).toEqual([
    'r1 may not be on Panel 1 with a2: in conflict with it.',
  ])
})

test('ASSIGN-11 load counts panels and applications of every reviewer, also of one without a panel', () => {
  const arranged = {
    panels: [first, { ...second, reviewers: ['r1', 'r3'] }],
    places: { a1: 'p1', a2: 'p1', a3: 'p1', a4: 'p2' },
  }
  expect(loadOf(arranged, ['r1', 'r2', 'r3', 'r4'])).toEqual({
    reviewers: [
      { reviewer: 'r1', panels: 2, applications: 4 },
      { reviewer: 'r2', panels: 1, applications: 3 },
      { reviewer: 'r3', panels: 1, applications: 1 },
      { reviewer: 'r4', panels: 0, applications: 0 },
    ],
    panelsEach: { least: 0, most: 2, spread: 2 },
    applicationsEach: { least: 0, most: 4, spread: 4 },
    panelSizes: { least: 1, most: 3, spread: 2 },
  })
})

test('ASSIGN-12 panels that share a reviewer meet, directly or over others', () => {
  const panel = (id: string, ...reviewers: readonly string[]) => ({ id, title: id, monitor: null, reviewers })
  const arranged = {
    panels: [panel('p1', 'r1', 'r2'), panel('p2', 'r5'), panel('p3', 'r3'), panel('p4', 'r2', 'r3')],
    places: { a1: 'p1', a2: 'p2', a3: 'p3', a4: 'p4' },
  }
  expect(meetingGroups(arranged)).toEqual([
    { panels: ['p1', 'p3', 'p4'], reviewers: ['r1', 'r2', 'r3'], applications: ['a1', 'a3', 'a4'] },
    { panels: ['p2'], reviewers: ['r5'], applications: ['a2'] },
  ])
})
