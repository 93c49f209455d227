import { LogCorrupt } from './log-errors.ts'
import type { Checkpoint, Following, LogEntry, LogRead, OnEntries } from './log.ts'

/** Entries read at once while a follower catches up: enough to make trips rare, few enough to leave others a turn. */
const PAGE = 256

interface Follower {
  offer(entries: readonly LogEntry[], checkpoint: Checkpoint | null): void
  stop(): void
}

/** Told by a log that fetches what is new where other processes write it: for which streams, and from where on. */
export interface Feeds<R extends LogRead> {
  /** A follower has read up to `version`, `last` being what it read last; from there on it waits to be offered more. */
  begin(stream: string, version: number, last: R): void
  /** Nobody follows the stream any more. */
  end(stream: string): void
}

/**
 * The followers of one process. A follower reads until it has reached the end; entries that are offered meanwhile wait,
 * and those the reading already brought are skipped, so that it does not matter which arrives first.
 */
export function createFollowers<R extends LogRead>(
  read: (stream: string, from: number, limit: number) => Promise<R>,
  feeds?: Feeds<R>,
) {
  const followers = new Map<string, Set<Follower>>()

  function follow(stream: string, from: number, onEntries: OnEntries): Following {
    let at = from
    let stopped = false
    let waiting: LogRead[] | null = []

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

    function giveNew({ entries, checkpoint }: LogRead): void {
      if (stopped) return
      const needed = checkpoint !== null && checkpoint.version > at ? checkpoint : null
      const start = needed?.version ?? at
      give(
        entries.filter((entry) => entry.version > start),
        needed,
      )
    }

    async function catchUp(): Promise<number> {
      let found: R
      do {
        found = await read(stream, at, PAGE)
        if (stopped) return at
        give(found.entries, found.checkpoint)
        if (stopped) return at
      } while (found.entries.length >= PAGE)
      feeds?.begin(stream, at, found)
      const late = waiting ?? []
      waiting = null
      for (const one of late) giveNew(one)
      return at
    }

    const follower: Follower = {
      offer(entries, checkpoint) {
        if (waiting !== null) waiting.push({ entries, checkpoint })
        else giveNew({ entries, checkpoint })
      },
      stop() {
        stopped = true
        const others = followers.get(stream)
        if (others?.delete(follower) !== true || others.size > 0) return
        followers.delete(stream)
        feeds?.end(stream)
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

    /**
     * Hands durable entries of one stream, in order, to everybody who follows it; with a checkpoint first where entries
     * before them were removed, for those who have not seen these.
     */
    offer(stream: string, entries: readonly LogEntry[], checkpoint: Checkpoint | null = null): void {
      for (const follower of [...(followers.get(stream) ?? [])]) follower.offer(entries, checkpoint)
    },

    stopAll(): void {
      for (const some of [...followers.values()]) for (const follower of [...some]) follower.stop()
    },
  }
}
