import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AppendOutcome, Log } from '../../server/log/log.ts'
import { decode, seal, show, texts, write, writeAnyhow } from './log-under-test.ts'
import type { LogUnderTest } from './log-under-test.ts'

/** What a follower was given, as a reader of it would keep it: a checkpoint replaces what came before. */
function follower(log: Log, stream: string, from: number) {
  const seen: string[] = []
  const { ready, stop } = log.follow(stream, from, (entries, checkpoint) => {
    if (checkpoint !== null) seen.push(`checkpoint ${checkpoint.version} ${decode(checkpoint.bytes)}`)
    seen.push(...entries.map(show))
  })
  return { seen, ready, stop }
}

export function followRules(use: () => LogUnderTest): void {
  describe('follow', () => {
    test('LOG-7 a follower is given what is there, then what comes', async () => {
      const { log } = use()
      await write(log, 'room/1', 0, ['a', 'b', 'c'])
      const whole = follower(log, 'room/1', 0)
      const tail = follower(log, 'room/1', 2)
      expect(await whole.ready).toBe(3)
      expect(await tail.ready).toBe(3)
      expect(tail.seen).toEqual(['3 c'])
      await write(log, 'room/1', 3, ['d', 'e'])
      expect(whole.seen).toEqual(['1 a', '2 b', '3 c', '4 d', '5 e'])
      expect(tail.seen).toEqual(['3 c', '4 d', '5 e'])
    })

    test('LOG-7 a stream nobody wrote to is followed from its first entry on', async () => {
      const { log } = use()
      const { ready, seen } = follower(log, 'room/1', 0)
      expect(await ready).toBe(0)
      await write(log, 'room/2', 0, ['elsewhere'])
      await log.append('room/1', 0, [seal('a')], { id: 'one' })
      expect(seen).toEqual(['1 a (seal)'])
    })

    test('LOG-7 no gap and no duplicate, wherever and whenever somebody begins to follow', async () => {
      const { log } = use()
      const step = fc.oneof(
        fc.record({ kind: fc.constant('write'), count: fc.integer({ min: 1, max: 40 }) }),
        fc.record({ kind: fc.constant('follow'), back: fc.nat(60) }),
        fc.record({ kind: fc.constant('wait') }),
      )
      await fc.assert(
        fc.asyncProperty(fc.uuid(), fc.array(step, { maxLength: 40 }), async (stream, steps) => {
          const followers: (ReturnType<typeof follower> & { from: number })[] = []
          let known = 0
          let last: Promise<number> = Promise.resolve(0)
          for (const [index, one] of steps.entries()) {
            if (one.kind === 'write') {
              const some = Array.from({ length: one.count }, (_, part) => `${index}.${part}`)
              // Not awaited, so that followers begin while appends are under way.
              last = last.then(() => writeAnyhow(log, stream, some, `${index}`))
            } else if (one.kind === 'follow') {
              const from = Math.max(0, known - one.back)
              followers.push({ ...follower(log, stream, from), from })
            } else known = await last
          }
          await last
          await Promise.all(followers.map(({ ready }) => ready))
          for (const { seen, from, stop } of followers) {
            expect(seen).toEqual(await texts(log, stream, from))
            stop()
          }
        }),
        { numRuns: 40 },
      )
    })

    test('LOG-7 no gap and no duplicate for a follower that begins far behind while others write', async () => {
      const { log } = use()
      for (let version = 0; version < 1500; version += 100) {
        await write(
          log,
          'room/1',
          version,
          Array.from({ length: 100 }, (_, part) => `old ${version + part}`),
        )
      }
      const writing = Array.from({ length: 60 }, (_, turn) =>
        writeAnyhow(log, 'room/1', [`new ${turn}`], `n${turn}`),
      )
      const { ready, seen } = follower(log, 'room/1', 0)
      await Promise.all([...writing, ready])
      expect(seen).toEqual(await texts(log, 'room/1'))
    })

    test('LOG-8 a writer is answered after those who follow were given its entries', async () => {
      const { log } = use()
      const one = follower(log, 'room/1', 0)
      const two = follower(log, 'room/1', 0)
      await Promise.all([one.ready, two.ready])
      const outcomes = Array.from({ length: 20 }, async (_, turn) => {
        const version = await writeAnyhow(log, 'room/1', [`${turn}`], `${turn}`)
        expect(one.seen[version - 1]).toBe(`${version} ${turn}`)
        expect(two.seen[version - 1]).toBe(`${version} ${turn}`)
      })
      await Promise.all(outcomes)
    })

    test('LOG-8 a follower that writes while it is given entries does not change their order for others', async () => {
      const { log } = use()
      const echoes: Promise<AppendOutcome>[] = []
      const echo = log.follow('room/1', 0, (entries) => {
        for (const { version, bytes } of entries) {
          if (version < 6) echoes.push(write(log, 'room/1', version, [`${decode(bytes)}!`]))
        }
      })
      const other = follower(log, 'room/1', 0)
      await Promise.all([echo.ready, other.ready])
      await write(log, 'room/1', 0, ['a'])
      for (let index = 0; index < 5; index += 1) await echoes[index]
      expect(other.seen).toEqual(['1 a', '2 a!', '3 a!!', '4 a!!!', '5 a!!!!', '6 a!!!!!'])
    })

    test('LOG-7 a repeated append is not given twice', async () => {
      const { log } = use()
      const { ready, seen } = follower(log, 'room/1', 0)
      await ready
      await write(log, 'room/1', 0, ['a'], 'one')
      await write(log, 'room/1', 0, ['a'], 'one')
      await write(log, 'room/1', 1, ['b'], 'two')
      expect(seen).toEqual(['1 a', '2 b'])
    })

    test('LOG-7 nothing is given after stop, also when stopped before it was ready or from within', async () => {
      const { log } = use()
      await write(log, 'room/1', 0, ['a', 'b'])
      const early = follower(log, 'room/1', 0)
      early.stop()
      expect(await early.ready).toBe(0)
      const given: number[] = []
      const following = log.follow('room/1', 1, (entries) => {
        given.push(...entries.map(({ version }) => version))
        following.stop()
      })
      await following.ready
      await write(log, 'room/1', 2, ['c'])
      expect(early.seen).toEqual([])
      expect(given).toEqual([2])
    })
  })
}
