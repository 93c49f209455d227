import { bandNames, bandsAscending } from '../../shared/rubric/bands.ts'
import { leastOf, rangeOf, type BandName, type Row, type Rubric } from '../../shared/rubric/rubric.ts'
import { bandWord, shownEnd } from '../../shared/rubric/told-points.ts'

/** What a scale is drawn from: the row's ends and bands, and how its rubric tells points. */
export interface Scale {
  readonly rubric: Pick<Rubric, 'scale'>
  readonly row: Pick<Row, 'min' | 'max' | 'bands'>
}

export interface BandStep {
  readonly name: BandName
  readonly word: string
  /** In points, as people read them. */
  readonly from: string
  readonly to: string
  /** Where the step begins and ends on the line, as shares of its length. */
  readonly start: number
  readonly end: number
  /** Its height as a share of the high step's: thirds, the better the higher. */
  readonly height: number
}

/** Where a number of units lies on a row's line, as a share of its length. */
export function shareOf(row: Pick<Row, 'min' | 'max'>, units: number): number {
  return (units - leastOf(row)) / rangeOf(row)
}

/**
 * The three steps of a band bar in the order of their numbers; none for a row without bands. A border lies half way between the last
 * number of one band and the first of the next.
 */
export function bandSteps({ rubric, row }: Scale): readonly BandStep[] {
  const { bands } = row
  if (!bands) return []
  const names = bandsAscending(bands)
  return names.map((name, index) => {
    const below = names[index - 1]
    const above = names[index + 1]
    const word = bandWord(rubric, name)
    return {
      name,
      word: word.charAt(0).toUpperCase() + word.slice(1),
      from: shownEnd(rubric, bands[name][0]),
      to: shownEnd(rubric, bands[name][1]),
      start: below ? shareOf(row, (bands[below][1] + bands[name][0]) / 2) : 0,
      end: above ? shareOf(row, (bands[name][1] + bands[above][0]) / 2) : 1,
      height: (bandNames.indexOf(name) + 1) / 3,
    }
  })
}

/** About how many pixels "Medium 13–33" takes with its distance to the next; narrower steps set their range under the word. */
export function wordsWidth({ word, from, to }: BandStep): number {
  return 24 + 8 * word.length + 7 * `${from}${to}`.length
}
