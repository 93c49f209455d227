import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { freePort } from '../../server/cluster/free-port.ts'
import { openRedisLog, type RedisLog } from '../../server/log/redis-log.ts'
import { ask } from '../harness/ask.ts'
import { openRedis, type TestRedis } from '../harness/redis.ts'
import { hostOf, signIn } from '../harness/running-server.ts'
import { openSeat, type SeatClient } from '../harness/seat-client.ts'
import { startProcess, type Ended, type ServerProcess } from '../harness/server-process.ts'
import { startProxy, type TcpProxy } from '../harness/tcp-proxy.ts'

/** One process of a cluster. It keeps its port when it is started again, as behind a balancer. */
export interface Node {
  readonly name: string
  readonly port: number
  /** Between this node and Redis; nothing of it lies between the node and its browsers. */
  readonly network: TcpProxy
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  /** How it ended, once it has. */
  readonly ended: () => Promise<Ended>
}

/** Two nodes that serve one competition over one Redis. */
export interface Cluster {
  readonly redis: TestRedis
  readonly nodes: readonly [Node, Node]
  /** The folder of data that both nodes share. */
  readonly folder: string
  /** A fresh live line of a person to a node; both nodes know the same session. */
  readonly seat: (person: string, node: Node) => Promise<SeatClient>
  /** Opens a new rehearsal, asked of the first node; everybody has to sit down again. */
  readonly startOver: () => Promise<void>
  /** The number of the rehearsal that is on, as it stands in names. */
  readonly competition: () => string
  /** Reads the log past both nodes and their networks. */
  readonly inLog: <T>(look: (log: RedisLog) => Promise<T>) => Promise<T>
  /** Closes every line that `seat` has opened. */
  readonly everybodyLeaves: () => void
}

/** Starts a Redis, a network for each node and two nodes; all of it ends with the test, however that ends. */
export async function startCluster(): Promise<Cluster> {
  const redis = await openRedis()
  onTestFinished(redis.close)
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-nodes-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))

  async function startNode(name: string): Promise<Node> {
    const network = await startProxy(redis.port)
    onTestFinished(network.close)
    const port = await freePort()
    let running: ServerProcess | null = null
    const process = (): ServerProcess => {
      if (!running) throw new Error(`The node ${name} has never run.`)
      return running
    }
    const start = async (): Promise<void> => {
      const env = { REDIS_URL: `redis://127.0.0.1:${network.port}` }
      running = await startProcess(folder, { port, env })
    }
    onTestFinished(() => running?.kill())
    await start()
    return { name, port, network, start, kill: () => process().kill(), ended: () => process().ended }
  }
  const nodes = [await startNode('one'), await startNode('two')] as const

  const cookies = new Map<string, Promise<string>>()
  const open: SeatClient[] = []
  onTestFinished(everybodyLeaves)
  let number = 1

  function everybodyLeaves(): void {
    for (const seat of open.splice(0)) seat.close()
  }

  return {
    redis,
    nodes,
    folder,
    competition: () => `rehearsal-${number}`,
    seat: async (person, { port }) => {
      const cookie = cookies.get(person) ?? signIn(port, person)
      cookies.set(person, cookie)
      const seat = await openSeat({ port, host: hostOf(person), cookie: await cookie })
      open.push(seat)
      return seat
    },
    startOver: async () => {
      everybodyLeaves()
      cookies.clear()
      const [{ port }] = nodes
      const headers = { origin: `http://localhost:${port}` }
      const { status, body } = await ask(port, 'localhost', '/api/rehearsal/start-over', {
        method: 'POST',
        headers,
      })
      if (status !== 204) throw new Error(`The rehearsal was not started over: ${status} ${body}`)
      number += 1
    },
    inLog: async (look) => {
      const heads = mkdtempSync(path.join(tmpdir(), 'panelroom-heads-'))
      try {
        const log = await openRedisLog({
          url: redis.url,
          heads: { folder: heads, name: 'test.json' },
          acceptRisk: false,
          onFailure: (failure) => {
            throw failure
          },
        })
        try {
          return await look(log)
        } finally {
          await log.close()
        }
      } finally {
        rmSync(heads, { recursive: true, force: true })
      }
    },
    everybodyLeaves,
  }
}
