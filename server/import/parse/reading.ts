import type { Job, Made, NotParsed } from './outcome.ts'

/** A file as a reader gets it. */
export interface Reading extends Job {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Called for each page that was read. */
  readonly onPage: (page: number, of: number | null) => void
}

/** Reads files of one kind. It answers what the file is to blame for, throws Unreadable where its parser gave up. */
export type Reader = (reading: Reading) => Made | NotParsed | Promise<Made | NotParsed>

/** A parser could not make anything of a file. `cause` is what it said. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** Asks a parser that is not ours. What it throws is the file's fault; what anything else throws is a mistake in this program. */
export async function parsing<T>(ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    throw new Unreadable(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause), {
      cause,
    })
  }
}
