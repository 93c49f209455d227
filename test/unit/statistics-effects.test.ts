import fc from 'fast-check'
import { expect, test } from 'vitest'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { exactMean, plusPoints } from '../../shared/scoring/exact-mean.ts'
import { majority, type SeatAnswer } from '../../shared/scoring/majority.ts'
import { meanOf, sumOf } from '../../shared/statistics/dispersion.ts'
import { reviewEffects, type ReviewEffects, type SignedReview } from '../../shared/statistics/effects.ts'
import { exactBootstrap } from '../../shared/statistics/exact-bootstrap.ts'
import { pointsOf } from '../../shared/statistics/line.ts'
import { tierEffects } from '../../shared/statistics/tier-effects.ts'
import { whatCanChange } from '../../shared/statistics/what-can-change.ts'

const rows = rowsOf(raceToTheTop)
const line = 400

/** A review from the points that each seat gave on each row, in the rubric's order, and from who said yes to the priority. */
function signed(review: string, points: readonly (readonly number[])[], yes: number): SignedReview {
  const answers = points.map(
    (_, at): SeatAnswer => ({
      seat: at + 1,
      standing: 'sitting',
      answer: at < yes ? 'yes' : 'no',
    }),
  )
  return {
    review,
    seats: points.map((given, at) => ({
      seat: at + 1,
      scores: Object.fromEntries(rows.map(({ id }, row) => [id, given[row] ?? null])),
    })),
    vote: { outcome: majority(answers), points: 15 },
  }
}

/** Five who all give the same share of each row's points, but for what `change` says. */
function alike(share: number, change: (seat: number, row: number, points: number) => number) {
  return [0, 1, 2, 3, 4].map((seat) => rows.map(({ max }, row) => change(seat, row, Math.round(max * share))))
}

const anyReview = fc
  .integer({ min: 1, max: 7 })
  .chain((seats) =>
    fc.tuple(
      fc.array(fc.tuple(...rows.map(({ max }) => fc.integer({ min: 0, max }))), {
        minLength: seats,
        maxLength: seats,
      }),
      fc.integer({ min: 0, max: seats }),
    ),
  )
  .map(([points, yes]) => signed('any', points, yes))

function effectsOf(review: SignedReview): ReviewEffects {
  const found = reviewEffects(raceToTheTop, review, line)
  if (!found) throw new Error('There are forms, so there are effects.')
  return found
}

test('EFFECT-1 totals are the signed points and the panel’s own decision, and their mean is the official one', () => {
  fc.assert(
    fc.property(anyReview, (review) => {
      const found = effectsOf(review)
      const criteria = review.seats.map(({ scores }) => sumOf(Object.values(scores).map((each) => each ?? 0)))
      const stem = review.vote?.outcome.awarded ? 15 : 0
      const official = exactMean(criteria)
      expect(found.mean).toEqual(official && plusPoints(official, stem))
      expect(found.seats.map(({ total }) => total)).toEqual(criteria.map((each) => each + stem))
      expect(found.gap).toEqual(plusPoints(found.mean, -line))
    }),
    { numRuns: 50 },
  )
})

test('EFFECT-1 nothing hangs on a review in which no form counts', () => {
  expect(reviewEffects(raceToTheTop, { review: 'empty', seats: [], vote: null }, line)).toBeNull()
})

test('EFFECT-2 a panel that only differs on the priority does not spread: it is settled by the panel first', () => {
  for (const yes of [2, 3]) {
    const found = effectsOf(
      signed(
        'stem',
        alike(0.8, (_, __, points) => points),
        yes,
      ),
    )
    expect(found.deviation).toBe(0)
    expect(found.envelope.lowest).toBe(found.envelope.highest)
    expect(found.seats.map(({ influence }) => influence?.lifts)).toEqual([0, 0, 0, 0, 0])
  }
})

test('EFFECT-2 one vote from changing moves all the points or none, and over the line where they reach it', () => {
  const flat = alike(0.8, (_, __, points) => points)
  const total = sumOf(flat[0] ?? [])
  const vote = (yes: number, at: number) => reviewEffects(raceToTheTop, signed('stem', flat, yes), at)?.vote
  expect([0, 1, 2, 3, 4, 5].map((yes) => vote(yes, line)?.swing)).toEqual([0, 0, 15, 15, 0, 0])
  expect([total, total + 1, total + 15, total + 16].map((at) => vote(2, at)?.crosses)).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect([total, total + 1, total + 15, total + 16].map((at) => vote(3, at)?.crosses)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('EFFECT-3 rows that cost most come first, and all rows are there once', () => {
  fc.assert(
    fc.property(anyReview, (review) => {
      const found = effectsOf(review)
      const losses = found.rows.map(({ stakes }) => stakes.expectedLoss)
      expect(losses.toSorted((left, right) => right - left)).toEqual(losses)
      expect(new Set(found.rows.map(({ row }) => row))).toEqual(new Set(rows.map(({ id }) => id)))
    }),
    { numRuns: 50 },
  )
})

test('EFFECT-3 with everybody alike the rows stand as in the rubric', () => {
  const found = effectsOf(
    signed(
      'alike',
      alike(0.7, (_, __, points) => points),
      5,
    ),
  )
  expect(found.rows.map(({ row }) => row)).toEqual(rows.map(({ id }) => id))
})

test('EFFECT-4 where the envelope does not hold the line, no row, no middle and no draw reaches over it', () => {
  fc.assert(
    fc.property(anyReview, fc.integer({ min: 0, max: 500 }), (review, at) => {
      const found = reviewEffects(raceToTheTop, review, at)
      if (!found || found.envelope.crosses) return
      expect(found.allToMiddle.crosses).toBe(false)
      expect(found.rows.some(({ stakes }) => stakes.couldCross || stakes.swingCrosses)).toBe(false)
      if (found.bootstrap) expect([0, 1]).toContain(found.bootstrap.chance)
    }),
    { numRuns: 100 },
  )
})

test('EFFECT-4 the mean lies in the envelope, the panel’s decision in both', () => {
  fc.assert(
    fc.property(anyReview, (review) => {
      const found = effectsOf(review)
      expect(pointsOf(found.mean)).toBeGreaterThanOrEqual(found.envelope.lowest)
      expect(pointsOf(found.mean)).toBeLessThanOrEqual(found.envelope.highest)
    }),
    { numRuns: 50 },
  )
})

test('EFFECT-5 chances and influences are those of the totals that are shown', () => {
  fc.assert(
    fc.property(anyReview, (review) => {
      const found = effectsOf(review)
      const totals = found.seats.map(({ total }) => total)
      expect(found.bootstrap).toEqual(exactBootstrap(totals, line))
      for (const [at, { influence }] of found.seats.entries()) {
        if (totals.length < 2) expect(influence).toBeNull()
        else
          expect(influence?.lifts).toBeCloseTo(
            meanOf(totals) - meanOf(totals.filter((_, other) => other !== at)),
            9,
          )
      }
      const shares = found.rows.map(({ share }) => share)
      if (!shares.includes(null)) expect(sumOf(shares.map((share) => share ?? 0))).toBeCloseTo(1, 9)
    }),
    { numRuns: 50 },
  )
})

test('EFFECT-6 of a tier the review nearest to the line comes first, on whichever side it lies', () => {
  const reviews = [0.9, 0.5, 0.83, 0.8].map((share) =>
    signed(
      String(share),
      alike(share, (_, __, points) => points),
      0,
    ),
  )
  const found = tierEffects(raceToTheTop, reviews, { line, averaging: 'mean' })
  expect(found.line).toBe(line)
  expect(found.reviews.map(({ review }) => review)).toEqual(['0.83', '0.8', '0.9', '0.5'])
})

test('EFFECT-6 what range is unusual is told for each size of panel from the rows of the tier', () => {
  const apart = alike(0.5, (seat, row, points) => (seat === 0 && row === 0 ? 0 : points))
  const five = signed('five', apart, 0)
  const found = tierEffects(raceToTheTop, [five, { ...five, seats: five.seats.slice(1) }], {
    line,
    averaging: 'mean',
  })
  expect(found.ranges.map(({ seats, rows: counted }) => [seats, counted])).toEqual([
    [4, 41],
    [5, 41],
  ])
  const [four, all] = found.ranges
  expect(four?.usual).toBe(0)
  expect(all?.usual).toBeCloseTo(Math.round((rows[0]?.max ?? 0) * 0.5) / (rows[0]?.max ?? 1) / 41, 12)
})

test('EFFECT-19 nothing can change the outcome exactly where no mixture of the views given, on the points and on the priority, does', () => {
  const three = rows.slice(0, 3)
  const [criterion] = raceToTheTop.criteria
  if (!criterion) throw new Error('Race to the Top has criteria.')
  const rubric = { ...raceToTheTop, criteria: [{ ...criterion, rows: three }] }
  const points = fc.array(fc.tuple(...three.map(({ max }) => fc.integer({ min: 0, max }))), {
    minLength: 5,
    maxLength: 5,
  })
  const views = fc.tuple(points, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 150 }))
  fc.assert(
    fc.property(views, fc.boolean(), ([given, yes, at], settled) => {
      const { vote, ...review } = signed('any', given, yes)
      const found = reviewEffects(rubric, { ...review, vote: settled ? vote : null }, at)
      if (!found || !vote) throw new Error('There are forms and a vote.')
      const { awarded, no } = vote.outcome
      const isTurnable = (yes > 0 && no > 0) || yes === 2 || yes === 3
      const awards = !settled ? [0, 15] : isTurnable ? [0, 15] : [awarded ? 15 : 0]
      const reached = (award: number) =>
        given
          .flatMap(([a = 0]) => given.flatMap(([, b = 0]) => given.map(([, , c = 0]) => a + b + c + award)))
          .some((total) => total >= at !== found.gap.sum >= 0)
      const changes = whatCanChange(found, at, settled ? 0 : 15)
      expect(changes === 'nothing').toBe(!awards.some(reached))
      expect(changes === 'points').toBe(reached(settled && awarded ? 15 : 0))
    }),
  )
})
