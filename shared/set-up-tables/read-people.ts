import type { Person, Role } from '../competition/setup.ts'
import type { Headed } from './header.ts'
import { isOnPanel, type Desk, type Known, type KnownPerson, type PersonEntry } from './known.ts'
import { fold } from './named.ts'
import { rowReader, type RowReader } from './row-reader.ts'
import { changeOf, type TableRead } from './table-read.ts'

/** What files call each role. */
export const roleWords: Readonly<Record<Role, readonly string[]>> = {
  reviewer: ['reviewer', 'reader', 'panelist', 'peer reviewer'],
  monitor: ['monitor', 'panel monitor'],
  staff: ['staff', 'program staff', 'competition manager'],
  official: ['official', 'selecting official'],
}
const roles = ['reviewer', 'monitor', 'staff', 'official'] as const
const labels: Readonly<Record<Role, string>> = {
  reviewer: 'Reviewer',
  monitor: 'Panel monitor',
  staff: 'Program staff',
  official: 'Selecting official',
}

/** A row that was understood. */
interface PersonRow {
  readonly reader: RowReader
  readonly before: KnownPerson | undefined
  readonly person: Person
  readonly entry: PersonEntry | null
}

/** Reads a table of people: whoever has an id or an e-mail address that is known is changed, everybody else is new. */
export function readPeople(table: Headed, known: Known, desk: Desk): TableRead {
  const written = table.rows.map(({ cell }) => cell('label')).filter((label) => typeof label === 'string')
  const taken = new Set([...known.people.map(({ label }) => label), ...written].map(fold))
  const rows: PersonRow[] = []
  const readers: RowReader[] = []
  for (const row of table.rows) {
    const reader = rowReader('people', row)
    readers.push(reader)
    const read = readRow(reader, table, known, desk, taken)
    if (read) rows.push(read)
  }
  repeated(rows, table, known)
  const changes = rows.flatMap(({ reader, before, person, entry }) => {
    const was = before?.details ?? null
    const now = entry ?? was
    return (
      changeOf(reader.line, before ? 'changed' : 'new', called(person, now?.name), [
        { column: 'Role', from: before ? labels[before.role] : '', to: labels[person.role] },
        { column: 'Label', from: before?.label ?? '', to: person.label },
        { column: 'Name', from: was?.name ?? '', to: now?.name ?? '' },
        { column: 'E-mail', from: was?.email ?? '', to: now?.email ?? '' },
        { column: 'Organization', from: was?.organization ?? '', to: now?.organization ?? '' },
        { column: 'Home State', from: was?.home ?? '', to: now?.home ?? '' },
      ]) ?? []
    )
  })
  const set = rows.filter(
    ({ before, person }) => before?.role !== person.role || before.label !== person.label,
  )
  const entries = rows.flatMap(({ before, entry }) => (entry && !sameEntry(entry, before) ? [entry] : []))
  return {
    faults: readers.flatMap(({ faults }) => faults),
    changes,
    same: rows.length - changes.length,
    command: set.length === 0 ? null : { kind: 'people.set', people: set.map(({ person }) => person) },
    entries,
  }
}

function readRow(
  reader: RowReader,
  { has }: Headed,
  known: Known,
  desk: Desk,
  taken: Set<string>,
): PersonRow | null {
  const id = reader.id('id')
  const roleText = reader.needed('role', 80)
  const label = reader.text('label', 80)
  const [name, email] = [reader.text('name', 1_000), reader.text('email', 1_000)]
  const [organization, home] = [reader.text('organization', 1_000), reader.text('home', 1_000)]
  const given = desk.normal({ person: '', name: name ?? '', email, organization, home })
  const person = id ?? (given.email === null ? '' : idOf(given.email, known, desk))
  const before = known.people.find((each) => each.id === person)
  const was = before?.details ?? null
  // Who stands here without a name or an address, as the first of staff does, may stay so.
  const tells = email !== null || organization !== null || home !== null
  if (reader.isEmpty('name') && (!before || was !== null || tells)) reader.fault('name', 'Name is empty.')
  if (reader.isEmpty('email') && !(before && (was?.email ?? null) === null))
    reader.fault('email', 'E-mail is empty.')
  if (id === 'server') reader.fault('id', '“server” is nobody’s id.')
  const role = roleText === null ? null : roleOf(roleText)
  if (roleText !== null && role === null)
    reader.fault('role', `“${roleText}” is no role. Roles are reviewer, monitor, staff and official.`)
  if (before && role !== null && role !== before.role && isOnPanel(known, before.id))
    reader.fault('role', `${before.label} is on a panel and stays ${labels[before.role].toLowerCase()}.`)
  const entry: PersonEntry | null =
    name === null
      ? null
      : {
          ...given,
          person,
          organization: has('organization') ? given.organization : (was?.organization ?? null),
          home: has('home') ? given.home : (was?.home ?? null),
        }
  if (entry) entryFaults(reader, entry, desk)
  if (reader.faults.length > 0 || role === null) return null
  return {
    reader,
    before,
    person: {
      id: person,
      role,
      label: label ?? (before && before.role === role ? before.label : freeLabel(role, taken)),
    },
    entry,
  }
}

/**
 * The id of whoever has an address; for a new one it follows from the address. Who has that id and no name yet is the same person, in
 * an import that was cut short; who has it and another address by now is not.
 */
function idOf(email: string, { people }: Known, { idFor }: Desk): string {
  const known = people.find(({ details }) => details?.email === email)
  if (known) return known.id
  for (let turn = 1; ; turn += 1) {
    const id = idFor(turn === 1 ? email : `${email} ${turn}`)
    const other = people.find((person) => person.id === id)
    if (!other || other.details === null) return id
  }
}

/** Field by field, so that the fault stands at its column. */
function entryFaults(reader: RowReader, entry: PersonEntry, { faultOf }: Desk): void {
  const nobody: PersonEntry = { person: 'x', name: 'x', email: null, organization: null, home: null }
  for (const key of ['name', 'email', 'organization', 'home'] as const) {
    const sentence = faultOf({ ...nobody, [key]: entry[key] })
    if (sentence !== null) reader.fault(key, sentence.replace(/ \(x\)\.$/, '.').replace(/ of x has/, ' has'))
  }
}

/** What stands in two rows, or would be two people’s: an id, an address, a label. */
function repeated(rows: readonly PersonRow[], { place }: Headed, known: Known): void {
  const ids = new Map<string, number>()
  for (const { reader, person } of rows) {
    const first = ids.get(person.id)
    if (first === undefined) ids.set(person.id, reader.line)
    else reader.fault(null, `It is the same person as in ${place(first)}. Each stands there once.`)
  }
  const others = known.people.filter(({ id }) => !ids.has(id))
  const emails = new Map(
    others.flatMap(({ details, label }) => (details?.email ? [[details.email, label]] : [])),
  )
  const labelled = new Map(others.map(({ label }) => [fold(label), label]))
  for (const { reader, person, entry } of rows) {
    if (ids.get(person.id) !== reader.line) continue
    const email = entry?.email ?? null
    if (email !== null) {
      const owner = emails.get(email)
      if (owner !== undefined)
        reader.fault('email', `${email} is the address of ${owner} as well. Each needs one of their own.`)
      else emails.set(email, `the person in ${place(reader.line)}`)
    }
    const other = labelled.get(fold(person.label))
    if (other !== undefined)
      reader.fault('label', `“${person.label}” would be two people. Each is called differently.`)
    else labelled.set(fold(person.label), person.label)
  }
}

function roleOf(words: string): Role | null {
  const wanted = fold(words).replaceAll(/[-_]/g, ' ')
  return roles.find((role) => roleWords[role].includes(wanted)) ?? null
}

/** The next number that nobody of the role has. */
function freeLabel(role: Role, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const label = `${labels[role]} ${number}`
    if (taken.has(fold(label))) continue
    taken.add(fold(label))
    return label
  }
}

function called({ label }: Person, name: string | undefined): string {
  return name === undefined || name === '' ? label : `${label}, ${name}`
}

function sameEntry(entry: PersonEntry, before: KnownPerson | undefined): boolean {
  const was = before?.details
  return (
    was !== undefined &&
    was !== null &&
    (['name', 'email', 'organization', 'home'] as const).every((key) => was[key] === entry[key])
  )
}
