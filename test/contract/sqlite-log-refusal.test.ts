import {
  chmodSync,
  chownSync,
  existsSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  canRunAsOrdinaryUser,
  fingerprint,
  openHere,
  ordinaryUser,
  refusal,
  run,
  tamper,
  temporaryFolder,
} from './log-folder.ts'
import { texts, write } from './log-under-test.ts'

function giveAway(folder: string, { uid, gid }: { uid?: number; gid?: number }): void {
  if (uid === undefined || gid === undefined) return
  for (const path of [folder, join(folder, 'log.db'), join(folder, 'log.lock')]) chownSync(path, uid, gid)
}

/** A closed log with a few hundred entries, enough for a file of many pages. */
async function folderWithLog(): Promise<string> {
  const folder = temporaryFolder()
  const log = await openHere(folder)
  for (let stream = 0; stream < 20; stream += 1) {
    await write(
      log,
      `form/${stream}`,
      0,
      Array.from({ length: 30 }, (_, index) => `entry ${index} `.repeat(20)),
    )
  }
  await log.close()
  return folder
}

function overwrite(path: string, offset: number, length: number): void {
  const bytes = readFileSync(path)
  bytes.fill(0xa5, offset, offset + length)
  writeFileSync(path, bytes)
}

describe('the log in SQLite, refused', () => {
  test('LOG-20 a second opening of the same folder is refused while the first is open', async () => {
    const folder = temporaryFolder()
    const log = await openHere(folder)
    await write(log, 'form/1', 0, ['a'])
    const refused = await refusal(folder)
    expect(refused?.code).toBe('in-use')
    expect(refused?.sentence).toContain(`Another Panelroom server is using the data folder ${folder}.`)
    expect(await write(log, 'form/1', 1, ['b'])).toEqual({ kind: 'appended', version: 2 })
    await log.close()
    expect(await refusal(folder)).toBeNull()
  })

  test('LOG-20 a second process is refused, and the folder is free once the first was killed', async () => {
    const folder = temporaryFolder()
    const first = run('./log-child-open.ts', [folder])
    await first.printed(1)
    expect(first.lines).toEqual(['opened'])
    const second = run('./log-child-open.ts', [folder])
    await second.printed(1)
    expect(second.lines[0]).toMatch(/^in-use Another Panelroom server/)
    await first.kill()
    expect(await refusal(folder)).toBeNull()
  })

  const damages: [string, (path: string) => void][] = [
    ['emptied', (path) => truncateSync(path)],
    ['cut in the middle', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['cut within a page', (path) => truncateSync(path, statSync(path).size - 100)],
    ['overwritten at its beginning', (path) => overwrite(path, 0, 100)],
    ['overwritten on a page', (path) => overwrite(path, Math.floor(statSync(path).size / 8192) * 4096, 4096)],
    ['replaced by text', (path) => writeFileSync(path, 'not a database'.repeat(1000))],
    ["another program's", (path) => tamper(join(path, '..'), 'PRAGMA application_id = 7')],
  ]
  test.for(damages)('LOG-21 a file that is %s is refused and left as it is', async ([, damage]) => {
    const folder = await folderWithLog()
    damage(join(folder, 'log.db'))
    const before = fingerprint(folder)
    const refused = await refusal(folder)
    expect(refused?.code).toBe('damaged')
    expect(refused?.sentence).toContain(`The file ${join(folder, 'log.db')} is damaged and was left as it is`)
    expect(refused?.sentence).toContain('Put back a backup')
    expect(fingerprint(folder)).toEqual(before)
  })

  test('LOG-21 a damaged file is left as it is also beside what a crash left', async () => {
    const folder = await folderWithLog()
    const child = run('./log-child-write.ts', [folder])
    await child.printed(20)
    await child.kill()
    // Pages the crash left newer copies of are mended by them; these are of streams nobody wrote to since.
    const path = join(folder, 'log.db')
    overwrite(path, Math.floor(statSync(path).size / 2), 20_000)
    const before = fingerprint(folder)
    expect(before.some((line) => line.startsWith('log.db-wal'))).toBe(true)
    expect((await refusal(folder))?.code).toBe('damaged')
    expect(fingerprint(folder)).toEqual(before)
  })

  test('LOG-21 a write-ahead log without its file is refused and kept', async () => {
    const folder = temporaryFolder()
    const child = run('./log-child-write.ts', [folder])
    await child.printed(20)
    await child.kill()
    renameSync(join(folder, 'log.db'), join(folder, 'away'))
    const before = fingerprint(folder)
    expect((await refusal(folder))?.code).toBe('damaged')
    expect(fingerprint(folder)).toEqual(before)
    renameSync(join(folder, 'away'), join(folder, 'log.db'))
    expect(await refusal(folder)).toBeNull()
  })

  test('LOG-22 a file of a newer format is refused and left as it is', async () => {
    const folder = await folderWithLog()
    tamper(folder, 'PRAGMA user_version = 2')
    const before = fingerprint(folder)
    const refused = await refusal(folder)
    expect(refused?.code).toBe('newer-format')
    expect(refused?.sentence).toContain('was written by a newer Panelroom (format 2; this one reads 1)')
    expect(fingerprint(folder)).toEqual(before)
  })

  test('LOG-23 a data folder that is a file is refused', async () => {
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, 'in the way')
    const refused = await refusal(path)
    expect(refused?.code).toBe('not-writable')
    expect(refused?.sentence).toContain(`The data folder ${path} cannot be written`)
    expect(readFileSync(path, 'utf8')).toBe('in the way')
  })

  const closings: [string, (folder: string) => void][] = [
    ['folder', (folder) => chmodSync(folder, 0o500)],
    ['file', (folder) => chmodSync(join(folder, 'log.db'), 0o400)],
  ]
  test.skipIf(!canRunAsOrdinaryUser()).for(closings)(
    'LOG-23 a %s one may only read is refused and left as it is',
    async ([, protect]) => {
      const folder = await folderWithLog()
      giveAway(folder, ordinaryUser)
      protect(folder)
      const before = fingerprint(folder)
      const child = run('./log-child-open.ts', [folder], ordinaryUser)
      await child.printed(1)
      expect(child.lines[0]).toMatch(/^not-writable The data folder .* cannot be written/)
      expect(fingerprint(folder)).toEqual(before)
      chmodSync(folder, 0o700)
    },
  )

  test('LOG-11 a beginning cut short by a crash is made anew', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'log.db.new'), 'half a file')
    const log = await openHere(folder)
    await write(log, 'form/1', 0, ['a'])
    expect(await texts(log, 'form/1')).toEqual(['1 a'])
    expect(existsSync(join(folder, 'log.db.new'))).toBe(false)
  })
})
