import { z } from 'zod'

/** What a cell of a file can hold. A date is a clock's reading as if it were UTC, in milliseconds since 1970: cells know no time zone. */
export const cellSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ date: z.number() }),
])

/** A file as rows of cells, before anybody knows what they mean. */
export const rawTableSchema = z.strictObject({
  kind: z.enum(['csv', 'xlsx', 'json']),
  /** In what characters a text was written, where it was not plain UTF-8. */
  encoding: z.enum(['Windows-1252', 'UTF-16']).nullable(),
  header: z.array(cellSchema),
  /** `line`: of a CSV its line, of a workbook its row, of JSON the entry's place, from 1. */
  rows: z.array(z.strictObject({ line: z.int().min(1), cells: z.array(cellSchema) })),
})

export type Cell = z.infer<typeof cellSchema>
export type RawTable = z.infer<typeof rawTableSchema>
export type FileKind = RawTable['kind']
