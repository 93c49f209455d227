import { describe, expect, test } from 'vitest'
import { LOG_LIMITS } from '../../server/log/log.ts'
import type { Log } from '../../server/log/log.ts'
import { decode, encode, readAll, seal, show, texts, write } from './log-under-test.ts'
import type { LogUnderTest } from './log-under-test.ts'

async function story(log: Log, stream: string, from: number): Promise<string[]> {
  const { checkpoint, entries } = await readAll(log, stream, from)
  if (checkpoint === null) return entries.map(show)
  const sealed = checkpoint.seal ? ' (seal)' : ''
  return [`≤${checkpoint.version} ${decode(checkpoint.bytes)}${sealed}`, ...entries.map(show)]
}

export function trimRules(use: () => LogUnderTest): void {
  describe('checkpoint', () => {
    test('LOG-9 a checkpoint stands for the entries it removes, for those who read from below it', async () => {
      const under = use()
      await write(under.log, 'form/1', 0, ['a', 'b', 'c', 'd'])
      await under.log.checkpoint('form/1', 3, encode('abc'))
      async function readers(log: Log): Promise<string[][]> {
        return Promise.all([0, 2, 3, 4].map((from) => story(log, 'form/1', from)))
      }
      const expected = [['≤3 abc', '4 d'], ['≤3 abc', '4 d'], ['4 d'], []]
      expect(await readers(under.log)).toEqual(expected)
      expect(await readers(await under.reopen())).toEqual(expected)
    })

    test('LOG-9 versions go on after a checkpoint of everything', async () => {
      const under = use()
      await write(under.log, 'form/1', 0, ['a', 'b'])
      await under.log.checkpoint('form/1', 2, encode('ab'))
      const log = await under.reopen()
      expect(await log.head('form/1')).toBe(2)
      expect(await log.streams('form')).toEqual(['form/1'])
      expect(await write(log, 'form/1', 0, ['again'], 'again')).toEqual({ kind: 'conflict', at: 2 })
      expect(await write(log, 'form/1', 2, ['c'])).toEqual({ kind: 'appended', version: 3 })
      expect(await story(log, 'form/1', 0)).toEqual(['≤2 ab', '3 c'])
    })

    test('LOG-9 a later checkpoint replaces an earlier one, an earlier one changes nothing', async () => {
      const { log } = use()
      await write(log, 'form/1', 0, ['a', 'b', 'c', 'd'])
      await log.checkpoint('form/1', 2, encode('ab'))
      await log.checkpoint('form/1', 3, encode('abc'))
      await log.checkpoint('form/1', 1, encode('late'))
      await log.checkpoint('form/1', 3, encode('late'))
      expect(await story(log, 'form/1', 0)).toEqual(['≤3 abc', '4 d'])
    })

    test('LOG-9 a checkpoint over the seal says so, and the stream stays sealed', async () => {
      const under = use()
      await write(under.log, 'form/1', 0, ['a'])
      await under.log.append('form/1', 1, [seal('end')], { id: 'seal' })
      await under.log.checkpoint('form/1', 1, encode('a'))
      expect(await story(under.log, 'form/1', 0)).toEqual(['≤1 a', '2 end (seal)'])
      await under.log.checkpoint('form/1', 2, encode('all'))
      const log = await under.reopen()
      expect(await story(log, 'form/1', 0)).toEqual(['≤2 all (seal)'])
      expect(await write(log, 'form/1', 2, ['late'], 'late')).toEqual({ kind: 'sealed', at: 2 })
    })

    test('LOG-9 an append that was trimmed is a conflict when repeated, and is not written again', async () => {
      const { log } = use()
      await write(log, 'form/1', 0, ['a'], 'one')
      await log.checkpoint('form/1', 1, encode('a'))
      expect(await write(log, 'form/1', 0, ['a'], 'one')).toEqual({ kind: 'conflict', at: 1 })
    })

    test('LOG-9 a follower from below is given the checkpoint first', async () => {
      const { log } = use()
      await write(log, 'form/1', 0, ['a', 'b', 'c'])
      await log.checkpoint('form/1', 2, encode('ab'))
      const seen: string[] = []
      const { ready } = log.follow('form/1', 1, (entries, checkpoint) => {
        seen.push(`≤${checkpoint?.version ?? '-'}`, ...entries.map(show))
      })
      expect(await ready).toBe(3)
      await log.checkpoint('form/1', 3, encode('abc'))
      await write(log, 'form/1', 3, ['d'])
      expect(seen).toEqual(['≤2', '3 c', '≤-', '4 d'])
    })

    test('LOG-9 a checkpoint above the head, at 0 or of a stream nobody wrote to is refused', async () => {
      const { log } = use()
      await write(log, 'form/1', 0, ['a'])
      await expect(log.checkpoint('form/1', 2, encode('x'))).rejects.toThrow(RangeError)
      await expect(log.checkpoint('form/1', 0, encode('x'))).rejects.toThrow(RangeError)
      await expect(log.checkpoint('form/2', 1, encode('x'))).rejects.toThrow(RangeError)
      const tooLarge = new Uint8Array(LOG_LIMITS.checkpointBytes + 1)
      await expect(log.checkpoint('form/1', 1, tooLarge)).rejects.toThrow(RangeError)
      expect(await texts(log, 'form/1')).toEqual(['1 a'])
    })

    test('LOG-10 a journal is never trimmed', async () => {
      const { log } = use()
      await write(log, 'journal/1', 0, ['a', 'b'])
      await expect(log.checkpoint('journal/1', 1, encode('a'))).rejects.toThrow('never trimmed')
      expect(await story(log, 'journal/1', 0)).toEqual(['1 a', '2 b'])
    })
  })
}
