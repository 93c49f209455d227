import type { PanelLabel } from '../../../shared/statistics/panel-label.ts'
import type { ReviewEffects, RowEffects, VoteEffect } from '../../../shared/statistics/effects.ts'
import { pointsOf, reaches, type Gap } from '../../../shared/statistics/line.ts'
import { whatCanChange } from '../../../shared/statistics/what-can-change.ts'
import type { RangeLimit } from '../../../shared/statistics/range-limit.ts'
import { votedPriority, type Rubric } from '../../../shared/rubric/rubric.ts'
import { moreIsBetter, unitsPerPoint } from '../../../shared/rubric/shown-points.ts'
import { shownEnd, type Scaled } from '../../../shared/rubric/told-points.ts'
import { shownMean } from '../../../shared/scoring/shown-mean.ts'
import { abbreviation } from '../../../shared/rubric/priority-title.ts'
import { capitalized, counted, numberWord } from '../../room/number-words.ts'

/** A number of units that a decision hangs on as results are told, with its sign: "+9.6", "−8.6", "0.0". */
export function signedPoints(rubric: Scaled, units: number): string {
  const points = asResult(rubric, units)
  const figures = Math.abs(points).toFixed(decimalsOf(rubric))
  if (Number(figures) === 0) return figures
  return `${points < 0 ? '−' : '+'}${figures}`
}

/**
 * A chance or a share in no more than two digits: "32%", "under 1%". Nothing that can happen is 0%, nothing that can fail 100%; a share
 * can be negative, and nothing is −0%.
 */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1%'
  if (share < 1 && share > 0.995) return 'over 99%'
  const figures = Math.abs(share * 100).toFixed(0)
  return `${share < 0 && figures !== '0' ? '−' : ''}${figures}%`
}

/** Units as results are told, as a number for computing on: in points, and by as much as the scale multiplies results. */
function asResult(rubric: Scaled, units: number): number {
  return (units / unitsPerPoint(rubric)) * (rubric.scale?.result?.times ?? 1)
}

function decimalsOf(rubric: Scaled): number {
  return unitsPerPoint(rubric) === 1 ? 1 : 2
}

/** A number of units that is no difference, such as a deviation, as results are told. */
export function plainPoints(rubric: Scaled, units: number): string {
  return asResult(rubric, units).toFixed(decimalsOf(rubric))
}

/** A line or a total in units as results are told, so that all of them can be held against each other: "400", "9.5", and for NIH "30". */
export function lineText(rubric: Scaled, units: number): string {
  const mean = { sum: units, count: 1 }
  return (rubric.scale?.result?.times ?? 1) === 1 ? shownEnd(rubric, units) : shownMean(rubric, mean)
}

/** "400 or above"; "30 or below" where less is better. */
export function throughText(rubric: Scaled, line: number): string {
  return `${lineText(rubric, line)} or ${moreIsBetter(rubric) ? 'above' : 'below'}`
}

/** What settling a row is worth, as results are told: two decimals, and no row that is worth anything is said to be worth nothing. */
export function lossText(rubric: Scaled, units: number): string {
  const points = asResult(rubric, units)
  if (points === 0) return '0'
  return points < 0.005 ? 'under 0.01' : points.toFixed(2)
}

/** "12.4 above the line of 400", "8.6 below the line of 400", "exactly on the line of 400". */
export function gapText(rubric: Scaled, gap: Gap, line: number): string {
  if (gap.sum === 0) return `exactly on the line of ${lineText(rubric, line)}`
  const apart = plainPoints(rubric, Math.abs(pointsOf(gap)))
  return `${apart} ${gap.sum > 0 ? 'above' : 'below'} the line of ${lineText(rubric, line)}`
}

/**
 * What any agreement among the reviewers could lead to, on the points and on the all-or-nothing priority; `open` are the points of one
 * on which nothing is decided yet.
 */
export function envelopeSentence(
  rubric: Rubric,
  review: Pick<ReviewEffects, 'envelope' | 'gap' | 'vote'>,
  line: number,
  open = 0,
): string {
  const { lowest, highest } = review.envelope
  const change = whatCanChange(review, line, open, rubric.scale?.best)
  if (change === 'nothing') return 'No agreement among these reviewers can change the outcome.'
  if (change === 'points')
    return `An agreement among these reviewers could end anywhere from ${lineText(rubric, lowest)} to ${lineText(rubric, highest)}, on either side of the line.`
  const decision = review.vote?.swing === 0 ? 'another decision' : 'one vote'
  const voted = votedName(rubric)
  const points = shownEnd(rubric, open)
  if (change === 'vote')
    return `No agreement on the points can change the outcome. ${review.vote ? capitalized(decision) : `The ${points} points of a vote`} on ${voted} can.`
  return `No agreement on the points alone can change the outcome. With ${review.vote ? decision : `the ${points} points of a vote`} on ${voted} it can.`
}

/** What the voted priority is called in a sentence: "STEM". */
export function votedName(rubric: Rubric): string {
  const priority = votedPriority(rubric)
  return priority ? (abbreviation(priority) ?? priority.title) : 'the vote'
}

/** What comes of everybody taking the middle score on every row. */
export function middleSentence(
  rubric: Scaled,
  { allToMiddle, gap }: Pick<ReviewEffects, 'allToMiddle' | 'gap'>,
): string {
  const moved = `If all took the middle score on every row, the mean would move by ${signedPoints(rubric, allToMiddle.swing)}`
  const more = moreIsBetter(rubric)
  const [through, short] = more ? ['at or above', 'below'] : ['at or below', 'above']
  if (!allToMiddle.crosses)
    return `${moved} and stay ${reaches(gap.sum, rubric.scale?.best) ? through : short} the line.`
  return `${moved}, over the line.`
}

/** How often the same would come out, or null where that is not counted. */
export function drawnSentence(
  rubric: Scaled,
  { bootstrap, seats }: Pick<ReviewEffects, 'bootstrap' | 'seats'>,
  line: number,
): string | null {
  if (!bootstrap) return null
  const who = `${numberWord(seats.length)} reviewers like these`
  return `If ${who} were drawn again, ${percent(bootstrap.chance)} of the draws would be at ${throughText(rubric, line)}.`
}

/** What one vote would change. */
export function voteSentence(rubric: Scaled, vote: VoteEffect): string {
  const { outcome, points, swing, crosses } = vote
  const count = `${outcome.yes} of ${outcome.seats} say yes, ${outcome.needed} needed: ${outcome.awarded ? shownEnd(rubric, points) : 'no'} points.`
  if (swing === 0) return `${count} No single vote would change that.`
  const one = outcome.awarded ? 'One fewer and they would be gone' : 'One more and they would be given'
  return `${count} ${one}${crosses ? ', which decides about the line.' : ', on the same side of the line.'}`
}

/** The row that costs most to leave unsettled, or what to say where none does. */
export function costliestSentence(
  rubric: Scaled,
  rows: readonly { readonly row: string; readonly stakes: Pick<RowEffects['stakes'], 'expectedLoss'> }[],
): string {
  const [first] = rows
  if (!first || first.stakes.expectedLoss === 0) return 'No row is worth settling: all agree on every one.'
  if (asResult(rubric, first.stakes.expectedLoss) < 0.005)
    return 'No row alone weighs on the outcome: settling any of them is worth less than 0.01 points.'
  return `${first.row} weighs most: settling it is worth ${lossText(rubric, first.stakes.expectedLoss)} points on average.`
}

/** How many rows could carry the application over the line alone. */
export function crossingSentence(rows: readonly RowEffects[]): string {
  const crossing = rows.filter(({ stakes }) => stakes.couldCross).length
  if (crossing === 0) return 'No single row can carry it over the line.'
  return `${counted(crossing, 'row')} could carry it over the line alone.`
}

/** The bands' verdict on a row, as the details name it. */
export const labelWords: Readonly<Record<PanelLabel, string>> = {
  agreed: 'Agreed',
  'one differs': 'One differs',
  'split panel': 'Split panel',
  unclear: 'Unclear',
}

/** What range is unusual in a tier, as advice on its thresholds. */
export function rangeSentence({
  usual,
  limit,
  seats,
  rows,
}: RangeLimit & { seats: number; rows: number }): string {
  return `On ${counted(rows, 'row')} of panels of ${numberWord(seats)} the reviewers differ by ${percent(usual)} of the maximum on average; over ${percent(limit)} would be unusual.`
}
