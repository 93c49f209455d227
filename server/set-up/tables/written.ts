import writeWorkbook from 'write-excel-file/universal'
import type { Table } from '../../../shared/set-up-tables/columns.ts'
import type { TableContent } from '../../../shared/set-up-tables/content.ts'
import { guarded } from '../../../shared/set-up-tables/guarded.ts'

export const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const
export type FileType = keyof typeof fileTypes

/** A table as a file. In CSV and XLSX no text of it can be taken for a formula. */
export async function written(table: Table, content: TableContent, type: FileType): Promise<Buffer> {
  switch (type) {
    case 'csv':
      return csv(content)
    case 'xlsx':
      return xlsx(table, content)
    case 'json':
      return json(content)
  }
}

/** With a byte order mark, by which Excel knows UTF-8, and RFC 4180's ends of lines. */
function csv({ header, rows }: TableContent): Buffer {
  const cell = (value: string | number | null): string => {
    const text = typeof value === 'string' ? guarded(value) : String(value ?? '')
    return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`)
  return Buffer.from(`\ufeff${lines.join('')}`)
}

async function xlsx({ title, columns }: Table, { header, rows }: TableContent): Promise<Buffer> {
  const sheet = [
    header.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) =>
        typeof value === 'string'
          ? { value: guarded(value), type: String, wrap: value.includes('\n') }
          : value,
      ),
    ),
  ]
  const widths = columns.map(({ key }) => ({ width: key === 'id' || key === 'role' ? 14 : 24 }))
  const workbook = await writeWorkbook(sheet, { sheet: title, columns: widths, stickyRowsCount: 1 }).toBlob()
  return Buffer.from(await workbook.arrayBuffer())
}

function json({ header, rows }: TableContent): Buffer {
  const entries = rows.map((row) => Object.fromEntries(header.map((title, at) => [title, row[at] ?? null])))
  return Buffer.from(`${JSON.stringify(entries, null, 2)}\n`)
}
