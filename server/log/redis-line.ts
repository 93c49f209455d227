import { createClient, RESP_TYPES } from 'redis'
import { noProgress, withDeadline } from './redis-deadline.ts'
import type { Progress } from './redis-deadline.ts'
import { failureOf } from './redis-failure.ts'
import { integer } from './redis-replies.ts'
import { scripts } from './redis-scripts.ts'

/** Where nothing is answered for so long nothing will be: Redis stands still, or the line leads nowhere. */
const ANSWER_WITHIN_MS = 3_000
/** How long the reader waits for something new before it asks again: that it is answered shows that the line is whole. */
const BLOCK_MS = 1_000
/** More than this waiting for an answer, and further ones are refused at once. */
const PENDING_COMMANDS = 20_000
/** `progress` is kept while anything comes, so that a long answer is none that fails to come. */
function newClient(url: string, progress: Progress) {
  const client = createClient({
    url,
    // Lists of Buffers and numbers, the same in every version of Redis.
    RESP: 2,
    scripts,
    name: 'panelroom',
    disableClientInfo: true,
    maintNotifications: 'disabled',
    // What was not sent when the line broke must not be sent later, when nobody waits for it any more.
    disableOfflineQueue: true,
    commandsQueueMaxLength: PENDING_COMMANDS,
    commandOptions: {
      timeout: 0,
      typeMapping: {
        // Asked at each string of an answer, as it begins to arrive.
        get [RESP_TYPES.BLOB_STRING]() {
          progress.at = performance.now()
          return Buffer
        },
      },
    },
    socket: { connectTimeout: ANSWER_WITHIN_MS, reconnectStrategy: false },
  })
  return client
}

export type Client = ReturnType<typeof newClient>

/** From where on a stream is read: the next entry has a greater id. */
export interface Position {
  readonly key: string
  readonly id: string
}

/**
 * Two connections to a Redis, one that asks and one that waits for what is new. When one breaks, both end, for good.
 * Whatever is asked rejects with LogFailed when Redis refuses, and when the line ends before it has answered.
 */
export interface Line {
  /** `bytes`: about how much the question sends, where that is much. */
  ask<T>(question: (client: Client) => Promise<T>, bytes?: number): Promise<T>
  /** What stands after these positions, so many of each at most, as soon as there is something; null when nothing came for a while. */
  awaitNew(positions: readonly Position[], count: number): Promise<unknown>
  /** Lets a wait end at once; false when none was under way yet. */
  interrupt(): Promise<boolean>
  end(): void
  readonly ended: Promise<void>
}

/** Rejects with LogFailed within a few seconds when nobody answers there. `address` is what sentences call it. */
export async function openLine(url: string, address: string): Promise<Line> {
  const [askingProgress, waitingProgress] = [noProgress(), noProgress()]
  const asking = newClient(url, askingProgress)
  const waiting = newClient(url, waitingProgress)
  let finish = (): void => {}
  const ended = new Promise<void>((resolve) => {
    finish = resolve
  })
  let over = false

  function end(): void {
    over = true
    for (const client of [asking, waiting]) client.destroy()
    finish()
  }

  async function within<T>(
    milliseconds: number,
    progress: Progress,
    answer: Promise<T>,
    bytes = 0,
  ): Promise<T> {
    try {
      return await withDeadline(milliseconds, progress, bytes, answer, end)
    } catch (error) {
      const { failure, useless } = failureOf(error, address)
      if (useless) end()
      throw failure
    }
  }

  async function connect(client: Client): Promise<void> {
    client.on('error', end)
    await client.connect()
    // Had the line ended before the connection was there, nobody would ever close it.
    if (over) client.destroy()
  }

  async function begin(): Promise<string> {
    await Promise.all([connect(asking), connect(waiting)])
    // Loaded before they are used, so that appends under way at once keep their order.
    await Promise.all(Object.values(scripts).map(({ SCRIPT }) => asking.scriptLoad(SCRIPT)))
    const reader = `${integer(await waiting.sendCommand(['CLIENT', 'ID']))}`
    await asking.sendCommand(['CLIENT', 'UNBLOCK', reader])
    return reader
  }

  try {
    const reader = await within(ANSWER_WITHIN_MS, askingProgress, begin())
    return {
      ask: (question, bytes) => within(ANSWER_WITHIN_MS, askingProgress, question(asking), bytes),

      awaitNew(positions, count) {
        const words = ['XREAD', 'COUNT', `${count}`, 'BLOCK', `${BLOCK_MS}`, 'STREAMS']
        for (const { key } of positions) words.push(key)
        for (const { id } of positions) words.push(id)
        return within(BLOCK_MS + ANSWER_WITHIN_MS, waitingProgress, waiting.sendCommand(words))
      },

      async interrupt() {
        const unblock = asking.sendCommand(['CLIENT', 'UNBLOCK', reader])
        return integer(await within(ANSWER_WITHIN_MS, askingProgress, unblock)) === 1
      },

      end,
      ended,
    }
  } catch (error) {
    end()
    throw error
  }
}
