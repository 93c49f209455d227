import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Log } from '../../server/log/log.ts'
import { redisOfFile } from '../harness/redis.ts'
import { startProxy } from '../harness/tcp-proxy.ts'
import { until } from '../harness/until.ts'
import { encode, write, writeAnyhow } from './log-under-test.ts'
import { followed, openNode } from './redis-nodes.ts'
import { slowLine } from './slow-line.ts'

const redis = redisOfFile()
beforeEach(() => redis().flush())

/** As large as the frame that a filled column comes in. */
const large = new Uint8Array(1_100_000).fill(120)
/** A line on which all that one of these tests carries takes longer than a question may wait for an answer. */
const slow = 2_000_000

async function writeLarge(log: Log, stream: string, count: number): Promise<void> {
  for (let version = 0; version < count; version += 1) {
    await log.append(stream, version, [{ bytes: large }], { id: `${version}` })
  }
}

/** How often a script was called since the last time. */
async function scriptCalls(): Promise<number> {
  const told = String(await redis().command('INFO', 'commandstats'))
  await redis().command('CONFIG', 'RESETSTAT')
  return Number(/cmdstat_evalsha:calls=(\d+)/.exec(told)?.[1] ?? 0)
}

/** How many entries each delivery brought; the follower is ready. */
async function deliveries(log: Log, stream: string): Promise<number[]> {
  const sizes: number[] = []
  await log.follow(stream, 0, (entries) => void sizes.push(entries.length)).ready
  return sizes
}

describe('large entries in Redis', () => {
  test('REDIS-17 a read of large entries is several answers, one of small entries is one', async () => {
    const { log } = await openNode({ url: redis().url })
    await writeLarge(log, 'doc/c/large', 24)
    await write(
      log,
      'doc/c/small',
      0,
      Array.from({ length: 256 }, () => 'x'),
    )
    await scriptCalls()
    expect((await log.read('doc/c/small', 0, 256)).entries).toHaveLength(256)
    expect(await scriptCalls()).toBe(1)
    expect((await log.read('doc/c/large', 0, 256)).entries).toHaveLength(24)
    expect(await scriptCalls()).toBe(12)
    expect((await log.read('doc/c/large', 20, 3)).entries.map(({ version }) => version)).toEqual([21, 22, 23])
  })

  test('REDIS-17 a stream of many large entries is opened, and what came at once is given, over a slow line', async () => {
    const { log: near } = await openNode({ url: redis().url })
    await writeLarge(near, 'doc/c/form', 8)
    const line = await slowLine(redis().port, slow)
    const { log: far } = await openNode({ url: `redis://127.0.0.1:${line.port}` })
    const opened = await deliveries(far, 'doc/c/form')
    expect(opened).toEqual([8])
    const late = await deliveries(far, 'doc/c/late')
    const entries = Array.from({ length: 8 }, () => ({ bytes: large }))
    await near.append('doc/c/late', 0, entries, { id: 'late' })
    await until('it was given', () => late.length > 0)
    expect(late).toEqual([8])
    // One to ask and one to wait: had they been given up meanwhile, there would be more.
    expect(line.connections()).toBe(2)
  })

  test('REDIS-17 a large checkpoint and a large append go over a slow line, both ways', async () => {
    const line = await slowLine(redis().port, slow)
    const { log: far } = await openNode({ url: `redis://127.0.0.1:${line.port}` })
    await write(far, 'doc/c/form', 0, ['a'])
    const content = new Uint8Array(7_000_000).fill(7)
    const [, outcome] = await Promise.all([
      far.checkpoint('doc/c/form', 1, content),
      write(far, 'doc/c/form', 1, ['b']),
    ])
    expect(outcome).toEqual({ kind: 'appended', version: 2 })
    const { checkpoint, entries } = await far.read('doc/c/form', 0, 10)
    expect(Buffer.compare(checkpoint?.bytes ?? new Uint8Array(), content)).toBe(0)
    expect(entries.map(({ version }) => version)).toEqual([2])
    const many = Array.from({ length: 7 }, () => ({ bytes: large }))
    expect(await far.append('doc/c/form', 2, many, { id: 'many' })).toEqual({ kind: 'appended', version: 9 })
    expect(line.connections()).toBe(2)
  })
})

describe('an append as another node is given it', () => {
  test('REDIS-18 an append is given whole, however many entries it has', async () => {
    const [one, two] = await Promise.all([openNode({ url: redis().url }), openNode({ url: redis().url })])
    const here = await deliveries(one.log, 'journal/c')
    const there = await deliveries(two.log, 'journal/c')
    let version = 0
    for (const length of [1, 200, 17, 600, 2]) {
      const texts = Array.from({ length }, () => 'x')
      await write(one.log, 'journal/c', version, texts)
      version += length
    }
    await until('all of it was given', () => there.reduce((sum, size) => sum + size, 0) === version)
    expect(here).toEqual([1, 200, 17, 600, 2])
    // Two appends may come at once, but none in parts.
    expect([1, 201, 218, 818, 820]).toEqual(expect.arrayContaining(sums(there)))
  })

  test('REDIS-18 a node that was cut off is given whole appends as well', async () => {
    const proxy = await startProxy(redis().port)
    onTestFinished(() => proxy.close())
    const { log: far } = await openNode({ url: `redis://127.0.0.1:${proxy.port}` })
    const { log: near } = await openNode({ url: redis().url })
    const there = await deliveries(far, 'journal/c')
    proxy.cut()
    const ends = new Set<number>()
    for (const [turn, length] of [5, 7, 130, 100, 30, 300, 1].entries()) {
      const texts = Array.from({ length }, () => 'x')
      ends.add(await writeAnyhow(near, 'journal/c', texts, `${turn}`))
    }
    proxy.heal()
    const last = Math.max(...ends)
    await until('all of it was given', () => sums(there).at(-1) === last)
    expect([...ends]).toEqual(expect.arrayContaining(sums(there)))
  })

  test('REDIS-18 an append of which a checkpoint left the end is given with that checkpoint', async () => {
    const proxy = await startProxy(redis().port)
    onTestFinished(() => proxy.close())
    const { log: far } = await openNode({ url: `redis://127.0.0.1:${proxy.port}` })
    const { log: near } = await openNode({ url: redis().url })
    await write(near, 'doc/c/form', 0, ['a'])
    const seen = await followed(far, 'doc/c/form')
    proxy.cut()
    await write(near, 'doc/c/form', 1, ['b', 'c', 'd'])
    await near.checkpoint('doc/c/form', 3, encode('abc'))
    proxy.heal()
    await until('it was given', () => seen.length > 1)
    expect(seen).toEqual(['1 a', '≤3', '4 d'])
  })
})

/** Where each delivery ended. */
function sums(sizes: readonly number[]): number[] {
  let sum = 0
  return sizes.map((size) => (sum += size))
}
