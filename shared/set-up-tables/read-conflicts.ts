import type { SetUpCommand } from '../competition/command-set-up.ts'
import { limits } from '../protocol/limits.ts'
import type { Headed } from './header.ts'
import type { Known, KnownApplication, KnownPerson } from './known.ts'
import { applicationFinder, fold, personFinder, type Finder } from './named.ts'
import { rowReader, type RowReader } from './row-reader.ts'
import { changeOf, type TableRead } from './table-read.ts'

type Answer = Extract<SetUpCommand, { kind: 'conflict.record' }>['answers'][number]

const answerWords: Readonly<Record<Answer['answer'], readonly string[]>> = {
  certified: ['certified', 'certify', 'no conflict', 'none', 'no'],
  recused: ['recused', 'recuse', 'conflict', 'yes'],
  unsure: ['unsure', 'not sure', 'ask staff', '?'],
}
const answers = ['certified', 'recused', 'unsure'] as const
const shown: Readonly<Record<string, string>> = {
  open: '',
  certified: 'certified',
  recused: 'recused',
  unsure: 'not sure',
  cleared: 'cleared by staff',
}

/** Reads what people answered about conflicts elsewhere. Who has answered the same already stays as they are, with their own basis. */
export function readConflicts(table: Headed, known: Known): TableRead {
  const readers: RowReader[] = []
  const find = { person: personFinder(known.people), application: applicationFinder(known.applications) }
  const first = new Map<string, number>()
  const changed = table.rows.flatMap((row) => {
    const reader = rowReader('conflicts', row)
    readers.push(reader)
    const read = readRow(reader, known, find)
    if (!read) return []
    const line = first.get(`${read.application} ${read.person}`)
    if (line !== undefined)
      reader.fault(null, `It is the same answer as in ${table.place(line)}. Each stands there once.`)
    else first.set(`${read.application} ${read.person}`, reader.line)
    const before = shown[statusOf(known, read)] ?? ''
    const change = changeOf(reader.line, before === '' ? 'new' : 'changed', read.of, [
      { column: 'Answer', from: before, to: shown[read.answer] ?? '' },
      { column: 'Basis', from: '', to: read.reason },
    ])
    const { application, person, answer, reason } = read
    return change && !isSettled(statusOf(known, read), answer)
      ? [{ change, answer: { application, person, answer, reason } }]
      : []
  })
  const faults = readers.flatMap((reader) => reader.faults)
  return {
    faults,
    changes: changed.map(({ change }) => change),
    same: readers.filter((reader) => reader.faults.length === 0).length - changed.length,
    command:
      changed.length === 0 ? null : { kind: 'conflict.record', answers: changed.map(({ answer }) => answer) },
    entries: [],
  }
}

interface Finders {
  readonly person: Finder<KnownPerson>
  readonly application: Finder<KnownApplication>
}

function readRow(reader: RowReader, known: Known, find: Finders): (Answer & { readonly of: string }) | null {
  const who = reader.needed('person', 300)
  const what = reader.needed('application', 200)
  const said = reader.needed('answer', 40)
  const reason = reader.needed('basis', limits.reasonLength)
  const answer = said === null ? null : answers.find((each) => answerWords[each].includes(fold(said)))
  if (answer === undefined)
    reader.fault('answer', `“${said}” is no answer. Answers are certified, recused and not sure.`)
  const person = who === null ? null : find.person(who)
  const application = what === null ? null : find.application(what)
  if (person && 'fault' in person) reader.fault('person', person.fault)
  if (application && 'fault' in application) reader.fault('application', application.fault)
  if (!person || !application || 'fault' in person || 'fault' in application || !answer || reason === null)
    return null
  const read = { person: person.found.id, application: application.found.id, answer, reason }
  const before = statusOf(known, read)
  if (before === 'recused' && answer === 'certified')
    reader.fault(
      'answer',
      `${person.found.label} is recused from ${application.found.applicant}; staff alone undo that, under Conflicts.`,
    )
  if (before === 'unsure' && answer === 'certified')
    reader.fault(
      'answer',
      `${person.found.label} has asked staff about ${application.found.applicant}. Decide that under Conflicts.`,
    )
  return reader.faults.length > 0
    ? null
    : { ...read, of: `${person.found.label}, ${application.found.applicant}` }
}

/** Whether an answer says what is so already: also one of “not sure” that staff have decided since. */
function isSettled(before: string, answer: Answer['answer']): boolean {
  if (before === 'cleared') return answer !== 'recused'
  return before === answer || (before === 'recused' && answer === 'unsure')
}

function statusOf(
  { applications }: Known,
  { person, application }: Pick<Answer, 'person' | 'application'>,
): string {
  return applications.find(({ id }) => id === application)?.declared[person]?.status ?? 'open'
}
