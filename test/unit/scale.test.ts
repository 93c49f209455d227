import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lockedRecord } from '../../shared/competition/locked-record.ts'
import { applicationTotal } from '../../shared/competition/totals.ts'
import { formTotal, rowsScored } from '../../shared/form/form-record.ts'
import { missingFromForm } from '../../shared/form/missing.ts'
import { printedForm } from '../../shared/print/printed-form.ts'
import { pointsFault } from '../../shared/rubric/row-rules.ts'
import { rubricFaults } from '../../shared/rubric/rubric-faults.ts'
import { countedRows, findRow, type Row, type Rubric } from '../../shared/rubric/rubric.ts'
import { shownPoints, unitsOf } from '../../shared/rubric/shown-points.ts'
import { fullForm } from '../harness/full-form.ts'
import { presetRubric } from '../harness/preset-rubrics.ts'
import { playTo, startPlay } from '../harness/pure-play.ts'
import { smallRubric } from '../harness/small-rubric.ts'

const nih = presetRubric('nih-simplified-2025')
const horizon = presetRubric('horizon-europe-ria')

function row(rubric: Rubric, id: string): Row {
  const found = findRow(rubric, id)
  if (!found) throw new Error(`The rubric has no row ${id}.`)
  return found
}

/** The rubric with its first row changed. */
function withRow(rubric: Rubric, change: Partial<Row>): Rubric {
  const criteria = rubric.criteria.map((criterion, at) => ({
    ...criterion,
    rows: criterion.rows.map((found, place) => (at + place === 0 ? { ...found, ...change } : found)),
  }))
  return { ...rubric, criteria }
}

test('SCALE-1 a row says what it takes in points: whole numbers from its least, halves, quarters, tenths', () => {
  expect(pointsFault(nih, row(nih, 'OI'), 0)).toBe('OI takes whole numbers from 1 to 9.')
  expect(pointsFault(horizon, row(horizon, 'C1'), 11)).toBe('C1 takes 0 to 5 in halves.')
  const inSteps = (perPoint: 4 | 10) =>
    pointsFault({ scale: { perPoint, best: 'high' } }, { ...row(horizon, 'C1'), max: 3 * perPoint }, 0.5)
  expect([inSteps(4), inSteps(10)]).toEqual(['C1 takes 0 to 3 in quarters.', 'C1 takes 0 to 3 in tenths.'])
})

test('SCALE-1 a choice and the points of an element are told in points as well', () => {
  const choices = [0, 5, 10].map((points) => ({ points, when: 'Then.' }))
  const choice: Row = { ...row(horizon, 'C1'), rule: { kind: 'choice', choices, text: '' } }
  expect(pointsFault(horizon, choice, 4)).toBe('C1 is 0.0, 2.5 or 5.0.')
  const elements = [1, 2, 3, 4, 5].map((id) => ({ id: String(id), title: 'One.' }))
  const counted: Row = { ...row(horizon, 'C1'), rule: { kind: 'elements', each: 2, elements, text: '' } }
  expect(pointsFault(horizon, counted, 3)).toBe('C1 is 1.0 points for each of 5 elements.')
})

test('SCALE-1 what is shown of units reads back as those units', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(1, 2, 4, 10),
      fc.integer({ min: 0, max: 100_000 }),
      (perPoint: 1 | 2 | 4 | 10, units) => {
        const rubric: Pick<Rubric, 'scale'> = { scale: { perPoint, best: 'high' } }
        expect(unitsOf(rubric, Number(shownPoints(rubric, units)))).toBe(units)
      },
    ),
  )
})

const misfits: readonly (readonly [string, Rubric, string])[] = [
  [
    'a least at its maximum',
    withRow(nih, { min: 9, bands: null }),
    'The least of F1 must be a whole number from 0 to under 9.',
  ],
  [
    'bands that leave out its least',
    withRow(nih, { bands: { high: [2, 3], medium: [4, 6], low: [7, 9] } }),
    'The bands of F1 do not cover 1 to 9 without a gap.',
  ],
  [
    'its best points in the weakest band',
    withRow(nih, { bands: { low: [1, 3], medium: [4, 6], high: [7, 9] } }),
    'The bands of F1 do not go from its weakest points to its best.',
  ],
  [
    'elements where the least is 1',
    withRow(nih, {
      bands: null,
      rule: { kind: 'elements', each: 9, elements: [{ id: '1', title: 'One' }], text: '' },
    }),
    'F1 is scored by its elements, so it begins at 0 and not at 1.',
  ],
  [
    'a choice of one',
    withRow(horizon, { rule: { kind: 'choice', choices: [{ points: 5, when: 'Always.' }], text: '' } }),
    'C1 is a choice, and has fewer than two.',
  ],
  [
    'no medium and no bands',
    withRow(horizon, { rule: { kind: 'guidance', text: '', bands: [], noMedium: true } }),
    'C1 says that there is no medium, and has no bands.',
  ],
  [
    'a threshold that nobody can reach',
    { ...horizon, threshold: 31 },
    'The rubric has a threshold of 15.5, which lies outside 0.0 to 15.0.',
  ],
  [
    'nothing that counts',
    { ...nih, criteria: nih.criteria.map((criterion) => ({ ...criterion, counted: false as const })) },
    'The rubric has no criterion that counts.',
  ],
  [
    'a total of what does not count',
    { ...nih, totals: { ...nih.totals, criteriaPoints: 27, points: 27 } },
    'The points of the criteria add up to 9, the rubric states 27.',
  ],
  [
    'points that would cost an application',
    { ...smallRubric, scale: { perPoint: 1, best: 'low' } },
    'P2 would add points, which on a scale where less is better would cost the application.',
  ],
  [
    'points for what is only judged',
    { ...nih, priorities: nih.priorities.map((priority) => ({ ...priority, points: 5 })) },
    'F3 carries no points, the rubric gives it some.',
  ],
  [
    'a criterion without a row',
    { ...horizon, criteria: horizon.criteria.map((criterion) => ({ ...criterion, rows: [] })) },
    'C1 has no row to score.',
  ],
  ['a row without an id', withRow(horizon, { id: ' ' }), 'Excellence needs an id.'],
]

test.for(misfits)('SCALE-2 a rubric with %s is named', ([, rubric, fault]) => {
  expect(rubricFaults(rubric)).toContain(fault)
})

test('SCALE-3 only what counts makes a form’s total; everything else of a form stands', () => {
  const form = fullForm(nih, { points: { F1: 2, F2: 7, OI: 4 } })
  expect([formTotal(nih, form), rowsScored(form)]).toEqual([4, 3])
  expect(countedRows(nih).map(({ id }) => id)).toEqual(['OI'])
  const play = startPlay({ rubric: nih, seats: 3 })
  ;[2, 3, 5].forEach((points, at) =>
    play.type(`r${at + 1}`, fullForm(nih, { points: { F1: 9, OI: points } })),
  )
  playTo(play, 'locked')
  const record = lockedRecord(play.state(), play.review(), nih)
  expect(record.seats.map(({ criteriaPoints, form: kept }) => [criteriaPoints, kept?.scores['F1']])).toEqual([
    [2, 9],
    [3, 9],
    [5, 9],
  ])
  expect(record.total).toEqual({ sum: 10, count: 3 })
})

test('SCALE-4 the competition’s averaging makes its score; without any it is the plain mean', () => {
  const total = (averaging: 'mean' | 'median' | 'trimmed' | null) => {
    const play = startPlay({ rules: averaging ? { averaging } : null })
    ;[10, 10, 5, 5, 0].forEach((points, at) =>
      play.type(`r${at + 1}`, fullForm(play.rubric, { points: { '(E)(1)': points } })),
    )
    playTo(play, 'signed')
    return applicationTotal(play.state(), play.review(), play.rubric)
  }
  const inAll = 64 + 15
  expect(total('mean')?.total).toEqual({ sum: 5 * inAll + 30, count: 5 })
  expect(total('median')?.total).toEqual({ sum: inAll + 5, count: 1 })
  expect(total('trimmed')?.total).toEqual({ sum: 3 * inAll + 20, count: 3 })
  expect(total('median')).toMatchObject({ criteria: { sum: 69, count: 1 }, stem: 15 })
  expect(total(null)).toEqual(total('mean'))
})

test('SCALE-5 what a form lacks is told in points', () => {
  const form = { ...fullForm(horizon), differs: { C1: 7 } }
  expect(missingFromForm(form, horizon).map(({ sentence }) => sentence)).toEqual([
    'C1 was given two values, 5.0 and 3.5. Choose one.',
  ])
})

test('SCALE-6 a form is printed in points, with the better end, what does not count, and the words of a judgment', () => {
  const halves = printedForm({
    rubric: horizon,
    record: fullForm(horizon, { points: { C1: 7 } }),
    attested: { ...fullForm(horizon).scores, C1: 9 },
    documents: [],
  })
  expect(halves.total).toEqual({ title: 'Criteria together', points: '13.5', of: 'of 15' })
  expect(halves.criteria[0]).toMatchObject({
    points: '3.5',
    of: 'of 5',
    notes: ['Attested: 4.5. No reason given yet.'],
  })
  expect(halves.scored).toBe('3 of 3 rows with points')

  const low = printedForm({ rubric: nih, record: fullForm(nih, { answer: 'no' }), documents: [] })
  expect(low.total).toEqual({ title: 'Overall impact', points: '9', of: 'in 1–9' })
  expect(low.scored).toBe('3 of 3 rows with points; less is better')
  expect(low.criteria.map(({ notes }) => notes)).toEqual([
    ['No part of the score.'],
    ['No part of the score.'],
    [],
  ])
  expect(low.priorities.map(({ answer }) => answer)).toEqual(['Not sufficient'])
})
