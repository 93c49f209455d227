import type { RoomColumn } from '../../client/room/room-columns.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'

export interface ColumnWishes {
  /** What was attested; without it what the column says now. */
  readonly attested?: FormRecord
  readonly excused?: boolean
  readonly yours?: boolean
}

/** A seat's column of a room as its pages hold it. */
export function roomColumn(
  seat: number,
  record: FormRecord,
  { attested = record, excused = false, yours = false }: ColumnWishes = {},
): RoomColumn {
  return {
    seat,
    label: `Reviewer ${seat}`,
    yours,
    excused,
    record,
    attested: attested.scores,
    signedAt: null,
  }
}

/** Columns of seats 1, 2 …, one for each record. */
export function roomColumns(records: readonly FormRecord[]): readonly RoomColumn[] {
  return records.map((record, at) => roomColumn(at + 1, record))
}
