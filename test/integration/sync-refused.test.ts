import { once } from 'node:events'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Log } from '../../server/log/log.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { answerFrame, updateFrame } from '../../server/sync/frames.ts'
import { closeCodes, closeSentences, type CloseReason } from '../../shared/protocol/close-codes.ts'
import { setScore } from '../../shared/form/edits.ts'
import { inColumn, strengthsField } from '../../shared/form/fields.ts'
import { limits, messageTypes } from '../../shared/protocol/limits.ts'
import { holdCommits, type Holding } from '../harness/held-log.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { attest, playTo, startPlay } from '../harness/pure-play.ts'
import type { OpenCopy } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import { bytesOf, formOf, logged, openHall, room, type Hall, type RawSocket } from './sync-hall.ts'

const own = inColumn(1, strengthsField('(A)(1)'))
const foreign = inColumn(2, strengthsField('(A)(1)'))
let hall: Hall
let commits: Log & Holding
let honest: OpenCopy

beforeEach(async () => {
  commits = holdCommits(openMemoryLog())
  hall = await openHall({ step: 'revealed', log: commits })
  honest = await hall.open('r2', room)
  honest.doc.getText(foreign).insert(0, 'What the other wrote.')
  const mine = await hall.open('r1', room)
  mine.doc.getText(own).insert(0, 'What I wrote.')
  for (const copy of [honest, mine]) await copy.saved()
  await until('both to have both', () => bytesOf(honest.doc) === bytesOf(mine.doc))
  mine.provider.destroy()
})
afterEach(async () => {
  expect(hall.failures).toEqual([])
  await hall.close()
})

/** The socket is told why and closed; nothing was written; whoever is honest goes on. */
async function expectClosed(socket: RawSocket, reason: CloseReason, before: string): Promise<void> {
  expect(await socket.closed()).toBe(closeCodes[reason])
  const told = Buffer.from(socket.frames.at(-1) ?? '', 'hex')
  expect(told[0]).toBe(messageTypes.refused)
  expect(told.toString()).toContain(JSON.stringify({ code: closeCodes[reason], reason }).slice(0, -1))
  expect(bytesOf(await logged(hall.log, room))).toBe(before)
  setScore({ doc: honest.doc, seat: 2 }, '(A)(1)(i)', 3)
  await honest.saved()
  expect(honest.closed()).toBe(null)
}

/** What an edit of a copy of the room comes to. */
function edit(change: (doc: Y.Doc) => void, client?: number): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(honest.doc))
  if (client !== undefined) doc.clientID = client
  const before = Y.encodeStateVector(doc)
  change(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

const giant = encoding.encode((encoder) => {
  for (const number of [1, 33_554_432, 42, 0]) encoding.writeVarUint(encoder, number)
})

test.each<[string, CloseReason, () => Uint8Array]>([
  ['cut short', 'malformed', () => edit((doc) => doc.getText(own).insert(0, 'x')).slice(0, -1)],
  ['a giant of seven bytes', 'malformed', () => giant],
  [
    'under somebody else’s client id',
    'notYours',
    () => edit((doc) => doc.getText(own).insert(0, 'x'), honest.doc.clientID),
  ],
  ['in another column', 'notYours', () => edit((doc) => doc.getText(foreign).insert(0, 'x'))],
  ['deleting in another column', 'notYours', () => edit((doc) => doc.getText(foreign).delete(0, 4))],
  ['11 on (B)(2)(i)', 'offRule', () => edit((doc) => doc.getMap('r1/scores').set('(B)(2)(i)', 11))],
  [
    'a document in the document',
    'offRule',
    () => edit((doc) => doc.getMap('r1/scores').set('(A)(1)(i)', new Y.Doc())),
  ],
  [
    'too long a text',
    'tooLarge',
    () => edit((doc) => doc.getText(own).insert(0, 'x'.repeat(limits.textLength))),
  ],
])('GATE-14 a hostile update is refused, with nothing of it served: %s', async (_what, reason, update) => {
  const before = bytesOf(await logged(hall.log, room))
  const line = hall.raw('r1', room)
  await line.send(updateFrame(update()))
  await expectClosed(line, reason, before)
})

test('GATE-14 an update with a gap is refused once the client has answered', async () => {
  const before = bytesOf(await logged(hall.log, room))
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  for (const letter of 'ab') doc.getText(own).insert(0, letter)
  const line = hall.raw('r1', room)
  await line.send(answerFrame(new Y.Doc(), Y.encodeStateVector(new Y.Doc())))
  await line.send(updateFrame(updates[1] ?? giant))
  await expectClosed(line, 'unusableCopy', before)
})

test('GATE-14 what a client sent after a refused update is not taken either', async () => {
  const line = hall.raw('r1', room)
  commits.hold()
  honest.doc.getText(foreign).insert(0, 'First. ')
  await until('an honest edit to wait for its commit', () => commits.held() === 1)
  // These two are judged together, after it.
  await line.send(updateFrame(giant))
  await line.send(updateFrame(edit((doc) => doc.getText(own).insert(0, 'x'))))
  const answered = once(line.socket, 'pong')
  line.socket.ping()
  await answered
  commits.release()
  await honest.saved()
  expect((await logged(hall.log, room)).getText(own).toString()).toBe('What I wrote.')
  await expectClosed(line, 'malformed', bytesOf(honest.doc))
})

test('GATE-14 an update that trips the server itself ends its sender alone', async () => {
  const play = playTo(startPlay({ rubric: raceToTheTop }), 'score')
  let broken = false
  const state = (): ReturnType<typeof play.state> => {
    if (broken) throw new Error('A fault of the server.')
    return play.state()
  }
  const at = await openHall({ play: { ...play, state } })
  const [sender, other] = [await at.open('r1', formOf(1)), await at.open('r1', formOf(1))]
  broken = true
  setScore(sender, '(A)(1)(i)', 4)
  await until('the code', () => sender.closed() === closeCodes.malformed)
  broken = false
  setScore(other, '(A)(1)(i)', 3)
  await other.saved()
  expect(at.failures).toEqual([new Error('A fault of the server.')])
  await at.close()
})

test('GATE-14 the sentence names the row, and the page is told to stop', async () => {
  const copy = await hall.open('r1', room)
  copy.doc.getMap('r1/scores').set('(E)(1)', 7)
  await until('the refusal', () => copy.closed() !== null)
  expect(copy.refusal()).toEqual({
    code: closeCodes.offRule,
    reason: 'offRule',
    sentence: '(E)(1) is 10, 5 or 0. Nothing was changed.',
  })
  expect(copy.provider.shouldConnect).toBe(false)
})

test('GATE-10 after ready, writing is refused and reading goes on, in every tab', async () => {
  const early = await openHall()
  const form = formOf(1)
  const [tab, reader] = [await early.open('r1', form), await early.open('r1', form)]
  setScore(tab, '(A)(1)(i)', 4)
  await tab.saved()
  early.change((play) => play.must('r1', attest(play, 'r1')))
  reader.provider.disconnect()
  reader.provider.connect()
  await until('the reader to be back', () => reader.provider.synced)
  await reader.saved()
  setScore(tab, '(A)(1)(i)', 5)
  await until('the refusal', () => tab.closed() !== null)
  expect(tab.refusal()).toMatchObject({ code: closeCodes.readOnly, sentence: closeSentences.readOnly })
  await reader.saved()
  expect(reader.doc.getMap('scores').get('(A)(1)(i)')).toBe(4)
  await early.close()
})

const frame = (...numbers: number[]): Uint8Array =>
  encoding.encode((encoder) => numbers.forEach((number) => encoding.writeVarUint(encoder, number)))

test.each<[string, Uint8Array | string]>([
  ['text', 'hello'],
  ['nothing', new Uint8Array()],
  ['an unknown type', frame(77)],
  ['a sync step there is none of', frame(messageTypes.sync, 3, 0)],
  ['an update that ends too early', frame(messageTypes.sync, 2, 100)],
  ['bytes after its end', frame(messageTypes.saved, 1, 1)],
  ['a state vector that cannot be read', frame(messageTypes.sync, 0, 1, 5)],
  ['a refusal of its own', frame(messageTypes.refused, 0)],
])('SYNC-9 a frame of %s is malformed', async (_what, sent) => {
  const before = bytesOf(await logged(hall.log, room))
  const line = hall.raw('r1', room)
  await line.send(sent)
  await expectClosed(line, 'malformed', before)
})

test('SYNC-9 presence is dropped: nobody gets it, and nobody is closed for it', async () => {
  const [from, to] = [hall.raw('r1', room), hall.raw('r3', room)]
  await until('both questions of the server', () => from.frames.length + to.frames.length === 2)
  await from.send(frame(messageTypes.awareness, 3, 1, 2, 3))
  await from.send(frame(messageTypes.queryAwareness))
  await from.send(frame(messageTypes.saved, 5))
  await until('the echo', () => from.frames.length === 2)
  expect(from.frames[1]).toBe(Buffer.from(frame(messageTypes.saved, 5)).toString('hex'))
  expect([from.code(), to.code(), to.frames.length]).toEqual([null, null, 1])
})

test('SYNC-8 a frame above its limit is refused, a flood is, and so is a ninth socket', async () => {
  const before = bytesOf(await logged(hall.log, room))
  const large = hall.raw('r1', room)
  await large.send(new Uint8Array(limits.frameBytes + 1))
  await expectClosed(large, 'tooLarge', before)
  const larger = hall.raw('r1', room)
  await larger.send(new Uint8Array(2 * limits.frameBytes + 1))
  expect(await larger.closed()).toBe(1009)

  const now = bytesOf(await logged(hall.log, room))
  const flood = hall.raw('r1', room)
  for (let at = 0; at < 3 * limits.frameBurst; at += 1) await flood.send(frame(messageTypes.queryAwareness))
  expect(await flood.closed()).toBe(closeCodes.tooMany)
  expect(bytesOf(await logged(hall.log, room))).toBe(now)

  const sockets = Array.from({ length: limits.socketsPerDocument }, () => hall.raw('r1', room))
  await until('all to be served', () => sockets.every(({ frames }) => frames.length === 1))
  expect(await hall.raw('r1', room).closed()).toBe(closeCodes.tooMany)
  const other = hall.raw('r4', room)
  await until('another person to be served', () => other.frames.length === 1)
  sockets[0]?.socket.close()
  await sockets[0]?.closed()
  const next = hall.raw('r1', room)
  await until('the next one to be served', () => next.frames.length === 1)
})
