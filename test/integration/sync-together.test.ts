import { once } from 'node:events'
import { expect, test } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { Log } from '../../server/log/log.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { questionFrame } from '../../server/sync/frames.ts'
import { setScore } from '../../shared/form/edits.ts'
import { columnFields, inColumn, strengthsField } from '../../shared/form/fields.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { documentName } from '../../shared/protocol/names.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { holdCommits } from '../harness/held-log.ts'
import type { OpenCopy } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import { bytesOf, formOf, logged, room, type Hall, hallsOfTests } from './sync-hall.ts'

const form = formOf(1)
const stream = `doc/${documentName(form)}`
const field = strengthsField('(A)(1)')
const hall = hallsOfTests()

const text = (copy: OpenCopy): string => copy.doc.getText(field).toString()

/** All copies say the same, byte for byte, and so does the log. */
async function expectOne(at: Hall, key: typeof form, copies: readonly OpenCopy[]): Promise<void> {
  for (const copy of copies) await copy.saved()
  const stored = bytesOf(await logged(at.log, key))
  for (const copy of copies) await until('all copies to agree', () => bytesOf(copy.doc) === stored)
  expect(at.failures).toEqual([])
}

test('SYNC-1 two tabs of one person merge', async () => {
  const at = await hall()
  const [one, two] = [await at.open('r1', form), await at.open('r1', form)]
  one.doc.getText(field).insert(0, 'left ')
  two.doc.getText(field).insert(0, 'right ')
  setScore(two, '(A)(1)(i)', 4)
  await expectOne(at, form, [one, two])
  expect(['left right ', 'right left ']).toContain(text(one))
})

test('SYNC-16 a document that is put to rest between any two edits is served as if it never rested', async () => {
  const at = await hall({ step: 'revealed', timing: { restAfterMs: 1 } })
  const copies = await Promise.all(['r1', 'r2', 'r3', 'monitor'].map((person) => at.open(person, room)))
  const resting = () => new Promise((rested) => setTimeout(rested, 3))
  for (let turn = 0; turn < 30; turn += 1) {
    const copy = copies[turn % 3]
    copy?.doc.getText(inColumn((turn % 3) + 1, field)).insert(0, `${turn}. `)
    if (turn % 4 === 0) await resting()
    if (turn === 15) copies.push(await at.open('r4', room))
  }
  await expectOne(at, room, copies)
  await resting()
  const late = await at.open('r5', room)
  late.doc.getText(inColumn(5, field)).insert(0, 'Later. ')
  await expectOne(at, room, [...copies, late])
})

test('SYNC-2 two servers over one log: everybody types at once, all converge, nothing is lost or doubled', async () => {
  const log = openMemoryLog()
  const first = await hall({ log, step: 'revealed' })
  const second = await hall({ log, play: first.play })
  const copies = [
    ...(await Promise.all(['r1', 'r2', 'r3'].map((person) => first.open(person, room)))),
    ...(await Promise.all(['r1', 'r4', 'r5'].map((person) => second.open(person, room)))),
  ]
  const seats = [1, 2, 3, 1, 4, 5]
  const letters = 60
  for (let turn = 0; turn < letters; turn += 1) {
    for (const [at, { doc }] of copies.entries()) {
      const column = doc.getText(inColumn(seats[at] ?? 0, field))
      column.insert(column.length, at === 3 ? 'B' : 'a')
    }
    // Lets the frames of a turn leave before the next.
    await new Promise((next) => setImmediate(next))
  }
  await expectOne(first, room, copies)
  const served = await logged(log, room)
  for (const seat of [2, 3, 4, 5]) {
    expect(served.getText(inColumn(seat, field)).toString()).toBe('a'.repeat(letters))
  }
  const both = served.getText(inColumn(1, field)).toString()
  expect([both.replaceAll('B', '').length, both.replaceAll('a', '').length]).toEqual([letters, letters])
  expect(second.failures).toEqual([])
})

test('SYNC-2 a page that goes to a server that is behind is not refused: the log knows what it builds on', async () => {
  const log = openMemoryLog()
  const first = await hall({ log })
  const tab = await first.open('r1', form)
  tab.doc.getText(field).insert(0, 'One.')
  await tab.saved()
  // What the other server writes stays on its way here, until this one asks or writes itself.
  const kept: (() => void)[] = []
  const arrive = (): void => kept.splice(0).forEach((deliver) => deliver())
  const behind: Log = {
    ...log,
    follow: (stream, from, onEntries) => {
      let ready = false
      const following = log.follow(stream, from, (...delivery) => {
        if (ready) kept.push(() => onEntries(...delivery))
        else onEntries(...delivery)
      })
      void following.ready.then(() => (ready = true))
      return following
    },
    head: async (stream) => {
      const head = await log.head(stream)
      arrive()
      return head
    },
    append: async (...asked) => {
      const outcome = await log.append(...asked)
      arrive()
      return outcome
    },
  }
  const second = await hall({ log: behind, play: first.play })
  const other = await second.open('r1', form)
  tab.doc.getText(field).insert(4, ' Two.')
  await tab.saved()
  expect(text(other)).toBe('One.')
  // As if it had come by another way: what comes from the line is not sent back.
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(tab.doc), other.provider)
  other.doc.getText(field).insert(9, ' Three.')
  await until(
    'the third word, or a refusal',
    async () => (await log.head(stream)) === 3 || other.closed() !== null,
  )
  expect(other.closed()).toBe(null)
  expect((await logged(log, form)).getText(field).toString()).toBe('One. Two. Three.')
})

test('SYNC-3 what was typed without a line arrives when it is back, and so does what came meanwhile', async () => {
  const at = await hall()
  const [away, home] = [await at.open('r1', form), await at.open('r1', form)]
  away.doc.getText(field).insert(0, 'Before. ')
  await away.saved()
  away.provider.disconnect()
  away.doc.getText(field).insert(8, 'Typed on the train. ')
  away.doc.getText(field).delete(0, 8)
  setScore(home, '(A)(1)(i)', 2)
  await home.saved()
  away.provider.connect()
  await until('the line', () => away.provider.synced)
  await expectOne(at, form, [away, home])
  expect(text(home)).toBe('Typed on the train. ')
  expect(away.doc.getMap('scores').get('(A)(1)(i)')).toBe(2)
})

test('SYNC-3 every field of a column filled offline with three-byte characters arrives', async () => {
  const at = await hall({ step: 'revealed' })
  const copy = await at.open('r1', room)
  copy.provider.disconnect()
  const own = [...columnFields(raceToTheTop).values()].filter(
    ({ shape, name }) => shape === 'text' && name !== 'reasons:P2',
  )
  copy.doc.transact(() => {
    for (const { name, ...shape } of own) {
      if (shape.shape === 'text') copy.doc.getText(inColumn(1, name)).insert(0, '漢'.repeat(shape.most))
    }
  })
  copy.provider.connect()
  await until('the line', () => copy.provider.synced)
  await copy.saved()
  const stored = await logged(at.log, room)
  expect(stored.getText(inColumn(1, field)).length).toBe(limits.textLength)
  expect(bytesOf(stored)).toBe(bytesOf(copy.doc))
})

test('SYNC-4 what is written goes to the others in one frame, and not back to its author', async () => {
  const log = holdCommits(openMemoryLog())
  const at = await hall({ log })
  const [one, two] = [await at.open('r1', form), await at.open('r1', form)]
  const [reader, silent] = [at.raw('r1', form), at.raw('r1', form)]
  await until('the questions of the server', () => reader.frames.length + silent.frames.length === 2)
  await reader.send(questionFrame(new Y.Doc()))
  await until('the answer of the server', () => reader.frames.length === 2)
  const [toOne, toTwo] = [received(one), received(two)]

  log.hold()
  one.doc.getText(field).insert(0, 'one ')
  await until('the first edit to wait for its commit', () => log.held() === 1)
  for (const word of ['two ', 'three ']) {
    one.doc.getText(field).insert(0, word)
    two.doc.getText(field).insert(0, word)
  }
  // The answer to a ping says that the server has everything sent before it.
  for (const copy of [one, two]) await pinged(copy)
  log.release()
  await until('both to say the same', () => text(one).length === 24 && text(two) === text(one))
  await until('the reader to have it', () => reader.frames.length === 4)
  // The reader: the first edit, then all that had queued. Each writer: what the other wrote of that.
  expect([toOne(), toTwo()]).toEqual([1, 2])
  // Who has not asked yet is told nothing: the answer will hold it all.
  expect(silent.frames.length).toBe(1)
  await expectOne(at, form, [one, two])
})

test('SYNC-5 a slow reader is left out, and given the whole difference once it reads again', async () => {
  const at = await hall({ timing: { slowReaderBytes: 64 * 1024 } })
  const [slow, other] = [await at.open('r1', form), await at.open('r1', form)]
  const frames = received(slow)
  line(slow).pause()
  const published = await publishMuch(at)
  line(slow).resume()
  await expectOne(at, form, [slow, other])
  expect(slow.closed()).toBe(null)
  expect(frames()).toBeLessThan(published)
})

test('SYNC-5 a reader that does not catch up is closed, and comes back by itself', async () => {
  const at = await hall({ timing: { slowReaderBytes: 64 * 1024, slowReaderMs: 1 } })
  const slow = await at.open('r1', form)
  line(slow).pause()
  await publishMuch(at)
  // Timers run in the order in which they end: when this one has, the reader's has.
  await new Promise((passed) => setTimeout(passed, 5))
  line(slow).resume()
  await until('the code', () => slow.closed() === 4508)
  await until('the line', () => slow.provider.synced)
  await expectOne(at, form, [slow])
})

/** The socket under a copy, which in tests is one of ws. */
function line(copy: OpenCopy): WebSocket {
  const socket: unknown = copy.provider.ws
  if (!(socket instanceof WebSocket)) throw new Error('There is no line.')
  return socket
}

/** Counts the frames that a copy receives from now on. */
function received(copy: OpenCopy): () => number {
  let count = 0
  line(copy).on('message', () => (count += 1))
  return () => count
}

async function pinged(copy: OpenCopy): Promise<void> {
  const answered = once(line(copy), 'pong')
  line(copy).ping()
  await answered
}

/** Has the server write twelve megabytes that leave nothing behind: more than the buffers of a connection hold. Answers how often. */
async function publishMuch(at: Hall): Promise<number> {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  const column = doc.getText(field)
  for (let turn = 0; turn < 60; turn += 1) {
    column.insert(0, 'x'.repeat(200_000))
    column.delete(0, column.length)
  }
  column.insert(0, 'The end.')
  for (const update of updates) await at.documents.publish(form, update)
  return updates.length
}
