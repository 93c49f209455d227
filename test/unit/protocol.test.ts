import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { commandMessageSchema, commandSchema } from '../../shared/competition/command.ts'
import { parseEvent } from '../../shared/competition/event.ts'
import { columnFields } from '../../shared/form/fields.ts'
import { writeRecord } from '../../shared/form/write-record.ts'
import { closeCodes, closeSentences } from '../../shared/protocol/close-codes.ts'
import { limits, messageTypes } from '../../shared/protocol/limits.ts'
import { documentName, parseDocumentName, reviewId, type DocumentKey } from '../../shared/protocol/names.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { fullForm } from '../harness/full-form.ts'
import { oneOfEach, playTo, startPlay, alpha } from '../harness/pure-play.ts'

const anyId = fc.stringMatching(/^[a-z0-9-]{1,40}$/)
const anyReview = fc
  .record({
    application: anyId,
    tier: fc.integer({ min: 1, max: 9 }),
    round: fc.integer({ min: 1, max: 999 }),
  })
  .map(reviewId)
const anyKey: fc.Arbitrary<DocumentKey> = fc.oneof(
  fc.record({ competition: anyId, review: anyReview, kind: fc.constant('room') }),
  fc.record({
    competition: anyId,
    review: anyReview,
    kind: fc.constant('form'),
    seat: fc.integer({ min: 1, max: 99 }),
  }),
)

test('PROTOCOL-1 a document’s name is read back as what it names', () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      expect(parseDocumentName(documentName(key))).toEqual(key)
    }),
  )
  expect(documentName({ competition: 'rehearsal-1', review: 'missouri.1.1', kind: 'form', seat: 3 })).toBe(
    'rehearsal-1/missouri.1.1/form-3',
  )
})

test('PROTOCOL-1 one document has one name: what parses is spelled as it is named', () => {
  const nearly = fc
    .tuple(
      anyKey.map(documentName),
      fc.nat(60),
      fc.constantFrom('0', '/', '.', '-', 'A', ' ', '\n', '%2f', '..', 'é'),
    )
    .map(([name, at, extra]) => name.slice(0, at) + extra + name.slice(at))
  fc.assert(
    fc.property(nearly, (name) => {
      const key = parseDocumentName(name)
      if (key) expect(documentName(key)).toBe(name)
    }),
    { numRuns: 500 },
  )
})

test.for([
  '',
  'room',
  'trial/alpha.1.1',
  'trial/alpha.1.1/form-0',
  'trial/alpha.1.1/form-01',
  'trial/alpha.1.1/form-100',
  'trial/alpha.1.1/room/',
  'trial/alpha.1.1/room\n',
  'trial/alpha.10.1/room',
  'trial/alpha.1/room',
  'Trial/alpha.1.1/room',
  '../alpha.1.1/room',
])('PROTOCOL-1 %j names no document', (name) => {
  expect(parseDocumentName(name)).toBeNull()
})

test('PROTOCOL-2 a page stops at 44xx and comes back after 45xx, and every code has a sentence of its own', () => {
  const codes = Object.values(closeCodes)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.every((code) => code >= 4400 && code < 4600)).toBe(true)
  expect(Object.keys(closeSentences)).toEqual(Object.keys(closeCodes))
  const waiting = Object.entries(closeCodes).filter(([, code]) => code >= 4500)
  expect(waiting.map(([reason]) => reason)).toEqual(['notSaved', 'tooSlow'])
})

test('PROTOCOL-2 our own message types do not collide with those of y-websocket', () => {
  const types = Object.values(messageTypes)
  expect(new Set(types).size).toBe(types.length)
  expect(messageTypes.saved).toBeGreaterThan(99)
})

test('PROTOCOL-3 every field of a column filled offline with three-byte characters fits into one frame and one document', () => {
  const rows = rowsOf(raceToTheTop)
  const line = '語'.repeat(limits.lineLength)
  const text = '語'.repeat(limits.textLength)
  const doc = new Y.Doc()
  writeRecord(
    { doc, seat: 9 },
    {
      ...fullForm(raceToTheTop, { text }),
      minority: Object.fromEntries(raceToTheTop.criteria.map(({ id }) => [id, text])),
      changes: Object.fromEntries(rows.map(({ id }) => [id, { reason: 'evidence', line }])),
    },
  )
  const filled = [...columnFields(raceToTheTop).values()].filter(({ shape }) => shape === 'text')
  expect(filled.every(({ name }) => doc.getText(`r9/${name}`).length > 0)).toBe(true)
  const bytes = Y.encodeStateAsUpdate(doc).byteLength
  expect(bytes).toBeLessThan(limits.frameBytes)
  expect(bytes).toBeLessThan(limits.formBytes)
})

test('PROTOCOL-4 a command says what it is about and no more', () => {
  const play = playTo(startPlay(), 'revealed')
  for (const say of oneOfEach(play, 'r1')) {
    const command = { ...say, review: alpha }
    expect(commandSchema.safeParse(command).success, say.kind).toBe(true)
    expect(commandSchema.safeParse({ ...command, seat: 2, by: 'r2' }).success, say.kind).toBe(false)
    expect(commandSchema.safeParse({ ...say }).success, say.kind).toBe(false)
  }
})

test('PROTOCOL-4 a reviewer’s command names no seat: it is about their own', () => {
  const play = playTo(startPlay(), 'revealed')
  const naming = oneOfEach(play, 'r1').filter((say) => 'seat' in say || 'person' in say)
  expect(naming.map(({ kind }) => kind)).toEqual([
    'conflict.decide',
    'seat.excuse',
    'hand.lower',
    'form.open',
    'form.return',
    'seat.nudge',
    'seat.extend',
    'seat.replace',
  ])
  expect(new Set(naming.map((say) => play.ask('r1', say)?.refused))).toEqual(new Set(['not-yours']))
})

test('PROTOCOL-4 staff give a reason: spaces are none', () => {
  for (const reason of ['', '   ', 'x'.repeat(limits.reasonLength + 1)]) {
    expect(commandSchema.safeParse({ kind: 'seat.excuse', review: alpha, seat: 1, reason }).success).toBe(
      false,
    )
  }
})

test('PROTOCOL-4 the longest command fits into its limit, whatever its characters', () => {
  const longest = ['語', '\u0001', '"', '\u{1F600}'].map((character) => ({
    id: 'x'.repeat(64),
    command: {
      kind: 'ballot.cast',
      review: 'x'.repeat(90),
      answer: 'yes',
      reasons: character.repeat(limits.textLength / character.length),
    },
  }))
  for (const message of longest) {
    expect(commandMessageSchema.safeParse(message).success).toBe(true)
    expect(new TextEncoder().encode(JSON.stringify(message)).byteLength).toBeLessThan(limits.commandBytes)
  }
})

test('PROTOCOL-5 what was stored reads back as the event that it was', () => {
  const play = playTo(startPlay(), 'locked')
  for (const event of play.events()) expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual({ event })
})

test('PROTOCOL-5 an event with something more, something less or something else is none', () => {
  const [opened] = startPlay().events()
  if (!opened) throw new Error('A competition begins with its opening.')
  const { version: _, ...headless } = opened
  const broken: readonly unknown[] = [
    null,
    'text',
    {},
    headless,
    { ...opened, kind: 'something.else' },
    { ...opened, kind: 'review.revealed' },
    { ...opened, version: 0 },
    { ...opened, version: 1.5 },
    { ...opened, schema: 2 },
    { ...opened, previous: 'abc' },
    { ...opened, note: 'more' },
    { ...opened, data: { ...opened.data, note: 'more' } },
  ]
  for (const value of broken)
    expect(parseEvent(value), JSON.stringify(value)?.slice(0, 80)).toHaveProperty('fault')
})
