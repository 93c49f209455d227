import { expect, test } from 'vitest'
import {
  rankSentences,
  rankText,
  reachesLine,
  tieSentence,
} from '../../client/staff/ranking/ranking-words.ts'
import type { Ranked } from '../../shared/scoring/ranking.ts'
import { presetRubric } from '../harness/preset-rubrics.ts'

const ranked: Ranked = {
  application: 'ohio',
  total: { sum: 2_204, count: 5 },
  rank: 6,
  tiedWith: [],
  place: 6,
  brokenBy: null,
  missed: [],
  out: [],
}
const called = (id: string): string | null => ({ maine: 'Maine', iowa: 'Iowa' })[id] ?? null
const race = presetRubric('race-to-the-top-2010')

test('RANKED-4 a tie is told with whom, its rank carries a sign, and how it would be broken is a sentence of its own', () => {
  const tied: Ranked = { ...ranked, tiedWith: ['maine', 'iowa', 'hidden'], place: 7, brokenBy: '(A)(1)(ii)' }
  expect(rankText(ranked)).toBe('6')
  expect(rankText(tied)).toBe('6 =')
  expect(rankSentences(race, tied, called)).toEqual(['Tied with Maine, Iowa and another.'])
  expect(tieSentence(tied)).toBe('By (A)(1)(ii) it would come in place 7.')
  expect(tieSentence({ ...tied, brokenBy: null })).toBe('Nothing in the tie break sets it apart.')
  expect(tieSentence(ranked)).toBeNull()
})

test('RANKED-5 what does not meet an absolute priority has no rank, and says which', () => {
  const [priority] = race.priorities.filter(({ kind }) => kind === 'absolute')
  const out: Ranked = { ...ranked, rank: null, place: null, out: [priority?.id ?? ''] }
  expect(rankText(out)).toBe('Out')
  expect(rankSentences(race, out, called)).toEqual([`Does not meet ${priority?.title}, so it has no rank.`])
  expect(reachesLine(race, out, 400)).toBe(false)
})

test('RANKED-6 the line is reached by what is on it, on the better side of the scale, and never past a missed threshold', () => {
  expect(reachesLine(race, { ...ranked, total: { sum: 2_000, count: 5 } }, 400)).toBe(true)
  expect(reachesLine(race, { ...ranked, total: { sum: 1_999, count: 5 } }, 400)).toBe(false)
  const nih = presetRubric('nih-simplified-2025')
  expect(reachesLine(nih, { ...ranked, total: { sum: 9, count: 3 } }, 3)).toBe(true)
  expect(reachesLine(nih, { ...ranked, total: { sum: 10, count: 3 } }, 3)).toBe(false)
  const horizon = presetRubric('horizon-europe-ria')
  const missed = { criterion: null, reached: { sum: 38, count: 2 }, threshold: 20 }
  const short: Ranked = { ...ranked, total: missed.reached, missed: [missed] }
  expect(reachesLine(horizon, short, 10)).toBe(false)
  expect(rankSentences(horizon, short, called)).toEqual(['The score has 9.50, under its threshold of 10.00.'])
})
