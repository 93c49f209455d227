import { meanOf } from './dispersion.ts'

export interface RangeConstants {
  /** Expected range of n normal values, in standard deviations. */
  readonly d2: number
  /** Standard deviation of that range. */
  readonly d3: number
  /** Upper limit of a range chart, in average ranges: 1 + 3 d3 ÷ d2. */
  readonly d4: number
}

const ranges: Readonly<Record<number, readonly [d2: number, d3: number]>> = {
  3: [1.693, 0.888],
  4: [2.059, 0.88],
  5: [2.326, 0.864],
  6: [2.534, 0.848],
  7: [2.704, 0.833],
}

/** The constants of a range chart for 3 to 7 reviewers (ASTM E2587), or null for another number. */
export function rangeConstants(seats: number): RangeConstants | null {
  const found = ranges[seats]
  if (!found) return null
  const [d2, d3] = found
  return { d2, d3, d4: 1 + (3 * d3) / d2 }
}

export interface RangeLimit {
  /** Average range of a row, as a share of its maximum. */
  readonly usual: number
  /** Ranges above this share would be unusual here; at most 1. */
  readonly limit: number
}

/**
 * What range would be unusual for these panels: the average share of the maximum over all rows scored so far, times the constant for
 * this many reviewers. A proposal for a competition's own thresholds. Shares from 0 to 1; null of none, or for other than 3 to 7 seats.
 */
export function rangeLimit(shares: readonly number[], seats: number): RangeLimit | null {
  const constants = rangeConstants(seats)
  if (!constants || shares.length === 0) return null
  const usual = meanOf(shares)
  return { usual, limit: Math.min(1, constants.d4 * usual) }
}
