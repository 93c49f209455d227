import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openJournal } from '../../server/journal/journal.ts'
import { copyLog, firstDifference } from '../../server/log/copy-log.ts'
import type { Log } from '../../server/log/log.ts'
import { openRedisLog } from '../../server/log/redis-log.ts'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { realPorts } from '../../server/ports.ts'
import { readJournal } from '../harness/read-journal.ts'
import { redisOfFile } from '../harness/redis.ts'
import { startServer } from '../harness/running-server.ts'
import { startProcess } from '../harness/server-process.ts'
import { walkReview } from './walked-review.ts'

const redis = redisOfFile()
beforeEach(() => redis().flush())

const program = fileURLToPath(new URL('../../server/log/copy-log-cli.ts', import.meta.url))

function folderOfOwn(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-copy-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs the command and returns how it ended and what it said. */
async function copy(...args: readonly string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise((resolve) => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, stdout, stderr }
}

/** Refused: one sentence, and no other word. */
async function refusal(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await copy(...args)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr.trimEnd()).not.toContain('\n')
  return stderr.trimEnd()
}

function inSqlite(folder: string): Promise<Log> {
  return closed(openSqliteLog({ folder, onFailure: throwIt }))
}

function inRedis(): Promise<Log> {
  const heads = { folder: folderOfOwn(), name: 'copy.json' }
  return closed(openRedisLog({ url: redis().url, heads, acceptRisk: false, onFailure: throwIt }))
}

async function closed<L extends Log>(opening: Promise<L>): Promise<L> {
  const log = await opening
  onTestFinished(() => log.close())
  return log
}

function throwIt(error: unknown): void {
  throw error
}

test('COPY-7 a competition that was played up to its lock is the same in Redis, and the same when it has come back', async () => {
  const server = await startServer()
  onTestFinished(server.close)
  await (await walkReview(server)).to('locked')
  const [shared, back] = [await inRedis(), await inSqlite(folderOfOwn())]
  const there = await copyLog(server.sqlite, shared)
  expect(await copyLog(shared, back)).toEqual(there)
  expect(await firstDifference(server.sqlite, back)).toBeNull()
  const events = await readJournal(back)
  expect(events.map(({ kind }) => kind)).toContain('review.locked')
  expect(await readJournal(shared)).toEqual(events)

  const stream = 'journal/rehearsal-1'
  const signer = server.signer
  const opening = { log: back, stream, ports: realPorts, signer, onDamage: throwIt, onFailure: throwIt }
  const journal = await openJournal(opening)
  expect(journal.state().reviews.filter(({ lock }) => lock.status === 'locked')).toHaveLength(1)
  journal.close()
})

test('COPY-7 entries and checkpoints as large as they may be come over whole', async () => {
  const [from, shared, back] = [await inSqlite(folderOfOwn()), await inRedis(), await inSqlite(folderOfOwn())]
  const large = new Uint8Array(4 * 1024 * 1024).map((_, index) => index % 251)
  await from.append('doc/r/a', 0, [{ bytes: large }, { bytes: large }, { bytes: large }], { id: 'abc' })
  await from.append('doc/r/b', 0, [{ bytes: large }, { bytes: large, seal: true }], { id: 'de' })
  await from.checkpoint('doc/r/b', 2, new Uint8Array(20 * 1024 * 1024).fill(7))
  const there = await copyLog(from, shared)
  expect(there).toEqual({ streams: 2, entries: 3, checkpoints: 1, bytes: 32 * 1024 * 1024 })
  expect(await copyLog(shared, back)).toEqual(there)
  expect(await firstDifference(from, back)).toBeNull()
})

describe('npm run copy-log', () => {
  test('COPY-8 copies a data folder to Redis and back, says what, and what does not travel with the log', async () => {
    const data = folderOfOwn()
    expect(await (await startProcess(data)).stop()).toBe(0)
    const other = path.join(folderOfOwn(), 'other')
    const there = await copy(`sqlite:${data}`, redis().url)
    expect({ code: there.code, stderr: there.stderr }).toEqual({ code: 0, stderr: '' })
    const [heading, counts, equal, along] = there.stdout.trimEnd().split('\n')
    expect(heading).toBe(`Copied from sqlite:${data} to ${redis().url}/0:`)
    expect(counts).toMatch(/^\d+ streams, \d+ entries, \d+ checkpoints, \d+ bytes\.$/)
    expect(equal).toBe('Read again: both are equal.')
    expect(along).toMatch(
      /“keys” of the data folder, with the signing key, and the folder of the applications’ files/,
    )
    const back = await copy(redis().url, `sqlite:${other}`)
    expect(back.stdout.split('\n').slice(1)).toEqual(there.stdout.split('\n').slice(1))
    const [before, after] = [await inSqlite(data), await inSqlite(other)]
    expect(await firstDifference(before, after)).toBeNull()
    await after.close()
    // With what does not travel, a server goes on from the copy.
    cpSync(data, other, { recursive: true, filter: (file) => !path.basename(file).startsWith('log.') })
    expect(await (await startProcess(other)).stop()).toBe(0)
  })

  test('COPY-3 refuses a target that is not empty, and leaves it as it is', async () => {
    const [from, to] = [folderOfOwn(), folderOfOwn()]
    for (const folder of [from, to]) {
      const log = await openSqliteLog({ folder, onFailure: throwIt })
      await log.append('sessions', 0, [{ bytes: new Uint8Array([1]) }], { id: folder.slice(-6) })
      await log.close()
    }
    const taken =
      'The target is not empty: it holds the stream sessions. Nothing was written. Copy into an empty one.'
    expect(await refusal(`sqlite:${from}`, `sqlite:${to}`)).toBe(taken)
    expect((await copy(`sqlite:${from}`, redis().url)).code).toBe(0)
    expect(await refusal(`sqlite:${to}`, redis().url)).toBe(taken)
    expect(await firstDifference(await inSqlite(from), await inRedis())).toBeNull()
  })

  test('COPY-9 refuses a folder that a server is using, one without a log, and a Redis that does not answer', async () => {
    const data = folderOfOwn()
    const log = await openSqliteLog({ folder: data, onFailure: throwIt })
    expect(await refusal(`sqlite:${data}`, redis().url)).toContain(
      `Another Panelroom server is using the data folder ${data}.`,
    )
    expect(await refusal(redis().url, `sqlite:${data}`)).toContain(`is using the data folder ${data}.`)
    await log.close()

    const empty = path.join(folderOfOwn(), 'empty')
    expect(await refusal(`sqlite:${empty}`, redis().url)).toBe(`There is no log in the folder ${empty}.`)
    expect(existsSync(empty)).toBe(false)

    const gone = redis().url
    await redis().kill()
    expect(await refusal(`sqlite:${data}`, gone)).toContain(gone)
    await redis().start()
    expect(await (await inRedis()).streams('')).toEqual([])
  })

  const wrong: readonly (readonly string[])[] = [
    [],
    ['sqlite:data'],
    ['sqlite:data', 'data'],
    ['sqlite:', 'redis://127.0.0.1'],
    ['sqlite:data', 'sqlite:data/../data'],
    ['sqlite:data', 'redis://127.0.0.1', 'more'],
    ['sqlite:data', 'redis://127.0.0.1', '--quick'],
  ]
  test.each(wrong.map((args) => [args]))(
    'COPY-9 says how it is used where it is not clear what to copy: %s',
    async (args) => {
      expect(await refusal(...args)).toMatch(
        /^Say from where and to where: npm run copy-log -- sqlite:data redis:/,
      )
    },
  )

  test('COPY-9 copies out of a Redis that may lose what it acknowledged, and into one only where that is accepted', async () => {
    const data = folderOfOwn()
    const log = await openSqliteLog({ folder: data, onFailure: throwIt })
    await log.append('sessions', 0, [{ bytes: new Uint8Array([1]) }], { id: 'a' })
    await log.close()
    await redis().command('CONFIG', 'SET', 'appendfsync', 'everysec')
    onTestFinished(async () => void (await redis().command('CONFIG', 'SET', 'appendfsync', 'always')))
    expect(await refusal(`sqlite:${data}`, redis().url)).toContain('may lose what it has acknowledged')
    expect((await copy(`sqlite:${data}`, redis().url, '--accept-redis-risk')).code).toBe(0)
    const other = path.join(folderOfOwn(), 'other')
    expect((await copy(redis().url, `sqlite:${other}`)).code).toBe(0)
  })
})
