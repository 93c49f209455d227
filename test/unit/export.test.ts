import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeExport } from '../../server/exports/export.ts'
import { headOf, isReadable } from '../../server/exports/export-format.ts'
import { loadSigner, verifyExportSignature, type Signer } from '../../server/journal/signing.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { exportOf } from '../harness/altered-export.ts'
import {
  missouri,
  openPlay,
  playedJournal,
  playedWhole,
  playToReady,
  virginia,
} from '../harness/played-journal.ts'

let folder: string
let signer: Signer

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-export-'))
  signer = await loadSigner(folder)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('EXPORT-1 nothing that is said of a review is in an export before its lock', () => {
  const play = playedJournal(signer)
  const written = JSON.stringify(exportOf(play, signer))
  const hidden = play
    .entries()
    .filter(({ event }) => 'review' in event.data && event.data.review === virginia)
  expect(hidden.length).toBeGreaterThan(15)
  expect(written).not.toContain(virginia)
  for (const { event, texts } of hidden) {
    if (event.command !== null) expect(written).not.toContain(`"${event.command}"`)
    for (const [ref, { salt }] of Object.entries(texts)) {
      expect(written).not.toContain(ref)
      expect(written).not.toContain(salt)
    }
  }
})

test('EXPORT-1 a withheld entry is its place in the chain, and no more', () => {
  const { entries } = exportOf(playedJournal(signer), signer)
  const withheld = entries.filter((entry) => !isReadable(entry))
  expect(withheld).toHaveLength(19)
  for (const entry of withheld) {
    expect(Object.keys(entry).toSorted()).toEqual(['content', 'hash', 'previous', 'version', 'withheld'])
  }
})

test('EXPORT-1 once it is locked, all that was said of a review can be read', () => {
  const { entries } = exportOf(playedWhole(signer), signer)
  expect(entries.every(isReadable)).toBe(true)
})

test('EXPORT-2 an export goes on after its last lock, to what was decided last, and is signed as of then', () => {
  const play = playedJournal(signer)
  const exported = exportOf(play, signer)
  const last = exported.entries.at(-1)
  expect(last && isReadable(last) ? last.event.kind : 'withheld').toBe('text.notCounted')
  expect(exported.entries).toHaveLength(play.entries().length)
  expect(verifyExportSignature(signer.publicKeyPem, headOf(exported), exported.signature ?? '')).toBe(true)
})

test('EXPORT-2 the results are those of the locked reviews, and each says what is printed', () => {
  const { results } = exportOf(playedJournal(signer), signer)
  expect(
    results.map(({ review, applicant, mean, stem, total, shown }) => ({
      review,
      applicant,
      mean,
      stem,
      total,
      shown,
    })),
  ).toEqual([
    {
      review: missouri,
      applicant: 'Missouri',
      mean: { sum: 2129, count: 5 },
      stem: 15,
      total: { sum: 2204, count: 5 },
      shown: '440.8',
    },
  ])
})

test('EXPORT-3 while nothing is locked there is nothing that an export could rest on', () => {
  const play = openPlay(signer)
  playToReady(play, missouri)
  const made = makeExport({ entries: play.entries(), rubric: raceToTheTop, signer, exportedAt: 0 })
  expect('refused' in made && made.sentence).toMatch(/Nothing is locked yet/)
})

test('EXPORT-4 what comes out of a rehearsal says so', () => {
  expect(exportOf(playedJournal(signer), signer).notice).toBe('Rehearsal: invented scores')
})
