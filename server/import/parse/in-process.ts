import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { endWithThisProcess } from '../../cluster/end-with-this-process.ts'
import { readLines } from './answer-lines.ts'
import type { ParseLimits } from './parse-limits.ts'
import { residentBytes } from './resident-bytes.ts'
import { channels } from './process-terms.ts'

/** All that the process may read, beside the one file that it is handed open. */
const readableFolders = ['node_modules', 'shared', 'server/import', 'server/set-up/tables', 'package.json']
/** A hostile file can have a gigabyte a second written to memory. */
const lookEveryMs = 50
/** V8 ends itself with the first three where memory runs out, the system a process with the last. */
const outOfMemory: readonly (NodeJS.Signals | null)[] = ['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGKILL']

/** What reading may cost: see ParseLimits. */
export type ProcessLimits = Pick<
  ParseLimits,
  'wallMs' | 'quietMs' | 'heapBytes' | 'memoryBytes' | 'resultBytes'
>

/** Why reading was given up: too long in milliseconds, too much memory or too long an answer in bytes, or what broke. */
export type GivenUp =
  | { readonly gaveUp: 'time'; readonly ms: number }
  | { readonly gaveUp: 'memory'; readonly bytes: number }
  | { readonly gaveUp: 'answer' }
  | { readonly gaveUp: 'broken'; readonly detail: string }

interface Running<T> {
  /** The program that reads, by its file. */
  readonly program: URL
  /** What it is told beside the file. */
  readonly job: unknown
  readonly limits: ProcessLimits
  readonly signal: AbortSignal | undefined
  /** Told each line of the answer; gives the outcome with the line that completes it, else null. What it throws is a mistake. */
  readonly onLine: (line: Buffer) => T | null
}

/**
 * Reads an open file in a process of its own and answers once that process is gone. Rejects with the signal's reason where it is
 * aborted, and where this program made a mistake.
 */
export function runInProcess<T>(
  fd: number,
  { program, job, limits, signal, onLine }: Running<T>,
): Promise<T | GivenUp> {
  const child = start(fd, { program, job, limits })
  const begun = performance.now()
  let outcome: T | null = null
  let givenUp: GivenUp | Error | null = null
  let complaint = ''

  const giveUp = (why: GivenUp | Error): void => {
    givenUp ??= why
    child.kill('SIGKILL')
  }
  const late = (): void => giveUp({ gaveUp: 'time', ms: performance.now() - begun })
  const wall = setTimeout(late, limits.wallMs)
  const quiet = setTimeout(late, limits.quietMs)
  const look = setInterval(() => {
    const bytes = child.pid === undefined ? null : residentBytes(child.pid)
    if (bytes !== null && bytes > limits.memoryBytes) giveUp({ gaveUp: 'memory', bytes: limits.memoryBytes })
  }, lookEveryMs)
  const aborted = (): void => giveUp(asError(signal?.reason))
  signal?.addEventListener('abort', aborted, { once: true })

  readLines(child.stdio[channels.answers], limits.resultBytes, {
    onLine(line) {
      try {
        quiet.refresh()
        outcome = onLine(line) ?? outcome
      } catch (error) {
        giveUp(asError(error))
      }
    },
    onTooMuch: () => giveUp({ gaveUp: 'answer' }),
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4_000)
  })

  return new Promise<T | GivenUp>((resolve, reject) => {
    child.once('error', (error) => (givenUp ??= error))
    child.once('close', (code, ended) => {
      clearTimeout(wall)
      clearTimeout(quiet)
      clearInterval(look)
      signal?.removeEventListener('abort', aborted)
      const answer = givenUp ?? outcome ?? unanswered({ code, ended, complaint, limits })
      if (answer instanceof Error) reject(answer)
      else resolve(answer)
    })
  })
}

function start(fd: number, { program, job, limits }: Pick<Running<unknown>, 'program' | 'job' | 'limits'>) {
  const child: ChildProcess = spawn(
    process.execPath,
    [...readingFlags(limits), fileURLToPath(program), JSON.stringify(job)],
    {
      stdio: ['pipe', 'ignore', 'pipe', 'pipe', fd],
      // Nothing of this process's own: keys and addresses may stand there. Windows does not start a process without this one.
      env: process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {},
    },
  )
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
function unanswered({
  code,
  ended,
  complaint,
  limits,
}: {
  readonly code: number | null
  readonly ended: NodeJS.Signals | null
  readonly complaint: string
  readonly limits: ProcessLimits
}): GivenUp | Error {
  if (outOfMemory.includes(ended)) return { gaveUp: 'memory', bytes: limits.heapBytes }
  if (ended !== null)
    return { gaveUp: 'broken', detail: `The reading process ended by ${ended}. ${complaint}` }
  return new Error(`The reading process ended with ${code} and no answer: ${complaint}`)
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
