import { median, sumOf } from './dispersion.ts'

export interface AverageDeviation {
  /** Mean distance from the mean, in units. */
  readonly fromMean: number
  /** Mean distance from the middle score, in units. */
  readonly fromMedian: number
  /** Above this the distance is more than agreement allows: a sixth of the scale's points. */
  readonly limit: number
}

/**
 * How far whole units lie from their centre on average, or null of fewer than two. `range` is how far apart they can lie
 * (`rangeOf`); the limit is A ÷ 6 for a scale of A = range + 1 steps (Burke, Finkelstein & Dusig 1999; Dunlap, Burke & Smith-Crowe 2003).
 */
export function averageDeviation(points: readonly number[], range: number): AverageDeviation | null {
  const count = points.length
  if (count < 2) return null
  const sum = sumOf(points)
  const middle = median(points)
  return {
    // In count-ths of a point, so that the distances are whole until the one division.
    fromMean: sumOf(points.map((each) => Math.abs(each * count - sum))) / count ** 2,
    fromMedian: sumOf(points.map((each) => Math.abs(each - middle))) / count,
    limit: (range + 1) / 6,
  }
}
