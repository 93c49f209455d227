import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { openHeads } from '../../server/log/redis-heads.ts'
import { openLog } from '../../server/open-log.ts'
import { openRedis, redisOfFile } from '../harness/redis.ts'
import { until } from '../harness/until.ts'
import { encode, texts, write } from './log-under-test.ts'
import { followed, openNode, refusal, temporaryFolder } from './redis-nodes.ts'

const redis = redisOfFile()
beforeEach(() => redis().flush())

/** What a Redis holds now, in a folder of its own from which another may be started. */
function copyOf(folder: string): string {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** Ends the Redis of the file and starts it on what another folder holds; with the test it comes back to its own. */
async function swapTo(folder: string): Promise<void> {
  await redis().kill()
  await redis().start(folder)
  onTestFinished(async () => {
    await redis().kill()
    await redis().start()
  })
}

describe('a Redis that has lost what it had acknowledged', () => {
  test('REDIS-6 emptied under a running node: the next question stops it, told once, and nothing is written', async () => {
    const { log, failures } = await openNode({ url: redis().url })
    await write(log, 'doc/c/form', 0, ['a', 'b'])
    await redis().flush()
    const outcomes = await Promise.all([
      write(log, 'doc/c/form', 2, ['c']),
      write(log, 'doc/c/form', 0, ['d'], 'd'),
      write(log, 'doc/c/other', 0, ['e']).then(() => write(log, 'doc/c/other', 1, ['f'])),
    ])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(failures).toEqual([
      expect.stringContaining('the stream doc/c/form ends at version 0, but version 2 had been there'),
    ])
    await expect(log.read('doc/c/form', 0, 10)).rejects.toThrow('has lost what it had acknowledged')
    await expect(log.streams('')).rejects.toThrow('has lost what it had acknowledged')
    expect(await redis().command('EXISTS', 'panelroom:{c}:doc/c/form:head')).toBe(0)
  })

  test('REDIS-6 emptied while nobody writes, it is noticed as well', async () => {
    const { log, failures } = await openNode({ url: redis().url })
    await write(log, 'doc/c/form', 0, ['a'])
    await followed(log, 'doc/c/form')
    await redis().flush()
    await until('the node has stopped', () => failures.length > 0)
    expect(failures).toHaveLength(1)
  })

  test('REDIS-6 a stream that is given counts, and so does a listing', async () => {
    const given = await openNode({ url: redis().url })
    await write(given.log, 'journal/c', 0, ['a', 'b'])
    await redis().command('DEL', 'panelroom:{c}:journal/c:head', 'panelroom:{c}:journal/c:entries')
    const outcome = await given.log.append('doc/c/form', 0, [{ bytes: encode('x') }], {
      id: 'x',
      given: [{ stream: 'journal/c', version: 2 }],
    })
    expect(outcome.kind).toBe('unknown')
    expect(given.failures).toEqual([expect.stringContaining('the stream journal/c ends at version 0')])

    const listing = await openNode({ url: redis().url })
    await write(listing.log, 'journal/d', 0, ['a'])
    await redis().flush()
    await expect(listing.log.streams('journal/')).rejects.toThrow('journal/d ends at version 0')
  })

  test('REDIS-6 started again on older data, it is noticed before anything is answered', async () => {
    const { log, failures } = await openNode({ url: redis().url })
    await write(log, 'doc/c/form', 0, ['a', 'b'])
    const older = copyOf(redis().folder)
    await write(log, 'doc/c/form', 2, ['c'])
    const given = await followed(log, 'doc/c/form')
    await swapTo(older)
    await until('the node has stopped', () => failures.length > 0)
    expect(failures).toEqual([
      expect.stringContaining('the stream doc/c/form ends at version 2, but version 3 had been there'),
    ])
    expect(given).toEqual(['1 a', '2 b', '3 c'])
  })

  test('REDIS-6 another history of the same length, or longer, is noticed by its hash', async () => {
    const { log, failures } = await openNode({ url: redis().url })
    await write(log, 'doc/c/form', 0, ['a', 'b'])
    const second = await openRedis()
    onTestFinished(() => second.close())
    await second.kill()
    await second.start(copyOf(redis().folder))
    const elsewhere = await openNode({ url: second.url })
    await write(elsewhere.log, 'doc/c/form', 2, ['other'])
    await write(elsewhere.log, 'doc/c/form', 3, ['further'])
    await elsewhere.log.close()
    await write(log, 'doc/c/form', 2, ['c'])
    const config = String(await second.command('CONFIG', 'GET', 'dir'))
    await second.kill()
    await swapTo(copyOf(config.split(',')[1] ?? ''))
    await until('the node has stopped', () => failures.length > 0)
    expect(failures).toEqual([
      expect.stringContaining(
        'version 3 of the stream doc/c/form is another than the one that had been there',
      ),
    ])
  })

  test('REDIS-6 what is trimmed under a checkpoint is not lost', async () => {
    const folder = temporaryFolder()
    const one = await openNode({ url: redis().url, folder, name: 'one' })
    const two = await openNode({ url: redis().url, folder, name: 'two' })
    await write(one.log, 'doc/c/form', 0, ['a', 'b', 'c'])
    await two.log.head('doc/c/form')
    await write(one.log, 'doc/c/form', 3, ['d', 'e'])
    await one.log.checkpoint('doc/c/form', 4, encode('abcd'))
    expect(await two.log.head('doc/c/form')).toBe(5)
    await Promise.all([one.log.close(), two.log.close()])
    expect(await refusal({ url: redis().url, folder })).toBeNull()
    expect([...one.failures, ...two.failures]).toEqual([])
  })
})

describe('what a node has seen, over its restarts', () => {
  test('REDIS-7 a Redis behind what was seen is refused at the start, with the stream and what to do', async () => {
    const folder = temporaryFolder()
    const { log } = await openNode({ url: redis().url, folder })
    await write(log, 'journal/c', 0, ['a', 'b'])
    await log.close()
    await redis().flush()
    const found = await refusal({ url: redis().url, folder })
    expect(found?.code).toBe('behind')
    expect(found?.sentence).toContain('the stream journal/c ends at version 0, but version 2 had been there')
    expect(found?.sentence).toContain(`remove the folder ${folder} and start again`)
    expect(await refusal({ url: redis().url })).toBeNull()
  })

  test('REDIS-7 what any node of the folder has seen counts', async () => {
    const folder = temporaryFolder()
    const one = await openNode({ url: redis().url, folder, name: 'one' })
    await write(one.log, 'journal/c', 0, ['a'])
    await one.log.close()
    await redis().command('DEL', 'panelroom:{c}:journal/c:head', 'panelroom:{c}:journal/c:entries')
    const found = await refusal({ url: redis().url, folder, name: 'two' })
    expect(found?.sentence).toContain('version 1 had been there')
  })

  test('REDIS-7 it counts at whatever address that Redis or another is found, and told is where it was seen', async () => {
    const folder = temporaryFolder()
    const one = await openNode({ url: redis().url, folder })
    await write(one.log, 'journal/c', 0, ['a'])
    await one.log.close()
    const file = readFileSync(join(folder, 'node.json'), 'utf8')
    const other = await openRedis()
    onTestFinished(() => other.close())
    const found = await refusal({ url: other.url, folder })
    expect(found?.code).toBe('behind')
    expect(found?.sentence).toBe(
      `Redis at ${other.url}/0 does not hold what had been acknowledged at ${redis().url}/0: the stream journal/c ends at version 0, but version 1 had been there. Start the Redis that holds it. To accept the loss, or to begin with another log, remove the folder ${folder} and start again.`,
    )
    expect(readFileSync(join(folder, 'node.json'), 'utf8')).toBe(file)
    expect(await other.command('DBSIZE')).toBe(0)
    expect(await refusal({ url: redis().url.replace('127.0.0.1', 'localhost'), folder })).toBeNull()
  })

  test('REDIS-7 a node that is killed has written down what it saw a moment before', async () => {
    const folder = temporaryFolder()
    const { log } = await openNode({ url: redis().url, folder })
    await write(log, 'journal/c', 0, ['a', 'b', 'c'])
    const told = (): string => {
      try {
        return readFileSync(join(folder, 'node.json'), 'utf8')
      } catch {
        return ''
      }
    }
    await until('what was seen is in the file', () => told().includes('"journal/c":[3,'))
    const [, , address = ''] = redis().url.split('/')
    await redis().command('ACL', 'SETUSER', 'app', 'on', '>secret', '~*', '+@all')
    const other = await openNode({ url: `redis://app:secret@${address}`, folder })
    expect(await texts(other.log, 'journal/c')).toEqual(['1 a', '2 b', '3 c'])
    await other.log.close()
    expect(told()).not.toContain('secret')
  })

  test('REDIS-7 a file that tells nothing is refused', async () => {
    const folder = temporaryFolder()
    for (const content of ['', '{"redis":"x"}', '{"redis":"x","heads":{"journal/c":["3","a"]}}']) {
      writeFileSync(join(folder, 'node.json'), content)
      const found = await refusal({ url: redis().url, folder })
      expect(found?.code).toBe('damaged')
      expect(found?.sentence).toContain(join(folder, 'node.json'))
    }
  })

  test('REDIS-7 where what was seen cannot be written down, staff are told', async () => {
    const folder = temporaryFolder()
    const { log } = await openNode({ url: redis().url, folder })
    mkdirSync(join(folder, 'node.json'))
    await write(log, 'journal/c', 0, ['a'])
    await until('the risk is told', () => log.risk() !== null)
    expect(log.risk()).toContain('so that a loss may go unnoticed')
    expect(readdirSync(folder)).toEqual(['node.json'])
  })

  test('REDIS-20 nodes that write one file at once leave a whole one, and nothing beside it', async () => {
    const folder = temporaryFolder()
    const all = [20, 900].map((streams) => ({
      streams,
      heads: openHeads({ folder, name: 'node.json', redis: 'redis://127.0.0.1:6379/0' }),
    }))
    for (let version = 1; version <= 60; version += 1) {
      for (const { streams, heads } of all) {
        for (let stream = 0; stream < streams; stream += 1)
          heads.saw(`doc/c/${stream}`, version, 'a'.repeat(40))
      }
      await Promise.all(all.map(({ heads }) => heads.flush()))
      expect(all.map(({ heads }) => heads.problem())).toEqual([null, null])
      expect(() => JSON.parse(readFileSync(join(folder, 'node.json'), 'utf8'))).not.toThrow()
    }
    expect(readdirSync(folder)).toEqual(['node.json'])
  })

  test('REDIS-20 the file of a node is named by its machine and its port', async () => {
    const data = temporaryFolder()
    const config = readConfig(['--port', '3001', '--data', data], { REDIS_URL: redis().url })
    if ('fault' in config) throw new Error(config.fault)
    const opened = await openLog(config, () => undefined)
    await write(opened.log, 'journal/c', 0, ['a'])
    await opened.close()
    expect(readdirSync(join(data, 'heads'))).toEqual([`${hostname()}-3001.json`])
  })
})
