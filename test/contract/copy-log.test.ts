import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyLog, firstDifference } from '../../server/log/copy-log.ts'
import { LogCorrupt } from '../../server/log/log-errors.ts'
import type { Log, LogRead } from '../../server/log/log.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { openHere, temporaryFolder } from './log-folder.ts'
import { encode, entry, readAll, seal, texts, write } from './log-under-test.ts'

/** What is done to one stream: appends, and checkpoints after so many tenths of what it holds by then. */
type Step = { readonly append: readonly Uint8Array[] } | { readonly checkpointAfter: number }
interface Told {
  readonly name: string
  readonly steps: readonly Step[]
  readonly sealed: boolean
}

const names = ['competitions', 'doc/r-1/room', 'doc/r-1/seat-1', 'doc/r-2/room', 'sessions']
const told: fc.Arbitrary<readonly Told[]> = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom(...names),
    sealed: fc.boolean(),
    steps: fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({
            append: fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 50 }),
          }),
        },
        { weight: 1, arbitrary: fc.record({ checkpointAfter: fc.integer({ min: 1, max: 10 }) }) },
      ),
      { maxLength: 8 },
    ),
  }),
  { selector: ({ name }) => name },
)

async function perform(log: Log, { name, steps, sealed }: Told): Promise<void> {
  let at = 0
  for (const [index, step] of steps.entries()) {
    if ('append' in step) {
      const last = sealed && index === steps.length - 1
      const entries = step.append.map((bytes, part) => ({
        bytes,
        seal: last && part === step.append.length - 1,
      }))
      // The same id for two neighbors tells nothing to a reader, and has to survive as well.
      await log.append(name, at, entries, { id: `id-${index >> 1}` })
      at += entries.length
    } else if (at > 0) {
      const version = Math.ceil((at * step.checkpointAfter) / 10)
      await log.checkpoint(name, version, encode(`all of ${name} up to ${version}`))
    }
  }
}

/** All that a reader can see of a log. */
async function everything(log: Log): Promise<readonly (readonly [string, number, LogRead])[]> {
  const all: [string, number, LogRead][] = []
  for (const name of await log.streams('')) all.push([name, await log.head(name), await readAll(log, name)])
  return all.map(([name, head, { checkpoint, entries }]) => [
    name,
    head,
    {
      checkpoint: checkpoint && { ...checkpoint, bytes: new Uint8Array(checkpoint.bytes) },
      entries: entries.map((one) => ({ ...one, bytes: new Uint8Array(one.bytes) })),
    },
  ])
}

test('COPY-1 a log copied into SQLite and back is the same log: streams, versions, ids, seals, bytes, checkpoints', async () => {
  await fc.assert(
    fc.asyncProperty(told, async (streams) => {
      const first = openMemoryLog()
      for (const stream of streams) await perform(first, stream)
      const middle = await openHere(temporaryFolder())
      const last = openMemoryLog()
      const there = await copyLog(first, middle)
      const back = await copyLog(middle, last)
      await middle.close()
      expect(there).toEqual(back)
      expect(await everything(last)).toEqual(await everything(first))
      const counted = await everything(first)
      expect(there).toMatchObject({
        streams: counted.length,
        entries: counted.reduce((sum, [, , { entries }]) => sum + entries.length, 0),
        checkpoints: counted.filter(([, , { checkpoint }]) => checkpoint !== null).length,
      })
      for (const { name, sealed } of streams) {
        const head = await last.head(name)
        const more = (log: Log) => write(log, name, head, ['more'], 'more')
        expect([sealed, await more(last)]).toEqual([sealed, await more(first)])
      }
    }),
    { numRuns: 40 },
  )
})

test('COPY-2 what an append wrote together is together in the copy, so that a retry still gets the first answer', async () => {
  const from = openMemoryLog()
  const many = Array.from({ length: 70 }, (_, index) => `part ${index}`)
  await write(from, 'doc/r/room', 0, ['alone'], 'a')
  await write(from, 'doc/r/room', 1, many, 'b')
  await write(from, 'doc/r/room', 71, ['after'], 'c')
  const to = await openHere(temporaryFolder())
  await copyLog(from, to)
  expect(await write(to, 'doc/r/room', 1, many, 'b')).toEqual({ kind: 'appended', version: 71 })
  expect(await write(to, 'doc/r/room', 0, ['alone'], 'a')).toEqual({ kind: 'appended', version: 1 })
  expect(await write(to, 'doc/r/room', 0, ['other'], 'x')).toEqual({ kind: 'conflict', at: 72 })
  expect(await texts(to, 'doc/r/room')).toEqual(await texts(from, 'doc/r/room'))
})

test('COPY-2 a stream that a checkpoint trimmed after thousands of entries, up to its seal, is copied', async () => {
  const from = openMemoryLog()
  const many = Array.from({ length: 2500 }, () => entry('x'))
  await from.append('doc/r/room', 0, [...many, seal('the end')], { id: 'a' })
  await from.checkpoint('doc/r/room', 2501, encode('all of it'))
  const to = await openHere(temporaryFolder())
  expect(await copyLog(from, to)).toEqual({ streams: 1, entries: 0, checkpoints: 1, bytes: 9 })
  expect(await everything(to)).toEqual(await everything(from))
  expect(await write(to, 'doc/r/room', 2501, ['more'])).toEqual({ kind: 'sealed', at: 2501 })
})

test('COPY-3 a target that holds anything is refused, and nothing is written to it', async () => {
  const [from, to] = [openMemoryLog(), openMemoryLog()]
  await write(from, 'doc/r/room', 0, ['a'])
  await write(to, 'sessions', 0, ['b'])
  expect(await copyLog(from, to)).toEqual({
    fault:
      'The target is not empty: it holds the stream sessions. Nothing was written. Copy into an empty one.',
  })
  expect(await to.streams('')).toEqual(['sessions'])
})

const meanwhile: readonly (readonly [what: string, move: (from: Log) => Promise<unknown>])[] = [
  ['an entry was added to a stream', (from) => write(from, 'doc/r/room', 3, ['late'])],
  ['a stream was begun', (from) => write(from, 'doc/r/a', 0, ['late'])],
  ['a stream was trimmed', (from) => from.checkpoint('doc/r/room', 2, encode('ab'))],
]
test.each(meanwhile)('COPY-4 a copy is refused where meanwhile %s', async (_what, move) => {
  const [from, to] = [openMemoryLog(), openMemoryLog()]
  await write(from, 'doc/r/room', 0, ['a', 'b', 'c'])
  await write(from, 'sessions', 0, ['d'])
  const moving: Log = {
    ...to,
    async append(stream, expected, entries, options) {
      if (stream === 'sessions') await move(from)
      return to.append(stream, expected, entries, options)
    },
  }
  const copied = await copyLog(from, moving)
  expect(copied).toHaveProperty('fault')
  expect(JSON.stringify(copied)).toMatch(/was written to while it was copied|is not equal/)
})

const alterations: readonly (readonly [what: string, alter: (to: Log) => Log])[] = [
  [
    'a byte',
    (to) => ({
      ...to,
      append: (stream, expected, entries, options) =>
        to.append(
          stream,
          expected,
          entries.map((one) => ({ ...one, bytes: encode('x') })),
          options,
        ),
    }),
  ],
  [
    'an id',
    (to) => ({
      ...to,
      append: (stream, expected, entries) => to.append(stream, expected, entries, { id: 'x' }),
    }),
  ],
  [
    'a seal',
    (to) => ({
      ...to,
      append: (stream, expected, entries, options) =>
        to.append(
          stream,
          expected,
          entries.map(({ bytes }) => ({ bytes })),
          options,
        ),
    }),
  ],
  [
    'a checkpoint',
    (to) => ({ ...to, checkpoint: (stream, version) => to.checkpoint(stream, version, encode('x')) }),
  ],
  [
    'a stream more',
    (to) => ({
      ...to,
      streams: async (prefix) => ((await to.head('a')) === 0 ? [] : [...(await to.streams(prefix)), 'z']),
    }),
  ],
]
test.each(alterations)(
  'COPY-5 both are read again, and %s that is not the same is told',
  async (_what, alter) => {
    const [from, to] = [openMemoryLog(), openMemoryLog()]
    await write(from, 'a', 0, ['one', 'two'])
    await from.checkpoint('a', 1, encode('one'))
    await from.append('b', 0, [entry('three'), seal('four')], { id: 'b' })
    const copied = await copyLog(from, alter(to))
    expect(copied).toHaveProperty('fault')
    expect(JSON.stringify(copied)).toMatch(/^\{"fault":"The copy is not equal: .* stream [abz]\b/)
  },
)

test('COPY-5 two logs are equal only in the same order and length', async () => {
  const [one, other] = [openMemoryLog(), openMemoryLog()]
  await write(
    one,
    'a',
    0,
    Array.from({ length: 64 }, () => 'x'),
    'a',
  )
  await write(
    other,
    'a',
    0,
    Array.from({ length: 64 }, () => 'x'),
    'a',
  )
  expect(await firstDifference(one, other)).toBeNull()
  await write(other, 'a', 64, ['x'], 'a')
  expect(await firstDifference(one, other)).toBe('the stream a is not the same in both.')
  expect(await firstDifference(other, one)).toBe('the stream a is not the same in both.')
})

test('COPY-6 a source that is not whole is not copied as if it were', async () => {
  const store = new Map()
  const from = openMemoryLog(store)
  await write(from, 'doc/r/room', 0, ['a', 'b', 'c'])
  store.get('doc/r/room').entries.delete(2)
  await expect(copyLog(from, openMemoryLog())).rejects.toThrow(LogCorrupt)
})
