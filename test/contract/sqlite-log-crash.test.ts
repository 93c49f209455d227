import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import type { LogFailed } from '../../server/log/log-errors.ts'
import type { SqliteLog } from '../../server/log/sqlite-log.ts'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import {
  canHaveSmallDisk,
  openHere,
  refusal,
  run,
  runOnSmallDisk,
  tamper,
  temporaryFolder,
} from './log-folder.ts'
import { decode, encode, readAll, texts, write } from './log-under-test.ts'

/** How often the writer is killed: a few times in every run, `LOG_KILLS=300` for a long one. */
const kills = Number(process.env['LOG_KILLS'] ?? 8)

/** The head of each stream, after checking that every entry is the one its writer sent for that version. */
async function recovered(log: SqliteLog): Promise<Map<string, number>> {
  const heads = new Map<string, number>()
  for (const stream of await log.streams('')) {
    const { entries } = await readAll(log, stream)
    for (const { version, bytes } of entries) expect(decode(bytes).split(' ')[0]).toBe(`${version}`)
    heads.set(stream, entries.length)
  }
  return heads
}

describe('the log in SQLite, when something breaks', () => {
  test(
    `LOG-16 killed ${kills} times at any moment, everything acknowledged is there, in order`,
    { timeout: 30_000 + kills * 2_000 },
    async () => {
      const folder = temporaryFolder()
      for (let round = 0; round < kills; round += 1) {
        const child = run('./log-child-write.ts', [folder])
        await child.printed(1 + ((round * 197) % 700))
        await child.kill()
        const log = await openHere(folder)
        const heads = await recovered(log)
        expect(child.lines.length).toBeGreaterThan(0)
        for (const line of child.lines) {
          const [stream = '', version = ''] = line.split(' ')
          expect(
            heads.get(stream),
            `round ${round}: ${line} was acknowledged and is lost`,
          ).toBeGreaterThanOrEqual(Number(version))
        }
        await log.close()
      }
    },
  )

  test('LOG-16 a write-ahead log cut anywhere leaves a beginning of what was written', async () => {
    const folder = temporaryFolder()
    const child = run('./log-child-write.ts', [folder])
    await child.printed(60)
    await child.kill()
    const size = statSync(join(folder, 'log.db-wal')).size
    let earlier = 0
    for (let cut = 0; cut <= 12; cut += 1) {
      const copy = join(folder, `cut-${cut}`)
      mkdirSync(copy)
      for (const name of ['log.db', 'log.db-wal']) copyFileSync(join(folder, name), join(copy, name))
      truncateSync(join(copy, 'log.db-wal'), Math.floor((size * cut) / 12))
      const log = await openHere(copy)
      const total = [...(await recovered(log)).values()].reduce((sum, head) => sum + head, 0)
      expect(total).toBeGreaterThanOrEqual(earlier)
      earlier = total
      await log.close()
    }
    expect(earlier).toBeGreaterThanOrEqual(60)
  })

  test('LOG-17 the file is flushed with every commit, whatever a tool left it set to', async () => {
    const folder = temporaryFolder()
    const log = await openHere(folder)
    expect(await log.pragmas()).toEqual({ synchronous: 2, journalMode: 'wal' })
    await log.close()
    tamper(folder, 'PRAGMA journal_mode = DELETE')
    expect(await (await openHere(folder)).pragmas()).toEqual({ synchronous: 2, journalMode: 'wal' })
  })

  test('LOG-8 a follower is given nothing that is not yet in the file', async () => {
    const folder = temporaryFolder()
    const log = await openHere(folder)
    const stored: unknown[] = []
    const following = log.follow('form/1', 0, () => {
      const outside = new DatabaseSync(join(folder, 'log.db'), { readOnly: true })
      stored.push(outside.prepare('SELECT max(version) AS version FROM entries').get()?.['version'])
      outside.close()
    })
    await following.ready
    for (let version = 0; version < 5; version += 1) await write(log, 'form/1', version, ['x'])
    expect(stored).toEqual([1, 2, 3, 4, 5])
  })

  test.skipIf(!canHaveSmallDisk())(
    'LOG-18 a full disk is told, loses nothing, and the same append succeeds when there is room',
    async () => {
      const child = runOnSmallDisk('./log-child-full.ts', temporaryFolder(), '1m')
      expect(await child.ended).toBe(0)
      const full = { kind: 'unknown', sentence: 'The disk of the data folder is full.' }
      expect(child.lines.map((line) => JSON.parse(line))).toEqual([
        { step: 'full', answer: [full, full] },
        { step: 'followed', answer: [] },
        { step: 'readable', answer: 50 },
        { step: 'trim', answer: 'LogFailed: The disk of the data folder is full.' },
        { step: 'retried', answer: { kind: 'appended', version: 52 } },
        { step: 'followed', answer: ['51 51', '52 xxx'] },
        { step: 'written', answer: { kind: 'appended', version: 53 } },
        { step: 'kept', answer: Array.from({ length: 53 }, (_, index) => index + 1) },
        { step: 'kept', answer: 0 },
      ])
    },
  )

  test('LOG-19 when the log stops, what is pending is unknown, the server is told once, the rest is there', async () => {
    const folder = temporaryFolder()
    const failures: LogFailed[] = []
    const log = await openSqliteLog({ folder, onFailure: (failure) => failures.push(failure) })
    await write(log, 'form/1', 0, ['a'])
    tamper(folder, 'ALTER TABLE streams RENAME TO gone')
    const pending = [write(log, 'form/1', 1, ['b']), write(log, 'form/2', 0, ['c'])]
    expect((await Promise.all(pending)).map(({ kind }) => kind)).toEqual(['unknown', 'unknown'])
    expect((await write(log, 'form/1', 1, ['b'])).kind).toBe('unknown')
    await expect(log.read('form/1', 0, 10)).rejects.toThrow('The log has stopped')
    expect(failures.map(({ name }) => name)).toEqual(['LogFailed'])
    await log.close()
    tamper(folder, 'ALTER TABLE gone RENAME TO streams')
    expect(await texts(await openHere(folder), 'form/1')).toEqual(['1 a'])
  })

  test('LOG-14 a stream that goes on after its head is corruption, and spoils no other', async () => {
    const folder = temporaryFolder()
    const log = await openHere(folder)
    await write(log, 'form/1', 0, ['a', 'b', 'c'])
    tamper(folder, 'DELETE FROM entries WHERE version = 2; UPDATE streams SET head = 1')
    const answers = await Promise.allSettled([
      write(log, 'form/2', 0, ['x']),
      write(log, 'form/1', 1, ['into the gap', 'onto what is there'], 'other'),
      write(log, 'form/2', 1, ['z']),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await texts(log, 'form/2')).toEqual(['1 x', '2 z'])
    tamper(folder, 'UPDATE streams SET head = 2 WHERE head = 1')
    await expect(readAll(log, 'form/1')).rejects.toThrow('version 2 is missing')
    tamper(
      folder,
      "UPDATE entries SET version = 2 WHERE version = 3; UPDATE streams SET head = 1 WHERE name = 'form/1'",
    )
    await expect(readAll(log, 'form/1')).rejects.toThrow('goes on after its head')
  })

  test('LOG-14 an entry or a checkpoint that is not what was written is corruption', async () => {
    const folder = temporaryFolder()
    const log = await openHere(folder)
    for (const stream of ['form/1', 'form/2']) await write(log, stream, 0, ['score 5', 'score 6'])
    await log.checkpoint('form/2', 1, encode('score 5'))
    for (const table of ['entries', 'checkpoints'])
      tamper(folder, `UPDATE ${table} SET bytes = CAST('score 4' AS BLOB)`)
    await expect(log.read('form/1', 0, 10)).rejects.toThrow(
      'Version 1 of the stream form/1 is not what was written.',
    )
    await expect(log.read('form/2', 0, 10)).rejects.toThrow(
      'Version 1 of the stream form/2 is not what was written.',
    )
    await expect(log.read('form/2', 1, 10)).rejects.toThrow(
      'Version 2 of the stream form/2 is not what was written.',
    )
  })

  test('LOG-9 what was trimmed is gone from the file', async () => {
    const folder = temporaryFolder()
    const log = await openHere(folder)
    await write(
      log,
      'form/1',
      0,
      Array.from({ length: 200 }, (_, index) => `a withdrawn sentence ${index}`),
    )
    await log.checkpoint('form/1', 200, new Uint8Array())
    await log.close()
    expect(existsSync(join(folder, 'log.db-wal'))).toBe(false)
    expect(readFileSync(join(folder, 'log.db')).includes('withdrawn')).toBe(false)
    expect(await refusal(folder)).toBeNull()
  })
})
