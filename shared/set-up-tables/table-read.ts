import type { SetUpCommand } from '../competition/command-set-up.ts'
import type { PersonEntry } from './known.ts'
import type { TableChange, TableFault } from './preview.ts'

/** What the rows of a file come to. */
export interface TableRead {
  readonly faults: readonly TableFault[]
  readonly changes: readonly TableChange[]
  readonly same: number
  /** What is to be decided; null where the journal stays as it is. */
  readonly command: SetUpCommand | null
  /** What is to be written into the directory. */
  readonly entries: readonly PersonEntry[]
}

/** A change of some fields, or null where none differs. A new one names only what it has. */
export function changeOf(
  line: number,
  what: TableChange['what'],
  of: string,
  fields: TableChange['fields'],
): TableChange | null {
  const differing = fields.filter(({ from, to }) => from !== to)
  return what === 'new' || differing.length > 0 ? { line, what, of, fields: differing } : null
}
