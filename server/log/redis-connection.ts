import { setTimeout as pause } from 'node:timers/promises'
import { LogCorrupt, LogFailed, LogRefused } from './log-errors.ts'
import { openLine } from './redis-line.ts'
import type { Line } from './redis-line.ts'

/** Between two attempts to reach a Redis that went away, in milliseconds: so little at first, so much at most. */
const FIRST_WAIT_MS = 50
const LONGEST_WAIT_MS = 1_000

export interface ConnectionOptions {
  readonly url: string
  /** The same without credentials, for sentences. */
  readonly address: string
  /** Looks at each new line before anybody else may use it; throws LogRefused or LogCorrupt when it is not to be used. */
  readonly admit: (line: Line) => Promise<void>
  /** Called with each line that was admitted. */
  readonly onLine: (line: Line) => void
  /** Called once when a Redis that came back was refused for good; there is no further attempt then. */
  readonly onRefused: (refused: LogRefused | LogCorrupt) => void
}

export interface Connection {
  /** Asks on the line of this moment; rejects with LogFailed at once where there is none. */
  use<T>(ask: (line: Line) => Promise<T>): Promise<T>
  close(): void
}

/**
 * Keeps a line to a Redis: one that ends is replaced by a new one as soon as there is one. Rejects with LogRefused or LogCorrupt when
 * the first cannot be had.
 */
export async function connectTo(options: ConnectionOptions): Promise<Connection> {
  const { address, onLine, onRefused } = options
  let closed = false
  let line: Line | null = null
  let reason = ''

  async function keep(): Promise<void> {
    for (;;) {
      if (line === null) return
      onLine(line)
      await line.ended
      line = null
      reason = `Redis at ${address} does not answer.`
      for (let wait = FIRST_WAIT_MS; line === null; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
        await pause(wait)
        if (closed) return
        const found = await attempt(options)
        if (closed) return found instanceof Error ? undefined : found.end()
        if (!(found instanceof Error)) line = found
        else if (found instanceof LogCorrupt || found.code === 'unsafe' || found.code === 'behind') {
          return onRefused(found)
        } else reason = found.sentence
      }
    }
  }

  const first = await attempt(options)
  if (first instanceof Error) throw first
  line = first
  void keep()

  return {
    async use(ask) {
      if (line === null) throw new LogFailed(reason)
      return ask(line)
    },

    close() {
      closed = true
      line?.end()
    },
  }
}

async function attempt({ url, address, admit }: ConnectionOptions): Promise<Line | LogRefused | LogCorrupt> {
  let line: Line | null = null
  try {
    line = await openLine(url, address)
    await admit(line)
    return line
  } catch (error) {
    line?.end()
    if (error instanceof LogRefused || error instanceof LogCorrupt) return error
    if (error instanceof LogFailed) return new LogRefused('unreachable', whyNot(error))
    throw error
  }
}

/** With the cause, which tells a wrong port from a wrong password. */
function whyNot({ sentence, cause }: LogFailed): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null
  return code === null ? sentence : `${sentence.slice(0, -1)} (${code}).`
}
