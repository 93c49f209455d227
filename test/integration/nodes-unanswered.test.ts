import { expect, test } from 'vitest'
import { cannotSave } from '../../server/journal/cannot-save.ts'
import { closeSentences } from '../../shared/protocol/close-codes.ts'
import { inColumn, strengthsField } from '../../shared/form/fields.ts'
import { documents, journals } from '../harness/node-log.ts'
import {
  askAs,
  asksTheLog,
  authorsOf,
  eventsOf,
  missouri,
  missouriRoom,
  reveal,
} from '../harness/nodes-play.ts'
import { nodesOfTests } from '../harness/nodes.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import { hostOf, linkFor, sit } from '../harness/running-server.ts'
import type { OpenCopy } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

const startNodes = nodesOfTests({ mayFail: /The log does not answer/ })
const field = (seat: number) => inColumn(seat, strengthsField('(A)(1)'))
const halfScored = 'rehearsal-1/massachusetts.1.1/form-1'

/** The page comes back by itself, perhaps more than once: for a moment nobody knows what was written. */
function savedInTheEnd(copy: OpenCopy): Promise<void> {
  const saved = () =>
    copy.saved().then(
      () => true,
      () => false,
    )
  return until('everything to be saved', saved)
}

/** A revealed room with Reviewer 1 on A and Reviewer 2 on B. */
async function inTheRoom(nodes: Awaited<ReturnType<typeof startNodes>>) {
  await reveal(await nodes.a.seat('monitor'))
  const [one, two] = [await nodes.a.seat('reviewer-1'), await nodes.b.seat('reviewer-2')]
  return { two, roomOnA: await one.open(missouriRoom), roomOnB: await two.open(missouriRoom) }
}

test('NODE-30 while the log does not answer a node, who asks it is told so, and not that there is nothing or that they are nobody', async () => {
  const { a, b } = await startNodes(2)
  const known = await b.signIn('reviewer-1')
  const link = await linkFor(b.port, 'reviewer-3')
  b.log.cut()
  const unknown = await a.signIn('reviewer-2')
  const answers = await Promise.all([
    askAs(b, 'reviewer-1', known, rubricPath),
    askAs(b, 'reviewer-2', unknown, rubricPath),
    askAs(b, 'reviewer-1', known, '/api/applications/maine'),
    askAs(b, 'reviewer-1', known, '/api/sign-out', { method: 'POST' }),
    sit(b.port, hostOf('reviewer-3'), link),
  ])
  for (const { status, headers, body } of answers) {
    expect([status, JSON.parse(body)]).toEqual([503, { sentence: cannotSave.sentence }])
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['set-cookie']).toBeUndefined()
  }
  b.log.flow()
  expect((await askAs(b, 'reviewer-2', unknown, rubricPath)).status).toBe(200)
  expect((await sit(b.port, hostOf('reviewer-3'), link)).status).toBe(204)
})

test('NODE-30 … and a sign-in that cannot be written is no sign-in, and leaves its link good', async () => {
  const { b } = await startNodes(2)
  const link = await linkFor(b.port, 'reviewer-3')
  b.log.lose('appends')
  const answer = await sit(b.port, hostOf('reviewer-3'), link)
  expect([answer.status, answer.headers['set-cookie']]).toEqual([503, undefined])
  b.log.flow()
  expect((await sit(b.port, hostOf('reviewer-3'), link)).status).toBe(204)
})

test('NODE-31 documents are closed with a code that has them come back, nothing is called saved, and then everything is', async () => {
  const nodes = await startNodes(2)
  const { b } = nodes
  const { roomOnA, roomOnB } = await inTheRoom(nodes)
  await roomOnB.saved()
  const savedUpTo = roomOnB.savedUpTo()
  b.log.cut()
  roomOnB.doc.getText(field(2)).insert(0, 'Typed meanwhile. ')
  const saved = roomOnB.saved()
  await expect(saved).rejects.toThrow(/4503/)
  expect(roomOnB.refusal()).toEqual({ code: 4503, reason: 'notSaved', sentence: closeSentences.notSaved })
  roomOnB.doc.getText(field(2)).insert(0, 'And this too. ')
  expect(roomOnB.savedUpTo()).toBe(savedUpTo)
  expect(roomOnA.doc.getText(field(2)).toString()).not.toContain('Typed meanwhile.')
  b.log.flow()
  await savedInTheEnd(roomOnB)
  await until('it to be on A', () =>
    roomOnA.doc.getText(field(2)).toString().startsWith('And this too. Typed meanwhile. '),
  )
})

test('NODE-31 what another node wrote meanwhile is there as well', async () => {
  const nodes = await startNodes(2)
  const { b } = nodes
  const { roomOnA, roomOnB } = await inTheRoom(nodes)
  b.log.cut()
  roomOnA.doc.getText(field(1)).insert(0, 'From A. ')
  roomOnB.doc.getText(field(2)).insert(0, 'From B. ')
  await roomOnA.saved()
  await until('B to be told', () => roomOnB.closed() === 4503)
  b.log.flow()
  for (const [copy, seat, text] of [
    [roomOnA, 2, 'From B. '],
    [roomOnB, 1, 'From A. '],
  ] as const) {
    await until(`${text} to come`, () => copy.doc.getText(field(seat)).toString().startsWith(text))
  }
})

test('NODE-31 an edit that was written though its answer got lost is written once', async () => {
  const nodes = await startNodes(2)
  const { b } = nodes
  const { roomOnA, roomOnB } = await inTheRoom(nodes)
  const before = await authorsOf(nodes.log, missouriRoom)
  b.log.lose('answers', documents)
  roomOnB.doc.getText(field(2)).insert(0, 'Once. ')
  await until('B to be told', () => roomOnB.closed() === 4503)
  b.log.flow()
  await savedInTheEnd(roomOnB)
  expect(await authorsOf(nodes.log, missouriRoom)).toEqual([...before, 'reviewer-2'])
  await until('it to be on A', () => roomOnA.doc.getText(field(2)).toString().startsWith('Once. '))
})

test('NODE-32 a live line that is opened meanwhile comes back by itself, and one that is open stays', async () => {
  const { a, b } = await startNodes(2)
  const stays = await b.seat('reviewer-1')
  let left = 0
  stays.socket.on('disconnect', () => (left += 1))
  b.log.cut()
  const cookie = await a.signIn('reviewer-2')
  const opening = b.again('reviewer-2', cookie)
  await asksTheLog(b, 2)
  const document = stays.open(halfScored)
  expect((await document).closed()).toBe(4503)
  b.log.flow()
  expect((await opening).view().me.person).toBe('reviewer-2')
  expect(left).toBe(0)
  await until('the document to be back', async () => (await document).provider.synced)
})

test('NODE-33 a command is refused in words while the log does not answer, and changes nothing', async () => {
  const nodes = await startNodes(2)
  const { b } = nodes
  const monitor = await b.seat('monitor')
  const head = await nodes.log.head('journal/rehearsal-1')
  const command = { kind: 'review.reveal', review: missouri } as const
  b.log.cut()
  expect(await monitor.send(command, 'not-answered')).toEqual(cannotSave)
  expect(await nodes.log.head('journal/rehearsal-1')).toBe(head)
  b.log.flow()
  expect(await monitor.send(command, 'not-answered')).toEqual({ done: true })
})

test('NODE-33 … and one whose answer got lost is carried out once, whichever node is asked again', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const monitor = await b.seat('monitor')
  const command = { kind: 'review.reveal', review: missouri } as const
  b.log.lose('answers', journals)
  expect(await monitor.send(command, 'answer-was-lost')).toMatchObject({ refused: 'not-saved' })
  const again = await a.again('monitor', monitor.headers['cookie'] ?? '')
  expect(await again.send(command, 'answer-was-lost')).toEqual({ done: true })
  b.log.flow()
  expect(await monitor.send(command, 'answer-was-lost')).toEqual({ done: true })
  expect(await eventsOf(nodes.log, 'review.revealed')).toHaveLength(1)
})
