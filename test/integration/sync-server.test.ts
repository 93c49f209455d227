import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { updateFrame } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/protocol/close-codes.ts'
import { setScore } from '../../shared/form/edits.ts'
import { inColumn, strengthsField } from '../../shared/form/fields.ts'
import { documentName } from '../../shared/protocol/names.ts'
import { sha256Hex } from '../../shared/record/hash.ts'
import { holdCommits } from '../harness/held-log.ts'
import { until } from '../harness/until.ts'
import { bytesOf, formOf, logged, room, wordUnder, hallsOfTests } from './sync-hall.ts'

const form = formOf(1)
const field = strengthsField('(A)(1)')
const stream = `doc/${documentName(form)}`
const hall = hallsOfTests()

test('SYNC-11 work on a held document sees all that was sent before, and nothing sent later is judged until it ends', async () => {
  const log = holdCommits(openMemoryLog())
  const at = await hall({ log })
  const tab = await at.open('r1', form)
  log.hold()
  tab.doc.getText(field).insert(0, 'Before.')
  await until('the edit to wait for its commit', () => log.held() === 1)
  const end = Promise.withResolvers<void>()
  let found: string | undefined
  const work = at.documents.hold([room, form, form], async () => {
    found = (await at.documents.record(form)).strengths['(A)(1)']?.text
    await end.promise
    return 'done'
  })
  log.release()
  await until('the work to begin', () => found !== undefined)
  expect(found).toBe('Before.')
  let saved = false
  tab.doc.getText(field).insert(7, ' After.')
  const later = tab.saved().then(() => (saved = true))
  // Another document is not held, and answers meanwhile.
  await (await at.open('r2', formOf(2))).saved()
  expect([saved, await log.head(stream)]).toEqual([false, 1])
  end.resolve()
  expect(await work).toBe('done')
  await later
  expect((await logged(log, form)).getText(field).toString()).toBe('Before. After.')
})

test('SYNC-11 two who hold the same documents in another order both come to their turn', async () => {
  const at = await hall()
  const keys = [form, formOf(2), room]
  const order: string[] = []
  const turn = (name: string, held: typeof keys) =>
    at.documents.hold(held, async () => {
      order.push(`${name} begins`)
      await at.documents.record(form)
      order.push(`${name} ends`)
    })
  await Promise.all([turn('one', keys), turn('two', keys.toReversed())])
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
})

test('SYNC-11 work that fails lets go of what it held', async () => {
  const at = await hall()
  const failing = at.documents.hold([form], async () => {
    throw new Error('The work failed.')
  })
  await expect(failing).rejects.toThrow('The work failed.')
  const tab = await at.open('r1', form)
  tab.doc.getText(field).insert(0, 'On.')
  await tab.saved()
})

test('SYNC-12 what the server publishes is there once, however often it is said, and can be changed by who owns the column', async () => {
  const at = await hall({ step: 'revealed' })
  const doc = new Y.Doc()
  doc.getText(inColumn(1, field)).insert(0, 'As attested.')
  setScore({ doc, seat: 1 }, '(A)(1)(i)', 4)
  const update = Y.encodeStateAsUpdate(doc)
  const reader = await at.open('r1', room)
  for (let turn = 0; turn < 3; turn += 1) await at.documents.publish(room, update)
  await until('the reader to have it', () => reader.doc.getText(inColumn(1, field)).length > 0)
  reader.doc.getText(inColumn(1, field)).delete(0, 3)
  setScore({ doc: reader.doc, seat: 1 }, '(A)(1)(i)', 5)
  await reader.saved()
  await at.documents.publish(room, update)
  expect(await at.log.head(`doc/${documentName(room)}`)).toBe(3)
  const record = await at.documents.record(room, 1)
  expect([record.strengths['(A)(1)']?.text, record.scores['(A)(1)(i)']]).toEqual(['attested.', 5])
})

test('SYNC-12 nobody writes under the client id of what the server published', async () => {
  const at = await hall({ step: 'revealed' })
  const doc = new Y.Doc()
  doc.getText(inColumn(1, field)).insert(0, 'As attested.')
  await at.documents.publish(room, Y.encodeStateAsUpdate(doc))
  const copy = await at.open('r1', room)
  const line = at.raw('r1', room)
  await line.send(updateFrame(wordUnder(doc.clientID, copy)))
  expect(await line.closed()).toBe(closeCodes.notYours)
})

test('SYNC-12 a sealed document takes nothing more, on any server, and its hash is that of all it ever held', async () => {
  const log = openMemoryLog()
  const first = await hall({ log })
  const second = await hall({ log, play: first.play })
  const [one, two] = [await first.open('r1', form), await second.open('r1', form)]
  for (const word of ['One. ', 'Two. ']) one.doc.getText(field).insert(0, word)
  two.doc.getText(field).insert(0, 'Three. ')
  for (const copy of [one, two]) await copy.saved()
  await until('both to say the same', () => bytesOf(one.doc) === bytesOf(two.doc))
  const sealed = await first.documents.seal(form)
  expect(sealed).toEqual({
    version: await log.head(stream),
    sha256: sha256Hex(Y.encodeStateAsUpdate(one.doc)),
  })
  for (const copy of [one, two]) {
    copy.doc.getText(field).insert(0, 'Too late.')
    await until('the code', () => copy.closed() === closeCodes.readOnly)
  }
  expect(await second.documents.seal(form)).toEqual(sealed)
  const again = await first.open('r1', form)
  await again.saved()
  expect(again.doc.getText(field).toString()).not.toContain('Too late.')
  await expect(first.documents.publish(form, Y.encodeStateAsUpdate(one.doc))).rejects.toThrow('sealed')
})

test('SYNC-13 how many rows have points is known for every form, open or not, and told when it changes', async () => {
  const log = openMemoryLog()
  const first = await hall({ log })
  const tab = await first.open('r1', form)
  const told: unknown[] = []
  first.documents.onProgress((review, seat) =>
    told.push([review, seat, first.documents.rowsDone(review, seat)]),
  )
  setScore(tab, '(A)(1)(i)', 4)
  await tab.saved()
  tab.doc.getText(field).insert(0, 'A text is no row.')
  setScore(tab, '(A)(1)(i)', 5)
  await tab.saved()
  expect(first.documents.rowsDone(form.review, 1)).toBe(1)
  expect(told).toEqual([[form.review, 1, 1]])

  const second = await hall({ log, play: first.play })
  let changes = 0
  second.documents.onProgress(() => (changes += 1))
  expect(second.documents.rowsDone(form.review, 1)).toBe(0)
  await until('the count of a form nobody has open', () => second.documents.rowsDone(form.review, 1) === 1)
  expect([changes, second.documents.rowsDone(form.review, 2)]).toEqual([1, 0])
})

test('SYNC-13 a room that changes says so, with what it says', async () => {
  const at = await hall({ step: 'revealed' })
  const copy = await at.open('r1', room)
  const seen: unknown[] = []
  at.documents.onRoomChange((review, doc) => seen.push([review, doc.getMap('r1/scores').get('(A)(1)(i)')]))
  setScore({ doc: copy.doc, seat: 1 }, '(A)(1)(i)', 4)
  await copy.saved()
  expect(seen).toEqual([[room.review, 4]])
})
