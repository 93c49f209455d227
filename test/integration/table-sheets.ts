import writeWorkbook from 'write-excel-file/universal'

type Value = string | number | Date | null

/** A workbook as Excel would save it. Dates are what clocks show, as if it were UTC. */
export async function workbook(rows: readonly (readonly Value[])[]): Promise<Buffer> {
  const sheet = rows.map((row) =>
    row.map((value) => (value instanceof Date ? { value, type: Date, format: 'm/d/yyyy h:mm' } : value)),
  )
  return Buffer.from(await (await writeWorkbook(sheet).toBlob()).arrayBuffer())
}

/** Rows of plain cells as CSV. */
export function csvOf(rows: readonly (readonly string[])[], separator = ','): string {
  return rows.map((row) => row.join(separator)).join('\r\n')
}
