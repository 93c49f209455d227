import { createHash } from 'node:crypto'
import { LogCorrupt, LogRefused } from './log-errors.ts'
import { checkWhole } from './log-rules.ts'
import type { AppendOutcome, Checkpoint, Given, NewEntry } from './log.ts'
import { checkChain, parseEntries, published } from './redis-chain.ts'
import type { ChainedRead, Page } from './redis-chain.ts'
import type { Claim, Heads } from './redis-heads.ts'
import { checkpointKey, entriesKey, headKey, headPattern, streamOfHead } from './redis-keys.ts'
import type { Line } from './redis-line.ts'
import { bytes, integer, list, text, textOrNull } from './redis-replies.ts'

/** Keys looked at in one step of a listing. */
const SCAN_COUNT = 1_000
/** So many questions are under way at once where everything seen is compared. */
const CLAIMS_AT_ONCE = 1_000
/** An answer to a read ends with the entry that reaches this, so that none takes long, whatever the stream holds. */
const PAGE_BYTES = 2 * 1024 * 1024
/** A checkpoint comes in pieces of this size. */
const PIECE_BYTES = 256 * 1024

export interface StreamsOptions {
  /** What sentences call the Redis. */
  readonly address: string
  readonly heads: Heads
  /** Whom a loss is told with what to do about it: the folder of what was seen. */
  readonly folder: string
}

/**
 * The questions of the log on a line, and what their answers mean. Each raises the heads seen, and each throws LogRefused
 * (`behind`) when Redis no longer holds what was seen there.
 */
export function createStreams({ address, heads, folder }: StreamsOptions) {
  function refuseLoss(kind: string, stream: string, version: number, at: number, seenAt = address): void {
    if (kind !== 'behind' && kind !== 'other') return
    const lost =
      seenAt === address
        ? 'has lost what it had acknowledged'
        : `does not hold what had been acknowledged at ${seenAt}`
    const found =
      kind === 'behind'
        ? `the stream ${stream} ends at version ${at}, but version ${version} had been there`
        : `version ${version} of the stream ${stream} is another than the one that had been there`
    throw new LogRefused(
      'behind',
      `Redis at ${address} ${lost}: ${found}. Start the Redis that holds it. To accept the loss, or to begin with another log, remove the folder ${folder} and start again.`,
    )
  }

  async function checkClaim(line: Line, { stream, version, hash, redis }: Claim): Promise<void> {
    const reply = await line.ask((client) =>
      client.readHead([headKey(stream), entriesKey(stream)], [stream, `${version}`, hash]),
    )
    const [kind, at] = list(reply)
    refuseLoss(text(kind), stream, version, integer(at), redis)
  }

  /** One answer, which holds an entry at least where there is one and no checkpoint before it. */
  async function readPage(line: Line, stream: string, from: number, limit: number): Promise<Page> {
    const seen = heads.seen(stream)
    const reply = await line.ask((client) =>
      client.readStream(
        [headKey(stream), entriesKey(stream), checkpointKey(stream)],
        [stream, `${from}`, `${limit}`, `${seen.version}`, seen.hash, `${PAGE_BYTES}`, `${PIECE_BYTES}`],
      ),
    )
    const [kind, at, headHash, sealed, began, beginning, sum, pieces, found, cut] = list(reply)
    const head = integer(at)
    refuseLoss(text(kind), stream, seen.version, head)
    const start = integer(began)
    const checkpoint =
      start > from ? checkpointOf(stream, start, integer(sealed) === 1 && start === head, sum, pieces) : null
    const entries = parseEntries(stream, found).filter((entry) => entry !== null)
    checkWhole(stream, head, start, integer(cut) === 1 ? entries.length : limit, entries)
    const before = textOrNull(beginning)
    if (before === null)
      throw new LogCorrupt(`The stream ${stream} is not whole: version ${start} is missing.`)
    checkChain(stream, before, entries)
    const last = start + entries.length
    const hash = entries.at(-1)?.hash ?? before
    if (head > 0 && last === head && hash !== text(headHash)) throw notWritten(stream, last)
    heads.saw(stream, last, hash)
    return { checkpoint, entries, before, more: last < head }
  }

  return {
    readPage,

    /** Whether all this is still there. */
    async checkClaims(line: Line, claims: readonly Claim[]): Promise<void> {
      for (let first = 0; first < claims.length; first += CLAIMS_AT_ONCE) {
        await Promise.all(claims.slice(first, first + CLAIMS_AT_ONCE).map((claim) => checkClaim(line, claim)))
      }
    },

    async append(
      line: Line,
      stream: string,
      expected: number,
      entries: readonly NewEntry[],
      { id, given }: { readonly id: string; readonly given: readonly Given[] },
    ): Promise<AppendOutcome> {
      const seen = heads.seen(stream)
      const others = given.map((other) => ({ ...other, seen: heads.seen(other.stream) }))
      const keys = [headKey(stream), entriesKey(stream), ...others.map((other) => headKey(other.stream))]
      const reply = await line.ask(
        (client) =>
          client.appendEntries(keys, [
            ...[stream, `${expected}`, id, `${seen.version}`, seen.hash, `${entries.length}`],
            ...others.flatMap((other) => [`${other.version}`, `${other.seen.version}`, other.seen.hash]),
            ...entries.flatMap((entry) => [entry.seal === true ? '1' : '0', asBuffer(entry.bytes)]),
          ]),
        entries.reduce((sum, entry) => sum + entry.bytes.byteLength, 0),
      )
      const [answered, at, head, hash, place] = list(reply)
      const kind = text(answered)
      const version = integer(at)
      const other = others[integer(place) - 1]
      refuseLoss(kind, other?.stream ?? stream, other?.seen.version ?? seen.version, version)
      heads.saw(stream, integer(head), textOrNull(hash) ?? '')
      switch (kind) {
        case 'appended':
          return { kind, version }
        case 'conflict':
        case 'sealed':
          return { kind, at: version }
        case 'moved':
          if (other !== undefined) return { kind, stream: other.stream, at: version }
          break
        case 'surplus':
          throw new LogCorrupt(`The stream ${stream} goes on after its head, version ${version}.`)
      }
      throw new Error(`Redis answered an append with ${kind}.`)
    },

    /** Asks on until there are as many as asked for, or no more. */
    async read(line: Line, stream: string, from: number, limit: number): Promise<ChainedRead> {
      let page = await readPage(line, stream, from, limit)
      let { checkpoint } = page
      const entries = [...page.entries]
      while (page.more && entries.length < limit) {
        const at = entries.at(-1)?.version ?? checkpoint?.version ?? from
        page = await readPage(line, stream, at, limit - entries.length)
        if (page.checkpoint !== null) {
          // Trimmed meanwhile: it stands for what was read so far as well.
          checkpoint = page.checkpoint
          entries.length = 0
        }
        entries.push(...page.entries)
      }
      return { checkpoint, entries: entries.map(published), hash: entries.at(-1)?.hash ?? page.before }
    },

    async head(line: Line, stream: string): Promise<number> {
      const seen = heads.seen(stream)
      const reply = await line.ask((client) =>
        client.readHead([headKey(stream), entriesKey(stream)], [stream, `${seen.version}`, seen.hash]),
      )
      const [kind, at, hash] = list(reply)
      const head = integer(at)
      refuseLoss(text(kind), stream, seen.version, head)
      heads.saw(stream, head, textOrNull(hash) ?? '')
      return head
    },

    /** Throws a RangeError above the head. */
    async checkpoint(line: Line, stream: string, version: number, content: Uint8Array): Promise<void> {
      const seen = heads.seen(stream)
      const reply = await line.ask(
        (client) =>
          client.storeCheckpoint(
            [headKey(stream), entriesKey(stream), checkpointKey(stream)],
            [stream, `${version}`, `${seen.version}`, seen.hash, sumOf(content), asBuffer(content)],
          ),
        content.byteLength,
      )
      const [answered, at] = list(reply)
      const kind = text(answered)
      const head = integer(at)
      refuseLoss(kind, stream, seen.version, head)
      if (kind === 'above') throw new RangeError(`${stream} ends at version ${head}, before ${version}.`)
      if (kind === 'torn')
        throw new LogCorrupt(`The stream ${stream} is not whole: version ${version} is missing.`)
    },

    async streams(line: Line, prefix: string): Promise<string[]> {
      const known = heads.all().filter(({ stream }) => stream.startsWith(prefix))
      const found = new Set<string>()
      let cursor = '0'
      do {
        const words = ['SCAN', cursor, 'MATCH', headPattern(prefix), 'COUNT', `${SCAN_COUNT}`]
        const [next, keys] = list(await line.ask((client) => client.sendCommand(words)))
        for (const key of list(keys)) {
          const stream = streamOfHead(text(key))
          if (stream?.startsWith(prefix) === true) found.add(stream)
        }
        cursor = text(next)
      } while (cursor !== '0')
      for (const { stream, version } of known) {
        if (!found.has(stream)) refuseLoss('behind', stream, version, 0)
      }
      return [...found].toSorted()
    },
  }
}

export type Streams = ReturnType<typeof createStreams>

function checkpointOf(
  stream: string,
  version: number,
  seal: boolean,
  sum: unknown,
  pieces: unknown,
): Checkpoint {
  const found = Buffer.concat(list(pieces).map(bytes))
  if (sumOf(found) !== textOrNull(sum)) throw notWritten(stream, version)
  return { version, seal, bytes: new Uint8Array(found.buffer, found.byteOffset, found.byteLength) }
}

function notWritten(stream: string, version: number): LogCorrupt {
  return new LogCorrupt(`Version ${version} of the stream ${stream} is not what was written.`)
}

function sumOf(content: Uint8Array): string {
  return createHash('sha1').update(content).digest('hex')
}

/** The same bytes as a Buffer, which is what the client sends as it is. */
function asBuffer(content: Uint8Array): Buffer {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
}
