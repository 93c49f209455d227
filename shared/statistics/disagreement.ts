import { bandOf } from '../rubric/bands.ts'
import type { Row } from '../rubric/rubric.ts'

export type Flag = 'split' | 'spread'

export interface Disagreement {
  /** Seats that gave points on the row. */
  readonly given: number
  readonly lowest: number
  readonly highest: number
  /** Highest minus lowest, in points. */
  readonly range: number
  readonly flag: Flag | null
}

/** How far apart the points of a row must be for a flag: a share of its maximum, and a number of points. */
export const flagRules = {
  split: { percent: 40, points: 3 },
  spread: { percent: 30, points: 2 },
} as const satisfies Record<Flag, FlagRule>

interface FlagRule {
  readonly percent: number
  readonly points: number
}

/**
 * How far apart the points of one row are, or null where fewer than two were given. A flag needs what `flagRules` says; Low and
 * High both given on a row with bands (also where its rule forbids Medium) are a split too. One band step alone is no reason.
 */
export function disagreement(row: Row, points: readonly number[]): Disagreement | null {
  if (points.length < 2) return null
  const lowest = Math.min(...points)
  const highest = Math.max(...points)
  const range = highest - lowest
  const lowAndHigh = bandOf(row.bands, lowest) === 'low' && bandOf(row.bands, highest) === 'high'
  const apart = ({ percent, points: least }: FlagRule) => range * 100 >= row.max * percent && range >= least
  const flag = lowAndHigh || apart(flagRules.split) ? 'split' : apart(flagRules.spread) ? 'spread' : null
  return { given: points.length, lowest, highest, range, flag }
}

const weight = { split: 2, spread: 1 } as const

/** Orders rows by the widest first: split before spread before close, then by range as a share of the maximum. */
export function widestFirst(
  left: { readonly row: Row; readonly found: Disagreement | null },
  right: { readonly row: Row; readonly found: Disagreement | null },
): number {
  const byFlag = flagWeight(right.found) - flagWeight(left.found)
  if (byFlag !== 0) return byFlag
  return (right.found?.range ?? 0) * left.row.max - (left.found?.range ?? 0) * right.row.max
}

function flagWeight(found: Disagreement | null): number {
  return found?.flag ? weight[found.flag] : 0
}
