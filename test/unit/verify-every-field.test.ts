import fc from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readExport, type Export } from '../../server/exports/export-format.ts'
import { verifyExport } from '../../server/exports/verify.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import {
  draftOf,
  exportOf,
  mendAll,
  mendChain,
  mendResults,
  olderExport,
  type DraftExport,
} from '../harness/altered-export.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { playedJournal } from '../harness/played-journal.ts'

let folder: string
let signer: Signer
let exported: Export

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-every-'))
  signer = await loadSigner(folder)
  exported = exportOf(playedJournal(signer), signer)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

type Path = readonly string[]

function leavesOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...at, key]))
}

/** The same value with one leaf changed as little as it can be. */
function withChanged(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return changed(value)
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === key ? withChanged(item, rest) : item))
  return Object.fromEntries(
    Object.entries(Object(value)).map(([name, member]) => [
      name,
      name === key ? withChanged(member, rest) : member,
    ]),
  )
}

function changed(leaf: unknown): unknown {
  if (typeof leaf === 'number') return leaf + 1
  if (typeof leaf === 'boolean') return !leaf
  if (typeof leaf !== 'string') return 0
  const last = leaf.at(-1) ?? ''
  return /[0-9a-f]/.test(last) ? `${leaf.slice(0, -1)}${last === '0' ? '1' : '0'}` : `${leaf}x`
}

test('VERIFY-7 no field can be altered unnoticed', { timeout: 60_000 }, () => {
  const leaves = leavesOf(exported)
  const mends = [() => undefined, mendChain, mendAll, mendResults]
  fc.assert(
    fc.property(fc.constantFrom(...leaves), fc.constantFrom(...mends), (leaf, mend) => {
      const draft: DraftExport = draftOf(exported)
      const altered = withChanged(draft, leaf) as DraftExport
      // What cannot be read needs no mending.
      if (!('fault' in readExport(altered))) mend(altered)
      fc.pre(JSON.stringify(altered) !== JSON.stringify(exported))
      expect(verifyExport(altered, signer.publicKeyPem).ok).toBe(false)
    }),
    { numRuns: 120 },
  )
})

test('VERIFY-7 of an older export no signature holds the two fields that say when it was exported', () => {
  const older = olderExport(playedJournal(signer).entries(), raceToTheTop, signer)
  const other = { ...older, exportedAt: older.exportedAt + 1, notYetSigned: 7 }
  expect(verifyExport(other, signer.publicKeyPem).ok).toBe(true)
})
