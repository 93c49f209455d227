import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Export } from '../../server/exports/export-format.ts'
import { verifyExport } from '../../server/exports/verify.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import {
  draftOf,
  eventIn,
  exportOf,
  mendAll,
  mendChain,
  mendResults,
  type DraftExport,
} from '../harness/altered-export.ts'
import { changedRow, playedJournal } from '../harness/played-journal.ts'

let folder: string
let signer: Signer
let exported: Export

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-altered-'))
  signer = await loadSigner(folder)
  exported = exportOf(playedJournal(signer), signer)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

interface Alteration {
  readonly what: string
  readonly alter: (draft: DraftExport) => void
  /** What the fault says of the altered export as it is. */
  readonly fault: RegExp
  /** How the attacker mends it, all that follows from the entries unless it says otherwise. */
  readonly mend?: (draft: DraftExport) => void
  /** What the fault says then, where it says something else. */
  readonly mended?: RegExp
}

const attested = (draft: DraftExport, seat: number) =>
  eventIn(draft, 'form.attested', ({ data }) => data.seat === seat)
const signed = (draft: DraftExport, seat: number) =>
  eventIn(draft, 'column.signed', ({ data }) => data.seat === seat)
const ballot = (draft: DraftExport, seat: number) =>
  eventIn(draft, 'ballot.cast', ({ data }) => data.seat === seat)
const result = (draft: DraftExport) => {
  const [first] = draft.results
  if (!first) throw new Error('There is no result.')
  return first
}
const give = (scores: Record<string, number | null>, row: string, more: number) => {
  scores[row] = (scores[row] ?? 0) + more
}

const notItsHash = (entry: number) => new RegExp(`^Entry ${entry} .*: what it says does not give its hash`)
const notSigned = /^Entry 51 \(head\.signed\): the signature does not fit.* entries 1 to 50/

const entries: readonly Alteration[] = [
  {
    what: 'attested points of a row that then changed',
    alter: (draft) => give(attested(draft, 2).data.record.scores, changedRow, -1),
    fault:
      /^Entry 31 \(score\.changed, missouri\.1\.1, seat 2\): row \(A\)\(2\)\(i\) changes from \d+, and \d+ stood/,
  },
  {
    what: 'attested points of a row that did not change',
    alter: (draft) => give(attested(draft, 1).data.record.scores, '(A)(1)(ii)', -1),
    fault:
      /^Entry 43 \(column\.signed, missouri\.1\.1, seat 1\): row \(A\)\(1\)\(ii\) is signed with \d+, and \d+ stood/,
  },
  {
    what: 'attested points above the maximum',
    alter: (draft) => give(attested(draft, 1).data.record.scores, '(A)(1)(i)', 5),
    fault: /^Entry 9 \(form\.attested, missouri\.1\.1, seat 1\): row \(A\)\(1\)\(i\) has \d+: .* from 0 to 5/,
  },
  {
    what: 'attested points that the rule of a choice does not give',
    alter: (draft) => give(attested(draft, 1).data.record.scores, '(E)(1)', -1),
    fault:
      /^Entry 9 \(form\.attested, missouri\.1\.1, seat 1\): row \(E\)\(1\) has 9: \(E\)\(1\) is 10, 5 or 0/,
  },
  {
    what: 'attested points that are no whole number',
    alter: (draft) => give(attested(draft, 1).data.record.scores, '(A)(1)(i)', -0.5),
    fault: /^Entry 9 cannot be read: .*expected int.* at record.*\(A\)\(1\)\(i\)/,
    mend: () => undefined,
  },
  {
    what: 'a row beyond the rubric in an attested record',
    alter: (draft) => give(attested(draft, 1).data.record.scores, '(G)(1)', 50),
    fault: /^Entry 9 .*seat 1\): its points name \(G\)\(1\), which the rubric does not have/,
  },
  {
    what: 'a ticked element',
    alter: (draft) => void attested(draft, 3).data.record.elements['(C)(1)']?.pop(),
    fault: /^Entry 11 .*seat 3\): row \(C\)\(1\) has 24, and its ticked elements give 22/,
  },
  {
    what: 'points in a signed record',
    alter: (draft) => give(signed(draft, 2).data.record.scores, '(B)(3)', -1),
    fault:
      /^Entry 44 \(column\.signed, missouri\.1\.1, seat 2\): row \(B\)\(3\) is signed with \d+, and \d+ stood/,
  },
  {
    what: 'the reason of a change',
    alter: (draft) => {
      const change = signed(draft, 2).data.record.changes[changedRow]
      if (change) change.reason = null
    },
    fault: /^Entry 44 .*seat 2\): reviewer-2 could not.* \(A\)\(2\)\(i\) was changed and has no reason/,
  },
  {
    what: 'an attested determination',
    alter: (draft) =>
      Object.assign(attested(draft, 5).data.record.determinations['P2'] ?? {}, { answer: 'yes' }),
    fault: /^Entry 40 \(ballot\.cast, missouri\.1\.1, seat 5\): reviewer-5 could not.* needs your reasons/,
  },
  {
    what: 'a signed determination, against the ballot',
    alter: (draft) =>
      Object.assign(signed(draft, 4).data.record.determinations['P2'] ?? {}, { answer: 'no' }),
    fault:
      /^Entry 46 .*seat 4\): its data › record › determinations › P2 › answer says "no", and "yes" follows/,
  },
  {
    what: 'a ballot that confirmed its form',
    alter: (draft) => void (ballot(draft, 1).data.answer = 'no'),
    fault: /^Entry 38 \(ballot\.cast, missouri\.1\.1, seat 1\): .* needs your reasons/,
  },
  {
    what: 'a ballot that changed its form',
    alter: (draft) => void (ballot(draft, 4).data.answer = 'no'),
    fault: /^Entry 39 \(ballot\.cast, missouri\.1\.1, seat 4\): its data › reasons says .*, and null follows/,
  },
  {
    what: 'the count of a vote',
    alter: (draft) => void (eventIn(draft, 'vote.closed').data.yes = 5),
    fault: /^Entry 41 \(vote\.closed, missouri\.1\.1\): its data › yes says 5, and 4 follows/,
  },
  {
    what: 'the outcome of a vote',
    alter: (draft) => void (eventIn(draft, 'vote.closed').data.awarded = false),
    fault: /^Entry 41 \(vote\.closed, missouri\.1\.1\): its data › awarded says false, and true follows/,
  },
  {
    what: 'a witnessed score',
    alter: (draft) => void (eventIn(draft, 'score.changed', ({ version }) => version === 32).data.to = 20),
    fault: /^Entry 44 .*seat 2\): row \(A\)\(2\)\(i\) is signed with \d+, and 20 stood/,
  },
  {
    what: 'the row of a witnessed score',
    alter: (draft) => void (eventIn(draft, 'score.changed').data.row = '(F)(2)(ii)'),
    fault: /^Entry 31 \(score\.changed, missouri\.1\.1, seat 2\): row \(F\)\(2\)\(ii\) changes from/,
  },
  {
    what: 'the seat of a witnessed score',
    alter: (draft) => void (eventIn(draft, 'score.changed').data.seat = 9),
    fault: /^Entry 31 \(score\.changed, missouri\.1\.1, seat 9\): missouri\.1\.1 has no seat 9/,
  },
  {
    what: 'who witnessed a score',
    alter: (draft) => void (eventIn(draft, 'score.changed').by = 'staff-1'),
    fault: /^Entry 31 .*: it is by staff-1, and only the server witnesses/,
  },
  {
    what: 'a time that then lies after the next',
    alter: (draft) => void (attested(draft, 1).at += 60_000),
    fault:
      /^Entry 10 \(form\.attested, missouri\.1\.1, seat 2\): its time lies 59000 ms before that of entry 9/,
  },
  {
    what: 'a time that keeps the order',
    alter: (draft) => void (attested(draft, 1).at += 1),
    fault: notItsHash(9),
    mended: notSigned,
  },
  {
    what: 'the time of the last signed head',
    alter: (draft) => void (eventIn(draft, 'head.signed').at += 1),
    fault: /^Entry 51 \(head\.signed\): it was written together with entry 50, and its at says/,
  },
  {
    what: 'a person',
    alter: (draft) => void (attested(draft, 2).by = 'reviewer-3'),
    fault: /^Entry 10 .*seat 2\): it is by reviewer-3, and seat 2 is that of reviewer-2/,
  },
  {
    what: 'a person whom nobody knows',
    alter: (draft) => void (attested(draft, 2).by = 'reviewer-9'),
    fault: /^Entry 10 .*: it is by reviewer-9, whom the competition does not know/,
  },
  {
    what: 'a seat',
    alter: (draft) => void (ballot(draft, 1).data.seat = 2),
    fault:
      /^Entry 38 \(ballot\.cast, missouri\.1\.1, seat 2\): it is by reviewer-1, and seat 2 is that of reviewer-2/,
  },
  {
    what: 'who revealed',
    alter: (draft) => void (eventIn(draft, 'review.revealed').by = 'staff-1'),
    fault: /^Entry 30 \(review\.revealed, missouri\.1\.1\): staff-1 could not.*not yours to decide/,
  },
  {
    what: 'an answer about conflicts',
    alter: (draft) => {
      eventIn(draft, 'conflict.answered', ({ by }) => by === 'reviewer-1').data.answer = 'recused'
    },
    fault: /^Entry 9 \(form\.attested, missouri\.1\.1, seat 1\): reviewer-1 could not/,
  },
  {
    what: 'what staff decided on a conflict',
    alter: (draft) => void (eventIn(draft, 'conflict.decided').data.outcome = 'recused'),
    fault: /^Entry 11 \(form\.attested, missouri\.1\.1, seat 3\): reviewer-3 could not/,
  },
  {
    what: 'the role of a person',
    alter: (draft) => {
      const { people } = eventIn(draft, 'competition.opened').data.setup
      for (const person of people) if (person.id === 'monitor-1') person.role = 'staff'
    },
    fault: /^Entry 1 \(competition\.opened\): monitor-1 leads panel panel-1 and is no monitor/,
  },
  {
    what: 'the label of a person',
    alter: (draft) => {
      const [person] = eventIn(draft, 'competition.opened').data.setup.people
      if (person) person.label = 'Reviewer 8'
    },
    fault: notItsHash(1),
    mended: notSigned,
  },
  {
    what: 'a command, so that it counts twice',
    alter: (draft) => {
      const last = eventIn(draft, 'form.attested', ({ version }) => version === 15)
      last.command = attested(draft, 4).command
    },
    fault: /^Entry 15 \(form\.attested, missouri\.1\.1, seat 4\): its command is in the journal already/,
  },
  {
    what: 'the review that an event speaks of',
    alter: (draft) => void (eventIn(draft, 'vote.opened').data.review = 'virginia.1.1'),
    fault: /^Entry 33 \(vote\.opened, virginia\.1\.1\): it speaks of a review that is not locked/,
  },
  {
    what: 'a review that there is not',
    alter: (draft) => void (eventIn(draft, 'vote.opened').data.review = 'ohio.1.1'),
    fault: /^Entry 33 \(vote\.opened, ohio\.1\.1\): the competition has no such review/,
  },
  {
    what: 'the name of a sealed document',
    alter: (draft) => {
      const [room] = eventIn(draft, 'review.locked').data.documents
      if (room) room.name = 'rehearsal-1/virginia.1.1/room'
    },
    fault: /^Entry 50 .*: it seals rehearsal-1\/virginia\.1\.1\/room, which is no document of this review/,
  },
  {
    what: 'the hash of a sealed document',
    alter: (draft) => {
      const [room] = eventIn(draft, 'review.locked').data.documents
      if (room) room.sha256 = 'b'.repeat(64)
    },
    fault: notItsHash(50),
    mended: notSigned,
  },
  {
    what: 'an entry that is gone',
    alter: (draft) => void draft.entries.splice(30, 1),
    fault: /^Where entry 31 should stand, there is entry 32/,
    mended: /^Entry 31 \(score\.changed, missouri\.1\.1, seat 2\): row \(A\)\(2\)\(i\) changes from/,
  },
  {
    what: 'a form taken back and given again, both gone',
    alter: (draft) => void draft.entries.splice(13, 2),
    fault: /^Where entry 14 should stand, there is entry 16/,
    mended: /^Entry 49 \(head\.signed\): the signature does not fit.* entries 1 to 48/,
  },
  {
    what: 'two entries in each other’s place',
    alter: (draft) => {
      const [one, two] = [draft.entries[37], draft.entries[38]]
      if (one && two) draft.entries.splice(37, 2, two, one)
    },
    fault: /^Where entry 38 should stand, there is entry 39/,
    mended:
      /^Entry 39 \(ballot\.cast, missouri\.1\.1, seat 1\): its time lies 1000 ms before that of entry 38/,
  },
  {
    what: 'the hash of an entry',
    alter: (draft) => {
      const entry = draft.entries[8]
      if (entry) entry.hash = 'c'.repeat(64)
    },
    fault: notItsHash(9),
    mend: () => undefined,
  },
  {
    what: 'the link of an entry',
    alter: (draft) => void (attested(draft, 1).previous = 'c'.repeat(64)),
    fault: /^Entry 9 .*: it does not follow from the entry before it/,
    mend: () => undefined,
  },
  {
    what: 'the link of a withheld entry',
    alter: (draft) => {
      const entry = draft.entries[15]
      if (entry && 'previous' in entry) entry.previous = 'c'.repeat(64)
    },
    fault: /^Entry 16 \(withheld\): it does not follow from the entry before it/,
    mend: () => undefined,
  },
  {
    what: 'the signature',
    alter: (draft) => {
      const { data } = eventIn(draft, 'head.signed')
      data.signature = `${data.signature.startsWith('A') ? 'B' : 'A'}${data.signature.slice(1)}`
    },
    fault: notItsHash(51),
    mended: notSigned,
  },
]

const texts: readonly Alteration[] = [
  {
    what: 'a text',
    alter: (draft) => {
      const { text } = attested(draft, 1).data.record.strengths['(A)(2)']?.text ?? { text: '' }
      const entry = draft.entries[8]
      if (entry && 'event' in entry && entry.texts[text]) entry.texts[text].text = 'Weak.'
    },
    fault:
      /^Entry 9 .*seat 1\): the text of record › strengths › \(A\)\(2\) › text is not the one that was written/,
  },
  {
    what: 'a text beyond what the event speaks of',
    alter: (draft) => {
      const entry = draft.entries[8]
      if (entry && 'event' in entry) entry.texts['d'.repeat(64)] = { salt: 'e'.repeat(32), text: 'More.' }
    },
    fault: /^Entry 9 .*seat 1\): a text stands beside it that it does not speak of/,
  },
]

const results: readonly Alteration[] = [
  {
    what: 'the mean in the record',
    alter: (draft) => void (result(draft).record.mean.sum += 1),
    fault:
      /^Entry 50 \(review\.locked, missouri\.1\.1\): in the results, record › mean › sum says 2130, and 2129 follows/,
  },
  {
    what: 'points in the record',
    alter: (draft) => give(result(draft).record.seats[2]?.form?.scores ?? {}, '(A)(1)(ii)', 1),
    fault:
      /in the results, record › seats › seat 3 › form › scores › \(A\)\(1\)\(ii\) says \d+, and \d+ follows/,
  },
  {
    what: 'the standing of a seat in the record',
    alter: (draft) => Object.assign(result(draft).record.seats[0] ?? {}, { standing: 'excused' }),
    fault: /in the results, record › seats › seat 1 › standing says "excused", and "sitting" follows/,
  },
  {
    what: 'the panel’s points in the record',
    alter: (draft) => Object.assign(result(draft).record.stem ?? {}, { points: 0 }),
    fault: /in the results, record › stem › points says 0, and 15 follows/,
  },
  {
    what: 'the mean beside the record',
    alter: (draft) => void (result(draft).mean.count = 4),
    fault: /in the results, mean › count says 4, and 5 follows/,
  },
  {
    what: 'the panel’s points beside the record',
    alter: (draft) => void (result(draft).stem = 0),
    fault: /in the results, stem says 0, and 15 follows/,
  },
  {
    what: 'the total',
    alter: (draft) => void (result(draft).total.sum += 5),
    fault: /in the results, total › sum says 2209, and 2204 follows/,
  },
  {
    what: 'the total as it is printed',
    alter: (draft) => void (result(draft).shown = '441.8'),
    fault: /in the results, shown says "441\.8", and "440\.8" follows/,
  },
  {
    what: 'the applicant',
    alter: (draft) => void (result(draft).applicant = 'Ohio'),
    fault: /in the results, applicant says "Ohio", and "Missouri" follows/,
  },
  {
    what: 'the record hash in the results',
    alter: (draft) => void (result(draft).recordHash = 'f'.repeat(64)),
    fault: /^Entry 50 .*: the record hash in the results is not the hash of the record/,
    mend: mendChain,
  },
  {
    what: 'the record hash in the journal',
    alter: (draft) => void (eventIn(draft, 'review.locked').data.recordHash = 'f'.repeat(64)),
    fault: /^Entry 50 .*: its record hash is not the hash of the record in the results/,
    mend: mendChain,
  },
]

const heading: readonly Alteration[] = [
  {
    what: 'a maximum in the rubric',
    alter: (draft) => {
      const row = draft.rubric.criteria[0]?.rows[1]
      if (row) row.max += 1
    },
    fault: /^The rubric: The points of the rows of \(A\)\(1\) add up to 66, the rubric states 65/,
  },
  {
    what: 'words in the rubric',
    alter: (draft) => {
      const row = draft.rubric.criteria[0]?.rows[1]
      if (row) row.summary = 'Other words.'
    },
    fault: /^Entry 1 .*: the rubric in the export is not the one that the competition was opened on/,
    mended: notSigned,
  },
  {
    what: 'the version of the rubric',
    alter: (draft) => void (draft.rubric.version = 2),
    fault: /^Entry 1 .*: the competition was opened on another rubric: version says 2, and 1 follows/,
  },
  {
    what: 'the notice of a rehearsal',
    alter: (draft) => void (draft.notice = null),
    fault:
      /^Entry 1 .*: at the head of the export, notice says null, and "Rehearsal: invented scores" follows/,
  },
  {
    what: 'the title of the competition',
    alter: (draft) => void (draft.competition.title = 'The real one'),
    fault: /^Entry 1 .*: at the head of the export, competition › title says "The real one"/,
  },
]

function faultOf(draft: DraftExport): string {
  const verified = verifyExport(JSON.parse(JSON.stringify(draft)), signer.publicKeyPem)
  return verified.ok ? 'verifies' : verified.fault
}

describe.each([
  { group: 'entries', alterations: entries, usual: mendAll },
  { group: 'texts', alterations: texts, usual: mendAll },
  { group: 'results', alterations: results, usual: mendResults },
  { group: 'heading', alterations: heading, usual: mendAll },
])('$group', ({ alterations, usual }) => {
  test.each(alterations)('VERIFY-2 altered and named: $what', ({ alter, fault }) => {
    const draft = draftOf(exported)
    alter(draft)
    expect(faultOf(draft)).toMatch(fault)
  })

  test.each(alterations)(
    'VERIFY-3 altered, all hashes mended, and named: $what',
    ({ alter, mend, mended, fault }) => {
      const draft = draftOf(exported)
      alter(draft)
      const mendIt = mend ?? usual
      mendIt(draft)
      expect(faultOf(draft)).toMatch(mended ?? fault)
    },
  )
})
