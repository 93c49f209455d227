import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandOf } from '../../shared/rubric/bands.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { findRow, rowsOf, type Row } from '../../shared/rubric/rubric.ts'
import { disagreement, widestFirst, type Flag } from '../../shared/statistics/disagreement.ts'
import { legalPoints } from '../harness/full-form.ts'

const rows = rowsOf(raceToTheTop)
const anyRow = fc.constantFrom(...rows)
const anyRowWithPoints = anyRow.chain((row) =>
  fc.tuple(fc.constant(row), fc.array(fc.constantFrom(...legalPoints(row)), { minLength: 2, maxLength: 9 })),
)
const weight = { split: 2, spread: 1, close: 0 } as const

function row(id: string): Row {
  const found = findRow(raceToTheTop, id)
  if (!found) throw new Error(`The rubric has no row ${id}.`)
  return found
}

function flag(given: Row, ...points: readonly number[]): Flag | null {
  return disagreement(given, points)?.flag ?? null
}

/** A row as another rubric might have it: its bands lie so that Low and High are a step apart. */
const narrow: Row = {
  ...row('(B)(1)(i)'),
  id: 'narrow',
  bands: { low: [0, 9], medium: [10, 10], high: [11, 20] },
}

/** Every pair of legal points on every row, the lower first. */
function* everyPair() {
  for (const each of rows)
    for (const lowest of legalPoints(each))
      for (const highest of legalPoints(each)) if (lowest <= highest) yield { each, lowest, highest }
}

test('FLAG-1 fewer than two points are no disagreement', () => {
  expect(disagreement(row('(B)(1)(i)'), [])).toBeNull()
  expect(disagreement(row('(B)(1)(i)'), [20])).toBeNull()
})

test('FLAG-1 a disagreement tells how many gave points, the lowest, the highest and how far apart they are', () => {
  expect(disagreement(row('(B)(1)(i)'), [12, 4, 9])).toEqual({
    given: 3,
    lowest: 4,
    highest: 12,
    range: 8,
    flag: 'split',
  })
})

test('FLAG-2 spread is at least 30 % of the maximum and at least 2 points', () => {
  const twenty = { ...row('(B)(1)(i)'), bands: null }
  expect([flag(twenty, 7, 12), flag(twenty, 7, 13), flag(twenty, 7, 14)]).toEqual([null, 'spread', 'spread'])
  // 30 % of 5 is 1.5: one point is too little, two are enough.
  expect([flag(row('(C)(2)'), 3, 4), flag(row('(C)(2)'), 3, 5)]).toEqual([null, 'spread'])
})

test('FLAG-2 two points are needed also where one would be 30 % of the maximum', () => {
  const three: Row = { ...row('(C)(2)'), max: 3, bands: null }
  expect([flag(three, 0, 1), flag(three, 0, 2), flag(three, 0, 3)]).toEqual([null, 'spread', 'split'])
})

test('FLAG-3 split is at least 40 % of the maximum and at least 3 points', () => {
  const twenty = { ...row('(B)(1)(i)'), bands: null }
  expect([flag(twenty, 7, 14), flag(twenty, 7, 15)]).toEqual(['spread', 'split'])
  // 40 % of 5 is 2: two points are a spread, three a split.
  expect([flag(row('(C)(2)'), 2, 4), flag(row('(C)(2)'), 2, 5)]).toEqual(['spread', 'split'])
})

test('FLAG-4 Low and High both given is a split, however near they lie', () => {
  expect(flag(narrow, 9, 11)).toBe('split')
  expect(flag({ ...narrow, bands: null }, 9, 11)).toBeNull()
})

test('FLAG-4 also on a row whose rule gives no medium', () => {
  const noMedium: Row = { ...narrow, rule: row('(B)(1)(ii)').rule }
  expect(flag(noMedium, 9, 11)).toBe('split')
  expect(flag(row('(B)(1)(ii)'), 5, 15)).toBe('split')
})

test('FLAG-4 on every row with bands, Low and High together are a split', () => {
  for (const { each, lowest, highest } of everyPair()) {
    if (bandOf(each.bands, lowest) !== 'low' || bandOf(each.bands, highest) !== 'high') continue
    expect(flag(each, lowest, highest), `${lowest} and ${highest} on ${each.id}`).toBe('split')
  }
})

test('FLAG-5 one band step alone is no reason', () => {
  expect(bandOf(row('(B)(1)(i)').bands, 5)).toBe('low')
  expect(bandOf(row('(B)(1)(i)').bands, 6)).toBe('medium')
  expect(flag(row('(B)(1)(i)'), 5, 6)).toBeNull()
})

test('FLAG-5 apart from Low beside High, bands change no flag', () => {
  for (const { each, lowest, highest } of everyPair()) {
    if (bandOf(each.bands, lowest) === 'low' && bandOf(each.bands, highest) === 'high') continue
    const without = flag({ ...each, bands: null }, lowest, highest)
    expect(flag(each, lowest, highest), `${lowest} and ${highest} on ${each.id}`).toBe(without)
  }
})

test('FLAG-6 the shares are exact: a flag stands from the first whole point that reaches them', () => {
  for (const { each, lowest, highest } of everyPair()) {
    if (each.bands) continue
    const range = BigInt(highest - lowest)
    const share = 100n * range
    const expected =
      share >= 40n * BigInt(each.max) && range >= 3n
        ? 'split'
        : share >= 30n * BigInt(each.max) && range >= 2n
          ? 'spread'
          : null
    expect(flag(each, lowest, highest), `${lowest} and ${highest} on ${each.id}`).toBe(expected)
  }
})

test('FLAG-7 moving the lowest down or the highest up never takes a flag away', () => {
  for (const { each, lowest, highest } of everyPair()) {
    const now = weight[flag(each, lowest, highest) ?? 'close']
    if (lowest > 0) expect(weight[flag(each, lowest - 1, highest) ?? 'close']).toBeGreaterThanOrEqual(now)
    if (highest < each.max)
      expect(weight[flag(each, lowest, highest + 1) ?? 'close']).toBeGreaterThanOrEqual(now)
  }
})

test('FLAG-7 only the lowest and the highest count: the order and what lies between do not', () => {
  fc.assert(
    fc.property(anyRowWithPoints, ([given, points]) => {
      const [lowest, highest] = [Math.min(...points), Math.max(...points)]
      expect(flag(given, ...points)).toBe(flag(given, highest, lowest))
      expect(disagreement(given, [...points].reverse())).toEqual(disagreement(given, points))
    }),
  )
})

test('FLAG-8 the widest come first: split before spread before close, then by range as a share of the maximum', () => {
  const found = (id: string, ...points: readonly number[]) => ({
    row: row(id),
    found: disagreement(row(id), points),
  })
  const ordered = [
    found('(E)(1)', 0, 10),
    found('(A)(1)(ii)', 10, 40),
    found('(C)(2)', 2, 4),
    found('(B)(1)(i)', 7, 13),
    found('(B)(3)', 10, 14),
    found('(D)(1)(i)', 12),
  ]
  expect(ordered.map(({ found: each }) => each?.flag ?? null)).toEqual([
    'split',
    'split',
    'spread',
    'spread',
    null,
    null,
  ])
  expect([...ordered].reverse().sort(widestFirst)).toEqual(ordered)
})

test('FLAG-8 the order is the same as that of flag and exact share, for any two rows', () => {
  const anyFound = anyRowWithPoints.map(([given, points]) => ({
    row: given,
    found: disagreement(given, points),
  }))
  fc.assert(
    fc.property(anyFound, anyFound, (left, right) => {
      const key = ({ row: { max }, found }: typeof left) =>
        [weight[found?.flag ?? 'close'], found?.range ?? 0, max] as const
      const [ofLeft, ofRight] = [key(left), key(right)]
      const byShare = ofRight[1] * ofLeft[2] - ofLeft[1] * ofRight[2]
      const expected = ofRight[0] - ofLeft[0] || byShare
      expect(Math.sign(widestFirst(left, right))).toBe(Math.sign(expected))
      expect(Math.sign(widestFirst(right, left)) + Math.sign(widestFirst(left, right))).toBe(0)
    }),
    { numRuns: 500 },
  )
})
