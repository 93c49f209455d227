import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { endWithThisProcess } from '../../cluster/end-with-this-process.ts'
import { readLines } from './answer-lines.ts'
import { saidSchema, type Job, type NotParsed, type Parsed, type ParseProgress } from './outcome.ts'
import type { ParseLimits } from './parse-limits.ts'
import { channels } from './process-terms.ts'
import { residentBytes } from './resident-bytes.ts'
import { isDamaged, textTooLong, tookTooLong, tookTooMuchMemory } from './refusals.ts'

const program = fileURLToPath(new URL('./child.ts', import.meta.url))
/** All that the process may read, beside the one file that it is handed open. */
const readableFolders = ['node_modules', 'shared', 'server/import', 'package.json']
/** A hostile file can have a gigabyte a second written to memory. */
const lookEveryMs = 50
/** V8 ends itself with the first three where memory runs out, the system a process with the last. */
const outOfMemory: readonly (NodeJS.Signals | null)[] = ['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGKILL']

export interface ReadingOptions {
  readonly name: string
  readonly limits: ParseLimits
  readonly onProgress: (progress: ParseProgress) => void
  readonly signal: AbortSignal | undefined
}

/**
 * Reads an open file in a process of its own and answers once that process is gone. Rejects with the signal's reason where it is
 * aborted, and where this program made a mistake.
 */
export function readInProcess(fd: number, options: ReadingOptions): Promise<Parsed | NotParsed> {
  const { name, limits, onProgress, signal } = options
  const child = start(fd, name, limits)
  const begun = performance.now()
  let outcome: Parsed | NotParsed | null = null
  let head: Omit<Parsed['parsed'], 'text'> | null = null
  let givenUp: NotParsed | Error | null = null
  let complaint = ''

  const giveUp = (why: NotParsed | Error): void => {
    givenUp ??= why
    child.kill('SIGKILL')
  }
  const late = (): void => giveUp(tookTooLong(name, performance.now() - begun))
  const wall = setTimeout(late, limits.wallMs)
  const quiet = setTimeout(late, limits.quietMs)
  const look = setInterval(() => {
    const bytes = child.pid === undefined ? null : residentBytes(child.pid)
    if (bytes !== null && bytes > limits.memoryBytes) giveUp(tookTooMuchMemory(name, limits.memoryBytes))
  }, lookEveryMs)
  const aborted = (): void => giveUp(asError(signal?.reason))
  signal?.addEventListener('abort', aborted, { once: true })

  readLines(child.stdio[channels.answers], limits.resultBytes, {
    onLine(line) {
      try {
        quiet.refresh()
        if (head) {
          outcome = { parsed: { ...head, text: line } }
          return
        }
        const said = saidSchema.parse(JSON.parse(line.toString('utf8')))
        if ('page' in said) onProgress(said)
        else if ('parsed' in said) head = said.parsed
        else outcome = said
      } catch (error) {
        giveUp(asError(error))
      }
    },
    onTooMuch: () => giveUp(textTooLong(name, limits.textLength)),
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4_000)
  })

  return new Promise<Parsed | NotParsed>((resolve, reject) => {
    child.once('error', (error) => (givenUp ??= error))
    child.once('close', (code, ended) => {
      clearTimeout(wall)
      clearTimeout(quiet)
      clearInterval(look)
      signal?.removeEventListener('abort', aborted)
      const answer = givenUp ?? outcome ?? unanswered(code, ended, complaint, options)
      if (answer instanceof Error) reject(answer)
      else resolve(answer)
    })
  })
}

function start(fd: number, name: string, limits: ParseLimits): ChildProcess {
  const { unpackedBytes, pages, blocks, textLength } = limits
  const job: Job = { name, unpackedBytes, pages, blocks, textLength }
  const child = spawn(process.execPath, [...readingFlags(limits), program, JSON.stringify(job)], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe', fd],
    // Nothing of this process's own: keys and addresses may stand there. Windows does not start a process without this one.
    env: process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {},
  })
  // A process that spins does not notice that its pipe ended.
  if (child.pid !== undefined && process.platform !== 'win32') endWithThisProcess(child, child.pid)
  return child
}

/** What Node is told of the process: it reads the program's own folders, writes and starts nothing, and runs no text as code. */
export function readingFlags({ heapBytes }: Pick<ParseLimits, 'heapBytes'>): string[] {
  const root = new URL('../../../', import.meta.url)
  return [
    '--permission',
    ...readableFolders.map((folder) => `--allow-fs-read=${fileURLToPath(new URL(folder, root))}`),
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${Math.round(heapBytes / (1024 * 1024))}`,
  ]
}

/** What it means that the process ended without an answer. */
function unanswered(
  code: number | null,
  ended: NodeJS.Signals | null,
  complaint: string,
  { name, limits }: ReadingOptions,
): NotParsed | Error {
  if (outOfMemory.includes(ended)) return tookTooMuchMemory(name, limits.heapBytes)
  if (ended !== null) return isDamaged(name, `The reading process ended by ${ended}. ${complaint}`)
  return new Error(`The reading process ended with ${code} and no answer: ${complaint}`)
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
