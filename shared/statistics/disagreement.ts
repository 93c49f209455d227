import { bandOf } from '../rubric/bands.ts'
import { rangeOf, type Row } from '../rubric/rubric.ts'

export type Flag = 'split' | 'spread'

export interface Disagreement {
  /** Seats that gave points on the row. */
  readonly given: number
  readonly lowest: number
  readonly highest: number
  /** Highest minus lowest, in units. */
  readonly range: number
  readonly flag: Flag | null
}

/** How far apart the points of a row must be for each flag: a whole share of what it can range over, and a number of units. */
export type FlagRules = Readonly<Record<Flag, { readonly percent: number; readonly points: number }>>

/** The thresholds of a competition that sets none of its own. */
export const flagRules: FlagRules = {
  split: { percent: 40, points: 3 },
  spread: { percent: 30, points: 2 },
}

/**
 * How far apart the points of one row are, or null where fewer than two were given. A flag needs both that `rules` say; Low and
 * High both given on a row with bands (also where its rule forbids Medium) are a split too. One band step alone is no reason.
 */
export function disagreement(
  row: Pick<Row, 'min' | 'max' | 'bands'>,
  points: readonly number[],
  rules: FlagRules = flagRules,
): Disagreement | null {
  if (points.length < 2) return null
  const lowest = Math.min(...points)
  const highest = Math.max(...points)
  const range = highest - lowest
  // Where 1 is best the lowest number is the one in High.
  const ends = [bandOf(row.bands, lowest), bandOf(row.bands, highest)]
  const lowAndHigh = ends.includes('low') && ends.includes('high')
  const share = (flag: Flag) => rangeOf(row) * rules[flag].percent
  const apart = (flag: Flag) => range * 100 >= share(flag) && range >= rules[flag].points
  const flag = lowAndHigh || apart('split') ? 'split' : apart('spread') ? 'spread' : null
  return { given: points.length, lowest, highest, range, flag }
}

const weight = { split: 2, spread: 1 } as const

/** Orders rows by the widest first: split before spread before close, then by range as a share of what the row can range over. */
export function widestFirst(
  left: { readonly row: Row; readonly found: Disagreement | null },
  right: { readonly row: Row; readonly found: Disagreement | null },
): number {
  const byFlag = flagWeight(right.found) - flagWeight(left.found)
  if (byFlag !== 0) return byFlag
  return (right.found?.range ?? 0) * rangeOf(left.row) - (left.found?.range ?? 0) * rangeOf(right.row)
}

function flagWeight(found: Disagreement | null): number {
  return found?.flag ? weight[found.flag] : 0
}
