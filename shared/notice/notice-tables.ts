import type { Name, Names } from './notice-names.ts'
import { announcesDefinitions, columnRole, type Role } from './notice-roles.ts'
import type { Unit } from './notice-units.ts'

/** What cells of a table say of an item. */
export interface Told {
  readonly name: Name
  readonly role: Role
  readonly cells: Unit
}

/** Shorter cells hold points, marks and page numbers. */
const leastWords = 25
const marks = /^(?:points?|scores?|marks?|ratings?)\b/i

/**
 * What a table says of items: each line that names one in its first cells, column by column. Columns are told by their heads,
 * else by the section they stand in; what stands side by side in one role is taken as one.
 */
export function toldInTable(table: Unit, names: Names, section: Role | null): readonly Told[] {
  const [head = [], ...lines] = linesOf(table)
  const headed = named(head, names) === null
  const roles = head.map(({ text }) => (headed ? columnRole(text) : null))
  const said = roles.some((role) => role !== null)
  return (headed ? lines : [head, ...lines]).flatMap((cells) => {
    const found = named(cells, names)
    if (!found) return []
    const told: Told[] = []
    for (const [column, cell] of cells.entries()) {
      if (column < found.columns) continue
      const role = roles[column] ?? (said ? null : (section ?? 'passages'))
      if (!role) continue
      const before = told.at(-1)
      if (before?.role === role && before.cells.end + 1 === cell.start)
        told[told.length - 1] = { ...before, cells: span(table, before.cells.start, cell.end) }
      else told.push({ name: found.name, role, cells: cell })
    }
    return told.filter(({ cells: { text } }) => text.length >= leastWords)
  })
}

/** What all of a table is that names no item, by its head: guidance is how points are given. Null where the head does not say. */
export function tableRole(table: Unit): Exclude<Role, 'passages'> | null {
  const [first, ...rest] = linesOf(table)[0] ?? []
  if (first && rest.length > 0 && marks.test(first.text)) return 'guidance'
  const roles = [first, ...rest].map((cell) => columnRole(cell?.text ?? ''))
  return roles.find((role) => role === 'guidance' || role === 'evidence') ?? null
}

/** The terms of a table of terms and definitions, each with its line; none where it is another table. */
export function termsInTable(table: Unit, within: boolean): readonly { term: string; line: Unit }[] {
  const [head = [], ...lines] = linesOf(table)
  const says = head.length >= 2 && /\b(?:terms?|words?|expressions?)\b/i.test(head[0]?.text ?? '')
  const tells = announcesDefinitions(head[1]?.text ?? '') || /\bmeanings?\b/i.test(head[1]?.text ?? '')
  if (!within && !(says && tells)) return []
  return (says || tells ? lines : [head, ...lines]).flatMap((cells) => {
    const [term, ...rest] = cells
    const last = rest.at(-1)
    return term && last && term.text !== '' && last.end > last.start
      ? [{ term: term.text, line: span(table, term.start, last.end) }]
      : []
  })
}

function named(cells: readonly Unit[], names: Names): { name: Name; columns: number } | null {
  const [first, second] = cells
  if (!first) return null
  const name = names.atHead({ ...first, kind: 'heading' })
  if (name) return { name, columns: 1 }
  if (!second || first.text.length > 12) return null
  const whole = `${first.text.replace(/[.\s]+$/, '')}. ${second.text}`
  const both = names.atHead({ ...second, kind: 'heading', text: whole })
  return both && { name: both, columns: 2 }
}

function linesOf(table: Unit): readonly (readonly Unit[])[] {
  let start = table.start
  return table.text.split('\n').map((line) => {
    const cells = line.split('\t').map((text) => {
      const cell: Unit = { kind: 'table', level: null, start, end: start + text.length, text }
      start += text.length + 1
      return cell
    })
    return cells
  })
}

function span(table: Unit, start: number, end: number): Unit {
  return {
    kind: 'table',
    level: null,
    start,
    end,
    text: table.text.slice(start - table.start, end - table.start),
  }
}
