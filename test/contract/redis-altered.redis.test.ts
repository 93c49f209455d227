import { beforeEach, describe, expect, test } from 'vitest'
import { entriesKey, headKey } from '../../server/log/redis-keys.ts'
import { redisOfFile } from '../harness/redis.ts'
import { until } from '../harness/until.ts'
import { encode, readAll, texts, write } from './log-under-test.ts'
import { followed, openNode } from './redis-nodes.ts'

const redis = redisOfFile()
beforeEach(() => redis().flush())

/** Writes an entry again with one field changed: Redis itself never changes one. */
async function alter(stream: string, version: number, field: string, value: string): Promise<void> {
  const key = entriesKey(stream)
  const all = await redis().command('XRANGE', key, '-', '+')
  if (!Array.isArray(all)) throw new Error('There is no stream.')
  await redis().command('DEL', key)
  for (const [id, fields] of all) {
    const words = [...fields].map(String)
    if (id === `${version}-0`) words[words.indexOf(field) + 1] = value
    await redis().command('XADD', key, String(id), ...words)
  }
}

describe('a stream in Redis that is not what was written', () => {
  for (const [field, value] of [
    ['bytes', 'score 4'],
    ['id', 'another'],
    ['seal', '1'],
    ['part', '0'],
    ['hash', '0'.repeat(40)],
  ] as const) {
    test(`LOG-14 an entry with another ${field} is corruption, and spoils no other stream`, async () => {
      const { log, failures } = await openNode({ url: redis().url })
      for (const stream of ['form/1', 'form/2'])
        await write(log, stream, 0, ['score 5', 'score 6', 'score 7'])
      await alter('form/1', 2, field, value)
      await expect(readAll(log, 'form/1')).rejects.toThrow(
        'Version 2 of the stream form/1 is not what was written.',
      )
      await expect(log.follow('form/1', 1, () => {}).ready).rejects.toThrow('Version 2')
      expect(await texts(log, 'form/2')).toEqual(['1 score 5', '2 score 6', '3 score 7'])
      expect(failures).toEqual([])
    })
  }

  test('LOG-14 an entry with fields of its own, or with an id of its own, is corruption', async () => {
    const { log } = await openNode({ url: redis().url })
    await write(log, 'form/1', 0, ['a'])
    await redis().command('XADD', entriesKey('form/1'), '2-0', 'bytes', 'b')
    await expect(readAll(log, 'form/1')).rejects.toThrow('none that the log writes')
    await write(log, 'form/2', 0, ['a'])
    await redis().command('XADD', entriesKey('form/2'), '1-7', 'bytes', 'b')
    await expect(readAll(log, 'form/2')).rejects.toThrow('none that the log writes')
  })

  test('LOG-14 a stream that goes on after its head is corruption, and is not written to', async () => {
    const { log } = await openNode({ url: redis().url })
    await write(log, 'form/2', 0, ['a', 'b', 'c'])
    const { log: other } = await openNode({ url: redis().url })
    await write(other, 'form/1', 0, ['a'])
    const fields = ['id', 'x', 'part', '0', 'parts', '1', 'seal', '0', 'hash', 'x', 'bytes', 'b']
    await redis().command('XADD', entriesKey('form/1'), '2-0', ...fields)
    await expect(readAll(log, 'form/1')).rejects.toThrow('goes on after its head')
    await expect(write(log, 'form/1', 1, ['b'])).rejects.toThrow('goes on after its head')
    expect(await texts(log, 'form/2')).toHaveLength(3)
  })

  test('LOG-14 a checkpoint that is not what was written is corruption, and so is a lost one', async () => {
    const { log } = await openNode({ url: redis().url })
    await write(log, 'form/1', 0, ['a', 'b'])
    await log.checkpoint('form/1', 1, encode('a'))
    await redis().command('SET', 'panelroom:{1}:form/1:checkpoint', 'b')
    await expect(log.read('form/1', 0, 10)).rejects.toThrow(
      'Version 1 of the stream form/1 is not what was written.',
    )
    await redis().command('DEL', 'panelroom:{1}:form/1:checkpoint')
    await expect(log.read('form/1', 0, 10)).rejects.toThrow(
      'Version 1 of the stream form/1 is not what was written.',
    )
    expect(await texts(log, 'form/1', 1)).toEqual(['2 b'])
  })

  test('LOG-14 something else under the key of a stream is corruption', async () => {
    const { log } = await openNode({ url: redis().url })
    await redis().command('SET', entriesKey('form/1'), 'x')
    await expect(write(log, 'form/1', 0, ['a'])).rejects.toThrow('holds something else')
  })

  test('REDIS-15 an entry that nobody of the log wrote stops the node that follows the stream', async () => {
    const { log, failures } = await openNode({ url: redis().url })
    await write(log, 'form/1', 0, ['a'])
    const seen = await followed(log, 'form/1')
    const fields = ['id', 'x', 'part', '0', 'parts', '1', 'seal', '0', 'hash', 'x', 'bytes', 'b']
    await redis().command('XADD', entriesKey('form/1'), '2-0', ...fields)
    await until('the node has stopped', () => failures.length > 0)
    expect(failures).toEqual(['Version 2 of the stream form/1 is not what was written.'])
    expect(seen).toEqual(['1 a'])
    expect((await write(log, 'form/1', 1, ['b'])).kind).toBe('unknown')
  })

  test('REDIS-19 something else under the key of a stream, found when the line is made anew, stops the node with a sentence', async () => {
    const { log, failures } = await openNode({ url: redis().url })
    await write(log, 'form/1', 0, ['a'])
    await redis().command('SET', headKey('form/1'), 'x')
    await redis().command('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
    await until('the node has stopped', () => failures.length > 0)
    expect(failures).toEqual([expect.stringContaining('holds something else where the log keeps a stream')])
    await expect(log.head('form/1')).rejects.toThrow('holds something else')
  })

  test('LOG-9 what was trimmed is gone from Redis', async () => {
    const { log } = await openNode({ url: redis().url })
    await write(log, 'form/1', 0, ['a withdrawn sentence', 'another'])
    await log.checkpoint('form/1', 2, new Uint8Array())
    expect(String(await redis().command('XRANGE', entriesKey('form/1'), '-', '+'))).toBe('2-1,checkpoint,')
  })

  test('LOG-12 names with the signs of patterns are names', async () => {
    const { log } = await openNode({ url: redis().url })
    for (const stream of ['a*b', 'axb', 'a[x]b', 'a{c}/d', 'a?b', 'a\\b', 'a:head'])
      await write(log, stream, 0, ['x'])
    expect(await log.streams('a*')).toEqual(['a*b'])
    expect(await log.streams('a[x]')).toEqual(['a[x]b'])
    expect(await log.streams('a?')).toEqual(['a?b'])
    expect(await log.streams('a\\')).toEqual(['a\\b'])
    expect(await log.streams('a{')).toEqual(['a{c}/d'])
    expect(await log.streams('a:')).toEqual(['a:head'])
    expect(await log.streams('')).toHaveLength(7)
  })
})
