import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Export } from '../../server/exports/export-format.ts'
import { verifyExport } from '../../server/exports/verify.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import { draftOf, eventIn, exportOf, type Draft, type DraftExport } from './altered-export.ts'
import { playedJournal } from './played-journal.ts'

/** One thing that somebody without the signing key alters in an export. */
export interface Alteration {
  readonly what: string
  readonly alter: (draft: DraftExport) => void
  /** What the fault says of the altered export as it is. */
  readonly fault: RegExp
  /** How the hashes are mended, where the usual way would undo what was altered. */
  readonly mend?: (draft: DraftExport) => void
  /** What the fault says of the mended export, where it says something else. */
  readonly mended?: RegExp
}

/** Holds each alteration against the export of a played journal: as it is, and with every hash mended behind it. */
export function testAlterations(
  alterations: readonly Alteration[],
  mendAsUsual: (draft: DraftExport) => void,
): void {
  let folder: string
  let signer: Signer
  let exported: Export

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'panelroom-altered-'))
    signer = await loadSigner(folder)
    exported = exportOf(playedJournal(signer), signer)
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  const faultOf = (draft: DraftExport): string => {
    const verified = verifyExport(JSON.parse(JSON.stringify(draft)), signer.publicKeyPem)
    return verified.ok ? 'It verifies.' : verified.fault
  }

  test.each(alterations)('VERIFY-2 altered and named: $what', ({ alter, fault }) => {
    const draft = draftOf(exported)
    alter(draft)
    expect(faultOf(draft)).toMatch(fault)
  })

  test.each(alterations)(
    'VERIFY-3 altered, all hashes mended, and named: $what',
    ({ alter, mend = mendAsUsual, fault, mended = fault }) => {
      const draft = draftOf(exported)
      alter(draft)
      mend(draft)
      expect(faultOf(draft)).toMatch(mended)
    },
  )
}

/** The first attested form of a seat. */
export function attestedBy(draft: DraftExport, seat: number) {
  return eventIn(draft, 'form.attested', ({ data }) => data.seat === seat)
}

/** The signed column of a seat. */
export function signedBy(draft: DraftExport, seat: number) {
  return eventIn(draft, 'column.signed', ({ data }) => data.seat === seat)
}

/** The ballot of a seat. */
export function ballotOf(draft: DraftExport, seat: number) {
  return eventIn(draft, 'ballot.cast', ({ data }) => data.seat === seat)
}

/** The result of the one locked review. */
export function resultIn(draft: DraftExport): Draft<Export['results'][number]> {
  const [first] = draft.results
  if (!first) throw new Error('The export has no result.')
  return first
}

/** Gives a row some points more than it has. */
export function give(scores: Record<string, number | null>, row: string, more: number): void {
  scores[row] = (scores[row] ?? 0) + more
}

/** The fault of an entry whose text no longer gives its hash. */
export function notItsHash(entry: number): RegExp {
  return new RegExp(`^Entry ${entry} .*: what it says does not give its hash`)
}

/** The fault of an export that hangs together and is not what was signed. */
export const notSigned = /^Entry 51 \(head\.signed\): the signature does not fit.* entries 1 to 50/
