import { expect, test } from 'vitest'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { canonicalHash } from '../../shared/record/hash.ts'
import { rowsOf, type Row, type Rubric } from '../../shared/rubric/rubric.ts'
import { someDocument } from '../harness/pure-play.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import {
  alphaReview,
  betaReview,
  checklist,
  draftAll,
  listAll,
  nextVersion,
  open,
  openAlpha,
  otherWords,
  revealAlpha,
  sampleReview,
  setRubric,
  words,
} from '../harness/set-up-steps.ts'

/** The rubric with its first row changed. */
function firstRow(rubric: Rubric, change: (row: Row) => Row): Rubric {
  const [first] = rowsOf(rubric)
  const rows = (criterion: Rubric['criteria'][number]) =>
    criterion.rows.map((row) => (row.id === first?.id ? change(row) : row))
  return { ...rubric, criteria: rubric.criteria.map((each) => ({ ...each, rows: rows(each) })) }
}

/** Another guidance that blocks nothing, in place of one that fixes what can be given, or the other way round. */
const otherRule = (rubric: Rubric): Rubric =>
  firstRow(rubric, (row) => ({
    ...row,
    rule: {
      kind: 'choice',
      text: 'All or nothing.',
      choices: [0, row.max].map((points) => ({ points, when: `For ${points}.` })),
    },
  }))

const openBoth = (): SetUpPlay => {
  const play = draftAll(startSetUp())
  play.must('staff-1', open('alpha', 'beta'))
  return play
}
const ready = (play: SetUpPlay, review: string) =>
  play
    .review(review)
    .seats.filter(({ attested }) => attested)
    .map(({ number }) => number)
const refused = (play: SetUpPlay, command: SetUpCommand) => play.ask('staff-1', command)

test('VERSION-1 until an application opens the rubric is changed freely, and everything takes the newest', () => {
  const play = listAll(startSetUp())
  const other = { ...play.opening, id: 'another', version: 7, title: 'Another rubric' }
  play.must('staff-1', setRubric(other, ''))
  expect(play.state().rubric).toMatchObject({ id: 'another', version: 7, sha256: canonicalHash(other) })
  expect(play.review(alphaReview).rubric).toBe(canonicalHash(other))
  expect(refused(play, setRubric(other, ''))?.sentence).toBe('Nothing in it has changed.')
})

test('VERSION-2 once one is open a rubric is a next version, with a reason, and no preset is taken', () => {
  const play = openAlpha(startSetUp())
  const next = nextVersion(play.rubric(), otherWords)
  expect(refused(play, setRubric(next, ''))?.refused).toBe('incomplete')
  expect(refused(play, setRubric({ ...next, version: 9 }))?.refused).toBe('malformed')
  expect(refused(play, setRubric({ ...next, version: 1 }))?.refused).toBe('malformed')
  const preset = { kind: 'preset.take', preset: 'foundation', rules: {}, checklist } as const
  expect(refused(play, { ...preset, rubric: JSON.parse(JSON.stringify(play.opening)) })?.refused).toBe(
    'out-of-turn',
  )
  expect(refused(play, setRubric(next))).toBeNull()
})

test('VERSION-3 a version keeps every criterion, row, priority and box, and the scale', () => {
  const play = openAlpha(startSetUp())
  const next = nextVersion(play.rubric())
  const [first, ...others] = next.criteria
  const boxes = rowsOf(next).find(({ rule }) => rule?.kind === 'elements')
  if (!first || !boxes) throw new Error('The rubric has criteria, and a row of boxes.')
  const fewerBoxes: Rubric = {
    ...next,
    criteria: next.criteria.map((criterion) => ({
      ...criterion,
      rows: criterion.rows.map((row) =>
        row.rule?.kind === 'elements'
          ? {
              ...row,
              rule: { ...row.rule, elements: row.rule.elements.map((box) => ({ ...box, id: `${box.id}x` })) },
            }
          : row,
      ),
    })),
  }
  const gone = [
    { ...next, criteria: [{ ...first, id: '(Z)(1)' }, ...others] },
    firstRow(next, (row) => ({ ...row, id: '(Z)(1)(i)' })),
    { ...next, priorities: next.priorities.map((each) => ({ ...each, id: `${each.id}x` })) },
    fewerBoxes,
  ]
  for (const rubric of gone)
    expect(refused(play, setRubric(rubric))?.sentence).toMatch(
      /may have been answered already, so a new version keeps it/,
    )
  expect(refused(play, setRubric({ ...next, scale: { perPoint: 1, best: 'low' } }))).not.toBeNull()
})

test('VERSION-4 a version says whom it touches: forms that were ready open again only where what is asked has changed', () => {
  const asked = openBoth()
  asked.attest('r1', alphaReview)
  asked.attest('r2', alphaReview)
  asked.attest('r4', betaReview)
  asked.must('staff-1', setRubric(nextVersion(asked.rubric(), otherWords)))
  expect([ready(asked, alphaReview), ready(asked, betaReview)]).toEqual([[1, 2], [1]])
  asked.must('staff-1', setRubric(nextVersion(asked.rubric(), otherRule)))
  const event = asked.entries().at(-1)?.event
  expect(event?.kind === 'rubric.set' && event.data.touched).toEqual([
    { review: alphaReview, seats: [1, 2] },
    { review: betaReview, seats: [1] },
  ])
  expect([ready(asked, alphaReview), ready(asked, betaReview)]).toEqual([[], []])
})

const toldAnew = (play: SetUpPlay, person: string) =>
  play.view(person).reviews.find(({ id }) => id === alphaReview)?.mine?.askedAnew

test('VERSION-9 whoever was ready is told that a version opened the form again, until it is ready by it; nobody else is', () => {
  const play = openBoth()
  play.attest('r1', alphaReview)
  play.must('staff-1', setRubric(nextVersion(play.rubric(), otherWords)))
  expect([toldAnew(play, 'r1'), toldAnew(play, 'r2')]).toEqual([null, null])
  play.must('staff-1', setRubric(nextVersion(play.rubric(), otherRule)))
  expect(toldAnew(play, 'r1')?.versions).toMatchObject([{ at: play.entries().at(-1)?.event.at }])
  expect(toldAnew(play, 'r2')).toBeNull()
  play.attest('r1', alphaReview)
  expect(toldAnew(play, 'r1')).toBeNull()
})

test('VERSION-50 they are told by which version it was ready, and of every version since, why', () => {
  const play = openBoth()
  play.attest('r1', alphaReview)
  play.must('staff-1', setRubric(nextVersion(play.rubric(), otherWords), 'Clearer.'))
  const from = play.review(alphaReview).rubric.slice(0, 12)
  const versions = ['The notice was amended.', 'Back again.'].map((why, at) => {
    const change = at === 0 ? otherRule : () => play.opening
    play.must('staff-1', setRubric({ ...change(play.rubric()), version: play.rubric().version + 1 }, why))
    return { at: play.state().at, why }
  })
  expect(toldAnew(play, 'r1')).toEqual({ from, versions })
})

test('VERSION-50 a return that was answered before a version opened the form is not asked for again', () => {
  const play = openBoth()
  play.attest('r1', alphaReview)
  play.mustSay('monitor-1', alphaReview, { kind: 'form.return', seat: 1, reason: 'Say what page.' })
  play.attest('r1', alphaReview)
  play.must('staff-1', setRubric(nextVersion(play.rubric(), otherRule)))
  const mine = play.view('r1').reviews.find(({ id }) => id === alphaReview)?.mine
  expect(mine?.returned).toBeNull()
  expect(mine?.askedAnew).not.toBeNull()
})

test('VERSION-5 what was revealed stays with the version that its forms were given by', () => {
  const play = revealAlpha(startSetUp())
  play.must('staff-1', open('beta'))
  const before = play.review(alphaReview)
  play.must('staff-1', setRubric(nextVersion(play.rubric(), otherRule)))
  expect(play.review(alphaReview)).toEqual(before)
  expect(play.review(betaReview).rubric).toBe(play.state().rubric.sha256)
  expect(before.rubric).not.toBe(play.state().rubric.sha256)
  const shown = play.view('staff-1').reviews.map(({ id, rubric }) => [id, rubric])
  expect(shown).toContainEqual([alphaReview, before.rubric.slice(0, 12)])
  for (const { person } of before.seats) expect(play.sign(person, alphaReview)).toBeNull()
})

test('VERSION-5 a sample that was shown stays with its version as well, and one that was not moves', () => {
  for (const show of [true, false]) {
    const play = listAll(startSetUp())
    play.must('staff-1', { kind: 'calibration.start', application: 'gamma' })
    play.attest('r1', sampleReview)
    if (show) play.must('staff-1', { kind: 'calibration.show' })
    play.must('staff-1', setRubric(nextVersion(play.rubric(), otherRule)))
    expect(ready(play, sampleReview)).toEqual(show ? [1] : [])
    expect(play.review(sampleReview).rubric === play.state().rubric.sha256).toBe(!show)
  }
})

test('VERSION-6 a version changes no answer: what was ready is still there to be read', () => {
  const play = openBoth()
  play.attest('r1', alphaReview)
  const attested = play.entries().at(-1)
  play.must('staff-1', setRubric(nextVersion(play.rubric(), otherRule)))
  expect(play.entries().at(-2)).toEqual(attested)
  const changed = play.entries().at(-1)?.event.data ?? {}
  expect(Object.keys(changed).toSorted()).toEqual(['rubric', 'touched', 'why'])
})

test('VERSION-7 a rubric whose parts do not fit is refused, before and after', () => {
  for (const play of [listAll(startSetUp()), openAlpha(startSetUp())]) {
    const broken = { ...nextVersion(play.rubric()), totals: { ...play.rubric().totals, points: 1 } }
    expect(refused(play, setRubric(broken))?.refused).toBe('malformed')
  }
})

test('VERSION-8 the notice’s words are confirmed for a version, for its own rows and documents, and frozen with it', () => {
  const play = openAlpha(startSetUp())
  const confirm = (): SetUpCommand => ({ kind: 'notice.confirm', words: words(play.rubric()) })
  expect(refused(play, confirm())?.sentence).toBe('The notice has changed meanwhile. Look again, and repeat.')
  play.must('staff-1', { kind: 'notice.attach', document: someDocument })
  const stray = { ...words(play.rubric()), guidance: { '(Z)(9)': [] } }
  expect(refused(play, { kind: 'notice.confirm', words: stray })?.sentence).toBe('The rubric has no (Z)(9).')
  play.must('staff-1', confirm())
  expect(refused(play, confirm())?.refused).toBe('out-of-turn')
  const edition = play.view('r1').competition.notice
  expect(edition).not.toBeNull()
  play.must('staff-1', setRubric(nextVersion(play.rubric(), otherWords)))
  expect(play.page().notice.confirmed).toBe(false)
  expect(play.view('r1').competition.notice).toBe(edition)
  expect(refused(play, confirm())).toBeNull()
})
