import { rowsOf, type Rubric } from '../../shared/rubric/rubric.ts'
import type { FlagRules } from '../../shared/statistics/disagreement.ts'
import { rowMeasures, type RowMeasures } from '../../shared/statistics/row-measures.ts'

/** All measures of a whole room, in the rubric's order. `columns` are the points by row of the seats that count, null where none were given. */
export function roomMeasures(
  rubric: Rubric,
  columns: readonly Readonly<Record<string, number | null>>[],
  rules: FlagRules,
): readonly RowMeasures[] {
  return rowsOf(rubric).map((row) => {
    const points = columns.map((scores) => scores[row.id] ?? null).filter((value) => value !== null)
    return rowMeasures(row, points, rules)
  })
}
