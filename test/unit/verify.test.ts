import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkOf } from '../../shared/record/chain.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { Export } from '../../server/exports/export-format.ts'
import { verifyExport } from '../../server/exports/verify.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import {
  draftOf,
  eventIn,
  exportOf,
  mendAll,
  mendChain,
  olderExport,
  type DraftExport,
} from '../harness/altered-export.ts'
import { missouri, playedJournal, playedWhole, virginia } from '../harness/played-journal.ts'

let folder: string
let signer: Signer
let stranger: Signer
/** Missouri locked, Virginia open. */
let partly: Export
/** Both locked. */
let whole: Export

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-verify-'))
  signer = await loadSigner(path.join(folder, 'ours'))
  stranger = await loadSigner(path.join(folder, 'theirs'))
  partly = exportOf(playedJournal(signer), signer)
  whole = exportOf(playedWhole(signer), signer)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function linesOf(exported: unknown): string {
  const verified = verifyExport(JSON.parse(JSON.stringify(exported)), signer.publicKeyPem)
  return verified.ok ? verified.lines.join('\n') : `FAULT ${verified.fault}`
}

function faultOf(exported: unknown, publicKeyPem = signer.publicKeyPem): string {
  const verified = verifyExport(JSON.parse(JSON.stringify(exported)), publicKeyPem)
  return verified.ok ? 'verifies' : verified.fault
}

function altered(exported: Export, alter: (draft: DraftExport) => void): DraftExport {
  const draft = draftOf(exported)
  alter(draft)
  return draft
}

/** The place of the first readable entry of that kind. */
function placeOf(draft: DraftExport, kind: string, nth = 0): number {
  const places = draft.entries.flatMap((entry, at) =>
    'event' in entry && entry.event.kind === kind ? [at] : [],
  )
  const place = places[nth]
  if (place === undefined) throw new Error(`There is no ${kind}.`)
  return place
}

function withhold(draft: DraftExport, at: number): void {
  const entry = draft.entries[at]
  if (!entry || !('event' in entry)) throw new Error(`Entry ${at + 1} is withheld already.`)
  draft.entries[at] = { ...linkOf(entry.event), hash: entry.hash, withheld: true }
}

test('VERIFY-1 an export verifies from itself and the public key, and the lines say what was found', () => {
  const lines = linesOf(partly)
  expect(lines).toMatch(/^Rehearsal: invented scores$/m)
  expect(lines).toMatch(/^A rehearsal \(rehearsal-1\): 52 entries/m)
  expect(lines).toMatch(new RegExp(`^2 signatures by key ${signer.keyId}`, 'm'))
  expect(lines).toMatch(/^Missouri \(missouri\.1\.1\): 440\.8 points, 2,129 ÷ 5 for the criteria and 15 for/m)
  expect(lines).toMatch(/^Signed at a lock: entry 50, [0-9a-f]{64}\.$/m)
  expect(lines).toMatch(/^Signed at the export, 2026-11-22T00:00:00\.000Z: entry 52, [0-9a-f]{64}\.$/m)
})

test('VERIFY-1 two locks verify, with a recusal that voided a vote and an excused seat between them', () => {
  const lines = linesOf(whole)
  expect(lines).toMatch(/^3 signatures/m)
  expect(lines).toMatch(/^Virginia \(virginia\.1\.1\): 441\.3 points, 1,279 ÷ 3 for the criteria and 15 for/m)
  expect(lines).toMatch(/^No entry is withheld/m)
})

test('VERIFY-4 a member that the format does not know is refused', () => {
  expect(faultOf({ ...partly, note: 'x' })).toMatch(/not an export that this version reads: .*note/)
  expect(
    faultOf(altered(partly, (draft) => void Object.assign(draft.entries[1] ?? {}, { note: 'x' }))),
  ).toMatch(/Entry 2 cannot be read: .*note/)
  const hidden = JSON.stringify(partly).replace('"scores":{', '"scores":{"__proto__":1,')
  const verified = verifyExport(JSON.parse(hidden), signer.publicKeyPem)
  expect(verified.ok ? 'verifies' : verified.fault).toMatch(/__proto__/)
})

test('VERIFY-4 what is no export at all is refused', () => {
  for (const other of [null, 1, [], {}, 'x']) {
    expect(faultOf(other)).toMatch(/not an export that this version reads/)
  }
})

test('VERIFY-5 withheld entries are counted, and their place is verified', () => {
  expect(linesOf(partly)).toMatch(/^19 entries are withheld, about reviews that are not locked/m)
  const moved = altered(partly, (draft) => {
    Object.assign(draft.entries[15] ?? {}, { content: 'a'.repeat(64) })
  })
  expect(faultOf(moved)).toMatch(/^Entry 16 \(withheld\): what it says does not give its hash/)
  mendChain(moved)
  expect(faultOf(moved)).toMatch(/^Entry 51 \(head\.signed\): the signature does not fit.* entries 1 to 50/)
})

test('VERIFY-5 nothing is withheld that a result rests on', () => {
  for (const kind of [
    'form.attested',
    'score.changed',
    'vote.closed',
    'column.signed',
    'review.closed',
    'lock.started',
  ]) {
    const hidden = altered(partly, (draft) => withhold(draft, placeOf(draft, kind)))
    expect(faultOf(hidden), kind).not.toBe('verifies')
  }
})

test('VERIFY-5 neither a signed head nor the opening is withheld', () => {
  const without = (kind: string) => faultOf(altered(whole, (draft) => withhold(draft, placeOf(draft, kind))))
  expect(without('competition.opened')).toMatch(/^Entry 1 \(withheld\): a journal begins with the opening/)
  expect(without('head.signed')).toMatch(/^Entry 51 \(withheld\): a head\.signed had to stand here/)
})

test('VERIFY-5 a signed head without the lock that it signs is refused', () => {
  const hidden = altered(whole, (draft) => {
    for (const [at, entry] of draft.entries.entries()) {
      if ('event' in entry && 'review' in entry.event.data && entry.event.data.review === missouri)
        withhold(draft, at)
    }
  })
  expect(faultOf(hidden)).toMatch(/^Entry 51 \(head\.signed\): nothing before it leads to it/)
})

test('VERIFY-5 with every review locked nothing is withheld', () => {
  const hidden = altered(whole, (draft) => withhold(draft, placeOf(draft, 'text.notCounted')))
  expect(faultOf(hidden)).toMatch(/^Entry 52 \(withheld\): every review is locked/)
})

test('VERIFY-5 an event about an open review that was not withheld is refused', () => {
  const play = playedJournal(signer)
  const leak = altered(exportOf(play, signer), (draft) => {
    const at = play
      .entries()
      .findIndex(({ event }) => event.kind === 'ballot.cast' && event.data.review === virginia)
    const [entry, hash] = [play.entries()[at], draft.entries[at]?.hash]
    if (!entry || hash === undefined) throw new Error('There is no such ballot.')
    draft.entries[at] = { ...draftOf({ ...draft, entries: [{ ...entry, hash }] }).entries[0]! }
  })
  expect(faultOf(leak)).toMatch(
    /ballot\.cast, virginia\.1\.1, seat 5\): it speaks of a review that is not locked/,
  )
})

test('VERIFY-6 a text that is withheld leaves chain and totals whole, and is counted', () => {
  const play = playedJournal(signer)
  const erased = play
    .entries()
    .map(({ event, texts }) => ({ event, texts: event.kind === 'ballot.cast' ? {} : texts }))
  const exported = exportOf({ ...play, entries: () => erased }, signer)
  expect(exported.withheldTexts).toHaveLength(1)
  expect(linesOf(exported)).toMatch(/^1 text is withheld/m)
})

test('VERIFY-6 a text that is missing and not listed is named', () => {
  const lost = altered(partly, (draft) => {
    const entry = draft.entries[placeOf(draft, 'conflict.decided')]
    if (entry && 'event' in entry) entry.texts = {}
  })
  expect(faultOf(lost)).toBe('Entry 8 (conflict.decided, missouri.1.1): the text of reason is missing.')
})

test('VERIFY-6 the list of withheld texts names only what is spoken of and not there', () => {
  const strange = altered(partly, (draft) => draft.withheldTexts.push('a'.repeat(64)))
  expect(faultOf(strange)).toMatch(/list of withheld texts names one twice, or one that no entry speaks of/)
  const present = altered(partly, (draft) => {
    draft.withheldTexts.push(eventIn(draft, 'conflict.decided').data.reason.text)
  })
  expect(faultOf(present)).toMatch(/Entry 8 .*reason is listed as withheld, and stands here/)
})

test('VERIFY-6 words cannot be moved between a text and its salt', () => {
  const shifted = altered(partly, (draft) => {
    const entry = draft.entries[placeOf(draft, 'conflict.decided')]
    if (!entry || !('event' in entry)) return
    for (const kept of Object.values(entry.texts)) {
      Object.assign(kept, { salt: kept.salt.slice(0, 30), text: `${kept.salt.slice(30)}\n${kept.text}` })
    }
  })
  expect(faultOf(shifted)).toMatch(/^Entry 8 cannot be read: texts › .* › salt/)
})

test('VERIFY-7 another key, or another signer, is named', () => {
  expect(faultOf(partly, stranger.publicKeyPem)).toMatch(
    new RegExp(`another key than .* \\(${stranger.keyId}\\)`),
  )
  const resigned = altered(partly, (draft) => {
    const head = eventIn(draft, 'head.signed')
    head.data.signature = stranger.sign(head.data.version, head.data.hash)
    mendChain(draft)
  })
  expect(faultOf(resigned)).toMatch(/^Entry 51 \(head\.signed\): the signature does not fit/)
  eventIn(resigned, 'head.signed').data.key = stranger.keyId
  mendChain(resigned)
  expect(faultOf(resigned)).toMatch(/^Entry 51 \(head\.signed\): it is signed with another key/)
  expect(faultOf(partly, 'no key')).toMatch(/no Ed25519 public key/)
})

test('VERIFY-7 what stands before withheld entries is vouched for too', () => {
  const late = altered(partly, (draft) => {
    eventIn(draft, 'form.attested').at += 1
    mendAll(draft)
  })
  expect(faultOf(late)).toMatch(/^Entry 51 \(head\.signed\): the signature does not fit/)
})

test('VERIFY-7 a signature written in another way is refused', () => {
  const padded = altered(partly, (draft) => {
    eventIn(draft, 'head.signed').data.signature += '='
    mendChain(draft)
  })
  expect(faultOf(padded)).toMatch(/the signature does not fit/)
})

test('VERIFY-7 the fault of a second signature leaves out what the first vouches for', () => {
  const late = altered(whole, (draft) => {
    eventIn(draft, 'seat.excused').at += 1
    mendAll(draft)
  })
  expect(faultOf(late)).toMatch(/^Entry 64 \(head\.signed\): .* entries 51 to 63 was after it was signed/)
})

test('VERIFY-7 without its last signed head an export ends before it is vouched for', () => {
  const older = olderExport(playedWhole(signer).entries(), raceToTheTop, signer)
  expect(linesOf(older)).toMatch(
    /not signed: exported 1970-01-01T00:00:00\.000Z, with 1 later event left out/,
  )
  const cut = (exported: Export) => faultOf(altered(exported, (draft) => void draft.entries.pop()))
  expect(cut(older)).toBe('The export ends where a head.signed had to follow.')
  expect(cut(whole)).toMatch(/^The signature of the export does not fit/)
})

test('VERIFY-2 a result of a review that is not locked is refused', () => {
  const more = altered(partly, (draft) => {
    const [result] = draft.results
    if (result) draft.results.push({ ...result, review: virginia })
  })
  expect(faultOf(more)).toMatch(/^The results are not those of the locked reviews/)
  const none = altered(partly, (draft) => void draft.results.pop())
  expect(faultOf(none)).toMatch(new RegExp(`review\\.locked, ${missouri}\\): the results lack this review`))
})
