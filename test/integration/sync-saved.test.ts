import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { savedFrame, updateFrame, answerFrame } from '../../server/sync/frames.ts'
import type { Log } from '../../server/log/log.ts'
import { closeCodes, closeSentences } from '../../shared/protocol/close-codes.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { documentName } from '../../shared/protocol/names.ts'
import { holdCommits, type Holding } from '../harness/held-log.ts'
import { until } from '../harness/until.ts'
import { formOf, logged, openHall, type Hall } from './sync-hall.ts'

const form = formOf(1)
const field = strengthsField('(A)(1)')
let folder: string
let log: Log & Holding
let hall: Hall

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'panelroom-sync-'))
  log = holdCommits(await openSqliteLog({ folder, onFailure: (failure) => console.error(failure) }))
  hall = await openHall({ log, timing: { retryMs: 20 } })
})
afterEach(async () => {
  log.release()
  await hall.close()
  await log.close()
  rmSync(folder, { recursive: true, force: true })
})

test('SAVE-2 an edit is neither confirmed nor shown in the other tab before it is on disk', async () => {
  const [tab, other] = [await hall.open('r1', form), await hall.open('r1', form)]
  log.hold()
  let confirmed = false
  tab.doc.getText(field).insert(0, 'Clear goals.')
  const saved = tab.saved().then(() => (confirmed = true))
  await until('the edit to wait for its commit', () => log.held() === 1)
  // Another document goes its way meanwhile, and the tab that waits gets an answer to what it asks.
  const late = await hall.open('r1', form)
  expect(confirmed).toBe(false)
  for (const copy of [other, late]) expect(copy.doc.getText(field).toString()).toBe('')
  log.release()
  await saved
  await until('the edit in the other tab', () => other.doc.getText(field).toString() === 'Clear goals.')
  expect((await logged(hall.log, form)).getText(field).toString()).toBe('Clear goals.')
})

test('SAVE-4 the author of an edit that cannot be saved is told, and it arrives once there is room', async () => {
  const [tab, other] = [await hall.open('r1', form), await hall.open('r1', form)]
  log.fail('The disk is full.')
  tab.doc.getText(field).insert(0, 'Clear goals.')
  await until('the end of the line', () => tab.closed() !== null)
  expect(tab.refusal()).toEqual({ code: 4503, reason: 'notSaved', sentence: closeSentences.notSaved })
  expect(tab.closed()).toBe(closeCodes.notSaved)
  expect(other.doc.getText(field).toString()).toBe('')
  expect(other.closed()).toBe(null)
  log.release()
  await until('the edit in the other tab', () => other.doc.getText(field).toString() === 'Clear goals.')
  await until('the first tab to be back', () => tab.provider.synced)
  await tab.saved()
  expect((await logged(hall.log, form)).getText(field).toString()).toBe('Clear goals.')
})

test('SAVE-4 an edit that was written though nobody said so is written once', async () => {
  let lost = 0
  const append: Log['append'] = async (...asked) => {
    const outcome = await log.append(...asked)
    lost += 1
    return lost === 1 ? { kind: 'unknown', sentence: 'The answer was lost.' } : outcome
  }
  const lossy = await openHall({ log: { ...log, append }, timing: { retryMs: 20 } })
  const tab = await lossy.open('r1', form)
  tab.doc.getText(field).insert(0, 'Once.')
  await until('a refusal', () => tab.closed() === closeCodes.notSaved)
  await until('the line', () => tab.provider.synced)
  await until('the answer to the same append', () => lost === 2)
  tab.doc.getText(field).insert(5, ' Twice.')
  await tab.saved()
  expect(await log.head(`doc/${documentName(form)}`)).toBe(2)
  expect((await logged(log, form)).getText(field).toString()).toBe('Once. Twice.')
  await lossy.close()
})

test('SAVE-4 commands do not wait for a document that cannot be saved', async () => {
  const tab = await hall.open('r1', form)
  log.fail('The disk is full.')
  tab.doc.getText(field).insert(0, 'Clear goals.')
  await until('a refusal', () => tab.closed() !== null)
  await expect(hall.documents.hold([form], async () => 'held')).rejects.toThrow(closeSentences.notSaved)
  log.release()
  await until('the line', () => tab.provider.synced)
  await tab.saved()
  expect(await hall.documents.hold([form], async () => 'held')).toBe('held')
})

test('SAVE-6 a deletion is confirmed too, and so is nothing at all', async () => {
  const tab = await hall.open('r1', form)
  await tab.saved()
  tab.doc.getText(field).insert(0, 'Clear goals.')
  tab.doc.getText(field).delete(0, 6)
  await tab.saved()
  expect((await logged(hall.log, form)).getText(field).toString()).toBe('goals.')
})

test('SAVE-7 what builds on an answer still to come is passed over, and not confirmed before that answer', async () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.getText(field).insert(0, 'Typed offline. ')
  const offline = Y.encodeStateVector(new Y.Doc())
  doc.on('update', (update) => updates.push(update))
  doc.getText(field).insert(0, 'Typed on the way back. ')
  const line = hall.raw('r1', form)
  await line.send(updateFrame(updates[0] ?? new Uint8Array()))
  await line.send(savedFrame(1))
  await line.send(answerFrame(doc, offline))
  await line.send(savedFrame(2))
  const hex = (frame: Uint8Array) => Buffer.from(frame).toString('hex')
  await until('the echo', () => line.frames.includes(hex(savedFrame(2))))
  expect(line.frames).not.toContain(hex(savedFrame(1)))
  expect(line.code()).toBe(null)
  const stored = (await logged(hall.log, form)).getText(field).toString()
  expect(stored).toBe('Typed on the way back. Typed offline. ')
})
