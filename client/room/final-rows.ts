import { formTotal } from '../../shared/form/form-record.ts'
import { changedRows } from '../../shared/form/missing.ts'
import { rowsOf, type Row, type Rubric } from '../../shared/rubric/rubric.ts'
import type { RoomColumn } from './room-columns.ts'

/** One row of a final form: what was attested before the reveal, and what stands now. */
export interface FinalRow {
  readonly row: Row
  readonly attested: number | null
  readonly now: number | null
  readonly changed: boolean
}

/** All rows of a column, each with what it was. */
export function finalRows({ attested, record }: RoomColumn, rubric: Rubric): readonly FinalRow[] {
  const changed = new Set(changedRows(attested, record.scores, rubric))
  return rowsOf(rubric).map((row) => ({
    row,
    attested: attested[row.id] ?? null,
    now: record.scores[row.id] ?? null,
    changed: changed.has(row.id),
  }))
}

/** The sum of what was attested before the reveal. */
export function attestedTotal(rubric: Rubric, { attested }: RoomColumn): number {
  return formTotal(rubric, { scores: attested })
}
