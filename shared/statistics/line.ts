import { exactMean, plusPoints, type ExactMean } from '../scoring/exact-mean.ts'
import { standardError } from './dispersion.ts'
import { chanceAbove } from './normal.ts'

/** How far a mean lies above a line, below it when negative, kept as the whole numbers it is made of. */
export type Gap = ExactMean

/** The gap between the mean of whole totals and a line in whole points, or null of no totals. */
export function gapToLine(totals: readonly number[], line: number): Gap | null {
  const mean = exactMean(totals)
  return mean && plusPoints(mean, -line)
}

/** Whether a gap, or any multiple of it, is on the line or above: that is what being through means. */
export function reaches(gap: number): boolean {
  return gap >= 0
}

/** A gap as points. */
export function pointsOf({ sum, count }: Gap): number {
  return sum / count
}

/**
 * Chance of being at or above the line, were the mean of the totals normal with its standard error: between 0 and 1, and one of
 * the two where all totals are the same. Null of fewer than two totals.
 */
export function normalChance(totals: readonly number[], line: number): number | null {
  const gap = gapToLine(totals, line)
  const error = standardError(totals)
  if (!gap || error === null) return null
  if (error === 0) return reaches(gap.sum) ? 1 : 0
  return chanceAbove(-pointsOf(gap) / error)
}
