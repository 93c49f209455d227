import { tables, type TableName } from './columns.ts'
import { momentWords } from './dates.ts'
import type { Known } from './known.ts'

/** A table as rows of texts and numbers under its header. */
export interface TableContent {
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** What a competition holds of a table, so that taking it in again changes nothing. */
export function contentOf(name: TableName, known: Known): TableContent {
  return { header: headerOf(name), rows: rowsOf[name](known) }
}

/** A table to be filled in, with one example that is left out when it comes back. */
export function templateOf(name: TableName): TableContent {
  return { header: headerOf(name), rows: [tables[name].columns.map(({ example }) => example || null)] }
}

function headerOf(name: TableName): readonly string[] {
  return tables[name].columns.map(({ title }) => title)
}

const rowsOf: Readonly<Record<TableName, (known: Known) => TableContent['rows']>> = {
  people: ({ people }) =>
    people.map(({ id, role, label, details }) => [
      id,
      role,
      label,
      details?.name ?? null,
      details?.email ?? null,
      details?.organization ?? null,
      details?.home ?? null,
    ]),
  applications: ({ applications, zone }) =>
    applications.map(({ id, applicant, home, requested, received, involved }) => [
      id,
      applicant,
      home,
      requested,
      received === null ? null : momentWords(received, zone),
      involved.districts || null,
      involved.partners || null,
      involved.consultants || null,
      involved.signatories || null,
    ]),
  panels: (known) => {
    const { draft, panels, people, applications } = known
    const labelOf = (id: string | null): string | null =>
      people.find((person) => person.id === id)?.label ?? id
    return (draft?.panels ?? panels).map(({ id, title, monitor, reviewers }) => [
      id,
      title,
      labelOf(monitor),
      ...Array.from({ length: 9 }, (_, seat) => labelOf(reviewers[seat] ?? null)),
      applications
        .filter((application) => draft?.places[application.id] === id)
        .map((application) => application.id)
        .join('; ') || null,
    ])
  },
  conflicts: ({ applications, people }) =>
    applications.flatMap(({ id, declared }) =>
      people.flatMap((person) => {
        const said = declared[person.id]
        const answer = said && answers[said.status]
        return said && answer ? [[person.label, id, answer, said.reason ?? 'Answered here']] : []
      }),
    ),
  amounts: ({ applications }) =>
    applications.flatMap(({ id, requested }) => (requested === null ? [] : [[id, requested]])),
}

/** What staff have cleared is certified. */
const answers: Readonly<Record<string, string>> = {
  certified: 'certified',
  cleared: 'certified',
  recused: 'recused',
  unsure: 'not sure',
}
