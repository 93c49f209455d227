import { entriesOf } from '../application/place-entries.ts'
import { titlesOf } from '../application/place-headings.ts'
import { idParts } from '../application/place-ids.ts'
import type { Criterion, Row, Rubric } from '../rubric/rubric.ts'
import { standsApart } from './notice-trim.ts'
import { phraseOf, type Unit } from './notice-units.ts'

/** From where to where a text says something of a row. */
export interface RowRange {
  readonly row: string
  readonly start: number
  readonly end: number
}

interface Start {
  /** The number of the row in its criterion, and of the unit that it begins with. */
  readonly row: number
  readonly unit: number
}

const likeTitle = 0.6
/** "(ii)", "(A)(1)(ii)", "1.2", "b.": what stands before the words of a row. */
const lead =
  /^\s*(?:(?:[([][\p{L}\d]{1,5}[)\]]\s?){1,5}|[\p{L}\d]{1,4}(?:[.-][\p{L}\d]{1,4})+[.):]?|[\p{L}\d]{1,4}[.):])/u

/** The rows of a criterion, by its place in the rubric, in units that say something of it: by their labels in order, else by titles. */
export function rowFinder(rubric: Rubric): (entry: number, units: readonly Unit[]) => readonly RowRange[] {
  const titles = rubric.criteria.map((criterion) => titlesOf(entriesOf(rowsAsCriteria(rubric, criterion))))
  return (entry, units) => {
    const { rows, id } = rubric.criteria[entry] ?? { rows: [], id: '' }
    if (rows.length === 0 || (rows.length === 1 && rows[0]?.id === id)) return []
    const labelled = inOrder(units, rows)
    if (labelled.length < rows.length) {
      const inline = units.map((unit) => withinOne(unit, rows)).find((found) => found.length > 0)
      if (inline) return inline
    }
    const best = titles[entry]
    const starts = labelled.length > 0 || !best ? labelled : byTitle(units, (words) => best.best(words))
    return starts.flatMap(({ row, unit }, index) => {
      const to = starts[index + 1]?.unit ?? endOfLast(units, unit)
      const [own, first, last] = [rows[row], units[unit], units[to - 1]]
      return own && first && last ? [{ row: own.id, start: first.start, end: last.end }] : []
    })
  }
}

function inOrder(units: readonly Unit[], rows: readonly Row[]): readonly Start[] {
  const starts: Start[] = []
  for (const [unit, { text }] of units.entries()) {
    const row = (starts.at(-1)?.row ?? -1) + 1
    const next = rows[row]
    if (next && begins(text, next)) starts.push({ row, unit })
  }
  return starts
}

function begins(text: string, { label, id }: Row): boolean {
  const parts = idParts(lead.exec(text)?.[0] ?? '')
  return [label, id].some((name) => {
    const own = idParts(name)
    return own.length > 0 && own.every((part, index) => parts[index] === part)
  })
}

function byTitle(
  units: readonly Unit[],
  best: (words: string) => { readonly entry: number; readonly likeness: number } | null,
): readonly Start[] {
  const starts: Start[] = []
  for (const [unit, own] of units.entries()) {
    const words = unit > 0 ? phraseOf(own)?.words : undefined
    const found = words === undefined ? null : best(words)
    if (found && found.likeness >= likeTitle && found.entry > (starts.at(-1)?.row ?? -1))
      starts.push({ row: found.entry, unit })
  }
  return starts
}

/** All rows within one paragraph, "(i) …; and (ii) …"; none where one is missing. */
function withinOne({ text, start, end }: Unit, rows: readonly Row[]): readonly RowRange[] {
  const starts: number[] = []
  for (const { label } of rows) {
    const parts = idParts(label)
    if (parts.length === 0) return []
    const written = new RegExp(`(?<=[\\s(—–:;,-])[([]?${parts.join('[.)\\](-]*')}[)\\]]\\s`, 'g')
    written.lastIndex = (starts.at(-1) ?? -1) + 1
    const at = written.exec(text)?.index
    if (at === undefined) return []
    starts.push(at)
  }
  return rows.map(({ id }, row) => {
    const to = starts[row + 1] ?? end - start
    const from = starts[row] ?? 0
    return { row: id, start: start + from, end: start + from + text.slice(from, to).trimEnd().length }
  })
}

/** The number of the first unit after the last row: what stands apart below a row that is one sentence speaks of all rows. */
function endOfLast(units: readonly Unit[], unit: number): number {
  const head = units[unit]
  if (!head || phraseOf(head)?.whole) return units.length
  const apart = units.findIndex((own, at) => at > unit && standsApart(own, units[at - 1] ?? head))
  return apart < 0 ? units.length : apart
}

function rowsAsCriteria(rubric: Rubric, criterion: Criterion): Rubric {
  const criteria = criterion.rows.map((row) => ({
    ...criterion,
    id: row.id,
    title: row.title,
    short: row.short,
    summary: row.summary,
    rows: [row],
  }))
  return { ...rubric, criteria, priorities: [] }
}
