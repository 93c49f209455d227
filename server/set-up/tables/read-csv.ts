import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import type { TableFault } from '../../../shared/set-up-tables/preview.ts'
import { unguarded } from '../../../shared/set-up-tables/guarded.ts'
import type { RawTable } from '../../../shared/set-up-tables/raw-table.ts'
import { fileFault } from './file-faults.ts'

const separators = [',', ';', '\t'] as const

/** Reads rows with commas, semicolons or tabs between their cells: whichever stands most often in the first line. */
export function readCsv(text: string, encoding: RawTable['encoding']): RawTable | TableFault {
  const rows: RawTable['rows'] = []
  let done = 0
  try {
    parse(text.replace(/^\ufeff/, ''), {
      delimiter: separatorOf(text),
      relax_column_count: true,
      // A row begins after the line in which the one before ended: a cell can hold several lines.
      on_record: (record: readonly string[], { lines }) => {
        const line = done + 1
        done = lines
        if (record.some((cell) => cell.trim() !== '')) rows.push({ line, cells: record.map(unguarded) })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return fileFault(
      quoteSentences[error.code] ?? 'The file breaks off, or is no CSV, from here on.',
      done + 1,
    )
  }
  const [header, ...below] = rows
  return { kind: 'csv', encoding, header: header?.cells ?? [], rows: below }
}

const quoteSentences: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'A quotation mark (") is opened in this row and never closed. Close it, or write it twice where it is meant.',
  CSV_INVALID_CLOSING_QUOTE:
    'Something stands after a closing quotation mark ("). Write a quotation mark twice where it is meant.',
  INVALID_OPENING_QUOTE:
    'A quotation mark (") stands in the middle of a cell. Put the whole cell in quotation marks and write it twice.',
}

function separatorOf(text: string): string {
  const line = (/^\ufeff?\s*(.*)$/m.exec(text)?.[1] ?? '').replaceAll(/"[^"]*"/g, '')
  const counts = separators.map((separator) => ({ separator, times: line.split(separator).length }))
  return counts.toSorted((left, right) => right.times - left.times)[0]?.separator ?? ','
}
