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

/**
 * How far apart the points of one row are, or null where fewer than two were given.
 * Spread: at least 30 % of the maximum and 2 points. Split: at least 40 % and 3 points, or Low and High both given on a
 * row with bands (also where its rule forbids Medium). One band step alone is no reason.
 */
export function disagreement(row: Row, points: readonly number[]): Disagreement | null {
  if (points.length < 2) return null
  const lowest = Math.min(...points)
  const highest = Math.max(...points)
  const range = highest - lowest
  const lowAndHigh = bandOf(row.bands, lowest) === 'low' && bandOf(row.bands, highest) === 'high'
  const split = lowAndHigh || (range * 10 >= row.max * 4 && range >= 3)
  const spread = range * 10 >= row.max * 3 && range >= 2
  return { given: points.length, lowest, highest, range, flag: split ? 'split' : spread ? 'spread' : null }
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
