import { leastOf, rangeOf, type Row } from '../rubric/rubric.ts'
import { agreementIndex } from './agreement-index.ts'
import { averageDeviation, type AverageDeviation } from './average-deviation.ts'
import { away, type Away } from './away.ts'
import { disagreement, type Disagreement, type FlagRules } from './disagreement.ts'
import { panelLabel, type PanelLabel } from './panel-label.ts'

/** Whether a panel sees one row differently, by every measure that there is. Each is null where it says nothing. */
export interface RowMeasures {
  readonly row: Row
  /** What was given, in the order of the columns that count; who gave nothing is left out. */
  readonly points: readonly number[]
  readonly found: Disagreement | null
  readonly label: PanelLabel | null
  readonly away: Away | null
  readonly deviation: AverageDeviation | null
  /** a_wg, from −1 to 1. */
  readonly agreement: number | null
}

/** All measures of one row; points are whole units, from its least to its most. */
export function rowMeasures(row: Row, points: readonly number[], rules: FlagRules): RowMeasures {
  return {
    row,
    points,
    found: disagreement(row, points, rules),
    label: panelLabel(row.bands, points),
    away: away(points, rangeOf(row)),
    deviation: averageDeviation(points, rangeOf(row)),
    agreement: agreementIndex(points, { lowest: leastOf(row), highest: row.max }),
  }
}
