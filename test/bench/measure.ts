import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Cold, Job, Loaded, Point } from './job.ts'
import { runLoad, type Serving, type Used } from './processes.ts'
import { loaded as roomsLoaded } from './rooms.ts'
import { freshFolder, type Row } from './row.ts'

/** How long what is measured takes, in milliseconds. */
export interface Lengths {
  readonly warmUpMs: number
  readonly windowMs: number
  /** Whether rooms are opened cold as well, for which servers have to rest. */
  readonly cold: boolean
}

/** What one run found of one server. */
export interface Figures {
  readonly p50: number
  readonly p99: number
  /** CPU milliseconds of the server process per 1000 edits. */
  readonly cpu: number
  /** The same of a process beside it that keeps its store; 0 where there is none. */
  readonly storeCpu: number
  readonly storm: number
  /** NaN where rooms were not opened cold. */
  readonly cold: number
  /** KiB that heap and buffers hold for each open room in which nobody writes; NaN likewise. */
  readonly atRest: number
  /** The same a second after somebody has written in each. */
  readonly inUse: number
  /** KiB by which resident memory grew for each room at rest. */
  readonly resident: number
  readonly load: Loaded
}

/** One run of one server, as far as it is known: what comes last waits until the server has rested. */
export interface Half {
  readonly row: Row
  readonly finish: () => Promise<Figures>
}

/** Loads a server, cuts its lines, and starts it anew for the cold opens. */
export async function measureLoad(
  row: Row,
  folders: { readonly prepared: string; readonly run: string },
  lengths: Lengths,
): Promise<Half> {
  const folder = freshFolder(folders.prepared, path.join(folders.run, row.name))
  const first = await row.start(folder)
  const marks = new Map<Point, Used>()
  const note = (serving: Serving, what: 'cpu' | 'memory') => async (point: Point) => {
    marks.set(point, await serving.used(what))
  }
  const told = await runLoad(await jobFor(row, first, 'load', lengths), note(first, 'cpu'))
  await first.stop()
  if (told.kind !== 'loaded') throw new Error(`${row.name} was not loaded.`)
  const { loaded } = told
  const between = (from: Point, to: Point, of: keyof Used): number =>
    (marks.get(to)?.[of] ?? NaN) - (marks.get(from)?.[of] ?? NaN)
  const figures = {
    p50: loaded.p50,
    p99: loaded.p99,
    cpu: (between('begin', 'end', 'cpuMs') / loaded.edits) * 1000,
    storeCpu: (between('begin', 'end', 'storeCpuMs') / loaded.edits) * 1000,
    storm: loaded.stormMs,
    load: loaded,
  }
  if (!row.keeps || !lengths.cold) {
    return { row, finish: async () => ({ ...figures, cold: NaN, atRest: NaN, inUse: NaN, resident: NaN }) }
  }

  const second = await row.start(folder)
  const rested = performance.now() + row.restMs
  return {
    row,
    finish: async () => {
      await pause(Math.max(0, rested - performance.now()))
      const cold = coldOf(await runLoad(await jobFor(row, second, 'cold', lengths), note(second, 'memory')))
      await second.stop()
      const kiB = (to: Point, of: keyof Used): number => between('warm', to, of) / 1024 / roomsLoaded
      const [atRest, inUse] = [kiB('opened', 'live'), kiB('written', 'live')]
      return { ...figures, cold: cold.p50, atRest, inUse, resident: kiB('opened', 'rss') }
    },
  }
}

function coldOf(told: Awaited<ReturnType<typeof runLoad>>): Cold {
  if (told.kind !== 'cold') throw new Error('No room was opened cold.')
  return told.cold
}

async function jobFor(
  row: Row,
  { port }: Serving,
  phase: Job['phase'],
  { warmUpMs, windowMs }: Lengths,
): Promise<Job> {
  return {
    phase,
    address: { dialect: row.dialect, port, path: row.path },
    sessions: await row.signIn(port),
    fill: row.fill,
    warmUpMs,
    windowMs,
  }
}
