import type { ExactMean } from '../../shared/scoring/exact-mean.ts'
import { oneDecimal } from '../../shared/scoring/exact-mean.ts'
import type { StripPoint } from '../charts/strip-points.ts'
import { numberWord } from './number-words.ts'
import type { RowScores } from './row-scores.ts'

/** Where a mean stands on the scale, with the one decimal that means always have. */
export function meanPoint(mean: ExactMean): StripPoint {
  return { at: mean.sum / mean.count, text: oneDecimal(mean) }
}

/** Where the middle score stands; a decimal only where it lies between two whole points. */
export function middlePoint(middle: ExactMean): StripPoint {
  const whole = middle.sum % middle.count === 0
  return {
    at: middle.sum / middle.count,
    text: whole ? String(middle.sum / middle.count) : oneDecimal(middle),
  }
}

/** "The five differ by 24 of 45 points." */
export function apartSentence({ row, counted, found }: RowScores): string {
  if (!found) return counted.length === 0 ? 'Nobody gave points.' : 'Only one gave points.'
  const who = `The ${numberWord(counted.length)}`
  return found.range === 0 ? `${who} agree.` : `${who} differ by ${found.range} of ${row.max} points.`
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
