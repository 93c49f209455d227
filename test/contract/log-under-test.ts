import type { AppendOutcome, Log, LogEntry, LogRead, NewEntry } from '../../server/log/log.ts'

/** A log with its store, as an adapter hands it to the acceptance suite. */
export interface LogUnderTest {
  readonly log: Log
  /** Closes the log and opens what it stored. */
  reopen(): Promise<Log>
  /** Takes one entry out of the store behind the log's back. */
  lose(stream: string, version: number): Promise<void>
  /** Closes the log and removes its store. */
  remove(): Promise<void>
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
export const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
export const entry = (text: string): NewEntry => ({ bytes: encode(text) })
export const seal = (text: string): NewEntry => ({ bytes: encode(text), seal: true })

/** One append of the given texts, under an id of its own unless one is given. */
export function write(
  log: Log,
  stream: string,
  expected: number,
  texts: readonly string[],
  id = `${stream}-${expected}`,
): Promise<AppendOutcome> {
  return log.append(stream, expected, texts.map(entry), { id })
}

/** An entry in the form a failing test prints well: `3 third`, `4 last (seal)`. */
export function show({ version, bytes, seal: sealed }: LogEntry): string {
  return `${version} ${decode(bytes)}${sealed ? ' (seal)' : ''}`
}

export async function readAll(log: Log, stream: string, from = 0): Promise<LogRead> {
  return log.read(stream, from, 1_000_000)
}

export async function texts(log: Log, stream: string, from = 0): Promise<string[]> {
  const { entries } = await readAll(log, stream, from)
  return entries.map(show)
}

/** Appends at whatever the head is, as a writer of several nodes does: on a conflict it looks again. */
export async function writeAnyhow(
  log: Log,
  stream: string,
  some: readonly string[],
  id: string,
): Promise<number> {
  let expected = await log.head(stream)
  for (;;) {
    const outcome = await write(log, stream, expected, some, id)
    if (outcome.kind === 'appended') return outcome.version
    if (outcome.kind !== 'conflict') throw new Error(`The append ${id} was answered ${outcome.kind}.`)
    expected = outcome.at
  }
}
