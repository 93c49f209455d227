import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { LogRefused } from './log-errors.ts'

/** A version that was acknowledged, and the hash of the stream up to there. */
export interface Head {
  readonly version: number
  readonly hash: string
}

export interface Claim extends Head {
  readonly stream: string
  /** The Redis that this was seen in, without credentials. */
  readonly redis: string
}

/** So long what was seen may wait to be written down: within it a crash of this node forgets what it has seen last. */
const WRITE_AFTER_MS = 500

const nothing: Head = { version: 0, hash: '' }

const fileSchema = z.strictObject({
  redis: z.string(),
  heads: z.record(z.string(), z.tuple([z.int().nonnegative(), z.string()])),
})

/**
 * The highest head seen of each stream: exactly, in memory, and a moment later in a file. A Redis that is behind any of
 * them has lost what was acknowledged, also where it answers at another address than the one where it was seen. The files of
 * other nodes in the folder are read as well, at the start only. `name` is no other process's.
 */
export function openHeads({ folder, name, redis }: { folder: string; name: string; redis: string }) {
  const seen = new Map<string, Head>()
  const claims = readClaims(folder)
  for (const { stream, version, hash } of claims) {
    if (version > (seen.get(stream)?.version ?? 0)) seen.set(stream, { version, hash })
  }
  const target = path.join(folder, name)
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()
  let changed = false
  let problem: string | null = null

  function saw(stream: string, version: number, hash: string): void {
    if (version <= (seen.get(stream)?.version ?? 0)) return
    seen.set(stream, { version, hash })
    changed = true
    timer ??= setTimeout(() => {
      timer = null
      writing = writing.then(write)
    }, WRITE_AFTER_MS).unref()
  }

  async function write(): Promise<void> {
    if (!changed) return
    changed = false
    const fresh = `${target}.${randomUUID()}`
    const heads = Object.fromEntries(
      [...seen].map(([stream, { version, hash }]) => [stream, [version, hash]]),
    )
    try {
      // Whole or not at all: where a node is killed here, or the machine stops, the file that was there stays.
      await writeFile(fresh, JSON.stringify({ redis, heads }), { flag: 'wx', flush: true })
      await rename(fresh, target)
      problem = null
    } catch (error) {
      changed = true
      // A draft that stays does no harm, and a disk that refused may refuse this as well.
      await rm(fresh, { force: true }).catch(() => undefined)
      problem = `What was seen of the log cannot be written to ${target} (${String(error)}), so that a loss may go unnoticed.`
    }
  }

  return {
    /** What the files said at the start: each of it must still be there. */
    claims,
    saw,

    /** The highest head of a stream that anybody of this process has seen. */
    seen: (stream: string): Head => seen.get(stream) ?? nothing,

    /** All of them, at this moment. */
    all: (): Claim[] => [...seen].map(([stream, head]) => ({ stream, redis, ...head })),

    /** Why what was seen is not in the file, as a sentence; else null. */
    problem: () => problem,

    /** Writes what has changed, now. */
    async flush(): Promise<void> {
      if (timer !== null) clearTimeout(timer)
      timer = null
      writing = writing.then(write)
      await writing
    },
  }
}

export type Heads = ReturnType<typeof openHeads>

/** What all files of the folder say, each thing once. Throws LogRefused for a file that says nothing. */
function readClaims(folder: string): Claim[] {
  const claims = new Map<string, Claim>()
  for (const file of filesOf(folder)) {
    const parsed = fileSchema.safeParse(parseJson(readFileSync(file, 'utf8')))
    if (!parsed.success) {
      throw new LogRefused(
        'damaged',
        `The file ${file}, which tells what this node has seen of the log, cannot be read. Bring it back, or remove it if nothing of the log was lost.`,
      )
    }
    const { redis, heads } = parsed.data
    for (const [stream, [version, hash]] of Object.entries(heads)) {
      claims.set(`${stream} ${version} ${hash}`, { stream, version, hash, redis })
    }
  }
  return [...claims.values()]
}

function filesOf(folder: string): string[] {
  try {
    mkdirSync(folder, { recursive: true })
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => path.join(folder, name))
  } catch (error) {
    throw new LogRefused('not-writable', `The folder ${folder} cannot be used (${String(error)}).`)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
