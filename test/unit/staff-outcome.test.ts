import { expect, test } from 'vitest'
import { outcomePath, pageOf } from '../../client/pages.ts'
import {
  costliestSentence,
  drawnSentence,
  envelopeSentence,
  gapText,
  lossText,
  middleSentence,
  percent,
  signedPoints,
  voteSentence,
} from '../../client/staff/effects/effect-words.ts'
import { placeOn, roundScale } from '../../client/staff/effects/score-scale.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { majority, type SeatAnswer } from '../../shared/scoring/majority.ts'

function outcome(yes: number) {
  return majority(
    [1, 2, 3, 4, 5].map(
      (seat): SeatAnswer => ({ seat, standing: 'sitting', answer: seat <= yes ? 'yes' : 'no' }),
    ),
  )
}

test('EFFECT-9 the address of the outcome, and of one application on it, leads there', () => {
  expect(pageOf(outcomePath())).toEqual({ page: 'outcome', chosen: null })
  expect(pageOf(outcomePath('maine.1.1'))).toEqual({ page: 'outcome', chosen: 'maine.1.1' })
  expect(pageOf('/outcome/maine.1.1/more').page).toBe('unknown')
})

test('EFFECT-10 points that move a mean carry their sign, and nothing is +0 or −0', () => {
  expect([9.6, -8.6, 0, -0.04, 0.04].map((points) => signedPoints(raceToTheTop, points))).toEqual([
    '+9.6',
    '−8.6',
    '0.0',
    '0.0',
    '0.0',
  ])
})

test('EFFECT-10 a chance has two digits at most, and only what is certain is said to be', () => {
  expect([0, 0.001, 0.0051, 0.32224, 0.994, 0.999, 1, -0.037, -0.003].map(percent)).toEqual([
    '0%',
    'under 1%',
    '1%',
    '32%',
    '99%',
    'over 99%',
    '100%',
    '−4%',
    '0%',
  ])
  expect([0, 0.001, 1.2441].map((points) => lossText(raceToTheTop, points))).toEqual([
    '0',
    'under 0.01',
    '1.24',
  ])
})

test('EFFECT-10 the distance to the line is told with its side', () => {
  expect([12, -43, 0].map((sum) => gapText(raceToTheTop, { sum, count: 5 }, 400))).toEqual([
    '2.4 above the line of 400',
    '8.6 below the line of 400',
    'exactly on the line of 400',
  ])
})

test('EFFECT-11 where no agreement can change the outcome, it says so', () => {
  const gap = { sum: -100, count: 5 }
  const closed = { lowest: 30, highest: 79, crosses: false }
  expect(envelopeSentence(raceToTheTop, { envelope: closed, gap, vote: null }, 80)).toBe(
    'No agreement among these reviewers can change the outcome.',
  )
  const open = { lowest: 30, highest: 85, crosses: true }
  expect(envelopeSentence(raceToTheTop, { envelope: open, gap, vote: null }, 80)).toBe(
    'An agreement among these reviewers could end anywhere from 30 to 85, on either side of the line.',
  )
})

test('EFFECT-19 where the points cannot change the outcome and the vote can, that is said', () => {
  const said = (yes: number, sum: number, highest: number) => {
    const envelope = { lowest: 30, highest, crosses: false }
    const swing = yes === 2 || yes === 3 ? 15 : 0
    const vote = { outcome: outcome(yes), points: 15, swing, crosses: false }
    return envelopeSentence(raceToTheTop, { envelope, gap: { sum, count: 5 }, vote }, 80)
  }
  expect(said(2, -50, 79)).toBe('No agreement on the points can change the outcome. One vote on STEM can.')
  expect(said(1, -50, 79)).toBe(
    'No agreement on the points can change the outcome. Another decision on STEM can.',
  )
  expect(said(2, -100, 79)).toBe(
    'No agreement on the points alone can change the outcome. With one vote on STEM it can.',
  )
  expect(said(0, -50, 79)).toBe('No agreement among these reviewers can change the outcome.')
  expect(said(2, -100, 64)).toBe('No agreement among these reviewers can change the outcome.')
  const undecided = (sum: number) =>
    envelopeSentence(
      raceToTheTop,
      { envelope: { lowest: 30, highest: 79, crosses: false }, gap: { sum, count: 5 }, vote: null },
      80,
      15,
    )
  expect(undecided(-50)).toBe(
    'No agreement on the points can change the outcome. The 15 points of a vote on STEM can.',
  )
  expect(undecided(-100)).toBe(
    'No agreement on the points alone can change the outcome. With the 15 points of a vote on STEM it can.',
  )
})

test('EFFECT-11 taking the middle, drawing again and one vote are told with what they would change', () => {
  const gap = { sum: -43, count: 5 }
  expect(middleSentence(raceToTheTop, { gap, allToMiddle: { swing: 9.6, crosses: true } })).toBe(
    'If all took the middle score on every row, the mean would move by +9.6, over the line.',
  )
  expect(middleSentence(raceToTheTop, { gap, allToMiddle: { swing: 1, crosses: false } })).toContain(
    'and stay below the line.',
  )
  const seats = [1, 2, 3, 4, 5].map((seat) => ({ seat, total: 400, influence: null }))
  const bootstrap = { through: 1007, draws: 3125, different: 126, chance: 0.32224 }
  expect(drawnSentence(raceToTheTop, { bootstrap, seats }, 400)).toBe(
    'If five reviewers like these were drawn again, 32% of the draws would be at 400 or above.',
  )
  expect(drawnSentence(raceToTheTop, { bootstrap: null, seats }, 400)).toBeNull()
  const vote = (yes: number, swing: number, crosses: boolean) =>
    voteSentence(raceToTheTop, { outcome: outcome(yes), points: 15, swing, crosses })
  expect(vote(2, 15, true)).toBe(
    '2 of 5 say yes, 3 needed: no points. One more and they would be given, which decides about the line.',
  )
  expect(vote(3, 15, false)).toBe(
    '3 of 5 say yes, 3 needed: 15 points. One fewer and they would be gone, on the same side of the line.',
  )
  expect(vote(5, 0, false)).toBe('5 of 5 say yes, 3 needed: 15 points. No single vote would change that.')
})

test('EFFECT-11 the row that weighs most is named, unless none weighs anything', () => {
  const row = (expectedLoss: number) => ({ row: '(A)(1)(ii)', stakes: { expectedLoss } })
  expect(costliestSentence(raceToTheTop, [row(1.244)])).toBe(
    '(A)(1)(ii) weighs most: settling it is worth 1.24 points on average.',
  )
  expect(costliestSentence(raceToTheTop, [row(0.001)])).toContain('less than 0.01 points')
  expect(costliestSentence(raceToTheTop, [row(0)])).toContain('all agree on every one')
  expect(costliestSentence(raceToTheTop, [])).toContain('all agree on every one')
})

test('EFFECT-12 a scale holds every place between round ends, and no more than the points there are', () => {
  for (const places of [[400], [327, 463, 400], [0, 500], [398, 401, 402], [496, 500]]) {
    const scale = roundScale(places, 500)
    for (const place of places) {
      const at = placeOn(scale, 100, place)
      expect(at).toBeGreaterThanOrEqual(0)
      expect(at).toBeLessThanOrEqual(100)
    }
    expect(scale.to).toBeLessThanOrEqual(500)
    expect(scale.ticks[0]).toBe(scale.from)
    expect(scale.ticks.at(-1)).toBe(scale.to)
    expect(scale.ticks.length).toBeLessThanOrEqual(8)
  }
})
