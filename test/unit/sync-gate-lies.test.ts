import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { scoresField, strengthsField } from '../../shared/form/fields.ts'
import { openDesk, rawUpdate, type Desk, type RawItem } from './sync-desk.ts'

// An item says where it stands by its neighbors. One that lies about them may read otherwise to another reader.

const texts = [strengthsField('(A)(1)'), strengthsField('(A)(2)')] as const

function typed(): Desk {
  const desk = openDesk()
  expect(
    desk.tell(
      'r1',
      desk.edit((doc) => doc.getText(texts[0]).insert(0, 'abcdef'), 11),
    ),
  ).toBe('accepted')
  return desk
}

const says = (item: Omit<RawItem, 'content'>, clock = 0, client = 7): Uint8Array =>
  rawUpdate([{ client, clock, items: [{ ...item, content: { text: 'x' } }] }])

test.each<[string, Uint8Array]>([
  ['the same letter on both sides', says({ origin: [11, 2], rightOrigin: [11, 2] })],
  ['two letters the other way round', says({ origin: [11, 4], rightOrigin: [11, 1] })],
  [
    'two letters that had others between them from the start',
    says({ origin: [11, 0], rightOrigin: [11, 5] }),
  ],
  ['a letter of its own author’s as if those after it were not there', says({ origin: [11, 0] }, 6, 11)],
])('GATE-15 an item that names %s is an unusable copy', (_what, update) => {
  const desk = typed()
  const before = desk.bytes()
  expect(desk.tell('r1', update)).toBe('unusableCopy')
  expect(desk.bytes()).toBe(before)
})

test('GATE-15 an item that names two letters between which another tab wrote meanwhile is let in', () => {
  const desk = typed()
  const [one, two] = [12, 13].map((client) =>
    desk.edit((doc) => doc.getText(texts[0]).insert(3, `${client}`), client),
  )
  expect(desk.tell('r1', one ?? new Uint8Array())).toBe('accepted')
  expect(desk.tell('r1', two ?? new Uint8Array())).toBe('accepted')
  expect(desk.served.getText(texts[0]).toString()).toBe('abc1213def')
})

const clients = [11, 12, 13] as const
const number = fc.nat({ max: 1_000 })

/** What a liar makes up; numbers stand for items that are there by then. */
const lie = fc.record({
  client: fc.constantFrom(...clients),
  /** How many of its own known clocks it tells again. */
  again: fc.constantFrom(0, 0, 0, 1, 2),
  place: fc.constantFrom('root', 'map', 'after', 'before', 'between', 'between'),
  root: fc.constantFrom(...texts),
  near: fc.tuple(number, number, number, number),
  content: fc.constantFrom<RawItem['content']>({ text: 'x' }, { text: 'yz' }, { gone: 2 }, { values: [2] }),
  deletes: fc.option(fc.tuple(number, number), { nil: null, freq: 5 }),
})

function tellLie(
  desk: Desk,
  {
    client,
    again,
    place,
    root,
    near,
    content,
    deletes,
  }: typeof lie extends fc.Arbitrary<infer T> ? T : never,
): Uint8Array {
  const clockOf = (of: number) => Y.getState(desk.served.store, of)
  const known = clients.filter((each) => clockOf(each) > 0)
  const at = (which: number, clock: number): readonly [number, number] => {
    const of = known[which % Math.max(1, known.length)] ?? 99
    return [of, clock % Math.max(1, clockOf(of))]
  }
  const [a, b, c, d] = near
  const neighbors: { readonly [each in typeof place]: Omit<RawItem, 'content'> } = {
    root: { root },
    map: { root: scoresField, key: '(A)(1)(i)' },
    after: { origin: at(a, b) },
    before: { rightOrigin: at(c, d) },
    between: { origin: at(a, b), rightOrigin: at(c, d) },
  }
  const clock = Math.max(0, clockOf(client) - again)
  const gone = deletes && known.length > 0 ? at(...deletes) : null
  return rawUpdate(
    [{ client, clock, items: [{ ...neighbors[place], content }] }],
    gone ? [[gone[0], [[gone[1], 1]]]] : [],
  )
}

/** What a document reads after these updates, each applied by itself. */
function read(updates: readonly Uint8Array[]): unknown {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const pending = doc.store.pendingStructs ?? doc.store.pendingDs
  return {
    texts: texts.map((name) => doc.getText(name).toString()),
    scores: doc.getMap(scoresField).toJSON(),
    pending,
  }
}

test('GATE-15 whatever was let in reads the same in whatever way it arrives', () => {
  let accepted = 0
  fc.assert(
    fc.property(fc.array(lie, { minLength: 10, maxLength: 25 }), (lies) => {
      const desk = openDesk()
      const effects = lies.flatMap((each) => {
        const verdict = desk.offer('r1', tellLie(desk, each))
        return verdict.kind === 'accepted' ? [verdict.update] : []
      })
      accepted += effects.length
      const whole = Y.encodeStateAsUpdate(desk.served)
      const oneByOne = read(effects)
      expect(read([whole])).toEqual(oneByOne)
      expect(read([Y.mergeUpdates([...effects, new Uint8Array([0, 0])])])).toEqual(oneByOne)
      const half = read([Y.mergeUpdates([...effects.slice(0, 5), new Uint8Array([0, 0])]), whole])
      expect(half).toEqual(oneByOne)
      for (const structs of desk.served.store.clients.values()) {
        for (const item of structs) expect(item instanceof Y.Item && isWithItsLike(item)).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
  expect(accepted).toBeGreaterThan(300)
})

function isWithItsLike({ parent, parentSub, left, right }: Y.Item): boolean {
  return [left, right].every((other) => !other || (other.parent === parent && other.parentSub === parentSub))
}
