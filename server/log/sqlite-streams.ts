import { crc32 } from 'node:zlib'
import { LogCorrupt } from './log-errors.ts'
import { checkWhole, decideAppend, firstMoved } from './log-rules.ts'
import type { Placed, StreamState } from './log-rules.ts'
import type { AppendOutcome, Checkpoint, LogEntry, LogRead } from './log.ts'
import type { Database } from './sqlite-file.ts'
import type { Question } from './sqlite-messages.ts'

type Row = ReturnType<ReturnType<Database['prepare']>['all']>[number]
type Append = Extract<Question, { kind: 'append' }>

interface Found extends StreamState {
  readonly name: string
  readonly number: number
}

/** The statements on an open file. What writes is called inside a transaction of the caller; nothing here commits. */
export function prepareStreams(database: Database) {
  const selectStream = database.prepare('SELECT number, head, sealed FROM streams WHERE name = ?')
  const insertStream = database.prepare('INSERT INTO streams (name, head, sealed) VALUES (?, 0, 0)')
  const updateStream = database.prepare('UPDATE streams SET head = ?, sealed = ? WHERE number = ?')
  const selectNames = database.prepare(
    'SELECT name FROM streams WHERE name >= :prefix AND name < :prefix || char(127) ORDER BY name',
  )
  const selectEntry = database.prepare('SELECT id, part, parts FROM entries WHERE stream = ? AND version = ?')
  const selectEntries = database.prepare(
    'SELECT version, id, seal, bytes, checksum FROM entries WHERE stream = ? AND version > ? ORDER BY version LIMIT ?',
  )
  const insertEntry = database.prepare(
    'INSERT INTO entries (stream, version, id, part, parts, seal, bytes, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const deleteEntries = database.prepare('DELETE FROM entries WHERE stream = ? AND version <= ?')
  const selectCheckpoint = database.prepare(
    'SELECT version, bytes, checksum FROM checkpoints WHERE stream = ? AND version > ?',
  )
  const upsertCheckpoint = database.prepare(
    'INSERT OR REPLACE INTO checkpoints (stream, version, bytes, checksum) VALUES (?, ?, ?, ?)',
  )

  function find(name: string): Found | null {
    const row = selectStream.get(name)
    if (row === undefined) return null
    return {
      name,
      number: integer(row, 'number'),
      head: integer(row, 'head'),
      sealed: integer(row, 'sealed') === 1,
    }
  }

  function placedAt(stream: number, version: number): Placed | null {
    const row = selectEntry.get(stream, version)
    if (row === undefined) return null
    return { id: text(row, 'id'), part: integer(row, 'part'), parts: integer(row, 'parts') }
  }

  function entriesAfter({ name, number }: Found, from: number, limit: number): LogEntry[] {
    return selectEntries.all(number, from, limit).map((row) => ({
      version: integer(row, 'version'),
      id: text(row, 'id'),
      seal: integer(row, 'seal') === 1,
      bytes: content(row, name),
    }))
  }

  function checkpointAbove(stream: Found, from: number): Checkpoint | null {
    const row = selectCheckpoint.get(stream.number, from)
    if (row === undefined) return null
    const version = integer(row, 'version')
    return { version, seal: stream.sealed && version === stream.head, bytes: content(row, stream.name) }
  }

  return {
    /** Decides and writes. `earlier` are the entries of this very append when it had been written before. */
    append({ stream, expected, id, given, entries }: Append): {
      outcome: AppendOutcome
      earlier: LogEntry[] | null
    } {
      const found = find(stream)
      const state = found ?? { head: 0, sealed: false }
      const next = found === null ? null : placedAt(found.number, expected + 1)
      const moved = firstMoved(given, (other) => find(other)?.head ?? 0)
      const decision = decideAppend(state, next, expected, id, moved)
      if (decision.kind === 'repeat') {
        const earlier = found === null ? null : entriesAfter(found, expected, decision.version - expected)
        return { outcome: { kind: 'appended', version: decision.version }, earlier }
      }
      if (decision.kind !== 'write') return { outcome: decision, earlier: null }

      const number = found?.number ?? Number(insertStream.run(stream).lastInsertRowid)
      for (const [part, { seal, bytes }] of entries.entries()) {
        insertEntry.run(
          number,
          expected + part + 1,
          id,
          part,
          entries.length,
          Number(seal),
          bytes,
          crc32(bytes),
        )
      }
      const version = expected + entries.length
      updateStream.run(version, Number(entries.at(-1)?.seal ?? false), number)
      return { outcome: { kind: 'appended', version }, earlier: null }
    },

    /** Stores the checkpoint and removes what it stands for. Throws a RangeError above the head. */
    checkpoint(stream: string, version: number, bytes: Uint8Array): void {
      const found = find(stream)
      if (found === null || version > found.head) {
        throw new RangeError(`${stream} ends at version ${found?.head ?? 0}, before ${version}.`)
      }
      if (selectCheckpoint.get(found.number, version - 1) !== undefined) return
      upsertCheckpoint.run(found.number, version, bytes, crc32(bytes))
      deleteEntries.run(found.number, version)
    },

    /** Throws LogCorrupt when an entry is missing. */
    read(stream: string, from: number, limit: number): LogRead {
      const found = find(stream)
      if (found === null) {
        checkWhole(stream, 0, from, limit, [])
        return { checkpoint: null, entries: [] }
      }
      const checkpoint = checkpointAbove(found, from)
      const start = checkpoint?.version ?? from
      const entries = entriesAfter(found, start, limit)
      checkWhole(stream, found.head, start, limit, entries)
      return { checkpoint, entries }
    },

    head(stream: string): number {
      return find(stream)?.head ?? 0
    },

    streams(prefix: string): string[] {
      return selectNames.all({ prefix }).map((row) => text(row, 'name'))
    },
  }
}

export type Streams = ReturnType<typeof prepareStreams>

function integer(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new LogCorrupt(`The file holds no number in ${column}.`)
  return value
}

function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new LogCorrupt(`The file holds no text in ${column}.`)
  return value
}

/** SQLite checks the structure of its pages but not what is in them; a flipped bit in a score would pass unseen. */
function content(row: Row, stream: string): Uint8Array {
  const bytes = row['bytes']
  if (!(bytes instanceof Uint8Array) || crc32(bytes) !== integer(row, 'checksum')) {
    throw new LogCorrupt(
      `Version ${integer(row, 'version')} of the stream ${stream} is not what was written.`,
    )
  }
  return bytes
}
