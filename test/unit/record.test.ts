import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../shared/record/canonical.ts'
import { eventHash, noHash } from '../../shared/record/chain.ts'
import { canonicalHash, sha256Hex } from '../../shared/record/hash.ts'
import { textHash, textKeeper } from '../../shared/record/kept-text.ts'
import { playTo, startPlay } from '../harness/pure-play.ts'

const anyKept: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary', maxLength: 5 }), tie('value'), { maxKeys: 4 }),
  ),
})).value

/** The same value with the members of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  )
}

test('RECORD-1 canonical JSON is JSON: read back it is the value that was written', () => {
  fc.assert(
    fc.property(anyKept, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('RECORD-1 the order in which members were set changes nothing', () => {
  fc.assert(
    fc.property(anyKept, (value) => {
      expect(canonicalJson(turned(value))).toBe(canonicalJson(value))
    }),
  )
})

test('RECORD-1 members are sorted by their code units, with no spaces, and undefined ones are left out', () => {
  expect(canonicalJson({ b: 1, '\u{1F600}': 2, a: [true, null, 'é'], '\uFB33': 3, none: undefined })).toBe(
    '{"a":[true,null,"é"],"b":1,"\u{1F600}":2,"\uFB33":3}',
  )
  expect(canonicalJson(-0)).toBe('0')
})

const unfit: readonly (readonly [string, unknown])[] = [
  ['a fraction', 0.5],
  ['a number beyond the safe ones', 2 ** 53],
  ['not a number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a big integer', 1n],
  ['a function', () => 1],
  ['nothing', undefined],
  ['nothing in a list', [undefined]],
  ['a hole in a list', Object.assign([1], { length: 2 })],
  ['a date', new Date(0)],
  ['a map', new Map([['a', 1]])],
  ['a set', new Set([1])],
  ['bytes', new Uint8Array(2)],
]

test.each(unfit)('RECORD-2 a record cannot hold %s', (_, value) => {
  expect(() => canonicalJson(value)).toThrow('A record cannot hold')
  expect(() => canonicalJson({ deep: [value ?? [value]] })).toThrow('A record cannot hold')
})

test('RECORD-3 the hash of a text is that of its bytes, as the runtime’s own hashing gives it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const expected = createHash('sha256').update(text, 'utf8').digest('hex')
      expect(sha256Hex(text)).toBe(expected)
      expect(sha256Hex(new TextEncoder().encode(text))).toBe(expected)
    }),
  )
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(canonicalHash({ b: 1, a: 2 })).toBe(sha256Hex('{"a":2,"b":1}'))
})

test('RECORD-4 a text is spoken of by the hash of its salt and itself, and is kept beside', () => {
  const salts = ['one', 'two'].values()
  const keeper = textKeeper(() => salts.next().value ?? '')
  const [first, second] = [keeper.keep('The same.'), keeper.keep('The same.')]
  expect(first.text).toBe(sha256Hex('one\nThe same.'))
  expect(keeper.texts()).toEqual({
    [first.text]: { salt: 'one', text: 'The same.' },
    [second.text]: { salt: 'two', text: 'The same.' },
  })
  expect(Object.entries(keeper.texts()).every(([ref, kept]) => textHash(kept) === ref)).toBe(true)
})

test('RECORD-4 two equal texts are not spoken of alike, so that nobody learns that they are equal', () => {
  let salt = 0
  const keeper = textKeeper(() => `${(salt += 1)}`)
  expect(new Set(['', '', 'a', 'a'].map((text) => keeper.keep(text).text)).size).toBe(4)
})

test('RECORD-5 each event holds the hash of the one before; the first holds zeros', () => {
  const events = playTo(startPlay(), 'locked').events()
  const expected = [noHash, ...events.map(eventHash)].slice(0, -1)
  expect(events.map(({ previous }) => previous)).toEqual(expected)
  expect(events.map(({ version }) => version)).toEqual(events.map((_, at) => at + 1))
})

test('RECORD-5 the hash of an event covers everything in it', () => {
  const event = playTo(startPlay(), 'locked').events().at(-1)
  if (event?.kind !== 'review.locked') throw new Error('The last event is the lock.')
  const altered = [
    { ...event, at: event.at + 1 },
    { ...event, by: 'staff' },
    { ...event, version: event.version + 1 },
    { ...event, previous: noHash },
    { ...event, command: '12345678' },
    { ...event, data: { ...event.data, recordHash: noHash } },
  ]
  expect(new Set([event, ...altered].map(eventHash)).size).toBe(altered.length + 1)
})

test('RECORD-6 no event holds a text: what people wrote stands only by its reference', () => {
  const play = startPlay()
  const said = ['r1', 'r2', 'r3', 'r4', 'r5'].map((person) => `written-by-${person}`)
  for (const [at, text] of said.entries()) {
    const form = play.form(`r${at + 1}`)
    play.type(`r${at + 1}`, {
      ...form,
      comments: { P3: text },
      strengths: { ...form.strengths, '(E)(1)': { text, noneFound: false } },
    })
  }
  playTo(play, 'signed')
  play.must('r5', { kind: 'conflict.answer', answer: 'recused', reason: 'written-by-r5' })
  const journal = JSON.stringify(play.events())
  expect(said.filter((text) => journal.includes(text))).toEqual([])
})
