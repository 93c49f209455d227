import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { clearDrafts } from '../../server/files/drafts.ts'
import { FilesRefused } from '../../server/files/files-refused.ts'
import { openFiles } from '../../server/files/files.ts'

function folderOfOwn(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return path.join(folder, 'files')
}

const bytes = new TextEncoder().encode('What an application asks for.')
const sha256 = createHash('sha256').update(bytes).digest('hex')

test('FILES-1 a file is called by the SHA-256 of its content, and other nodes read it by that name', async () => {
  const folder = folderOfOwn()
  expect(await openFiles(folder).read(sha256)).toBeNull()
  expect(await openFiles(folder).put(bytes)).toBe(sha256)
  expect(readdirSync(folder)).toEqual([sha256])
  expect(Buffer.from((await openFiles(folder).read(sha256)) ?? [])).toEqual(Buffer.from(bytes))
  expect(await openFiles(folder).read('0'.repeat(64))).toBeNull()
})

test('FILES-2 the same content put by several nodes at once is one file, and nothing else is left', async () => {
  const folder = folderOfOwn()
  const large = new Uint8Array(2_000_000).fill(7)
  const names = await Promise.all([1, 2, 3, 4, 5, 6].map(() => openFiles(folder).put(large)))
  expect(new Set(names).size).toBe(1)
  expect(readdirSync(folder)).toEqual([names[0]])
  expect((await openFiles(folder).read(names[0] ?? ''))?.byteLength).toBe(2_000_000)
})

const damages: readonly (readonly [how: string, damage: (file: string) => void])[] = [
  ['changed', (file) => writeFileSync(file, 'Y', { flag: 'r+' })],
  ['cut short', (file) => truncateSync(file, 10)],
  ['emptied', (file) => truncateSync(file, 0)],
]

test.each(damages)(
  'FILES-3 a file that was %s is refused as damaged until it is put again',
  async (_how, damage) => {
    const folder = folderOfOwn()
    const files = openFiles(folder)
    const file = path.join(folder, await files.put(bytes))
    damage(file)
    const refused = await files.read(sha256).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(FilesRefused)
    expect(refused).toHaveProperty(
      'sentence',
      `The file ${file} is damaged: its content is not what its name stands for. Put back a good copy of it.`,
    )
    await files.put(bytes)
    expect(readFileSync(file)).toEqual(Buffer.from(bytes))
    expect(await files.read(sha256)).not.toBeNull()
  },
)

test('FILES-4 a folder that cannot be written is refused in a sentence, and what is no name is not looked for', async () => {
  const place = path.join(folderOfOwn(), '..', 'in-the-way')
  writeFileSync(place, 'a file')
  const refused = await openFiles(place)
    .put(bytes)
    .catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(FilesRefused)
  expect(String(refused)).toContain(`The folder of files ${place} cannot be written`)
  expect(String(refused)).toContain('name another with --files.')
  expect(readFileSync(place, 'utf8')).toBe('a file')
  for (const name of ['../in-the-way', '', sha256.toUpperCase(), `${sha256}/x`])
    await expect(openFiles(path.dirname(place)).read(name)).rejects.toThrow(RangeError)
})

test('FILES-8 a file that comes in pieces is nobody’s until it is kept, and is kept once', async () => {
  const folder = folderOfOwn()
  const files = openFiles(folder)
  const kept = async (): Promise<string> => {
    const draft = await files.draft()
    for (const piece of [bytes.subarray(0, 7), bytes.subarray(7)]) await draft.write(piece)
    const name = await draft.end()
    expect(await openFiles(folder).read(name)).toEqual(before)
    await files.keep(draft, name)
    await draft.drop()
    return name
  }
  let before: unknown = null
  expect(await kept()).toBe(sha256)
  before = Buffer.from(bytes)
  expect(await kept()).toBe(sha256)
  expect(readdirSync(folder)).toEqual([sha256])
  const left = await files.draft()
  await left.write(bytes)
  await left.drop()
  expect(readdirSync(folder)).toEqual([sha256])
})

test('FILES-9 a start takes away what killed processes left, of other nodes only what nobody has touched for minutes', async () => {
  const folder = folderOfOwn()
  await openFiles(folder).put(bytes)
  const [old, fresh] = [await openFiles(folder).draft(), await openFiles(folder).draft()]
  const longAgo = new Date(Date.now() - 10 * 60_000)
  utimesSync(old.path, longAgo, longAgo)
  await clearDrafts(folder, { alone: false })
  expect(readdirSync(folder).toSorted()).toEqual([path.basename(fresh.path), sha256].toSorted())
  await clearDrafts(folder, { alone: true })
  expect(readdirSync(folder)).toEqual([sha256])
  await clearDrafts(path.join(folder, 'none'), { alone: true })
  for (const draft of [old, fresh]) await draft.drop()
})

test('DOC-35 a file that could not be read for a moment, for want of file handles, opens once they are there again', async () => {
  const folder = folderOfOwn()
  await openFiles(folder).put(bytes)
  const script = `
    import { closeSync, openSync } from 'node:fs'
    import { openFiles } from './server/files/files.ts'
    const files = openFiles(${JSON.stringify(folder)})
    const taken = []
    const takeAll = () => { for (;;) taken.push(openSync('/dev/null')) }
    try { takeAll() } catch (error) { console.log(error.code) }
    console.log(await files.locate('${sha256}').then(() => 'opened', (error) => error.cause.code))
    for (const handle of taken) closeSync(handle)
    console.log(await files.locate('${sha256}').then(() => 'opened', (error) => error.cause.code))`
  const line = 'ulimit -n 128 && exec "$0" --input-type=module -e "$1"'
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const { stdout, stderr } = spawnSync('sh', ['-c', line, process.execPath, script], {
    cwd,
    encoding: 'utf8',
  })
  expect(stdout, stderr).toBe('EMFILE\nEMFILE\nopened\n')
})
