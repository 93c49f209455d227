import { createHash } from 'node:crypto'
import { LogCorrupt } from './log-errors.ts'
import type { Checkpoint, LogEntry, LogRead } from './log.ts'
import { bytes, list } from './redis-replies.ts'

/** An entry as Redis keeps it: its place in its append, and the hash of everything up to it. */
export interface StoredEntry extends LogEntry {
  readonly part: number
  readonly parts: number
  readonly hash: string
}

/** What was read, and the hash of the stream up to its last entry: a reader goes on from there. */
export interface ChainedRead extends LogRead {
  readonly hash: string
}

/** One answer: as much as fits in it. */
export interface Page {
  readonly checkpoint: Checkpoint | null
  readonly entries: readonly StoredEntry[]
  /** The hash of the stream before the first entry. */
  readonly before: string
  /** Whether the stream held more. */
  readonly more: boolean
}

const FIELDS = ['id', 'part', 'parts', 'seal', 'hash', 'bytes'] as const

/**
 * Entries as XRANGE and XREAD give them. A marker (the id `<version>-1`, left where a checkpoint removed the last entry)
 * is null. Throws LogCorrupt for anything that the log does not write.
 */
export function parseEntries(stream: string, reply: unknown): (StoredEntry | null)[] {
  return list(reply).map((one) => {
    const [name, pairs] = list(one)
    const [, version = '', sequence] = /^(\d+)-([01])$/.exec(String(name)) ?? []
    if (sequence === '1') return null
    const flat = list(pairs)
    const values = flat.filter((_, index) => index % 2 === 1).map(bytes)
    const [id, part, parts, seal, hash, content] = values
    const whole = FIELDS.every((field, index) => String(flat[index * 2]) === field)
    if (!whole || flat.length !== FIELDS.length * 2 || version === '' || content === undefined) {
      throw new LogCorrupt(`The entry ${String(name)} of the stream ${stream} is none that the log writes.`)
    }
    return {
      version: Number(version),
      id: String(id),
      part: Number(part),
      parts: Number(parts),
      seal: String(seal) === '1',
      hash: String(hash),
      // A copy: the reply is a view of everything that came with it.
      bytes: new Uint8Array(content),
    }
  })
}

/**
 * Throws LogCorrupt unless each entry carries the hash of what was before it and of itself; `before` is the hash of the
 * entry before the first. SHA-1, because every Redis computes it within a script: this finds what was lost or damaged.
 * Whoever forges a history is found by the signed journal, not here.
 */
export function checkChain(stream: string, before: string, entries: readonly StoredEntry[]): void {
  let last = before
  for (const { version, id, part, parts, seal, hash, bytes } of entries) {
    last = createHash('sha1')
      .update(`${last}\n${id}\n${part}\n${parts}\n${seal ? 1 : 0}\n`)
      .update(bytes)
      .digest('hex')
    if (hash !== last) {
      throw new LogCorrupt(`Version ${version} of the stream ${stream} is not what was written.`)
    }
  }
}

/** How many of these entries belong to appends that end among them. */
export function wholeAppends(entries: readonly StoredEntry[]): number {
  return entries.findLastIndex(({ part, parts }) => part === parts - 1) + 1
}

/** An entry as the port gives it. */
export function published({ version, id, seal, bytes }: StoredEntry): LogEntry {
  return { version, id, seal, bytes }
}
