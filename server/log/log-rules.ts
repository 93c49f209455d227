import { LogCorrupt } from './log-errors.ts'
import { competitionOf, isJournal, LOG_LIMITS } from './log.ts'
import type { Given, LogEntry, NewEntry } from './log.ts'

/** Printable ASCII sorts alike in JavaScript, SQLite and Redis, and needs no escaping in any of them. */
const printable = /^[\x21-\x7e]+$/

function checkVersion(version: number): void {
  if (!Number.isSafeInteger(version) || version < 0) throw new RangeError(`${version} is not a version.`)
}

function checkStream(stream: string): void {
  if (stream.length > LOG_LIMITS.streamLength || !printable.test(stream)) {
    throw new RangeError(`${JSON.stringify(stream)} is not the name of a stream.`)
  }
}

/** Throws a RangeError for an append that no log may accept; nothing has been written then. */
export function checkAppend(
  stream: string,
  expected: number,
  entries: readonly NewEntry[],
  id: string,
  given: readonly Given[],
): void {
  checkStream(stream)
  checkVersion(expected)
  if (id.length > LOG_LIMITS.idLength || !printable.test(id)) {
    throw new RangeError(`${JSON.stringify(id)} is not the id of an append.`)
  }
  for (const other of given) {
    checkStream(other.stream)
    checkVersion(other.version)
    if (other.stream === stream || competitionOf(other.stream) !== competitionOf(stream)) {
      throw new RangeError(`An append to ${stream} cannot be given ${other.stream}.`)
    }
  }
  if (entries.length === 0) throw new RangeError('An append carries at least one entry.')
  for (const [index, entry] of entries.entries()) {
    if (entry.bytes.byteLength > LOG_LIMITS.entryBytes) {
      throw new RangeError(`An entry of ${entry.bytes.byteLength} bytes is above ${LOG_LIMITS.entryBytes}.`)
    }
    if (entry.seal === true && index < entries.length - 1) {
      throw new RangeError('A seal is the last entry of its append.')
    }
  }
}

/** Throws a RangeError for a place that cannot be read from. */
export function checkRead(stream: string, from: number, limit: number): void {
  checkStream(stream)
  checkVersion(from)
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new RangeError(`${limit} is not a number of entries to read.`)
}

/** Throws a RangeError for a checkpoint that no log may accept, that of a journal first of all. */
export function checkCheckpoint(stream: string, version: number, bytes: Uint8Array): void {
  checkStream(stream)
  checkVersion(version)
  if (isJournal(stream)) throw new RangeError(`${stream} is a journal, which is never trimmed.`)
  if (version === 0) throw new RangeError('A checkpoint stands for at least one entry.')
  if (bytes.byteLength > LOG_LIMITS.checkpointBytes) {
    throw new RangeError(`A checkpoint of ${bytes.byteLength} bytes is above ${LOG_LIMITS.checkpointBytes}.`)
  }
}

/** The part of an append an entry is: the first of three is `{ part: 0, parts: 3 }`. Stored beside it, for retries. */
export interface Placed {
  readonly id: string
  readonly part: number
  readonly parts: number
}

export interface StreamState {
  readonly head: number
  readonly sealed: boolean
}

export type Decision =
  | { kind: 'write' }
  | { kind: 'repeat'; version: number }
  | { kind: 'conflict'; at: number }
  | { kind: 'sealed'; at: number }
  | { kind: 'moved'; stream: string; at: number }

/**
 * The one place that decides about an append. `next` is the entry that stands at `expected + 1`, if any: when it is the
 * first of an append with this id, that append was this one, whatever happened to the stream since. `moved` is the first
 * stream that the append was given and that ends elsewhere.
 */
export function decideAppend(
  state: StreamState,
  next: Placed | null,
  expected: number,
  id: string,
  moved: { readonly stream: string; readonly at: number } | null,
): Decision {
  if (next !== null && next.id === id && next.part === 0) {
    return { kind: 'repeat', version: expected + next.parts }
  }
  if (state.sealed) return { kind: 'sealed', at: state.head }
  if (state.head !== expected) return { kind: 'conflict', at: state.head }
  if (moved !== null) return { kind: 'moved', ...moved }
  return { kind: 'write' }
}

/** The first of the given streams that does not end where the writer saw it end. */
export function firstMoved(
  given: readonly Given[],
  headOf: (stream: string) => number,
): { readonly stream: string; readonly at: number } | null {
  for (const { stream, version } of given) {
    const at = headOf(stream)
    if (at !== version) return { stream, at }
  }
  return null
}

/**
 * Throws LogCorrupt unless `entries` are exactly those a stream with this head holds above `from`, cut at `limit`.
 * The head is stored apart from the entries, so that a lost end is seen as well as a gap.
 */
export function checkWhole(
  stream: string,
  head: number,
  from: number,
  limit: number,
  entries: readonly LogEntry[],
): void {
  if (from > head) {
    throw new LogCorrupt(
      `The stream ${stream} ends at version ${head}, but version ${from} had been there before.`,
    )
  }
  const count = Math.min(limit, head - from)
  for (let index = 0; index < Math.max(count, entries.length); index += 1) {
    const version = from + index + 1
    if (index >= count) throw new LogCorrupt(`The stream ${stream} goes on after its head, version ${head}.`)
    if (entries[index]?.version !== version) {
      throw new LogCorrupt(`The stream ${stream} is not whole: version ${version} is missing.`)
    }
  }
}
