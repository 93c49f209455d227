/**
 * The process that reads one file and ends. What the file does to it, it does to nobody else: it may read the program's own
 * folders and nothing further, has no environment, starts nothing, and is killed from outside when it takes too much.
 */
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { setPriority } from 'node:os'
import { judged } from './made.ts'
import { jobSchema, type Made, type NotParsed, type Said } from './outcome.ts'
import { channels, exitCodes } from './process-terms.ts'
import { Unreadable, type Reader, type Reading } from './reading.ts'
import { isDamaged, isEmpty, type Readable } from './refusals.ts'
import { typeOf } from './type-of.ts'

const answers = new Socket({ fd: channels.answers, readable: false, writable: true })
const tell = (said: Said): void => void answers.write(`${JSON.stringify(said)}\n`)

function tellOutcome(outcome: Made | NotParsed): void {
  if ('refused' in outcome) return tell(outcome)
  const { text, ...head } = outcome.parsed
  tell({ parsed: head })
  answers.write(`${JSON.stringify(text)}\n`)
}

/** Each kind's parser alone is loaded. */
const readers: Readonly<Record<Readable, () => Promise<Reader>>> = {
  pdf: async () => (await import('./read-pdf.ts')).readPdf,
  docx: async () => (await import('./read-docx.ts')).readDocx,
  rtf: async () => (await import('./read-rtf.ts')).readRtf,
  markdown: async () => (await import('./read-markdown.ts')).readMarkdown,
  text: async () => (await import('./read-text.ts')).readText,
}

async function read(reading: Reading): Promise<Made | NotParsed> {
  const { bytes, name } = reading
  if (bytes.length === 0) return isEmpty(name)
  const type = typeOf(name, bytes)
  if (typeof type !== 'string') return type
  const reader = await readers[type]()
  try {
    return judged(await reader(reading), reading)
  } catch (error) {
    if (error instanceof Unreadable) return isDamaged(name, error.message)
    throw error
  }
}

// The server's own work comes first.
setPriority(10)
// The other end of this pipe is the server: when it ends, so does this.
process.stdin.on('close', () => process.exit(exitCodes.deserted)).resume()

const job = jobSchema.parse(JSON.parse(process.argv[2] ?? ''))
// A parser that fails outside of what was asked of it fails because of the file.
process.once('uncaughtException', (error) => {
  tell(isDamaged(job.name, error.stack ?? String(error)))
  answers.end(() => process.exit(0))
})
try {
  tellOutcome(
    await read({
      ...job,
      bytes: new Uint8Array(readFileSync(channels.file)),
      onPage: (page, of) => tell({ page, of }),
    }),
  )
  answers.end(() => process.exit(0))
} catch (error) {
  console.error(error)
  process.exit(exitCodes.mistake)
}
