import type { Best } from '../rubric/rubric.ts'
import type { ExactMean } from '../scoring/exact-mean.ts'
import { sumOf } from './dispersion.ts'
import { reaches } from './line.ts'

export interface Influence {
  /** The mean of the others' totals. */
  readonly without: ExactMean
  /** How much this reviewer lifts the mean, in units; below zero lowers it. */
  readonly lifts: number
  /** Whether the decision would be the other one without this reviewer. */
  readonly decides: boolean
}

/** What each reviewer's whole total does to the mean, in the order given; empty of fewer than two. `line` in units. */
export function influences(
  totals: readonly number[],
  line: number,
  best: Best = 'high',
): readonly Influence[] {
  const count = totals.length
  if (count < 2) return []
  const sum = sumOf(totals)
  return totals.map((total) => ({
    without: { sum: sum - total, count: count - 1 },
    lifts: (count * total - sum) / (count * (count - 1)),
    decides: reaches(sum - count * line, best) !== reaches(sum - total - (count - 1) * line, best),
  }))
}
