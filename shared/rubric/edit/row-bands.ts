import { bandsAscending } from '../bands.ts'
import { leastOf, type BandName, type Bands, type Row, type Rubric } from '../rubric.ts'
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

/** The same bands where a row's least or most has become another: the outer ends go with it, the borders between them stay. */
export function stretchedBands(bands: Bands | null, row: Pick<Row, 'min' | 'max'>): Bands | null {
  if (!bands) return null
  const [first, , last] = bandsAscending(bands)
  const ends = { ...bands }
  if (first) ends[first] = [leastOf(row), bands[first][1]]
  if (last) ends[last] = [ends[last][0], row.max]
  return ends
}

/** The same bands with another border: `name` ends at these units, and what follows begins one further. */
export function bandsEndingAt(bands: Bands, name: BandName, units: number): Bands {
  const inOrder = bandsAscending(bands)
  const after = inOrder[inOrder.indexOf(name) + 1]
  return {
    ...bands,
    [name]: [bands[name][0], units],
    ...(after ? { [after]: [units + 1, bands[after][1]] } : {}),
  }
}
