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

/** One decimal, always shown, halves away from zero: 2,204 ÷ 5 is "440.8". Computed in whole numbers. */
export function oneDecimal({ sum, count }: ExactMean): string {
  const tenths = Math.floor((Math.abs(sum) * 20 + count) / (2 * count))
  const sign = sum < 0 && tenths > 0 ? '−' : ''
  return `${sign}${Math.floor(tenths / 10)}.${tenths % 10}`
}

/** The division behind a mean, as it stands beside it: "2,204 ÷ 5". */
export function asDivision({ sum, count }: ExactMean): string {
  return `${sum.toLocaleString('en-US')} ÷ ${count}`
}
