import { rangeOf, type Row, type Rubric } from '../../shared/rubric/rubric.ts'
import { moreIsBetter } from '../../shared/rubric/shown-points.ts'

/** How far a score lies from the row's middle score, as a share of the row's range: none under 5 %, steps at 5, 15 and 25 %. */
export interface Heat {
  /** The worse side is below, also where that is the higher number. */
  side: 'below' | 'above'
  step: 1 | 2 | 3
}

/** What the sides are called: by the number where more is better; else by what they say. */
export function sideWords(rubric: Pick<Rubric, 'scale'>): Readonly<Record<Heat['side'], string>> {
  return moreIsBetter(rubric)
    ? { below: 'below', above: 'above' }
    : { below: 'weaker than', above: 'stronger than' }
}

/** The tint of a cell, or null where the score is close to the middle. `middle`, in units too, may lie between two of them. */
export function heatOf(
  rubric: Pick<Rubric, 'scale'>,
  row: Pick<Row, 'min' | 'max'>,
  points: number,
  middle: number,
): Heat | null {
  const percent = (Math.abs(points - middle) * 100) / rangeOf(row)
  if (percent < 5) return null
  const worse = points < middle === moreIsBetter(rubric)
  return { side: worse ? 'below' : 'above', step: percent >= 25 ? 3 : percent >= 15 ? 2 : 1 }
}
