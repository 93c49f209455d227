import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOG_LIMITS } from '../../server/log/log.ts'
import { decode, entry, readAll, seal, show, texts, write, writeAnyhow } from './log-under-test.ts'
import type { LogUnderTest } from './log-under-test.ts'

export function appendRules(use: () => LogUnderTest): void {
  describe('append and read', () => {
    test('LOG-1 an append lands on the head its writer expected', async () => {
      const { log } = use()
      expect(await write(log, 'form/1', 0, ['a'])).toEqual({ kind: 'appended', version: 1 })
      expect(await write(log, 'form/1', 1, ['b'])).toEqual({ kind: 'appended', version: 2 })
      expect(await texts(log, 'form/1')).toEqual(['1 a', '2 b'])
    })

    test('LOG-1 an append on another head is a conflict that names the head and writes nothing', async () => {
      const { log } = use()
      await write(log, 'form/1', 0, ['a', 'b'])
      expect(await write(log, 'form/1', 1, ['late'], 'late')).toEqual({ kind: 'conflict', at: 2 })
      expect(await write(log, 'form/1', 3, ['early'], 'early')).toEqual({ kind: 'conflict', at: 2 })
      expect(await write(log, 'form/2', 1, ['other'], 'other')).toEqual({ kind: 'conflict', at: 0 })
      expect(await texts(log, 'form/1')).toEqual(['1 a', '2 b'])
      expect(await log.head('form/2')).toBe(0)
    })

    test('LOG-1 of two appends on the same head, one wins', async () => {
      const { log } = use()
      const outcomes = await Promise.all([
        write(log, 'form/1', 0, ['mine'], 'mine'),
        write(log, 'form/1', 0, ['theirs'], 'theirs'),
      ])
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['appended', 'conflict'])
      expect(await log.head('form/1')).toBe(1)
    })

    test('LOG-2 all entries of an append take the next versions, or none is written', async () => {
      const { log } = use()
      expect(await write(log, 'form/1', 0, ['a', 'b', 'c'])).toEqual({ kind: 'appended', version: 3 })
      expect(await write(log, 'form/1', 2, ['d', 'e'], 'late')).toEqual({ kind: 'conflict', at: 3 })
      expect(await texts(log, 'form/1')).toEqual(['1 a', '2 b', '3 c'])
    })

    test('LOG-3 many writers at once: every append stands whole, once, in the order of its writer', async () => {
      const { log } = use()
      const writers = Array.from({ length: 12 }, (_, writer) => writer)
      await Promise.all(
        writers.map(async (writer) => {
          for (let turn = 0; turn < 20; turn += 1) {
            const some = Array.from(
              { length: 1 + ((writer + turn) % 3) },
              (_, part) => `${writer}.${turn}.${part}`,
            )
            await writeAnyhow(log, 'room/1', some, `${writer}.${turn}`)
          }
        }),
      )
      const { entries } = await readAll(log, 'room/1')
      expect(entries.map(({ version }) => version)).toEqual(entries.map((_, index) => index + 1))
      for (const writer of writers) {
        const own = entries.filter(({ id }) => id.startsWith(`${writer}.`)).map(({ bytes }) => decode(bytes))
        const sent = Array.from({ length: 20 }, (_, turn) =>
          Array.from({ length: 1 + ((writer + turn) % 3) }, (_, part) => `${writer}.${turn}.${part}`),
        )
        expect(own).toEqual(sent.flat())
      }
      const runs = entries.filter(({ id }, index) => id !== entries[index - 1]?.id)
      expect(runs, 'an append was split by another').toHaveLength(12 * 20)
    })

    test('LOG-4 the same append again gives the first answer, whatever came after it', async () => {
      const { log } = use()
      const first = await write(log, 'form/1', 0, ['a', 'b'], 'one')
      await write(log, 'form/1', 2, ['c'], 'two')
      expect(await write(log, 'form/1', 0, ['a', 'b'], 'one')).toEqual(first)
      await log.append('form/1', 3, [seal('end')], { id: 'three' })
      expect(await write(log, 'form/1', 0, ['a', 'b'], 'one')).toEqual(first)
      expect(await write(log, 'form/1', 2, ['c'], 'two')).toEqual({ kind: 'appended', version: 3 })
      expect(await log.append('form/1', 3, [seal('end')], { id: 'three' })).toEqual({
        kind: 'appended',
        version: 4,
      })
      expect(await texts(log, 'form/1')).toEqual(['1 a', '2 b', '3 c', '4 end (seal)'])
    })

    test('LOG-4 the same append twice at once is written once', async () => {
      const { log } = use()
      const twice = [write(log, 'form/1', 0, ['a'], 'one'), write(log, 'form/1', 0, ['a'], 'one')]
      expect(await Promise.all(twice)).toEqual([
        { kind: 'appended', version: 1 },
        { kind: 'appended', version: 1 },
      ])
      expect(await texts(log, 'form/1')).toEqual(['1 a'])
    })

    test('LOG-4 an id counts only together with its stream and expected version', async () => {
      const { log } = use()
      await write(log, 'form/1', 0, ['a', 'b'], 'one')
      expect(await write(log, 'form/1', 1, ['c'], 'one')).toEqual({ kind: 'conflict', at: 2 })
      expect(await write(log, 'form/1', 2, ['c'], 'one')).toEqual({ kind: 'appended', version: 3 })
      expect(await write(log, 'form/1', 0, ['a', 'b'], 'one')).toEqual({ kind: 'appended', version: 2 })
      expect(await write(log, 'form/2', 0, ['d'], 'one')).toEqual({ kind: 'appended', version: 1 })
    })

    test('LOG-4 and LOG-11 an append is recognized after the log was closed and opened again', async () => {
      const under = use()
      await write(under.log, 'form/1', 0, ['a'], 'one')
      const log = await under.reopen()
      expect(await write(log, 'form/1', 0, ['a'], 'one')).toEqual({ kind: 'appended', version: 1 })
      expect(await write(log, 'form/1', 0, ['b'], 'two')).toEqual({ kind: 'conflict', at: 1 })
    })

    test('LOG-5 after its seal a stream accepts nothing, also after opening again', async () => {
      const under = use()
      await write(under.log, 'form/1', 0, ['a'])
      const end = await under.log.append('form/1', 1, [entry('b'), seal('end')], { id: 'end' })
      expect(end).toEqual({ kind: 'appended', version: 3 })
      const log = await under.reopen()
      for (const expected of [0, 1, 3, 9]) {
        expect(await write(log, 'form/1', expected, ['late'], 'late')).toEqual({ kind: 'sealed', at: 3 })
      }
      expect(await log.append('form/1', 3, [seal('again')], { id: 'again' })).toEqual({
        kind: 'sealed',
        at: 3,
      })
      expect(await texts(log, 'form/1')).toEqual(['1 a', '2 b', '3 end (seal)'])
    })

    test('LOG-5 a seal among many writers decides by order alone', async () => {
      const { log } = use()
      async function typeUntilSealed(writer: number): Promise<number> {
        let expected = 0
        for (let turn = 0; ; ) {
          const outcome = await write(log, 'form/1', expected, ['x'], `${writer}.${turn}`)
          if (outcome.kind === 'sealed') return outcome.at
          if (outcome.kind === 'unknown') throw new Error(outcome.sentence)
          if (outcome.kind === 'appended') turn += 1
          // People pause between keys; without a pause three writers would keep the seal from ever being first.
          await new Promise((resolve) => setImmediate(resolve))
          expected = outcome.kind === 'appended' ? outcome.version : outcome.at
        }
      }
      async function sealAnyhow(): Promise<number> {
        for (let expected = 30; ; ) {
          const outcome = await log.append('form/1', expected, [seal('end')], { id: 'seal' })
          if (outcome.kind === 'appended') return outcome.version
          if (outcome.kind !== 'conflict') throw new Error(outcome.kind)
          expected = outcome.at
        }
      }
      const answers = await Promise.all([
        typeUntilSealed(1),
        typeUntilSealed(2),
        typeUntilSealed(3),
        sealAnyhow(),
      ])
      const head = await log.head('form/1')
      expect(answers).toEqual([head, head, head, head])
      const { entries } = await readAll(log, 'form/1')
      expect(entries.filter((one) => one.seal).map(({ version }) => version)).toEqual([head])
    })

    test('LOG-6 read gives up to a limit what stands after a version, bytes as they were written', async () => {
      const { log } = use()
      await fc.assert(
        fc.asyncProperty(
          fc.uuid(),
          fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 12 }),
          fc.nat(12),
          fc.integer({ min: 1, max: 13 }),
          async (stream, written, start, limit) => {
            const from = Math.min(start, written.length)
            await log.append(
              stream,
              0,
              written.map((bytes) => ({ bytes })),
              { id: 'one' },
            )
            const { entries, checkpoint } = await log.read(stream, from, limit)
            expect(checkpoint).toBeNull()
            expect(entries.map(({ version }) => version)).toEqual(
              written.map((_, index) => index + 1).slice(from, from + limit),
            )
            expect(entries.map(({ bytes }) => [...bytes])).toEqual(
              written.slice(from, from + limit).map((bytes) => [...bytes]),
            )
          },
        ),
        { numRuns: 40 },
      )
    })

    test('LOG-25 fewer entries than asked for are the last ones, however large they are', async () => {
      const { log } = use()
      const bytes = new Uint8Array(1_100_000).fill(7)
      for (let version = 0; version < 7; version += 1) {
        await log.append('doc/c/form', version, [{ bytes }], { id: `${version}` })
      }
      async function versions(from: number, limit: number): Promise<number[]> {
        const { entries } = await log.read('doc/c/form', from, limit)
        expect(entries.every((one) => Buffer.compare(one.bytes, bytes) === 0)).toBe(true)
        return entries.map(({ version }) => version)
      }
      expect(await versions(0, 100)).toEqual([1, 2, 3, 4, 5, 6, 7])
      expect(await versions(1, 5)).toEqual([2, 3, 4, 5, 6])
      await log.checkpoint('doc/c/form', 2, new Uint8Array(3_000_000))
      expect(await versions(0, 4)).toEqual([3, 4, 5, 6])
      expect(await versions(0, 100)).toEqual([3, 4, 5, 6, 7])
    })

    test('LOG-6 what the writer does to its buffer afterwards changes nothing', async () => {
      const { log } = use()
      const given: string[] = []
      await log.follow('form/1', 0, (entries) => given.push(...entries.map(show))).ready
      const buffer = Buffer.from('before, and a tail that is not part of it')
      const appended = log.append('form/1', 0, [{ bytes: buffer.subarray(0, 6) }], { id: 'one' })
      buffer.fill('x')
      await appended
      expect(await texts(log, 'form/1')).toEqual(['1 before'])
      expect(given).toEqual(['1 before'])
    })

    test('LOG-12 streams are apart from each other and listed by prefix, sorted', async () => {
      const { log } = use()
      for (const stream of ['form/b', 'notes/a', 'form/a', 'form', 'journal/x', 'form~']) {
        await write(log, stream, 0, [stream])
      }
      await write(log, 'form/never', 1, ['a conflict'])
      expect(await log.streams('form/')).toEqual(['form/a', 'form/b'])
      expect(await log.streams('form')).toEqual(['form', 'form/a', 'form/b', 'form~'])
      expect(await log.streams('')).toEqual(['form', 'form/a', 'form/b', 'form~', 'journal/x', 'notes/a'])
      expect(await log.streams('x')).toEqual([])
      expect(await texts(log, 'form/b')).toEqual(['1 form/b'])
    })

    test('LOG-13 what cannot be an append is refused before anything is written', async () => {
      const { log } = use()
      const tooLarge = { bytes: new Uint8Array(LOG_LIMITS.entryBytes + 1) }
      const mistakes = [
        log.append('', 0, [entry('a')], { id: 'one' }),
        log.append('form 1', 0, [entry('a')], { id: 'one' }),
        log.append('x'.repeat(201), 0, [entry('a')], { id: 'one' }),
        log.append('form/1', -1, [entry('a')], { id: 'one' }),
        log.append('form/1', 0.5, [entry('a')], { id: 'one' }),
        log.append('form/1', 0, [entry('a')], { id: '' }),
        log.append('form/1', 0, [entry('a')], { id: 'x'.repeat(65) }),
        log.append('form/1', 0, [], { id: 'one' }),
        log.append('form/1', 0, [seal('end'), entry('a')], { id: 'one' }),
        log.append('form/1', 0, [entry('a'), tooLarge], { id: 'one' }),
        log.read('form/1', -1, 10),
        log.read('form/1', 0, 0),
      ]
      for (const mistake of mistakes) await expect(mistake).rejects.toThrow(RangeError)
      expect(await log.streams('')).toEqual([])
    })

    test('LOG-13 an entry of 4 MiB and an id of 64 characters are accepted', async () => {
      const { log } = use()
      const large = new Uint8Array(LOG_LIMITS.entryBytes).fill(7)
      const outcome = await log.append('form/1', 0, [{ bytes: large }], { id: 'x'.repeat(64) })
      expect(outcome).toEqual({ kind: 'appended', version: 1 })
      const { entries } = await readAll(log, 'form/1')
      expect(Buffer.compare(entries[0]?.bytes ?? new Uint8Array(), large)).toBe(0)
    })

    test('LOG-14 a missing entry is corruption, in the middle and at the end', async () => {
      for (const lost of [1, 2, 4]) {
        const stream = `form/${lost}`
        await write(use().log, stream, 0, ['a', 'b', 'c', 'd'])
        await use().lose(stream, lost)
        await expect(readAll(use().log, stream)).rejects.toThrow(`version ${lost} is missing`)
        await expect(use().log.follow(stream, 0, () => {}).ready).rejects.toThrow(
          `version ${lost} is missing`,
        )
      }
    })

    test('LOG-14 a log that ends before a version somebody has seen is corruption', async () => {
      const { log } = use()
      await write(log, 'form/1', 0, ['a', 'b'])
      await expect(log.read('form/1', 3, 10)).rejects.toThrow('ends at version 2')
      await expect(log.read('form/2', 1, 10)).rejects.toThrow('ends at version 0')
      await expect(log.follow('form/1', 3, () => {}).ready).rejects.toThrow('ends at version 2')
    })

    test('LOG-15 a closed log finishes what was asked before and takes nothing more', async () => {
      const { log } = use()
      const before = write(log, 'form/1', 0, ['a'])
      const closed = log.close()
      expect(await before).toEqual({ kind: 'appended', version: 1 })
      expect(await write(log, 'form/1', 1, ['b'])).toEqual({
        kind: 'unknown',
        sentence: 'The log is closed.',
      })
      await closed
      expect(await write(log, 'form/1', 1, ['b'])).toEqual({
        kind: 'unknown',
        sentence: 'The log is closed.',
      })
      await expect(log.read('form/1', 0, 10)).rejects.toThrow('The log is closed.')
      expect(await texts(await use().reopen(), 'form/1')).toEqual(['1 a'])
    })
  })
}
