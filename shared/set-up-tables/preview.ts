import type { TableName } from './columns.ts'
import type { FileKind } from './raw-table.ts'

/** Why something of a file cannot be taken. */
export interface TableFault {
  /** Null where it concerns the file as a whole. */
  readonly line: number | null
  /** The title of the column. */
  readonly column: string | null
  readonly sentence: string
}

/** What a row would change. */
export interface TableChange {
  readonly line: number
  readonly what: 'new' | 'changed'
  /** Whom or what it is about, as pages call it. */
  readonly of: string
  readonly fields: readonly { readonly column: string; readonly from: string; readonly to: string }[]
}

/** What a file would do, or did. With one fault nothing of it can be taken. */
export interface TablePreview {
  readonly table: TableName
  /** Null where the file could not be read at all. */
  readonly kind: FileKind | null
  /** How many rows it has below its header. */
  readonly rows: number
  /** What is worth knowing and stops nothing. */
  readonly notes: readonly string[]
  readonly faults: readonly TableFault[]
  readonly changes: readonly TableChange[]
  /** Rows that say what is so already. */
  readonly same: number
  /** Names this very outcome: what is carried out is what was looked at. */
  readonly digest: string
  /** Whether it has been carried out. */
  readonly done: boolean
}

/** What a place in a file is called: "line 3" of a CSV, "row 3" of a workbook, "entry 3" of JSON. */
export function placeWord(kind: FileKind | null): 'line' | 'row' | 'entry' {
  return kind === 'xlsx' ? 'row' : kind === 'json' ? 'entry' : 'line'
}
