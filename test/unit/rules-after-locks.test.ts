import { expect, test } from 'vitest'
import type { Rules } from '../../shared/competition/setup.ts'
import { horizonEurope } from '../../shared/rubric/presets/horizon-europe.ts'
import { whyRuleStays } from '../../shared/set-up-words/rule-words.ts'
import { startSetUp } from '../harness/set-up-play.ts'
import { alphaReview, closeAlpha } from '../harness/set-up-steps.ts'

test('HELD-44 once a review is locked, the finalists’ line and what breaks ties stay', () => {
  const play = closeAlpha(
    startSetUp({ rubric: horizonEurope, rules: { scoreLine: 20, tieBreak: ['C1', 'C2'] } }),
  )
  play.lock('staff-1', alphaReview)
  const { rules } = play.state()
  const set = (change: Rules) => play.ask('staff-1', { kind: 'rules.set', rules: { ...rules, ...change } })
  for (const change of [{ tieBreak: ['C2', 'C1'] }, { tieBreak: [] }, { scoreLine: 21 }])
    expect(set(change)).toMatchObject({
      refused: 'out-of-turn',
      sentence: 'A review is locked: the finalists’ line and what breaks ties stay as they are.',
    })
  expect(set({ averaging: 'median' })?.refused).toBe('out-of-turn')
  expect(set({ budget: 5 })).toBeNull()
  expect(set({ tieBreak: ['C1', 'C2'], scoreLine: 20 })).toBeNull()
})

test('HELD-44 before the first lock they are staff’s to set', () => {
  const play = closeAlpha(startSetUp())
  const rules = { ...play.state().rules, scoreLine: 41 }
  expect(play.ask('staff-1', { kind: 'rules.set', rules })).toBeNull()
})

test('HELD-44 the settings tell why a rule stays', () => {
  const before = { revealed: true, locked: false }
  const now = { revealed: true, locked: true }
  expect(whyRuleStays('tieBreak', before)).toBeNull()
  expect(whyRuleStays('tieBreak', now)).toBe('A review is locked that is ranked by it, so it stays.')
  expect(whyRuleStays('scoreLine', now)).toBe('A review is locked that is ranked by it, so it stays.')
  expect(whyRuleStays('averaging', now)).toBe('Scores have been revealed that were made by it, so it stays.')
  expect(whyRuleStays('budget', now)).toBeNull()
})

test('HELD-45 a line that the rubric cannot give, and a tie break that it does not have, are refused when they are set', () => {
  const play = startSetUp({ rubric: horizonEurope, rules: { scoreLine: 20 } })
  const set = (change: Rules) =>
    play.ask('staff-1', { kind: 'rules.set', rules: { ...play.state().rules, ...change } })?.sentence
  expect(set({ tieBreak: ['nonsense'] })).toBe(
    'The tie break names nonsense, which is no criterion or row of the rubric.',
  )
  expect(set({ scoreLine: 1000 })).toMatch(/^The line of .* lies outside what the rubric can give/)
})

test('HELD-45 what did not fit before keeps nobody from setting something else', () => {
  const play = startSetUp({ rubric: horizonEurope, rules: { scoreLine: 400, tieBreak: [] } })
  const rules = { ...play.state().rules, tieBreak: ['C1'] }
  expect(play.ask('staff-1', { kind: 'rules.set', rules })).toBeNull()
})
