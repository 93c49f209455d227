import { parseArgs } from 'node:util'
import { documentKinds, documentTitleSchema, type DocumentKind } from '../../shared/application/document.ts'

/** What the command line asks for. */
export interface Asked {
  /** The application's id. */
  readonly application: string
  readonly kind: DocumentKind | null
  /** Of the one file there is then. */
  readonly title: string | null
  readonly files: readonly string[]
  /** The flags that name folders and the log, as the server takes them. */
  readonly server: readonly string[]
}

const usage =
  'Say to which application, and which files: npm run import -- --application maine narrative.pdf budget.docx  ' +
  `(--kind ${documentKinds.join('|')}, --title of a single file, --data, --files and REDIS_URL as for npm start)`

const options = {
  application: { type: 'string' },
  kind: { type: 'string' },
  title: { type: 'string' },
  data: { type: 'string' },
  files: { type: 'string' },
  'accept-redis-risk': { type: 'boolean' },
} as const

/** Reads the flags of `npm run import`. A fault is a sentence that names what is wrong and what there is. */
export function readAsked(args: readonly string[]): Asked | { readonly fault: string } {
  let read
  try {
    read = parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    if (error instanceof TypeError) return { fault: usage }
    throw error
  }
  const { values, positionals: files } = read
  const { application, title = null } = values
  if (application === undefined || files.length === 0) return { fault: usage }
  const kind = documentKinds.find((candidate) => candidate === values.kind) ?? null
  if (values.kind !== undefined && kind === null)
    return { fault: `There is no kind “${values.kind}”. There are ${documentKinds.join(', ')}.` }
  if (title !== null && files.length > 1)
    return { fault: `A title names one file, and there are ${files.length}.` }
  if (title !== null && !documentTitleSchema.safeParse(title).success)
    return { fault: 'A title has up to 120 characters.' }
  const server = [
    ...(values.data === undefined ? [] : ['--data', values.data]),
    ...(values.files === undefined ? [] : ['--files', values.files]),
    ...(values['accept-redis-risk'] ? ['--accept-redis-risk'] : []),
  ]
  return { application, kind, title: title?.trim() ?? null, files, server }
}
