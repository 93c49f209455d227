import { describe, expect, onTestFinished, test } from 'vitest'
import { openRedis, redisOfFile } from '../harness/redis.ts'
import { until } from '../harness/until.ts'
import { write } from './log-under-test.ts'
import { openNode, refusal } from './redis-nodes.ts'

const redis = redisOfFile()

/** Changes a setting for one test. */
async function set(name: string, value: string): Promise<void> {
  const told = await redis().command('CONFIG', 'GET', name)
  const before = Array.isArray(told) ? String(told[1]) : ''
  onTestFinished(async () => {
    await redis().command('CONFIG', 'SET', name, before)
    // Put back to append to a file, it writes the first one anew; the next test finds it written.
    await until('the append-only file to be there', async () => {
      const told = String(await redis().command('INFO', 'persistence'))
      return !/aof_rewrite_(in_progress|scheduled):1/.test(told)
    })
  })
  await redis().command('CONFIG', 'SET', name, value)
}

const unsafe = [
  {
    setting: 'appendonly',
    value: 'no',
    wrong: 'appendonly is no; set it to yes.',
    risk: 'Redis keeps what is saved in memory only: when it ends, everything that was saved can be lost.',
  },
  {
    setting: 'appendfsync',
    value: 'everysec',
    wrong: 'appendfsync is everysec; set it to always.',
    risk: 'Redis writes to disk once a second: what was saved in the last second before a crash can be lost.',
  },
  {
    setting: 'appendfsync',
    value: 'no',
    wrong: 'appendfsync is no; set it to always.',
    risk: 'Redis does not say when it writes to disk: what was saved in the last minute before a crash can be lost.',
  },
  {
    setting: 'maxmemory-policy',
    value: 'allkeys-lru',
    wrong: 'maxmemory-policy is allkeys-lru; set it to noeviction.',
    risk: 'When its memory is full, Redis may throw out what was saved.',
  },
  {
    setting: 'no-appendfsync-on-rewrite',
    value: 'yes',
    wrong: 'no-appendfsync-on-rewrite is yes; set it to no.',
    risk: 'While Redis rewrites its file, what was saved in the last half minute before a crash can be lost.',
  },
]

describe('whether the log is kept in a Redis', () => {
  test('REDIS-1 a Redis that nobody reaches is refused with its address, its credentials left out', async () => {
    const found = await refusal({ url: 'redis://app:secret@127.0.0.1:1/2' })
    expect(found?.code).toBe('unreachable')
    expect(found?.sentence).toBe('Redis at redis://127.0.0.1:1/2 does not answer (ECONNREFUSED).')
  })

  test('REDIS-1 a Redis that stands still is refused, and so is what is no address', async () => {
    redis().pause()
    onTestFinished(() => redis().resume())
    const found = await refusal({ url: redis().url })
    expect(found?.sentence).toBe(`Redis at ${redis().url}/0 does not answer.`)
    for (const url of ['http://127.0.0.1:6379', 'redis://', '6379', 'redis://127.0.0.1/zero']) {
      expect((await refusal({ url }))?.code).toBe('unreachable')
    }
  })

  test('REDIS-1 a wrong password is told, without the password', async () => {
    await redis().command('ACL', 'SETUSER', 'app', 'on', '>secret', '~*', '+@all')
    const [, , address = ''] = redis().url.split('/')
    const found = await refusal({ url: `redis://app:wrong@${address}` })
    expect(found?.code).toBe('unreachable')
    expect(found?.sentence).toContain('WRONGPASS')
    expect(found?.sentence).not.toContain('wrong@')
    expect(await refusal({ url: `redis://app:secret@${address}` })).toBeNull()
  })

  for (const { setting, value, wrong, risk } of unsafe) {
    test(`REDIS-2 a Redis with ${setting} ${value} is refused, and told is what to set`, async () => {
      await set(setting, value)
      const found = await refusal({ url: redis().url })
      expect(found?.code).toBe('unsafe')
      expect(found?.sentence).toContain(wrong)
      expect(found?.sentence).toContain('--accept-redis-risk')
    })

    test(`REDIS-3 a Redis with ${setting} ${value} is accepted on request, and told is what may be lost`, async () => {
      await set(setting, value)
      const { log } = await openNode({ url: redis().url, acceptRisk: true })
      expect(log.risk()).toBe(risk)
    })
  }

  test('REDIS-2 all that is wrong is told at once', async () => {
    await set('appendfsync', 'everysec')
    await set('maxmemory-policy', 'volatile-ttl')
    const found = await refusal({ url: redis().url })
    expect(found?.sentence).toContain('appendfsync is everysec')
    expect(found?.sentence).toContain('maxmemory-policy is volatile-ttl')
  })

  test('REDIS-2 a Redis whose append-only file is still being written for the first time is refused until it is there', async () => {
    const other = await openRedis({ appendonly: 'no' })
    onTestFinished(() => other.close())
    for (const key of ['a', 'b', 'c']) await other.command('SET', key, 'x')
    await other.command('CONFIG', 'SET', 'rdb-key-save-delay', '1000000')
    await other.command('CONFIG', 'SET', 'appendonly', 'yes')
    const found = await refusal({ url: other.url })
    expect(found?.code).toBe('unsafe')
    expect(found?.sentence).toContain('its file is not complete yet')
    await until('it is there', async () => (await refusal({ url: other.url })) === null)
    // Written anew, it is there all the time.
    await other.command('BGREWRITEAOF')
    expect(await refusal({ url: other.url })).toBeNull()
  })

  test('REDIS-2 told is how a setting outlives Redis', async () => {
    await set('appendfsync', 'everysec')
    const found = await refusal({ url: redis().url })
    expect(found?.sentence).toContain(
      'unless they are in its configuration file (CONFIG REWRITE writes them there)',
    )
  })

  test('REDIS-2 a Redis that does not tell its settings counts as unsafe', async () => {
    await redis().command('ACL', 'SETUSER', 'mute', 'on', '>secret', '~*', '+@all', '-config')
    const [, , address = ''] = redis().url.split('/')
    const found = await refusal({ url: `redis://mute:secret@${address}` })
    expect(found?.code).toBe('unsafe')
    expect(found?.sentence).toContain('appendfsync is not told')
  })

  test('REDIS-3 a Redis that keeps what it acknowledges is no risk', async () => {
    const { log } = await openNode({ url: redis().url, acceptRisk: true })
    expect(log.risk()).toBeNull()
  })

  test('REDIS-4 a replica is refused even where the risk is accepted', async () => {
    await redis().command('REPLICAOF', '127.0.0.1', '1')
    onTestFinished(async () => void (await redis().command('REPLICAOF', 'NO', 'ONE')))
    const found = await refusal({ url: redis().url, acceptRisk: true })
    expect(found?.code).toBe('unsuitable')
    expect(found?.sentence).toContain('It is a replica')
  })

  test('REDIS-5 a Redis that has become unsafe is found so when the line is made anew, and the node stops', async () => {
    const { log, failures } = await openNode({ url: redis().url })
    expect((await write(log, 'form/1', 0, ['a'])).kind).toBe('appended')
    await set('appendfsync', 'everysec')
    await redis().command('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
    await until('the node has stopped', () => failures.length > 0)
    expect(failures).toEqual([expect.stringContaining('appendfsync is everysec')])
    expect(await write(log, 'form/1', 1, ['b'])).toEqual({ kind: 'unknown', sentence: failures[0] })
    await expect(log.head('form/1')).rejects.toThrow('appendfsync is everysec')
  })
})
