import {
  countedRows,
  leastOf,
  rangeOf,
  type BandName,
  type Criterion,
  type Row,
  type Rubric,
} from './rubric.ts'
import type { ExactMean } from '../scoring/exact-mean.ts'
import { shownMean } from '../scoring/shown-mean.ts'
import { moreIsBetter, shownPoints, unitsOf, unitsPerPoint } from './shown-points.ts'

// How points are told and read wherever people meet them, with `shownPoints` for the number itself.

export type Scaled = Pick<Rubric, 'scale'>

/** From where to where points can lie, in units. */
export type Reach = Pick<Row, 'min' | 'max'>

/** "1 point", "24 points", "3.5 points". */
export function pointsInWords(rubric: Scaled, units: number): string {
  return `${shownPoints(rubric, units)} ${isOnePoint(rubric, units) ? 'point' : 'points'}`
}

/** Whether these units are one point, so that the word for them is in the singular. */
export function isOnePoint(rubric: Scaled, units: number): boolean {
  return Math.abs(units) === unitsPerPoint(rubric)
}

/** Points as people read them, and "–" where none are given. */
export function shownOrNone(rubric: Scaled, units: number | null | undefined): string {
  return units == null ? '–' : shownPoints(rubric, units)
}

/** One end of a scale, without decimals that say nothing: "5" where halves are given too. */
export function shownEnd(rubric: Scaled, units: number): string {
  return shownPoints(rubric, units).replace(/\.0+$/u, '')
}

/** What can be given, as it stands in a column: "45", or "1–9" where the least is not 0. */
export function shownReach(rubric: Scaled, reach: Reach): string {
  const least = leastOf(reach)
  return `${least === 0 ? '' : `${shownEnd(rubric, least)}–`}${shownEnd(rubric, reach.max)}`
}

/** The head of a column of these. */
export function reachHead(rubric: Scaled): string {
  return moreIsBetter(rubric) ? 'Max' : 'Scale'
}

/** The same after a number: "of 45", or "in 1–9", where "of 9" would say that all of them are to be had. */
export function ofReach(rubric: Scaled, reach: Reach): string {
  return `${leastOf(reach) === 0 ? 'of' : 'in'} ${shownReach(rubric, reach)}`
}

/** What points can lie apart at the most, after how far they do: "of 45", and on a scale from 1 to 9 "of 8". */
export function ofRange(rubric: Scaled, reach: Reach): string {
  return `of ${shownEnd(rubric, rangeOf(reach))}`
}

/** What can be given, for a label: "of 45", or "1 to 9, 1 is best". */
export function reachInWords(rubric: Scaled, reach: Reach): string {
  const least = leastOf(reach)
  const words =
    least === 0
      ? `of ${shownEnd(rubric, reach.max)}`
      : `${shownEnd(rubric, least)} to ${shownEnd(rubric, reach.max)}`
  const best = bestInWords(rubric, reach)
  return best === null ? words : `${words}, ${best}`
}

/** What there is to give in a sum: "24 points"; on a scale that begins above 0, or where less is better, "1 to 9, 1 is best". */
export function sumInWords(rubric: Scaled, reach: Reach): string {
  return leastOf(reach) === 0 && moreIsBetter(rubric)
    ? pointsInWords(rubric, reach.max)
    : reachInWords(rubric, reach)
}

/** "1 is best" where less is better; null where more is, which goes without saying. */
export function bestInWords(rubric: Scaled, reach: Reach): string | null {
  return moreIsBetter(rubric) ? null : `${shownEnd(rubric, leastOf(reach))} is best`
}

/** From where to where a criterion's points can lie. */
export function reachOfCriterion({ rows, points }: Pick<Criterion, 'rows' | 'points'>): Reach {
  return { min: leastTogether(rows), max: points }
}

/** From where to where the total of the counted criteria can lie. */
export function reachOfTotal(rubric: Pick<Rubric, 'criteria' | 'totals'>): Reach {
  return { min: leastTogether(countedRows(rubric)), max: rubric.totals.criteriaPoints }
}

function leastTogether(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + leastOf(row), 0)
}

/** What a band is called: by the number where more is better; else by what it says, since its numbers run the other way. */
export function bandWord(rubric: Scaled, band: BandName): string {
  return moreIsBetter(rubric) ? band : strengths[band]
}

const strengths: Readonly<Record<BandName, string>> = { low: 'weak', medium: 'medium', high: 'strong' }

/**
 * What was typed as units: "3.5" and "3,5" are the same. What lies between two steps comes as a fraction of a unit, for the row's rules
 * to refuse; null where it is no number, or not yet.
 */
export function unitsTyped(rubric: Scaled, typed: string): number | null {
  const text = typed.trim().replace(',', '.')
  if (!/^(?:\d+\.?\d*|\.\d+)$/u.test(text)) return null
  const points = Number(text)
  return unitsOf(rubric, points) ?? points * unitsPerPoint(rubric)
}

/** What of a keyboard's input can stand in a field for points: digits, and a decimal sign where points are not whole. */
export function typable(rubric: Scaled, typed: string): string {
  return typed.replace(unitsPerPoint(rubric) === 1 ? /\D/gu : /[^\d.,]/gu, '')
}

/** "below the threshold of 3" for points that do not reach one, "beyond" where less is better; null for those that do, and without one. */
export function missesInWords(rubric: Scaled, units: number, threshold: number | undefined): string | null {
  if (threshold === undefined) return null
  const more = moreIsBetter(rubric)
  if (more ? units >= threshold : units <= threshold) return null
  return `${more ? 'below' : 'beyond'} the threshold of ${shownEnd(rubric, threshold)}`
}

/** What there is to say of a criterion that is no part of the total. */
export const onlyExplains = 'explains the score, is not counted'

/** A mean in points, on the scale that people score on: to one decimal where points are whole, else to two. Results are told by `shownMean`. */
export function meanInPoints(rubric: Scaled, mean: ExactMean): string {
  const { scale } = rubric
  return shownMean(scale ? { scale: { perPoint: scale.perPoint, best: scale.best } } : {}, mean)
}
