import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { updateFrame } from '../../server/sync/frames.ts'
import { textAt } from '../../shared/form/edits.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { documents } from '../harness/node-log.ts'
import {
  askAs,
  asksTheLog,
  eventsOf,
  missouri,
  missouriRoom,
  pointsIn,
  reveal,
  seatOn,
} from '../harness/nodes-play.ts'
import { nodesOfTests, type Node } from '../harness/nodes.ts'
import { readJournal } from '../harness/read-journal.ts'
import { attest, certify, fillForm, maine, must } from '../harness/review-moves.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import { hostOf, linkFor, sit } from '../harness/running-server.ts'
import { openCopy, type OpenCopy, type SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

const startNodes = nodesOfTests()
const strengths = strengthsField('(A)(1)')
const halfScored = 'rehearsal-1/massachusetts.1.1/form-1'

/** A document's socket alone, without a live line. */
function dial(node: Node, person: string, cookie: string, name: string): OpenCopy {
  const host = `${hostOf(person)}:${node.port}`
  const copy = openCopy(`ws://127.0.0.1:${node.port}/sync`, name, {
    host,
    origin: `http://${host}`,
    cookie,
  })
  onTestFinished(() => {
    copy.provider.destroy()
    copy.doc.destroy()
  })
  return copy
}

async function synced(copy: OpenCopy): Promise<void> {
  await until('it to be in sync or closed', () => copy.provider.synced || copy.closed() !== null)
  expect(copy.closed()).toBe(null)
}

test('NODE-10 a session opened on one node is good on another that does not know of it yet: pages', async () => {
  const { a, b } = await startNodes(2)
  b.log.lag()
  const cookie = await a.signIn('reviewer-1')
  const answer = askAs(b, 'reviewer-1', cookie, '/api/applications/missouri')
  await asksTheLog(b)
  b.log.flow()
  expect((await answer).status).toBe(200)
})

test('NODE-10 … the live line', async () => {
  const { a, b } = await startNodes(2)
  b.log.lag()
  const cookie = await a.signIn('reviewer-1')
  const seat = b.again('reviewer-1', cookie)
  await asksTheLog(b)
  b.log.flow()
  expect((await seat).view().me.person).toBe('reviewer-1')
})

test('NODE-10 … documents', async () => {
  const { a, b } = await startNodes(2)
  b.log.lag()
  const cookie = await a.signIn('reviewer-1')
  const copy = dial(b, 'reviewer-1', cookie, halfScored)
  await asksTheLog(b)
  b.log.flow()
  await synced(copy)
})

test('NODE-10 … documents, though the first that the node hears of is that somebody else has signed out', async () => {
  const { a, b } = await startNodes(2)
  const leaving = await a.signIn('reviewer-2')
  b.log.lag()
  await askAs(a, 'reviewer-2', leaving, '/api/sign-out', { method: 'POST' })
  const cookie = await a.signIn('reviewer-1')
  const copy = dial(b, 'reviewer-1', cookie, halfScored)
  await asksTheLog(b)
  b.log.flow()
  await synced(copy)
})

test('NODE-11 what was decided on one node is so on another that does not know of it yet: a room opens', async () => {
  const { a, b } = await startNodes(2)
  const [monitor, two] = [await a.seat('monitor'), await b.seat('reviewer-2')]
  b.log.lag()
  await reveal(monitor)
  const opening = two.open(missouriRoom)
  await asksTheLog(b)
  b.log.flow()
  expect(pointsIn(await opening, 5, '(F)(3)')).not.toBe(null)
})

test('NODE-11 … a command is decided on it', async () => {
  const { a, b } = await startNodes(2)
  const [onA, onB] = (await seatOn('monitor', [a, b])) as [SeatClient, SeatClient]
  b.log.lag()
  await reveal(onA)
  const answer = onB.send({ kind: 'vote.open', review: missouri })
  await asksTheLog(b)
  b.log.flow()
  expect(await answer).toEqual({ done: true })
})

test('NODE-11 … a form that was taken back is written in', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const [onA, onB] = (await seatOn('reviewer-1', [a, b])) as [SeatClient, SeatClient]
  await certify(onA)
  const copy = await onB.open('rehearsal-1/maine.1.1/form-1')
  await fillForm(onA, copy)
  await attest(onA, copy)
  await until('B to know', () => onB.review(maine).mine?.attestedAt !== null)
  b.log.lag()
  await must(onA, { kind: 'form.takeBack', review: maine })
  textAt({ doc: copy.doc }, strengths).insert(0, 'Once more. ')
  const saved = copy.saved()
  await asksTheLog(b)
  b.log.flow()
  await saved
  expect(copy.closed()).toBe(null)
})

test('NODE-11 … what builds on something that was written there is taken', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const cookie = await a.signIn('reviewer-1')
  const onA = dial(a, 'reviewer-1', cookie, halfScored)
  const other = dial(b, 'reviewer-1', cookie, halfScored)
  await Promise.all([synced(onA), synced(other)])
  b.log.lag(documents)
  onA.doc.getText(strengths).insert(0, 'First, ')
  await onA.saved()
  const before = Y.encodeStateVector(onA.doc)
  onA.provider.disconnect()
  onA.doc.getText(strengths).insert(0, 'Before that, ')
  // The page goes on at B, and B does not have what it builds on.
  const host = `${hostOf('reviewer-1')}:${b.port}`
  const socket = new WebSocket(`ws://127.0.0.1:${b.port}/sync/${halfScored}`, {
    headers: { host, origin: `http://${host}`, cookie },
  })
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
  let closed: number | null = null
  socket.on('close', (code) => (closed = code))
  // An answer to the question that is asked at the start: whatever builds on nothing known is refused then.
  const answer = updateFrame(Y.encodeStateAsUpdate(onA.doc, before))
  answer[1] = 1
  socket.send(answer)
  await asksTheLog(b)
  b.log.flow()
  await until('it to be written', () =>
    other.doc.getText(strengths).toString().startsWith('Before that, First, '),
  )
  expect(closed).toBe(null)
})

test('NODE-12 a command that comes to two nodes at once with one id is carried out once, and answered done by both', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const seats = await seatOn('reviewer-1', [a, b])
  for (const { log } of nodes.all) log.hold()
  const command = { kind: 'text.keep', review: missouri, field: strengths, text: 'Late.' } as const
  const answers = Promise.all(seats.map((seat) => seat.send(command, 'one-and-the-same')))
  await until('both to have decided', () => nodes.all.every(({ log }) => log.held() === 1))
  for (const { log } of nodes.all) log.flow()
  expect(await answers).toEqual([{ done: true }, { done: true }])
  const carriedOut = (await readJournal(nodes.log)).filter(({ command: id }) => id === 'one-and-the-same')
  expect(carriedOut).toHaveLength(1)
})

test('NODE-12 a command whose answer got lost with its node is answered done by another', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const [onA, onB] = (await seatOn('reviewer-1', [a, b])) as [SeatClient, SeatClient]
  const command = { kind: 'form.takeBack', review: missouri } as const
  b.log.lag()
  onA.socket.emit('command', { id: 'answer-was-lost', command }, () => undefined)
  const takenBack = async () => (await eventsOf(nodes.log, 'form.takenBack')).length
  await until('it to be carried out', async () => (await takenBack()) === 1)
  onA.close()
  const answer = onB.send(command, 'answer-was-lost')
  await asksTheLog(b)
  b.log.flow()
  expect(await answer).toEqual({ done: true })
  expect(await takenBack()).toBe(1)
})

test('NODE-13 a link from one node opens one session on whichever it is used, also on both at once', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const host = hostOf('reviewer-1')
  const link = await linkFor(a.port, 'reviewer-1')
  for (const { log } of nodes.all) log.hold((stream) => stream === 'access')
  const answers = Promise.all([a, b].map(({ port }) => sit(port, host, link)))
  await until('both to write', () => nodes.all.every(({ log }) => log.held() === 1))
  for (const { log } of nodes.all) log.flow()
  expect((await answers).map(({ status }) => String(status)).toSorted()).toEqual(['204', '410'])
  const another = await linkFor(a.port, 'reviewer-1')
  b.log.lag()
  expect((await sit(a.port, host, another)).status).toBe(204)
  const late = sit(b.port, host, another)
  await asksTheLog(b)
  b.log.flow()
  expect((await late).status).toBe(410)
})

test('NODE-14 a sign-out on one node ends the lines and documents on another', async () => {
  const { a, b } = await startNodes(2)
  const [onA, onB] = (await seatOn('reviewer-1', [a, b])) as [SeatClient, SeatClient]
  const stays = await b.seat('reviewer-2')
  const copy = await onB.open(halfScored)
  const cookie = onA.headers['cookie'] ?? ''
  let told = ''
  onB.socket.on('signedOut', (sentence) => (told = sentence))
  expect((await askAs(a, 'reviewer-1', cookie, '/api/sign-out', { method: 'POST' })).status).toBe(204)
  await until('the line to be told', () => told !== '')
  await until('the document to be closed', () => copy.closed() === 4401)
  expect(told).toBe('You have signed out.')
  expect((await askAs(b, 'reviewer-1', cookie, rubricPath)).status).toBe(401)
  expect(stays.socket.connected).toBe(true)
})
