import { createClient, RESP_TYPES } from 'redis'
import { withDeadline } from './redis-deadline.ts'
import type { Answered } from './redis-deadline.ts'
import { failureOf } from './redis-failure.ts'
import { integer } from './redis-replies.ts'
import { scripts } from './redis-scripts.ts'

/** Where nothing is answered for so long nothing will be: Redis stands still, or the line leads nowhere. */
const ANSWER_WITHIN_MS = 3_000
/** How long the reader waits for something new before it asks again: that it is answered shows that the line is whole. */
const BLOCK_MS = 1_000
/** More than this waiting for an answer, and further ones are refused at once. */
const PENDING_COMMANDS = 20_000
/** Entries of one stream read at once. */
const READ_COUNT = 128

function newClient(url: string) {
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
    commandOptions: { timeout: 0, typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
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
  ask<T>(question: (client: Client) => Promise<T>): Promise<T>
  /** What stands after these positions, as soon as there is something; null when nothing came for a while. */
  awaitNew(positions: readonly Position[]): Promise<unknown>
  /** Lets a wait end at once; false when none was under way yet. */
  interrupt(): Promise<boolean>
  end(): void
  readonly ended: Promise<void>
}

/** Rejects with LogFailed within a few seconds when nobody answers there. `address` is what sentences call it. */
export async function openLine(url: string, address: string): Promise<Line> {
  const asking = newClient(url)
  const waiting = newClient(url)
  let finish = (): void => {}
  const ended = new Promise<void>((resolve) => {
    finish = resolve
  })
  let over = false
  const answered: Answered = { at: 0 }

  function end(): void {
    over = true
    for (const client of [asking, waiting]) client.destroy()
    finish()
  }

  async function within<T>(milliseconds: number, connection: Answered, answer: Promise<T>): Promise<T> {
    try {
      return await withDeadline(milliseconds, connection, answer, end)
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
    const reader = await within(ANSWER_WITHIN_MS, answered, begin())
    return {
      ask: (question) => within(ANSWER_WITHIN_MS, answered, question(asking)),

      awaitNew(positions) {
        const words = ['XREAD', 'COUNT', `${READ_COUNT}`, 'BLOCK', `${BLOCK_MS}`, 'STREAMS']
        for (const { key } of positions) words.push(key)
        for (const { id } of positions) words.push(id)
        return within(BLOCK_MS + ANSWER_WITHIN_MS, { at: 0 }, waiting.sendCommand(words))
      },

      async interrupt() {
        const unblock = asking.sendCommand(['CLIENT', 'UNBLOCK', reader])
        return integer(await within(ANSWER_WITHIN_MS, answered, unblock)) === 1
      },

      end,
      ended,
    }
  } catch (error) {
    end()
    throw error
  }
}
