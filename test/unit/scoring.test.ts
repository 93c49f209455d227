import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareMeans, exactMean, plusPoints, type ExactMean } from '../../shared/scoring/exact-mean.ts'
import { shownDivision, shownMean } from '../../shared/scoring/shown-mean.ts'

const anyPoints = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 9 })
const anyMean = anyPoints.map(mean)

function mean(points: readonly number[]): ExactMean {
  const found = exactMean(points)
  if (!found) throw new Error('There is no mean of nothing.')
  return found
}

/** A mean as a fraction of big integers, which no rounding can touch. */
function fraction({ sum, count }: ExactMean): readonly [bigint, bigint] {
  return [BigInt(sum), BigInt(count)]
}

function sign(number: bigint | number): number {
  return number > 0 ? 1 : number < 0 ? -1 : 0
}

test('SCORE-1 a mean is the exact fraction of its sum and its count', () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      const [sum, count] = fraction(mean(points))
      const expected = points.reduce((total, each) => total + BigInt(each), 0n)
      expect(sum * BigInt(points.length)).toBe(expected * count)
    }),
  )
})

test('SCORE-1 there is no mean of no forms', () => {
  expect(exactMean([])).toBeNull()
})

test('SCORE-2 one decimal is always shown, and a half goes up', () => {
  const shown = (sum: number, count: number) => shownMean({}, { sum, count })
  expect([shown(2250, 5), shown(2204, 5), shown(1, 4), shown(3, 4), shown(0, 3), shown(2, 3)]).toEqual([
    '450.0',
    '440.8',
    '0.3',
    '0.8',
    '0.0',
    '0.7',
  ])
})

test('SCORE-2 the decimal shown is the nearest tenth, of two equally near the higher', () => {
  fc.assert(
    fc.property(anyMean, (given) => {
      const [sum, count] = fraction(given)
      const tenths = BigInt(shownMean({}, given).replace('.', ''))
      // tenths − ½ ≤ 10 × sum ÷ count < tenths + ½, in whole numbers.
      expect((2n * tenths - 1n) * count <= 20n * sum).toBe(true)
      expect(20n * sum < (2n * tenths + 1n) * count).toBe(true)
      expect(shownMean({}, given)).toMatch(/^\d+\.\d$/)
    }),
    { numRuns: 500 },
  )
})

test('SCORE-3 means are compared exactly, as cross-multiplied fractions are', () => {
  fc.assert(
    fc.property(anyMean, anyMean, (left, right) => {
      const [a, b] = fraction(left)
      const [c, d] = fraction(right)
      expect(sign(compareMeans(left, right))).toBe(sign(a * d - c * b))
    }),
    { numRuns: 500 },
  )
})

test('SCORE-3 a tie is equality, also of panels of different sizes, and nothing else', () => {
  expect(compareMeans({ sum: 2250, count: 5 }, { sum: 1800, count: 4 })).toBe(0)
  // Both are shown as 333.3; they are no tie.
  const [near, nearer] = [
    { sum: 1000, count: 3 },
    { sum: 2333, count: 7 },
  ]
  expect(shownMean({}, near)).toBe(shownMean({}, nearer))
  expect(compareMeans(near, nearer)).toBeGreaterThan(0)
})

test('SCORE-4 the panel’s points are added to the mean once, whatever the number of forms', () => {
  fc.assert(
    fc.property(anyMean, fc.integer({ min: 0, max: 50 }), (given, points) => {
      const [sum, count] = fraction(given)
      const [more, over] = fraction(plusPoints(given, points))
      expect(more * count).toBe((sum + BigInt(points) * count) * over)
    }),
  )
  expect(shownMean({}, plusPoints({ sum: 2129, count: 5 }, 15))).toBe('440.8')
})

test('SCORE-5 a mean stands beside the division it comes from', () => {
  expect(shownDivision({}, { sum: 2204, count: 5 })).toBe('2,204 ÷ 5')
})

test('SCORE-6 2010: DC and Maryland tie at 450.0, Ohio at 440.8 is ahead of New Jersey at 437.8', () => {
  const totals = { dc: 2250, maryland: 2250, ohio: 2204, newJersey: 2189 }
  const of = (sum: number): ExactMean => ({ sum, count: 5 })
  expect(Object.values(totals).map((sum) => shownMean({}, of(sum)))).toEqual([
    '450.0',
    '450.0',
    '440.8',
    '437.8',
  ])
  expect(compareMeans(of(totals.dc), of(totals.maryland))).toBe(0)
  expect(compareMeans(of(totals.ohio), of(totals.newJersey))).toBeGreaterThan(0)
})
