/**
 * What every process does that reads one file and ends. What the file does to it, it does to nobody else: it may read the program's own
 * folders and nothing further, has no environment, starts nothing, and is killed from outside when it takes too much.
 */
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { setPriority } from 'node:os'
import type { z } from 'zod'
import { channels, exitCodes } from './process-terms.ts'

interface Child<Job> {
  /** What it is told beside the file. */
  readonly job: z.ZodType<Job>
  /** Reads, and tells what comes of it in lines. What it throws is a mistake. */
  readonly read: (job: Job, bytes: Uint8Array<ArrayBuffer>, tell: (said: unknown) => void) => Promise<void>
  /** What is said where a parser fails outside of what was asked of it: it fails because of the file. */
  readonly broken: (job: Job, detail: string) => unknown
}

/** Reads the file that this process was handed, answers, and ends the process. */
export async function readAsChild<Job>({ job: schema, read, broken }: Child<Job>): Promise<void> {
  const answers = new Socket({ fd: channels.answers, readable: false, writable: true })
  const tell = (said: unknown): void => void answers.write(`${JSON.stringify(said)}\n`)
  // The server's own work comes first.
  setPriority(10)
  // The other end of this pipe is the server: when it ends, so does this.
  process.stdin.on('close', () => process.exit(exitCodes.deserted)).resume()

  const job = schema.parse(JSON.parse(process.argv[2] ?? ''))
  process.once('uncaughtException', (error) => {
    tell(broken(job, error.stack ?? String(error)))
    answers.end(() => process.exit(0))
  })
  try {
    await read(job, new Uint8Array(readFileSync(channels.file)), tell)
    answers.end(() => process.exit(0))
  } catch (error) {
    console.error(error)
    process.exit(exitCodes.mistake)
  }
}
