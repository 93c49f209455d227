import { readSheet } from 'read-excel-file/universal'
import { unguarded } from '../../../shared/set-up-tables/guarded.ts'
import type { TableFault } from '../../../shared/set-up-tables/preview.ts'
import type { Cell, RawTable } from '../../../shared/set-up-tables/raw-table.ts'
import { damaged, fileFault, unpacksTooLarge } from './file-faults.ts'
import { stored, unpackedXml, type StoredFile } from './stored-zip.ts'

/** Reads the first sheet of a workbook: dates and numbers as Excel stores them, of formulas what they came to when it was saved. */
export async function readXlsx(
  bytes: Uint8Array<ArrayBuffer>,
  { name, unpackedBytes }: { readonly name: string; readonly unpackedBytes: number },
): Promise<RawTable | readonly TableFault[]> {
  const files = unpackedXml(bytes, unpackedBytes)
  if (files === null) return [unpacksTooLarge(name, unpackedBytes)]
  const faults = uncomputed(files)
  if (faults.length > 0) return faults
  let sheet: readonly (readonly unknown[])[]
  try {
    sheet = await readSheet(stored(files))
  } catch {
    // Whatever its parser says, the file is to blame.
    return [damaged(name)]
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

/** Cells with a formula that no program has computed yet: they would be taken for empty ones. Looked for where there is one sheet. */
function uncomputed(files: readonly StoredFile[]): readonly TableFault[] {
  const [sheet, ...others] = files.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
  if (!sheet || others.length > 0) return []
  const cells = new TextDecoder().decode(sheet.content).matchAll(formulaAlone)
  return [...cells].map(([, column = '', row]) => ({
    ...fileFault(
      'The cell holds a formula without a result. Open the file in Excel and save it, or write the value itself.',
      Number(row),
    ),
    column,
  }))
}

const formulaAlone =
  /<c\b[^>]*\br="([A-Z]+)(\d+)"[^>]*>\s*<f\b(?:[^>]*\/>|[^>]*>[^<]*<\/f>)\s*(?:<v\s*\/>\s*)?<\/c>/g
