import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { endWithThisProcess } from './end-with-this-process.ts'
import type { Part } from './part.ts'

const program = fileURLToPath(new URL('../main.ts', import.meta.url))

/** A node that has not ended by then stands still, and is ended as a power cut would. */
const END_MS = 10_000

export interface NodeOptions {
  /** Its own among the nodes, also after it was started again: what it remembers of the log is kept under it. */
  readonly port: number
  /** What is shared by all nodes: the key and the files. */
  readonly data: string
  readonly redisUrl: string
  /** Given each line that the node writes for whoever runs it. */
  readonly say: (line: string) => void
}

/** Starts a server on 127.0.0.1 whose log is in Redis. It ends with this process at the latest. */
export function startNode({ port, data, redisUrl, say }: NodeOptions): Part {
  // In a session of its own: Ctrl-C is for the cluster, which ends its parts in order.
  const flags = ['--host', '127.0.0.1', '--port', `${port}`, '--data', data]
  const child = spawn(process.execPath, [program, ...flags], {
    env: { ...process.env, REDIS_URL: redisUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  })
  const opened = new Promise<number>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('Panelroom is open at')) resolve(port)
      else say(line)
    })
    child.once('error', reject)
    void ended.then(() => reject(new Error('A node ended before it was open; what it said is above.')))
  })
  createInterface(child.stderr).on('line', say)
  // Whoever waits for it is told; nobody may be waiting any more.
  opened.catch(() => undefined)
  if (child.pid !== undefined) endWithThisProcess(child, child.pid)
  return {
    pid: child.pid ?? 0,
    opened,
    ended,
    stop: async () => {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), END_MS)
      await ended
      clearTimeout(late)
    },
  }
}
