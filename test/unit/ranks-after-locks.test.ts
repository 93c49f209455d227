import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkOf } from '../../shared/record/chain.ts'
import type { Export } from '../../server/exports/export-format.ts'
import { verifyExport } from '../../server/exports/verify.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import { sittingSeats } from '../../shared/competition/state.ts'
import { tierRanking } from '../../shared/competition/tier-ranking.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { horizonEurope } from '../../shared/rubric/presets/horizon-europe.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { draftOf, mendChain, olderExport, type DraftExport } from '../harness/altered-export.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import {
  alphaReview,
  betaReview,
  draftAll,
  nextVersion,
  open,
  panels,
  places,
  sampleReview,
  setRubric,
} from '../harness/set-up-steps.ts'
import { setUpExport } from '../harness/set-up-whole.ts'

let folder: string
let signer: Signer

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-ranks-'))
  signer = await loadSigner(folder)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** A review from its forms to its lock. */
function through(play: SetUpPlay, review: string, monitor: string, change: Partial<FormRecord> = {}): void {
  for (const { person } of sittingSeats(play.review(review))) {
    play.type(person, review, { ...play.form(person, review), ...change })
    expect(play.attest(person, review)).toBeNull()
  }
  play.mustSay(monitor, review, { kind: 'review.reveal' })
  for (const { person } of sittingSeats(play.review(review))) expect(play.sign(person, review)).toBeNull()
  play.mustSay(monitor, review, { kind: 'review.close', commentsRead: true })
  play.lock('staff-1', review)
}

/** Alpha and Beta locked; of seven applications they are the only ones that anybody reads. */
function bothLocked(play: SetUpPlay = draftAll(startSetUp({ signer }))): SetUpPlay {
  play.must('staff-1', open('alpha', 'beta'))
  through(play, alphaReview, 'monitor-1')
  through(play, betaReview, 'monitor-2')
  return play
}

/** The same beside a sample that everybody scored, and that is never locked. */
function besideASample(): SetUpPlay {
  const play = draftAll(startSetUp({ signer }))
  play.must('staff-1', { kind: 'calibration.start', application: 'gamma' })
  for (const { person } of play.review(sampleReview).seats)
    expect(play.attest(person, sampleReview)).toBeNull()
  return bothLocked(play)
}

/** Alpha with 7, 9 and 9, Beta with 8 all over: Alpha is first by its total. */
function horizonLocked(): SetUpPlay {
  const play = draftAll(
    startSetUp({ rubric: horizonEurope, rules: { scoreLine: 20, tieBreak: ['C1', 'C2'] }, signer }),
  )
  play.must('staff-1', open('alpha', 'beta'))
  through(play, alphaReview, 'monitor-1', { scores: { C1: 7, C2: 9, C3: 9 } })
  through(play, betaReview, 'monitor-2', { scores: { C1: 8, C2: 8, C3: 8 } })
  return play
}

const decidesLate = (play: SetUpPlay): void =>
  play.mustSay('official', alphaReview, {
    kind: 'absolute.decide',
    priority: 'P1',
    outcome: 'notMet',
    reasons: 'It does not.',
  })

const ranks = (play: SetUpPlay) => tierRanking(play.state(), play.opening, 1)

function saidOf(exported: Export | DraftExport): string {
  const verified = verifyExport(JSON.parse(JSON.stringify(exported)), signer.publicKeyPem)
  return verified.ok ? verified.lines.join('\n') : `FAULT ${verified.fault}`
}

const after: readonly (readonly [what: string, act: (play: SetUpPlay) => void])[] = [
  ['the selecting official decides', decidesLate],
  ['the tier is opened', (play) => play.mustSay('staff-1', alphaReview, { kind: 'tier.open' })],
  [
    'another application of the tier is opened to its panel',
    (play) => {
      play.must('staff-1', {
        kind: 'assignment.draft',
        panels,
        places: { ...places, delta: 'one' },
        seed: null,
      })
      play.must('staff-1', open('delta'))
    },
  ],
  [
    'the rubric has another version',
    (play) => play.must('staff-1', setRubric(nextVersion(play.rubric(), (r) => ({ ...r, threshold: 88 })))),
  ],
]

test.each(after)(
  'HELD-40 when %s after the lock, the export has it, with the ranks of that moment, and verifies',
  (_, act) => {
    const play = bothLocked()
    act(play)
    const exported = setUpExport(play, signer)
    expect(exported.entries).toHaveLength(play.entries().length)
    expect(exported.ranks?.find(({ tier }) => tier === 1)?.ranks ?? null).toEqual(ranks(play))
    expect(saidOf(exported)).not.toMatch(/^FAULT/)
  },
)

test('HELD-40 an application that the official took out after the lock is not ranked by the export', () => {
  const play = bothLocked()
  decidesLate(play)
  const [tier] = setUpExport(play, signer).ranks ?? []
  expect(tier?.ranks.find(({ application }) => application === 'alpha')).toMatchObject({
    rank: null,
    out: ['P1'],
  })
})

test('HELD-41 an export says what was signed at each lock, and what when it was made', () => {
  const play = bothLocked()
  decidesLate(play)
  const exported = setUpExport(play, signer)
  const lines = saidOf(exported).split('\n')
  expect(lines.filter((line) => line.startsWith('Signed at a lock: entry '))).toHaveLength(2)
  expect(lines.filter((line) => line.startsWith('Signed at the export, '))).toEqual([
    `Signed at the export, 2026-11-23T00:00:00.000Z: entry ${play.entries().length}, ${exported.entries.at(-1)?.hash}.`,
  ])
})

test('HELD-41 its time, its end and which entries it withholds are as they were when it was signed', () => {
  const play = besideASample()
  decidesLate(play)
  const exported = setUpExport(play, signer)
  expect(saidOf(exported)).not.toMatch(/^FAULT/)
  const altered = (alter: (draft: DraftExport) => void): string => {
    const draft = draftOf(exported)
    alter(draft)
    return saidOf(draft)
  }
  const unsigned = /^FAULT The signature of the export does not fit/
  expect(altered((draft) => void (draft.exportedAt += 1))).toMatch(unsigned)
  const end = (draft: DraftExport) => {
    draft.entries.pop()
    draft.ranks = draftOf(setUpExport(besideASample(), signer)).ranks ?? []
  }
  expect(altered(end)).toMatch(unsigned)
  const withheld = (draft: DraftExport) => {
    const last = draft.entries.at(-1)
    if (!last || !('event' in last) || last.event.kind !== 'absolute.decided')
      throw new Error('It came last.')
    draft.entries[draft.entries.length - 1] = { ...linkOf(last.event), hash: last.hash, withheld: true }
    draft.ranks = draftOf(setUpExport(besideASample(), signer)).ranks ?? []
  }
  expect(altered(withheld)).toMatch(unsigned)
  const later = (draft: DraftExport) => {
    const last = draft.entries.at(-1)
    if (last && 'event' in last) last.event.at += 1
    mendChain(draft)
  }
  expect(altered(later)).toMatch(unsigned)
  expect(altered((draft) => void delete draft.ranks)).toMatch(/^FAULT In the ranks/)
})

test('HELD-42 an older export, which ends with the signature of its last lock, verifies and says what it does not hold', () => {
  const play = bothLocked()
  decidesLate(play)
  const older = olderExport(play.entries(), play.opening, signer)
  expect(saidOf(older)).toMatch(
    /^Said by the server and not signed: exported .*, with 1 later event left out\. What was decided after the last lock is not in it\.$/m,
  )
  expect(saidOf(older)).not.toMatch(/Signed at the export/)
})

test('HELD-42 an export is signed as a whole or says what it leaves out, and never both or neither', () => {
  const exported = setUpExport(bothLocked(), signer)
  const { signature: _, ...unsigned } = exported
  const refused = /^FAULT This is not an export that this version reads/
  expect(saidOf(unsigned)).toMatch(refused)
  expect(saidOf({ ...exported, notYetSigned: 0 })).toMatch(refused)
  const further = { ...unsigned, notYetSigned: 0, entries: [...exported.entries] }
  expect(saidOf(further)).not.toMatch(/^FAULT/)
  const play = bothLocked()
  decidesLate(play)
  const { signature: _whole, ...late } = setUpExport(play, signer)
  expect(saidOf({ ...late, notYetSigned: 0 })).toBe(
    'FAULT The last entry is not a signed head, and the export is not signed as a whole.',
  )
})

const stricter = (rubric: Rubric): Rubric => ({
  ...rubric,
  criteria: rubric.criteria.map((each) => (each.id === 'C1' ? { ...each, threshold: 8 } : each)),
})

test('HELD-43 a version of the rubric that comes after the lock ranks nothing that was scored before it', () => {
  const play = horizonLocked()
  const before = ranks(play)
  expect(before?.map(({ application, rank }) => [application, rank])).toEqual([
    ['alpha', 1],
    ['beta', 2],
  ])
  play.must('staff-1', setRubric(nextVersion(play.rubric(), stricter)))
  expect(ranks(play)).toEqual(before)
  const exported = setUpExport(play, signer)
  expect(exported.ranks).toEqual([{ tier: 1, ranks: before }])
  expect(saidOf(exported)).not.toMatch(/^FAULT/)
})
