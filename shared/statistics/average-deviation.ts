import { median, sumOf } from './dispersion.ts'

export interface AverageDeviation {
  /** Mean distance from the mean, in points. */
  readonly fromMean: number
  /** Mean distance from the middle score, in points. */
  readonly fromMedian: number
  /** Above this the distance is more than agreement allows: a sixth of the scale's points. */
  readonly limit: number
}

/**
 * How far whole points from 0 to `max` lie from their centre on average, or null of fewer than two. The limit is A ÷ 6 for a
 * scale of A = max + 1 points (Burke, Finkelstein & Dusig 1999; Dunlap, Burke & Smith-Crowe 2003).
 */
export function averageDeviation(points: readonly number[], max: number): AverageDeviation | null {
  const count = points.length
  if (count < 2) return null
  const sum = sumOf(points)
  const middle = median(points)
  return {
    // In count-ths of a point, so that the distances are whole until the one division.
    fromMean: sumOf(points.map((each) => Math.abs(each * count - sum))) / count ** 2,
    fromMedian: sumOf(points.map((each) => Math.abs(each - middle))) / count,
    limit: (max + 1) / 6,
  }
}
