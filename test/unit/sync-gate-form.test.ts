import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setScore, writeText } from '../../shared/form/edits.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { writeRecord } from '../../shared/form/write-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { fullForm } from '../harness/full-form.ts'
import { attest } from '../harness/pure-play.ts'
import { openDesk, rawUpdate, type Desk } from './sync-desk.ts'

const strengths = strengthsField('(A)(1)')

/** A form that holds a score and a text, so that there is something to harm. */
function begun(): Desk {
  const desk = openDesk()
  const update = desk.edit((doc) => {
    setScore({ doc }, '(A)(1)(i)', 4)
    writeText({ doc }, strengths, 'Clear goals.')
  }, 1001)
  expect(desk.tell('r1', update)).toBe('accepted')
  return desk
}

/** Nothing of a refused update is served, and the next honest one is taken. */
function expectRefused(desk: Desk, update: Uint8Array, reason: string): void {
  const before = desk.bytes()
  expect(desk.tell('r1', update)).toBe(reason)
  expect(desk.bytes()).toBe(before)
  expect(
    desk.tell(
      'r1',
      desk.edit((doc) => setScore({ doc }, '(A)(1)(i)', 5)),
    ),
  ).toBe('accepted')
}

test('GATE-1 a whole honest form is accepted, edit by edit and at once', () => {
  const desk = openDesk()
  const doc = new Y.Doc()
  const edits: Uint8Array[] = []
  doc.on('update', (update) => edits.push(update))
  writeRecord({ doc }, fullForm(raceToTheTop, { text: 'Häß — 漢字 🙂' }))
  doc.getText(strengths).delete(1, 3)
  setScore({ doc }, '(A)(1)(i)', null)
  expect(edits.map((update) => desk.tell('r1', update))).toEqual(edits.map(() => 'accepted'))
  const atOnce = openDesk()
  expect(atOnce.tell('r1', Y.encodeStateAsUpdate(doc))).toBe('accepted')
  expect(desk.bytes()).toBe(Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex'))
  expect(atOnce.bytes()).toBe(desk.bytes())
})

test.each([
  ['cut short', (whole: Uint8Array) => whole.slice(0, -1)],
  ['cut in half', (whole: Uint8Array) => whole.slice(0, whole.length >> 1)],
  ['with bytes after its end', (whole: Uint8Array) => Uint8Array.from([...whole, 0])],
  ['empty', () => new Uint8Array()],
])('GATE-1 an update %s is malformed', (_what, damage) => {
  const desk = begun()
  const whole = desk.edit((doc) => {
    writeText({ doc }, strengthsField('(A)(2)'), 'And a second one.')
    doc.getText(strengths).delete(0, 3)
  })
  expectRefused(desk, damage(whole), 'malformed')
})

test('GATE-1 an update in the second format is malformed', () => {
  const desk = begun()
  const doc = desk.copy()
  setScore({ doc }, '(A)(1)(i)', 2)
  expectRefused(desk, Y.encodeStateAsUpdateV2(doc), 'malformed')
})

test('GATE-1 seven bytes that declare thirty million items are malformed, not waited for', () => {
  const giant = encoding.encode((encoder) => {
    for (const number of [1, 33_554_432, 42, 0]) encoding.writeVarUint(encoder, number)
  })
  expectRefused(begun(), giant, 'malformed')
})

test('GATE-1 empty items, and items of one client told twice, are malformed', () => {
  const item = { root: strengths, content: { text: 'a' } }
  const empty = { root: strengths, content: { text: '' } }
  expectRefused(begun(), rawUpdate([{ client: 7, clock: 0, items: [empty] }]), 'malformed')
  const twice = [0, 0].map((clock) => ({ client: 7, clock, items: [item] }))
  expectRefused(begun(), rawUpdate(twice), 'malformed')
})

test('GATE-2 an update whose predecessor is missing is an unusable copy', () => {
  const desk = begun()
  const doc = desk.copy()
  const edits: Uint8Array[] = []
  doc.on('update', (update) => edits.push(update))
  doc.getText(strengths).insert(0, 'a')
  doc.getText(strengths).insert(0, 'b')
  expectRefused(desk, edits[1] ?? new Uint8Array(), 'unusableCopy')
})

test('GATE-2 a neighbor nobody knows, or a delete of what is not there, is an unusable copy', () => {
  const stranger = { origin: [999, 0] as const, content: { text: 'a' } }
  expectRefused(begun(), rawUpdate([{ client: 7, clock: 0, items: [stranger] }]), 'unusableCopy')
  expectRefused(begun(), rawUpdate([], [[1001, [[0, 500]]]]), 'unusableCopy')
  expectRefused(begun(), rawUpdate([], [[999, [[0, 1]]]]), 'unusableCopy')
})

test('GATE-2 items that wait for each other are an unusable copy', () => {
  const waiting = (client: number, other: number) => ({
    client,
    clock: 0,
    items: [{ origin: [other, 0] as const, content: { text: 'a' } }],
  })
  expectRefused(begun(), rawUpdate([waiting(7, 8), waiting(8, 7)]), 'unusableCopy')
  expectRefused(begun(), rawUpdate([waiting(7, 7)]), 'unusableCopy')
})

test('GATE-2 an update that says it leaves something out is an unusable copy', () => {
  const desk = begun()
  const doc = desk.copy()
  const edits: Uint8Array[] = []
  doc.on('update', (update) => edits.push(update))
  for (const letter of 'abc') doc.getText(strengths).insert(0, letter)
  const [first = new Uint8Array(), , third = new Uint8Array()] = edits
  expectRefused(desk, Y.mergeUpdates([first, third]), 'unusableCopy')
})

test('GATE-3 what is there already is nothing, even where nothing may be written any more', () => {
  const desk = begun()
  expect(
    desk.tell(
      'r1',
      desk.edit((doc) => doc.getText(strengths).delete(0, 6)),
    ),
  ).toBe('accepted')
  const before = desk.bytes()
  desk.play.must('r1', attest(desk.play, 'r1'))
  const copy = desk.copy()
  expect(desk.tell('r1', Y.encodeStateAsUpdate(copy))).toBe('nothing')
  const inSync = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(desk.served))
  expect(Y.decodeUpdate(inSync).ds.clients.size).toBe(1)
  expect(desk.tell('r1', inSync)).toBe('nothing')
  expect(desk.bytes()).toBe(before)
})

test('GATE-3 an update that is half known brings its other half', () => {
  const desk = openDesk()
  const doc = new Y.Doc()
  doc.getText(strengths).insert(0, 'Clear')
  expect(desk.tell('r1', Y.encodeStateAsUpdate(doc))).toBe('accepted')
  doc.getText(strengths).insert(5, ' goals.')
  expect(desk.tell('r1', Y.encodeStateAsUpdate(doc))).toBe('accepted')
  expect(desk.served.getText(strengths).toString()).toBe('Clear goals.')
})
