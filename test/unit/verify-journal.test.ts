import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyExport } from '../../server/exports/verify.ts'
import { openJournal } from '../../server/journal/journal.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { realPorts } from '../../server/ports.ts'
import { exportOf } from '../harness/altered-export.ts'
import { playedWhole } from '../harness/played-journal.ts'

let folder: string
let signer: Signer

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-journal-'))
  signer = await loadSigner(folder)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('VERIFY-1 a journal as the server writes it verifies', async () => {
  const play = playedWhole(signer)
  const journal = await openJournal({
    log: openMemoryLog(),
    stream: 'journal/rehearsal-1',
    ports: realPorts,
    signer,
    onDamage: (damage) => {
      throw damage
    },
    onFailure: (error) => {
      throw error
    },
  })
  // What was written together has one time; the journal signs heads itself.
  const together = Object.values(Object.groupBy(play.entries(), ({ event }) => event.at))
  for (const entries of together) {
    const [first] = entries ?? []
    if (!entries || !first) continue
    const events = entries.map(({ event }) => event).filter(({ kind }) => kind !== 'head.signed')
    const author = { person: first.event.by, command: first.event.command }
    const refusal = await journal.write(author, () => ({ events, texts: first.texts }))
    expect(refusal).toBeNull()
  }
  journal.close()
  expect(journal.entries()).toHaveLength(play.entries().length)
  const exported = exportOf({ ...play, entries: journal.entries }, signer)
  const verified = verifyExport(JSON.parse(JSON.stringify(exported)), signer.publicKeyPem)
  expect(verified.ok ? 'It verifies.' : verified.fault).toBe('It verifies.')
})
