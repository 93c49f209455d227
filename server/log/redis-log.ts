import { createFollowers } from './followers.ts'
import { LogFailed, LogRefused } from './log-errors.ts'
import { checkAppend, checkCheckpoint, checkRead } from './log-rules.ts'
import type { AppendOutcome, Log } from './log.ts'
import { redisAddress } from './redis-address.ts'
import type { ChainedRead } from './redis-chain.ts'
import { connectTo } from './redis-connection.ts'
import { openHeads } from './redis-heads.ts'
import type { Line } from './redis-line.ts'
import { createReader } from './redis-reader.ts'
import { unsafe, unsuitable } from './redis-safety.ts'
import type { Fault } from './redis-safety.ts'
import { askSettings } from './redis-settings.ts'
import { createStreams } from './redis-streams.ts'

/** Heads compared each time nothing new came for a second, by turns: a Redis that was emptied is noticed while all are quiet. */
const COMPARED_WHEN_QUIET = 16

export interface RedisLogOptions {
  /** `redis://[user:password@]host:port[/number]`; `rediss://` over TLS. */
  readonly url: string
  /**
   * The file in which this node remembers the highest heads it has seen, `<its own name>.json`; what the other files of the
   * folder say counts as well.
   */
  readonly heads: { readonly folder: string; readonly name: string }
  /** Opens a log in a Redis that may lose what it acknowledges; `risk` then says what may be lost. */
  readonly acceptRisk: boolean
  /** Called once when the log must not be used any more: the server stops with the sentence. */
  readonly onFailure: (failure: LogFailed) => void
}

export type RedisLog = Log & {
  /** What the promise has become where unsafe settings were accepted, in plain words for staff; else null. */
  readonly risk: () => string | null
}

/**
 * Opens the log that several servers share, kept by a Redis. Rejects with LogRefused when nobody answers there, when that
 * Redis would not keep what it acknowledges, and when it has lost what was seen in it.
 */
export async function openRedisLog(options: RedisLogOptions): Promise<RedisLog> {
  const { url, acceptRisk, onFailure } = options
  const { folder, name } = options.heads
  const address = redisAddress(url)
  const heads = openHeads({ folder, name, redis: address })
  const streams = createStreams({ address, heads, folder })
  const asked = new Set<Promise<unknown>>()
  let faults: readonly Fault[] = []
  let admitted = false
  let compared = 0
  /** Why nothing more can be asked; what was asked before a close is still answered. */
  let refusal: string | null = null
  let closing: Promise<void> | null = null
  let reading: Promise<void> = Promise.resolve()

  const followers = createFollowers(readOn, {
    begin: (stream, version, last) => reader.begin(stream, version, last.hash),
    end: (stream) => reader.end(stream),
  })
  const reader = createReader({
    readPage: (stream, from, limit) => askRedis((line) => streams.readPage(line, stream, from, limit)),
    offer: followers.offer,
    saw: heads.saw,
    onQuiet: compareSome,
    onCorrupt: (error) => void fail(error.sentence),
  })
  const connection = await connectTo({
    url,
    address,
    admit,
    onLine(line) {
      reading = reading.then(() => reader.run(line))
    },
    onRefused: ({ sentence }) => void fail(sentence),
  })

  /** On every new line, before anything else is asked there: it may lead to another Redis than the last one. */
  async function admit(line: Line): Promise<void> {
    const settings = await askSettings(line)
    const unusable = unsuitable(settings)
    if (unusable !== null) {
      throw new LogRefused('unsuitable', `The log cannot be kept in Redis at ${address}. ${unusable}`)
    }
    const found = unsafe(settings)
    if (found.length > 0 && !acceptRisk) {
      const wrong = found.map((fault) => fault.wrong).join(' ')
      throw new LogRefused(
        'unsafe',
        `Redis at ${address} may lose what it has acknowledged: ${wrong} Settings hold until Redis ends, unless they are in its configuration file (CONFIG REWRITE writes them there). To run all the same, start with --accept-redis-risk.`,
      )
    }
    await streams.checkClaims(line, admitted ? heads.all() : heads.claims)
    admitted = true
    faults = found
  }

  async function compareSome(): Promise<void> {
    const all = heads.all()
    const some = all.slice(compared, compared + COMPARED_WHEN_QUIET)
    compared = compared + some.length < all.length ? compared + some.length : 0
    await askRedis((line) => streams.checkClaims(line, some))
  }

  async function fail(sentence: string): Promise<void> {
    if (closing !== null) return
    refusal = sentence
    closing = end()
    // The process ends right after it was told: what it has seen must be there for its next start.
    await heads.flush()
    onFailure(new LogFailed(sentence))
  }

  /** Asks, and stops the whole log when it turns out that Redis has lost what it had acknowledged. */
  async function askRedis<T>(ask: (line: Line) => Promise<T>): Promise<T> {
    try {
      return await connection.use(ask)
    } catch (error) {
      if (!(error instanceof LogRefused)) throw error
      await fail(error.sentence)
      throw new LogFailed(error.sentence, { cause: error })
    }
  }

  /** The same for those outside, as long as the log is open. */
  async function answer<T>(ask: (line: Line) => Promise<T>): Promise<T> {
    if (refusal !== null) throw new LogFailed(refusal)
    const answered = askRedis(ask)
    asked.add(answered)
    try {
      return await answered
    } finally {
      asked.delete(answered)
    }
  }

  /**
   * Resolves once the followers here were given what an outcome speaks of, so that nobody waits for it while Redis is away: where
   * the line breaks before, the outcome is unknown after all.
   */
  async function givenAll(stream: string, outcome: AppendOutcome): Promise<void> {
    if (outcome.kind === 'unknown') return
    const version = outcome.kind === 'appended' ? outcome.version : outcome.at
    await reader.given(outcome.kind === 'moved' ? outcome.stream : stream, version)
  }

  async function readOn(stream: string, from: number, limit: number): Promise<ChainedRead> {
    checkRead(stream, from, limit)
    return answer((line) => streams.read(line, stream, from, limit))
  }

  async function end(): Promise<void> {
    await Promise.allSettled(asked)
    followers.stopAll()
    connection.close()
    await reading
    await heads.flush()
  }

  return {
    async read(stream, from, limit) {
      const { checkpoint, entries } = await readOn(stream, from, limit)
      return { checkpoint, entries }
    },

    follow: followers.follow,

    async append(stream, expected, entries, { id, given = [] }) {
      checkAppend(stream, expected, entries, id, given)
      // Copies: the owner may write to them again before they are sent.
      const copies = entries.map(({ bytes, seal = false }) => ({ bytes: new Uint8Array(bytes), seal }))
      try {
        return await answer(async (line): Promise<AppendOutcome> => {
          const outcome = await streams.append(line, stream, expected, copies, { id, given })
          await givenAll(stream, outcome)
          return outcome
        })
      } catch (error) {
        if (!(error instanceof LogFailed)) throw error
        return { kind: 'unknown', sentence: refusal ?? error.sentence }
      }
    },

    async checkpoint(stream, version, bytes) {
      checkCheckpoint(stream, version, bytes)
      const copy = new Uint8Array(bytes)
      await answer((line) => streams.checkpoint(line, stream, version, copy))
    },

    async head(stream) {
      return answer(async (line) => {
        const version = await streams.head(line, stream)
        await reader.given(stream, version)
        return version
      })
    },

    async streams(prefix) {
      return answer((line) => streams.streams(line, prefix))
    },

    risk() {
      const sentences = faults.map(({ risk }) => risk)
      const problem = heads.problem()
      return [...sentences, ...(problem === null ? [] : [problem])].join(' ') || null
    },

    close() {
      refusal ??= 'The log is closed.'
      closing ??= end()
      return closing
    },
  }
}
