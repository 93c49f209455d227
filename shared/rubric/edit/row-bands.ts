import { leastOf, type BandName, type Bands, type Row, type Rubric } from '../rubric.ts'
import { moreIsBetter } from '../shown-points.ts'
import { shownEnd } from '../told-points.ts'

type Scaled = Pick<Rubric, 'scale'>
type Ends = Pick<Row, 'min' | 'max'>

/** Three bands over a row's whole range, as equal as its steps allow; null where the range has fewer than three steps. */
export function evenBands(rubric: Scaled, row: Ends): Bands | null {
  const least = leastOf(row)
  const steps = row.max - least + 1
  if (steps < 3) return null
  const first = least + Math.floor(steps / 3)
  const second = least + Math.floor((2 * steps) / 3)
  return between(rubric, row, [first - 1, second - 1])
}

/**
 * The bands in the order of their points, as the rubric's better end has it: Low first, or High where 1 is best. Never by the numbers that
 * stand in them, which do not fit each other while somebody types.
 */
export function bandOrder(rubric: Scaled): readonly [BandName, BandName, BandName] {
  return moreIsBetter(rubric) ? ['low', 'medium', 'high'] : ['high', 'medium', 'low']
}

/** The same bands where a row's least or most has become another: the outer ends go with it, the borders between them stay. */
export function stretchedBands(rubric: Scaled, bands: Bands | null, row: Ends): Bands | null {
  return bands && between(rubric, row, bordersOf(rubric, bands))
}

/** The same bands with another border: `name`, which is not the last of them, ends at these units, and what follows begins one further. */
export function bandsEndingAt(rubric: Scaled, row: Ends, bands: Bands, name: BandName, units: number): Bands {
  const [first, second] = bordersOf(rubric, bands)
  return between(rubric, row, name === bandOrder(rubric)[0] ? [units, second] : [first, units])
}

/** Where the two lower bands end, and what is wrong with each of these ends, as a sentence in points; null where nothing is. */
export function bandBorders(
  rubric: Scaled,
  row: Ends,
  bands: Bands,
): readonly { readonly name: BandName; readonly ends: number; readonly fault: string | null }[] {
  const [lower, middle] = bandOrder(rubric)
  const [first, second] = bordersOf(rubric, bands)
  const least = leastOf(row)
  const outside = (units: number, from: number, to: number): string | null => {
    if (units >= from && units <= to) return null
    if (from > to) return 'The row has no room for three bands.'
    return from === to
      ? `Only ${shownEnd(rubric, from)}.`
      : `From ${shownEnd(rubric, from)} to ${shownEnd(rubric, to)}.`
  }
  const own = [outside(first, least, row.max - 2), outside(second, least + 1, row.max - 1)] as const
  const crossed = own.every((fault) => fault === null) && first >= second
  const told = (name: BandName): string => name.charAt(0).toUpperCase() + name.slice(1)
  return [
    {
      name: lower,
      ends: first,
      fault: crossed ? `Under ${shownEnd(rubric, second)}, where ${told(middle)} ends.` : own[0],
    },
    {
      name: middle,
      ends: second,
      fault: crossed ? `Over ${shownEnd(rubric, first)}, where ${told(lower)} ends.` : own[1],
    },
  ]
}

type Borders = readonly [first: number, second: number]

function bordersOf(rubric: Scaled, bands: Bands): Borders {
  const [lower, middle] = bandOrder(rubric)
  return [bands[lower][1], bands[middle][1]]
}

function between(rubric: Scaled, row: Ends, [first, second]: Borders): Bands {
  const [from, medium, to] = [
    [leastOf(row), first],
    [first + 1, second],
    [second + 1, row.max],
  ] as const
  return moreIsBetter(rubric) ? { low: from, medium, high: to } : { low: to, medium, high: from }
}
