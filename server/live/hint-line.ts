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
/** How often the adapter asks for what is in its stream. */
const readEveryMs = 1_000

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
   * The adapter leaves what Redis refuses to nobody, which would end the process: so here nothing it asks is refused, and what fails
   * breaks the line. Hints travel by PUBLISH; in the adapter's stream there are broadcasts alone, which nobody here says. It is
   * never read, since the adapter reads an entry that it cannot take over and over.
   */
  function watched(client: Client): Client {
    clients.push(client)
    client.on('error', () => breaks())
    const duplicate = client.duplicate.bind(client)
    const [publish, subscribe] = [client.publish.bind(client), client.subscribe.bind(client)]
    const connect = client.connect.bind(client)
    return Object.assign(client, {
      duplicate: () => watched(duplicate()),
      connect: () => (client === first ? connect() : connect().catch(failed)),
      publish: (...hint: Parameters<typeof publish>) => publish(...hint).catch(failed),
      subscribe: (...channels: Parameters<typeof subscribe>) => subscribe(...channels).catch(failed),
      xRead: () => pause(readEveryMs, null, { ref: false }),
      disconnect: async () => end(client),
    })
  }

  function failed(): null {
    breaks()
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
    breaks()
  }

  try {
    await first.connect()
  } catch (error) {
    close()
    throw error
  }
  return {
    adapter: createAdapter(first, { streamName: channel, channelPrefix: channel }),
    broken,
    close,
  }
}

function end(client: Client): void {
  if (client.isOpen) client.destroy()
}
