import { open } from 'node:fs/promises'
import type { TableFault } from '../../../shared/set-up-tables/preview.ts'
import type { RawTable } from '../../../shared/set-up-tables/raw-table.ts'
import { runInProcess, type ProcessLimits } from '../../import/parse/in-process.ts'
import { tookTooMuch } from './file-faults.ts'
import { tableSaidSchema, type TableJob, type TableSaid } from './table-job.ts'

const mebibyte = 1024 * 1024

/** What reading one table may cost. A workbook of 10,000 rows unpacks to some 4 MB and takes a second. */
export const tableReading: ProcessLimits & { readonly unpackedBytes: number } = {
  wallMs: 30_000,
  quietMs: 30_000,
  heapBytes: 384 * mebibyte,
  memoryBytes: 640 * mebibyte,
  unpackedBytes: 48 * mebibyte,
  resultBytes: 24 * mebibyte,
}

/**
 * Reads a file as a table, in a process of its own that ends with the answer. Rejects where there is no such file, with the reason of
 * `signal` where that is aborted, and by mistakes of ours.
 */
export async function readTableFile(
  file: { readonly path: string; readonly name: string },
  options: { readonly signal?: AbortSignal; readonly limits?: Partial<typeof tableReading> } = {},
): Promise<RawTable | readonly TableFault[]> {
  const limits = { ...tableReading, ...options.limits }
  const job: TableJob = { name: file.name, unpackedBytes: limits.unpackedBytes }
  const opened = await open(file.path, 'r')
  try {
    const outcome = await runInProcess<TableSaid>(opened.fd, {
      program: new URL('./child.ts', import.meta.url),
      job,
      limits,
      signal: options.signal,
      onLine: (line) => tableSaidSchema.parse(JSON.parse(line.toString('utf8'))),
    })
    if ('gaveUp' in outcome) return [tookTooMuch(file.name)]
    return 'table' in outcome ? outcome.table : outcome.faults
  } finally {
    await opened.close()
  }
}
