import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openRedisLog } from '../../server/log/redis-log.ts'
import { openDirectory, type Directory } from '../../server/people/directory.ts'
import { realPorts } from '../../server/ports.ts'
import { redisOfFile } from '../harness/redis.ts'
import { entryOf } from '../harness/people-server.ts'
import { until } from '../harness/until.ts'

const redis = redisOfFile()

/** The directory on a node of its own. */
async function openNode(name: string): Promise<Directory> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-heads-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const onDamage = (damage: unknown): void => expect.unreachable(String(damage))
  const log = await openRedisLog({
    url: redis().url,
    heads: { folder, name: `${name}.json` },
    acceptRisk: false,
    onFailure: onDamage,
  })
  onTestFinished(() => log.close())
  const directory = await openDirectory({ log, ports: realPorts, competition: 'one', onDamage })
  onTestFinished(directory.close)
  return directory
}

/** All that stands under the keys of the Redis. */
async function allOfIt(): Promise<string> {
  const keys = (await redis().command('KEYS', '*')) as readonly string[]
  const values = keys.map(async (key) => {
    const type = await redis().command('TYPE', key)
    if (type === 'stream') return redis().command('XRANGE', key, '-', '+')
    return redis().command(type === 'hash' ? 'HGETALL' : 'GET', key)
  })
  return JSON.stringify(await Promise.all(values))
}

test('PEOPLE-3 who is forgotten on one node is forgotten on the others, and in no value of the Redis that they share', async () => {
  const [one, two] = [await openNode('one'), await openNode('two')]
  await one.put([entryOf({ id: 'gone' }), entryOf({ id: 'stays' })])
  await until('the other node knows both', () => two.all().length === 2)
  await two.forget(['gone'])
  await until('the first knows that one is forgotten', () => one.all().length === 1)
  expect(await one.put([entryOf({ id: 'later' })])).toBeNull()
  await until('the other knows who came later', () => two.all().length === 2)
  const late = await openNode('late')
  for (const directory of [one, two, late])
    expect(directory.all().map(({ person }) => person)).toEqual(['stays', 'later'])
  const all = await allOfIt()
  expect(all).toContain('stays@panel.example')
  expect(all).not.toContain('gone@panel.example')
})
