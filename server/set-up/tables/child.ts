/** The process that reads one table. */
import { decodeText, encodingOf } from '../../import/parse/decode-text.ts'
import { readAsChild } from '../../import/parse/read-as-child.ts'
import { sniff, whatIs } from '../../import/parse/sniff.ts'
import type { TableFault } from '../../../shared/set-up-tables/preview.ts'
import type { RawTable } from '../../../shared/set-up-tables/raw-table.ts'
import { tableLimits, tooManyRows } from '../../../shared/set-up-tables/table-limits.ts'
import { damaged, emptyFile, fileFault, locked, otherKind } from './file-faults.ts'
import { tableJobSchema, type TableJob, type TableSaid } from './table-job.ts'

/** What a file is shows in what it holds; its ending only tells a JSON from a CSV where neither begins like one. */
async function read(
  job: TableJob,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<RawTable | readonly TableFault[]> {
  const { name } = job
  const content = sniff(bytes)
  if (content.is === 'locked') return [locked(name)]
  if (content.is === 'broken-zip') return [damaged(name)]
  const what = whatIs(content)
  if (what === 'an Excel workbook') {
    const { readXlsx } = await import('./read-xlsx.ts')
    return readXlsx(bytes, job)
  }
  const text = content.is === 'readable' && content.type === 'text' ? decodeText(bytes) : null
  if (text === null) return [otherKind(name, what)]
  if (text.replace(/^\ufeff/, '').trim() === '') return [emptyFile(name)]
  const encoding = encodings[encodingOf(bytes)]
  if (/\.json$/i.test(name.trim()) || /^\ufeff?\s*[[{]/.test(text)) {
    const { readJson } = await import('./read-json.ts')
    return readJson(text, encoding)
  }
  const { readCsv } = await import('./read-csv.ts')
  return listed(readCsv(text, encoding))
}

const encodings = {
  'utf-8': null,
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
} as const

function listed(outcome: RawTable | TableFault): RawTable | readonly TableFault[] {
  return 'sentence' in outcome ? [outcome] : outcome
}

/** As much as can be judged where a large table costs nobody else. */
function bounded(table: RawTable): RawTable | readonly TableFault[] {
  const { header, rows } = table
  const { rows: most, columns } = tableLimits
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== '')).length
  // One more may be the template's example.
  if (filled > most + 1) return [tooManyRows(filled)]
  if (header.length > columns || rows.some(({ cells }) => cells.length > columns))
    return [fileFault(`The file has more than ${columns} columns. Is it the right one?`)]
  return table
}

await readAsChild({
  job: tableJobSchema,
  read: async (job, bytes, tell) => {
    const say = (said: TableSaid): void => tell(said)
    const outcome = bytes.length === 0 ? [emptyFile(job.name)] : await read(job, bytes)
    const judged = 'kind' in outcome ? bounded(outcome) : outcome
    say('kind' in judged ? { table: judged } : { faults: [...judged] })
  },
  broken: ({ name }) => ({ faults: [damaged(name)] }) satisfies TableSaid,
})
