import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from './clients.ts'
import { percentile, type Loaded, type Point } from './job.ts'
import { markOf } from './reader.ts'
import { fieldOf, writerOf } from './rooms.ts'

interface Steady {
  /** One writer for each room. */
  readonly writers: readonly Client[]
  /** In each room. */
  readonly readers: number
  /** Hands over whoever is to be told of each mark that a reader finds. */
  readonly onMark: (listener: (edit: number) => void) => void
  readonly warmUpMs: number
  readonly windowMs: number
  readonly reached: (point: Point) => Promise<void>
}

/** Between two edits in one room, in milliseconds: twenty a second, each up to this much earlier or later. */
const paceMs = 50
const jitterMs = 20

/** What has not come this long after the window is lost, in milliseconds. */
const lastMs = 5_000

/**
 * Twenty edits a second in each room, as long as the window takes. The edits are due at times that are fixed before: a server that is
 * slow does not get fewer. The same times for every server.
 */
export async function steadyLoad(steady: Steady): Promise<Omit<Loaded, 'stormMs'>> {
  const { writers, readers, warmUpMs, windowMs, reached } = steady
  const random = randomFrom(20_261_122)
  const most = Math.ceil(((warmUpMs + windowMs + 10_000) / paceMs) * writers.length)
  const sentAt = new Float64Array(most)
  const delays = new Float64Array(most * readers)
  let sent = 0
  let seen = 0
  /** The edits that count: of the window alone, however late they come. */
  const counted = { after: Infinity, upTo: Infinity }
  steady.onMark((edit) => {
    if (edit <= counted.after || edit > counted.upTo) return
    delays[seen] = performance.now() - (sentAt[edit] ?? NaN)
    seen += 1
  })

  const begun = performance.now()
  const rooms = writers.map((writer, room) => ({
    writer,
    seat: writerOf(room),
    edits: 0,
    next: begun + random() * paceMs,
    due: begun + random() * paceMs,
  }))
  let stopped = false
  const writing = (async (): Promise<void> => {
    while (!stopped) {
      for (const room of rooms) {
        if (room.due > performance.now()) continue
        sent += 1
        sentAt[sent] = performance.now()
        room.writer.append(fieldOf(room.seat, room.edits), markOf(sent))
        room.edits += 1
        room.next += paceMs
        room.due = room.next + (2 * random() - 1) * jitterMs
      }
      await pause(1)
    }
  })()

  await pause(warmUpMs)
  await reached('begin')
  const own = process.cpuUsage()
  const late = monitorEventLoopDelay({ resolution: 1 })
  late.enable()
  counted.after = sent
  const from = performance.now()
  await pause(windowMs)
  counted.upTo = sent
  const wall = performance.now() - from
  late.disable()
  const { user, system } = process.cpuUsage(own)
  await reached('end')
  stopped = true
  await writing
  const edits = counted.upTo - counted.after
  const end = performance.now() + lastMs
  while (seen < edits * readers && performance.now() < end) await pause(5)

  const sorted = delays.subarray(0, seen).sort()
  return {
    edits,
    lost: edits * readers - seen,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    ownCpu: (user + system) / 1000 / wall,
    ownDelayP99: late.percentile(99) / 1e6,
  }
}

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
