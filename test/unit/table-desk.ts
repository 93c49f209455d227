import { createHmac } from 'node:crypto'
import { entryFault, normalEntry } from '../../server/people/directory-entry.ts'
import type { Person } from '../../shared/competition/setup.ts'
import type { TableName } from '../../shared/set-up-tables/columns.ts'
import { contentOf } from '../../shared/set-up-tables/content.ts'
import type { Desk, Known, PersonEntry } from '../../shared/set-up-tables/known.ts'
import type { Cell, RawTable } from '../../shared/set-up-tables/raw-table.ts'
import { readTable } from '../../shared/set-up-tables/read-table.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'

const desk: Desk = {
  idFor: (email) => `p-${createHmac('sha256', 'key').update(email).digest('hex').slice(0, 12)}`,
  normal: normalEntry,
  faultOf: entryFault,
}

type Row = readonly Cell[]

/** A competition, its directory, and tables that are brought to it: no files, no server. */
export interface TableDesk {
  readonly play: SetUpPlay
  readonly known: () => Known
  /** What a table would come to. Rows stand in lines from 2 on. */
  readonly look: (table: TableName, header: Row, ...rows: readonly Row[]) => ReturnType<typeof readTable>
  /** The same, carried out; where it has a fault that is the test’s own. */
  readonly bring: (table: TableName, header: Row, ...rows: readonly Row[]) => ReturnType<typeof readTable>
  /** What a table holds now, brought in again. */
  readonly again: (table: TableName) => ReturnType<typeof readTable>
  readonly person: (
    label: string,
  ) => (Person & { readonly details: Known['people'][number]['details'] }) | undefined
}

export function openTableDesk(zone = 'America/New_York'): TableDesk {
  const play = startSetUp()
  const directory = new Map<string, PersonEntry>()
  const known = (): Known => {
    const { people, applications, draft, panels } = play.page()
    return {
      people: people.map((person) => ({ ...person, details: directory.get(person.id) ?? null })),
      applications,
      draft,
      panels,
      zone,
    }
  }
  const look: TableDesk['look'] = (table, header, ...rows) => {
    const lines = rows.map((cells, at) => ({ line: at + 2, cells: [...cells] }))
    const raw: RawTable = { kind: 'csv', encoding: null, header: [...header], rows: lines }
    return readTable(table, raw, known(), desk)
  }
  const bring: TableDesk['bring'] = (...given) => {
    const read = look(...given)
    if (read.faults.length > 0) throw new Error(JSON.stringify(read.faults))
    if (read.command) play.must('staff-1', read.command)
    for (const entry of read.entries) directory.set(entry.person, entry)
    return read
  }
  return {
    play,
    known,
    look,
    bring,
    again: (table) => {
      const { header, rows } = contentOf(table, known())
      return look(table, header, ...rows)
    },
    person: (label) => known().people.find((person) => person.label === label),
  }
}

/** The faults as "line column: sentence". */
export function told({ faults }: ReturnType<typeof readTable>): readonly string[] {
  return faults.map(({ line, column, sentence }) => `${line ?? '–'} ${column ?? '–'}: ${sentence}`)
}

/** The changes as "line what of: column from → to, …". */
export function changed({ changes }: ReturnType<typeof readTable>): readonly string[] {
  return changes.map(
    ({ line, what, of, fields }) =>
      `${line} ${what} ${of}: ${fields.map(({ column, from, to }) => `${column} ${from} → ${to}`).join(', ')}`,
  )
}
