import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { LogFailed } from '../../server/log/log-errors.ts'
import type { Log } from '../../server/log/log.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { until } from '../harness/until.ts'
import { checkpointOf, checkpointRules, manyScores } from './sync-checkpoints.ts'
import { hallsOfTests, room } from './sync-hall.ts'

const hall = hallsOfTests()

checkpointRules('memory', async () => openMemoryLog())

checkpointRules('SQLite', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-checkpoints-'))
  const log = await openSqliteLog({
    folder,
    onFailure(failure) {
      throw failure
    },
  })
  onTestFinished(async () => {
    await log.close()
    rmSync(folder, { recursive: true })
  })
  return log
})

test('LOG-26 a checkpoint under way delays no append, is the only one, and is tried again when it fails', async () => {
  const memory = openMemoryLog()
  const started: number[] = []
  const first = Promise.withResolvers<void>()
  const log: Log = {
    ...memory,
    checkpoint: async (stream, version, bytes) => {
      started.push(version)
      if (started.length === 1) await first.promise
      await memory.checkpoint(stream, version, bytes)
    },
  }
  const at = await hall({ log, step: 'revealed', timing: { retryMs: 1 } })
  await at.open('r1', room)
  const updates = manyScores(1_200)
  for (const update of updates.slice(0, 501)) await at.documents.publish(room, update)
  await until('the first', () => started.length > 0)
  for (const update of updates.slice(501, 1_100)) await at.documents.publish(room, update)
  expect(started).toHaveLength(1)
  first.reject(new LogFailed('There is no room for it.'))
  const rest = updates.slice(1_100).values()
  await until('the second', async () => {
    const { value } = rest.next()
    if (value !== undefined) await at.documents.publish(room, value)
    return (await checkpointOf(log)) !== null
  })
  expect(at.failures).toEqual([])
})
