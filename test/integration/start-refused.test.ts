import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { runToEnd, startProcess, type Ended } from '../harness/server-process.ts'

/** A folder in which a server has run and been stopped. */
let used: string

beforeAll(async () => {
  used = mkdtempSync(path.join(tmpdir(), 'panelroom-start-'))
  const server = await startProcess(used)
  expect(await server.stop()).toBe(0)
})
afterAll(() => rmSync(used, { recursive: true, force: true }))

/** A copy of that folder, for the one test. */
function folderOfOwn(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(used, folder, { recursive: true })
  return folder
}

/** Every entry of every stream, whatever the file around them looks like. */
function contentOf(folder: string): readonly unknown[] {
  const database = new DatabaseSync(path.join(folder, 'log.db'))
  const rows = database
    .prepare('SELECT * FROM entries JOIN streams ON number = stream ORDER BY name, version')
    .all()
  database.close()
  return rows
}

/** Every file but the lock, with all that is in it. */
function filesOf(folder: string): readonly (readonly [name: string, base64: string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'log.lock')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [file, readFileSync(file, 'base64')] as const)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
}

/** Ended by itself, with one plain sentence for whoever started it and nothing else. */
function sentenceOf({ code, stdout, stderr }: Ended): string {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr.trimEnd()).not.toContain('\n')
  expect(stderr).not.toMatch(/Error|\bat .*\.ts/)
  return stderr.trimEnd()
}

const flags =
  'Flags: --new  --link  --port 3000  --host 127.0.0.1  --data data  --files data/files  --accept-redis-risk  (or PORT, HOST, DATA, FILES, REDIS_URL, SMTP_URL, MAIL_FROM and PUBLIC_URL in the environment).'

const damages: readonly (readonly [how: string, damage: (file: string) => void])[] = [
  ['overwritten', (file: string) => writeFileSync(file, 'not a database', { flag: 'r+' })],
  ['cut short', (file: string) => truncateSync(file, 8192)],
  ['emptied', (file: string) => truncateSync(file, 0)],
]

const wrongFlags: readonly (readonly [flags: readonly string[], sentence: string])[] = [
  [['--prot', '4000'], `There is no flag --prot. ${flags}`],
  [['--port=many'], `The port is a whole number from 0 to 65535, not “many”. ${flags}`],
  [['--port', '65536'], `The port is a whole number from 0 to 65535, not “65536”. ${flags}`],
  [['4000'], `The flags could not be read. ${flags}`],
]

describe('a server that cannot start says why in one sentence, ends with 1 and changes nothing', () => {
  test.each(wrongFlags)('START-1 for the flags %s', async (wrong, sentence) => {
    const folder = path.join(tmpdir(), `panelroom-start-never-${process.pid}`)
    expect(sentenceOf(await runToEnd(['--data', folder, ...wrong]))).toBe(sentence)
    expect(existsSync(folder)).toBe(false)
  })

  test('START-2 for a port that is taken', async () => {
    const folder = folderOfOwn()
    const before = contentOf(folder)
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await new Promise((listening) => other.once('listening', listening))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const ended = await runToEnd(['--data', folder, '--port', String(port)])
    expect(sentenceOf(ended)).toBe(
      `Port ${port} is taken. Stop what uses it, or choose another: npm start -- --port ${port + 1}`,
    )
    expect(contentOf(folder)).toEqual(before)
  })

  test.each(damages)('START-3 for a data file that was %s', async (_how, damage) => {
    const folder = folderOfOwn()
    const file = path.join(folder, 'log.db')
    damage(file)
    const before = filesOf(folder)
    const sentence = sentenceOf(await runToEnd(['--data', folder, '--port', '0']))
    expect(sentence).toContain(`The file ${file} is damaged and was left as it is`)
    expect(sentence).toContain('Put back a backup of its folder, then start again.')
    expect(filesOf(folder)).toEqual(before)
  })

  test('START-4 for an entry that is not the one that was written', async () => {
    const folder = folderOfOwn()
    editEntry(folder, (bytes) => ({ bytes: lowered(bytes) }))
    const before = contentOf(folder)
    expect(sentenceOf(await runToEnd(['--data', folder, '--port', '0']))).toContain(
      'Version 5 of the stream journal/rehearsal-1 is not what was written.',
    )
    expect(contentOf(folder)).toEqual(before)
  })

  test('START-4 for an entry that was replaced with care', async () => {
    const folder = folderOfOwn()
    editEntry(folder, (bytes) => ({ bytes: lowered(bytes), checksum: crc32(lowered(bytes)) }))
    const before = contentOf(folder)
    expect(sentenceOf(await runToEnd(['--data', folder, '--port', '0']))).toBe(
      'The journal is damaged at entry 6: it does not follow from the entry before. Nothing was changed. Put back the last good copy of the data folder.',
    )
    expect(contentOf(folder)).toEqual(before)
  })

  test('START-5 for a folder that another server is using', async () => {
    const folder = folderOfOwn()
    const first = await startProcess(folder)
    onTestFinished(() => first.kill())
    expect(sentenceOf(await runToEnd(['--data', folder, '--port', '0']))).toBe(
      `Another Panelroom server is using the data folder ${folder}. Stop it first, or give this one another folder.`,
    )
    expect(await first.stop()).toBe(0)
    expect(contentOf(folder)).toEqual(contentOf(used))
  })

  test('START-6 for a rubric whose parts do not add up', async () => {
    const project = projectWith(
      'shared/rubric/race-to-the-top.ts',
      'criteriaPoints: 485',
      'criteriaPoints: 486',
    )
    const folder = path.join(project, 'data')
    expect(sentenceOf(await runToEnd(['--data', folder, '--port', '0'], project))).toMatch(
      /^The rubric cannot be used: .*486.*485|485.*486/,
    )
    expect(contentOf(folder)).toEqual([])
  })
})

/** Changes the fifth entry of the journal in the file, past the log. */
function editEntry(
  folder: string,
  edit: (bytes: Uint8Array) => { readonly bytes: Uint8Array; readonly checksum?: number },
): void {
  const database = new DatabaseSync(path.join(folder, 'log.db'))
  const where = "stream = (SELECT number FROM streams WHERE name = 'journal/rehearsal-1') AND version = 5"
  const row = database.prepare(`SELECT bytes, checksum FROM entries WHERE ${where}`).get()
  if (!(row?.['bytes'] instanceof Uint8Array)) throw new Error('There is no such entry.')
  const { bytes, checksum = Number(row['checksum']) } = edit(row['bytes'])
  database.prepare(`UPDATE entries SET bytes = ?, checksum = ? WHERE ${where}`).run(bytes, checksum)
  database.close()
}

/** The same entry with another year in its time. */
function lowered(bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(bytes)
      .toString()
      .replace(/"at":1/, '"at":2'),
  )
}

/** The project in a folder of its own with one file changed. */
function projectWith(file: string, from: string, to: string): string {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const part of ['server', 'shared', 'package.json'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  const changed = path.join(folder, file)
  const text = readFileSync(changed, 'utf8')
  if (text.split(from).length !== 2) throw new Error(`${file} holds “${from}” not exactly once.`)
  writeFileSync(changed, text.replace(from, to))
  return folder
}
