import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../server/cluster/free-port.ts'
import { redisOfFile } from '../harness/redis.ts'
import { hostOf, signIn } from '../harness/running-server.ts'
import { openSeat } from '../harness/seat-client.ts'
import { runToEnd, startProcess, type Ended } from '../harness/server-process.ts'
import { startCluster } from './nodes-cluster.ts'
import { expectAllThere, openWriter } from './nodes-writers.ts'

const redis = redisOfFile()

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts a node that should not stay. */
function start(folder: string, url: string, port = 0): Promise<Ended> {
  const flags = ['--port', `${port}`, '--data', folder]
  return runToEnd(flags, undefined, { REDIS_URL: url })
}

/** Ended by itself, with one plain sentence for whoever runs it and nothing else. */
function sentenceOf({ code, stderr }: Ended): string {
  expect({ code, stderr }).toMatchObject({ code: 1 })
  expect(stderr.trimEnd()).not.toContain('\n')
  expect(stderr).not.toMatch(/Error|\bat .*\.ts/)
  return stderr.trimEnd()
}

/** Changes a setting of the Redis for one test. */
async function set(name: string, value: string, before: string): Promise<void> {
  onTestFinished(async () => void (await redis().command('CONFIG', 'SET', name, before)))
  await redis().command('CONFIG', 'SET', name, value)
}

const unsafe = [
  ['appendonly', 'no', 'yes'],
  ['appendfsync', 'everysec', 'always'],
  ['maxmemory-policy', 'allkeys-lru', 'noeviction'],
] as const

test.each(unsafe)(
  'FAULT-12 a node does not start on a Redis whose %s is %s, writes nothing into it, and says that it is to be %s',
  async (name, value, right) => {
    await set(name, value, right)
    const folder = temporaryFolder()
    expect(sentenceOf(await start(folder, redis().url))).toBe(
      `Redis at ${redis().url}/0 may lose what it has acknowledged: ${name} is ${value}; set it to ${right}. Settings hold until Redis ends, unless they are in its configuration file (CONFIG REWRITE writes them there). To run all the same, start with --accept-redis-risk.`,
    )
    expect(await redis().command('DBSIZE')).toBe(0)
    expect(existsSync(path.join(folder, 'log.db'))).toBe(false)
  },
)

test('FAULT-12 a node does not start where no Redis answers, and does not take SQLite in its place', async () => {
  const folder = temporaryFolder()
  const port = await freePort()
  expect(sentenceOf(await start(folder, `redis://127.0.0.1:${port}`))).toBe(
    `Redis at redis://127.0.0.1:${port}/0 does not answer (ECONNREFUSED).`,
  )
  expect(existsSync(path.join(folder, 'log.db'))).toBe(false)
})

test('FAULT-13 where the risk is accepted a node starts, and staff alone are told what may be lost', async () => {
  await set('appendfsync', 'everysec', 'always')
  const node = await startProcess(temporaryFolder(), {
    flags: ['--accept-redis-risk'],
    env: { REDIS_URL: redis().url },
  })
  onTestFinished(() => node.kill())
  const told = async (person: string): Promise<string | null> => {
    const seat = await openSeat({
      port: node.port,
      host: hostOf(person),
      cookie: await signIn(node.port, person),
    })
    onTestFinished(seat.close)
    return seat.view().savingRisk
  }
  expect(await told('staff')).toBe(
    'Redis writes to disk once a second: what was saved in the last second before a crash can be lost.',
  )
  expect(await told('reviewer-1')).toBeNull()
  expect(await told('monitor')).toBeNull()
  expect(await node.stop()).toBe(0)
})

test('FAULT-11 a Redis that comes back from an older state ends both nodes, is not written to, and is not started on again', async () => {
  const cluster = await startCluster()
  const [one, two] = cluster.nodes
  const writers = cluster.nodes.map((node, index) =>
    openWriter(cluster, {
      person: `reviewer-${index + 1}`,
      review: 'massachusetts.1.1',
      inRoom: false,
      node,
    }),
  )
  await Promise.all(writers.map((writer) => writer.open()))
  await Promise.all(writers.map((writer) => writer.type(5)))
  await cluster.redis.kill()
  const older = temporaryFolder()
  cpSync(cluster.redis.folder, older, { recursive: true })
  await cluster.redis.start()
  await Promise.all(writers.map((writer) => writer.type(5)))

  await cluster.redis.kill()
  const streams = writers.map(({ name }) => `doc/${name}`)
  const headsNow = (): Promise<readonly number[]> =>
    cluster.inLog((log) => Promise.all(streams.map((stream) => log.head(stream))))
  await cluster.redis.start(older)
  const before = await headsNow()
  for (const node of cluster.nodes) expect(sentenceOf(await node.ended())).toMatch(lost)
  const again = { REDIS_URL: `redis://127.0.0.1:${one.network.port}` }
  const flags = ['--port', `${one.port}`, '--data', cluster.folder]
  expect(sentenceOf(await runToEnd(flags, undefined, again))).toMatch(lost)
  expect(await headsNow()).toEqual(before)

  await cluster.redis.kill()
  await cluster.redis.start()
  await Promise.all([one.start(), two.start()])
  await expectAllThere(cluster, writers, 'with the Redis that holds it')
})

const lost =
  /^Redis at \S+ has lost what it had acknowledged: the stream \S+ ends at version \d+, but version \d+ had been there\. Start the Redis that holds it\./
