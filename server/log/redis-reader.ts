import { LogCorrupt, LogFailed } from './log-errors.ts'
import type { Checkpoint, LogEntry } from './log.ts'
import { checkChain, parseEntries, published, wholeAppends } from './redis-chain.ts'
import type { Page, StoredEntry } from './redis-chain.ts'
import { entriesKey } from './redis-keys.ts'
import type { Line } from './redis-line.ts'
import { list, text } from './redis-replies.ts'

/**
 * Entries of one stream that a wait brings at most. Few, because each may be large and hundreds of streams are followed; what is more
 * of one is read page by page.
 */
const EACH = 16
/** Entries read at once where a feed has to be caught up. */
const PAGE = 256

/** A checkpoint, with the hash of the stream up to there. */
interface Replaced extends Checkpoint {
  readonly hash: string
}

/** A stream that somebody follows, and how far its followers were given it. */
interface Feed {
  readonly stream: string
  readonly key: string
  version: number
  hash: string
  waiting: { readonly version: number; resolve(): void; reject(error: LogFailed): void }[]
}

export interface ReaderOptions {
  readonly readPage: (stream: string, from: number, limit: number) => Promise<Page>
  /** Takes entries of whole appends: no append is handed on in parts. */
  readonly offer: (stream: string, entries: readonly LogEntry[], checkpoint: Checkpoint | null) => void
  readonly saw: (stream: string, version: number, hash: string) => void
  /** Called each time nothing came for a while. */
  readonly onQuiet: () => Promise<void>
  /** A stream is not whole, which nobody has asked for and could be told. */
  readonly onCorrupt: (error: LogCorrupt) => void
}

/**
 * The one reader of this process: it waits for what comes after where its feeds stand, whoever writes it, and hands it
 * on in order. Since it asks by position, nothing is missed whenever it begins, and across lines that broke.
 */
export function createReader({ readPage, offer, saw, onQuiet, onCorrupt }: ReaderOptions) {
  const feeds = new Map<string, Feed>()
  let current: Line | null = null
  /** What is being waited for on the line of this moment; null between two waits. */
  let awaited: ReadonlySet<Feed> | null = null
  let interrupting = false
  let wake = (): void => {}

  function begin(stream: string, version: number, hash: string): void {
    if (feeds.has(stream)) return
    feeds.set(stream, { stream, key: entriesKey(stream), version, hash, waiting: [] })
    wake()
    if (current !== null) void interrupt(current)
  }

  function end(stream: string): void {
    const feed = feeds.get(stream)
    feeds.delete(stream)
    for (const { resolve } of feed?.waiting ?? []) resolve()
  }

  /** Ends the wait under way while a feed is not part of it. The wait may be on its way still: then asked again. */
  async function interrupt(line: Line): Promise<void> {
    if (interrupting) return
    interrupting = true
    try {
      while (awaited !== null && [...feeds.values()].some((feed) => awaited?.has(feed) === false)) {
        await line.interrupt()
      }
    } catch (error) {
      // The line has ended; the next wait begins on another, with all feeds.
      if (!(error instanceof LogFailed)) throw error
    } finally {
      interrupting = false
    }
  }

  async function awaitNew(line: Line): Promise<void> {
    const asked = new Map([...feeds.values()].map((feed) => [feed.key, feed]))
    awaited = new Set(asked.values())
    const positions = [...awaited].map(({ key, version }) => ({ key, id: `${version}-1` }))
    const reply = await line.awaitNew(positions, EACH).finally(() => {
      awaited = null
    })
    if (reply === null) return interrupting ? undefined : onQuiet()
    for (const one of list(reply)) {
      const [key, entries] = list(one)
      const feed = asked.get(text(key))
      if (feed !== undefined) await take(feed, entries)
    }
  }

  async function take(feed: Feed, reply: unknown): Promise<void> {
    const { stream } = feed
    // Followed anew meanwhile, from elsewhere: the new feed asks for itself.
    if (feeds.get(stream) !== feed) return
    const entries = parseEntries(stream, reply)
    const next = entries.filter((entry, index) => entry?.version === feed.version + 1 + index)
    // Either a checkpoint has removed what comes next, or it is lost: reading tells.
    if (next.length < entries.length) return readOn(feed)
    const found = next.filter((entry) => entry !== null)
    checkChain(stream, feed.hash, found)
    const whole = wholeAppends(found)
    give(feed, found.slice(0, whole), null)
    if (whole < found.length || found.length >= EACH) await readOn(feed)
  }

  /** Hands on all that the stream holds by now, page by page; an append that is longer than a page waits for its end. */
  async function readOn(feed: Feed): Promise<void> {
    const { stream } = feed
    let held: StoredEntry[] = []
    let replaced: Replaced | null = null
    let more = true
    while (more) {
      const page: Page = await readPage(
        stream,
        held.at(-1)?.version ?? replaced?.version ?? feed.version,
        PAGE,
      )
      if (feeds.get(stream) !== feed) return
      if (page.checkpoint !== null) {
        held = []
        replaced = { ...page.checkpoint, hash: page.before }
      }
      held.push(...page.entries)
      const whole = wholeAppends(held)
      if (whole > 0 || held.length === 0) {
        give(feed, held.splice(0, whole), replaced)
        replaced = null
      }
      more = page.more
    }
    if (held.length > 0) throw new LogCorrupt(`The stream ${stream} ends within an append.`)
  }

  function give(feed: Feed, entries: readonly StoredEntry[], replaced: Replaced | null): void {
    const last = entries.at(-1) ?? replaced
    if (last === null) return
    feed.version = last.version
    feed.hash = last.hash
    saw(feed.stream, feed.version, feed.hash)
    const checkpoint = replaced && { version: replaced.version, seal: replaced.seal, bytes: replaced.bytes }
    offer(feed.stream, entries.map(published), checkpoint)
    const reached = feed.waiting.filter(({ version }) => version <= feed.version)
    feed.waiting = feed.waiting.filter(({ version }) => version > feed.version)
    for (const { resolve } of reached) resolve()
  }

  return {
    begin,
    end,

    /** Reads on this line until it ends. */
    async run(line: Line): Promise<void> {
      current = line
      let over = false
      void line.ended.then(() => {
        over = true
        wake()
      })
      try {
        while (!over) {
          if (feeds.size > 0) await awaitNew(line)
          else {
            await new Promise<void>((resolve) => {
              wake = resolve
            })
          }
        }
      } catch (error) {
        if (error instanceof LogCorrupt) onCorrupt(error)
        else if (!(error instanceof LogFailed)) throw error
      } finally {
        current = null
        line.end()
        const failed = new LogFailed('The line to Redis broke before the entries came back.')
        for (const feed of feeds.values()) {
          for (const { reject } of feed.waiting) reject(failed)
          feed.waiting = []
        }
      }
    },

    /** Resolves once the followers of the stream were given it up to this version; rejects when the line ends before. */
    given(stream: string, version: number): Promise<void> {
      const feed = feeds.get(stream)
      if (feed === undefined || feed.version >= version) return Promise.resolve()
      if (current === null) return Promise.reject(new LogFailed('The line to Redis broke.'))
      return new Promise((resolve, reject) => feed.waiting.push({ version, resolve, reject }))
    },
  }
}
