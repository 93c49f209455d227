import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allToMiddle } from '../../shared/statistics/all-to-middle.ts'
import { covarianceShares } from '../../shared/statistics/covariance-share.ts'
import { meanOf, median, sumOf } from '../../shared/statistics/dispersion.ts'
import { envelope } from '../../shared/statistics/envelope.ts'
import { exactBootstrap } from '../../shared/statistics/exact-bootstrap.ts'
import { influences } from '../../shared/statistics/influence.ts'
import { gapToLine, normalChance, pointsOf, type Gap } from '../../shared/statistics/line.ts'
import { chanceAbove, normalDensity, unitNormalLoss } from '../../shared/statistics/normal.ts'
import { oneVoteFromChanging, voteSwing } from '../../shared/statistics/one-vote.ts'
import { rowStakes } from '../../shared/statistics/row-stakes.ts'

const max = 20
/** One row's points a list, everybody in the same order; and a line that may lie among the totals. */
const anyPanel = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 6 }))
  .chain(([seats, rows]) =>
    fc.record({
      rows: fc.array(fc.array(fc.integer({ min: 0, max }), { minLength: seats, maxLength: seats }), {
        minLength: rows,
        maxLength: rows,
      }),
      line: fc.integer({ min: 0, max: max * rows }),
    }),
  )
const anyTotals = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 3, maxLength: 7 })
const anyLine = fc.integer({ min: 0, max: 500 })

function totalsOf(rows: readonly (readonly number[])[]): readonly number[] {
  return (rows[0] ?? []).map((_, at) => sumOf(rows.map((points) => points[at] ?? 0)))
}

function gapOf(totals: readonly number[], line: number): Gap {
  const gap = gapToLine(totals, line)
  if (!gap) throw new Error('There is no gap of nobody.')
  return gap
}

test('STAT-9 a swing is the middle score less the mean, also over all rows together', () => {
  fc.assert(
    fc.property(anyPanel, ({ rows, line }) => {
      const gap = gapOf(totalsOf(rows), line)
      const swings = rows.map((points) => rowStakes(points, max, gap).swing)
      for (const [at, points] of rows.entries())
        expect(swings[at]).toBeCloseTo(median(points) - meanOf(points), 9)
      expect(allToMiddle(rows, gap).swing).toBeCloseTo(sumOf(swings), 9)
    }),
  )
})

test('STAT-9 only who lies more than a quarter of the maximum away moves in the swing of those far away', () => {
  const gap: Gap = { sum: -5, count: 5 }
  expect(rowStakes([10, 10, 10, 15, 5], 20, gap)).toMatchObject({ far: [], farSwing: 0 })
  expect(rowStakes([10, 10, 10, 16, 10], 20, gap)).toMatchObject({ far: [3], farSwing: -1.2 })
})

test('STAT-9 the chance of a flip is at most a half, and is half where the mean is on the line', () => {
  fc.assert(
    fc.property(anyPanel, ({ rows, line }) => {
      const gap = gapOf(totalsOf(rows), line)
      for (const points of rows) {
        const { flipChance, expectedLoss, variance } = rowStakes(points, max, gap)
        expect(flipChance).toBeGreaterThanOrEqual(0)
        expect(flipChance).toBeLessThanOrEqual(0.5)
        expect(expectedLoss).toBeGreaterThanOrEqual(0)
        expect(expectedLoss).toBeLessThanOrEqual(Math.sqrt(variance) * normalDensity(0) + 1e-12)
      }
    }),
  )
  const on = rowStakes([4, 8], 10, { sum: 0, count: 2 })
  expect(on.flipChance).toBe(0.5)
  expect(on.expectedLoss).toBeCloseTo(2 * 0.3989422804, 9)
})

test('STAT-9 a row on which all agree can flip nothing and costs nothing, on the line as well', () => {
  for (const sum of [-10, 0, 10])
    expect(rowStakes([7, 7, 7], 10, { sum, count: 3 })).toMatchObject({
      swing: 0,
      flipChance: 0,
      expectedLoss: 0,
      couldCross: false,
    })
})

test('STAT-9 the nearer the line, the more an unsettled row costs', () => {
  const losses = [0, 1, 3, 10, 100, 1000].map(
    (sum) => rowStakes([0, 5, 9], 10, { sum: -sum, count: 3 }).expectedLoss,
  )
  expect(losses.toSorted((left, right) => right - left)).toEqual(losses)
})

test('STAT-9 points of another number of reviewers than have totals are refused', () => {
  expect(() => rowStakes([1, 2], 10, { sum: 0, count: 3 })).toThrow('everybody who has a total')
  expect(() => rowStakes([], 10, { sum: 0, count: 0 })).toThrow('everybody who has a total')
})

test('STAT-9 the normal tail is exact also far out', () => {
  const known = [
    [0, 0.5],
    [1, 0.15865525393145707],
    [1.96, 0.024997895148220435],
    [3, 0.0013498980316300946],
    [5, 2.866515718791939e-7],
    [10, 7.619853024160525e-24],
  ] as const
  for (const [z, chance] of known) {
    expect(Math.abs(chanceAbove(z) / chance - 1)).toBeLessThan(1e-14)
    expect(chanceAbove(-z)).toBeCloseTo(1 - chance, 14)
  }
})

test('STAT-9 the loss integral is where its two ways of computing it meet, and never below 0', () => {
  const anyZ = fc.double({ min: 0, max: 60, noNaN: true })
  fc.assert(
    fc.property(anyZ, anyZ, (left, right) => {
      expect(unitNormalLoss(left)).toBeGreaterThanOrEqual(0)
      if (left < right) expect(unitNormalLoss(left)).toBeGreaterThanOrEqual(unitNormalLoss(right))
    }),
  )
  expect(unitNormalLoss(3 - 1e-9)).toBeCloseTo(unitNormalLoss(3), 11)
})

test('STAT-10 on the line is through: a mean that a swing takes exactly there has crossed', () => {
  // The mean is 8 under a line of 9 and the middle is 9.
  expect(rowStakes([4, 9, 9, 9, 9], 10, { sum: -5, count: 5 })).toMatchObject({
    swing: 1,
    swingCrosses: true,
  })
  // On the line already: a swing up crosses nothing, a swing down does.
  expect(rowStakes([4, 9, 9, 9, 9], 10, { sum: 0, count: 5 }).swingCrosses).toBe(false)
  expect(rowStakes([9, 9, 9, 9, 10], 10, { sum: 0, count: 5 }).swingCrosses).toBe(true)
})

test('STAT-10 crossing is decided in whole numbers: no panel sits on the wrong side of the line by rounding', () => {
  fc.assert(
    fc.property(anyPanel, ({ rows, line }) => {
      const totals = totalsOf(rows)
      const gap = gapOf(totals, line)
      // Everything doubled and in big integers: the middle of an even number is half a point.
      const seats = BigInt(totals.length)
      const at = 2n * (BigInt(sumOf(totals)) - seats * BigInt(line))
      const doubled = (points: readonly number[]) =>
        BigInt(2 * median(points)) * seats - 2n * BigInt(sumOf(points))
      for (const points of rows) {
        const { swingCrosses } = rowStakes(points, max, gap)
        expect(swingCrosses).toBe(at >= 0n !== at + doubled(points) >= 0n)
      }
      const all = rows.reduce((sum, points) => sum + doubled(points), at)
      expect(allToMiddle(rows, gap).crosses).toBe(at >= 0n !== all >= 0n)
    }),
    { numRuns: 500 },
  )
})

test('STAT-10 all rows together can cross where no single row does', () => {
  const rows = [
    [40, 38, 12, 36, 39],
    [30, 28, 29, 12, 30],
    [10, 9, 10, 8, 2],
    [5, 5, 4, 5, 5],
  ]
  const gap = gapOf(totalsOf(rows), 80)
  expect(rows.some((points) => rowStakes(points, 45, gap).swingCrosses)).toBe(false)
  expect(allToMiddle(rows, gap).crosses).toBe(true)
})

test('STAT-11 the envelope contains every mixture of the views given, and where it does not cross, none does', () => {
  const anyMixture = anyPanel.chain((panel) =>
    fc.record({
      panel: fc.constant(panel),
      // On each row one weight for each reviewer; all but one of them may be nought.
      weights: fc.array(fc.array(fc.nat({ max: 9 }), { minLength: 7, maxLength: 7 }), {
        minLength: panel.rows.length,
        maxLength: panel.rows.length,
      }),
    }),
  )
  fc.assert(
    fc.property(anyMixture, ({ panel: { rows, line }, weights }) => {
      const found = envelope(rows, line)
      const settled = rows.map((points, at) => {
        const given = points.map((_, seat) => (seat === 0 ? 1 : 0) + (weights[at]?.[seat] ?? 0))
        return sumOf(points.map((each, seat) => each * (given[seat] ?? 0))) / sumOf(given)
      })
      const total = sumOf(settled)
      expect(total).toBeGreaterThanOrEqual(found.lowest - 1e-9)
      expect(total).toBeLessThanOrEqual(found.highest + 1e-9)
      const mean = meanOf(totalsOf(rows))
      if (!found.crosses) expect(total >= line - 1e-9).toBe(mean >= line - 1e-9)
    }),
    { numRuns: 500 },
  )
})

test('STAT-11 a row can cross alone only where the envelope does', () => {
  fc.assert(
    fc.property(anyPanel, ({ rows, line }) => {
      const gap = gapOf(totalsOf(rows), line)
      if (rows.some((points) => rowStakes(points, max, gap).couldCross))
        expect(envelope(rows, line).crosses).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('STAT-11 the ends of an envelope count as being on the line', () => {
  expect(envelope([[3, 7]], 3).crosses).toBe(false)
  expect(envelope([[3, 7]], 4).crosses).toBe(true)
  expect(envelope([[3, 7]], 7).crosses).toBe(true)
  expect(envelope([[3, 7]], 8).crosses).toBe(false)
})

test('STAT-12 what each reviewer lifts is the mean with and without them, and adds up to nothing', () => {
  fc.assert(
    fc.property(anyTotals, anyLine, (totals, line) => {
      const found = influences(totals, line)
      for (const [at, { without, lifts, decides }] of found.entries()) {
        const others = totals.filter((_, other) => other !== at)
        expect(pointsOf(without)).toBeCloseTo(meanOf(others), 9)
        expect(lifts).toBeCloseTo(meanOf(totals) - meanOf(others), 9)
        const [now, then] = [gapOf(totals, line).sum >= 0, gapOf(others, line).sum >= 0]
        expect(decides).toBe(now !== then)
      }
      expect(sumOf(found.map(({ lifts }) => lifts))).toBeCloseTo(0, 9)
    }),
  )
  expect(influences([400], 400)).toEqual([])
})

test('STAT-12 New Jersey, 2010: without the lowest of the five the mean is 447.5 instead of 437.8', () => {
  // Published are the mean, the highest and the lowest; the other three are any that give this mean.
  const found = influences([399, 447, 463, 440, 440], 400)[0]
  expect(found?.without).toEqual({ sum: 1790, count: 4 })
  expect(found?.lifts).toBeCloseTo(437.8 - 447.5, 9)
})

test('STAT-13 the shares of the rows in the spread of totals add up to 1, or there is no spread', () => {
  fc.assert(
    fc.property(anyPanel, ({ rows }) => {
      const shares = covarianceShares(rows)
      const totals = totalsOf(rows)
      if (shares === null) expect(new Set(totals).size).toBe(1)
      else expect(sumOf(shares)).toBeCloseTo(1, 9)
    }),
    { numRuns: 500 },
  )
})

test('STAT-13 a row that pulls against the totals has a share below 0, one on which all agree has none', () => {
  const shares = covarianceShares([
    [0, 10, 20],
    [5, 4, 3],
    [7, 7, 7],
  ])
  expect(shares?.map(Math.sign)).toEqual([1, -1, 0])
})

test('STAT-14 every draw is counted once: 10, 35, 126, 462 and 1716 different ones of n to the n', () => {
  const found = [3, 4, 5, 6, 7].map((seats) =>
    exactBootstrap(
      Array.from({ length: seats }, () => 400),
      400,
    ),
  )
  expect(found.map((each) => each?.different)).toEqual([10, 35, 126, 462, 1716])
  expect(found.map((each) => each?.draws)).toEqual([27, 256, 3125, 46656, 823543])
  expect(found.map((each) => each?.chance)).toEqual([1, 1, 1, 1, 1])
})

test('STAT-14 what is counted is what all ordered draws of four give one by one', () => {
  const four = fc.array(fc.integer({ min: 380, max: 420 }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(four, fc.integer({ min: 380, max: 420 }), (totals, line) => {
      let through = 0
      for (const a of totals)
        for (const b of totals)
          for (const c of totals) for (const d of totals) if (a + b + c + d >= 4 * line) through += 1
      expect(exactBootstrap(totals, line)).toMatchObject({ through, draws: 256, chance: through / 256 })
    }),
    { numRuns: 30 },
  )
})

test('STAT-14 fewer than three reviewers or more than seven are not drawn from', () => {
  expect(exactBootstrap([400, 401], 400)).toBeNull()
  expect(
    exactBootstrap(
      Array.from({ length: 8 }, () => 400),
      400,
    ),
  ).toBeNull()
})

test('STAT-14 the normal chance divides by no spread: it is then 1 at or above the line and 0 below', () => {
  expect([normalChance([400, 400], 400), normalChance([399, 399], 400), normalChance([400], 400)]).toEqual([
    1,
    0,
    null,
  ])
  expect(normalChance([395, 405], 400)).toBe(0.5)
})

test('STAT-15 one vote decides where as many say yes as are needed, or one fewer', () => {
  const found = [0, 1, 2, 3, 4, 5].map((yes) => oneVoteFromChanging({ yes, needed: 3 }))
  expect(found).toEqual([false, false, true, true, false, false])
  expect([voteSwing({ yes: 2, needed: 3 }, 15), voteSwing({ yes: 4, needed: 3 }, 15)]).toEqual([15, 0])
})

test('STAT-15 Louisiana, 2010: two of five were one vote from 15 points', () => {
  expect(voteSwing({ yes: 2, needed: 3 }, 15)).toBe(15)
})

test('STAT-17 the order of the reviewers changes nothing of what a disagreement means for the decision', () => {
  fc.assert(
    fc.property(anyPanel, ({ rows, line }) => {
      const turned = rows.map((points) => points.toReversed())
      const [totals, back] = [totalsOf(rows), totalsOf(turned)]
      const gap = gapOf(totals, line)
      expect(gapOf(back, line)).toEqual(gap)
      expect(envelope(turned, line)).toEqual(envelope(rows, line))
      expect(allToMiddle(turned, gap)).toEqual(allToMiddle(rows, gap))
      expect(exactBootstrap(back, line)).toEqual(exactBootstrap(totals, line))
      expect(influences(back, line)).toEqual(influences(totals, line).toReversed())
      expect(covarianceShares(turned)).toEqual(covarianceShares(rows))
      for (const [at, points] of rows.entries()) {
        const { far, ...forth } = rowStakes(points, max, gap)
        const { far: farBack, ...there } = rowStakes(turned[at] ?? [], max, gap)
        expect(there).toEqual(forth)
        expect(farBack.length).toBe(far.length)
      }
    }),
  )
})

test('STAT-18 points of twice the size have twice the swing and loss, and the same chances and shares', () => {
  fc.assert(
    fc.property(anyPanel, fc.integer({ min: 2, max: 5 }), ({ rows, line }, times) => {
      const larger = rows.map((points) => points.map((each) => each * times))
      const [gap, wider] = [gapOf(totalsOf(rows), line), gapOf(totalsOf(larger), line * times)]
      expect(wider.sum).toBe(gap.sum * times)
      const [once, more] = [covarianceShares(rows), covarianceShares(larger)]
      for (const [at, points] of rows.entries()) {
        const small = rowStakes(points, max, gap)
        const large = rowStakes(larger[at] ?? [], max * times, wider)
        expect(large.swing).toBeCloseTo(small.swing * times, 9)
        expect(large.farSwing).toBeCloseTo(small.farSwing * times, 9)
        expect(large.expectedLoss).toBeCloseTo(small.expectedLoss * times, 9)
        expect(large.flipChance).toBeCloseTo(small.flipChance, 12)
        expect(large.far).toEqual(small.far)
        expect([large.couldCross, large.swingCrosses]).toEqual([small.couldCross, small.swingCrosses])
        if (once && more) expect(more[at]).toBeCloseTo(once[at] ?? 0, 12)
      }
      expect(exactBootstrap(totalsOf(larger), line * times)).toEqual(exactBootstrap(totalsOf(rows), line))
    }),
  )
})
