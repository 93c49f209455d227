import type { DraftPanel } from '../competition/set-up.ts'
import type { Headed } from './header.ts'
import type { Known, KnownApplication, KnownPerson } from './known.ts'
import { applicationFinder, fold, personFinder, type Finder, type Named } from './named.ts'
import { namesIn, rowReader, type RowReader } from './row-reader.ts'
import { changeOf, type TableRead } from './table-read.ts'

interface PanelRow {
  readonly reader: RowReader
  readonly before: DraftPanel | undefined
  readonly panel: DraftPanel
  /** The applications that it reads; null where the file does not say. */
  readonly reads: readonly string[] | null
}

const seats = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((seat) => `reviewer${seat}`)

/** Reads a table of panels, a row for each, into a draft. Panels that the file does not name stay as they are drafted. */
export function readPanels(table: Headed, known: Known): TableRead {
  const readers: RowReader[] = []
  const find = { person: personFinder(known.people), application: applicationFinder(known.applications) }
  const drafted = known.draft?.panels ?? known.panels
  const places = known.draft?.places ?? {}
  const panelLines = new Map<string, number>()
  const applicationLines = new Map<string, number>()
  const rows = table.rows.flatMap((row): PanelRow[] => {
    const reader = rowReader('panels', row)
    readers.push(reader)
    const read = readRow(reader, table, { known, drafted, find })
    if (!read) return []
    const line = panelLines.get(read.panel.id)
    if (line !== undefined) reader.fault('panel', `The panel stands in ${table.place(line)} already.`)
    else panelLines.set(read.panel.id, reader.line)
    for (const application of read.reads ?? []) {
      const other = applicationLines.get(application)
      if (other !== undefined)
        reader.fault(
          'applications',
          `${applicantOf(known, application)} is on the panel in ${table.place(other)} already.`,
        )
      else applicationLines.set(application, reader.line)
    }
    atWork(reader, read, known, places)
    return reader.faults.length > 0 ? [] : [read]
  })

  const changes = rows.flatMap((row) => changeFor(row, known, places) ?? [])
  const read = new Map(rows.map((row) => [row.panel.id, row]))
  const panels = [
    ...drafted.map((panel) => read.get(panel.id)?.panel ?? panel),
    ...rows.filter(({ before }) => !before).map(({ panel }) => panel),
  ]
  return {
    faults: readers.flatMap(({ faults }) => faults),
    changes,
    same: rows.length - changes.length,
    command:
      changes.length === 0
        ? null
        : { kind: 'assignment.draft', panels, places: placesAfter(rows, places), seed: null },
    entries: [],
  }
}

/** Which panel reads each application, once the rows that say so are in. */
function placesAfter(
  rows: readonly PanelRow[],
  before: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const said = rows.filter(({ reads }) => reads !== null)
  const emptied = new Set(said.map(({ panel }) => panel.id))
  const now = said.flatMap(({ panel, reads }) =>
    (reads ?? []).map((application) => [application, panel.id] as const),
  )
  const kept = Object.entries(before).filter(([, panel]) => !emptied.has(panel))
  return Object.fromEntries([...kept, ...now])
}

interface Drafting {
  readonly known: Known
  readonly drafted: readonly DraftPanel[]
  readonly find: { readonly person: Finder<KnownPerson>; readonly application: Finder<KnownApplication> }
}

function readRow(reader: RowReader, { has }: Headed, { known, drafted, find }: Drafting): PanelRow | null {
  const words = reader.needed('panel', 80)
  const title = reader.text('title', 80)
  const monitorWords = reader.text('monitor', 300)
  const monitor = monitorWords === null ? null : memberOf(reader, 'monitor', find.person(monitorWords))
  const reviewers = seats.flatMap((key) => {
    const found = reader.text(key, 300)
    const person = found === null ? null : memberOf(reader, key, find.person(found))
    return person === null ? [] : [{ key, person }]
  })
  reviewers.forEach(({ key, person }, at) => {
    if (reviewers.findIndex((other) => other.person === person) === at) return
    reader.fault(key, `${labelOf(known, person)} has two seats on the panel.`)
  })
  const reads = has('applications') ? readsOf(reader, find.application) : null
  if (words === null) return null
  const before = drafted.find((panel) => panel.id === words || fold(panel.title) === fold(words))
  const id = before?.id ?? idOf(words)
  if (id === null) reader.fault('panel', `“${words}” cannot be an id. Use letters and digits, as panel-1.`)
  if (reader.faults.length > 0 || id === null) return null
  return {
    reader,
    before,
    reads,
    panel: {
      id,
      title: title ?? before?.title ?? words,
      monitor,
      reviewers: reviewers.map(({ person }) => person),
    },
  }
}

function memberOf(reader: RowReader, key: string, named: Named<KnownPerson>): string | null {
  const role = key === 'monitor' ? 'monitor' : 'reviewer'
  if ('fault' in named) {
    reader.fault(key, named.fault)
    return null
  }
  const { found } = named
  if (found.role === role) return found.id
  reader.fault(key, `${found.label} is no ${role === 'monitor' ? 'panel monitor' : 'reviewer'}.`)
  return null
}

function readsOf(reader: RowReader, find: Finder<KnownApplication>): readonly string[] {
  return namesIn(reader.list('applications', 20_000)).flatMap((words) => {
    const named = find(words)
    if ('found' in named) return [named.found.id]
    reader.fault('applications', named.fault)
    return []
  })
}

/** What is at work stays: the seats of a panel that has opened an application, and where that is read. */
function atWork(
  reader: RowReader,
  { panel, reads }: PanelRow,
  known: Known,
  places: Readonly<Record<string, string>>,
): void {
  const opened = known.panels.find(({ id }) => id === panel.id)
  if (opened && (opened.monitor !== panel.monitor || opened.reviewers.join() !== panel.reviewers.join()))
    reader.fault('panel', `${opened.title} is at work. Change its seats on the application’s own page.`)
  for (const { id, applicant, opened: isOpen } of known.applications) {
    const there = places[id]
    const now = reads?.includes(id) ?? there === panel.id
    if (isOpen && there !== undefined && (there === panel.id) !== now)
      reader.fault('applications', `${applicant} is open to its panel and stays there.`)
  }
}

function changeFor(
  { reader, before, panel, reads }: PanelRow,
  known: Known,
  places: Readonly<Record<string, string>>,
) {
  const members = (ids: readonly string[]): string => ids.map((id) => labelOf(known, id)).join('; ')
  const readBefore = known.applications.filter(({ id }) => places[id] === panel.id).map(({ id }) => id)
  const applicants = (ids: readonly string[]): string =>
    known.applications
      .filter(({ id }) => ids.includes(id))
      .map(({ applicant }) => applicant)
      .join('; ')
  return changeOf(reader.line, before ? 'changed' : 'new', panel.title, [
    { column: 'Title', from: before?.title ?? '', to: panel.title },
    {
      column: 'Monitor',
      from: before?.monitor ? labelOf(known, before.monitor) : '',
      to: panel.monitor ? labelOf(known, panel.monitor) : '',
    },
    { column: 'Reviewers', from: members(before?.reviewers ?? []), to: members(panel.reviewers) },
    { column: 'Applications', from: applicants(readBefore), to: applicants(reads ?? readBefore) },
  ])
}

function labelOf({ people }: Known, id: string): string {
  return people.find((person) => person.id === id)?.label ?? id
}

function applicantOf({ applications }: Known, id: string): string {
  return applications.find((application) => application.id === id)?.applicant ?? id
}

function idOf(words: string): string | null {
  const id = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  return id === '' ? null : id
}
