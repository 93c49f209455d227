import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { averageOf } from '../../shared/scoring/averages.ts'
import { compareMeans, type ExactMean } from '../../shared/scoring/exact-mean.ts'
import { shownApart, shownDivision, shownMean } from '../../shared/scoring/shown-mean.ts'
import { presetRubric } from '../harness/preset-rubrics.ts'

const nih = presetRubric('nih-simplified-2025')
const horizon = presetRubric('horizon-europe-ria')
const whole = presetRubric('race-to-the-top-2010')
const anyMean = fc.record({ sum: fc.integer({ min: 0, max: 5000 }), count: fc.integer({ min: 1, max: 9 }) })
const anyRubric = fc.constantFrom(nih, horizon, whole, {
  scale: { perPoint: 10, best: 'high' },
} satisfies Pick<Rubric, 'scale'>)

test('SCALE-7 a result has the decimals of its scale, always shown, and a half goes up', () => {
  const shown = (rubric: Pick<Rubric, 'scale'>, ...means: readonly (readonly [number, number])[]) =>
    means.map(([sum, count]) => shownMean(rubric, { sum, count }))
  expect(shown(whole, [2204, 5], [2250, 5], [1, 3])).toEqual(['440.8', '450.0', '0.3'])
  expect(shown(nih, [7, 3], [1, 4], [5, 2])).toEqual(['23', '3', '25'])
  expect(shown(horizon, [61, 3], [60, 3], [1, 8])).toEqual(['10.17', '10.00', '0.06'])
  expect(shown(horizon, [-1, 3])).toEqual(['−0.17'])
})

test('SCALE-7 where points are whole a mean is shown as ever', () => {
  fc.assert(
    fc.property(anyMean, (mean) => {
      const tenths = Math.floor((Math.abs(mean.sum) * 20 + mean.count) / (2 * mean.count))
      const sign = mean.sum < 0 && tenths > 0 ? '−' : ''
      expect(shownMean(whole, mean)).toBe(`${sign}${Math.floor(tenths / 10)}.${tenths % 10}`)
    }),
  )
})

test('SCALE-7 a division is told in points', () => {
  expect(shownDivision(whole, { sum: 2204, count: 5 })).toBe('2,204 ÷ 5')
  expect(shownDivision(horizon, { sum: 61, count: 3 })).toBe('30.5 ÷ 3')
  expect(shownDivision(nih, { sum: 21, count: 5 })).toBe('21 ÷ 5 × 10')
  expect(shownDivision(whole, { sum: 1234567, count: 9 })).toBe('1,234,567 ÷ 9')
})

test('SCALE-8 unequal means that would look equal get the decimals that tell them apart, and no others do', () => {
  const means = [
    { sum: 2204, count: 5 },
    { sum: 1763, count: 4 },
    { sum: 4408, count: 10 },
    { sum: 450, count: 1 },
  ]
  expect(shownApart(whole, means)).toEqual(['440.80', '440.75', '440.80', '450.0'])
  expect(
    shownApart(nih, [
      { sum: 7, count: 3 },
      { sum: 9, count: 4 },
    ]),
  ).toEqual(['23.3', '22.5'])
})

test('SCALE-8 in any list what looks equal is equal, and what is equal looks equal', () => {
  fc.assert(
    fc.property(anyRubric, fc.array(anyMean, { maxLength: 12 }), (rubric, means) => {
      const shown = shownApart(rubric, means)
      for (const [at, mean] of means.entries())
        for (const [other, there] of means.entries())
          expect(shown[at] === shown[other]).toBe(compareMeans(mean, there) === 0)
    }),
  )
})

test('SCALE-9 an average is an exact fraction: the plain mean, the middle, or without one highest and one lowest', () => {
  const five = [412, 405, 398, 391, 300]
  expect(averageOf('mean', five)).toEqual({ sum: 1906, count: 5 })
  expect(averageOf('median', five)).toEqual({ sum: 398, count: 1 })
  expect(averageOf('median', five.slice(1))).toEqual({ sum: 398 + 391, count: 2 })
  expect(averageOf('trimmed', five)).toEqual({ sum: 1194, count: 3 })
  expect(averageOf('trimmed', [7, 7, 7, 1])).toEqual({ sum: 14, count: 2 })
  for (const kind of ['mean', 'median', 'trimmed'] as const) {
    expect(averageOf(kind, [])).toBeNull()
    expect(averageOf(kind, [4, 9])).toEqual({ sum: 13, count: 2 })
  }
})

test('SCALE-9 the order of the forms changes no average, and each lies within what was given', () => {
  const given = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(fc.constantFrom('mean', 'median', 'trimmed'), given, (kind, points) => {
      const found = averageOf(kind, points)
      expect(averageOf(kind, points.toReversed())).toEqual(found)
      expect((found?.sum ?? 0) / (found?.count ?? 1)).toBeGreaterThanOrEqual(Math.min(...points))
      expect((found?.sum ?? 0) / (found?.count ?? 1)).toBeLessThanOrEqual(Math.max(...points))
    }),
  )
})

test('SCALE-9 2010: without its highest and lowest form New Jersey has 442.3; Louisiana gains 10.1 where the priority is settled first', () => {
  const golden = new URL('../../../shared/data/golden/aggregation-rules.json', import.meta.url)
  const known = z.object({ cases: z.array(z.object({ expected: z.record(z.string(), z.number()) })) })
  const figures = existsSync(golden)
    ? known.parse(JSON.parse(readFileSync(golden, 'utf8'))).cases.map(({ expected }) => expected)
    : [{ olympic: 442.3333333333 }, { right_trim_change_priority_at_panel_level: 10.1333333333 }]
  const asNumber = (mean: ExactMean | null) => (mean ? mean.sum / mean.count : NaN)
  // Only the ends and the sum are known; what lies between them is taken as equal parts that add up.
  const between = (sum: number) => [Math.floor(sum / 3), Math.floor(sum / 3), sum - 2 * Math.floor(sum / 3)]
  const newJersey = [463, ...between(2189 - 463 - 399), 399]
  expect(asNumber(averageOf('trimmed', newJersey))).toBeCloseTo(figures[0]?.['olympic'] ?? NaN, 9)
  // The form of 472 is printed with 15 points that the panel did not give.
  const louisiana = [472 - 15, ...between(2091 - (472 - 15) - 349), 349]
  const gained = asNumber(averageOf('trimmed', louisiana)) - asNumber(averageOf('mean', louisiana))
  expect(gained).toBeCloseTo(figures[1]?.['right_trim_change_priority_at_panel_level'] ?? NaN, 6)
})
