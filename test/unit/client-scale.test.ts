import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandSteps, shareOf } from '../../client/charts/band-shape.ts'
import { heatOf, sideWords } from '../../client/charts/heat.ts'
import { pointWords, stripSentence } from '../../client/charts/strip-words.ts'
import {
  criterionStatus,
  isTotalWhole,
  nextIncomplete,
  rowStatuses,
  totalGiven,
} from '../../client/reviewer/form-items.ts'
import { needOf } from '../../client/reviewer/needs.ts'
import { pointsNote } from '../../client/reviewer/points-note.ts'
import { answerWords, itemName, priorityName } from '../../client/reviewer/priority-words.ts'
import { lacking } from '../../client/reviewer/ready-items.ts'
import { rowNamed, waysToWrite } from '../../client/reviewer/row-named.ts'
import { flagWords } from '../../client/room/flag-words.ts'
import { rowScores } from '../../client/room/row-scores.ts'
import { apartSentence, stripPoints, totalsSentence } from '../../client/room/score-words.ts'
import { gapText, lineText, signedPoints, throughText } from '../../client/staff/effects/effect-words.ts'
import { roundScale } from '../../client/staff/effects/score-scale.ts'
import { stepsOf } from '../../client/steps-of.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { pointsFault } from '../../shared/rubric/row-rules.ts'
import { findRow, type Row, type Rubric } from '../../shared/rubric/rubric.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import {
  bandWord,
  bestInWords,
  meanInPoints,
  missesInWords,
  ofRange,
  ofReach,
  pointsInWords,
  reachInWords,
  reachOfTotal,
  shownReach,
  typable,
  unitsTyped,
} from '../../shared/rubric/told-points.ts'
import { fullForm } from '../harness/full-form.ts'
import { preset, presetRubric } from '../harness/preset-rubrics.ts'
import { roomColumn } from '../harness/room-column.ts'

const nih = presetRubric('nih-simplified-2025')
const horizon = presetRubric('horizon-europe-ria')
const foundation = presetRubric('foundation')

function rowOf(rubric: Rubric, id: string): Row {
  const row = findRow(rubric, id)
  if (!row) throw new Error(`There is no row ${id}.`)
  return row
}

function scoresOn(rubric: Rubric, id: string, given: readonly number[]) {
  const columns = given.map((points, at) =>
    roomColumn(at + 1, fullForm(rubric, { points: { [id]: points } }), {
      attested: fullForm(rubric, { points: { [id]: points } }),
      yours: false,
    }),
  )
  return rowScores(rubric, rowOf(rubric, id), columns)
}

const halves = { scale: { perPoint: 2, best: 'high' } } as const

test('SHOWN-1 points are told in the steps of their rubric, ends without needless decimals', () => {
  expect([1, 2, 3, 20].map((units) => pointsInWords(halves, units))).toEqual([
    '0.5 points',
    '1.0 point',
    '1.5 points',
    '10.0 points',
  ])
  const excellence = rowOf(horizon, 'C1')
  expect([
    shownReach(horizon, excellence),
    ofReach(horizon, excellence),
    reachInWords(horizon, excellence),
  ]).toEqual(['5', 'of 5', 'of 5'])
  const importance = rowOf(nih, 'F1')
  expect([shownReach(nih, importance), ofReach(nih, importance), ofRange(nih, importance)]).toEqual([
    '1–9',
    'in 1–9',
    'of 8',
  ])
  expect(reachInWords(nih, importance)).toBe('1 to 9, 1 is best')
  expect(reachInWords(raceToTheTop, rowOf(raceToTheTop, '(A)(1)(ii)'))).toBe('of 45')
  expect([nih, horizon, raceToTheTop].map((rubric) => reachOfTotal(rubric))).toEqual([
    { min: 1, max: 9 },
    { min: 0, max: 30 },
    { min: 0, max: 485 },
  ])
})

test('SHOWN-5 what is typed with a point or a comma is what was meant, and what lies between two steps is refused in the words of the rule', () => {
  expect(['3.5', '3,5', ' 3.5 ', '3', '.5', '3.'].map((typed) => unitsTyped(halves, typed))).toEqual([
    7, 7, 7, 6, 1, 6,
  ])
  expect(['', ',', '3.5.1', 'x', '-1'].map((typed) => unitsTyped(halves, typed))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
  const excellence = rowOf(horizon, 'C1')
  expect(pointsFault(horizon, excellence, unitsTyped(horizon, '3.3') ?? 0)).toBe('C1 takes 0 to 5 in halves.')
  expect(pointsFault(horizon, excellence, Number.NaN)).toBe('C1 takes 0 to 5 in halves.')
  expect([typable({}, '3.5'), typable(halves, '3.5p')]).toEqual(['35', '3.5'])
  fc.assert(
    fc.property(fc.constantFrom(1, 2, 4, 10), fc.nat(2000), (perPoint, units) => {
      const rubric = { scale: { perPoint, best: 'high' } } as Pick<Rubric, 'scale'>
      const shown = shownPoints(rubric, units)
      expect(unitsTyped(rubric, shown)).toBe(units)
      expect(typable(rubric, shown)).toBe(shown)
      expect(unitsTyped(rubric, shown.replace('.', ','))).toBe(units)
    }),
  )
})

test('SHOWN-6 where 1 is best the scale is drawn better to the left, its bands are named by what they say, and heat marks the weaker side', () => {
  const row = rowOf(nih, 'F1')
  const steps = bandSteps({ rubric: nih, row })
  expect(steps.map(({ word, from, to }) => `${word} ${from}–${to}`)).toEqual([
    'Strong 1–3',
    'Medium 4–6',
    'Weak 7–9',
  ])
  expect(steps.map(({ height }) => Math.round(height * 3))).toEqual([3, 2, 1])
  expect([shareOf(row, 1), shareOf(row, 5), shareOf(row, 9)]).toEqual([0, 0.5, 1])
  expect(heatOf(nih, row, 9, 4)).toEqual({ side: 'below', step: 3 })
  expect(heatOf(nih, row, 1, 4)).toEqual({ side: 'above', step: 3 })
  expect(heatOf(raceToTheTop, rowOf(raceToTheTop, '(A)(1)(ii)'), 9, 40)?.side).toBe('below')
  expect(sideWords(nih)).toEqual({ below: 'weaker than', above: 'stronger than' })
  expect([bandWord(nih, 'high'), bandWord(raceToTheTop, 'high')]).toEqual(['strong', 'high'])
  expect(pointsNote(nih, row, 8)).toMatch(/^8 is in the weak band\. The notice on weak: /)
  expect(
    flagWords(
      nih,
      preset('nih-simplified-2025').rules.flags ?? {
        split: { percent: 1, points: 1 },
        spread: { percent: 1, points: 1 },
      },
    ).split.rule,
  ).toBe('50% of the scale and 4 points apart, or Strong and Weak both given')
})

test('SHOWN-6 what is said of a row’s scores names the scale and its better end', () => {
  const scores = scoresOn(nih, 'OI', [2, 3, 7])
  const said = { label: 'OI', rubric: nih, row: scores.row, ...stripPoints(scores) }
  const marks = [2, 3, 7].map((points, at) => ({ reviewer: at + 1, points }))
  expect(stripSentence({ ...said, scores: marks })).toBe(
    'Scores on OI, 1 to 9, 1 is best: 2 to 7, 5 apart, mean 4.0, middle 3.',
  )
  expect(pointWords({ rubric: nih, row: scores.row }, { reviewer: 3, points: 7, was: 8 })).toBe(
    'Reviewer 3: 7, weak, before 8',
  )
  expect(apartSentence(scores)).toBe('The three differ by 5 points, on 1 to 9, 1 is best.')
  const excellence = scoresOn(horizon, 'C1', [5, 8, 8])
  expect(apartSentence(excellence)).toBe('The three differ by 1.5 of 5 points.')
  expect(stripPoints(excellence)).toEqual({ mean: { at: 7, text: '3.50' }, middle: { at: 8, text: '4.0' } })
  expect(totalsSentence(horizon, [20, 22])).toBe('The two totals are 1.0 point apart')
})

test('SHOWN-7 a total is of what counts, and is there once something that counts has points', () => {
  const only = (points: Readonly<Record<string, number>>): FormRecord => {
    const full = fullForm(nih)
    const scores = Object.fromEntries(Object.keys(full.scores).map((id) => [id, points[id] ?? null]))
    return { ...full, scores }
  }
  expect(totalGiven(nih, only({ F1: 2, F2: 3 }))).toBeNull()
  expect(isTotalWhole(nih, only({ F1: 2, F2: 3 }))).toBe(false)
  expect(totalGiven(nih, only({ F1: 2, OI: 4 }))).toBe(4)
  expect(isTotalWhole(nih, only({ OI: 4 }))).toBe(true)
})

test('SHOWN-8 what does not reach its threshold says so, on the threshold it is reached', () => {
  expect([5, 6, 7].map((units) => missesInWords(horizon, units, 6))).toEqual([
    'below the threshold of 3',
    null,
    null,
  ])
  expect([4, 3, 2].map((units) => missesInWords(nih, units, 3))).toEqual([
    'beyond the threshold of 3',
    null,
    null,
  ])
  expect(missesInWords(nih, 9, undefined)).toBeNull()
  expect([bestInWords(nih, { min: 1, max: 9 }), bestInWords(horizon, { max: 10 })]).toEqual([
    '1 is best',
    null,
  ])
})

test('SHOWN-9 a judgment has the rubric’s own two words, and what a priority is called comes from its title', () => {
  const [judged] = nih.priorities
  const stem = raceToTheTop.priorities.find(({ kind }) => kind === 'competitive')
  if (!judged || !stem) throw new Error('A priority is not there.')
  expect(answerWords(judged)).toEqual({ yes: 'Sufficient', no: 'Not sufficient' })
  expect(priorityName(nih, judged)).toBe('Expertise and resources')
  expect(priorityName(raceToTheTop, stem)).toBe('STEM priority, 15 points')
  expect(itemName(raceToTheTop, stem.id)).toBe('STEM priority')
  const other = { ...stem, title: 'Rural schools, small ones' }
  expect(priorityName(raceToTheTop, other)).toBe('Rural schools, small ones, 15 points')
})

test('SHOWN-10 the vote is a step only where something is voted', () => {
  const labels = (rubric: Rubric | null): readonly string[] =>
    stepsOf({ step: 'score', lock: null }, rubric).map(({ label }) => label)
  for (const rubric of [nih, horizon, foundation]) expect(labels(rubric)).not.toContain('Vote')
  expect(labels(raceToTheTop)).toContain('Vote')
  expect(labels(raceToTheTop).filter((label) => label !== 'Vote')).toEqual(labels(nih))
})

test('SHOWN-11 where comments are optional a form without them lacks nothing, in the list, in the tree and in what comes next', () => {
  const full = fullForm(horizon)
  const silent = Object.fromEntries(horizon.criteria.map(({ id }) => [id, { text: '', noneFound: false }]))
  const form = { ...full, strengths: silent, weaknesses: silent }
  const [criterion] = horizon.criteria
  if (!criterion) throw new Error('There is no criterion.')
  expect(lacking(form, horizon, 'optional')).toEqual([])
  expect(lacking(form, horizon)).toHaveLength(3)
  expect(new Set(rowStatuses(form, horizon, 'optional'))).toEqual(new Set(['complete']))
  expect(new Set(rowStatuses(form, horizon))).toEqual(new Set(['begun']))
  expect(criterionStatus(form, criterion, 'optional')).toBe('complete')
  expect(nextIncomplete(form, horizon, 'C1', 'optional')).toBeNull()
  expect(nextIncomplete(form, horizon, 'C1')).toBe('C2')
  const review = {
    id: 'vermont.1.1',
    mine: { askedAnew: null },
    conflict: { status: 'certified' },
  } as ReviewView
  const next = (comments: 'required' | 'optional'): string =>
    needOf(review, { rubric: horizon, record: form }, comments, null).sentence
  expect([next('optional'), next('required')]).toEqual(['Say ready', 'Finish: 6 things are missing'])
})

test('SHOWN-12 the examples of how a row is typed are rows of the rubric', () => {
  expect(waysToWrite(raceToTheTop)).toEqual(['b1ii', '(B)(1)(ii)', 'B.1.ii', 'stem'])
  for (const rubric of [raceToTheTop, nih, horizon, foundation])
    for (const way of waysToWrite(rubric)) expect(rowNamed(rubric, way)).toHaveProperty('item')
  expect(rowNamed(nih, '')).toEqual({ sentence: 'Type a row, such as oi.' })
})

test('SHOWN-13 what an outcome hangs on is told as results are, a row’s mean on the scale that it was scored on', () => {
  expect(lineText(raceToTheTop, 400)).toBe('400')
  expect([lineText(horizon, 20), throughText(horizon, 20)]).toEqual(['10', '10 or above'])
  expect([lineText(nih, 3), throughText(nih, 3)]).toEqual(['30', '30 or below'])
  expect(gapText(nih, { sum: 3, count: 5 }, 3)).toBe('6.0 above the line of 30')
  expect(gapText(horizon, { sum: -3, count: 5 }, 20)).toBe('0.30 below the line of 10')
  expect(signedPoints(horizon, -1)).toBe('−0.50')
  expect(meanInPoints(nih, { sum: 13, count: 5 })).toBe('2.6')
  expect(roundScale([3, 2, 5], 9, 1).ticks).toEqual([1, 2, 3, 4, 5, 6])
})
