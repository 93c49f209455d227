import { expect, test } from 'vitest'
import { bandNames, bandOf } from '../../shared/rubric/bands.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { elementsPoints, pointsFault, pointsWarning } from '../../shared/rubric/row-rules.ts'
import { rubricFaults } from '../../shared/rubric/rubric-faults.ts'
import {
  criterionOf,
  determinedPriorities,
  findRow,
  invitationalPriorities,
  rowsOf,
  votedPriority,
  type Criterion,
  type Row,
  type Rubric,
} from '../../shared/rubric/rubric.ts'
import { legalPoints } from '../harness/full-form.ts'
import { smallRubric } from '../harness/small-rubric.ts'

const rows = rowsOf(raceToTheTop)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function row(id: string): Row {
  const found = findRow(raceToTheTop, id)
  if (!found) throw new Error(`The rubric has no row ${id}.`)
  return found
}

/** The small rubric with one row of (B)(1) changed. */
function withRow(change: Partial<Row>): Rubric {
  return withCriterion((criterion) => ({
    ...criterion,
    rows: criterion.rows.map((found, at) => (at === 0 ? { ...found, ...change } : found)),
  }))
}

function withCriterion(change: (criterion: Criterion) => Criterion): Rubric {
  const criteria = smallRubric.criteria.map((found, at) => (at === 0 ? change(found) : found))
  return { ...smallRubric, criteria }
}

test('RUBRIC-1 Race to the Top has 19 criteria, 41 rows and 485 points, 500 with the STEM priority', () => {
  const criteriaPoints = sum(raceToTheTop.criteria.map(({ points }) => points))
  const priorityPoints = sum(raceToTheTop.priorities.map(({ points }) => points))
  expect([raceToTheTop.criteria.length, rows.length, criteriaPoints, priorityPoints]).toEqual([
    19, 41, 485, 15,
  ])
  expect(criteriaPoints + priorityPoints).toBe(500)
  expect(rubricFaults(raceToTheTop)).toEqual([])
})

test('RUBRIC-2 the areas carry 125, 70, 47, 138, 50 and 55 points, each the sum of its criteria', () => {
  const byArea = raceToTheTop.areas.map(({ id }) => [
    id,
    sum(raceToTheTop.criteria.filter(({ area }) => area === id).map(({ points }) => points)),
  ])
  expect(Object.fromEntries(byArea)).toEqual({ A: 125, B: 70, C: 47, D: 138, E: 50, F: 55 })
  expect(raceToTheTop.areas.map(({ id, points }) => [id, points])).toEqual(byArea)
})

test('RUBRIC-2 a criterion’s points are the sum of its rows’', () => {
  const unequal = raceToTheTop.criteria.filter(
    ({ points, rows: parts }) => points !== sum(parts.map(({ max }) => max)),
  )
  expect(unequal.map(({ id }) => id)).toEqual([])
})

test('RUBRIC-3 where a row has bands, every number from 0 to its maximum lies in exactly one', () => {
  for (const { id, max, bands } of rows) {
    if (!bands) continue
    for (let points = 0; points <= max; points += 1) {
      const holding = bandNames.filter((name) => points >= bands[name][0] && points <= bands[name][1])
      expect(holding, `${points} on ${id}`).toHaveLength(1)
      expect(bandOf(bands, points)).toBe(holding[0])
    }
    expect(bandOf(bands, 0)).toBe('low')
    expect(bandOf(bands, max)).toBe('high')
  }
})

test('RUBRIC-3 only the twelve maxima that the notice prints have bands, the same wherever they stand', () => {
  const printed = [5, 7, 10, 14, 15, 20, 21, 25, 30, 35, 40, 45]
  const banded = rows.filter(({ bands }) => bands)
  expect([...new Set(banded.map(({ max }) => max))].filter((max) => !printed.includes(max))).toEqual([])
  for (const { max, bands } of banded) expect(bands).toEqual(banded.find((other) => other.max === max)?.bands)
  const bare = rows.filter((candidate) => !candidate.bands && printed.includes(candidate.max))
  // Its rule leaves three numbers only, so bands would say nothing.
  expect(bare.map(({ id }) => id)).toEqual(['(E)(1)'])
})

test('RUBRIC-4 (C)(1) takes the even numbers from 0 to 24, two for each of twelve elements', () => {
  expect(legalPoints(row('(C)(1)'))).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24])
  expect([0, 1, 7, 12].map((ticked) => elementsPoints(row('(C)(1)'), ticked))).toEqual([0, 2, 14, 24])
  expect(pointsFault(raceToTheTop, row('(C)(1)'), 7)).toBe('(C)(1) is 2 points for each of 12 elements.')
})

test('RUBRIC-4 a row without elements has no points by elements', () => {
  expect(() => elementsPoints(row('(E)(1)'), 1)).toThrow('(E)(1) has no elements.')
})

test('RUBRIC-5 (E)(1) takes 10, 5 or 0', () => {
  expect(legalPoints(row('(E)(1)'))).toEqual([0, 5, 10])
  expect(pointsFault(raceToTheTop, row('(E)(1)'), 8)).toBe('(E)(1) is 10, 5 or 0.')
})

test('RUBRIC-6 every other row takes each whole number from 0 to its maximum', () => {
  for (const other of rows) {
    if (other.rule?.kind === 'elements' || other.rule?.kind === 'choice') continue
    expect(legalPoints(other), other.id).toEqual(Array.from({ length: other.max + 1 }, (_, points) => points))
  }
})

test.for([-1, 0.5, 4.999, Number.NaN, Number.POSITIVE_INFINITY])(
  'RUBRIC-6 no row takes %s points',
  (points) => {
    expect(
      rows.filter((each) => pointsFault(raceToTheTop, each, points) === null).map(({ id }) => id),
    ).toEqual([])
  },
)

test('RUBRIC-6 no row takes more than its maximum', () => {
  expect(
    rows.filter((each) => pointsFault(raceToTheTop, each, each.max + 1) === null).map(({ id }) => id),
  ).toEqual([])
  expect(pointsFault(raceToTheTop, row('(B)(1)(i)'), 21)).toBe('(B)(1)(i) takes whole numbers from 0 to 20.')
})

test('RUBRIC-7 (B)(1)(ii) warns on medium points, and takes them', () => {
  const adopting = row('(B)(1)(ii)')
  const warned = legalPoints(adopting).filter(
    (points) => pointsWarning(raceToTheTop, adopting, points) !== null,
  )
  expect(warned).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14])
  expect(warned.every((points) => pointsFault(raceToTheTop, adopting, points) === null)).toBe(true)
})

test('RUBRIC-7 no other row warns', () => {
  const warning = rows.filter((each) =>
    legalPoints(each).some((points) => pointsWarning(raceToTheTop, each, points) !== null),
  )
  expect(warning.map(({ id }) => id)).toEqual(['(B)(1)(ii)'])
})

test('RUBRIC-7 guidance never blocks: only (C)(1) and (E)(1) fix what can be given', () => {
  const fixed = rows.filter((each) => legalPoints(each).length !== each.max + 1)
  expect(fixed.map(({ id }) => id)).toEqual(['(C)(1)', '(E)(1)'])
})

test('RUBRIC-7 where the notice contradicts itself, both readings and a ruling are shown', () => {
  const contradicted = rows.filter((each) => each.rule?.kind === 'guidance' && each.rule.conflict)
  expect(contradicted.map(({ id }) => id)).toEqual(['(F)(2)(iii)'])
})

const misfits: readonly (readonly [string, Rubric, string])[] = [
  [
    'a number of criteria that is not there',
    { ...smallRubric, totals: { ...smallRubric.totals, criteria: 4 } },
    'The criteria add up to 3, the rubric states 4.',
  ],
  [
    'a number of rows that is not there',
    { ...smallRubric, totals: { ...smallRubric.totals, rows: 5 } },
    'The rows add up to 4, the rubric states 5.',
  ],
  [
    'points that do not add up',
    { ...smallRubric, totals: { ...smallRubric.totals, criteriaPoints: 75 } },
    'The points of the criteria add up to 74, the rubric states 75.',
  ],
  [
    'priorities that do not add up',
    { ...smallRubric, totals: { ...smallRubric.totals, priorityPoints: 30 } },
    'The points of the priorities add up to 15, the rubric states 30.',
  ],
  [
    'a whole that is not its parts',
    { ...smallRubric, totals: { ...smallRubric.totals, points: 500 } },
    'The points in all add up to 89, the rubric states 500.',
  ],
  [
    'an area that its criteria do not fill',
    { ...smallRubric, areas: smallRubric.areas.map((area) => ({ ...area, points: 40 })) },
    'The points of area C add up to 24, the rubric states 40.',
  ],
  [
    'a criterion in no area',
    withCriterion((criterion) => ({ ...criterion, area: 'Z' })),
    '(B)(1) names area Z, which the rubric does not have.',
  ],
  [
    'a criterion that its rows do not fill',
    withCriterion((criterion) => ({ ...criterion, points: 41 })),
    'The points of the rows of (B)(1) add up to 40, the rubric states 41.',
  ],
  ['two rows of one name', withRow({ id: '(B)(1)(ii)' }), '(B)(1)(ii) stands twice in the rubric.'],
  [
    'a criterion and a priority of one name',
    withCriterion((criterion) => ({ ...criterion, id: 'P1' })),
    'P1 stands twice in the rubric.',
  ],
  [
    'a maximum in halves',
    withRow({ max: 19.5 }),
    '(B)(1)(i) needs a maximum that is a whole number above 0.',
  ],
  [
    'bands with a gap',
    withRow({ bands: { low: [0, 5], medium: [7, 14], high: [15, 20] } }),
    'The bands of (B)(1)(i) do not cover 0 to 20 without a gap.',
  ],
  [
    'bands that overlap',
    withRow({ bands: { low: [0, 6], medium: [6, 14], high: [15, 20] } }),
    'The bands of (B)(1)(i) do not cover 0 to 20 without a gap.',
  ],
  [
    'bands that end below the maximum',
    withRow({ bands: { low: [0, 5], medium: [6, 14], high: [15, 19] } }),
    'The bands of (B)(1)(i) do not cover 0 to 20 without a gap.',
  ],
  [
    'bands that run backwards',
    withRow({ bands: { low: [0, -1], medium: [0, 21], high: [22, 20] } }),
    'The bands of (B)(1)(i) do not cover 0 to 20 without a gap.',
  ],
  [
    'elements that do not fill the row',
    withRow({
      bands: null,
      rule: { kind: 'elements', each: 2, elements: [{ id: '1', title: 'One' }], text: '' },
    }),
    'The elements of (B)(1)(i) give 2 points, its maximum is 20.',
  ],
  [
    'a choice above the maximum',
    withRow({ rule: { kind: 'choice', choices: [{ points: 25, when: 'Always.' }], text: '' } }),
    'A choice of (B)(1)(i) lies outside 0 to 20.',
  ],
]

test.for(misfits)('RUBRIC-8 a rubric with %s is named', ([, rubric, fault]) => {
  expect(rubricFaults(rubric)).toContain(fault)
})

test('RUBRIC-8 a rubric that fits is not', () => {
  expect(rubricFaults(smallRubric)).toEqual([])
})

test('RUBRIC-9 reviewers determine the absolute and the STEM priority, and comment on the invitational ones', () => {
  expect(determinedPriorities(raceToTheTop).map(({ id }) => id)).toEqual(['P1', 'P2'])
  expect(invitationalPriorities(raceToTheTop).map(({ id }) => id)).toEqual(['P3', 'P4', 'P5', 'P6'])
  expect(votedPriority(raceToTheTop)).toMatchObject({ id: 'P2', points: 15 })
})

test('RUBRIC-9 every row belongs to one criterion, and what is no row belongs to none', () => {
  expect(rows.every(({ id }) => criterionOf(raceToTheTop, id).rows.some((each) => each.id === id))).toBe(true)
  expect(findRow(raceToTheTop, '(Z)(9)')).toBeUndefined()
  expect(() => criterionOf(raceToTheTop, '(Z)(9)')).toThrow('The rubric has no row (Z)(9).')
})
