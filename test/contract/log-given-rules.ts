import { describe, expect, test } from 'vitest'
import type { Given, Log } from '../../server/log/log.ts'
import { entry, seal, texts, write } from './log-under-test.ts'
import type { LogUnderTest } from './log-under-test.ts'

function writeGiven(log: Log, stream: string, expected: number, id: string, given: readonly Given[]) {
  return log.append(stream, expected, [entry(id)], { id, given })
}

export function givenRules(use: () => LogUnderTest): void {
  describe('append given other streams', () => {
    test('LOG-24 an append lands while the streams it is given end where its writer saw them end', async () => {
      const { log } = use()
      await write(log, 'journal/c', 0, ['a', 'b'])
      const given = [
        { stream: 'journal/c', version: 2 },
        { stream: 'doc/c/never-written', version: 0 },
      ]
      expect(await writeGiven(log, 'doc/c/one', 0, 'x', given)).toEqual({ kind: 'appended', version: 1 })
    })

    test('LOG-24 once one of them has moved, the append names it and its end, and writes nothing', async () => {
      const { log } = use()
      await write(log, 'journal/c', 0, ['a', 'b', 'c'])
      await write(log, 'doc/c/two', 0, ['a'])
      for (const version of [0, 2, 4]) {
        const given = [
          { stream: 'doc/c/two', version: 1 },
          { stream: 'journal/c', version },
        ]
        const outcome = await writeGiven(log, 'doc/c/one', 0, `x${version}`, given)
        expect(outcome).toEqual({ kind: 'moved', stream: 'journal/c', at: 3 })
      }
      expect(await texts(log, 'doc/c/one')).toEqual([])
    })

    test('LOG-24 the stream itself is asked first: a retry, a seal and a conflict are answered as ever', async () => {
      const { log } = use()
      const given = [{ stream: 'journal/c', version: 0 }]
      const first = await writeGiven(log, 'doc/c/one', 0, 'x', given)
      await write(log, 'journal/c', 0, ['a'])
      expect(await writeGiven(log, 'doc/c/one', 0, 'x', given)).toEqual(first)
      expect(await writeGiven(log, 'doc/c/one', 0, 'y', given)).toEqual({ kind: 'conflict', at: 1 })
      await log.append('doc/c/one', 1, [seal('end')], { id: 'end' })
      expect(await writeGiven(log, 'doc/c/one', 2, 'z', given)).toEqual({ kind: 'sealed', at: 2 })
    })

    test('LOG-24 of two writers that each are given the stream of the other, one wins', async () => {
      const { log } = use()
      for (let round = 0; round < 30; round += 1) {
        const [left, right] = [`doc/c/left-${round}`, `doc/c/right-${round}`]
        const outcomes = await Promise.all([
          writeGiven(log, left, 0, 'left', [{ stream: right, version: 0 }]),
          writeGiven(log, right, 0, 'right', [{ stream: left, version: 0 }]),
        ])
        expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['appended', 'moved'])
      }
    })

    test('LOG-24 a checkpoint does not move a stream', async () => {
      const { log } = use()
      await write(log, 'doc/c/two', 0, ['a', 'b'])
      await log.checkpoint('doc/c/two', 2, new Uint8Array([1]))
      const given = [{ stream: 'doc/c/two', version: 2 }]
      expect(await writeGiven(log, 'doc/c/one', 0, 'x', given)).toEqual({ kind: 'appended', version: 1 })
    })

    test('LOG-24 a stream of another competition, or the stream itself, cannot be given', async () => {
      const { log } = use()
      for (const stream of ['journal/d', 'access', 'doc/c/one']) {
        const outcome = writeGiven(log, 'doc/c/one', 0, 'x', [{ stream, version: 0 }])
        await expect(outcome).rejects.toThrow(RangeError)
      }
      expect(await log.head('doc/c/one')).toBe(0)
    })
  })
}
