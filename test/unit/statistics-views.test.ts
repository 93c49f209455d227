import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandOf } from '../../shared/rubric/bands.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf, type Bands } from '../../shared/rubric/rubric.ts'
import { agreementIndex } from '../../shared/statistics/agreement-index.ts'
import { averageDeviation } from '../../shared/statistics/average-deviation.ts'
import { away } from '../../shared/statistics/away.ts'
import { disagreement, flagRules } from '../../shared/statistics/disagreement.ts'
import { median, quantile, standardDeviation } from '../../shared/statistics/dispersion.ts'
import { panelLabel } from '../../shared/statistics/panel-label.ts'
import { rangeConstants, rangeLimit } from '../../shared/statistics/range-limit.ts'
import { rowMeasures } from '../../shared/statistics/row-measures.ts'
import { roomMeasures } from '../harness/room-measures.ts'

const rows = rowsOf(raceToTheTop)
const bands: Bands = { low: [0, 10], medium: [11, 29], high: [30, 40] }
const anyPoints = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 7 })
const anyRowWithPoints = fc
  .constantFrom(...rows)
  .chain((row) =>
    fc.tuple(
      fc.constant(row),
      fc.array(fc.integer({ min: 0, max: row.max }), { minLength: 2, maxLength: 7 }),
    ),
  )

test('STAT-1 nothing is said of fewer than two, and nobody differs where all say the same', () => {
  expect([standardDeviation([7]), averageDeviation([7], 10), away([7], 10)]).toEqual([null, null, null])
  expect(standardDeviation([7, 7, 7])).toBe(0)
  expect(averageDeviation([7, 7, 7], 10)).toMatchObject({ fromMean: 0, fromMedian: 0 })
})

test('STAT-1 the middle of an even number lies half way between the two in the middle', () => {
  expect([median([3]), median([9, 2]), median([9, 2, 4]), median([1, 2, 9, 4])]).toEqual([3, 5.5, 4, 3])
})

test('STAT-1 a quantile lies between the lowest and the highest and never falls as the share grows', () => {
  const anyShare = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(anyPoints, anyShare, anyShare, (points, left, right) => {
      const [low, high] = [quantile(points, Math.min(left, right)), quantile(points, Math.max(left, right))]
      expect(low).toBeLessThanOrEqual(high + 1e-12)
      expect(low).toBeGreaterThanOrEqual(Math.min(...points))
      expect(high).toBeLessThanOrEqual(Math.max(...points) + 1e-12)
    }),
  )
})

test('STAT-2 the thresholds of a flag are the competition’s; without any they are those of 2010', () => {
  const row = { max: 20, bands: null }
  const strict = { split: { percent: 20, points: 1 }, spread: { percent: 10, points: 1 } }
  const flags = [1, 2, 3, 4].map((range) => disagreement(row, [5, 5 + range], strict)?.flag)
  expect(flags).toEqual([null, 'spread', 'spread', 'split'])
  fc.assert(
    fc.property(anyRowWithPoints, ([given, points]) => {
      expect(disagreement(given, points)).toEqual(disagreement(given, points, flagRules))
    }),
  )
})

test('STAT-3 the limit of an average deviation is a sixth of the points on the scale, 0 among them', () => {
  expect(averageDeviation([0, 40], 40)).toEqual({ fromMean: 20, fromMedian: 20, limit: 41 / 6 })
})

test('STAT-3 the middle is where the average deviation is least', () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      const found = averageDeviation(points, 40)
      expect(found?.fromMedian).toBeLessThanOrEqual((found?.fromMean ?? 0) + 1e-12)
    }),
  )
})

test('STAT-4 a_wg is 1 where all agree, on an end as well, and −1 where a panel sits half and half on both', () => {
  const scale = { lowest: 0, highest: 40 }
  const found = [
    [20, 20, 20],
    [0, 0, 0, 0, 0],
    [40, 40, 40],
    [0, 0, 40, 40],
  ].map((points) => agreementIndex(points, scale))
  expect(found).toEqual([1, 1, 1, -1])
})

test('STAT-4 a_wg is not defined where the mean lies nearer to an end than one person of the panel could pull it', () => {
  const scale = { lowest: 1, highest: 5 }
  // Five on 1 to 5: from (1 × 4 + 5) ÷ 5 = 1.8 to (5 × 4 + 1) ÷ 5 = 4.2, both ends included.
  expect(agreementIndex([1, 1, 2, 2, 2], scale)).toBeNull()
  expect(agreementIndex([1, 2, 2, 2, 2], scale)).not.toBeNull()
  expect(agreementIndex([5, 4, 4, 4, 4], scale)).not.toBeNull()
  expect(agreementIndex([5, 5, 4, 4, 4], scale)).toBeNull()
  expect(agreementIndex([3], scale)).toBeNull()
})

test('STAT-4 where a_wg is defined it lies between −1 and 1', () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      const found = agreementIndex(points, { lowest: 0, highest: 40 })
      if (found === null) return
      expect(found).toBeGreaterThanOrEqual(-1)
      expect(found).toBeLessThanOrEqual(1)
    }),
    { numRuns: 1000 },
  )
})

test('STAT-5 five reviewers have agreed, one differs, the panel is split, or it is unclear', () => {
  const label = (...points: readonly number[]) => panelLabel(bands, points)
  expect(label(20, 20, 21, 25, 29)).toBe('agreed')
  expect(label(20, 20, 21, 25, 30)).toBe('one differs')
  expect(label(20, 20, 21, 25, 2)).toBe('one differs')
  expect(label(20, 20, 21, 35, 30)).toBe('unclear')
  expect(label(8, 10, 34, 36, 20)).toBe('split panel')
  expect(label(8, 31, 34, 36, 33)).toBe('one differs')
})

test('STAT-5 on any row a split panel has a third of its seats in Low and a third in High', () => {
  fc.assert(
    fc.property(anyRowWithPoints, ([row, points]) => {
      const camp = { 3: 1, 4: 1, 5: 2, 6: 2, 7: 2 }[points.length] ?? Infinity
      const inBand = (name: string) => points.filter((each) => bandOf(row.bands, each) === name).length
      const split = inBand('low') >= camp && inBand('high') >= camp
      expect(panelLabel(row.bands, points) === 'split panel').toBe(split)
    }),
    { numRuns: 500 },
  )
})

test('STAT-6 a row without printed bands has no label, nor has a panel of two', () => {
  expect(panelLabel(null, [1, 2, 3])).toBeNull()
  expect(panelLabel(bands, [1, 39])).toBeNull()
  for (const row of rows.filter((each) => each.bands === null))
    expect(rowMeasures(row, [0, row.max, row.max], flagRules).label, row.id).toBeNull()
})

test('STAT-6 a middle that falls between two bands belongs to the higher one', () => {
  // The middle of 10 and 11 is 10.5, counted as Medium; six seats, one of them outside it.
  expect(panelLabel(bands, [10, 10, 10, 11, 11, 11])).toBe('unclear')
  expect(panelLabel({ low: [0, 9], medium: [10, 29], high: [30, 40] }, [9, 10, 11, 12])).toBe('unclear')
  expect(panelLabel({ low: [0, 9], medium: [10, 29], high: [30, 40] }, [9, 9, 10, 10, 10, 10])).toBe(
    'unclear',
  )
  expect(panelLabel(bands, [10, 11, 12, 13, 14, 14])).toBe('one differs')
})

test('STAT-7 a quarter of the maximum or more from the middle view is away, whoever it is', () => {
  expect(away([10, 20, 20, 20, 31], 40)).toEqual({ who: [0, 4], of: 5, least: 10 })
  expect(away([11, 20, 20, 20, 29], 40)).toEqual({ who: [], of: 5, least: 10 })
  expect(away([0, 0], 0)?.who).toEqual([])
  // A quarter of 58 is 14.5: with a middle score that is whole, 15 points; half way between two scores, 14.5.
  expect(away([20, 20, 35], 58)).toEqual({ who: [2], of: 3, least: 15 })
  expect(away([20, 20, 21, 35], 58)).toEqual({ who: [3], of: 4, least: 14.5 })
})

test('STAT-7 exactly those are away whose distance is the smallest that counts, or more', () => {
  fc.assert(
    fc.property(anyRowWithPoints, ([row, points]) => {
      const found = away(points, row.max)
      const middle = median(points)
      const expected = points.flatMap((each, at) =>
        Math.abs(each - middle) >= (found?.least ?? 0) ? [at] : [],
      )
      expect(found?.who).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

test('STAT-8 a room has the measures of each of its rows, in the rubric’s order, whoever gave nothing left out', () => {
  const scores = (share: number) =>
    Object.fromEntries(rows.map(({ id, max }) => [id, Math.round(max * share)]))
  const silent = Object.fromEntries(rows.map(({ id }) => [id, null]))
  const found = roomMeasures(raceToTheTop, [scores(0.2), scores(0.8), silent, {}, scores(0.9)], flagRules)
  expect(found.map(({ row }) => row)).toEqual(rows)
  for (const { row, points, ...measures } of found) {
    expect(points).toEqual([0.2, 0.8, 0.9].map((share) => Math.round(row.max * share)))
    expect({ row, points, ...measures }).toEqual(rowMeasures(row, points, flagRules))
  }
})

test('STAT-8 a room in which nobody has given points says nothing of any row', () => {
  for (const measures of roomMeasures(raceToTheTop, [{}, {}], flagRules)) {
    const { row: _, points, ...said } = measures
    expect(points).toEqual([])
    expect(Object.values(said).every((value) => value === null)).toBe(true)
  }
})

test('STAT-16 the constants for 3 to 7 reviewers give the limits of range charts, and for no other number', () => {
  const limits = [3, 4, 5, 6, 7].map((seats) => rangeConstants(seats)?.d4.toFixed(3))
  expect(limits).toEqual(['2.574', '2.282', '2.114', '2.004', '1.924'])
  expect([rangeConstants(2), rangeConstants(8), rangeLimit([0.2], 8), rangeLimit([], 5)]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('STAT-16 what range is unusual follows from the average one, and is at most the whole maximum', () => {
  const found = rangeLimit([0.1, 0.2, 0.3], 5)
  expect(found?.usual).toBeCloseTo(0.2, 12)
  expect(found?.limit).toBeCloseTo(0.4229, 4)
  expect(rangeLimit([0.6, 0.8], 5)?.limit).toBe(1)
})

test('STAT-17 the order of the reviewers changes no measure of a row', () => {
  const anyOrder = anyRowWithPoints.chain(([row, points]) =>
    fc.tuple(
      fc.constant(row),
      fc.constant(points),
      fc.shuffledSubarray(points, { minLength: points.length, maxLength: points.length }),
    ),
  )
  fc.assert(
    fc.property(anyOrder, ([row, points, shuffled]) => {
      const plain = (given: readonly number[]) => {
        const { points: _, away: far, ...found } = rowMeasures(row, given, flagRules)
        return {
          ...found,
          away: far && {
            ...far,
            who: far.who.map((at) => given[at] ?? 0).toSorted((left, right) => left - right),
          },
        }
      }
      expect(plain(shuffled)).toEqual(plain(points))
    }),
    { numRuns: 500 },
  )
})

test('STAT-18 a row of twice the points has twice the distances, and the same shares and words', () => {
  fc.assert(
    fc.property(anyRowWithPoints, fc.integer({ min: 2, max: 5 }), ([row, points], times) => {
      const larger = points.map((each) => each * times)
      const max = row.max * times
      const [once, more] = [
        disagreement({ max: row.max, bands: null }, points),
        disagreement({ max, bands: null }, larger),
      ]
      expect(more?.range).toBe((once?.range ?? 0) * times)
      expect(away(larger, max)?.who).toEqual(away(points, row.max)?.who)
      expect(averageDeviation(larger, max)?.fromMean).toBeCloseTo(
        (averageDeviation(points, row.max)?.fromMean ?? 0) * times,
        9,
      )
      const [index, same] = [
        agreementIndex(points, { lowest: 0, highest: row.max }),
        agreementIndex(larger, { lowest: 0, highest: max }),
      ]
      if (index === null) expect(same).toBeNull()
      else expect(same).toBeCloseTo(index, 12)
    }),
    { numRuns: 500 },
  )
})
