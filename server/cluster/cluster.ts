import path from 'node:path'
import { parseArgs } from 'node:util'
import { takeFolder } from '../log/sqlite-file.ts'
import { startBalancer, type Balancer } from './balancer.ts'
import { freePort } from './free-port.ts'
import { startNode } from './node-process.ts'
import { keepRunning, messageOf, type Kept, type Part } from './part.ts'
import { startRedis } from './redis-server.ts'

/**
 * One competition served by two nodes on one log, to be looked at and to be broken: a Redis, two nodes, and a balancer before
 * them. Any of them may be killed; what ends is started again.
 */
const usage = 'Flags: --port 3000  --data data/cluster.'

const asked = readFlags(process.argv.slice(2))
if ('fault' in asked) stop(`${asked.fault} ${usage}`)
else await run(asked)

interface Asked {
  readonly port: number
  readonly data: string
}

async function run({ port, data }: Asked): Promise<void> {
  const say = (line: string): void => console.log(line)
  const redisFolder = path.join(data, 'redis')
  let balancer: Balancer | null = null
  let redis: Kept | null = null
  let nodes: readonly Kept[] = []
  let ending: Promise<void> | null = null

  /** Nodes end before the log that they write to. */
  const end = async (): Promise<void> => {
    await balancer?.close()
    await Promise.all(nodes.map((node) => node.stop()))
    await redis?.stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      ending ??= end().then(() => process.exit(0))
    })
  }

  try {
    // Two Redis on one folder would spoil it. The system gives it back with this process, however that ends.
    const lock = takeFolder(redisFolder)
    process.once('exit', () => lock.close())
    balancer = await startBalancer({ port, nodes: () => nodes.flatMap((node) => node.port() ?? []) })
    redis = keepRunning('Redis', redisIn(redisFolder), say)
    await redis.started
    const at = redis.port()
    if (at === null) throw new Error('Redis ended at once.')
    const redisUrl = `redis://127.0.0.1:${at}`
    for (const number of [1, 2]) {
      const name = `Node ${number}`
      const told = (line: string): void => say(`${name}: ${line}`)
      // The same at each start, so that nothing of earlier ones piles up.
      const nodePort = await freePort(balancer.port + number)
      if (ending) return ending
      const node = keepRunning(name, () => startNode({ port: nodePort, data, redisUrl, say: told }), say)
      nodes = [...nodes, node]
      await node.started
    }
    say(`The balancer is process ${process.pid}, which ends all of them when it is ended with Ctrl-C.`)
    say(`Panelroom is open at http://localhost:${balancer.port}`)
  } catch (error) {
    // What was asked to end while it was starting did not fail.
    if (ending) return ending
    ending = end()
    await ending
    stop(sentenceFor(error, port))
  }
}

/** Starts a Redis on a free port, and later ones on the same, where the nodes look for it. */
function redisIn(folder: string): () => Promise<Part> {
  let port: { readonly port?: number } = {}
  return async () => {
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    const redis = await startRedis({ folder, ...port, onEnd: () => resolve() })
    port = { port: redis.port }
    return {
      pid: redis.pid,
      opened: Promise.resolve(redis.port),
      ended,
      stop: async () => {
        await redis.stop()
        resolve()
      },
    }
  }
}

function readFlags(args: readonly string[]): Asked | { readonly fault: string } {
  try {
    const options = { port: { type: 'string' }, data: { type: 'string' } } as const
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false })
    const port = Number(values.port ?? '3000')
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return { fault: `The port is a whole number from 0 to 65535, not “${values.port}”.` }
    return { port, data: path.resolve(values.data ?? 'data/cluster') }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { fault: 'The flags could not be read.' }
  }
}

function sentenceFor(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what uses it, or choose another: npm run cluster -- --port ${port + 1}`
  return messageOf(error)
}

function stop(sentence: string): void {
  console.error(sentence)
  process.exit(1)
}
