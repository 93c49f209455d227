import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inColumn, strengthsField } from '../../shared/form/fields.ts'
import { askAs, eventsOf, missouri, missouriRoom, reveal, settlePriority } from '../harness/nodes-play.ts'
import { nodesOfTests, type Nodes } from '../harness/nodes.ts'
import { openRedis, type TestRedis } from '../harness/redis.ts'
import { openLogLine } from '../harness/redis-lines.ts'
import { certify, maine, sign } from '../harness/review-moves.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import { hostOf, linkFor, sit } from '../harness/running-server.ts'
import { runToEnd, startProcess } from '../harness/server-process.ts'
import { startProxy, type TcpProxy } from '../harness/tcp-proxy.ts'
import { until } from '../harness/until.ts'

const startNodes = nodesOfTests({ mayFail: /Redis|line/ })
const field = (seat: number) => inColumn(seat, strengthsField('(A)(1)'))
const halfScored = 'rehearsal-1/massachusetts.1.1/form-1'

async function redisOfTest(): Promise<TestRedis> {
  const redis = await openRedis()
  onTestFinished(redis.close)
  return redis
}

/** Two nodes over one Redis, B behind a network that can be taken away. */
async function startBoth(): Promise<{ redis: TestRedis; proxy: TcpProxy; nodes: Nodes }> {
  const redis = await redisOfTest()
  const proxy = await startProxy(redis.port)
  onTestFinished(proxy.close)
  const nodes = await startNodes(0, { log: await openLogLine(redis.url) })
  await nodes.start()
  await nodes.start({ log: await openLogLine(`redis://127.0.0.1:${proxy.port}`) })
  return { redis, proxy, nodes }
}

/** Does something on B while its lines are reset after an append of it is in the log, and before the answer is back. */
async function withReset<T>(
  { nodes, proxy }: { readonly nodes: Nodes; readonly proxy: TcpProxy },
  stream: string,
  act: () => Promise<T>,
): Promise<T> {
  const before = await nodes.log.head(stream)
  proxy.delay(200)
  const acting = act()
  await until('it to be written', async () => (await nodes.log.head(stream)) > before)
  proxy.reset()
  proxy.delay(0)
  return acting
}

test('NODE-35 over Redis: a sign-in and a command whose lines are reset before they are answered are done once', async () => {
  const both = await startBoth()
  const { nodes } = both
  const { a, b } = nodes
  const [host, link] = [hostOf('reviewer-4'), await linkFor(b.port, 'reviewer-4')]
  const answer = await withReset(both, 'access', () => sit(b.port, host, link))
  expect([answer.status, b.log.outcomes('access')]).toEqual([204, expect.arrayContaining(['unknown'])])
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  expect((await askAs(a, 'reviewer-4', cookie, rubricPath)).status).toBe(200)
  const monitor = await b.seat('monitor')
  const command = { kind: 'review.reveal', review: missouri } as const
  expect(await withReset(both, 'journal/rehearsal-1', () => monitor.send(command))).toEqual({ done: true })
  expect(await eventsOf(nodes.log, 'review.revealed')).toHaveLength(1)
})

test('NODE-9 over Redis: a signature on a node with a slow line goes through among typists on another', async () => {
  const { nodes, proxy } = await startBoth()
  const { a, b } = nodes
  const monitor = await a.seat('monitor')
  await reveal(monitor)
  await settlePriority(monitor)
  const two = await b.seat('reviewer-2')
  const signing = await two.open(missouriRoom)
  const typists = await Promise.all(
    [1, 3, 4, 5].map(async (number) => {
      const { doc, saved } = await (await a.seat(`reviewer-${number}`)).open(missouriRoom)
      return async (): Promise<void> => {
        for (let count = 1; count <= 8; count += 1) {
          doc.getText(field(number)).insert(0, 'x')
          await saved()
        }
      }
    }),
  )
  proxy.delay(5)
  const typed = Promise.all(typists.map((type) => type()))
  await sign(two, signing, missouri)
  await typed
  proxy.delay(0)
  expect((await eventsOf(nodes.log, 'column.signed')).map(({ by }) => by)).toEqual(['reviewer-2'])
  const room = await (await b.seat('reviewer-1')).open(missouriRoom)
  for (const number of [1, 3, 4, 5]) expect(room.doc.getText(field(number)).toString()).toMatch(/^x{8}/)
})

test('NODE-37 a node that is told nothing new any more, and then nothing at all, answers whoever waits, and ends', async () => {
  const { redis, proxy, nodes } = await startBoth()
  const { a, b } = nodes
  const [cookie, deciding] = [await b.signIn('reviewer-1'), await a.seat('reviewer-2')]
  const one = await b.again('reviewer-1', cookie)
  const form = await one.open(halfScored)
  await form.saved()
  // What waits for news is on a line of its own.
  await until('the node to wait for news', () => proxy.mute('XREAD') === 1)
  await certify(deciding)
  const edited = (async () => {
    form.doc.getText(strengthsField('(A)(1)')).insert(0, 'Meanwhile. ')
    return form.saved().then(
      () => 'saved',
      () => form.closed(),
    )
  })()
  const asked = b.log.asked()
  const commanded = one.send({ kind: 'conflict.answer', review: maine, answer: 'certified', reason: '' })
  const requested = askAs(b, 'reviewer-1', cookie, rubricPath)
  await until('the node to ask how far the log goes', () => b.log.asked() > asked)
  await redis.kill()
  expect(await commanded).toMatchObject({ refused: 'not-saved' })
  expect((await requested).status).toBe(503)
  expect(await edited).toBe(4503)
  await b.stop()
})

test('NODE-36 over Redis: a record that cannot be read ends the process of a node with its sentence, and the next start', async () => {
  const redis = await redisOfTest()
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-node-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const env = { REDIS_URL: redis.url }
  const node = await startProcess(folder, { env })
  const log = await openLogLine(redis.url)
  await log.append('access', 0, [{ bytes: new TextEncoder().encode('{}') }], { id: 'an-outsider' })
  const sentence =
    'The log is damaged: entry 1 of the stream access cannot be read. Nothing was changed. Put back the last good copy.\n'
  expect(await node.ended).toMatchObject({ code: 1, stderr: sentence })
  expect(await runToEnd(['--port', '0', '--data', folder], undefined, env)).toMatchObject({
    code: 1,
    stderr: sentence,
  })
})
