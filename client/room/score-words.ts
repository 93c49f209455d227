import { rangeOf, type Rubric } from '../../shared/rubric/rubric.ts'
import { moreIsBetter, shownPoints, unitsPerPoint } from '../../shared/rubric/shown-points.ts'
import {
  isOnePoint,
  meanInPoints,
  reachInWords,
  shownEnd,
  type Scaled,
} from '../../shared/rubric/told-points.ts'
import type { ExactMean } from '../../shared/scoring/exact-mean.ts'
import { formNoun } from '../../shared/rubric/total-words.ts'
import type { StripPoint } from '../charts/strip-points.ts'
import { numberWord } from './number-words.ts'
import type { RowScores } from './row-scores.ts'

/** Nearer than this share of the scale, the triangles of mean and middle would stand on each other. */
const tooNear = 0.03

/** Where the mean and the middle score stand on a row's scale. Where both would stand on each other, they are said in one. */
export function stripPoints({ rubric, row, mean, middle }: RowScores): {
  mean?: StripPoint
  middle?: StripPoint
} {
  if (!mean || !middle) return {}
  const meanAt = { at: mean.sum / mean.count, text: meanInPoints(rubric, mean) }
  const middleAt = { at: middle.sum / middle.count, text: middleText(rubric, middle) }
  if (Math.abs(meanAt.at - middleAt.at) > rangeOf(row) * tooNear) return { mean: meanAt, middle: middleAt }
  return { middle: { at: middleAt.at, text: `${middleAt.text}, mean ${meanAt.text}` } }
}

/** A middle score in points: as they are given, and with a decimal more only where it lies between two steps. */
export function middleText(rubric: Scaled, middle: ExactMean): string {
  const { sum, count } = middle
  return sum % count === 0 ? shownPoints(rubric, sum / count) : meanInPoints(rubric, middle)
}

/** "The five differ by 24 of 45 points."; on a scale that does not begin at 0 "by 4 points, on 1 to 9". */
export function apartSentence({ rubric, row, counted, found }: RowScores): string {
  if (!found) return counted.length === 0 ? 'Nobody gave points.' : 'Only one gave points.'
  const who = `The ${numberWord(counted.length)}`
  if (found.range === 0) return `${who} agree.`
  const by = shownPoints(rubric, found.range)
  if (moreIsBetter(rubric) && !row.min)
    return `${who} differ by ${by} of ${shownEnd(rubric, row.max)} points.`
  return `${who} differ by ${by} ${pointsWord(rubric, found.range)}, on ${reachInWords(rubric, row)}.`
}

/**
 * "1 of 5 is 12 or more points away from the middle view.", or null where nobody is: a quarter of the maximum or more, in the next
 * number of points that can be. It says how many and never who.
 */
export function awaySentence({ rubric, away }: RowScores): string | null {
  if (!away || away.of < 3 || away.who.length === 0) return null
  const { who, of } = away
  // The middle may lie half way between two steps.
  const least = Number((away.least / unitsPerPoint(rubric)).toFixed(3))
  return `${who.length} of ${of} ${who.length === 1 ? 'is' : 'are'} ${least} or more points away from the middle view.`
}

/** "Before the discussion: 26 apart.", or null where that has not moved. */
export function beforeSentence({ rubric, found, before }: RowScores): string | null {
  if (!found || !before || before.range === found.range) return null
  return `Before the discussion: ${shownPoints(rubric, before.range)} apart.`
}

/** "The five totals are 145 points apart"; where one row alone is the score, "The three scores are 4 points apart". */
export function totalsSentence(rubric: Rubric, totals: readonly number[]): string {
  if (totals.length < 2) return ''
  const range = Math.max(...totals) - Math.min(...totals)
  const who = `The ${numberWord(totals.length)} ${formNoun(rubric)}s are`
  if (range === 0) return `${who} the same`
  return `${who} ${shownPoints(rubric, range)} ${pointsWord(rubric, range)} apart`
}

function pointsWord(rubric: Scaled, units: number): string {
  return isOnePoint(rubric, units) ? 'point' : 'points'
}
