import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { questionFrame } from '../../server/sync/frames.ts'
import { setScore } from '../../shared/form/edits.ts'
import { columnFields, inColumn, strengthsField } from '../../shared/form/fields.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { holdCommits } from '../harness/held-log.ts'
import type { OpenCopy } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import { bytesOf, formOf, logged, openHall, room, type Hall, type HallOptions } from './sync-hall.ts'

const form = formOf(1)
const field = strengthsField('(A)(1)')
const halls: Hall[] = []

async function hall(options: HallOptions = {}): Promise<Hall> {
  const opened = await openHall(options)
  halls.push(opened)
  return opened
}
afterEach(async () => {
  for (const opened of halls.splice(0)) await opened.close()
})

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
  // A log of its own hand-over: what the other node writes arrives only when asked for.
  let deliver = (): void => undefined
  const behind = {
    ...log,
    follow: (stream: string, from: number, onEntries: Parameters<typeof log.follow>[2]) => {
      let passing = true
      const kept: Parameters<typeof onEntries>[] = []
      const following = log.follow(stream, from, (...delivery) => {
        if (passing) onEntries(...delivery)
        else kept.push(delivery)
      })
      void following.ready.then(() => (passing = false))
      deliver = () => {
        passing = true
        kept.splice(0).forEach((delivery) => onEntries(...delivery))
      }
      return following
    },
  }
  const second = await hall({ log: behind, play: first.play })
  const other = await second.open('r1', form)
  tab.doc.getText(field).insert(4, ' Two.')
  await tab.saved()
  expect(text(other)).toBe('One.')
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(tab.doc))
  other.doc.getText(field).insert(9, ' Three.')
  deliver()
  await other.saved()
  expect((await logged(log, form)).getText(field).toString()).toBe('One. Two. Three.')
  expect(other.closed()).toBe(null)
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
  const writers = [await at.open('r1', form), await at.open('r1', form)]
  const reader = at.raw('r1', form)
  await until('the question of the server', () => reader.frames.length === 1)
  await reader.send(questionFrame(new Y.Doc()))
  await until('the answer of the server', () => reader.frames.length === 2)
  const received: number[] = writers.map(() => 0)
  writers.forEach(({ provider }, index) => {
    provider.ws?.addEventListener('message', () => (received[index] = (received[index] ?? 0) + 1))
  })
  log.hold()
  writers[0]?.doc.getText(field).insert(0, 'one ')
  await until('the first edit to wait for its commit', () => log.held() === 1)
  for (const { doc } of writers) for (const word of ['two ', 'three ']) doc.getText(field).insert(0, word)
  const saved = writers.map((writer) => writer.saved())
  await until(
    'all of them to have reached the server',
    async () => (await at.open('r1', formOf(1))).provider.synced,
  )
  log.release()
  await Promise.all(saved)
  await expectOne(at, form, writers)
  // The first edit, then all that had queued; each writer one echo and what the other wrote.
  expect(reader.frames.length).toBe(4)
  expect(received).toEqual([2, 3])
})

test('SYNC-5 a slow reader is left out, and given the whole difference once it reads again', async () => {
  const at = await hall({ timing: { slowReaderBytes: 64 * 1024 } })
  const [writer, slow] = [await at.open('r1', form), await at.open('r1', form)]
  pauseReading(slow)
  await fillUntil(writer, () => false, 40)
  const full = bytesOf(writer.doc)
  resumeReading(slow)
  await until('the slow copy to be whole', () => bytesOf(slow.doc) === full)
  expect(slow.closed()).toBe(null)
})

test('SYNC-5 a reader that does not catch up is closed, and comes back by itself', async () => {
  const at = await hall({ timing: { slowReaderBytes: 64 * 1024, slowReaderMs: 50 } })
  const [writer, slow] = [await at.open('r1', form), await at.open('r1', form)]
  pauseReading(slow)
  await fillUntil(writer, () => false, 40)
  await until('some time of not reading', () => true)
  resumeReading(slow)
  await until('the code', () => slow.closed() === 4508)
  await until('the slow copy to be whole', () => bytesOf(slow.doc) === bytesOf(writer.doc))
})

/** The TCP connection under a copy's line. */
function wire(copy: OpenCopy): { pause(): void; resume(): void } {
  const socket: unknown = copy.provider.ws
  if (typeof socket !== 'object' || socket === null || !('pause' in socket))
    throw new Error('There is no line.')
  return socket as { pause(): void; resume(): void }
}
const pauseReading = (copy: OpenCopy): void => wire(copy).pause()
const resumeReading = (copy: OpenCopy): void => wire(copy).resume()

/** Writes and deletes whole texts: much to send, little to keep. */
async function fillUntil(writer: OpenCopy, done: () => boolean, most: number): Promise<void> {
  for (let turn = 0; turn < most && !done(); turn += 1) {
    for (const criterion of raceToTheTop.criteria.slice(0, 8)) {
      const column = writer.doc.getText(strengthsField(criterion.id))
      writer.doc.transact(() => {
        column.delete(0, column.length)
        column.insert(0, String.fromCodePoint(0x4e00 + turn).repeat(limits.textLength))
      })
    }
    await writer.saved()
  }
}
