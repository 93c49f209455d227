import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lockedRecord, lockedScore } from '../../shared/competition/locked-record.ts'
import { rowsOf, type Rubric } from '../../shared/rubric/rubric.ts'
import { compareMeans } from '../../shared/scoring/exact-mean.ts'
import { ranking, tieBreakFaults, type LockedScore, type RankRules } from '../../shared/scoring/ranking.ts'
import { shownApart } from '../../shared/scoring/shown-mean.ts'
import { averageOfRows, missedSentence } from '../../shared/scoring/thresholds.ts'
import { fullForm } from '../harness/full-form.ts'
import { mirrored, mirroredPoints } from '../harness/mirrored.ts'
import { presetRubric } from '../harness/preset-rubrics.ts'
import { playTo, startPlay } from '../harness/pure-play.ts'

const raceToTheTop = presetRubric('race-to-the-top-2010')
const nih = presetRubric('nih-simplified-2025')
const horizon = presetRubric('horizon-europe-ria')
const plain: RankRules = { averaging: 'mean', tieBreak: [] }
const byExcellence: RankRules = { averaging: 'mean', tieBreak: ['C1', 'C2'] }

/** Horizon Europe: an application of which each form gives so many halves on each criterion. */
function halves(application: string, ...forms: readonly (readonly [number, number, number])[]): LockedScore {
  return {
    application,
    total: { sum: forms.flat().reduce((sum, each) => sum + each, 0), count: forms.length },
    forms: forms.map(([C1, C2, C3]) => ({ C1, C2, C3 })),
    notMet: [],
  }
}

/** An application with a total alone, as it is published. */
function scored(application: string, score: string, forms: LockedScore['forms'] = []): LockedScore {
  return { application, total: { sum: Math.round(Number(score) * 5), count: 5 }, forms, notMet: [] }
}

const order = (found: ReturnType<typeof ranking>) =>
  found.map(({ application, rank }) => [application, rank] as const)

/** Phase 2 of 2010: the finalists, as published. */
const finalists: readonly (readonly [rank: number, State: string, score: string])[] = [
  [1, 'Massachusetts', '471.0'],
  [2, 'New York', '464.8'],
  [3, 'Hawaii', '462.4'],
  [4, 'Florida', '452.4'],
  [5, 'Rhode Island', '451.2'],
  [6, 'District of Columbia', '450.0'],
  [6, 'Maryland', '450.0'],
  [8, 'Georgia', '446.4'],
  [9, 'North Carolina', '441.6'],
  [10, 'Ohio', '440.8'],
  [11, 'New Jersey', '437.8'],
  [12, 'Arizona', '435.4'],
  [13, 'Louisiana', '434.0'],
  [14, 'South Carolina', '431.0'],
  [15, 'Illinois', '426.6'],
  [16, 'California', '423.6'],
  [17, 'Colorado', '420.2'],
  [18, 'Pennsylvania', '417.6'],
  [19, 'Kentucky', '412.4'],
]

test('RANK-1 2010, Phase 2: the nineteen finalists stand as they stood, whatever order they come in', () => {
  const scores = finalists.map(([, State, score]) => scored(State, score))
  const known = finalists.map(([rank, State]) => [State, rank] as const)
  expect(order(ranking(raceToTheTop, scores, plain))).toEqual(known)
  fc.assert(
    fc.property(fc.shuffledSubarray(scores, { minLength: 19, maxLength: 19 }), (shuffled) => {
      const found = order(ranking(raceToTheTop, shuffled, plain))
      expect(new Map(found)).toEqual(new Map(known))
      expect(found.map(([, rank]) => rank)).toEqual(known.map(([, rank]) => rank))
    }),
  )
  expect(
    shownApart(
      raceToTheTop,
      scores.map(({ total }) => total),
    ),
  ).toEqual(finalists.map(([, , score]) => score))
})

test('RANK-1 2010, Phase 2: the figures are those of the published table', () => {
  const table = new URL('../../../shared/data/2010/phase2.csv', import.meta.url)
  if (!existsSync(table)) {
    expect(existsSync(table), 'the published table is not beside this copy').toBe(false)
    return
  }
  const [, ...lines] = readFileSync(table, 'utf8').trim().split('\n')
  const published = lines.map((line) => line.split(',')).filter((cells) => cells[4] === 'yes')
  expect(published.map(([rank, State, , score]) => [Number(rank), State, score])).toEqual(finalists)
})

test('RANK-2 equal totals share a rank and are broken only for who asks: DC and Maryland at 450.0', () => {
  const form = (points: number) => ({ '(A)(1)(ii)': points })
  const scores = [
    scored('Georgia', '446.4'),
    scored('Maryland', '450.0', [form(40), form(41)]),
    scored('District of Columbia', '450.0', [form(44), form(38)]),
  ]
  const stays = ranking(raceToTheTop, scores, plain)
  expect(stays.map(({ application, rank, place, tiedWith }) => [application, rank, place, tiedWith])).toEqual(
    [
      ['Maryland', 1, 1, ['District of Columbia']],
      ['District of Columbia', 1, 1, ['Maryland']],
      ['Georgia', 3, 3, []],
    ],
  )
  const asked = ranking(raceToTheTop, scores, { averaging: 'mean', tieBreak: ['(A)(1)(ii)'] })
  expect(asked.map(({ application, rank, place, brokenBy }) => [application, rank, place, brokenBy])).toEqual(
    [
      ['District of Columbia', 1, 1, '(A)(1)(ii)'],
      ['Maryland', 1, 2, '(A)(1)(ii)'],
      ['Georgia', 3, 3, null],
    ],
  )
})

test('RANK-2 a tie is equality of fractions and nothing else', () => {
  const near = [
    { ...scored('a', '0'), total: { sum: 1322, count: 3 } },
    { ...scored('b', '0'), total: { sum: 2203, count: 5 } },
    { ...scored('c', '0'), total: { sum: 4406, count: 10 } },
  ]
  expect(order(ranking(raceToTheTop, near, plain))).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 2],
  ])
})

test('RANK-3 among equals the first criterion that differs decides, then the next, and what is alike in all stays tied', () => {
  const scores = [
    halves('late', [7, 8, 9]),
    halves('early', [9, 6, 9]),
    halves('middle', [8, 7, 9]),
    halves('second', [8, 8, 8]),
    halves('twin', [8, 8, 8]),
  ]
  const found = ranking(horizon, scores, byExcellence)
  expect(found.map(({ application, rank, place, brokenBy }) => [application, rank, place, brokenBy])).toEqual(
    [
      ['early', 1, 1, 'C1'],
      ['second', 1, 2, null],
      ['twin', 1, 2, null],
      ['middle', 1, 4, 'C2'],
      ['late', 1, 5, 'C1'],
    ],
  )
})

test('RANK-3 a tie break that the rubric does not have is named, and breaks nothing', () => {
  expect(tieBreakFaults(horizon, ['C1', '(A)(1)(ii)', 'C1'])).toEqual([
    'The tie break names (A)(1)(ii), which is no criterion or row of the rubric.',
    'The tie break names C1 twice.',
  ])
  expect(tieBreakFaults(raceToTheTop, ['(A)(1)(ii)', '(A)(1)'])).toEqual([])
  const found = ranking(horizon, [halves('a', [9, 6, 9]), halves('b', [8, 8, 8])], {
    averaging: 'mean',
    tieBreak: ['(A)(1)(ii)'],
  })
  expect(found.map(({ place, brokenBy }) => [place, brokenBy])).toEqual([
    [1, null],
    [1, null],
  ])
})

test('RANK-4 who misses a threshold stands after all who reach theirs, and it says which; on it is reached', () => {
  const scores = [
    halves('weak impact', [10, 5, 10], [10, 6, 10]),
    halves('just there', [8, 6, 6]),
    halves('all at three', [6, 6, 6], [6, 6, 6]),
    halves('none', [2, 2, 2]),
  ]
  const found = ranking(horizon, scores, byExcellence)
  expect(order(found)).toEqual([
    ['just there', 1],
    ['weak impact', 2],
    ['all at three', 3],
    ['none', 4],
  ])
  const [reached, impact, sum, none] = found.map(({ missed }) =>
    missed.map((each) => missedSentence(horizon, each)),
  )
  expect(reached).toEqual([])
  expect(impact).toEqual(['C2 Impact has 2.75, under its threshold of 3.00.'])
  expect(sum).toEqual(['The score has 9.00, under its threshold of 10.00.'])
  expect(none).toHaveLength(4)
})

test('RANK-4 a mean that only looks like the threshold is told to the digit that misses it', () => {
  const missed = { criterion: 'C1', reached: { sum: 5999, count: 1000 }, threshold: 6 }
  expect(missedSentence(horizon, missed)).toBe('C1 Excellence has 2.9995, under its threshold of 3.0000.')
})

test('RANK-5 an absolute priority that is not met leaves the application without a rank, and says which', () => {
  const scores = [{ ...scored('a', '470'), notMet: ['P1'] }, scored('b', '400'), scored('c', '430')]
  const found = ranking(raceToTheTop, scores, plain)
  expect(found.map(({ application, rank, place, out }) => [application, rank, place, out])).toEqual([
    ['c', 1, 1, []],
    ['b', 2, 2, []],
    ['a', null, null, ['P1']],
  ])
})

test('RANK-5 what ranks an application is its locked record and what the selecting official decided', () => {
  const play = playTo(startPlay({ seats: 3 }), 'locked')
  const score = () =>
    lockedScore(lockedRecord(play.state(), play.review(), play.rubric), play.review().absolute)
  expect(score()).toMatchObject({ application: 'alpha', total: { sum: 3 * 89, count: 3 }, notMet: [] })
  expect(score().forms).toEqual(play.review().seats.map(() => fullForm(play.rubric).scores))
  play.must('official', {
    kind: 'absolute.decide',
    priority: 'P1',
    outcome: 'notMet',
    reasons: 'It leaves two areas out.',
  })
  expect(score().notMet).toEqual(['P1'])
})

test('RANK-6 where 1 is best the lowest score is first, and a threshold is not to be exceeded', () => {
  const given = (application: string, ...points: readonly number[]): LockedScore => ({
    application,
    total: { sum: points.reduce((sum, each) => sum + each, 0), count: points.length },
    forms: points.map((OI) => ({ F1: 1, F2: 1, OI })),
    notMet: [],
  })
  const rubric: Rubric = { ...nih, threshold: 5 }
  const found = ranking(
    rubric,
    [given('a', 5, 6), given('b', 2, 3), given('c', 1, 2), given('d', 5, 5)],
    plain,
  )
  expect(order(found)).toEqual([
    ['c', 1],
    ['b', 2],
    ['d', 3],
    ['a', 4],
  ])
  expect(found.at(-1)?.missed.map((each) => missedSentence(rubric, each))).toEqual([
    'The score has 55, over its threshold of 50.',
  ])
})

const rubrics = [presetRubric('foundation'), horizon].map((rubric) => ({
  ...rubric,
  threshold: Math.round(rubric.totals.points * 0.6),
}))

const anyTier = fc.constantFrom(...rubrics).chain((rubric) => {
  const points = fc.tuple(...rowsOf(rubric).map(({ max }) => fc.integer({ min: Math.floor(max / 2), max })))
  const forms = fc.array(points, { minLength: 1, maxLength: 5 })
  return fc.record({
    rubric: fc.constant(rubric),
    tier: fc.array(fc.tuple(forms, fc.boolean()), { minLength: 1, maxLength: 8 }),
    averaging: fc.constantFrom('mean', 'median', 'trimmed'),
  })
})

test('RANK-7 ranks do not hang on the order of the applications, of their forms, or on which end of the scale is best', () => {
  fc.assert(
    fc.property(anyTier, ({ rubric, tier, averaging }) => {
      const rules: RankRules = { averaging, tieBreak: ['C1', 'C2'] }
      const scores = tier.map(([forms, met], at): LockedScore => {
        const given = forms.map((points) =>
          Object.fromEntries(rowsOf(rubric).map(({ id }, place) => [id, points[place] ?? 0])),
        )
        const total = averageOfRows(rowsOf(rubric), given, averaging)
        if (!total) throw new Error('There are forms.')
        return { application: `a${at}`, total, forms: given, notMet: met ? [] : ['P1'] }
      })
      const plainly = (found: ReturnType<typeof ranking>) =>
        new Map(
          found.map(({ application, rank, place, brokenBy, missed }) => [
            application,
            { rank, place, brokenBy, missed: missed.map(({ criterion }) => criterion) },
          ]),
        )
      const found = plainly(ranking(rubric, scores, rules))
      const turned = scores.map((score) => ({ ...score, forms: score.forms.toReversed() })).toReversed()
      expect(plainly(ranking(rubric, turned, rules))).toEqual(found)

      const least = rowsOf(rubric).reduce((sum, { max }) => sum + max, 0)
      const low = scores.map((score) => ({
        ...score,
        total: { sum: least * score.total.count - score.total.sum, count: score.total.count },
        forms: score.forms.map((points) => mirroredPoints(rubric, points)),
      }))
      expect(plainly(ranking(mirrored(rubric), low, rules))).toEqual(found)
    }),
    { numRuns: 300 },
  )
})

test('RANK-7 nobody with a better total stands lower, and ranks count those ahead', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 }), (sums) => {
      const scores = sums.map((sum, at) => ({ ...scored(String(at), '0'), total: { sum, count: 2 } }))
      for (const each of ranking(raceToTheTop, scores, plain)) {
        const ahead = scores.filter(({ total }) => compareMeans(total, each.total) > 0)
        expect(each.rank).toBe(ahead.length + 1)
      }
    }),
  )
})
