import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MessageView } from '../../shared/competition/discussion-view.ts'
import { ask } from '../harness/ask.ts'
import { must } from '../harness/review-moves.ts'
import { startServer, type RunningServer } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

const review = 'missouri.1.1'
const row = '(A)(1)(i)'
const write = (text: string, replyTo: number | null = null) =>
  ({ kind: 'thread.write', review, row, text, replyTo }) as const

let server: RunningServer
let r1: SeatClient
let r2: SeatClient
let monitor: SeatClient

beforeAll(async () => {
  server = await startServer()
  r1 = await server.seat('reviewer-1')
  r2 = await server.seat('reviewer-2')
  monitor = await server.seat('monitor')
  await must(monitor, { kind: 'review.reveal', review })
})
afterAll(() => server.close())

/** What a person reads on the row over HTTP, or the status of the refusal. */
async function read(seat: SeatClient): Promise<readonly MessageView[] | number> {
  const { cookie = '' } = seat.headers
  const path = `/api/reviews/${review}/threads?row=${encodeURIComponent(row)}`
  const { status, body } = await ask(server.port, seat.host, path, { headers: { cookie } })
  return status === 200 ? (JSON.parse(body) as readonly MessageView[]) : status
}

/** Sends something that no page would send. */
function sendRaw(seat: SeatClient, command: unknown): Promise<unknown> {
  return seat.socket.timeout(20_000).emitWithAck('command', { id: randomUUID(), command } as never)
}

const texts = (messages: readonly MessageView[] | number) =>
  typeof messages === 'number' ? messages : messages.map(({ label, text }) => `${label}: ${text}`)

test('THREAD-1 a message that names another author is refused over the wire, and is nobody’s', async () => {
  const before = await server.log.head('journal/rehearsal-1')
  for (const forged of [
    { by: 'reviewer-2' },
    { author: 'reviewer-2' },
    { seat: 2 },
    { at: 1 },
    { person: 'monitor' },
  ])
    expect(await sendRaw(r1, { ...write('Not mine.'), ...forged })).toMatchObject({ refused: 'malformed' })
  expect([await read(r2), await server.log.head('journal/rehearsal-1')]).toEqual([[], before])
})

test('THREAD-2 what one wrote nobody else changes, and all read it with its author', async () => {
  await must(r1, write('Page 27 has it.'))
  await must(monitor, write('Which table?'))
  const told = await read(r2)
  const [first] = typeof told === 'number' ? [] : told
  expect(first).toMatchObject({ seat: 1, label: 'Reviewer 1', yours: false, text: 'Page 27 has it.' })
  const change = { kind: 'thread.edit', review, message: first?.id ?? 0, text: 'Nonsense.' } as const
  for (const seat of [r2, monitor]) expect(await seat.send(change)).toMatchObject({ refused: 'not-yours' })
  await must(r1, { ...change, text: 'Page 28 has it.' })
  expect(texts(await read(monitor))).toEqual(['Reviewer 1: Page 28 has it.', 'Panel monitor: Which table?'])
})

test('THREAD-4 staff, the official and whoever stands by read none of it and write nothing', async () => {
  for (const who of ['staff', 'official', 'reviewer-6']) {
    const seat = await server.seat(who)
    expect(await read(seat), who).toBe(404)
    expect(await seat.send(write('Here.')), who).toHaveProperty('refused')
  }
})

test('THREAD-6 a view says that there is something to read and holds no word of it', async () => {
  const threads = () => r2.review(review).discussion?.threads[row]
  const before = threads()
  await must(r1, write('A word of its own.'))
  await until('the count', () => threads()?.messages === (before?.messages ?? 0) + 1)
  expect(threads()?.edition).not.toBe(before?.edition)
  expect(JSON.stringify(r2.view())).not.toContain('A word of its own')
})

test('THREAD-5 after a late recusal the words are read by nobody, and whoever wrote them reads nothing', async () => {
  const r5 = await server.seat('reviewer-5')
  await must(r5, write('I know that program well.'))
  await must(r5, { kind: 'conflict.answer', review, answer: 'recused', reason: '' })
  expect(await read(r5)).toBe(404)
  const told = JSON.stringify(await read(r1))
  expect(told).not.toMatch(/program|Reviewer 5/)
  expect(texts(await read(r1))).toContain('Recused: null')
})
