import { describe } from 'vitest'
import { eventIn, mendAll, mendChain, mendResults } from '../harness/altered-export.ts'
import {
  attestedBy,
  give,
  notSigned,
  resultIn,
  testAlterations,
  type Alteration,
} from '../harness/alteration.ts'

const texts: readonly Alteration[] = [
  {
    what: 'a text',
    alter: (draft) => {
      const { text } = attestedBy(draft, 1).data.record.strengths['(A)(2)']?.text ?? { text: '' }
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
    alter: (draft) => void (resultIn(draft).record.mean.sum += 1),
    fault:
      /^Entry 50 \(review\.locked, missouri\.1\.1\): in the results, record › mean › sum says 2130, and 2129 follows/,
  },
  {
    what: 'points in the record',
    alter: (draft) => give(resultIn(draft).record.seats[2]?.form?.scores ?? {}, '(A)(1)(ii)', 1),
    fault:
      /in the results, record › seats › seat 3 › form › scores › \(A\)\(1\)\(ii\) says \d+, and \d+ follows/,
  },
  {
    what: 'the standing of a seat in the record',
    alter: (draft) => Object.assign(resultIn(draft).record.seats[0] ?? {}, { standing: 'excused' }),
    fault: /in the results, record › seats › seat 1 › standing says "excused", and "sitting" follows/,
  },
  {
    what: 'the panel’s points in the record',
    alter: (draft) => Object.assign(resultIn(draft).record.stem ?? {}, { points: 0 }),
    fault: /in the results, record › stem › points says 0, and 15 follows/,
  },
  {
    what: 'the mean beside the record',
    alter: (draft) => void (resultIn(draft).mean.count = 4),
    fault: /in the results, mean › count says 4, and 5 follows/,
  },
  {
    what: 'the panel’s points beside the record',
    alter: (draft) => void (resultIn(draft).stem = 0),
    fault: /in the results, stem says 0, and 15 follows/,
  },
  {
    what: 'the total',
    alter: (draft) => void (resultIn(draft).total.sum += 5),
    fault: /in the results, total › sum says 2209, and 2204 follows/,
  },
  {
    what: 'the total as it is printed',
    alter: (draft) => void (resultIn(draft).shown = '441.8'),
    fault: /in the results, shown says "441\.8", and "440\.8" follows/,
  },
  {
    what: 'the applicant',
    alter: (draft) => void (resultIn(draft).applicant = 'Ohio'),
    fault: /in the results, applicant says "Ohio", and "Missouri" follows/,
  },
  {
    what: 'the record hash in the results',
    alter: (draft) => void (resultIn(draft).recordHash = 'f'.repeat(64)),
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
    fault: /^At the head of the export, notice says null, and "Rehearsal: invented scores" follows/,
  },
  {
    what: 'the title of the competition',
    alter: (draft) => void (draft.competition.title = 'The real one'),
    fault: /^At the head of the export, competition › title says "The real one"/,
  },
]

describe('texts', () => testAlterations(texts, mendAll))
describe('results', () => testAlterations(results, mendResults))
describe('heading', () => testAlterations(heading, mendAll))
