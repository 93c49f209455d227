import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandOf, bandsAscending } from '../../shared/rubric/bands.ts'
import { findRow, leastOf, rowsOf, type Rubric } from '../../shared/rubric/rubric.ts'
import { disagreement, flagRules, widestFirst } from '../../shared/statistics/disagreement.ts'
import { reviewEffects, type ReviewEffects, type SignedReview } from '../../shared/statistics/effects.ts'
import { reaches } from '../../shared/statistics/line.ts'
import { panelLabel } from '../../shared/statistics/panel-label.ts'
import { rowMeasures } from '../../shared/statistics/row-measures.ts'
import { tierEffects } from '../../shared/statistics/tier-effects.ts'
import { whatCanChange } from '../../shared/statistics/what-can-change.ts'
import { mirrored, mirroredPoints } from '../harness/mirrored.ts'
import { preset, presetRubric } from '../harness/preset-rubrics.ts'
import { roomMeasures } from '../harness/room-measures.ts'
import { smallRubric } from '../harness/small-rubric.ts'

const nih = presetRubric('nih-simplified-2025')
const horizon = presetRubric('horizon-europe-ria')
const best = (rubric: Rubric) => rubric.scale?.best ?? 'high'

/** Rows with and without bands, and one that begins at 1. */
const mixed: Rubric = {
  ...smallRubric,
  criteria: smallRubric.criteria.map((criterion) => ({
    ...criterion,
    rows: criterion.rows.map((row) => ({
      ...row,
      rule: null,
      ...(row.id === '(E)(1)' && { min: 1, bands: { low: [1, 3], medium: [4, 7], high: [8, 10] } as const }),
    })),
  })),
  priorities: [],
}

const anyForms = (rubric: Rubric) =>
  fc.array(
    fc
      .tuple(...rowsOf(rubric).map((row) => fc.integer({ min: leastOf(row), max: row.max })))
      .map((points) => Object.fromEntries(rowsOf(rubric).map(({ id }, at) => [id, points[at] ?? 0]))),
    { minLength: 1, maxLength: 7 },
  )

type Forms = readonly Readonly<Record<string, number>>[]

function review(forms: Forms): SignedReview {
  return { review: 'any', seats: forms.map((scores, at) => ({ seat: at + 1, scores })), vote: null }
}

function effects(rubric: Rubric, forms: Forms, line: number): ReviewEffects {
  const found = reviewEffects(rubric, review(forms), line)
  if (!found) throw new Error('There are forms.')
  return found
}

test('SCALE-10 what the outcome hangs on is the same where the other end of the scale is the best', () => {
  const all = rowsOf(mixed).reduce((sum, row) => sum + leastOf(row) + row.max, 0)
  const low = mirrored(mixed)
  fc.assert(
    fc.property(anyForms(mixed), fc.integer({ min: 0, max: 74 }), (forms, line) => {
      const turned = forms.map((points) => mirroredPoints(mixed, points))
      const [there, here] = [effects(mixed, forms, line), effects(low, turned, all - line)]
      expect(reaches(here.gap.sum, 'low')).toBe(reaches(there.gap.sum))
      expect(here.gap.sum + there.gap.sum).toBe(0)
      expect([here.envelope.lowest, here.envelope.highest]).toEqual([
        all - there.envelope.highest,
        all - there.envelope.lowest,
      ])
      expect(here.envelope.crosses).toBe(there.envelope.crosses)
      expect(here.allToMiddle.crosses).toBe(there.allToMiddle.crosses)
      expect(here.bootstrap).toEqual(there.bootstrap)
      expect(here.normalChance ?? 2).toBeCloseTo(there.normalChance ?? 2, 9)
      expect(here.seats.map(({ influence }) => influence?.decides)).toEqual(
        there.seats.map(({ influence }) => influence?.decides),
      )
      expect(whatCanChange(here, all - line, 0, 'low')).toBe(whatCanChange(there, line))
      for (const row of there.rows) {
        const other = here.rows.find((each) => each.row === row.row)
        expect(other?.label).toBe(row.label)
        expect(other?.agreement ?? 2).toBeCloseTo(row.agreement ?? 2, 9)
        expect(other?.averageDeviation?.limit).toBe(row.averageDeviation?.limit)
        expect(other?.stakes).toMatchObject({
          far: row.stakes.far,
          swingCrosses: row.stakes.swingCrosses,
          couldCross: row.stakes.couldCross,
        })
        expect(other?.stakes.toLowest).toBeCloseTo(-row.stakes.toHighest, 9)
        expect(other?.stakes.swing).toBeCloseTo(-row.stakes.swing, 9)
        expect(other?.stakes.flipChance).toBeCloseTo(row.stakes.flipChance, 9)
        expect(other?.stakes.expectedLoss).toBeCloseTo(row.stakes.expectedLoss, 9)
      }
    }),
    { numRuns: 300 },
  )
})

test('SCALE-10 a row is flagged and named the same where the other end of the scale is the best', () => {
  fc.assert(
    fc.property(anyForms(mixed), (forms) => {
      const turned = forms.map((points) => mirroredPoints(mixed, points))
      const there = roomMeasures(mixed, forms, flagRules)
      const here = roomMeasures(mirrored(mixed), turned, flagRules)
      for (const [at, measures] of there.entries()) {
        const other = here[at]
        expect([other?.found?.flag, other?.found?.range]).toEqual([
          measures.found?.flag,
          measures.found?.range,
        ])
        expect(other?.label).toBe(measures.label)
        expect([other?.away?.who, other?.away?.least]).toEqual([measures.away?.who, measures.away?.least])
      }
      const widest = (rows: typeof there) => rows.toSorted(widestFirst).map(({ row }) => row.id)
      expect(widest(here)).toEqual(widest(there))
    }),
    { numRuns: 300 },
  )
})

test('SCALE-11 a scale that begins higher changes no measure of a row', () => {
  fc.assert(
    fc.property(anyForms(mixed), fc.integer({ min: 1, max: 5 }), (forms, more) => {
      for (const row of rowsOf(mixed)) {
        const up = { ...row, min: leastOf(row) + more, max: row.max + more, bands: null }
        const points = forms.map((scores) => scores[row.id] ?? 0)
        const { row: _, points: __, ...there } = rowMeasures({ ...row, bands: null }, points, flagRules)
        const {
          row: ___,
          points: ____,
          ...here
        } = rowMeasures(
          up,
          points.map((each) => each + more),
          flagRules,
        )
        expect([here.away, here.label]).toEqual([there.away, there.label])
        expect([here.found?.flag, here.found?.range]).toEqual([there.found?.flag, there.found?.range])
        expect(here.agreement ?? 2).toBeCloseTo(there.agreement ?? 2, 9)
        expect(here.deviation?.limit).toBe(there.deviation?.limit)
        expect(here.deviation?.fromMean ?? 0).toBeCloseTo(there.deviation?.fromMean ?? 0, 9)
      }
    }),
  )
})

test('SCALE-11 the share of a flag is of what a row can range over: 4 of the 8 from 1 to 9', () => {
  const row = findRow(nih, 'OI')
  if (!row) throw new Error('NIH has an overall impact.')
  const rules = preset('nih-simplified-2025').rules.flags ?? flagRules
  const unbanded = { ...row, bands: null }
  const flags = [2, 3, 4].map((apart) => disagreement(unbanded, [3, 3 + apart], rules)?.flag)
  expect(flags).toEqual([null, 'spread', 'split'])
  expect(disagreement(row, [3, 7], rules)?.flag).toBe('split')
})

test('SCALE-12 bands of a scale where 1 is best run from High to Low, and their ends and camps are told all the same', () => {
  const bands = { high: [1, 3], medium: [4, 6], low: [7, 9] } as const
  expect(bandsAscending(bands)).toEqual(['high', 'medium', 'low'])
  expect([1, 3, 4, 9].map((points) => bandOf(bands, points))).toEqual(['high', 'high', 'medium', 'low'])
  expect(disagreement({ min: 1, max: 9, bands }, [3, 7])?.flag).toBe('split')
  expect(panelLabel(bands, [1, 1, 8, 9, 5])).toBe('split panel')
  expect(panelLabel(bands, [3, 3, 3, 4, 4, 4])).toBe('unclear')
  expect(panelLabel(bands, [3, 3, 3, 3, 4])).toBe('one differs')
})

test('SCALE-13 rows that do not count are no part of what the outcome hangs on, and are flagged like any other', () => {
  const forms = [1, 5, 9].map((far) => ({ F1: far, F2: far, OI: 3 }))
  const { rows, mean, envelope } = effects(nih, forms, 3)
  expect(rows.map(({ row }) => row)).toEqual(['OI'])
  expect(mean).toEqual({ sum: 9, count: 3 })
  expect(envelope).toEqual({ lowest: 3, highest: 3, crosses: false })
  expect(roomMeasures(nih, forms, flagRules).map(({ found }) => found?.flag)).toEqual([
    'split',
    'split',
    null,
  ])
})

test('SCALE-13 a tier says which side of its line is through, and how the competition averages', () => {
  const through = [2, 3, 4].map((OI) => ({ F1: 1, F2: 1, OI }))
  const found = tierEffects(nih, [review(through)], { line: 3, averaging: 'median' })
  expect(found).toMatchObject({ line: 3, best: 'low', averaging: 'median' })
  expect(found.ranges).toMatchObject([{ seats: 3, rows: 3 }])
  const chances = [
    { sum: 1, line: 3 },
    { sum: 9, line: 3 },
  ].map(({ sum, line }) => effects(nih, [{ OI: sum }, { OI: sum }, { OI: sum }], line).bootstrap?.chance)
  expect(chances).toEqual([1, 0])
})

test('SCALE-14 halves are told apart in halves: a split on a row of 5 points is 2 points wide', () => {
  const row = findRow(horizon, 'C1')
  if (!row) throw new Error('Horizon has an Excellence.')
  const rules = preset('horizon-europe-ria').rules.flags ?? flagRules
  const flags = [2, 3, 4].map((apart) => disagreement(row, [5, 5 + apart], rules)?.flag)
  expect(flags).toEqual([null, 'spread', 'split'])
  expect(best(horizon)).toBe('high')
  const forms = [8, 9, 10].map((units) => ({ C1: units, C2: 6, C3: 6 }))
  expect(effects(horizon, forms, 20)).toMatchObject({
    mean: { sum: 63, count: 3 },
    gap: { sum: 3, count: 3 },
  })
})
