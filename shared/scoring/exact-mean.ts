/** A mean kept as the whole numbers it is made of. `count` is above 0. */
export interface ExactMean {
  readonly sum: number
  readonly count: number
}

/** The plain mean of whole numbers, or null of none. */
export function exactMean(points: readonly number[]): ExactMean | null {
  if (points.length === 0) return null
  return { sum: points.reduce((sum, value) => sum + value, 0), count: points.length }
}

/** Adds whole points once to a mean: the panel's STEM points go to the application, not to each form. */
export function plusPoints(mean: ExactMean, points: number): ExactMean {
  return { sum: mean.sum + points * mean.count, count: mean.count }
}

/** Compares two means exactly: below 0, 0 for a tie, above 0. */
export function compareMeans(left: ExactMean, right: ExactMean): number {
  return left.sum * right.count - right.sum * left.count
}
