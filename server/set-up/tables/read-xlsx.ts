import { InvalidSpreadsheetError, readSheet } from 'read-excel-file/universal'
import { unguarded } from '../../../shared/set-up-tables/guarded.ts'
import type { TableFault } from '../../../shared/set-up-tables/preview.ts'
import type { Cell, RawTable } from '../../../shared/set-up-tables/raw-table.ts'
import { damaged, fileFault, unpacksTooLarge } from './file-faults.ts'
import { storedXml } from './stored-zip.ts'

/** Reads the first sheet of a workbook: dates and numbers as Excel stores them, of formulas what they came to when it was saved. */
export async function readXlsx(
  bytes: Uint8Array<ArrayBuffer>,
  { name, unpackedBytes }: { readonly name: string; readonly unpackedBytes: number },
): Promise<RawTable | TableFault> {
  const archive = storedXml(bytes, unpackedBytes)
  if (archive === null) return unpacksTooLarge(name, unpackedBytes)
  let sheet: readonly (readonly unknown[])[]
  try {
    sheet = await readSheet(archive)
  } catch (error) {
    return (error instanceof InvalidSpreadsheetError ? cellFault(error.message) : null) ?? damaged(name)
  }
  const lines = sheet.map((cells, at) => ({ line: at + 1, cells: cells.map(cellOf) }))
  const [header, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell !== null))
  return { kind: 'xlsx', encoding: null, header: [...(header?.cells ?? [])], rows }
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return { date: value.getTime() }
  if (typeof value === 'string') return unguarded(value)
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** A cell that Excel itself would have filled: a formula that was never computed. */
function cellFault(message: string): TableFault | null {
  const found = /<c\/> at row (\d+), col (\d+): (?:VALUE_MISSING|VALUE_INVALID)/.exec(message)
  if (!found) return null
  const sentence =
    'The cell holds a formula without a result. Open the file in Excel and save it, or write the value itself.'
  return { ...fileFault(sentence, Number(found[1])), column: columnLetters(Number(found[2])) }
}

/** 1 is A, 27 is AA. */
function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`
}
