import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  setAnswer,
  setBox,
  setNoElements,
  setNoneFound,
  setReason,
  setScore,
  writeText,
} from '../../shared/form/edits.ts'
import {
  changesField,
  determinationField,
  elementsField,
  inColumn,
  lineField,
  noneFoundField,
  scoresField,
  strengthsField,
} from '../../shared/form/fields.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { form1, openDesk, rawUpdate, room, type Desk, type RawItem } from './sync-desk.ts'

const strengths = strengthsField('(A)(1)')

function begun(): Desk {
  const desk = openDesk()
  const update = desk.edit((doc) => {
    setScore({ doc }, '(A)(1)(i)', 4)
    writeText({ doc }, strengths, 'Clear goals.')
  }, 1001)
  expect(desk.tell('r1', update)).toBe('accepted')
  return desk
}

/** Refuses, serves nothing of it, and goes on with the next honest edit. */
function expectOffRule(desk: Desk, update: Uint8Array): void {
  const before = desk.bytes()
  expect(desk.tell('r1', update)).toBe('offRule')
  expect(desk.bytes()).toBe(before)
  expect(
    desk.tell(
      'r1',
      desk.edit((doc) => setScore({ doc }, '(A)(1)(i)', 5)),
    ),
  ).toBe('accepted')
}

const written = (items: readonly RawItem[]): Uint8Array => rawUpdate([{ client: 7, clock: 0, items }])

test('GATE-5 every box, answer, tick and reason is taken and taken back', () => {
  const desk = openDesk()
  for (const change of [
    (doc: Y.Doc) => setBox({ doc }, '(C)(1)', '1', true),
    (doc: Y.Doc) => setNoElements({ doc }, '(C)(1)', true),
    (doc: Y.Doc) => setNoElements({ doc }, '(C)(1)', false),
    (doc: Y.Doc) => setNoneFound({ doc }, strengths, true),
    (doc: Y.Doc) => setNoneFound({ doc }, strengths, false),
    (doc: Y.Doc) => setAnswer({ doc }, 'P1', 'yes'),
    (doc: Y.Doc) => setScore({ doc }, '(E)(1)', 10),
    (doc: Y.Doc) => setScore({ doc }, '(E)(1)', null),
  ]) {
    expect(desk.tell('r1', desk.edit(change))).toBe('accepted')
  }
})

test('GATE-5 what was set and taken back before it was ever sent is taken', () => {
  const desk = openDesk()
  const offline = desk.edit((doc) => {
    for (const ticked of [true, false, true, false]) setNoneFound({ doc }, strengths, ticked)
    for (const ticked of [true, false]) setBox({ doc }, '(C)(1)', '12', ticked)
    for (const points of [1, 45, 4]) setScore({ doc }, '(A)(1)(ii)', points)
    writeText({ doc }, strengths, 'No.')
    doc.getText(strengths).delete(0, 3)
  })
  expect(desk.tell('r1', offline)).toBe('accepted')
  expect(desk.served.getMap(scoresField).get('(A)(1)(ii)')).toBe(4)
})

test.each(['smuggled', 'r1/scores', 'scores ', '__proto__', ''])(
  'GATE-6 no form has a field “%s”',
  (root) => {
    const desk = begun()
    expectOffRule(
      desk,
      desk.edit((doc) => doc.getMap(root).set('(A)(1)(i)', 1)),
    )
  },
)

const boxes = elementsField('(C)(1)')
const p1 = determinationField('P1')

test.each<[string, string, string, unknown]>([
  ['a row no rubric has', scoresField, '(Z)(9)', 1],
  ['the row __proto__', scoresField, '__proto__', 1],
  ['a row whose points are derived', scoresField, '(C)(1)', 2],
  ['11 on (B)(2)(i)', scoresField, '(B)(2)(i)', 11],
  ['7 on (E)(1)', scoresField, '(E)(1)', 7],
  ['half a point', scoresField, '(A)(1)(i)', 2.5],
  ['less than nothing', scoresField, '(A)(1)(i)', -1],
  ['points as text', scoresField, '(A)(1)(i)', '4'],
  ['points as a list', scoresField, '(A)(1)(i)', [4]],
  ['a box ticked with 1', boxes, '1', 1],
  ['a thirteenth box', boxes, '13', true],
  ['an answer “maybe”', p1, 'answer', 'maybe'],
  ['an answer to another question', p1, 'question', 'yes'],
  ['“none found” for a row', noneFoundField, '(A)(1)(i)', true],
])('GATE-6 %s is refused by rule', (_what, root, key, value) => {
  const desk = begun()
  expectOffRule(
    desk,
    desk.edit((doc) => doc.getMap(root).set(key, value)),
  )
})

test('GATE-6 a value that is off the rule is refused even where a legal one follows it', () => {
  const set = (origin: RawItem['origin'], points: number): RawItem =>
    origin
      ? { origin, content: { values: [points] } }
      : { root: scoresField, key: '(B)(2)(i)', content: { values: [points] } }
  expectOffRule(begun(), written([set(undefined, 11), set([7, 0], 7)]))
})

test('GATE-6 a value that is gone already is refused under a key that no value could have', () => {
  const gone = (key: string): RawItem => ({ root: scoresField, key, content: { gone: 1 } })
  expectOffRule(begun(), written([gone('__proto__')]))
  expectOffRule(begun(), written([gone('(C)(1)')]))
  expect(openDesk().tell('r1', written([gone('(A)(1)(i)')]))).toBe('accepted')
})

test.each([
  ['a map in a map', (doc: Y.Doc) => doc.getMap(scoresField).set('(A)(1)(i)', new Y.Map())],
  ['a text in a map', (doc: Y.Doc) => doc.getMap(scoresField).set('(A)(1)(i)', new Y.Text('4'))],
  ['a document in a document', (doc: Y.Doc) => doc.getMap(scoresField).set('(A)(1)(i)', new Y.Doc())],
  ['bytes', (doc: Y.Doc) => doc.getMap(scoresField).set('(A)(1)(i)', new Uint8Array(3))],
  ['rich text', (doc: Y.Doc) => doc.getText(strengths).format(0, 4, { bold: true })],
  ['a picture', (doc: Y.Doc) => doc.getText(strengths).insertEmbed(0, { image: 'x' })],
])('GATE-7 %s is refused by rule', (_what, change) => {
  const desk = begun()
  expectOffRule(desk, desk.edit(change))
})

test.each<[string, readonly RawItem[]]>([
  ['a list in a map', [{ root: scoresField, content: { values: [4] } }]],
  ['letters in a map', [{ root: scoresField, key: '(A)(1)(i)', content: { text: '4' } }]],
  ['letters without a key in a map', [{ root: scoresField, content: { text: '4' } }]],
  ['an object in a text', [{ root: strengths, content: { values: [{ a: 1 }] } }]],
  ['a string as a value in a text', [{ root: strengths, content: { values: ['a'] } }]],
  ['a keyed item in a text', [{ root: strengths, key: 'a', content: { text: 'x' } }]],
  ['a keyed item in a text that is gone', [{ root: strengths, key: 'a', content: { gone: 1 } }]],
  ['an item within an item', [{ parent: [1001, 0], content: { text: 'x' } }]],
  ['an item within an item nobody knows', [{ parent: [999, 0], content: { text: 'x' } }]],
  ['an item within itself', [{ parent: [7, 0], content: { text: 'x' } }]],
  [
    'two values for one key, one of them illegal',
    [{ root: scoresField, key: '(A)(1)(i)', content: { values: [4, 99] } }],
  ],
])('GATE-7 %s is refused by rule', (_what, items) => {
  expectOffRule(begun(), written(items))
})

test('GATE-8 a text beyond its length is refused, one at it is taken', () => {
  const desk = begun()
  const fill = (length: number) => desk.edit((doc) => doc.getText(strengths).insert(0, 'x'.repeat(length)))
  const before = desk.bytes()
  expect(desk.offer('r1', fill(limits.textLength))).toMatchObject({
    reason: 'tooLarge',
    sentence: 'A text here holds 8000 characters. Nothing was changed.',
  })
  expect(desk.bytes()).toBe(before)
  expect(desk.tell('r1', fill(limits.textLength - 'Clear goals.'.length))).toBe('accepted')
  expect(desk.tell('r1', fill(1))).toBe('tooLarge')
  expect(
    desk.tell(
      'r1',
      desk.edit((doc) => doc.getText(strengths).delete(0, 1)),
    ),
  ).toBe('accepted')
})

test('GATE-8 a line under a changed score has a shorter limit', () => {
  const desk = openDesk(room, 'revealed')
  const line = inColumn(1, lineField('(A)(1)(i)'))
  const fill = (length: number) => desk.edit((doc) => doc.getText(line).insert(0, 'x'.repeat(length)))
  expect(desk.tell('r1', fill(limits.lineLength + 1))).toBe('tooLarge')
  expect(desk.tell('r1', fill(limits.lineLength))).toBe('accepted')
  const reason = desk.edit((doc) => setReason({ doc, seat: 1 }, '(A)(1)(i)', 'evidence'))
  expect(desk.tell('r1', reason)).toBe('accepted')
  const unknown = desk.edit((doc) => doc.getMap(inColumn(1, changesField)).set('(A)(1)(i)', 'mood'))
  expect(desk.tell('r1', unknown)).toBe('offRule')
})

test('GATE-8 a form that has grown too large is refused, and stays as it was', () => {
  const desk = openDesk(form1)
  // Two rows set in turn: what is overwritten cannot be joined, so that every set leaves its eighteen bytes.
  const restless = () =>
    desk.edit((doc) =>
      doc.transact(() => {
        for (let turn = 0; turn < 40_000; turn += 1) {
          doc.getMap(scoresField).set(turn % 2 === 0 ? '(A)(1)(i)' : '(B)(2)(i)', turn % 3)
        }
      }),
    )
  let told = ''
  let size = 0
  do {
    size = Y.encodeStateAsUpdate(desk.served).length
    told = desk.tell('r1', restless())
  } while (told === 'accepted')
  expect(told).toBe('tooLarge')
  expect(size).toBeGreaterThan(limits.formBytes / 2)
  expect(size).toBeLessThanOrEqual(limits.formBytes)
  expect(Y.encodeStateAsUpdate(desk.served).length).toBe(size)
})

test('GATE-8 clocks that no typing reaches are refused', () => {
  const far = written([{ root: strengths, content: { gone: 2 ** 40 } }])
  expect(begun().tell('r1', far)).toBe('tooLarge')
})
