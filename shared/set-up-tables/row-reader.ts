import { dollars, setUpId } from '../competition/setup.ts'
import { tables, type TableName } from './columns.ts'
import { momentOf, momentOfWall } from './dates.ts'
import type { HeadedRow } from './header.ts'
import type { TableFault } from './preview.ts'
import type { Cell } from './raw-table.ts'

/** Reads one row's cells and keeps what is wrong with them. */
export interface RowReader {
  readonly line: number
  readonly faults: readonly TableFault[]
  readonly fault: (key: string | null, sentence: string) => void
  readonly isEmpty: (key: string) => boolean
  /** One line of text, up to `most` characters; null where the cell is empty. */
  readonly text: (key: string, most: number) => string | null
  /** The same, where the cell must not be empty. */
  readonly needed: (key: string, most: number) => string | null
  readonly id: (key: string) => string | null
  /** Names, one a line; from lines, or from between semicolons. */
  readonly list: (key: string, most: number) => string
  readonly dollars: (key: string) => number | null
  readonly moment: (key: string, zone: string) => number | null
}

/** A reader for one row of a table. A cell that cannot be read is null, and there is a fault. */
export function rowReader(name: TableName, { line, cell }: HeadedRow): RowReader {
  const faults: TableFault[] = []
  const titleOf = (key: string): string =>
    tables[name].columns.find((column) => column.key === key)?.title ?? key
  const fault = (key: string | null, sentence: string): void => {
    faults.push({ line, column: key === null ? null : titleOf(key), sentence })
  }

  const text = (key: string, most: number): string | null => {
    const found = textOf(cell(key))
    if (typeof found === 'object' && found !== null) {
      fault(key, found.fault)
      return null
    }
    const words = plain(found ?? '')
    if (words.length > most) {
      fault(
        key,
        `“${start(words)}” has ${count(words.length)} characters; up to ${count(most)} can be taken.`,
      )
      return null
    }
    return words === '' ? null : words
  }

  return {
    line,
    faults,
    fault,
    isEmpty: (key) => cell(key) === null,
    text,
    needed: (key, most) => {
      if (cell(key) === null) fault(key, `${titleOf(key)} is empty.`)
      return text(key, most)
    },
    id: (key) => {
      const found = text(key, 80)
      if (found === null || setUpId.safeParse(found).success) return found
      fault(key, `“${start(found)}” is no id: up to 40 small letters, digits and hyphens.`)
      return null
    },
    list: (key, most) => {
      const found = textOf(cell(key))
      if (typeof found === 'object' && found !== null) {
        fault(key, found.fault)
        return ''
      }
      const names = namesIn(found ?? '').join('\n')
      if (names.length <= most) return names
      fault(key, `It has ${count(names.length)} characters; up to ${count(most)} can be taken.`)
      return ''
    },
    dollars: (key) => {
      const found = cell(key)
      if (found === null) return null
      const number = dollarsIn(found)
      if (number === null) fault(key, `“${shown(found)}” is not a whole number of dollars.`)
      else if (number < 0) fault(key, `“${shown(found)}” is less than nothing.`)
      else if (!dollars.safeParse(number).success)
        fault(key, `“${shown(found)}” is more than ${count(dollars.maxValue ?? 0)}.`)
      else return number
      return null
    },
    moment: (key, zone) => {
      const found = cell(key)
      if (found === null) return null
      const moment =
        typeof found === 'string'
          ? momentOf(found, zone)
          : typeof found === 'object'
            ? momentOfWall(found.date, zone)
            : null
      if (moment === null)
        fault(key, `“${shown(found)}” is no date. Write it like 2010-06-01 16:15, or 6/1/2010 4:15 PM.`)
      return moment
    },
  }
}

/** Names in a text: its lines, or where it has one line, what stands between semicolons. */
export function namesIn(text: string): readonly string[] {
  const lines = text.split(/\r\n?|\n/)
  const parts = lines.filter((line) => line.trim() !== '').length > 1 ? lines : text.split(';')
  return parts.map(plain).filter((part) => part !== '')
}

/** On one line, composed, without half characters. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** Numbers are names, too: an organization may be called 3. */
function textOf(cell: Cell): string | null | { readonly fault: string } {
  if (cell === null || typeof cell === 'string') return cell
  if (typeof cell === 'object')
    return { fault: 'The cell holds a date. Format it as text and write it again.' }
  return String(cell)
}

/** Thousands may be parted by commas or by spaces, a negative amount written with a sign or in brackets. */
function dollarsIn(cell: Cell): number | null {
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell : null
  if (typeof cell !== 'string') return null
  const words = cell.trim()
  const bare = /^\((.*)\)$/s.exec(words)?.[1] ?? words
  const found =
    /^([-−]?)\s?(?:US)?\s?\$?\s?([-−]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?:\s\d{3})+|\d+)(?:\.0{1,2})?$/i.exec(
      bare.trim(),
    )
  if (!found) return null
  const [, sign = '', second = '', digits = ''] = found
  const number = Number(digits.replaceAll(/[,\s]/g, ''))
  return sign === '' && second === '' && bare === words ? number : -number
}

function shown(cell: Cell): string {
  if (typeof cell === 'object' && cell !== null)
    return new Date(cell.date).toISOString().slice(0, 16).replace('T', ' ')
  return start(String(cell))
}

const start = (words: string): string =>
  words.length <= 60 ? words : `${words.slice(0, 60).toWellFormed()}…`
const count = (number: number): string => number.toLocaleString('en-US')
