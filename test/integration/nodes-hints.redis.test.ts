import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createServer } from 'node:http'
import { createClient } from 'redis'
import { Server } from 'socket.io'
import { expect, onTestFinished, test } from 'vitest'
import type { Hints } from '../../server/live/hints.ts'
import { nodesOfTests, type Nodes } from '../harness/nodes.ts'
import { redisOfFile } from '../harness/redis.ts'
import { openHintLines, openLogLine } from '../harness/redis-lines.ts'
import { certify, maine } from '../harness/review-moves.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { startProxy, type TcpProxy } from '../harness/tcp-proxy.ts'
import { until } from '../harness/until.ts'

const redis = redisOfFile()
const startNodes = nodesOfTests()
const channel = 'panelroom:hints:0'
const answered = { kind: 'conflict.answer', review: maine, answer: 'certified', reason: '' } as const

const onlineFor = (monitor: SeatClient, person: string): boolean | undefined =>
  monitor.review(maine).progress?.find((one) => one.person === person)?.online

function sees(monitor: SeatClient, person: string, online: boolean): Promise<void> {
  return until(`${person} to be ${online ? 'there' : 'gone'}`, () => onlineFor(monitor, person) === online)
}

/** All that is heard there from now on. */
function heardBy(hints: Hints): readonly string[] {
  const heard: string[] = []
  hints.onHeard((_node, people) => heard.push(people.join()))
  return heard
}

/** Says something until it is heard: nobody waits for the lines of hints. */
async function saidAndHeard(hints: Hints, what: string, heard: readonly string[]): Promise<void> {
  await until(`${what} to be heard`, () => {
    hints.say([what])
    return heard.includes(what)
  })
}

async function proxyOfTest(): Promise<TcpProxy> {
  const proxy = await startProxy(redis().port)
  onTestFinished(proxy.close)
  return proxy
}

/** Two nodes over one Redis: B has its log and its hints at these addresses. */
async function startBoth(forB: { readonly log: string; readonly hints: string }): Promise<Nodes> {
  await redis().flush()
  const log = await openLogLine(redis().url)
  const nodes = await startNodes(0, { log })
  await nodes.start({ hints: openHintLines(redis().url) })
  await nodes.start({ log: await openLogLine(forB.log), hints: openHintLines(forB.hints) })
  return nodes
}

/** A connection of somebody who can write to Redis. */
async function outsider() {
  const client = createClient({ url: redis().url })
  await client.connect()
  onTestFinished(() => client.destroy())
  return client
}

test('NODE-53 installations on two database numbers of one Redis do not hear each other', async () => {
  const { url } = redis()
  const [a, b] = [openHintLines(url), openHintLines(`${url}/0`)]
  const [c, d] = [openHintLines(`${url}/1`), openHintLines(`${url}/1`)]
  const [atB, atD] = [heardBy(b), heardBy(d)]
  await saidAndHeard(c, 'here', atD)
  await saidAndHeard(a, 'elsewhere', atB)
  // By now that would have come: Redis hands on one thing after the other.
  c.say(['and here'])
  await until('the next to be heard', () => atD.includes('and here'))
  expect([...new Set(atD)]).toEqual(['here', 'and here'])
  expect([...new Set(atB)]).toEqual(['elsewhere'])
})

test('NODE-54 what anybody says where nodes give hints reaches no page, learns of no session and ends no node', async () => {
  const { a, b } = await startBoth({ log: redis().url, hints: redis().url })
  const monitor = await a.seat('monitor')
  await certify(monitor)
  const came: string[] = []
  const page = await a.again('reviewer-1', await a.signIn('reviewer-1'), (_line, what) => came.push(what))
  await b.seat('reviewer-2')
  await sees(monitor, 'reviewer-2', true)

  const client = await outsider()
  const adapter = createAdapter(client, { streamName: channel, channelPrefix: channel })
  const stranger = new Server(createServer(), { adapter })
  onTestFinished(() => stranger.close())
  const before = came.length
  // Both nodes answer: with no page, and so with no cookie of one.
  const found = async () => stranger.fetchSockets().catch(() => null)
  await until(
    'both nodes to hear a stranger',
    async () => (await stranger.of('/').adapter.serverCount()) === 3,
  )
  expect(await found()).toEqual([])
  const forged = { view: { me: 'forged' }, counter: 1 }
  for (const [name, value] of [
    ['signedOut', 'Forged.'],
    ['view', forged],
  ] as const) {
    stranger.emit(name, value)
    stranger.timeout(100).emit(name, value, () => undefined)
  }
  stranger.disconnectSockets(true)
  stranger.socketsJoin('somewhere')
  const everybody = Array.from({ length: 20_000 }, (_, at) => `reviewer-${at + 1}`)
  for (const said of [
    [],
    [7, ['reviewer-4']],
    ['one', 'reviewer-4'],
    ['two', [{ id: 'reviewer-4' }, 'reviewer-4']],
    ['three', everybody],
    ['four', ['reviewer-4'], 'and more'],
    ['x'.repeat(200), ['reviewer-4']],
  ]) {
    stranger.serverSideEmit('present', ...said)
  }
  for (const name of ['error', 'connection', 'nothing known']) {
    stranger.of('/').adapter.serverSideEmit([name, null])
  }
  for (const rubbish of ['', '{}', '\u0000', '\u00c1', '\u0081\u00a3uid']) {
    await client.publish(`${channel}#/#`, Buffer.from(rubbish, 'latin1') as never)
  }
  const entry = { uid: 'stranger', nsp: '/', type: '3' }
  await client.xAdd(channel, '*', { ...entry, data: JSON.stringify({ packet: {}, opts: { rooms: [] } }) })
  await client.xAdd(channel, '*', entry)

  await b.seat('reviewer-3')
  await sees(monitor, 'reviewer-3', true)
  await page.socket.timeout(5000).emitWithAck('command', null as never)
  expect(came.slice(before).filter((what) => /signedOut|view|closed/.test(what))).toEqual([])
  expect([page.socket.connected, page.view().me.person]).toEqual([true, 'reviewer-1'])
  expect(onlineFor(monitor, 'reviewer-4')).toBe(false)
})

test('NODE-54 … nor does it keep a node busy: where only broadcasts are written, nobody reads', async () => {
  const [a, b] = [openHintLines(redis().url), openHintLines(redis().url)]
  const [client, heard] = [await outsider(), heardBy(b)]
  await saidAndHeard(a, 'before', heard)
  await client.sendCommand(['CONFIG', 'RESETSTAT'])
  await client.xAdd(channel, '*', { uid: 'stranger', nsp: '/', type: '3', data: '{"packet":{},"opts":{}}' })
  await client.xAdd(channel, '*', { uid: 'stranger', nsp: '/', type: '3' })
  for (let count = 1; count <= 5; count += 1) await saidAndHeard(a, `after ${count}`, heard)
  expect(await client.info('commandstats')).not.toContain('cmdstat_xread:')
})

test('NODE-55 a line of hints on which nothing is answered any more is opened anew, both ways', async () => {
  const proxy = await proxyOfTest()
  const { a, b } = await startBoth({ log: redis().url, hints: `redis://127.0.0.1:${proxy.port}` })
  const [onA, onB] = [await a.seat('monitor'), await b.seat('monitor')]
  await certify(onA)
  await b.seat('reviewer-1')
  await sees(onA, 'reviewer-1', true)
  proxy.mute()
  await a.seat('reviewer-2')
  await b.seat('reviewer-3')
  await sees(onA, 'reviewer-3', true)
  await sees(onB, 'reviewer-2', true)
})

test('NODE-55 … and so it is where the whole network of a node is away for a while, its log with it', async () => {
  const proxy = await proxyOfTest()
  const url = `redis://127.0.0.1:${proxy.port}`
  const { a, b } = await startBoth({ log: url, hints: url })
  const monitor = await a.seat('monitor')
  await certify(monitor)
  const stays = await b.seat('reviewer-1')
  await sees(monitor, 'reviewer-1', true)
  proxy.cut()
  await sees(monitor, 'reviewer-1', false)
  proxy.heal()
  await sees(monitor, 'reviewer-1', true)
  await until('its log to be back', async () => !('refused' in (await stays.send(answered))))
})

test.each([
  { left: 'none', count: 0 },
  { left: 'one', count: 1 },
  { left: 'two', count: 2 },
])(
  'NODE-55 a node starts and serves with $left of the three connections for hints, and gives them once it can have them',
  async ({ count }) => {
    await redis().flush()
    const admin = await outsider()
    const [forA, forB] = [await openLogLine(redis().url), await openLogLine(redis().url)]
    const [mine, logs] = [1, 4]
    await admin.configSet('maxclients', `${mine + logs + count}`)
    const allowMore = () => admin.configSet('maxclients', '1000')
    onTestFinished(async () => void (await allowMore()))
    const nodes = await startNodes(0, { log: forA })
    const a = await nodes.start({ hints: openHintLines(redis().url) })
    const monitor = await a.seat('monitor')
    await certify(monitor)
    const b = await nodes.start({ log: forB, hints: openHintLines(redis().url) })
    await b.seat('reviewer-1')
    expect(onlineFor(monitor, 'reviewer-1')).toBe(false)
    await allowMore()
    await sees(monitor, 'reviewer-1', true)
  },
)
