import { setUpCommandSchema, type SetUpCommand } from '../../../shared/competition/command-set-up.ts'
import { decideSetUp } from '../../../shared/competition/decide-set-up.ts'
import type { Person } from '../../../shared/competition/setup.ts'
import { canonicalHash } from '../../../shared/record/hash.ts'
import type { TableName } from '../../../shared/set-up-tables/columns.ts'
import type { Desk, PersonEntry } from '../../../shared/set-up-tables/known.ts'
import type { TableFault, TablePreview } from '../../../shared/set-up-tables/preview.ts'
import type { RawTable } from '../../../shared/set-up-tables/raw-table.ts'
import { readTable } from '../../../shared/set-up-tables/read-table.ts'
import { tableLimits } from '../../../shared/set-up-tables/table-limits.ts'
import type { Stage } from '../../stage.ts'
import { fileFault } from './file-faults.ts'
import { knownOf } from './known-of.ts'

/** What a file would do, and what is to be done for that. */
export interface Planned {
  readonly preview: TablePreview
  readonly command: SetUpCommand | null
  readonly entries: readonly PersonEntry[]
}

interface Asked {
  readonly table: TableName
  readonly raw: RawTable | readonly TableFault[]
  readonly stage: Stage
  readonly desk: Desk
  readonly person: Person
  /** The edition that what is sent began from. */
  readonly since: number | undefined
}

/** Plans what a file comes to on what the competition holds now. With a fault nothing is planned. */
export function planOf({ table, raw, stage, desk, person, since }: Asked): Planned {
  if (!('kind' in raw)) return planned(table, { ...nothing, faults: raw }, null)
  const read = readTable(table, raw, knownOf(stage, person), desk)
  const refused = read.faults.length > 0 ? null : wouldRefuse(stage, read.command, read.entries, person)
  const outcome =
    refused === null ? read : { ...read, faults: [fileFault(refused)], command: null, entries: [] }
  const zoned = stage.journal.state().setUp.zone !== null
  const timed = read.changes.some(({ fields }) => fields.some(({ column }) => column === 'Received'))
  const moved = read.changes.some(({ fields }) =>
    fields.some(({ column, from }) => column === 'E-mail' && from !== ''),
  )
  const notes = [...read.notes, ...(timed && !zoned ? [noZone] : []), ...(moved ? [newAddress] : [])]
  const plan = planned(table, { ...outcome, notes }, raw.kind)
  return {
    ...plan,
    command: plan.command && onlyFrom(plan.command, since ?? stage.journal.state().setUp.edition),
  }
}

/** A table is read over what there is: what somebody else saves before it is carried out is not overwritten unseen. */
function onlyFrom(command: SetUpCommand, since: number): SetUpCommand {
  return command.kind === 'applications.set' || command.kind === 'assignment.draft'
    ? { ...command, since }
    : command
}

const noZone =
  'The competition has no time zone yet: times that name none were read as UTC. Set it under Settings and import the file again.'

const newAddress =
  'Whose e-mail address changes signs in anew: links that went to the old one are void, and who came with them is signed out. Invite them again.'

const nothing = { faults: [], changes: [], same: 0, notes: [], rows: 0, command: null, entries: [] } as const

type Outcome = Pick<TablePreview, 'faults' | 'changes' | 'same' | 'notes' | 'rows'> & Omit<Planned, 'preview'>

function planned(table: TableName, outcome: Outcome, kind: TablePreview['kind']): Planned {
  const { command, entries, faults, changes, same, notes, rows } = outcome
  const digest = canonicalHash({ table, command, entries, faults, changes, same })
  const preview = { table, kind, rows, notes, faults, changes, same, digest, done: false }
  return { preview, command, entries }
}

/** What keeps a table from being carried out that no single row is to blame for. */
function wouldRefuse(
  { journal, rubric, roll }: Stage,
  command: SetUpCommand | null,
  entries: readonly PersonEntry[],
  person: Person,
): string | null {
  if (command?.kind === 'assignment.draft' && command.panels.length > 60)
    return 'A competition has up to 60 panels.'
  if (JSON.stringify(command).length > tableLimits.decidedLength)
    return 'The file holds more than can be taken at once. Split it.'
  const { text } = journal
  const decided =
    command && decideSetUp(journal.state(), command, { person, rubric, salt: () => noSalt, text })
  if (decided && 'refused' in decided) return decided.sentence
  const refusal = roll.directory.check(entries)
  if (refusal) return refusal.sentence
  // What was read from cells is within every limit; if not, that is a mistake of ours, and nothing is written.
  if (command) setUpCommandSchema.parse(command)
  return null
}

/** Nothing of a trial is kept. */
const noSalt = '0'.repeat(32)
