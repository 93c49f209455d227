import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LogFailed } from '../../server/log/log-errors.ts'
import type { Log } from '../../server/log/log.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { updateFrame } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/protocol/close-codes.ts'
import { setScore } from '../../shared/form/edits.ts'
import { inColumn, strengthsField } from '../../shared/form/fields.ts'
import { documentName } from '../../shared/protocol/names.ts'
import { holdCommits } from '../harness/held-log.ts'
import { until } from '../harness/until.ts'
import { bytesOf, formOf, logged, room, wordUnder, hallsOfTests } from './sync-hall.ts'

const form = formOf(1)
const field = strengthsField('(A)(1)')
const stream = `doc/${documentName(form)}`
const hall = hallsOfTests()

test('SYNC-10 a document that nobody reads is put away, and comes back as it was', async () => {
  const at = await hall({ timing: { unloadAfterMs: 1 } })
  const first = await at.open('r1', form)
  first.doc.getText(field).insert(0, 'Clear goals.')
  first.doc.getText(field).delete(0, 6)
  await first.saved()
  first.provider.disconnect()
  const again = await at.open('r1', form)
  expect(bytesOf(again.doc)).toBe(bytesOf(first.doc))
})

test('SYNC-10 a long history is kept as a checkpoint, and client ids stay whose they were', async () => {
  const log = openMemoryLog()
  const first = await hall({ log, step: 'revealed' })
  const [own, other] = [await first.open('r1', room), await first.open('r2', room)]
  own.doc.getText(inColumn(1, field)).insert(0, 'Mine.')
  other.doc.getText(inColumn(2, field)).insert(0, 'Theirs.')
  for (const copy of [own, other]) await copy.saved()
  const published = new Y.Doc()
  const updates: Uint8Array[] = []
  published.on('update', (update) => updates.push(update))
  for (let turn = 0; turn < 500; turn += 1) setScore({ doc: published, seat: 3 }, '(A)(1)(i)', turn % 4)
  for (const update of updates) await first.documents.publish(room, update)
  const before = bytesOf(await logged(log, room))
  await first.close()
  const { checkpoint, entries } = await log.read(`doc/${documentName(room)}`, 0, 10)
  expect(checkpoint?.version).toBeGreaterThan(500)
  expect((checkpoint?.version ?? 0) + entries.length).toBe(502)
  expect(bytesOf(await logged(log, room))).toBe(before)

  const second = await hall({ log, play: first.play })
  const again = await second.open('r1', room)
  expect(bytesOf(again.doc)).toBe(before)
  for (const client of [other.doc.clientID, published.clientID]) {
    const thief = second.raw('r1', room)
    await thief.send(updateFrame(wordUnder(client, again)))
    expect(await thief.closed()).toBe(closeCodes.notYours)
  }
  const owner = second.raw('r1', room)
  await owner.send(updateFrame(wordUnder(own.doc.clientID, again)))
  await until(
    'the word of the owner',
    () => again.doc.getText(inColumn(1, field)).toString() === 'A word. Mine.',
  )
})

test('SYNC-14 a server that stops finishes what was sent, and its clients come back to the next', async () => {
  const log = holdCommits(openMemoryLog())
  const first = await hall({ log })
  const tab = await first.open('r1', form)
  log.hold()
  tab.doc.getText(field).insert(0, 'The last words.')
  await until('the edit to wait for its commit', () => log.held() === 1)
  let stopped = false
  const stopping = first.documents.close().then(() => (stopped = true))
  await until('the line to end', () => tab.closed() !== null)
  expect([tab.closed(), tab.provider.shouldConnect, stopped]).toEqual([1001, true, false])
  log.release()
  await stopping
  expect((await logged(log, form)).getText(field).toString()).toBe('The last words.')
})

test('SYNC-15 a document whose stream is damaged is told as not saved, and is not guessed at', async () => {
  const log = openMemoryLog()
  await log.append(stream, 0, [{ bytes: new Uint8Array([9, 9, 9]) }], { id: 'broken' })
  const at = await hall({ log })
  const tab = at.dial('r1', form)
  await until('the code', () => tab.closed() === closeCodes.notSaved)
  tab.provider.disconnect()
  expect(at.failures.length).toBeGreaterThan(0)
  await (await at.open('r2', formOf(2))).saved()
})

test('SYNC-15 a document that could not be read is opened anew for whoever asks next', async () => {
  const log = openMemoryLog()
  let reads = 0
  const follow: Log['follow'] = (name, from, onEntries) => {
    reads += 1
    if (reads > 1) return log.follow(name, from, onEntries)
    return { ready: Promise.reject(new LogFailed('The disk did not answer.')), stop: () => undefined }
  }
  const at = await hall({ log: { ...log, follow } })
  const tab = at.dial('r1', form)
  await until('the code', () => tab.closed() === closeCodes.notSaved)
  await until('the line', () => tab.provider.synced)
  tab.doc.getText(field).insert(0, 'On.')
  await tab.saved()
  expect(at.failures).toEqual([new LogFailed('The disk did not answer.')])
})
