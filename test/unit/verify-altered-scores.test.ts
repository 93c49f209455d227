import { eventIn, mendAll } from '../harness/altered-export.ts'
import {
  attestedBy,
  ballotOf,
  give,
  signedBy,
  testAlterations,
  type Alteration,
} from '../harness/alteration.ts'
import { changedRow } from '../harness/played-journal.ts'

const scores: readonly Alteration[] = [
  {
    what: 'attested points of a row that then changed',
    alter: (draft) => give(attestedBy(draft, 2).data.record.scores, changedRow, -1),
    fault:
      /^Entry 31 \(score\.changed, missouri\.1\.1, seat 2\): row \(A\)\(2\)\(i\) changes from \d+, and \d+ stood/,
  },
  {
    what: 'attested points of a row that did not change',
    alter: (draft) => give(attestedBy(draft, 1).data.record.scores, '(A)(1)(ii)', -1),
    fault:
      /^Entry 43 \(column\.signed, missouri\.1\.1, seat 1\): row \(A\)\(1\)\(ii\) is signed with \d+, and \d+ stood/,
  },
  {
    what: 'attested points above the maximum',
    alter: (draft) => give(attestedBy(draft, 1).data.record.scores, '(A)(1)(i)', 5),
    fault: /^Entry 9 \(form\.attested, missouri\.1\.1, seat 1\): row \(A\)\(1\)\(i\) has \d+: .* from 0 to 5/,
  },
  {
    what: 'attested points that the rule of a choice does not give',
    alter: (draft) => give(attestedBy(draft, 1).data.record.scores, '(E)(1)', -1),
    fault:
      /^Entry 9 \(form\.attested, missouri\.1\.1, seat 1\): row \(E\)\(1\) has 9: \(E\)\(1\) is 10, 5 or 0/,
  },
  {
    what: 'attested points that are no whole number',
    alter: (draft) => give(attestedBy(draft, 1).data.record.scores, '(A)(1)(i)', -0.5),
    fault: /^Entry 9 cannot be read: .*expected int.* at record.*\(A\)\(1\)\(i\)/,
    mend: () => undefined,
  },
  {
    what: 'a row beyond the rubric in an attested record',
    alter: (draft) => give(attestedBy(draft, 1).data.record.scores, '(G)(1)', 50),
    fault: /^Entry 9 .*seat 1\): its points name \(G\)\(1\), which the rubric does not have/,
  },
  {
    what: 'a ticked element',
    alter: (draft) => void attestedBy(draft, 3).data.record.elements['(C)(1)']?.pop(),
    fault: /^Entry 11 .*seat 3\): row \(C\)\(1\) has 24, and its ticked elements give 22/,
  },
  {
    what: 'points in a signed record',
    alter: (draft) => give(signedBy(draft, 2).data.record.scores, '(B)(3)', -1),
    fault:
      /^Entry 44 \(column\.signed, missouri\.1\.1, seat 2\): row \(B\)\(3\) is signed with \d+, and \d+ stood/,
  },
  {
    what: 'the reason of a change',
    alter: (draft) => {
      const change = signedBy(draft, 2).data.record.changes[changedRow]
      if (change) change.reason = null
    },
    fault: /^Entry 44 .*seat 2\): reviewer-2 could not.* \(A\)\(2\)\(i\) was changed and has no reason/,
  },
  {
    what: 'an attested determination',
    alter: (draft) =>
      Object.assign(attestedBy(draft, 5).data.record.determinations['P2'] ?? {}, { answer: 'yes' }),
    fault: /^Entry 40 \(ballot\.cast, missouri\.1\.1, seat 5\): reviewer-5 could not.* needs your reasons/,
  },
  {
    what: 'a signed determination, against the ballot',
    alter: (draft) =>
      Object.assign(signedBy(draft, 4).data.record.determinations['P2'] ?? {}, { answer: 'no' }),
    fault:
      /^Entry 46 .*seat 4\): its data › record › determinations › P2 › answer says "no", and "yes" follows/,
  },
  {
    what: 'a ballot that confirmed its form',
    alter: (draft) => void (ballotOf(draft, 1).data.answer = 'no'),
    fault: /^Entry 38 \(ballot\.cast, missouri\.1\.1, seat 1\): .* needs your reasons/,
  },
  {
    what: 'a ballot that changed its form',
    alter: (draft) => void (ballotOf(draft, 4).data.answer = 'no'),
    fault: /^Entry 41 \(vote\.closed, missouri\.1\.1\): its data › yes says 4, and 3 follows/,
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
]

testAlterations(scores, mendAll)
