import type { Best } from '../rubric/rubric.ts'
import { median, sumOf } from './dispersion.ts'
import { pointsOf, reaches, type Gap } from './line.ts'
import { chanceAbove, unitNormalLoss } from './normal.ts'

/** What settling one row would do to an application's mean, in units. */
export interface RowStakes {
  /** Everybody takes the middle score: how far the mean moves, and whether over the line. */
  readonly swing: number
  readonly swingCrosses: boolean
  /** Who lies more than a quarter of the row's range from the middle score, by place, and the swing where only they take it. */
  readonly far: readonly number[]
  readonly farSwing: number
  /** Everybody takes the lowest number given, or the highest: where 1 is best the lowest is the best view. */
  readonly toLowest: number
  readonly toHighest: number
  /** Whether the line lies between these two. */
  readonly couldCross: boolean
  /** Variance of the views given (by n: they are all there are), in units squared. */
  readonly variance: number
  /** Chance that the decision flips when one reviewer's view prevails, between 0 and a half. */
  readonly flipChance: number
  /** What deciding without settling the row costs on average: the value of talking about it. */
  readonly expectedLoss: number
}

const farShare = 0.25

/**
 * What the disagreement on one row means for the decision. `points` are whole units, one for each reviewer; `range` is how far
 * apart they can lie (`rangeOf`); `gap` is that of the mean of the same reviewers' totals. Throws where there are none, or another number of them than totals.
 */
export function rowStakes(
  points: readonly number[],
  range: number,
  gap: Gap,
  best: Best = 'high',
): RowStakes {
  const count = points.length
  if (count === 0 || count !== gap.count)
    throw new Error('A row needs the points of everybody who has a total.')
  const sum = sumOf(points)
  const middle = median(points)
  const far = points.flatMap((each, at) => (Math.abs(each - middle) > farShare * range ? [at] : []))
  // Times the number of reviewers all of these are whole or halves, so that crossing the line is decided exactly.
  const swing = count * middle - sum
  const toLowest = count * Math.min(...points) - sum
  const toHighest = count * Math.max(...points) - sum
  const variance = (count * sumOf(points.map((each) => each * each)) - sum * sum) / count ** 2
  const deviation = Math.sqrt(variance)
  const distance = Math.abs(pointsOf(gap)) / deviation
  return {
    swing: swing / count,
    swingCrosses: reaches(gap.sum, best) !== reaches(gap.sum + swing, best),
    far,
    farSwing: sumOf(far.map((at) => middle - (points[at] ?? middle))) / count,
    toLowest: toLowest / count,
    toHighest: toHighest / count,
    couldCross: reaches(gap.sum + toLowest, best) !== reaches(gap.sum + toHighest, best),
    variance,
    flipChance: deviation === 0 ? 0 : chanceAbove(distance),
    expectedLoss: deviation === 0 ? 0 : deviation * unitNormalLoss(distance),
  }
}
