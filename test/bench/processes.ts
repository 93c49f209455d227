import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Job, Point, Told } from './job.ts'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** What serves runs on the first core, what loads it on the second, where the system can be told. */
export const cores = { serving: '0', loading: '1' } as const

/** Whether processes are kept on their cores. */
export const pins: boolean =
  availableParallelism() > 1 && spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0

/** Bounds a job of a load process. */
const longestJobMs = 180_000

/** What a server process has used so far. */
export interface Used {
  /** Of all its threads, in milliseconds. */
  readonly cpuMs: number
  /** In bytes. */
  readonly rss: number
  /** Bytes that its heap and its buffers hold. */
  readonly live: number
  /** Of a process beside it that keeps its store, in milliseconds. */
  readonly storeCpuMs: number
}

export interface Serving {
  readonly port: number
  /** Where memory is asked for, garbage is collected first. */
  readonly used: (what: 'cpu' | 'memory') => Promise<Used>
  /** Asks it to end as an operator would, and waits until it is gone. */
  readonly stop: () => Promise<void>
}

/** Processes that still run: whatever ends the bench ends them. */
const running = new Set<ChildProcess>()

/** Ends at once whatever still runs. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Starts a server and waits until it says where it is open. */
export async function startServing(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Serving> {
  const probed = ['--expose-gc', '--import', here('./probe.ts'), program, ...args]
  const child = start(cores.serving, probed, env)
  const gone = ended(child)
  const failed = gone.then(({ said }) => {
    throw new Error(`${program} ended: ${said()}`)
  })
  failed.catch(() => undefined)
  const open = new Promise<number>((resolve) => {
    let printed = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const port = /open at http:\/\/localhost:(\d+)/.exec(printed)?.[1]
      if (port !== undefined) resolve(Number(port))
    })
  })
  return {
    port: await Promise.race([open, failed]),
    used: (what) => {
      const answer = new Promise<Used>((resolve) => child.once('message', (used: Used) => resolve(used)))
      child.send(what)
      return Promise.race([answer, failed])
    },
    stop: async () => {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await gone
      clearTimeout(late)
    },
  }
}

/** Has a load process do a job; `onPoint` is waited for where it stops. Answers what it found. */
export async function runLoad(job: Job, onPoint: (point: Point) => Promise<void>): Promise<Told> {
  const child = start(cores.loading, [here('./load.ts')])
  child.stdout?.resume()
  const late = setTimeout(() => child.kill('SIGKILL'), longestJobMs)
  const found = new Promise<Told>((resolve, reject) => {
    child.on('message', (told: Told) => {
      if (told.kind !== 'reached') return resolve(told)
      onPoint(told.point).then(() => child.send('go on'), reject)
    })
    void ended(child).then(({ said }) => reject(new Error(`The load process ended: ${said()}`)))
  })
  child.send(job)
  try {
    return await found
  } finally {
    clearTimeout(late)
    child.kill('SIGKILL')
  }
}

function start(core: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const [program, all] = pins
    ? ['taskset', ['-c', core, process.execPath, ...args]]
    : [process.execPath, args]
  const child = spawn(program, all, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** Resolves when a process is gone, with its last words. */
function ended(child: ChildProcess): Promise<{ readonly said: () => string }> {
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2000)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve({ said: () => words }))
  })
}
