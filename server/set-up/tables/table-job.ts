import { z } from 'zod'
import { rawTableSchema } from '../../../shared/set-up-tables/raw-table.ts'

/** What the process that reads a table is told beside the file. */
export const tableJobSchema = z.strictObject({
  name: z.string(),
  /** What the XML of a workbook may unpack to, in bytes. */
  unpackedBytes: z.number(),
})

/** A place in the file, where the fault has one, and what is the matter. */
export const tableFaultSchema = z.strictObject({
  line: z.int().nullable(),
  column: z.string().nullable(),
  sentence: z.string(),
})

/** What that process answers: the file as rows, or why it is none. */
export const tableSaidSchema = z.union([
  z.strictObject({ table: rawTableSchema }),
  z.strictObject({ faults: z.array(tableFaultSchema).min(1) }),
])

export type TableJob = z.infer<typeof tableJobSchema>
export type TableSaid = z.infer<typeof tableSaidSchema>
