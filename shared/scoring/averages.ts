import { exactMean, type ExactMean } from './exact-mean.ts'

/** How the forms of a panel make one score. `trimmed` leaves one highest and one lowest out, where three or more are there. */
export type Averaging = 'mean' | 'median' | 'trimmed'

/** The average of whole numbers as an exact fraction, or null of none. Equal numbers at an end are one of them left out, not all. */
export function averageOf(kind: Averaging, points: readonly number[]): ExactMean | null {
  if (kind === 'mean' || points.length < 3) return exactMean(points)
  const sorted = points.toSorted((left, right) => left - right)
  if (kind === 'trimmed') return exactMean(sorted.slice(1, -1))
  const half = sorted.length / 2
  return exactMean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1))
}
