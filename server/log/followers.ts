import { LogCorrupt } from './log-errors.ts'
import type { Checkpoint, Following, Log, LogEntry, OnEntries } from './log.ts'

/** Entries read at once while a follower catches up: enough to make trips rare, few enough to leave others a turn. */
const PAGE = 256

interface Follower {
  offer(entries: readonly LogEntry[]): void
  stop(): void
}

/**
 * The followers of one process. A follower reads until it has reached the end; entries that are offered meanwhile wait,
 * and those the reading already brought are skipped, so that it does not matter which arrives first.
 */
export function createFollowers(read: Log['read']) {
  const followers = new Map<string, Set<Follower>>()

  function follow(stream: string, from: number, onEntries: OnEntries): Following {
    let at = from
    let stopped = false
    let waiting: LogEntry[] | null = []

    function give(entries: readonly LogEntry[], checkpoint: Checkpoint | null): void {
      const start = checkpoint?.version ?? at
      const first = entries[0]
      if (first === undefined && checkpoint === null) return
      if (first !== undefined && first.version !== start + 1) {
        throw new LogCorrupt(
          `A follower of ${stream} at version ${start} was given version ${first.version}.`,
        )
      }
      at = entries.at(-1)?.version ?? start
      onEntries(entries, checkpoint)
    }

    async function catchUp(): Promise<number> {
      for (;;) {
        const { checkpoint, entries } = await read(stream, at, PAGE)
        if (stopped) return at
        give(entries, checkpoint)
        if (stopped) return at
        if (entries.length < PAGE) break
      }
      const late = waiting ?? []
      waiting = null
      give(
        late.filter((entry) => entry.version > at),
        null,
      )
      return at
    }

    const follower: Follower = {
      offer(entries) {
        if (stopped) return
        if (waiting !== null) waiting.push(...entries)
        else
          give(
            entries.filter((entry) => entry.version > at),
            null,
          )
      },
      stop() {
        stopped = true
        const others = followers.get(stream)
        others?.delete(follower)
        if (others?.size === 0) followers.delete(stream)
      },
    }

    const others = followers.get(stream) ?? new Set()
    followers.set(stream, others.add(follower))
    const ready = catchUp().catch((error: unknown) => {
      if (stopped) return at
      follower.stop()
      throw error
    })
    return { ready, stop: follower.stop }
  }

  return {
    follow,

    /** Hands durable entries of one stream, in order, to everybody who follows it. */
    offer(stream: string, entries: readonly LogEntry[]): void {
      for (const follower of [...(followers.get(stream) ?? [])]) follower.offer(entries)
    },

    stopAll(): void {
      for (const some of [...followers.values()]) for (const follower of [...some]) follower.stop()
    },
  }
}
