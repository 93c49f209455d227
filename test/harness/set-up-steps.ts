import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import type { ApplicationEntry, AssignmentDrawn, Check, DraftPanel } from '../../shared/competition/set-up.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { sittingSeats } from '../../shared/competition/state.ts'
import type { NoticeWords } from '../../shared/notice/words.ts'
import { rowsOf, type Rubric } from '../../shared/rubric/rubric.ts'
import { someDocument } from './pure-play.ts'
import type { SetUpPlay } from './set-up-play.ts'

/** Two of staff, two monitors, the official, and reviewers 1 to 7; the last is on no panel. */
export const cast: readonly Person[] = [
  { id: 'staff-1', role: 'staff', label: 'Program staff' },
  { id: 'staff-2', role: 'staff', label: 'Program staff 2' },
  { id: 'monitor-1', role: 'monitor', label: 'Monitor 1' },
  { id: 'monitor-2', role: 'monitor', label: 'Monitor 2' },
  { id: 'official', role: 'official', label: 'Selecting official' },
  ...Array.from(
    { length: 7 },
    (_, at): Person => ({
      id: `r${at + 1}`,
      role: 'reviewer',
      label: `Reviewer ${at + 1}`,
    }),
  ),
]

/** An application with somebody who has a part in it. */
export function applicationEntry(id: string): ApplicationEntry {
  return {
    id,
    applicant: `State of ${id}`,
    home: 'Maine',
    requested: 75_000_000,
    received: Date.UTC(2026, 9, 1),
    involved: {
      districts: `${id} district`,
      partners: `${id} university`,
      consultants: '',
      signatories: 'A. Governor',
    },
  }
}

/** Alpha goes to panel one, beta to panel two; gamma and delta are on no panel. */
export const applications = ['alpha', 'beta', 'gamma', 'delta'].map(applicationEntry)
export const alphaReview = 'alpha.1.1'
export const betaReview = 'beta.1.1'
export const sampleReview = 'gamma.0.1'

export const checklist: Check[] = [
  { id: 'on-time', title: 'Received on time', source: 'Notice, section IV', before: 'review' },
  { id: 'signed', title: 'Signed by the governor', source: 'Notice, section III', before: 'award' },
]

export const panels: DraftPanel[] = [
  { id: 'one', title: 'Panel one', monitor: 'monitor-1', reviewers: ['r1', 'r2', 'r3'] },
  { id: 'two', title: 'Panel two', monitor: 'monitor-2', reviewers: ['r4', 'r5', 'r6'] },
]

export const places = { alpha: 'one', beta: 'two' }

/** What the server keeps of a draw: those two panels, unless it drew others. */
export const drawn = (changed: Partial<AssignmentDrawn> = {}): SetUpCommand => ({
  kind: 'assignment.draw',
  panels: panels.map(({ id, monitor, reviewers }) => ({ id, monitor: monitor ?? '', reviewers })),
  places,
  seed: 'a seed',
  entered: true,
  asked: { panels: 2, seats: 3, mostPanels: 1, uneven: false },
  kept: null,
  ...changed,
})

export const draft: SetUpCommand = { kind: 'assignment.draft', panels, places, seed: 'a seed' }
export const open = (...ids: string[]): SetUpCommand => ({ kind: 'assignment.open', applications: ids })
export const pause: SetUpCommand = { kind: 'competition.pause', reason: 'The building is shut.' }
export const resume: SetUpCommand = { kind: 'competition.resume' }

export const declare = (
  application: string,
  answer: 'certified' | 'recused' | 'unsure',
  reason = answer === 'certified' ? '' : 'A cousin works there.',
): SetUpCommand => ({ kind: 'conflict.declare', answers: [{ application, answer, reason }] })

export const record = (
  application: string,
  person: string,
  answer: 'certified' | 'recused' | 'unsure',
): SetUpCommand => ({
  kind: 'conflict.record',
  answers: [{ application, person, answer, reason: 'Signed paper of November 3.' }],
})

export const decideFor = (
  application: string,
  person: string,
  outcome: 'cleared' | 'recused',
): SetUpCommand => ({ kind: 'declaration.decide', application, person, outcome, reason: 'Long ago.' })

export const judge = (
  application: string,
  outcome: 'met' | 'notMet' = 'met',
  item = 'on-time',
): SetUpCommand => ({
  kind: 'intake.judge',
  applications: [application],
  item,
  outcome,
  basis: 'The stamp of October 1.',
})

/** The next version of a rubric, with other words or another rule where asked. */
export function nextVersion(rubric: Rubric, change: (rubric: Rubric) => Rubric = (same) => same): Rubric {
  return { ...change(rubric), version: rubric.version + 1 }
}

export const setRubric = (rubric: Rubric, why = 'The notice was amended.'): SetUpCommand => ({
  kind: 'rubric.set',
  rubric: JSON.parse(JSON.stringify(rubric)),
  why,
})

/** The rubric with another title of its first row: what is asked stays the same. */
export function otherWords(rubric: Rubric): Rubric {
  const [first] = rowsOf(rubric)
  return {
    ...rubric,
    criteria: rubric.criteria.map((criterion) => ({
      ...criterion,
      rows: criterion.rows.map((row) =>
        row.id === first?.id ? { ...row, summary: 'In other words.' } : row,
      ),
    })),
  }
}

/** The notice's words for the first row. */
export function words(rubric: Rubric): NoticeWords {
  const [first] = rowsOf(rubric)
  const span = { document: someDocument.id, start: 0, end: 9 }
  return { passages: { [first?.id ?? '']: [span] }, guidance: {}, evidence: {}, definitions: [] }
}

/** Everything up to the assignment: people, applications, checklist, dates, intake. */
export function listAll(play: SetUpPlay): SetUpPlay {
  play.must('staff-1', { kind: 'competition.name', title: 'Race to the Top, Phase 3' })
  play.must('staff-1', { kind: 'people.set', people: [...cast] })
  play.must('staff-1', { kind: 'applications.set', applications })
  play.must('staff-1', { kind: 'checklist.set', items: checklist })
  const at = Date.UTC(2026, 11, 1)
  const dates = [{ id: 'ready', title: 'Forms are due', at, remind: 'ready' as const }]
  play.must('staff-1', { kind: 'dates.set', zone: 'America/New_York', dates })
  for (const { id } of applications) play.must('staff-1', judge(id))
  return play
}

/** The same, with everybody certified for everything, and a draft of two panels. */
export function draftAll(play: SetUpPlay): SetUpPlay {
  listAll(play)
  for (const { id: person } of cast)
    play.must(person, {
      kind: 'conflict.declare',
      answers: applications.map(({ id }) => ({ application: id, answer: 'certified', reason: '' })),
    })
  play.must('staff-1', drawn())
  play.must('staff-1', draft)
  return play
}

/** The same, with alpha open to panel one. */
export function openAlpha(play: SetUpPlay): SetUpPlay {
  draftAll(play)
  play.must('staff-1', open('alpha'))
  return play
}

/** The same, with alpha revealed. */
export function revealAlpha(play: SetUpPlay): SetUpPlay {
  openAlpha(play)
  for (const { person } of play.review(alphaReview).seats) play.attest(person, alphaReview)
  play.mustSay('monitor-1', alphaReview, { kind: 'review.reveal' })
  return play
}

/** The same, signed and closed. */
export function closeAlpha(play: SetUpPlay): SetUpPlay {
  revealAlpha(play)
  for (const { person } of sittingSeats(play.review(alphaReview))) play.sign(person, alphaReview)
  play.mustSay('monitor-1', alphaReview, { kind: 'review.close', commentsRead: true })
  return play
}

/** One command of each kind, as legal as it can be once the draft is there. */
export function setUpOfEach(play: SetUpPlay): readonly SetUpCommand[] {
  return [
    { kind: 'competition.name', title: 'Another name' },
    {
      kind: 'preset.take',
      preset: 'foundation',
      rubric: JSON.parse(JSON.stringify(play.opening)),
      rules: {},
      checklist,
    },
    setRubric(nextVersion(play.rubric(), otherWords)),
    { kind: 'rules.set', rules: play.state().rules },
    { kind: 'dates.set', zone: 'America/Chicago', dates: [] },
    { kind: 'people.set', people: [{ id: 'r8', role: 'reviewer', label: 'Reviewer 8' }] },
    { kind: 'people.remove', people: ['r7'] },
    { kind: 'applications.set', applications: [applicationEntry('epsilon')] },
    { kind: 'applications.remove', applications: ['delta'] },
    { kind: 'checklist.set', items: checklist },
    judge('delta'),
    declare('delta', 'certified'),
    record('delta', 'r7', 'certified'),
    decideFor('delta', 'r7', 'cleared'),
    drawn(),
    draft,
    open('alpha'),
    { kind: 'notice.attach', document: someDocument },
    { kind: 'notice.confirm', words: { passages: {}, guidance: {}, evidence: {}, definitions: [] } },
    { kind: 'calibration.start', application: 'gamma' },
    { kind: 'calibration.add', reviewers: ['r7'] },
    { kind: 'calibration.show' },
    pause,
    resume,
  ]
}
