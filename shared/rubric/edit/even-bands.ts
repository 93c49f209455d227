import { leastOf, type Bands, type Row, type Rubric } from '../rubric.ts'
import { moreIsBetter } from '../shown-points.ts'

/** Three bands over a row's whole range, as equal as its steps allow; null where the range has fewer than three steps. */
export function evenBands(rubric: Pick<Rubric, 'scale'>, row: Pick<Row, 'min' | 'max'>): Bands | null {
  const least = leastOf(row)
  const steps = row.max - least + 1
  if (steps < 3) return null
  const first = least + Math.floor(steps / 3)
  const second = least + Math.floor((2 * steps) / 3)
  const [lower, medium, upper] = [
    [least, first - 1],
    [first, second - 1],
    [second, row.max],
  ] as const
  return moreIsBetter(rubric) ? { low: lower, medium, high: upper } : { low: upper, medium, high: lower }
}
