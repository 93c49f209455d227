import { cleanText } from '../../../shared/application/clean-text.ts'
import type { TableFault } from '../../../shared/set-up-tables/preview.ts'
import { tableLimits } from '../../../shared/set-up-tables/table-limits.ts'

/** What is the matter with a file as a whole, for whoever chose it. */

export const kinds = 'CSV, Excel (XLSX) and JSON can be taken.'

export function fileFault(sentence: string, line: number | null = null): TableFault {
  return { line, column: null, sentence }
}

export function emptyFile(name: string): TableFault {
  return fileFault(`${called(name)} is empty.`)
}

export function tooLarge(): TableFault {
  return fileFault(
    `The file has more than ${tableLimits.bytes / 1024 / 1024} MB, which no table needs. Take pictures and other sheets out of it, or split it.`,
  )
}

export function otherKind(name: string, what: string | null): TableFault {
  return fileFault(`${called(name)} ${what === null ? 'is no table' : `is ${what}`}. ${kinds}`)
}

export function locked(name: string): TableFault {
  return fileFault(`${called(name)} is protected by a password. Save a copy that opens without one.`)
}

export function damaged(name: string): TableFault {
  return fileFault(
    `${called(name)} cannot be read: it is damaged or not whole. Open it where it was made and save it again.`,
  )
}

export function unpacksTooLarge(name: string, most: number): TableFault {
  return fileFault(
    `${called(name)} unpacks to more than ${Math.ceil(most / 1024 / 1024)} MB, or cannot be unpacked. Copy the table into a new workbook and save that.`,
  )
}

export function tookTooMuch(name: string): TableFault {
  return fileFault(
    `${called(name)} takes too long or too much memory to read, and was given up. Copy the table into a new workbook, or save it as CSV.`,
  )
}

/** Names come from anywhere: on one line, and not longer than a sentence bears. */
export function called(name: string): string {
  const line = cleanText(name).replaceAll(/\s+/g, ' ').trim()
  if (line === '') return 'The file'
  return line.length <= 80 ? line : `${line.slice(0, 50).toWellFormed()}…${line.slice(-20).toWellFormed()}`
}
