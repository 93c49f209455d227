import { exactMean, plusPoints, type ExactMean } from '../scoring/exact-mean.ts'
import type { Best } from '../rubric/rubric.ts'
import { standardError } from './dispersion.ts'
import { chanceAbove } from './normal.ts'

/** How far a mean of units lies above a line, below it when negative, kept as the whole numbers it is made of. Which side is the better one is the scale's. */
export type Gap = ExactMean

/** The gap between the mean of whole totals and a line in whole units, or null of no totals. */
export function gapToLine(totals: readonly number[], line: number): Gap | null {
  const mean = exactMean(totals)
  return mean && plusPoints(mean, -line)
}

/** Whether a gap, or any multiple of it, is on the line or on its better side: that is what being through means. */
export function reaches(gap: number, best: Best = 'high'): boolean {
  return best === 'high' ? gap >= 0 : gap <= 0
}

/** A gap as a number of units. */
export function pointsOf({ sum, count }: Gap): number {
  return sum / count
}

/**
 * Chance of being through, were the mean of the totals normal with its standard error: between 0 and 1, and one of the two where
 * all totals are the same. Null of fewer than two totals.
 */
export function normalChance(totals: readonly number[], line: number, best: Best = 'high'): number | null {
  const gap = gapToLine(totals, line)
  const error = standardError(totals)
  if (!gap || error === null) return null
  if (error === 0) return reaches(gap.sum, best) ? 1 : 0
  const short = best === 'high' ? -pointsOf(gap) : pointsOf(gap)
  return chanceAbove(short / error)
}
