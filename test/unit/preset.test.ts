import { expect, test } from 'vitest'
import { rulesOf, rulesOf2010 } from '../../shared/competition/rules.ts'
import { rulesSchema } from '../../shared/competition/setup.ts'
import { lockedRecord, recordHash } from '../../shared/competition/locked-record.ts'
import { missingFromForm } from '../../shared/form/missing.ts'
import { canonicalHash } from '../../shared/record/hash.ts'
import { inventedPoints } from '../../shared/rehearsal/invented-scores.ts'
import { presets } from '../../shared/rubric/presets/presets.ts'
import { pointsFault } from '../../shared/rubric/row-rules.ts'
import { rubricFaults } from '../../shared/rubric/rubric-faults.ts'
import { rubricSchema } from '../../shared/rubric/rubric-schema.ts'
import { countedCriteria, leastOf, rowsOf, votedPriority } from '../../shared/rubric/rubric.ts'
import { moreIsBetter, shownPoints } from '../../shared/rubric/shown-points.ts'
import { scoringFaults } from '../../shared/scoring/rule-faults.ts'
import { shownMean } from '../../shared/scoring/shown-mean.ts'
import { emptyForm, fullForm, legalPoints } from '../harness/full-form.ts'
import { preset, presetRubric } from '../harness/preset-rubrics.ts'
import { playTo, startPlay } from '../harness/pure-play.ts'

test('PRESET-1 four forms are offered, each under a name of its own', () => {
  expect(presets.map(({ rubric }) => rubric.title)).toEqual([
    'Race to the Top, 2010',
    'NIH simplified review framework',
    'Horizon Europe, research and innovation actions',
    'A foundation’s form',
  ])
  expect(new Set(presets.map(({ id }) => id)).size).toBe(4)
  expect(new Set(presets.map(({ rubric }) => canonicalHash(rubric))).size).toBe(4)
})

test.for(presets)('PRESET-1 the parts of $id fit, and it reads back from JSON as it is', ({ rubric }) => {
  expect(rubricFaults(rubric)).toEqual([])
  expect(canonicalHash(rubricSchema.parse(JSON.parse(JSON.stringify(rubric))))).toBe(canonicalHash(rubric))
})

test.for(presets)('PRESET-1 the rules of $id leave nothing open and break ties by what it has', (given) => {
  expect(rulesSchema.parse(given.rules)).toEqual(given.rules)
  expect(Object.keys(given.rules)).toEqual(expect.arrayContaining(Object.keys(rulesOf2010)))
  expect(scoringFaults(given.rubric, rulesOf(given.rules))).toEqual([])
})

test('PRESET-2 the rubric of Race to the Top is the one that journals name by its hash', () => {
  expect(canonicalHash(presetRubric('race-to-the-top-2010'))).toBe(
    '23d3a1d7318aa01d375c72a40131bbe3c9b6dcd5bb6785d50b09eb4f03dbfadf',
  )
  expect(preset('race-to-the-top-2010').rules).toEqual(rulesOf2010)
})

test.for([{}, null])(
  'PRESET-2 a record that was locked before there were scales keeps its hash, rules %j',
  (rules) => {
    const rubric = presetRubric('race-to-the-top-2010')
    const play = startPlay({ rubric, rules })
    ;[10, 10, 5, 0, 0].forEach((points, at) => {
      const given = { '(E)(1)': points, '(C)(1)': 2 * at }
      play.type(`r${at + 1}`, fullForm(rubric, { points: given, answer: at < 2 ? 'yes' : 'no' }))
    })
    playTo(play, 'closed')
    expect(recordHash(lockedRecord(play.state(), play.review(), rubric))).toBe(
      '48b8ae90c26ab5256937bf97e14fce7cb4a396f6dea34b2e9a2be200c21b69c5',
    )
  },
)

test('PRESET-3 NIH: two factors explain, a third is judged sufficient or not, and overall impact is the score', () => {
  const rubric = presetRubric('nih-simplified-2025')
  expect(rubric.criteria.map(({ title, counted }) => [title, counted !== false])).toEqual([
    ['Importance of the research', false],
    ['Rigor and feasibility', false],
    ['Overall impact', true],
  ])
  expect(rubric.priorities.map(({ kind, title }) => [kind, title])).toEqual([
    ['judged', 'Expertise and resources'],
  ])
  expect(votedPriority(rubric)).toBeUndefined()
})

test('PRESET-3 NIH: whole numbers from 1, the best, to 9; the result is the mean times 10, from 10 to 90', () => {
  const rubric = presetRubric('nih-simplified-2025')
  expect(moreIsBetter(rubric)).toBe(false)
  for (const row of rowsOf(rubric)) expect(legalPoints(row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  const shown = (sum: number, count: number) => shownMean(rubric, { sum, count })
  expect([shown(1, 1), shown(7, 3), shown(45, 5), shown(13, 4)]).toEqual(['10', '23', '90', '33'])
})

test('PRESET-4 Horizon Europe: three criteria from 0 to 5 in halves, 3 on each and 10 of 15 together', () => {
  const rubric = presetRubric('horizon-europe-ria')
  const inPoints = (units: number | undefined) => units !== undefined && shownPoints(rubric, units)
  expect(
    rubric.criteria.map(({ title, points, threshold }) => [title, inPoints(points), inPoints(threshold)]),
  ).toEqual([
    ['Excellence', '5.0', '3.0'],
    ['Impact', '5.0', '3.0'],
    ['Quality and efficiency of the implementation', '5.0', '3.0'],
  ])
  expect([inPoints(rubric.threshold), inPoints(rubric.totals.points)]).toEqual(['10.0', '15.0'])
  for (const row of rowsOf(rubric)) {
    const takes = legalPoints(row).map((units) => shownPoints(rubric, units))
    expect(takes).toEqual(['0.0', '0.5', '1.0', '1.5', '2.0', '2.5', '3.0', '3.5', '4.0', '4.5', '5.0'])
  }
})

test('PRESET-4 Horizon Europe: among equals Excellence goes first, then Impact', () => {
  const { rubric, rules } = preset('horizon-europe-ria')
  const named = rules.tieBreak?.map((id) => rubric.criteria.find((criterion) => criterion.id === id)?.title)
  expect(named).toEqual(['Excellence', 'Impact'])
})

test('PRESET-5 the foundation form has five criteria for 100 points, without priorities and bands', () => {
  const rubric = presetRubric('foundation')
  expect([rubric.criteria.length, rubric.totals.points, rubric.priorities]).toEqual([5, 100, []])
  expect(rowsOf(rubric).every(({ bands, rule }) => bands === null && rule === null)).toBe(true)
})

test('PRESET-7 rules of another rubric are named where this one cannot give what they ask', () => {
  expect(scoringFaults(presetRubric('foundation'), rulesOf2010)).toEqual([
    'The line of 400.0 lies outside what the rubric can give, 0.0 to 100.0.',
    'The tie break names (A)(1)(ii), which is no criterion or row of the rubric.',
  ])
  const line = (scoreLine: number) =>
    scoringFaults(presetRubric('nih-simplified-2025'), { scoreLine, tieBreak: [] })
  expect([line(1), line(9)]).toEqual([[], []])
  expect(line(10)).toEqual(['The line of 100 lies outside what the rubric can give, 10 to 90.'])
})

test.for(presets)('PRESET-7 what is invented for a row of $id can be given', ({ rubric }) => {
  for (const row of rowsOf(rubric))
    for (const seat of [1, 2, 3, 4, 5])
      expect(pointsFault(rubric, row, inventedPoints(row, 'maine', seat)), row.id).toBeNull()
})

test.for(presets)('PRESET-6 a form of $id is asked for, signed and locked', ({ rubric, rules }) => {
  const asked = missingFromForm(emptyForm(rubric), rubric)
  expect(asked.filter(({ at }) => at.kind === 'row').map(({ at }) => at.id)).toEqual(
    rowsOf(rubric).map(({ id }) => id),
  )
  expect(missingFromForm(fullForm(rubric), rubric)).toEqual([])
  const play = playTo(startPlay({ rubric, rules }), 'locked')
  const most = countedCriteria(rubric).reduce((sum, { points }) => sum + points, 0)
  const { seats, mean } = lockedRecord(play.state(), play.review(), rubric)
  expect(seats.map(({ criteriaPoints }) => criteriaPoints)).toEqual([most, most, most, most, most])
  expect(mean).toEqual({ sum: 5 * most, count: 5 })
})

test.for(presets)('PRESET-6 a row of $id takes nothing under its least', ({ rubric }) => {
  for (const row of rowsOf(rubric)) {
    const low = { ...fullForm(rubric).scores, [row.id]: leastOf(row) - 1 }
    const missing = missingFromForm({ ...fullForm(rubric), scores: low }, rubric)
    expect(missing.map(({ at }) => at.id)).toEqual([row.id])
  }
})
