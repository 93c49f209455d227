import { exampleMark, type Column, type Table } from './columns.ts'
import { placeWord, type TableFault } from './preview.ts'
import type { Cell, RawTable } from './raw-table.ts'
import { tableLimits, tooManyRows } from './table-limits.ts'

/** A row whose cells are known by their columns. */
export interface HeadedRow {
  readonly line: number
  /** Null where the cell is empty. What the file has no column for is not asked for. */
  readonly cell: (key: string) => Cell
}

/** A table whose columns are known. */
export interface Headed {
  /** Whether the file has a column. */
  readonly has: (key: string) => boolean
  /** What the place of a row is called: "line 3". */
  readonly place: (line: number) => string
  readonly rows: readonly HeadedRow[]
  readonly notes: readonly string[]
  readonly faults: readonly TableFault[]
}

/** Finds out which column is which, and leaves out empty rows and the template's example. */
export function headed({ columns }: Table, raw: RawTable): Headed {
  const places = new Map<string, number>()
  const faults: TableFault[] = []
  const unknown: string[] = []
  raw.header.forEach((cell, at) => {
    const title = words(cell)
    if (title === '') return
    const column = columnOf(columns, title)
    if (!column) unknown.push(title)
    else if (places.has(column.key))
      faults.push(whole(`The column “${column.title}” stands there twice: as “${title}” again.`))
    else places.set(column.key, at)
  })
  const lacking = columns.filter(({ key, required }) => required && !places.has(key))
  if (lacking.length > 0) faults.unshift(whole(lackingSentence(lacking, raw.header)))

  const filled = raw.rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell)))
  const first = places.get(columns[0]?.key ?? '')
  const isExample = ({ cells }: RawTable['rows'][number]): boolean =>
    first !== undefined && words(cells[first] ?? null).toLowerCase() === exampleMark
  const rows = filled.filter((row) => !isExample(row))
  if (rows.length === 0 && faults.length === 0)
    faults.push(whole('There is nothing below the header. Fill in a row for each.'))
  if (rows.length > tableLimits.rows) faults.push(tooManyRows(rows.length))
  else faults.push(...rows.flatMap((row) => beside(raw, row)))
  return {
    has: (key) => places.has(key),
    place: (line) => `${placeWord(raw.kind)} ${line}`,
    rows: rows.map(({ line, cells }) => ({
      line,
      cell: (key) => {
        const cell = cells[places.get(key) ?? -1] ?? null
        return isBlank(cell) ? null : cell
      },
    })),
    notes: [
      ...(raw.encoding === null
        ? []
        : [`The file was read as ${raw.encoding}. Look whether names with accents are right.`]),
      ...filled
        .filter(isExample)
        .map(({ line }) => `The template’s example in ${placeWord(raw.kind)} ${line} was left out.`),
      ...unknown.map((title) => `The column “${title.slice(0, 60)}” is not known here and was left out.`),
    ],
    faults,
  }
}

/** What stands in a row where the header names no column: an amount like 250,000 that was not put in quotation marks, for one. */
function beside(
  { header, kind }: RawTable,
  { line, cells }: RawTable['rows'][number],
): readonly TableFault[] {
  const stray = cells.find((cell, at) => !isBlank(cell) && words(header[at] ?? null) === '')
  if (stray === undefined) return []
  const found = typeof stray === 'object' ? 'A date' : `“${words(stray).slice(0, 40)}”`
  const way =
    kind === 'csv'
      ? 'Put a cell that has a separator in it, as an amount like 250,000 has, in quotation marks; or give the column a title.'
      : 'Give the column a title, or empty the cell.'
  const sentence = `${found} stands where the first row names no column. ${way}`
  return [{ line, column: null, sentence }]
}

function columnOf(columns: readonly Column[], title: string): Column | undefined {
  const named = plain(title)
  return (
    columns.find((column) => plain(column.title) === named || plain(column.key) === named) ??
    columns.find(({ also }) => also.some((word) => plain(word) === named))
  )
}

function lackingSentence(lacking: readonly Column[], header: readonly Cell[]): string {
  const titles = lacking.map(({ title }) => `“${title}”`)
  const which =
    titles.length === 1
      ? `The column ${titles[0]} is missing.`
      : `The columns ${titles.slice(0, -1).join(', ')} and ${titles.at(-1)} are missing.`
  const there = header.map(words).filter((title) => title !== '')
  const found =
    there.length === 0
      ? 'none'
      : there
          .slice(0, 12)
          .map((title) => `“${title.slice(0, 40)}”`)
          .join(', ')
  return `${which} The first row names the columns; it has ${found}.`
}

/** A cell as one line of text. */
function words(cell: Cell): string {
  if (cell === null || typeof cell === 'object') return ''
  return String(cell).replaceAll(/\s+/g, ' ').trim()
}

function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '')
}

/** Without case, accents, spaces and signs. */
function plain(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

function whole(sentence: string): TableFault {
  return { line: null, column: null, sentence }
}
