import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { AppendOutcome, Log } from '../../server/log/log.ts'
import { redisOfFile } from '../harness/redis.ts'
import { startProxy } from '../harness/tcp-proxy.ts'
import { until } from '../harness/until.ts'
import { decode, encode, readAll, texts, write } from './log-under-test.ts'
import { followed, openNode } from './redis-nodes.ts'

/** How often Redis is killed: a few times in every run, `REDIS_KILLS=100` for a long one. */
const kills = Number(process.env['REDIS_KILLS'] ?? 4)

const redis = redisOfFile()
beforeEach(() => redis().flush())

/** The same append until it is answered, as a server asks: `unknown` says nothing, anything else is the truth. */
async function insist(append: () => Promise<AppendOutcome>): Promise<AppendOutcome> {
  for (;;) {
    const outcome = await append()
    if (outcome.kind !== 'unknown') return outcome
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('the log in Redis, when something breaks', () => {
  test(
    `REDIS-12 Redis killed ${kills} times under load: what was acknowledged is there, once, in order, and was given`,
    { timeout: 60_000 + kills * 3_000 },
    async () => {
      const nodes = await Promise.all([openNode({ url: redis().url }), openNode({ url: redis().url })])
      const logs = nodes.map(({ log }) => log)
      const streams = Array.from({ length: 6 }, (_, index) => `doc/c/${index}`)
      const seen = await Promise.all(logs.flatMap((log) => streams.map((stream) => followed(log, stream))))
      const acknowledged = new Map<string, string[]>(streams.map((stream) => [stream, []]))
      let count = 0
      let stop = false

      async function load(log: Log, stream: string, writer: number): Promise<void> {
        let expected = 0
        for (let turn = 0; !stop; turn += 1) {
          const id = `${writer}.${turn}`
          for (let done = false; !done; ) {
            const outcome = await insist(() => write(log, stream, expected, [id], id))
            if (outcome.kind === 'appended') {
              acknowledged.get(stream)?.push(`${outcome.version} ${id}`)
              count += 1
              expected = outcome.version
              done = true
            } else if (outcome.kind === 'conflict') expected = outcome.at
            else throw new Error(outcome.kind)
          }
        }
      }

      const loads = logs.flatMap((log, writer) => streams.map((stream) => load(log, stream, writer)))
      for (let round = 0; round < kills; round += 1) {
        const enough = count + 20 + ((round * 197) % 300)
        await until('something was written', () => count >= enough)
        await redis().kill()
        await redis().start()
      }
      const enough = count + 50
      await until('it goes on', () => count >= enough)
      stop = true
      await Promise.all(loads)

      for (const stream of streams) {
        const { entries } = await readAll(logs[0] ?? nodes[0].log, stream)
        const stored = entries.map(({ version, bytes }) => `${version} ${decode(bytes)}`)
        const told = (acknowledged.get(stream) ?? []).toSorted(
          (left, right) => parseInt(left) - parseInt(right),
        )
        expect(stored).toEqual(told)
      }
      for (const [index, lines] of seen.entries()) {
        const all = await texts(nodes[0].log, streams[index % streams.length] ?? '')
        await until('everything was given', () => lines.length >= all.length)
        expect(lines).toEqual(all)
      }
      expect(nodes.flatMap(({ failures }) => failures)).toEqual([])
    },
  )

  test('REDIS-13 while Redis stands still an append is unknown and all else fails; afterwards the same append tells', async () => {
    const { log, failures } = await openNode({ url: redis().url })
    await write(log, 'form/1', 0, ['a'])
    const seen = await followed(log, 'form/1')
    redis().pause()
    onTestFinished(() => redis().resume())
    const sentence = `Redis at ${redis().url}/0 does not answer.`
    const asked = await Promise.allSettled([
      write(log, 'form/1', 1, ['b']),
      log.read('form/1', 0, 10),
      log.head('form/1'),
      log.streams(''),
      log.checkpoint('form/1', 1, encode('a')),
      log.follow('form/2', 0, () => {}).ready,
    ])
    expect(
      asked.map((answer) => (answer.status === 'fulfilled' ? answer.value : answer.reason.sentence)),
    ).toEqual([{ kind: 'unknown', sentence }, ...Array.from({ length: 5 }, () => sentence)])
    expect(await write(log, 'form/1', 1, ['c'], 'late')).toEqual({ kind: 'unknown', sentence })
    redis().resume()
    expect(await insist(() => write(log, 'form/1', 1, ['b']))).toEqual({ kind: 'appended', version: 2 })
    expect(seen).toEqual(['1 a', '2 b'])
    expect(failures).toEqual([])
  })

  test('REDIS-13 a line that leads nowhere is given up, and a new one found', async () => {
    const proxy = await startProxy(redis().port)
    onTestFinished(() => proxy.close())
    const { log } = await openNode({ url: `redis://127.0.0.1:${proxy.port}` })
    const seen = await followed(log, 'form/1')
    proxy.cut()
    expect((await write(log, 'form/1', 0, ['a'])).kind).toBe('unknown')
    proxy.heal()
    expect(await insist(() => write(log, 'form/1', 0, ['a']))).toEqual({ kind: 'appended', version: 1 })
    expect(seen).toEqual(['1 a'])
  })

  test('REDIS-13 lines that break all the time cost no entry and bring none twice', async () => {
    const proxy = await startProxy(redis().port)
    onTestFinished(() => proxy.close())
    const { log } = await openNode({ url: `redis://127.0.0.1:${proxy.port}` })
    const seen = await followed(log, 'form/1')
    for (let version = 0; version < 60; version += 1) {
      const written = insist(() => write(log, 'form/1', version, [`${version}`]))
      if (version % 6 === 3) proxy.reset()
      expect(await written).toEqual({ kind: 'appended', version: version + 1 })
    }
    expect(seen).toEqual(await texts(log, 'form/1'))
  })

  test('REDIS-14 a Redis without memory is told, loses nothing, and the same append succeeds once there is room', async () => {
    const { log, failures } = await openNode({ url: redis().url })
    await write(log, 'form/1', 0, ['a'])
    const seen = await followed(log, 'form/1')
    await redis().command('CONFIG', 'SET', 'maxmemory', '1')
    onTestFinished(async () => void (await redis().command('CONFIG', 'SET', 'maxmemory', '0')))
    const full = { kind: 'unknown', sentence: `Redis at ${redis().url}/0 has no memory left.` }
    expect(await write(log, 'form/1', 1, ['b', 'c'])).toEqual(full)
    expect(await write(log, 'form/1', 1, ['b', 'c'])).toEqual(full)
    await expect(log.checkpoint('form/1', 1, encode('a'))).rejects.toThrow('has no memory left')
    expect(await texts(log, 'form/1')).toEqual(['1 a'])
    await redis().command('CONFIG', 'SET', 'maxmemory', '0')
    expect(await write(log, 'form/1', 1, ['b', 'c'])).toEqual({ kind: 'appended', version: 3 })
    expect(seen).toEqual(['1 a', '2 b', '3 c'])
    expect(failures).toEqual([])
  })

  test('REDIS-16 the scripts of the log are sent anew to a Redis that has forgotten them', async () => {
    const { log } = await openNode({ url: redis().url })
    await write(log, 'form/1', 0, ['a'])
    await redis().command('SCRIPT', 'FLUSH')
    expect(await write(log, 'form/1', 1, ['b'])).toEqual({ kind: 'appended', version: 2 })
    expect(await texts(log, 'form/1')).toEqual(['1 a', '2 b'])
  })
})
