import type { Best } from '../rubric/rubric.ts'
import { median, sumOf } from './dispersion.ts'
import { reaches, type Gap } from './line.ts'

/**
 * How far the mean moves where everybody takes the middle score on every row, in units, and whether over the line. It can cross
 * where no single row does. `rows` hold everybody's whole units; `gap` is that of the mean of the same reviewers' totals.
 */
export function allToMiddle(
  rows: readonly (readonly number[])[],
  gap: Gap,
  best: Best = 'high',
): { readonly swing: number; readonly crosses: boolean } {
  const swing = sumOf(rows.map((points) => points.length * median(points) - sumOf(points)))
  return { swing: swing / gap.count, crosses: reaches(gap.sum, best) !== reaches(gap.sum + swing, best) }
}
