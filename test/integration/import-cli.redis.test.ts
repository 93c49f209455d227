import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readingOf } from '../harness/documents.ts'
import { importCli, layFiles } from '../harness/import-cli.ts'
import { redisOfFile } from '../harness/redis.ts'
import { signIn } from '../harness/running-server.ts'
import { startProcess } from '../harness/server-process.ts'

const redis = redisOfFile()

test('DOC-23 over Redis files are added while servers are running, and these show them at once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const data = path.join(folder, 'data')
  const env = { REDIS_URL: redis().url }
  const server = await startProcess(data, { env })
  onTestFinished(server.kill)
  const at = await layFiles(path.join(folder, 'laid'))
  const args = ['--data', data, '--application', 'maine', 'plan.pdf', 'plan.txt']
  expect(await importCli(args, { at, env })).toMatchObject({ code: 0, err: [] })
  const { documents } = await readingOf(server.port, await signIn(server.port, 'staff'))
  expect(documents.map(({ type }) => type)).toEqual(['digest', 'pdf', 'text'])
})
