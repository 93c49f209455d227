import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createServer } from 'node:http'
import { createClient } from 'redis'
import { Server } from 'socket.io'
import { expect, onTestFinished, test } from 'vitest'
import type { LooksMessage, PersonLooking } from '../../shared/protocol/looks.ts'
import { missouri, reveal } from '../harness/nodes-play.ts'
import { nodesOfTests, type Nodes } from '../harness/nodes.ts'
import { redisOfFile } from '../harness/redis.ts'
import { openHintLines, openLogLine } from '../harness/redis-lines.ts'
import { must } from '../harness/review-moves.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { startProxy } from '../harness/tcp-proxy.ts'
import { until } from '../harness/until.ts'

const redis = redisOfFile()
const startNodes = nodesOfTests()
const channel = 'panelroom:hints:0'
const caret = { field: 'summary:(A)(1)', anchor: null, head: { client: 7, clock: 3 } }
const look = { review: missouri, row: '(A)(1)(i)', caret }

/** Two nodes over one Redis; B hears and says hints at that address. */
async function startBoth(hintsOfB = redis().url): Promise<Nodes> {
  await redis().flush()
  const nodes = await startNodes(0, { log: await openLogLine(redis().url) })
  await nodes.start({ hints: openHintLines(redis().url) })
  await nodes.start({ log: await openLogLine(redis().url), hints: openHintLines(hintsOfB) })
  return nodes
}

/** What a seat is told, message by message. */
function heardBy(seat: SeatClient): readonly LooksMessage[] {
  const messages: LooksMessage[] = []
  seat.socket.on('looks', (message) => messages.push(message))
  return messages
}

const now = (messages: readonly LooksMessage[]): readonly PersonLooking[] => messages.at(-1)?.people ?? []

async function says(seat: SeatClient, message: typeof look): Promise<void> {
  expect(await seat.socket.timeout(5_000).emitWithAck('look', message)).toEqual({ done: true })
}

test('LOOK-10 where people look is told on other nodes, taken back there, and forgotten where a node falls silent', async () => {
  const proxy = await startProxy(redis().port)
  onTestFinished(proxy.close)
  const { a, b } = await startBoth(`redis://127.0.0.1:${proxy.port}`)
  const monitor = await a.seat('monitor')
  await reveal(monitor)
  const heard = heardBy(monitor)
  const r1 = await b.seat('reviewer-1')
  await says(r1, look)
  await until('the caret of another node', () => now(heard).length === 1)
  expect(now(heard)).toEqual([
    { person: 'reviewer-1', role: 'reviewer', label: 'Reviewer 1', seat: 1, row: '(A)(1)(i)', caret },
  ])
  // The newest counts, on whichever node it is.
  const tab = await a.again('reviewer-1', await a.signIn('reviewer-1'))
  await says(tab, { ...look, row: '(A)(2)(i)' })
  await until('the newer tab', () => now(heard)[0]?.row === '(A)(2)(i)')
  tab.close()
  await until('the older one again', () => now(heard)[0]?.row === '(A)(1)(i)')
  const r2 = await b.seat('reviewer-2')
  await says(r2, look)
  await until('both', () => now(heard).length === 2)
  await must(r2, { kind: 'conflict.answer', review: missouri, answer: 'recused', reason: 'A relative.' })
  await until('the recused to be gone', () => now(heard).length === 1)
  proxy.cut()
  await until('a silent node to be forgotten', () => now(heard).length === 0)
  proxy.heal()
  await until('it to be heard again', () => now(heard).length === 1)
  r1.close()
  await until('the line to have ended', () => now(heard).length === 0)
})

test('LOOK-10 what anybody says there of where people look is judged like what a page says', async () => {
  const { a } = await startBoth()
  const monitor = await a.seat('monitor')
  await reveal(monitor)
  const recused = await a.seat('reviewer-3')
  await must(recused, { kind: 'conflict.answer', review: missouri, answer: 'recused', reason: 'A relative.' })
  const [heard, heardOutside] = [heardBy(monitor), heardBy(recused)]

  const client = createClient({ url: redis().url })
  await client.connect()
  onTestFinished(() => client.destroy())
  const adapter = createAdapter(client, { streamName: channel, channelPrefix: channel })
  const stranger = new Server(createServer(), { adapter })
  onTestFinished(() => stranger.close())
  await until(
    'the nodes to hear a stranger',
    async () => (await stranger.of('/').adapter.serverCount()) === 3,
  )

  const { review, ...place } = look
  const said = { person: 'reviewer-1', review, age: 0, place }
  const tell = (...what: readonly unknown[]) => stranger.serverSideEmit('looks', ...what)
  const forged = [
    { ...said, label: 'Reviewer 2' },
    { ...said, seat: 2 },
    { ...said, age: -1 },
    { ...said, person: 'nobody' },
    { ...said, person: 'reviewer-3' },
    { ...said, person: 'staff' },
    { ...said, review: 'maine.1.1' },
    { ...said, place: { ...place, row: '(Z)(9)' } },
    { ...said, place: { ...place, caret: { ...caret, field: 'r1/strengths:(A)(1)' } } },
    { ...said, place: { ...place, caret: { ...caret, head: 'AAAA' } } },
    { ...said, place: { ...place, person: 'reviewer-2' } },
  ]
  for (const one of forged) tell('stranger', { whole: false, looks: [one] })
  tell('stranger', { whole: true, looks: forged })
  tell('stranger', { whole: false, looks: Array.from({ length: 20_000 }, () => said) })
  tell('stranger', 'everything')
  tell(7, { whole: true, looks: [] })
  tell('stranger', { whole: true, looks: [said], more: 1 })
  tell()
  stranger.emit('looks', { review, people: [{ ...said, label: 'Forged' }] })

  const r2 = await a.seat('reviewer-2')
  await says(r2, look)
  await until('an honest look', () => now(heard).some(({ person }) => person === 'reviewer-2'))
  expect(heard.flatMap(({ people }) => people).filter(({ person }) => person !== 'reviewer-2')).toEqual([])
  expect(heardOutside).toEqual([])
})
