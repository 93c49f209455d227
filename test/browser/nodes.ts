import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startBalancer } from '../../server/cluster/balancer.ts'
import { freePort } from '../../server/cluster/free-port.ts'
import { openRedis, type TestRedis } from '../harness/redis.ts'
import { startProcess } from '../harness/server-process.ts'
import { startProxy, type TcpProxy } from '../harness/tcp-proxy.ts'
import type { Serving } from './serving.ts'

/** A node by its place, or the balancer, which hands each connection to another node than the one before. */
export type Where = 0 | 1 | 'byTurns'

export interface Node {
  readonly port: number
  /** Between this node and Redis; nothing of it lies between the node and its pages. */
  readonly network: TcpProxy
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
  /** Starts it again at the same place. */
  readonly start: () => Promise<void>
}

/** Two nodes over one Redis, and a balancer before them. */
export interface Nodes extends Serving {
  readonly redis: TestRedis
  readonly nodes: readonly [Node, Node]
}

interface Unusual {
  /** Of Redis. */
  readonly settings?: Readonly<Record<string, string>>
  /** Of both nodes. */
  readonly flags?: readonly string[]
}

/** Starts all of it. Each seat opens its pages where `where` says; the list of seats is read through the balancer. */
export async function serveByNodes(
  where: (label: string) => Where,
  { settings, flags = [] }: Unusual = {},
): Promise<Nodes> {
  const ending: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const end of ending.splice(0).toReversed()) await end()
  }
  try {
    const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-browser-nodes-'))
    ending.push(() => rmSync(folder, { recursive: true, force: true }))
    const redis = await openRedis(settings)
    ending.push(redis.close)
    const open = async () => {
      const node = await openNode(folder, redis.port, flags)
      ending.push(node.close)
      return node
    }
    const nodes = [await open(), await open()] as const
    const balancer = await startBalancer({ port: 0, nodes: () => nodes.map(({ port }) => port) })
    ending.push(balancer.close)
    return {
      redis,
      nodes,
      portOf: (label) => {
        const place = label === undefined ? 'byTurns' : where(label)
        return place === 'byTurns' ? balancer.port : nodes[place].port
      },
      pause: () => nodes.forEach((node) => node.pause()),
      resume: () => nodes.forEach((node) => node.resume()),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function openNode(folder: string, redisPort: number, flags: readonly string[]) {
  const network = await startProxy(redisPort)
  // It keeps its port when it is started again, and remembers under it what it has seen of the log.
  const port = await freePort()
  const begin = () =>
    startProcess(folder, { port, flags, env: { REDIS_URL: `redis://127.0.0.1:${network.port}` } })
  let running = await begin()
  return {
    port,
    network,
    pause: () => running.pause(),
    resume: () => running.resume(),
    kill: () => running.kill(),
    start: async () => {
      running = await begin()
    },
    close: async () => {
      await running.kill()
      await network.close()
    },
  }
}
