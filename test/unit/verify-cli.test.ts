import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import { exportOf } from '../harness/altered-export.ts'
import { playedJournal } from '../harness/played-journal.ts'

const program = fileURLToPath(new URL('../../server/exports/verify-cli.ts', import.meta.url))

let folder: string
let signer: Signer
let written: string
const at = (name: string) => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-cli-'))
  signer = await loadSigner(folder)
  written = JSON.stringify(exportOf(playedJournal(signer), signer))
  await writeFile(at('export.json'), written)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number | string | null | undefined
  readonly out: string
  readonly err: string
}

function run(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { timeout: 30_000 }, (error, out, err) => {
      resolve({ code: error ? error.code : 0, out, err })
    })
  })
}

const key = () => ['--key', at('keys/signing.pub.pem')]

test(
  'VERIFY-8 an export that verifies ends with 0 and says what was found',
  { timeout: 30_000 },
  async () => {
    const { code, out, err } = await run(at('export.json'), ...key())
    expect(err).toBe('')
    expect(out).toMatch(/^Rehearsal: invented scores\n/)
    expect(out).toMatch(/^Missouri .* 440\.8 points/m)
    expect(out).toMatch(/export\.json verifies\.\n$/)
    expect(code).toBe(0)
  },
)

test('VERIFY-8 one that does not verify ends with 1 and one sentence', { timeout: 30_000 }, async () => {
  await writeFile(at('altered.json'), written.replace('"shown":"440.8"', '"shown":"441.8"'))
  const { code, out, err } = await run(at('altered.json'), ...key())
  expect(out).toBe('')
  expect(err).toMatch(/altered\.json does not verify\. Entry 50 .*shown says "441\.8", and "440\.8" follows/)
  expect(code).toBe(1)
})

test('VERIFY-8 one that says something twice does not verify', { timeout: 30_000 }, async () => {
  await writeFile(at('twice.json'), written.replace('"shown":"440.8"', '"shown":"441.8","shown":"440.8"'))
  const { code, err } = await run(at('twice.json'), ...key())
  expect(err).toMatch(/says something twice/)
  expect(code).toBe(1)
})

test(
  'VERIFY-8 wrong usage and unreadable files end with 2 and a plain sentence',
  { timeout: 60_000 },
  async () => {
    await writeFile(at('broken.json'), '{"format":')
    const cases = [
      { args: [], says: /^Say which export and which key/ },
      { args: [at('export.json')], says: /^Say which export and which key/ },
      { args: [at('export.json'), at('export.json'), ...key()], says: /^Say which export and which key/ },
      { args: [at('export.json'), '--strange', ...key()], says: /^Say which export and which key/ },
      { args: [at('none.json'), ...key()], says: /^There is no file .*none\.json\.$/m },
      { args: [folder, ...key()], says: /cannot be read/ },
      { args: [at('broken.json'), ...key()], says: /broken\.json is not JSON\.$/m },
      { args: [at('export.json'), '--key', at('export.json')], says: /no Ed25519 public key/ },
    ]
    for (const { args, says } of cases) {
      const { code, out, err } = await run(...args)
      expect(err).toMatch(says)
      expect(err).not.toMatch(/^\s+at /m)
      expect({ code, out }).toEqual({ code: 2, out: '' })
    }
  },
)
