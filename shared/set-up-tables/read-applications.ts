import { involvedKinds, type InvolvedKind } from '../competition/involved.ts'
import type { ApplicationEntry } from '../competition/set-up.ts'
import { momentWords } from './dates.ts'
import type { Headed } from './header.ts'
import type { Known, KnownApplication } from './known.ts'
import { applicationFinder, fold } from './named.ts'
import { namesIn, rowReader, type RowReader } from './row-reader.ts'
import { changeOf, type TableRead } from './table-read.ts'

interface ApplicationRow {
  readonly reader: RowReader
  readonly before: KnownApplication | undefined
  readonly entry: ApplicationEntry
}

const longestInvolved = 20_000

/** Reads a table of applications: one whose id or applicant is known is changed, every other is new. */
export function readApplications(table: Headed, known: Known): TableRead {
  const taken = new Set(known.applications.map(({ id }) => id))
  const readers: RowReader[] = []
  /** By id, or where there is none by applicant. */
  const first = new Map<string, number>()
  const rows = table.rows.flatMap((row): ApplicationRow[] => {
    const reader = rowReader('applications', row)
    readers.push(reader)
    const read = readRow(reader, table, known, taken)
    if (!read) return []
    const { id, applicant } = read.entry
    for (const key of [`id ${id}`, ...(row.cell('id') === null ? [`name ${fold(applicant)}`] : [])]) {
      const line = first.get(key)
      if (line === undefined) first.set(key, reader.line)
      else if (reader.faults.length === 0)
        reader.fault(null, `It is the same application as in ${table.place(line)}. Each stands there once.`)
    }
    return [read]
  })
  return { faults: readers.flatMap(({ faults }) => faults), ...asChanges(rows, known) }
}

/** Reads a table of requested amounts, for applications that are there. */
export function readAmounts(table: Headed, known: Known): TableRead {
  const readers: RowReader[] = []
  const find = applicationFinder(known.applications)
  const first = new Map<string, number>()
  const rows = table.rows.flatMap((row): ApplicationRow[] => {
    const reader = rowReader('amounts', row)
    readers.push(reader)
    const words = reader.needed('application', 200)
    const requested = reader.dollars('requested')
    if (requested === null && reader.faults.length === 0) reader.fault('requested', 'Requested is empty.')
    if (words === null) return []
    const named = find(words)
    if ('fault' in named) {
      reader.fault('application', named.fault)
      return []
    }
    const { found } = named
    const line = first.get(found.id)
    if (line !== undefined)
      reader.fault('application', `${found.applicant} stands in ${table.place(line)} already.`)
    else first.set(found.id, reader.line)
    return reader.faults.length > 0
      ? []
      : [{ reader, before: found, entry: { ...entryOf(found), requested } }]
  })
  return { faults: readers.flatMap(({ faults }) => faults), ...asChanges(rows, known) }
}

function asChanges(rows: readonly ApplicationRow[], { zone }: Known): Omit<TableRead, 'faults'> {
  const moment = (at: number | null | undefined): string => (at == null ? '' : momentWords(at, zone))
  const amount = (dollars: number | null | undefined): string =>
    dollars == null ? '' : `$${dollars.toLocaleString('en-US')}`
  const changed = rows.flatMap(({ reader, before, entry }) => {
    const change = changeOf(reader.line, before ? 'changed' : 'new', entry.applicant, [
      { column: 'Id', from: before?.id ?? '', to: entry.id },
      { column: 'Applicant', from: before?.applicant ?? '', to: entry.applicant },
      { column: 'Home State', from: before?.home ?? '', to: entry.home ?? '' },
      { column: 'Requested', from: amount(before?.requested), to: amount(entry.requested) },
      { column: 'Received', from: moment(before?.received), to: moment(entry.received) },
      ...involvedKinds.map((kind) => ({
        column: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
        from: before?.involved[kind] ?? '',
        to: entry.involved[kind],
      })),
    ])
    return change ? [{ change, entry }] : []
  })
  const applications = changed.map(({ entry }) => entry)
  return {
    changes: changed.map(({ change }) => change),
    same: rows.length - changed.length,
    command: applications.length === 0 ? null : { kind: 'applications.set', applications },
    entries: [],
  }
}

function readRow(
  reader: RowReader,
  { has }: Headed,
  known: Known,
  taken: Set<string>,
): ApplicationRow | null {
  const id = reader.id('id')
  const applicant = reader.needed('applicant', 120)
  const home = reader.text('home', 80)
  const requested = reader.dollars('requested')
  const received = reader.moment('received', known.zone)
  const involved = Object.fromEntries(
    involvedKinds.map((kind) => [kind, reader.list(kind, longestInvolved)]),
  ) as Record<InvolvedKind, string>
  if (applicant === null || reader.faults.length > 0) return null
  const named = known.applications.filter((each) =>
    id === null ? fold(each.applicant) === fold(applicant) : each.id === id,
  )
  if (named.length > 1) {
    reader.fault('applicant', `“${applicant}” are several applications. Give the id.`)
    return null
  }
  const [before] = named
  if (before?.opened && before.applicant !== applicant && fold(before.applicant) !== fold(applicant))
    reader.fault('applicant', `${before.applicant} is open to its panel and keeps its name.`)
  const was = before && entryOf(before)
  return {
    reader,
    before,
    entry: {
      id: id ?? before?.id ?? idOf(applicant, taken),
      // Capitals alone are no other name.
      applicant: before && id === null ? before.applicant : applicant,
      home: has('home') ? home : (was?.home ?? null),
      requested: has('requested') ? requested : (was?.requested ?? null),
      received: has('received') ? received : (was?.received ?? null),
      involved: Object.fromEntries(
        involvedKinds.map((kind) => [
          kind,
          has(kind) && !sameNames(was?.involved[kind], involved[kind])
            ? involved[kind]
            : (was?.involved[kind] ?? ''),
        ]),
      ) as Record<InvolvedKind, string>,
    },
  }
}

/** An application that is there, as a whole entry. */
function entryOf({ id, applicant, home, requested, received, involved }: KnownApplication): ApplicationEntry {
  return { id, applicant, home, requested, received, involved }
}

/** Whether two lists name the same, however they were written down. */
function sameNames(before: string | undefined, now: string): boolean {
  return before !== undefined && namesIn(before).join('\n') === now
}

/** An id of small letters, digits and hyphens that says whom it is about; numbered where that is taken. */
function idOf(applicant: string, taken: Set<string>): string {
  const plain = applicant
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  const stem = plain.slice(0, 34).replace(/-+$/, '') || 'application'
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`
    if (taken.has(id)) continue
    taken.add(id)
    return id
  }
}
