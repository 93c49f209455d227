import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { copyLog } from './copy-log.ts'
import { LogRefused, type LogFailed } from './log-errors.ts'
import type { Log } from './log.ts'
import { redisAddress } from './redis-address.ts'
import { openRedisLog } from './redis-log.ts'
import { openSqliteLog } from './sqlite-log.ts'

/** Where a log is: `sqlite:FOLDER` or `redis://…`. `shown` is the same without a password. */
type Place =
  | { readonly kind: 'sqlite'; readonly folder: string; readonly shown: string }
  | { readonly kind: 'redis'; readonly url: string; readonly shown: string }

interface Asked {
  readonly from: Place
  readonly to: Place
  readonly acceptRisk: boolean
}

const usage =
  'Say from where and to where: npm run copy-log -- sqlite:data redis://127.0.0.1:6379, or the other way round. ' +
  '--accept-redis-risk copies also into a Redis that may lose what it has acknowledged.'

const along =
  'The log is not everything: the folder “keys” of the data folder, with the signing key, and the folder of the applications’ files ' +
  '(“files” in the data folder, unless --files names another) do not travel with it. Every server on the new log needs both.'

const asked = readAsked(process.argv.slice(2))
if ('fault' in asked) stop(asked.fault)
else await run(asked)

async function run({ from, to, acceptRisk }: Asked): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'panelroom-copy-'))
  const opened: Log[] = []
  const open = async (place: Place, risk: boolean): Promise<Log> => {
    const log = await openPlace(place, risk, path.join(scratch, `${opened.length}`))
    opened.push(log)
    return log
  }
  try {
    if (from.kind === 'sqlite' && !existsSync(path.join(from.folder, 'log.db')))
      return stop(`There is no log in the folder ${from.folder}.`)
    // Reading risks nothing; it may be the way out of a Redis that does.
    const source = await open(from, true)
    const copied = await copyLog(source, await open(to, acceptRisk))
    if ('fault' in copied) return stop(copied.fault)
    const { streams, entries, checkpoints, bytes } = copied
    console.log(`Copied from ${from.shown} to ${to.shown}:`)
    console.log(`${streams} streams, ${entries} entries, ${checkpoints} checkpoints, ${bytes} bytes.`)
    console.log('Read again: both are equal.')
    console.log(along)
  } catch (error) {
    stop(sentenceFor(error))
  } finally {
    for (const log of opened) await log.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

function openPlace(place: Place, acceptRisk: boolean, scratch: string): Promise<Log> {
  const onFailure = ({ sentence }: LogFailed): void => {
    console.error(sentence)
    process.exit(1)
  }
  if (place.kind === 'sqlite') return openSqliteLog({ folder: place.folder, onFailure })
  return openRedisLog({
    url: place.url,
    heads: { folder: scratch, name: 'copy.json' },
    acceptRisk,
    onFailure,
  })
}

function readAsked(args: readonly string[]): Asked | { readonly fault: string } {
  try {
    const options = { 'accept-redis-risk': { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [from, to, ...more] = positionals.map(readPlace)
    if (!from || !to || more.length > 0 || from.shown === to.shown) return { fault: usage }
    return { from, to, acceptRisk: values['accept-redis-risk'] ?? false }
  } catch (error) {
    if (error instanceof TypeError) return { fault: usage }
    if (error instanceof LogRefused) return { fault: error.sentence }
    throw error
  }
}

function readPlace(text: string): Place | null {
  const named = /^sqlite:(.+)$/s.exec(text)?.[1]
  if (named !== undefined) {
    const folder = path.resolve(named)
    return { kind: 'sqlite', folder, shown: `sqlite:${folder}` }
  }
  return /^rediss?:/.test(text) ? { kind: 'redis', url: text, shown: redisAddress(text) } : null
}

function stop(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

function sentenceFor(error: unknown): string {
  // What was expected to go wrong carries its own sentence.
  if (error instanceof Error && 'sentence' in error) return String(error.sentence)
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
