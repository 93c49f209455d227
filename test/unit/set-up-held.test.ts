import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goOnSentence } from '../../client/staff/needs.ts'
import { hurdleSentence, neededSentence, seatsSentence } from '../../client/room/vote-words.ts'
import { verifyExport } from '../../server/exports/verify.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import { mayReadApplication } from '../../shared/competition/access.ts'
import { calibrationPage } from '../../shared/competition/calibration-page.ts'
import { setUpCommandSchema, type SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { mayDiffer } from '../../shared/competition/may-differ.ts'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import { rubricName } from '../../shared/competition/rubrics.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { sittingSeats } from '../../shared/competition/state.ts'
import { tierRanking } from '../../shared/competition/tier-ranking.ts'
import { formHash } from '../../shared/form/form-record.ts'
import { rubricFaults } from '../../shared/rubric/rubric-faults.ts'
import type { Criterion, Row, Rubric } from '../../shared/rubric/rubric.ts'
import { someDocument } from '../harness/pure-play.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import {
  alphaReview,
  applicationEntry,
  betaReview,
  checklist,
  closeAlpha,
  declare,
  draft,
  draftAll,
  nextVersion,
  open,
  openAlpha,
  otherWords,
  panels,
  places,
  sampleReview,
  setRubric,
  words,
} from '../harness/set-up-steps.ts'
import { setUpExport } from '../harness/set-up-whole.ts'

let folder: string
let signer: Signer

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-held-'))
  signer = await loadSigner(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const start: SetUpCommand = { kind: 'calibration.start', application: 'gamma' }
const show: SetUpCommand = { kind: 'calibration.show' }
const overtaken =
  'Somebody else has saved this since you began. Look at what they saved, and then save again.'

function personIn(play: SetUpPlay, id: string): Person {
  const found = play.state().people.find((person) => person.id === id)
  if (!found) throw new Error(`There is no ${id}.`)
  return found
}

/** From wherever it is to its lock. */
function finish(play: SetUpPlay, review: string, monitor: string): void {
  for (const { person, attested, excused } of play.review(review).seats)
    if (!attested && !excused) expect(play.attest(person, review)).toBeNull()
  play.mustSay(monitor, review, { kind: 'review.reveal' })
  for (const { person } of sittingSeats(play.review(review))) expect(play.sign(person, review)).toBeNull()
  play.mustSay(monitor, review, { kind: 'review.close', commentsRead: true })
  play.lock('staff-1', review)
}

function verified(play: SetUpPlay): string {
  const exported = JSON.parse(JSON.stringify(setUpExport(play, signer)))
  const found = verifyExport(exported, signer.publicKeyPem)
  return found.ok ? 'It verifies.' : found.fault
}

const samples: Readonly<Record<string, (play: SetUpPlay) => void>> = {
  'is not shown': () => undefined,
  'is shown after the real forms': (play) => play.must('staff-1', show),
}

test.each(Object.entries(samples))(
  'HELD-1 an export verifies where a sample had to be scored first and %s',
  (_when, after) => {
    const play = draftAll(startSetUp({ signer }))
    play.must('staff-1', start)
    for (const { person } of play.review(sampleReview).seats) play.attest(person, sampleReview)
    play.must('staff-1', open('alpha'))
    for (const { person } of play.review(alphaReview).seats) play.attest(person, alphaReview)
    after(play)
    finish(play, alphaReview, 'monitor-1')
    expect(verified(play)).toBe('It verifies.')
  },
)

test('HELD-1 an export verifies where somebody was excused on the sample, and so gave a form without it', () => {
  const play = draftAll(startSetUp({ signer }))
  play.must('staff-1', start)
  play.must('staff-1', open('alpha'))
  const seat = play.review(sampleReview).seats.find(({ person }) => person === 'r1')
  play.mustSay('staff-1', sampleReview, { kind: 'seat.excuse', seat: seat?.number ?? 0, reason: 'Ill.' })
  for (const person of ['r2', 'r3']) play.attest(person, sampleReview)
  finish(play, alphaReview, 'monitor-1')
  expect(verified(play)).toBe('It verifies.')
})

test('HELD-2 a sample leaves who is recused and who is not sure as they are', () => {
  const play = draftAll(startSetUp())
  play.must('r7', declare('gamma', 'recused'))
  play.must('r6', declare('gamma', 'unsure'))
  play.must('staff-2', declare('gamma', 'recused'))
  play.must('staff-1', start)
  const { conflicts } = play.review(sampleReview)
  expect(['r1', 'r6', 'r7', 'staff-2'].map((id) => conflicts[id]?.status)).toEqual([
    'certified',
    'unsure',
    'recused',
    'recused',
  ])
  for (const id of ['r7', 'staff-2']) {
    expect(mayReadApplication(play.state(), personIn(play, id), 'gamma'), id).toBe(false)
    expect(calibrationPage(play.state(), play.opening, personIn(play, id)), id).toBeNull()
  }
  expect(play.view('r7').calibration).toBeNull()
})

test('HELD-3 a form that was looked at by another version of the rubric is not given', () => {
  const play = openAlpha(startSetUp())
  const seen = rubricName(play.review(alphaReview).rubric)
  play.must('staff-1', setRubric(nextVersion(play.rubric(), otherWords)))
  const hash = formHash(play.form('r1', alphaReview))
  const given = (rubric: string) =>
    play.say('r1', alphaReview, { kind: 'form.attest', hash, rubric })?.refused ?? 'given'
  expect(given(seen)).toBe('screen-differs')
  expect(given(rubricName(play.review(alphaReview).rubric))).toBe('given')
})

/** A copy that can be changed where it is. */
type Draft<T> = { -readonly [K in keyof T]: T[K] extends object ? Draft<T[K]> : T[K] }
function changed(rubric: Rubric, change: (rubric: Draft<Rubric>) => void): Rubric {
  const copy: Draft<Rubric> & Rubric = JSON.parse(JSON.stringify(rubric))
  change(copy)
  return { ...copy, version: rubric.version + 1 }
}

test('HELD-4 a rubric that is in use keeps of which kind each priority is', () => {
  const play = openAlpha(startSetUp())
  const other = changed(play.rubric(), ({ priorities }) => {
    const absolute = priorities.find(({ kind }) => kind === 'absolute')
    if (absolute) absolute.kind = 'invitational'
  })
  expect(play.ask('staff-1', setRubric(other))?.sentence).toBe(
    'P1 may have been answered already. A new version keeps how it is answered, and what each box is worth.',
  )
})

/** The same rubric with each box of its element row worth twice as much. */
function doubled(rubric: Rubric): Rubric {
  const twice = (row: Row): Row =>
    row.rule?.kind === 'elements'
      ? { ...row, max: row.max * 2, rule: { ...row.rule, each: row.rule.each * 2 } }
      : row
  const more = rubric.criteria
    .flatMap(({ rows }) => rows)
    .reduce((sum, row) => sum + twice(row).max - row.max, 0)
  const criteria = rubric.criteria.map((criterion): Criterion => {
    const rows = criterion.rows.map(twice)
    return { ...criterion, rows, points: rows.reduce((sum, { max }) => sum + max, 0) }
  })
  const areas = rubric.areas.map((area) => ({
    ...area,
    points: criteria.filter((each) => each.area === area.id).reduce((sum, { points }) => sum + points, 0),
  }))
  const { criteriaPoints, points } = rubric.totals
  return {
    ...rubric,
    version: rubric.version + 1,
    criteria,
    areas,
    totals: { ...rubric.totals, criteriaPoints: criteriaPoints + more, points: points + more },
  }
}

/** The same rubric with its first row of points answered by boxes. */
function boxed(rubric: Rubric): Rubric {
  const rows = rubric.criteria.flatMap((criterion) => criterion.rows)
  const [first] = rows.filter(({ rule }) => rule === null || rule.kind === 'guidance')
  const elements = [{ id: 'a', title: 'All of it' }]
  const asked = (row: Row): Row =>
    row.id === first?.id
      ? { ...row, bands: null, rule: { kind: 'elements', text: 'All or nothing.', each: row.max, elements } }
      : row
  return {
    ...rubric,
    version: rubric.version + 1,
    criteria: rubric.criteria.map((criterion) => ({ ...criterion, rows: criterion.rows.map(asked) })),
  }
}

test('HELD-4 it keeps which rows are answered by boxes, and what a box is worth', () => {
  const play = openAlpha(startSetUp())
  for (const other of [doubled(play.rubric()), boxed(play.rubric())]) {
    expect(rubricFaults(other)).toEqual([])
    expect(play.ask('staff-1', setRubric(other))?.sentence).toMatch(
      /may have been answered already\. A new version keeps how it is answered, and what each box is worth\.$/,
    )
  }
})

test('HELD-5 an id that is a name of JavaScript’s own objects is refused', () => {
  const named: readonly SetUpCommand[] = [
    { kind: 'applications.set', applications: [applicationEntry('constructor')] },
    { kind: 'people.set', people: [{ id: 'constructor', role: 'reviewer', label: 'Reviewer 9' }] },
    { ...draft, panels: [{ ...panels[0], id: 'constructor' }], places: {} } as SetUpCommand,
    { kind: 'checklist.set', items: checklist.map((item) => ({ ...item, id: 'constructor' })) },
  ]
  expect(named.map((command) => setUpCommandSchema.safeParse(command).success)).toEqual(
    named.map(() => false),
  )
})

test('HELD-5 in a rubric it is a fault, for a row, a criterion, an area and a priority', () => {
  const { opening } = startSetUp()
  const [area, criterion, priority] = [opening.areas[0], opening.criteria[0], opening.priorities[0]]
  if (!area || !criterion || !priority) throw new Error('The rubric has these.')
  const rubric: Rubric = {
    ...opening,
    criteria: opening.criteria.map((each, at) => ({
      ...each,
      id: at === 0 ? 'toString' : each.id,
      rows: each.rows.map((row, nth) => (at === 1 && nth === 0 ? { ...row, id: 'constructor' } : row)),
    })),
    priorities: opening.priorities.map((each, at) => (at === 0 ? { ...each, id: '__proto__' } : each)),
  }
  expect(rubricFaults(rubric)).toEqual([
    'toString cannot be an id.',
    'constructor cannot be an id.',
    '__proto__ cannot be an id.',
  ])
})

test('HELD-6 there is no rank among reviews that were scored on versions that do not ask the same, and the export verifies', () => {
  const play = openAlpha(startSetUp({ signer }))
  play.must('staff-1', open('beta'))
  finish(play, alphaReview, 'monitor-1')
  const without = (rubric: Rubric): Rubric => {
    const [first] = rubric.criteria
    const { criteriaPoints, points } = rubric.totals
    const less = first?.points ?? 0
    return {
      ...rubric,
      criteria: rubric.criteria.map((each) => (each.id === first?.id ? { ...each, counted: false } : each)),
      totals: { ...rubric.totals, criteriaPoints: criteriaPoints - less, points: points - less },
    }
  }
  play.must('staff-1', setRubric(nextVersion(play.rubric(), without)))
  finish(play, betaReview, 'monitor-2')
  expect(tierRanking(play.state(), play.opening, 1)).toBeNull()
  expect(setUpExport(play, signer).ranks).toBeUndefined()
  expect(verified(play)).toBe('It verifies.')
})

test('HELD-6 other words leave the rank', () => {
  const play = openAlpha(startSetUp({ signer }))
  play.must('staff-1', open('beta'))
  finish(play, alphaReview, 'monitor-1')
  play.must('staff-1', setRubric(nextVersion(play.rubric(), otherWords)))
  finish(play, betaReview, 'monitor-2')
  expect(tierRanking(play.state(), play.opening, 1)).toHaveLength(2)
  expect(setUpExport(play, signer).ranks).toHaveLength(1)
  expect(verified(play)).toBe('It verifies.')
})

const edition = (play: SetUpPlay): number => play.page().edition

/** One part of the set-up: how somebody saves it, and what else is saved by somebody else. */
const parts: readonly (readonly [part: string, save: (play: SetUpPlay, since: number) => SetUpCommand])[] = [
  [
    'the rubric',
    (play, since) => ({ ...setRubric({ ...play.opening, title: `Of ${since}` }), since }) as SetUpCommand,
  ],
  ['the rules', (play, since) => ({ kind: 'rules.set', rules: play.state().rules, since })],
  ['the dates', (_, since) => ({ kind: 'dates.set', zone: 'America/Chicago', dates: [], since })],
  ['the checklist', (_, since) => ({ kind: 'checklist.set', items: checklist, since })],
  ['the draft of panels', (_, since) => ({ ...draft, since }) as SetUpCommand],
]

test.each(parts)(
  'HELD-8 %s saved since is not overwritten unseen, and what else was saved does not matter',
  (part, save) => {
    const play = draftAll(startSetUp())
    const began = edition(play)
    for (const [other, give] of parts) if (other !== part) play.must('staff-2', give(play, edition(play)))
    play.must('staff-1', save(play, began))
    expect(play.ask('staff-2', save(play, began))).toMatchObject({
      refused: 'screen-differs',
      sentence: overtaken,
    })
    expect(play.ask('staff-2', save(play, edition(play)))).toBeNull()
  },
)

test('HELD-8 a preset taken meanwhile has saved rubric, rules and checklist', () => {
  const play = draftAll(startSetUp())
  const began = edition(play)
  const rubric = JSON.parse(JSON.stringify(play.opening))
  play.must('staff-2', { kind: 'preset.take', preset: 'foundation', rubric, rules: {}, checklist })
  const refused = parts.filter(([, save]) => play.ask('staff-1', save(play, began))).map(([part]) => part)
  expect(refused).toEqual(['the rubric', 'the rules', 'the checklist'])
})

test('HELD-8 an application that somebody else has changed since is not overwritten unseen, whatever else was saved', () => {
  const play = draftAll(startSetUp())
  const began = edition(play)
  const save = (id: string, since: number): SetUpCommand => ({
    kind: 'applications.set',
    applications: [{ ...applicationEntry(id), requested: since }],
    since,
  })
  play.must('staff-2', save('alpha', began))
  expect(play.ask('staff-1', save('alpha', began))).toMatchObject({ refused: 'screen-differs' })
  expect(play.ask('staff-1', save('beta', began))).toBeNull()
  expect(play.ask('staff-1', save('alpha', edition(play)))).toBeNull()
})

const preset = (play: SetUpPlay, since: number): SetUpCommand => ({
  kind: 'preset.take',
  preset: 'foundation',
  rubric: JSON.parse(JSON.stringify(play.opening)),
  rules: {},
  checklist,
  since,
})

test.each(['the rubric', 'the rules', 'the checklist'])(
  'HELD-18 a preset does not overwrite what somebody else saved of %s since one began',
  (part) => {
    const play = draftAll(startSetUp())
    const began = edition(play)
    const save = parts.find(([each]) => each === part)?.[1]
    if (!save) throw new Error(`There is no ${part}.`)
    play.must('staff-1', save(play, began))
    expect(play.ask('staff-2', preset(play, began))?.sentence).toBe(overtaken)
    expect(play.ask('staff-2', preset(play, edition(play)))).toBeNull()
  },
)

test('HELD-18 of two presets taken at once the second is refused; what else was saved does not matter', () => {
  const play = draftAll(startSetUp())
  const began = edition(play)
  for (const [part, save] of parts)
    if (['the dates', 'the draft of panels'].includes(part)) play.must('staff-2', save(play, edition(play)))
  play.must('staff-1', preset(play, began))
  expect(play.ask('staff-2', preset(play, began))).toMatchObject({
    refused: 'screen-differs',
    sentence: overtaken,
  })
})

test('HELD-19 words of the notice that somebody else confirmed since one began are not overwritten unseen', () => {
  const play = draftAll(startSetUp())
  play.must('staff-1', { kind: 'notice.attach', document: someDocument })
  const began = edition(play)
  const words = { passages: {}, guidance: {}, evidence: {}, definitions: [] }
  const confirm = (since: number): SetUpCommand => ({ kind: 'notice.confirm', words, since })
  play.must('staff-1', { kind: 'competition.name', title: 'Another name' })
  play.must('staff-1', confirm(began))
  expect(play.ask('staff-2', confirm(began))?.sentence).toBe(overtaken)
  expect(play.ask('staff-2', confirm(edition(play)))).toBeNull()
})

test('HELD-8 nothing is opened by another draft than the one that was looked at', () => {
  const play = draftAll(startSetUp())
  const began = edition(play)
  const opening = (since: number) => ({ ...open('alpha'), since }) as SetUpCommand
  play.must('staff-2', { ...draft, places: { alpha: 'two', beta: 'one' } } as SetUpCommand)
  expect(play.ask('staff-1', opening(began))?.refused).toBe('screen-differs')
  expect(play.ask('staff-1', opening(edition(play)))).toBeNull()
  expect(places.alpha).toBe('one')
})

test('HELD-9 the same answer about a conflict again writes nothing, whatever is written with it', () => {
  const play = draftAll(startSetUp())
  play.must('r1', declare('delta', 'unsure', 'A cousin.'))
  const before = play.entries().length
  play.must('r1', declare('delta', 'unsure', 'x'.repeat(2_000)))
  play.must('r1', declare('delta', 'unsure', 'A cousin.'))
  expect(play.entries()).toHaveLength(before)
  play.must('r1', declare('delta', 'recused', 'A brother.'))
  expect(play.entries()).toHaveLength(before + 1)
})

const rulesOfPlay = (play: SetUpPlay, rules: object): SetUpCommand =>
  ({ kind: 'rules.set', rules: { ...play.state().rules, ...rules } }) as SetUpCommand

test('HELD-10 a lock goes on taking two once an application is open', () => {
  const play = draftAll(startSetUp())
  play.must('staff-1', rulesOfPlay(play, { secondPerson: true }))
  play.must('staff-1', rulesOfPlay(play, { secondPerson: false }))
  play.must('staff-1', rulesOfPlay(play, { secondPerson: true }))
  play.must('staff-1', open('alpha'))
  expect(play.ask('staff-1', rulesOfPlay(play, { secondPerson: false }))?.sentence).toBe(
    'An application is open: a lock goes on taking two of program staff.',
  )
})

test('HELD-10 asking for two is taken at any time', () => {
  const play = closeAlpha(startSetUp())
  expect(play.ask('staff-1', rulesOfPlay(play, { secondPerson: true }))).toBeNull()
})

test('HELD-11 monitors are not let read forms before the reveal once one was given without that', () => {
  const play = openAlpha(startSetUp({ rules: { monitorReadsAttested: false } }))
  const reads = () =>
    play.ask('staff-1', rulesOfPlay(play, { monitorReadsAttested: true }))?.sentence ?? 'saved'
  expect(reads()).toBe('saved')
  play.attest('r1', alphaReview)
  expect(reads()).toBe('Forms were given under the promise that nobody reads them before the reveal.')
})

test('HELD-12 the spread of the sample stays what was shown: later forms are not in it, and none is returned', () => {
  const play = openAlpha(startSetUp())
  play.must('staff-1', start)
  for (const person of ['r1', 'r2']) play.attest(person, sampleReview)
  play.must('staff-1', show)
  const shown = () => calibrationPage(play.state(), play.opening, personIn(play, 'staff-1'))
  const before = shown()
  expect(before?.ready).toBe(2)
  play.attest('r3', sampleReview)
  expect(shown()?.rows).toEqual(before?.rows)
  expect(shown()?.ready).toBe(2)
  const back = play.say('staff-1', sampleReview, { kind: 'form.return', seat: 1, reason: 'More, please.' })
  expect(back?.refused).toBe('out-of-turn')
})

test('HELD-13 staff who are recused from the last open review are told once its tier is locked', () => {
  const play = openAlpha(startSetUp())
  play.must('staff-2', declare('beta', 'recused'))
  play.must('staff-1', open('beta'))
  finish(play, alphaReview, 'monitor-1')
  for (const person of ['r4', 'r5', 'r6']) play.attest(person, betaReview)
  play.mustSay('monitor-2', betaReview, { kind: 'review.reveal' })
  for (const { person } of sittingSeats(play.review(betaReview))) play.sign(person, betaReview)
  play.mustSay('monitor-2', betaReview, { kind: 'review.close', commentsRead: true })
  const [before, seen] = [play.state(), play.view('staff-2')]
  play.lock('staff-1', betaReview)
  expect(play.view('staff-2').tiers).not.toEqual(seen.tiers)
  expect(mayDiffer(before, play.state(), personIn(play, 'staff-2'))).toBe(true)
})

test('HELD-14 the notice’s words are confirmed for the version that they were looked at for', () => {
  const play = startSetUp()
  const seen = play.page().rubric.name
  play.must('staff-1', setRubric({ ...play.opening, title: 'Of our own' }))
  const confirmed = (rubric: string) =>
    play.ask('staff-1', { kind: 'notice.confirm', words: noWords, rubric })?.refused ?? 'confirmed'
  expect(confirmed(seen)).toBe('screen-differs')
  expect(confirmed(play.page().rubric.name)).not.toBe('screen-differs')
  expect(words(play.opening).definitions).toEqual([])
})

const noWords = { passages: {}, guidance: {}, evidence: {}, definitions: [] }

test('HELD-15 what is said of a vote is what its rules count', () => {
  const answers = { ...rulesOf2010, majority: 'answers' } as const
  const strict = { ...rulesOf2010, excusedCounts: false }
  expect(hurdleSentence(5, answers)).toBe(
    'All or nothing. The application has them if more than half of the yes and no answers say yes; whoever answers neither is left out.',
  )
  expect(hurdleSentence(4, strict)).toBe(
    'All or nothing. The application has them if more than half of the four seats say so: 3 of 4. An excused seat does not count.',
  )
  expect(neededSentence(5, answers)).toBe('More than half of the yes and no answers are needed.')
  const result = { answers: [1, 2, 3, 4].map((seat) => ({ seat, form: null, answer: null, reasons: null })) }
  const seats = { ...none, ...result, recused: 1, excused: 1 }
  expect(seatsSentence(seats, { ...strict, recusedCounts: true })).toBe(
    'Five seats, one recused or replaced, one excused. An excused seat does not count. A recused seat counts, and has no say.',
  )
  expect(goOnSentence(2, 3, strict)).toContain(
    'one of all seats but those recused or replaced: an excused seat does not count.',
  )
  expect(goOnSentence(2, 3, answers)).toContain('one of the yes and no answers.')
})

test('HELD-17 whoever is asked about conflicts is told what they certify, in the competition’s own words', () => {
  const play = openAlpha(startSetUp({ rules: { conflictText: 'I have no part in it.' } }))
  for (const person of ['r1', 'monitor-1', 'r7'])
    expect(play.view(person).competition.conflictText).toBe('I have no part in it.')
  expect(openAlpha(startSetUp()).view('r1').competition.conflictText).toBeNull()
})

const none = { yes: 0, needed: 1, awarded: false, points: 0, closedAt: null, closedBy: null }
