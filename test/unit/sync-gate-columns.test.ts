import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setAnswer, setScore, writeText } from '../../shared/form/edits.ts'
import { inColumn, strengthsField } from '../../shared/form/fields.ts'
import { attest, playTo, sign } from '../harness/pure-play.ts'
import { openDesk, rawUpdate, room, type Desk } from './sync-desk.ts'

const own = inColumn(1, strengthsField('(A)(1)'))
const foreign = inColumn(2, strengthsField('(A)(1)'))

/** A room in which r1 and r2 have each written a text and a score, under client ids 1001 and 2001. */
function discussed(): Desk {
  const desk = openDesk(room, 'revealed')
  for (const seat of [1, 2]) {
    const update = desk.edit(
      (doc) => {
        writeText({ doc, seat }, strengthsField('(A)(1)'), `Seat ${seat}.`)
        setScore({ doc, seat }, '(A)(1)(i)', seat)
      },
      seat * 1000 + 1,
    )
    expect(desk.tell(`r${seat}`, update)).toBe('accepted')
  }
  return desk
}

function expectRefused(desk: Desk, person: string, update: Uint8Array, reason: string): void {
  const before = desk.bytes()
  expect(desk.tell(person, update)).toBe(reason)
  expect(desk.bytes()).toBe(before)
}

test('GATE-4 a client id belongs to whose entry first used it', () => {
  const desk = discussed()
  const score = (points: number, client: number) =>
    desk.edit((doc) => setScore({ doc, seat: 1 }, '(A)(1)(i)', points), client)
  expectRefused(desk, 'r1', score(3, 2001), 'notYours')
  expect(desk.tell('r1', score(3, 1001))).toBe('accepted')
  expect(desk.tell('r1', score(4, 1002))).toBe('accepted')
  const other = desk.edit((doc) => setScore({ doc, seat: 2 }, '(A)(1)(i)', 3), 1002)
  expectRefused(desk, 'r2', other, 'notYours')
})

test('GATE-4 one update carries several client ids of a person, in whatever order they build on each other', () => {
  const desk = openDesk()
  const [tab, later] = [new Y.Doc(), new Y.Doc()]
  tab.clientID = 50
  later.clientID = 40
  const text = strengthsField('(A)(1)')
  tab.getText(text).insert(0, 'ac')
  Y.applyUpdate(later, Y.encodeStateAsUpdate(tab))
  later.getText(text).insert(1, 'b')
  Y.applyUpdate(tab, Y.encodeStateAsUpdate(later))
  tab.getText(text).insert(3, 'd')
  expect(desk.tell('r1', Y.encodeStateAsUpdate(tab))).toBe('accepted')
  expect(desk.served.getText(text).toString()).toBe('abcd')
})

test('GATE-9 nobody writes in another seat’s column, nor deletes there, whoever wrote it', () => {
  const desk = discussed()
  const write = desk.edit((doc) => doc.getText(foreign).insert(0, 'I say: '))
  const erase = desk.edit((doc) => doc.getText(foreign).delete(0, 3))
  const score = desk.edit((doc) => setScore({ doc, seat: 2 }, '(A)(1)(i)', 5))
  const clear = desk.edit((doc) => doc.getMap('r2/scores').delete('(A)(1)(i)'))
  for (const update of [write, erase, score, clear]) expectRefused(desk, 'r1', update, 'notYours')
  expect(desk.tell('r2', erase)).toBe('accepted')
})

test('GATE-9 a legal edit does not carry a foreign one with it', () => {
  const desk = discussed()
  const both = desk.edit((doc) => {
    setScore({ doc, seat: 1 }, '(A)(1)(i)', 2)
    doc.getText(foreign).delete(0, 1)
  })
  expectRefused(desk, 'r1', both, 'notYours')
})

test('GATE-9 a monitor and a stranger write nothing', () => {
  const desk = discussed()
  const score = desk.edit((doc) => setScore({ doc, seat: 1 }, '(A)(1)(i)', 3))
  for (const person of ['monitor', 'staff', 'other', 'r2']) expectRefused(desk, person, score, 'notYours')
})

test('GATE-9 an item between neighbors of two fields is in neither', () => {
  // Its list would be the own one, its place the foreign one: what r2 wrote would read on with r1's words.
  const between = (origin: readonly [number, number], rightOrigin: readonly [number, number]) =>
    rawUpdate([{ client: 7, clock: 0, items: [{ origin, rightOrigin, content: { text: 'and more' } }] }])
  expectRefused(discussed(), 'r1', between([1001, 6], [2001, 0]), 'offRule')
  expectRefused(discussed(), 'r1', between([2001, 6], [1001, 0]), 'notYours')
})

test('GATE-9 an item that is half known goes on where its known half stands', () => {
  const desk = discussed()
  const other = inColumn(1, strengthsField('(A)(2)'))
  const moved = rawUpdate([
    { client: 1001, clock: 0, items: [{ root: other, content: { text: 'x'.repeat(20) } }] },
  ])
  expectRefused(desk, 'r1', moved, 'offRule')
})

test('GATE-10 a form is read-only from ready until it is taken back', () => {
  const desk = openDesk()
  const score = (points: number) => desk.edit((doc) => setScore({ doc }, '(A)(1)(i)', points))
  expect(desk.tell('r1', score(3))).toBe('accepted')
  desk.play.must('r1', attest(desk.play, 'r1'))
  expectRefused(desk, 'r1', score(4), 'readOnly')
  expectRefused(
    desk,
    'r1',
    desk.edit((doc) => doc.getMap('scores').delete('(A)(1)(i)')),
    'readOnly',
  )
  desk.play.must('r1', { kind: 'form.takeBack' })
  expect(desk.tell('r1', score(4))).toBe('accepted')
})

test('GATE-10 a form stays as it was from the reveal on', () => {
  const desk = openDesk()
  playTo(desk.play, 'revealed')
  expectRefused(
    desk,
    'r1',
    desk.edit((doc) => setScore({ doc }, '(A)(1)(i)', 4)),
    'readOnly',
  )
})

test('GATE-10 a column is read-only once it is signed, and what the panel votes on always', () => {
  const desk = discussed()
  expectRefused(
    desk,
    'r1',
    desk.edit((doc) => setAnswer({ doc, seat: 1 }, 'P2', 'no')),
    'readOnly',
  )
  playTo(desk.play, 'voted')
  desk.play.must('r1', sign(desk.play, 'r1'))
  expectRefused(
    desk,
    'r1',
    desk.edit((doc) => setScore({ doc, seat: 1 }, '(A)(1)(i)', 4)),
    'readOnly',
  )
  expectRefused(
    desk,
    'r1',
    desk.edit((doc) => doc.getText(own).delete(0, 1)),
    'readOnly',
  )
  expect(
    desk.tell(
      'r2',
      desk.edit((doc) => setScore({ doc, seat: 2 }, '(A)(1)(i)', 4)),
    ),
  ).toBe('accepted')
})

test('GATE-10 a locked room takes nothing more', () => {
  const desk = discussed()
  playTo(desk.play, 'locked')
  expectRefused(
    desk,
    'r2',
    desk.edit((doc) => setScore({ doc, seat: 2 }, '(A)(1)(i)', 4)),
    'readOnly',
  )
})
