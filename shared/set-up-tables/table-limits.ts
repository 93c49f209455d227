import type { TableFault } from './preview.ts'

/** What a file with a table may be. */
export const tableLimits = {
  /** A table of 10,000 rows has about one; a workbook with pictures in it more. */
  bytes: 10 * 1024 * 1024,
  /** Each of 70 people on each of 41 applications is 2,870. */
  rows: 10_000,
  /** Columns of a row, used or not. */
  columns: 100,
  /** What all rows come to, as one decision in JSON: an entry of the log holds 4 MB, with the salts of its texts. */
  decidedLength: 2 * 1024 * 1024,
} as const

/** What is said of a file with more rows than that. */
export function tooManyRows(rows: number): TableFault {
  const count = (number: number): string => number.toLocaleString('en-US')
  const sentence = `The file has ${count(rows)} rows; up to ${count(tableLimits.rows)} can be taken at once. Split it.`
  return { line: null, column: null, sentence }
}
