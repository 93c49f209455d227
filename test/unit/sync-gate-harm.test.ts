import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setScore, writeText } from '../../shared/form/edits.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { openDesk, rawUpdate, type Desk, type RawItem } from './sync-desk.ts'

const strengths = strengthsField('(A)(1)')

test('GATE-11 twelve kilobytes of items that all claim one place are refused, not worked through', () => {
  const desk = openDesk()
  expect(
    desk.tell(
      'r1',
      desk.edit((doc) => writeText({ doc }, strengths, 'x'.repeat(3_000)), 1001),
    ),
  ).toBe('accepted')
  // Each says that it was first of all, before another letter: Yjs would compare each with all before it, two million times.
  const items = Array.from(
    { length: 2_000 },
    (_, at): RawItem => ({ rightOrigin: [1001, at + 1], content: { text: 'y' } }),
  )
  const before = desk.bytes()
  expect(desk.tell('r1', rawUpdate([{ client: 1001, clock: 3_000, items }]))).toBe('unusableCopy')
  expect(desk.bytes()).toBe(before)
})

test('GATE-11 hundreds who claim one place at the same time are refused before they are all compared', () => {
  const desk = openDesk()
  const item: RawItem = { root: strengths, content: { text: 'y' } }
  const claim = (turn: number) =>
    rawUpdate(Array.from({ length: 64 }, (_, at) => ({ client: turn * 64 + at, clock: 0, items: [item] })))
  const told = Array.from({ length: 12 }, (_, turn) => desk.tell('r1', claim(turn)))
  expect(told.slice(0, 3)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(told.at(-1)).toBe('unusableCopy')
  expect(
    desk.tell(
      'r1',
      desk.edit((doc) => doc.getText(strengths).insert(0, 'On.')),
    ),
  ).toBe('accepted')
})

test('GATE-11 what a person wrote in one place in two tabs at once is let in', () => {
  const desk = openDesk()
  const typed = (letter: string) =>
    desk.edit((doc) => {
      for (let at = 0; at < 200; at += 1) {
        doc.getText(strengths).insert(at, letter)
        if (at % 5 === 0) doc.getText(strengths).delete(at, 1)
        if (at % 5 === 0) doc.getText(strengths).insert(at, letter.toUpperCase())
      }
    })
  const [first, second] = [typed('a'), typed('b')]
  expect(desk.tell('r1', first)).toBe('accepted')
  expect(desk.tell('r1', second)).toBe('accepted')
  expect(desk.served.getText(strengths).length).toBe(400)
})

test('GATE-11 deletes that overlap, or are out of order, are malformed', () => {
  const desk = openDesk()
  expect(
    desk.tell(
      'r1',
      desk.edit((doc) => writeText({ doc }, strengths, 'x'.repeat(50)), 1001),
    ),
  ).toBe('accepted')
  const ranges: (readonly [number, number])[][] = [
    [
      [0, 10],
      [5, 10],
    ],
    [
      [10, 1],
      [0, 1],
    ],
    [[3, 0]],
  ]
  for (const each of ranges) expect(desk.tell('r1', rawUpdate([], [[1001, each]]))).toBe('malformed')
})

test('GATE-11 more client ids than a person can have are refused', () => {
  const letterOf = (client: number) => ({
    client,
    clock: 0,
    items: [{ root: strengths, content: { text: 'a' } }],
  })
  const many = Array.from({ length: 65 }, (_, client) => letterOf(client))
  expect(openDesk().tell('r1', rawUpdate(many))).toBe('tooLarge')
  const desk = openDesk()
  const told = Array.from({ length: 1_001 }, (_, client) => desk.tell('r1', rawUpdate([letterOf(client)])))
  expect(told.indexOf('tooLarge')).toBe(1_000)
})

test('GATE-12 what goes on is the effect: another text under known ids does not travel along', () => {
  const desk = openDesk()
  const text = (content: string) =>
    rawUpdate([{ client: 1001, clock: 0, items: [{ root: strengths, content: { text: content } }] }])
  expect(desk.tell('r1', text('good'))).toBe('accepted')
  const verdict = desk.offer('r1', text('evil one'))
  if (verdict.kind !== 'accepted') throw new Error(`The second update was not accepted: ${verdict.kind}.`)
  expect(Buffer.from(verdict.update).includes('evil')).toBe(false)
  expect(desk.served.getText(strengths).toString()).toBe('good one')
})

test('GATE-12 what was written and deleted before it was sent does not travel along', () => {
  const desk = openDesk()
  // A client that keeps what it deletes, as one that can undo does.
  const doc = new Y.Doc({ gc: false })
  doc.getText(strengths).insert(0, 'second thoughts')
  doc.getText(strengths).delete(0, 7)
  const verdict = desk.offer('r1', Y.encodeStateAsUpdate(doc))
  if (verdict.kind !== 'accepted') throw new Error(`The update was not accepted: ${verdict.kind}.`)
  expect(Buffer.from(Y.encodeStateAsUpdate(doc)).includes('second')).toBe(true)
  expect(Buffer.from(verdict.update).includes('second')).toBe(false)
})

/** Honest typing of a form that has just been begun, one update for each edit. */
function typing(desk: Desk): readonly Uint8Array[] {
  const doc = desk.copy(1001)
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  const text = doc.getText(strengths)
  for (let at = 0; at < 40; at += 1) {
    text.insert(at % 7 === 0 ? 0 : text.length, `${at}`)
    if (at % 3 === 0) text.delete(0, 1)
    setScore({ doc }, at % 2 === 0 ? '(A)(1)(i)' : '(B)(2)(i)', at % 5)
  }
  return updates
}

test('GATE-13 random damage: the served copy changes by accepted whole updates alone, and nothing is thrown', () => {
  const desk = openDesk()
  const honest = typing(desk)
  for (const update of honest.slice(0, 60)) expect(desk.tell('r1', update)).toBe('accepted')
  const seeds = [...honest.slice(60), Y.encodeStateAsUpdate(desk.copy()), ...honest.slice(0, 3)]
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 3 })
  const told = new Map<string, number>()
  fc.assert(
    fc.property(fc.nat({ max: seeds.length - 1 }), damage, (seed, hits) => {
      const update = Uint8Array.from(seeds[seed] ?? [])
      for (const [at, byte] of hits) update[at % update.length] = byte
      const before = desk.bytes()
      const shadow = desk.copy()
      const verdict = desk.offer('r1', update)
      told.set(verdict.kind, (told.get(verdict.kind) ?? 0) + 1)
      if (verdict.kind === 'accepted') Y.applyUpdate(shadow, verdict.update)
      const after =
        verdict.kind === 'accepted' ? Buffer.from(Y.encodeStateAsUpdate(shadow)).toString('hex') : before
      expect(desk.bytes()).toBe(after)
    }),
    { numRuns: 3_000 },
  )
  expect(told.get('refused')).toBeGreaterThan(1_000)
  expect(told.get('accepted')).toBeGreaterThan(0)
})
