import type { TableName } from './columns.ts'
import { tables } from './columns.ts'
import { headed } from './header.ts'
import type { Desk, Known } from './known.ts'
import type { RawTable } from './raw-table.ts'
import { readAmounts, readApplications } from './read-applications.ts'
import { readConflicts } from './read-conflicts.ts'
import { readPanels } from './read-panels.ts'
import { readPeople } from './read-people.ts'
import type { TableRead } from './table-read.ts'

/**
 * What a file would change of a competition. With one fault it changes nothing: whole tables or nothing of them. Pure; the faults of rows are
 * in the order of the rows.
 */
export function readTable(
  name: TableName,
  raw: RawTable,
  known: Known,
  desk: Desk,
): TableRead & { readonly notes: readonly string[]; readonly rows: number } {
  const table = headed(tables[name], raw)
  const { notes, rows } = table
  if (table.faults.length > 0) return { ...nothing, faults: table.faults, notes, rows: rows.length }
  const read = readers[name](table, known, desk)
  const outcome = read.faults.length > 0 ? { ...read, command: null, entries: [] } : read
  return { ...outcome, notes, rows: rows.length }
}

const readers: Readonly<
  Record<TableName, (table: Parameters<typeof readPeople>[0], known: Known, desk: Desk) => TableRead>
> = {
  people: readPeople,
  applications: readApplications,
  panels: readPanels,
  conflicts: readConflicts,
  amounts: readAmounts,
}

const nothing: TableRead = { faults: [], changes: [], same: 0, command: null, entries: [] }
