/** The process that reads one document of an application. */
import { judged } from './made.ts'
import { jobSchema, type Made, type NotParsed, type Said } from './outcome.ts'
import { readAsChild } from './read-as-child.ts'
import { Unreadable, type Reader, type Reading } from './reading.ts'
import { isDamaged, isEmpty, type Readable } from './refusals.ts'
import { typeOf } from './type-of.ts'

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

await readAsChild({
  job: jobSchema,
  read: async (job, bytes, tell) => {
    const say = (said: Said): void => tell(said)
    const outcome = await read({ ...job, bytes, onPage: (page, of) => say({ page, of }) })
    if ('refused' in outcome) return say(outcome)
    const { text, ...head } = outcome.parsed
    say({ parsed: head })
    tell(text)
  },
  broken: ({ name }, detail) => isDamaged(name, detail),
})
