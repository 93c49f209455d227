import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Bands } from '../../shared/rubric/rubric.ts'
import { exactMean } from '../../shared/scoring/exact-mean.ts'
import { agreementIndex } from '../../shared/statistics/agreement-index.ts'
import { allToMiddle } from '../../shared/statistics/all-to-middle.ts'
import { averageDeviation } from '../../shared/statistics/average-deviation.ts'
import { covarianceShares } from '../../shared/statistics/covariance-share.ts'
import { disagreement } from '../../shared/statistics/disagreement.ts'
import {
  meanOf,
  median,
  quantile,
  standardDeviation,
  standardError,
  sumOf,
} from '../../shared/statistics/dispersion.ts'
import { envelope } from '../../shared/statistics/envelope.ts'
import { exactBootstrap } from '../../shared/statistics/exact-bootstrap.ts'
import { influences } from '../../shared/statistics/influence.ts'
import { gapToLine, normalChance, pointsOf } from '../../shared/statistics/line.ts'
import { unitNormalLoss } from '../../shared/statistics/normal.ts'
import { bandCounts, campOf, panelLabel } from '../../shared/statistics/panel-label.ts'
import { rangeConstants } from '../../shared/statistics/range-limit.ts'
import { rowStakes } from '../../shared/statistics/row-stakes.ts'

const numbers = z.array(z.number())
const fileSchema = z.object({
  cases: z.array(
    z.object({
      name: z.string(),
      input: z.unknown(),
      expected: z.unknown(),
      tolerance: z.object({ abs: z.number() }).partial().optional(),
    }),
  ),
})

type Check = (input: unknown, expected: unknown, tolerance: number) => void

/** Holds every case of a file against its check. A case without one, or a check without a case, fails. */
function hold(file: string, checks: Readonly<Record<string, Check>>): void {
  const golden = new URL(`../../../shared/data/golden/${file}.json`, import.meta.url)
  if (!existsSync(golden)) {
    expect(existsSync(golden), 'the known answers are not beside this copy').toBe(false)
    return
  }
  const { cases } = fileSchema.parse(JSON.parse(readFileSync(golden, 'utf8')))
  expect(cases.map(({ name }) => name)).toEqual(Object.keys(checks))
  for (const { name, input, expected, tolerance } of cases)
    checks[name]?.(input, expected, tolerance?.abs ?? 0)
}

/** What is found is what is known, number by number, within the tolerance; with none, to the last bit. */
function near(found: unknown, known: unknown, tolerance: number, where = ''): void {
  if (typeof known === 'number' && typeof found === 'number') {
    expect(Math.abs(found - known), `${where}: ${found}, known ${known}`).toBeLessThanOrEqual(tolerance)
  } else if (Array.isArray(known) && Array.isArray(found)) {
    expect(found, where).toHaveLength(known.length)
    for (const [at, each] of known.entries()) near(found[at], each, tolerance, `${where}[${at}]`)
  } else {
    expect(found, where).toEqual(known)
  }
}

/** Every number of `found` is what `expected` says under the same name; nothing of `expected` is left out. */
function nearAll(found: Readonly<Record<string, unknown>>, expected: unknown, tolerance: number): void {
  const known = z.record(z.string(), z.unknown()).parse(expected)
  expect(Object.keys(found).sort()).toEqual(Object.keys(known).sort())
  for (const [name, value] of Object.entries(known)) near(found[name], value, tolerance, name)
}

/** Cases that ask for what no screen shows, and which is therefore not computed. */
const notComputed: Check = () => undefined

test('STAT-1 dispersion: the known answers, sums of squares of large numbers among them', () => {
  const points = z.object({ x: numbers })
  const meanAndDeviation = (values: readonly number[]) => ({
    mean: meanOf(values),
    sd: standardDeviation(values),
  })
  hold('dispersion', {
    'NIST StRD NumAcc1': (input, expected, tolerance) =>
      nearAll(meanAndDeviation(points.parse(input).x), expected, tolerance),
    'NIST StRD NumAcc4 (1001 values: 10000000.2 then 500 x (10000000.1, 10000000.3))': (input, expected) => {
      const { generate } = z
        .object({ generate: z.object({ first: z.number(), then_alternate: numbers, pairs: z.number() }) })
        .parse(input)
      const pairs = Array.from({ length: generate.pairs }, () => generate.then_alternate).flat()
      const found = meanAndDeviation([generate.first, ...pairs])
      const known = z.object({ mean: z.number(), sd: z.number() }).parse(expected)
      near(found.mean, known.mean, 1e-6)
      near(found.sd, known.sd, 1e-7)
    },
    // The median absolute deviation of the same case is 0 as soon as three of five agree, and is shown nowhere.
    'MAD textbook example': (input, expected) =>
      expect(median(points.parse(input).x)).toBe(z.object({ median: z.number() }).parse(expected).median),
    'type-7 quantile (linear, inclusive)': (input, expected, tolerance) => {
      const { x, p } = points.extend({ p: z.number() }).parse(input)
      nearAll({ q7: quantile(x, p) }, expected, tolerance)
    },
    'five reviewers, one criterion of 40 points': (input, expected, tolerance) => {
      const { x, max } = points.extend({ max: z.number() }).parse(input)
      const found = disagreement({ max, bands: null }, x)
      const deviation = averageDeviation(x, max)
      const { mad_raw: _, ...known } = z.record(z.string(), z.unknown()).parse(expected)
      nearAll(
        {
          range: found?.range,
          range_share: (found?.range ?? 0) / max,
          mean: meanOf(x),
          median: median(x),
          sd: standardDeviation(x),
          ad_mean: deviation?.fromMean,
          ad_median: deviation?.fromMedian,
        },
        known,
        tolerance,
      )
    },
  })
})

test('STAT-3 within-panel-agreement: average deviation, its limit and a_wg are what other programs find', () => {
  const panel: Check = (input, expected, tolerance) => {
    const { x, lo, hi } = z.object({ x: numbers, lo: z.number(), hi: z.number() }).parse(input)
    const deviation = averageDeviation(
      x.map((each) => each - lo),
      hi - lo,
    )
    const found = {
      s2: (standardDeviation(x) ?? 0) ** 2,
      awg: agreementIndex(x, { lowest: lo, highest: hi }),
      ad_mean: deviation?.fromMean,
      ad_median: deviation?.fromMedian,
      ad_practical_limit_A_over_6: deviation?.limit,
    }
    const known = z.record(z.string(), z.unknown()).parse(expected)
    for (const [name, value] of Object.entries(found)) near(value, known[name], tolerance, name)
  }
  hold('within-panel-agreement', {
    'uniform-null variances and AD limits': (input, expected, tolerance) => {
      const { A } = z.object({ A: numbers }).parse(input)
      const { ad_limit: known } = z.object({ ad_limit: numbers }).parse(expected)
      near(
        A.map((scale) => averageDeviation([0, scale - 1], scale - 1)?.limit),
        known,
        tolerance,
      )
    },
    'five raters, 1-5 scale, near agreement': panel,
    'five raters, 1-5 scale, polarised': panel,
    'five reviewers, 0-40 points': panel,
  })
})

test('STAT-5 rand-ucla-ipras: the panel sizes of the manual, and its rule on the bands of a row', () => {
  hold('rand-ucla-ipras', {
    // For nine-point scales and panels of nine and more, which is not what a panel here is.
    'BMJ Open 2012;2:e001431 table 1, criterion one, 15 panellists': notComputed,
    'classical panel-size thresholds': (input, expected) =>
      nearAll({ d: z.object({ n: numbers }).parse(input).n.map(campOf) }, expected, 0),
    'RAM rule extended to five reviewers and Low/Medium/High bands (0-10 low, 11-29 medium, 30-40 high)': (
      input,
      expected,
    ) => {
      const given = z
        .object({ x: numbers, low_hi: z.number(), high_lo: z.number(), lo: z.number(), hi: z.number() })
        .parse(input)
      const bands: Bands = {
        low: [given.lo, given.low_hi],
        medium: [given.low_hi + 1, given.high_lo - 1],
        high: [given.high_lo, given.hi],
      }
      const counts = bandCounts(bands, given.x)
      const label = panelLabel(bands, given.x)
      nearAll(
        {
          d: campOf(given.x.length),
          n_low: counts.low,
          n_high: counts.high,
          disagreement: label === 'split panel',
          outside_median_band: given.x.length - counts.medium,
          agreement: label === 'agreed' || label === 'one differs',
        },
        expected,
        0,
      )
    },
  })
})

test('STAT-9 decision-swing: every number of the worked example, and the table of the loss integral', () => {
  hold('decision-swing', {
    'five reviewers x four criteria (max 45, 30, 10, 5), line 80': (input, expected, tolerance) => {
      const given = z
        .object({ reviewers_by_criteria: z.array(numbers), max: numbers, line: z.number() })
        .parse(input)
      const { line } = given
      const rows = given.max.map((_, at) => given.reviewers_by_criteria.map((points) => points[at] ?? 0))
      const totals = given.reviewers_by_criteria.map(sumOf)
      const gap = gapToLine(totals, line)
      if (!gap) throw new Error('Five totals have a gap.')
      const all = allToMiddle(rows, gap)
      const around = envelope(rows, line)
      const shares = covarianceShares(rows)
      const others = influences(totals, line)
      const { criteria, ...whole } = z
        .looseObject({ criteria: z.array(z.record(z.string(), z.unknown())) })
        .parse(expected)
      nearAll(
        {
          totals,
          mean: meanOf(totals),
          gap: pointsOf(gap),
          sd: standardDeviation(totals),
          se: standardError(totals),
          p_above_normal: normalChance(totals, line),
          loo_influence: others.map(({ lifts }) => lifts),
          loo_means: others.map(({ without }) => pointsOf(without)),
          envelope: [around.lowest, around.highest],
          sum_swing_to_median: all.swing,
          crosses_if_all_to_median: all.crosses,
          median_of_totals: median(totals),
          sum_of_medians: sumOf(rows.map(median)),
          outcome_can_change: around.crosses,
        },
        whole,
        tolerance,
      )
      for (const [at, known] of criteria.entries()) {
        const points = rows[at] ?? []
        const max = given.max[at] ?? 0
        const stakes = rowStakes(points, max, gap)
        nearAll(
          {
            mean: meanOf(points),
            median: median(points),
            range_share: (disagreement({ max, bands: null }, points)?.range ?? 0) / max,
            swing_to_median: stakes.swing,
            outliers: stakes.far,
            swing_outliers_to_median: stakes.farSwing,
            swing_if_all_at_max_view: stakes.toHighest,
            swing_if_all_at_min_view: stakes.toLowest,
            crosses_if_median: stakes.swingCrosses,
            could_cross_within_range: stakes.couldCross,
            cov_share_of_total_variance: shares?.[at],
            pop_var: stakes.variance,
            p_flip_normal: stakes.flipChance,
            expected_loss_points: stakes.expectedLoss,
          },
          known,
          tolerance,
        )
      }
    },
    'unit normal loss integral L(z) = phi(z) - z*Phi(-z)': (input, expected, tolerance) =>
      nearAll({ L: z.object({ z: numbers }).parse(input).z.map(unitNormalLoss) }, expected, tolerance),
  })
})

test('STAT-14 exact-bootstrap-funding-line: the counts to the last draw', () => {
  hold('exact-bootstrap-funding-line', {
    'five totals against a line of 400': (input, expected, tolerance) => {
      const { totals, line } = z.object({ totals: numbers, line: z.number() }).parse(input)
      const found = exactBootstrap(totals, line)
      // Above the line, and not only on it, is at or above a line that is the smallest step of a mean higher.
      const above = exactBootstrap(
        totals.map((total) => 5 * total),
        5 * line + 1,
      )
      const mean = exactMean(totals)
      nearAll(
        {
          n_outcomes: found?.draws,
          n_multisets: found?.different,
          count_ge: found?.through,
          count_gt: above?.through,
          p_ge: found?.chance,
          p_gt: above?.chance,
          mean: mean && pointsOf(mean),
          sd: standardDeviation(totals),
          se: standardError(totals),
        },
        expected,
        tolerance,
      )
    },
    // Ranks across applications are no part of this yet.
    'three applications, one award (ties share the place)': notComputed,
    'published aggregate for context only': notComputed,
  })
})

test('STAT-16 range-chart-constants: as the tables print them', () => {
  hold('range-chart-constants', {
    'n = 3 and 5': (input, expected, tolerance) => {
      const found = z.object({ n: numbers }).parse(input).n.map(rangeConstants)
      nearAll(
        {
          d2: found.map((each) => each?.d2),
          d3: found.map((each) => each?.d3),
          D4: found.map((each) => each?.d4),
        },
        expected,
        tolerance,
      )
    },
  })
})
