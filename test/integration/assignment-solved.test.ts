import { beforeAll, expect, test } from 'vitest'
import { solveAssignment } from '../../server/assignment/solve.ts'
import { openSolver, type Solver } from '../../server/assignment/solver.ts'
import { workedOut } from '../../server/assignment/worked-out.ts'
import { faultsOf } from '../../shared/assignment/check.ts'
import { loadOf } from '../../shared/assignment/load.ts'
import type { Assignment, AssignmentAnswer, AssignmentProblem } from '../../shared/assignment/problem.ts'
import { from, problem } from '../unit/assignment-problem.ts'
import { ofItsSize } from './assignment-competition.ts'

let solver: Solver

beforeAll(async () => {
  solver = await openSolver()
})

const answerTo = (asked: AssignmentProblem): AssignmentAnswer =>
  workedOut(asked, solver, { findSeconds: 20, explainSeconds: 20 })

function assigned(answer: AssignmentAnswer): Assignment {
  if ('impossible' in answer) throw new Error(answer.impossible.join(' '))
  return answer
}

function loads(answer: Assignment, { reviewers }: AssignmentProblem) {
  const { panelsEach, panelSizes } = loadOf(
    answer,
    reviewers.map(({ id }) => id),
  )
  return { panelsEach, panelSizes }
}

test('ASSIGN-8 41 applications, 12 panels of five and 58 reviewers are assigned, one or two panels each', async () => {
  const asked = ofItsSize()
  const answer = assigned(await solveAssignment(asked))
  expect(faultsOf(asked, answer)).toEqual([])
  expect(loads(answer, asked)).toEqual({
    panelsEach: { least: 1, most: 2, spread: 1 },
    panelSizes: { least: 3, most: 4, spread: 1 },
  })
  expect(new Set(answer.panels.map(({ monitor }) => monitor)).size).toBe(12)
  expect(answer.panels.map(({ id, title }) => `${id} ${title}`).at(-1)).toBe('panel-12 Panel 12')
})

test('ASSIGN-3 in another thread the same seed gives the same, and other seeds give others', async () => {
  const one = assigned(await solveAssignment(ofItsSize()))
  expect(assigned(answerTo(ofItsSize()))).toEqual(one)
  const seeds = Array.from({ length: 8 }, (_, at) => `5eed000${at}`)
  const all = seeds.map((seed) => JSON.stringify(assigned(answerTo(ofItsSize({ seed }))).places))
  expect(new Set(all).size).toBe(seeds.length)
  expect(one.seed).toBe('5eed0001')
})

test('ASSIGN-3 over many seeds applications come together and people sit where no place is preferred', () => {
  const together = new Map<string, number>()
  const seats = new Map<string, number>()
  const rounds = 200
  for (let round = 0; round < rounds; round += 1) {
    const { panels, places } = assigned(answerTo(problem({ seed: `round ${round}` })))
    const other = ['a2', 'a3', 'a4'].find((application) => places[application] === places['a1']) ?? ''
    together.set(other, (together.get(other) ?? 0) + 1)
    const mine = panels.find(({ id }) => id === places['a1'])
    for (const person of mine?.reviewers ?? []) seats.set(person, (seats.get(person) ?? 0) + 1)
  }
  // Five standard deviations around a third and around a half.
  for (const application of ['a2', 'a3', 'a4'])
    expect(Math.abs((together.get(application) ?? 0) - 66.7)).toBeLessThan(34)
  for (const person of ['r1', 'r2', 'r3', 'r4'])
    expect(Math.abs((seats.get(person) ?? 0) - 100)).toBeLessThan(36)
})

test('ASSIGN-5 one is found where conflicts rule out nearly all deals of the applications', () => {
  const asked = ofItsSize({ declared: 1400 })
  const answer = assigned(answerTo(asked))
  expect(faultsOf(asked, answer)).toEqual([])
  expect(loads(answer, asked).panelsEach.spread).toBe(1)
})

test('ASSIGN-6 where seats are short, that is said at once', async () => {
  expect(await solveAssignment(ofItsSize({ mostPanels: 1 }))).toEqual({
    impossible: [
      '5 reviewers for each of 12 panels are 60 seats; with at most 1 panel each, 58 reviewers fill 58.',
    ],
    proven: true,
  })
})

test('ASSIGN-7 and ASSIGN-16 the rules that cannot be kept together are named, with the applications and what would help', () => {
  const asked = problem({
    reviewers: from('r', ['Ohio', 'OH', 'Texas', 'Maine']),
    monitors: from('m', ['Ohio', 'Texas']),
    conflicts: [
      { person: 'm1', application: 'a3' },
      { person: 'm2', application: 'a4' },
    ],
  })
  expect(answerTo(asked)).toEqual({
    impossible: [
      'These cannot all be kept: declared conflicts kept apart, nobody on an application of their own State and panel monitors ' +
        'kept apart like reviewers.',
      'It is about a1 (open to 2 of 4 reviewers and 1 of 2 panel monitors), a3 (open to 3 of 4 reviewers and 1 of 2 panel ' +
        'monitors) and a4 (open to 4 of 4 reviewers and 1 of 2 panel monitors).',
      'It becomes possible by giving up one of these: declared conflicts kept apart, nobody on an application of their own ' +
        'State or panel monitors kept apart like reviewers.',
      'There is an assignment with 1 seat a panel, all rules kept.',
    ],
    proven: true,
  })
})

test('ASSIGN-7 what is set by hand is named where it is in the way', () => {
  const asked = problem({
    reviewers: from('r', ['Ohio', 'Texas', null, null]),
    fixed: {
      panels: [{ id: 'p1', title: 'Panel 1', monitor: null, reviewers: ['r3', 'r4'] }],
      places: { a3: 'p1', a4: 'p1' },
    },
  })
  expect(answerTo(asked)).toEqual({
    impossible: [
      'These cannot all be kept: nobody on an application of their own State, no reviewer on more than 1 panel and what is set ' +
        'by hand.',
      'It is about a1 (open to 3 of 4 reviewers and 2 of 2 panel monitors) and a2 (open to 3 of 4 reviewers and 2 of 2 panel ' +
        'monitors).',
      'It becomes possible by giving up one of these: nobody on an application of their own State or what is set by hand.',
      'There is an assignment with 1 panel, all rules kept.',
    ],
    proven: true,
  })
})

test('ASSIGN-4 a panel at work gets nobody and keeps what it reads, whatever is known of it since', () => {
  const asked = problem({
    reviewers: from('r', ['Ohio', null, null, null, null]),
    mostPanels: 2,
    conflicts: [{ person: 'r2', application: 'a3' }],
    fixed: {
      panels: [{ id: 'p9', title: 'At work', monitor: 'm2', reviewers: ['r2', 'r1', 'r3'], atWork: true }],
      places: { a1: 'p9' },
    },
  })
  const answer = assigned(answerTo(asked))
  expect(answer.panels.find(({ id }) => id === 'p9')).toEqual({
    id: 'p9',
    title: 'At work',
    monitor: 'm2',
    reviewers: ['r2', 'r1', 'r3'],
  })
  expect(answer.places).toMatchObject({ a1: 'p9', a3: 'panel-1' })
  expect(answer.panels.find(({ id }) => id === 'panel-1')?.reviewers).toEqual(['r4', 'r5'])
})

test('ASSIGN-14 uneven load is allowed where staff allow it, and is no more uneven than it must be', () => {
  const barred = ['a1', 'a2', 'a3', 'a4'].map((application) => ({ person: 'r1', application }))
  const asked = problem({ conflicts: barred, mostPanels: 2, reviewers: from('r', [null, null, null, null]) })
  expect(answerTo(asked)).toMatchObject({ proven: true })
  const answer = assigned(answerTo({ ...asked, uneven: true }))
  expect(loads(answer, asked).panelsEach).toEqual({ least: 0, most: 2, spread: 2 })
  expect(loads(answer, asked).panelSizes.spread).toBe(0)
  expect(loads(assigned(answerTo(problem({ uneven: true }))), problem()).panelsEach.spread).toBe(0)
})

test('ASSIGN-9 where time runs out, that is said and is no proof', () => {
  const answer = workedOut(ofItsSize(), solver, { findSeconds: 0, explainSeconds: 20 })
  if (!('impossible' in answer)) throw new Error('There was no time to find one.')
  expect(answer.proven).toBe(false)
  expect(answer.impossible[0]).toBe(
    'No assignment was found within 0 seconds; whether there is one is not known. Another seed may find one.',
  )
})

test('ASSIGN-9 a thread that does not keep to its time is ended, and the next is served', async () => {
  const endless = ofItsSize({ declared: 2400 })
  const cut = await solveAssignment(endless, {
    patience: { findSeconds: 0, explainSeconds: 1, graceSeconds: -1 },
  })
  expect(cut).toMatchObject({ proven: false })
  expect(assigned(await solveAssignment(ofItsSize())).panels).toHaveLength(12)
})
