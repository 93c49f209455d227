import { bandNames, bandOf, bandsAscending } from '../rubric/bands.ts'
import type { BandName, Bands } from '../rubric/rubric.ts'
import { median } from './dispersion.ts'

/** How a panel's points lie in the printed bands, in words. `unclear` is neither agreement nor two camps. */
export type PanelLabel = 'agreed' | 'one differs' | 'split panel' | 'unclear'

/** Seats that make a camp: a third of the panel, to the nearest whole (RAND/UCLA for 8 to 16; for 3 to 7 the extension is ours). */
export function campOf(seats: number): number {
  return Math.round(seats / 3)
}

/**
 * The classical rule of RAND/UCLA (Fitch et al. 2001) on the bands of a row: two camps, one in Low and one in High, are a split
 * panel; fewer than a camp outside the band of the middle score is agreement, of which one person alone is told apart. Null on a
 * row without printed bands, and of fewer than three.
 */
export function panelLabel(bands: Bands | null, points: readonly number[]): PanelLabel | null {
  if (!bands || points.length < 3) return null
  const camp = campOf(points.length)
  const inBand = bandCounts(bands, points)
  if (inBand.low >= camp && inBand.high >= camp) return 'split panel'
  // A middle that falls between two bands belongs to the better one, as in the manual.
  const upwards = bandsAscending(bands)[0] === 'low'
  const middle = bandOf(bands, upwards ? Math.ceil(median(points)) : Math.floor(median(points)))
  const outside = points.length - (middle ? inBand[middle] : 0)
  if (outside >= camp) return 'unclear'
  return outside === 1 ? 'one differs' : 'agreed'
}

/** How many points lie in each band. */
export function bandCounts(bands: Bands, points: readonly number[]): Readonly<Record<BandName, number>> {
  const counts = { low: 0, medium: 0, high: 0 }
  for (const name of bandNames) counts[name] = points.filter((each) => bandOf(bands, each) === name).length
  return counts
}
