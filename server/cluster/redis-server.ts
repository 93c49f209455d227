import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { endWithThisProcess } from './end-with-this-process.ts'
import { freePort } from './free-port.ts'

const usualPlaces = [
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/opt/homebrew/bin/redis-server',
  ...(process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, 'redis-server')),
]

/** What the promise of the log needs: on disk before it is acknowledged, never thrown out for want of memory. */
const durable: Readonly<Record<string, string>> = {
  appendonly: 'yes',
  appendfsync: 'always',
  'maxmemory-policy': 'noeviction',
  save: '',
}

/** Its own last lines tell why a Redis ended; no more than these are kept. */
const LAST_LINES = 20
/** A port that was free may be taken by another before Redis binds it. */
const PORTS_TRIED = 5

/** The redis-server that REDIS_SERVER names, else the first in its usual places; undefined without one. */
export function redisServerPath(): string | undefined {
  const named = process.env['REDIS_SERVER']
  return (named === undefined ? usualPlaces : [named]).find((place) => existsSync(place))
}

export interface RedisOptions {
  /** Where its append-only file lives; created when missing. What is there is loaded. */
  readonly folder: string
  /** A free port where none is given. */
  readonly port?: number
  /** Put in place of the durable settings or beside them. */
  readonly settings?: Readonly<Record<string, string>>
  /** Called when it ended without being asked to, with its last lines. */
  readonly onEnd?: (said: string) => void
}

export interface RedisProcess {
  readonly port: number
  readonly url: string
  readonly pid: number
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>
  /** Asks it to end in good order, and waits until it is gone. */
  stop(): Promise<void>
  /** Lets it stand still: it takes connections and answers nothing. */
  pause(): void
  resume(): void
}

/**
 * Starts a Redis on 127.0.0.1 and resolves once it has loaded its file and takes connections. It ends with this
 * process at the latest, however that ends. Rejects with what Redis said when it does not start.
 */
export async function startRedis(options: RedisOptions): Promise<RedisProcess> {
  const program = redisServerPath()
  if (program === undefined) {
    throw new Error(
      'There is no redis-server. Install it (apt-get install redis-server) or set REDIS_SERVER to where it is.',
    )
  }
  mkdirSync(options.folder, { recursive: true })
  for (let tried = 1; ; tried += 1) {
    const port = options.port ?? (await freePort())
    try {
      return await startOn(program, port, options)
    } catch (error) {
      const taken = error instanceof Error && error.message.includes('Address already in use')
      if (options.port !== undefined || !taken || tried === PORTS_TRIED) throw error
    }
  }
}

async function startOn(program: string, port: number, options: RedisOptions): Promise<RedisProcess> {
  const settings = {
    bind: '127.0.0.1',
    port: `${port}`,
    dir: options.folder,
    ...durable,
    ...options.settings,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])
  // In a session of its own: Ctrl-C ends the nodes first, and they still write.
  const child = spawn(program, flags, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const last: string[] = []
  let asked = false
  let open = false
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))

  const { pid } = await new Promise<{ pid: number }>((resolve, reject) => {
    child.once('error', reject)
    void ended.then(() => {
      const said = last.join('\n')
      if (!open) reject(new Error(`Redis did not start on port ${port}:\n${said}`))
      else if (!asked) options.onEnd?.(said)
    })
    const keep = (line: string): void => {
      last.splice(0, last.length - LAST_LINES + 1)
      last.push(line)
      // Said by this very process, after its file was loaded; a PING might be answered by another on that port.
      if (open || !line.includes('Ready to accept connections') || child.pid === undefined) return
      open = true
      resolve({ pid: child.pid })
    }
    createInterface(child.stdout).on('line', keep)
    createInterface(child.stderr).on('line', keep)
    if (child.pid !== undefined) endWithThisProcess(child, child.pid)
  })

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    asked = true
    child.kill(signal)
    // One that stands still takes a SIGTERM only when it goes on.
    child.kill('SIGCONT')
    await ended
  }
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    pid,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  }
}
