import type { z } from 'zod'
import { LogCorrupt } from './log-errors.ts'
import type { LogEntry } from './log.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Reads an entry that is one record, as JSON. Throws LogCorrupt where it is not such a record. */
export function readRecord<T>(schema: z.ZodType<T>, stream: string, { version, bytes }: LogEntry): T {
  const record = schema.safeParse(readJson(bytes))
  if (record.success) return record.data
  throw new LogCorrupt(
    `The log is damaged: entry ${version} of the stream ${stream} cannot be read. Nothing was changed. Put back the last good copy.`,
  )
}

/** What the bytes say; null where they are no JSON. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
}
