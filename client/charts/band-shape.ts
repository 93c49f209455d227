import { bandNames } from '../../shared/rubric/bands.ts'
import type { BandName, Bands } from '../../shared/rubric/rubric.ts'

export interface BandStep {
  name: BandName
  word: string
  from: number
  to: number
  /** Where the step begins and ends on the line, as shares of the maximum. */
  start: number
  end: number
  /** Its height as a share of the high step's: a crescendo of thirds. */
  height: number
}

const words: Readonly<Record<BandName, string>> = { low: 'Low', medium: 'Medium', high: 'High' }

/** The three steps of a band bar. A border lies half way between the last number of one band and the first of the next. */
export function bandSteps(bands: Bands, max: number): readonly BandStep[] {
  return bandNames.map((name, index) => {
    const below = bandNames[index - 1]
    const above = bandNames[index + 1]
    return {
      name,
      word: words[name],
      from: bands[name][0],
      to: bands[name][1],
      start: below ? (bands[below][1] + bands[name][0]) / 2 / max : 0,
      end: above ? (bands[name][1] + bands[above][0]) / 2 / max : 1,
      height: (index + 1) / 3,
    }
  })
}

/** About how many pixels "Medium 13–33" takes with its distance to the next; narrower steps set their range under the word. */
export function wordsWidth({ word, from, to }: BandStep): number {
  return 24 + 8 * word.length + 7 * `${from}${to}`.length
}
