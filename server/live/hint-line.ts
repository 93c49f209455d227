import { createAdapter } from '@socket.io/redis-streams-adapter'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient } from 'redis'

/** Connections to Redis with socket.io's adapter on them, as long as all of them answer. */
export interface HintLine {
  readonly adapter: ReturnType<typeof createAdapter>
  /** Resolves once one of them broke, or did not answer a ping in time. */
  readonly broken: Promise<void>
  readonly close: () => void
}

type Client = ReturnType<typeof newClient>

const pingEveryMs = 1_000
const answerWithinMs = 3_000
/** How long a read waits for the next hint. */
const blockMs = 1_000

function newClient(url: string) {
  return createClient({ url, socket: { connectTimeout: answerWithinMs, reconnectStrategy: false } })
}

/** Opens the line. Rejects where Redis cannot be reached. `channel` is what those share who are to hear each other. */
export async function openHintLine(url: string, channel: string): Promise<HintLine> {
  const { promise: broken, resolve: breaks } = Promise.withResolvers<void>()
  const clients: Client[] = []
  const first = watched(newClient(url))
  const pings = setInterval(() => clients.forEach(ping), pingEveryMs).unref()

  /**
   * The adapter leaves what Redis refuses to nobody, which would end the process, and reads again at once where reading fails,
   * which would give nothing else its turn: so here nothing it asks is refused, and what fails breaks the line.
   */
  function watched(client: Client): Client {
    clients.push(client)
    client.on('error', () => breaks())
    const duplicate = client.duplicate.bind(client)
    const [publish, subscribe] = [client.publish.bind(client), client.subscribe.bind(client)]
    const [connect, read] = [client.connect.bind(client), client.xRead.bind(client)]
    return Object.assign(client, {
      duplicate: () => watched(duplicate()),
      connect: () => (client === first ? connect() : connect().catch(failed)),
      publish: (...hint: Parameters<typeof publish>) => publish(...hint).catch(failed),
      subscribe: (...channels: Parameters<typeof subscribe>) => subscribe(...channels).catch(failed),
      xRead: (...asked: Parameters<typeof read>) => read(...asked).catch(failed),
      disconnect: async () => end(client),
    })
  }

  async function failed(): Promise<null> {
    breaks()
    await pause(blockMs, undefined, { ref: false })
    return null
  }

  function ping(client: Client): void {
    if (!client.isReady) return
    const late = setTimeout(breaks, answerWithinMs).unref()
    client.ping().then(() => clearTimeout(late), breaks)
  }

  function close(): void {
    clearInterval(pings)
    clients.forEach(end)
  }

  try {
    await first.connect()
  } catch (error) {
    close()
    throw error
  }
  const names = { streamName: channel, channelPrefix: channel }
  return { adapter: createAdapter(first, { ...names, blockTimeInMs: blockMs }), broken, close }
}

function end(client: Client): void {
  if (client.isOpen) client.destroy()
}
