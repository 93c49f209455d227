import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Log } from '../../server/log/log.ts'
import { redisOfFile } from '../harness/redis.ts'
import { startProxy } from '../harness/tcp-proxy.ts'
import { until } from '../harness/until.ts'
import { encode, texts, write, writeAnyhow } from './log-under-test.ts'
import { followed, openNode } from './redis-nodes.ts'

const redis = redisOfFile()
beforeEach(() => redis().flush())

async function twoNodes(): Promise<readonly [Log, Log]> {
  const [one, two] = await Promise.all([openNode({ url: redis().url }), openNode({ url: redis().url })])
  return [one.log, two.log]
}

describe('several nodes on one Redis', () => {
  test('REDIS-8 what one node writes, the followers of another are given, in order and once', async () => {
    const [one, two] = await twoNodes()
    const seen = [await followed(one, 'room/1'), await followed(two, 'room/1')]
    await Promise.all(
      Array.from({ length: 60 }, (_, turn) =>
        writeAnyhow(turn % 2 === 0 ? one : two, 'room/1', [`${turn}.0`, `${turn}.1`], `${turn}`),
      ),
    )
    const all = await texts(one, 'room/1')
    expect(all).toHaveLength(120)
    for (const lines of seen) {
      await until('everything was given', () => lines.length >= all.length)
      expect(lines).toEqual(all)
    }
  })

  test('REDIS-8 of two nodes that write at the same version one wins, and the other is told the head', async () => {
    const [one, two] = await twoNodes()
    for (let version = 0; version < 40; version += 1) {
      const outcomes = await Promise.all([
        write(one, 'room/1', version, ['one'], `one-${version}`),
        write(two, 'room/1', version, ['two'], `two-${version}`),
      ])
      expect(outcomes).toContainEqual({ kind: 'appended', version: version + 1 })
      expect(outcomes).toContainEqual({ kind: 'conflict', at: version + 1 })
    }
  })

  test('REDIS-8 a writer is answered after the followers of its own node were given its entries', async () => {
    const [one, two] = await twoNodes()
    const seen = await followed(one, 'room/1')
    for (let version = 0; version < 50; version += 1) {
      await write(version % 2 === 0 ? one : two, 'room/1', version, ['x'])
      if (version % 2 === 0) expect(seen).toHaveLength(version + 1)
    }
  })

  test('REDIS-9 a stream followed newly is given at once what others write, not after a wait under way', async () => {
    const [one, two] = await twoNodes()
    await followed(one, 'room/quiet')
    // Were each of these picked up after the wait only, all of them would take longer than a test may.
    for (let round = 0; round < 60; round += 1) {
      const seen = await followed(one, `room/${round}`)
      await write(two, `room/${round}`, 0, ['x'])
      await until('the entry was given', () => seen.length > 0)
    }
  })

  test('REDIS-9 a stream let go and followed again from elsewhere is given without gap or repetition', async () => {
    const [one, two] = await twoNodes()
    const writing = Array.from({ length: 80 }, (_, turn) =>
      writeAnyhow(two, 'room/1', [`${turn}`], `${turn}`),
    )
    const runs: { from: number; lines: string[] }[] = []
    for (let round = 0; round < 30; round += 1) {
      const from = Math.max(0, (await one.head('room/1')) - (round % 5))
      const lines: string[] = []
      const { ready, stop } = one.follow('room/1', from, (entries) =>
        lines.push(...entries.map(({ version }) => `${version}`)),
      )
      await ready
      runs.push({ from, lines })
      if (round % 3 !== 0) stop()
    }
    await Promise.all(writing)
    const head = await two.head('room/1')
    await until('the last were given', () =>
      runs.every(({ lines, from }, round) => round % 3 !== 0 || lines.length === head - from),
    )
    for (const { from, lines } of runs) expect(lines).toEqual(lines.map((_, index) => `${from + index + 1}`))
  })

  test('REDIS-10 hundreds of streams are followed over one line', async () => {
    const [one, two] = await twoNodes()
    const names = Array.from({ length: 400 }, (_, index) => `doc/c/${index}`)
    const seen = await Promise.all(names.map((name) => followed(one, name)))
    await Promise.all(names.map((name) => write(two, name, 0, ['a', 'b'])))
    await until('all were given', () => seen.every((lines) => lines.length === 2))
    await Promise.all(names.map((name) => write(one, name, 2, ['c'])))
    for (const lines of seen) expect(lines).toEqual(['1 a', '2 b', '3 c'])
    expect(String(await redis().command('CLIENT', 'LIST')).match(/cmd=xread/g)).toHaveLength(1)
  })

  test('REDIS-11 a follower that was cut off is given what it missed, without gap', async () => {
    const proxy = await startProxy(redis().port)
    onTestFinished(() => proxy.close())
    const { log: far } = await openNode({ url: `redis://127.0.0.1:${proxy.port}` })
    const { log: near } = await openNode({ url: redis().url })
    await write(near, 'room/1', 0, ['a'])
    const seen = await followed(far, 'room/1')
    proxy.cut()
    for (let version = 1; version < 400; version += 1) await write(near, 'room/1', version, ['b'])
    proxy.heal()
    await until('it was given', () => seen.length === 400)
    expect(seen).toEqual(await texts(near, 'room/1'))
  })

  test('REDIS-11 what was trimmed meanwhile is given as its checkpoint, also when nothing stands after it', async () => {
    const proxy = await startProxy(redis().port)
    onTestFinished(() => proxy.close())
    const { log: far } = await openNode({ url: `redis://127.0.0.1:${proxy.port}` })
    const { log: near } = await openNode({ url: redis().url })
    const streams = ['room/whole', 'room/part']
    for (const stream of streams) await write(near, stream, 0, ['a'])
    const seen = await Promise.all(streams.map((stream) => followed(far, stream)))
    proxy.cut()
    for (const stream of streams) await write(near, stream, 1, ['b', 'c', 'd'])
    await near.checkpoint('room/whole', 4, encode('abcd'))
    await near.checkpoint('room/part', 3, encode('abc'))
    proxy.heal()
    await until('it was given', () => seen.every((lines) => lines.length > 1))
    expect(seen).toEqual([
      ['1 a', '≤4'],
      ['1 a', '≤3', '4 d'],
    ])
    for (const stream of streams) await write(near, stream, 4, ['e'])
    await until('the next was given', () => seen.every((lines) => lines.at(-1) === '5 e'))
  })

  test('REDIS-11 appended and trimmed again and again under its eyes, a follower sees every end', async () => {
    const [one, two] = await twoNodes()
    const seen: number[] = []
    await one.follow('room/1', 0, (entries, checkpoint) => {
      seen.push(entries.at(-1)?.version ?? checkpoint?.version ?? 0)
    }).ready
    for (let version = 0; version < 200; version += 1) {
      // Both sent at once: they arrive in this order.
      await Promise.all([
        write(two, 'room/1', version, ['x']),
        two.checkpoint('room/1', version + 1, encode('x')),
      ])
    }
    await until('the end was given', () => seen.at(-1) === 200)
    expect(seen).toEqual(seen.toSorted((left, right) => left - right))
  })
})
