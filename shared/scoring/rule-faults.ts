import { countedRows, leastOf, type Rubric } from '../rubric/rubric.ts'
import { shownMean } from './shown-mean.ts'
import { tieBreakFaults } from './ranking.ts'

/**
 * What rules say of scores that this rubric cannot give, as sentences; empty where they fit. `scoreLine` is in units, as a mean of forms
 * is: one beyond what a form can give would let everybody through, or nobody.
 */
export function scoringFaults(
  rubric: Rubric,
  { scoreLine, tieBreak }: { readonly scoreLine: number; readonly tieBreak: readonly string[] },
): readonly string[] {
  const least = countedRows(rubric).reduce((sum, row) => sum + leastOf(row), 0)
  const most = rubric.totals.points
  const [line, from, to] = [scoreLine, least, most].map((sum) => shownMean(rubric, { sum, count: 1 }))
  return [
    ...(scoreLine < least || scoreLine > most
      ? [`The line of ${line} lies outside what the rubric can give, ${from} to ${to}.`]
      : []),
    ...tieBreakFaults(rubric, tieBreak),
  ]
}
