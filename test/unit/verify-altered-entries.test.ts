import { eventIn, mendAll } from '../harness/altered-export.ts'
import {
  attestedBy,
  ballotOf,
  notItsHash,
  notSigned,
  testAlterations,
  type Alteration,
} from '../harness/alteration.ts'

const entries: readonly Alteration[] = [
  {
    what: 'who witnessed a score',
    alter: (draft) => void (eventIn(draft, 'score.changed').by = 'staff-1'),
    fault: /^Entry 31 .*: it is by staff-1, and only the server witnesses/,
  },
  {
    what: 'a time that then lies after the next',
    alter: (draft) => void (attestedBy(draft, 1).at += 60_000),
    fault:
      /^Entry 10 \(form\.attested, missouri\.1\.1, seat 2\): its time lies 59000 ms before that of entry 9/,
  },
  {
    what: 'a time that keeps the order',
    alter: (draft) => void (attestedBy(draft, 1).at += 1),
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
    alter: (draft) => void (attestedBy(draft, 2).by = 'reviewer-3'),
    fault: /^Entry 10 .*seat 2\): it is by reviewer-3, and seat 2 is that of reviewer-2/,
  },
  {
    what: 'a person whom nobody knows',
    alter: (draft) => void (attestedBy(draft, 2).by = 'reviewer-9'),
    fault: /^Entry 10 .*: it is by reviewer-9, whom the competition does not know/,
  },
  {
    what: 'a seat',
    alter: (draft) => void (ballotOf(draft, 1).data.seat = 2),
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
      last.command = attestedBy(draft, 4).command
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
    alter: (draft) => void (attestedBy(draft, 1).previous = 'c'.repeat(64)),
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

testAlterations(entries, mendAll)
