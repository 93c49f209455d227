import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Log } from '../../server/log/log.ts'
import { openRedisLog } from '../../server/log/redis-log.ts'
import { redisOfFile } from '../harness/redis.ts'
import { startProxy } from '../harness/tcp-proxy.ts'
import { until } from '../harness/until.ts'
import { checkpointOf, checkpointRules, manyScores } from './sync-checkpoints.ts'
import { bytesOf, hallsOfTests, room } from './sync-hall.ts'

const redis = redisOfFile()
const hall = hallsOfTests()
beforeEach(() => redis().flush())

async function openNode(url: string): Promise<Log> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-checkpoints-'))
  const log = await openRedisLog({
    url,
    heads: { folder, name: 'node.json' },
    acceptRisk: false,
    onFailure(failure) {
      throw failure
    },
  })
  onTestFinished(async () => {
    await log.close()
    rmSync(folder, { recursive: true })
  })
  return log
}

checkpointRules('Redis', () => openNode(redis().url))

test('LOG-26 a node that was cut off while a document was checkpointed serves all of it afterwards', async () => {
  const proxy = await startProxy(redis().port)
  onTestFinished(() => proxy.close())
  const near = await hall({ log: await openNode(redis().url), step: 'revealed' })
  const far = await hall({ log: await openNode(`redis://127.0.0.1:${proxy.port}`), play: near.play })
  const [here, there] = [await near.open('r1', room), await far.open('r2', room)]
  proxy.cut()
  for (const update of manyScores(501)) await near.documents.publish(room, update)
  await until('the checkpoint', async () => (await checkpointOf(near.log)) !== null)
  proxy.heal()
  await until('the other node has it', () => bytesOf(there.doc) === bytesOf(here.doc))
  expect([...near.failures, ...far.failures]).toEqual([])
})
