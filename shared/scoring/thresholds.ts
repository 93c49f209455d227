import type { FormRecord } from '../form/form-record.ts'
import type { Criterion, Rubric } from '../rubric/rubric.ts'
import { moreIsBetter } from '../rubric/shown-points.ts'
import { averageOf, type Averaging } from './averages.ts'
import type { ExactMean } from './exact-mean.ts'
import { shownApart } from './shown-mean.ts'

/** The points of one signed form by row, in units. */
export type FormPoints = FormRecord['scores']

/** A threshold that an application did not reach: of a criterion, or, where `criterion` is null, of the whole score. */
export interface Missed {
  readonly criterion: string | null
  readonly reached: ExactMean
  /** In units. */
  readonly threshold: number
}

/** What the signed forms give some rows together, averaged as the competition averages; null of no forms. In units. */
export function averageOfRows(
  rows: readonly { readonly id: string }[],
  forms: readonly FormPoints[],
  averaging: Averaging,
): ExactMean | null {
  const sums = forms.map((scores) => rows.reduce((sum, { id }) => sum + (scores[id] ?? 0), 0))
  return averageOf(averaging, sums)
}

/** The thresholds that an application did not reach, in rubric order, that of the whole last. On the threshold is reached; compared exactly. */
export function missedThresholds(
  rubric: Rubric,
  { forms, total }: { readonly forms: readonly FormPoints[]; readonly total: ExactMean },
  averaging: Averaging,
): readonly Missed[] {
  const falls = ({ sum, count }: ExactMean, threshold: number) =>
    moreIsBetter(rubric) ? sum < threshold * count : sum > threshold * count
  const criteria = rubric.criteria.flatMap(({ id, rows, threshold }: Criterion): readonly Missed[] => {
    const reached = threshold === undefined ? null : averageOfRows(rows, forms, averaging)
    if (threshold === undefined || !reached || !falls(reached, threshold)) return []
    return [{ criterion: id, reached, threshold }]
  })
  const { threshold } = rubric
  if (threshold === undefined || !falls(total, threshold)) return criteria
  return [...criteria, { criterion: null, reached: total, threshold }]
}

/** "C1 Excellence has 2.83, under its threshold of 3.00": as results are told; a mean that rounds to the threshold gets more decimals. */
export function missedSentence(rubric: Rubric, { criterion, reached, threshold }: Missed): string {
  const found = rubric.criteria.find(({ id }) => id === criterion)
  const what = found ? `${found.id} ${found.title}` : 'The score'
  const side = moreIsBetter(rubric) ? 'under' : 'over'
  const [has, needs] = shownApart(rubric, [reached, { sum: threshold, count: 1 }])
  return `${what} has ${has}, ${side} its threshold of ${needs}.`
}
