import { createFollowers } from './followers.ts'
import { LogFailed } from './log-errors.ts'
import { checkAppend, checkCheckpoint, checkRead, checkWhole, decideAppend, firstMoved } from './log-rules.ts'
import type { Placed } from './log-rules.ts'
import type { Checkpoint, Log, LogEntry } from './log.ts'

interface MemoryStream {
  head: number
  sealed: boolean
  checkpoint: Checkpoint | null
  readonly entries: Map<number, LogEntry & Placed>
}

/** What a log in memory holds. Given to `openMemoryLog` again after a close, it is what was on disk. */
export type MemoryStore = Map<string, MemoryStream>

/** A log for unit tests: every promise of the port but durability. */
export function openMemoryLog(store: MemoryStore = new Map()): Log {
  let closed = false
  const followers = createFollowers(read)

  function requireOpen(): void {
    if (closed) throw new LogFailed('The log is closed.')
  }

  async function read(stream: string, from: number, limit: number) {
    checkRead(stream, from, limit)
    // Answers in a later turn, as a disk does, so that nobody comes to rely on the order of turns.
    await Promise.resolve()
    requireOpen()
    const { head, checkpoint, entries } = store.get(stream) ?? emptyStream()
    const trimmed = checkpoint !== null && from < checkpoint.version ? checkpoint : null
    const start = trimmed?.version ?? from
    const found = [...entries.values()].filter((entry) => entry.version > start).slice(0, limit)
    checkWhole(stream, head, start, limit, found)
    return {
      checkpoint: trimmed,
      entries: found.map(({ version, id, seal, bytes }) => ({ version, id, seal, bytes })),
    }
  }

  return {
    read,
    follow: followers.follow,

    async append(stream, expected, entries, { id, given = [] }) {
      checkAppend(stream, expected, entries, id, given)
      const placed = entries.map(({ bytes, seal = false }, part) => ({
        version: expected + part + 1,
        id,
        seal,
        bytes: new Uint8Array(bytes),
        part,
        parts: entries.length,
      }))
      await Promise.resolve()
      if (closed) return { kind: 'unknown', sentence: 'The log is closed.' }
      const state = store.get(stream) ?? emptyStream()
      const moved = firstMoved(given, (other) => store.get(other)?.head ?? 0)
      const decision = decideAppend(state, state.entries.get(expected + 1) ?? null, expected, id, moved)
      if (decision.kind === 'repeat') return { kind: 'appended', version: decision.version }
      if (decision.kind !== 'write') return decision
      for (const entry of placed) state.entries.set(entry.version, entry)
      state.head = expected + placed.length
      state.sealed = placed.at(-1)?.seal ?? false
      store.set(stream, state)
      followers.offer(
        stream,
        placed.map(({ version, seal, bytes }) => ({ version, id, seal, bytes })),
      )
      return { kind: 'appended', version: state.head }
    },

    async checkpoint(stream, version, bytes) {
      checkCheckpoint(stream, version, bytes)
      const copy = new Uint8Array(bytes)
      await Promise.resolve()
      requireOpen()
      const state = store.get(stream) ?? emptyStream()
      if (version > state.head) throw new RangeError(`${stream} ends at ${state.head}, before ${version}.`)
      if (state.checkpoint !== null && version <= state.checkpoint.version) return
      state.checkpoint = { version, seal: state.sealed && version === state.head, bytes: copy }
      for (const trimmed of [...state.entries.keys()]) if (trimmed <= version) state.entries.delete(trimmed)
    },

    async head(stream) {
      requireOpen()
      return store.get(stream)?.head ?? 0
    },

    async streams(prefix) {
      requireOpen()
      return [...store.keys()].filter((name) => name.startsWith(prefix)).toSorted()
    },

    async close() {
      await Promise.resolve()
      closed = true
      followers.stopAll()
    },
  }
}

function emptyStream(): MemoryStream {
  return { head: 0, sealed: false, checkpoint: null, entries: new Map() }
}
