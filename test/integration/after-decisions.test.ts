import { createConnection } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { readForm } from '../../shared/form/form-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { Log } from '../../server/log/log.ts'
import { realPorts } from '../../server/ports.ts'
import { readJournal } from '../harness/read-journal.ts'
import { attest, certify, fillForm, maine, must, openForm, openRoom, sign } from '../harness/review-moves.ts'
import { startServer, type RunningServer } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'

const missouri = 'missouri.1.1'
const reviewers = [1, 2, 3, 4, 5].map((number) => `reviewer-${number}`)
const running: RunningServer[] = []

afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

async function start(starting?: Parameters<typeof startServer>[0]): Promise<RunningServer> {
  const server = await startServer(starting)
  running.push(server)
  return server
}

/** A log that does not take what goes to documents, while `away` says so. */
function withoutDocuments(log: Log, away: () => boolean): Log {
  return {
    ...log,
    append: (stream, expected, entries, options) =>
      away() && stream.startsWith('doc/')
        ? Promise.resolve({ kind: 'unknown', sentence: 'The disk does not answer.' })
        : log.append(stream, expected, entries, options),
  }
}

async function changesOf(server: RunningServer): Promise<number> {
  const events = await readJournal(server.log)
  return events.filter(({ kind }) => kind === 'score.changed').length
}

test('AFTER-1 a reveal whose columns cannot be written is answered, and finished by itself once they can', async () => {
  let away = false
  const server = await start({ around: (log) => withoutDocuments(log, () => away) })
  const [monitor, reviewer] = [await server.seat('monitor'), await server.seat('reviewer-1')]
  away = true
  await monitor.send({ kind: 'review.reveal', review: missouri })
  await until('the reveal is in the journal', () => monitor.review(missouri).revealed !== null)
  const ready = { kind: 'vote.open', review: missouri } as const
  expect(await monitor.send(ready)).toMatchObject({ refused: 'not-saved' })
  away = false
  const room = await openRoom(reviewer, missouri)
  await until('every column has come', () =>
    [1, 2, 3, 4, 5].every((seat) => readForm(room.doc, raceToTheTop, seat).scores['(F)(3)'] !== null),
  )
  expect(await monitor.send(ready)).toEqual({ done: true })
  expect(await changesOf(server)).toBe(0)
})

test('AFTER-2 a seat that was recused before the reveal has changed no score, nor when it comes back', async () => {
  const server = await start()
  const [monitor, staff] = [await server.seat('monitor'), await server.seat('staff')]
  const reviewer = await server.seat('reviewer-3')
  await must(reviewer, {
    kind: 'conflict.answer',
    review: missouri,
    answer: 'recused',
    reason: 'A relative works there.',
  })
  await must(monitor, { kind: 'review.reveal', review: missouri })
  await must(monitor, { kind: 'vote.open', review: missouri })
  await must(staff, {
    kind: 'conflict.decide',
    review: missouri,
    person: 'reviewer-3',
    outcome: 'cleared',
    reason: 'It was another person.',
  })
  await must(staff, { kind: 'seat.excuse', review: missouri, seat: 5, reason: 'Away.' })
  expect(await changesOf(server)).toBe(0)
  const room = await openRoom(reviewer, missouri)
  expect(readForm(room.doc, raceToTheTop, 3).scores['(F)(3)']).not.toBeNull()
})

test('AFTER-3 a lock that could not be written is finished by itself', async () => {
  let away = false
  const server = await start({ around: (log) => withoutDocuments(log, () => away) })
  const seats = new Map(await Promise.all(reviewers.map(async (id) => [id, await server.seat(id)] as const)))
  const [monitor, staff] = [await server.seat('monitor'), await server.seat('staff')]
  await certify(monitor)
  for (const seat of seats.values()) {
    await certify(seat)
    const form = await openForm(seat)
    await fillForm(seat, form)
    await attest(seat, form)
  }
  await must(monitor, { kind: 'review.reveal', review: maine })
  await must(monitor, { kind: 'vote.open', review: maine })
  await must(monitor, { kind: 'vote.close', review: maine })
  for (const seat of seats.values()) {
    await sign(seat, await openRoom(seat))
  }
  await must(monitor, { kind: 'review.close', review: maine, commentsRead: true })
  away = true
  await staff.send({ kind: 'review.lock', review: maine })
  await until('the lock has begun', () => staff.review(maine).lock?.status === 'started')
  away = false
  await until('the lock is made', () => staff.review(maine).lock?.status === 'locked')
  expect(staff.review(maine).lock?.total).not.toBeNull()
})

test('ORIGIN-6 a line that is reset while it is refused ends nobody else’s', async () => {
  const server = await start()
  const seat = await server.seat('reviewer-1')
  const head = `Host: localhost:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`
  for (let line = 0; line < 100; line += 1) {
    await new Promise<void>((done) => {
      const socket = createConnection(server.port, '127.0.0.1', () => {
        socket.write(`GET /nowhere HTTP/1.1\r\n${head}\r\n`, () => {
          socket.resetAndDestroy()
        })
      })
      socket.on('error', () => undefined)
      socket.on('close', () => done())
    })
  }
  expect(await seat.send({ kind: 'form.takeBack', review: missouri })).toEqual({ done: true })
})

test('SIGNIN-9 a session that ends by itself ends its open lines at the next hourly look', async () => {
  let ahead = 0
  const server = await start({ ports: { ...realPorts, now: () => Date.now() + ahead } })
  const seat = await server.seat('reviewer-1')
  const other = await server.seat('reviewer-2')
  let told = ''
  seat.socket.on('signedOut', (sentence) => {
    told = sentence
  })
  const form = await openForm(seat, 'massachusetts.1.1')
  ahead = 15 * 24 * 60 * 60_000
  server.recheckSessions()
  await until('the live line is told', () => told !== '')
  await until('the document is closed', () => form.closed() === 4401)
  await until('so is everybody whose session is as old', () => !other.socket.connected)
})
