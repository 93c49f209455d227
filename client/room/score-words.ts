import type { ExactMean } from '../../shared/scoring/exact-mean.ts'
import { oneDecimal } from '../../shared/scoring/exact-mean.ts'
import type { StripPoint } from '../charts/strip-points.ts'
import { numberWord } from './number-words.ts'
import type { RowScores } from './row-scores.ts'

/** Nearer than this share of the scale, the triangles of mean and middle would stand on each other. */
const tooNear = 0.03

/** Where the mean and the middle score stand on a row's scale. Where both would stand on each other, they are said in one. */
export function stripPoints({ row, mean, middle }: RowScores): { mean?: StripPoint; middle?: StripPoint } {
  if (!mean || !middle) return {}
  const meanAt = { at: mean.sum / mean.count, text: oneDecimal(mean) }
  const middleAt = { at: middle.sum / middle.count, text: middleText(middle) }
  if (Math.abs(meanAt.at - middleAt.at) > row.max * tooNear) return { mean: meanAt, middle: middleAt }
  return { middle: { at: middleAt.at, text: `${middleAt.text}, mean ${meanAt.text}` } }
}

/** A decimal only where the middle lies between two whole points. */
function middleText(middle: ExactMean): string {
  return middle.sum % middle.count === 0 ? String(middle.sum / middle.count) : oneDecimal(middle)
}

/** "The five differ by 24 of 45 points." */
export function apartSentence({ row, counted, found }: RowScores): string {
  if (!found) return counted.length === 0 ? 'Nobody gave points.' : 'Only one gave points.'
  const who = `The ${numberWord(counted.length)}`
  return found.range === 0 ? `${who} agree.` : `${who} differ by ${found.range} of ${row.max} points.`
}

/**
 * "1 of 5 is 12 or more points away from the middle view.", or null where nobody is: a quarter of the maximum or more, in the next
 * number of points that can be. It says how many and never who.
 */
export function awaySentence({ away }: RowScores): string | null {
  if (!away || away.of < 3 || away.who.length === 0) return null
  const { who, of, least } = away
  return `${who.length} of ${of} ${who.length === 1 ? 'is' : 'are'} ${least} or more points away from the middle view.`
}

/** "Before the discussion: 26 apart.", or null where that has not moved. */
export function beforeSentence({ found, before }: RowScores): string | null {
  if (!found || !before || before.range === found.range) return null
  return `Before the discussion: ${before.range} apart.`
}

/** "The five totals are 145 points apart." */
export function totalsSentence(totals: readonly number[]): string {
  if (totals.length < 2) return ''
  const range = Math.max(...totals) - Math.min(...totals)
  const who = `The ${numberWord(totals.length)} totals are`
  if (range === 0) return `${who} the same`
  return `${who} ${range} ${range === 1 ? 'point' : 'points'} apart`
}
