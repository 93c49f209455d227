import { expect, test } from 'vitest'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import { rulesSchema, type Rules } from '../../shared/competition/setup.ts'
import { asTaken } from '../../shared/competition/taken-preset.ts'
import { inSteps } from '../../shared/rubric/edit/scaled.ts'
import { horizonEurope } from '../../shared/rubric/presets/horizon-europe.ts'
import { nihSimplified } from '../../shared/rubric/presets/nih-simplified.ts'
import { presets } from '../../shared/rubric/presets/presets.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import {
  ruleChoices,
  ruleGroups,
  ruleNumbers,
  ruleTexts,
  ruleWords,
  yesNoRules,
  type RuleName,
} from '../../shared/set-up-words/rule-words.ts'
import { toldRule } from '../../shared/set-up-words/told-rule.ts'
import {
  faultsTogether,
  isUsual,
  putBack,
  toldUsual,
  usualRules,
} from '../../shared/set-up-words/usual-rules.ts'
import { preset, presetRubric } from '../harness/preset-rubrics.ts'

const raceId = 'race-to-the-top-2010'
/** A preset as it is kept once it was taken. */
const taken = (id: string) => asTaken(id, presetRubric(id), preset(id).rules)
const names = Object.keys(rulesSchema.shape) as RuleName[]
const takes = (rules: Readonly<Record<string, unknown>>): boolean => rulesSchema.safeParse(rules).success

test('SETTING-4 every rule has a title and one sentence of what it changes, and stands in one group', () => {
  expect(Object.keys(ruleWords).toSorted()).toEqual(names.toSorted())
  expect(ruleGroups.flatMap(({ rules }) => rules).toSorted()).toEqual(names.toSorted())
  for (const { title, changes, later } of Object.values(ruleWords)) {
    expect(title).toMatch(/^[A-Z].*[^.]$/)
    for (const sentence of [changes, ...(later === undefined ? [] : [later])])
      expect(sentence).toMatch(/^[A-Z][^.?!]+\.$/)
  }
})

test('SETTING-4 a sentence of a rule says whom it touches', () => {
  const somebody = /panel|monitor|staff|reviewer|everybody|finalist/i
  expect(names.filter((name) => !somebody.test(ruleWords[name].changes))).toEqual([])
})

test('SETTING-5 what can be chosen or typed of a rule is what a competition takes, to its ends', () => {
  for (const [name, choices] of Object.entries(ruleChoices)) {
    for (const choice of Object.keys(choices)) expect(takes({ [name]: choice })).toBe(true)
    expect(takes({ [name]: 'another' })).toBe(false)
  }
  for (const name of yesNoRules)
    expect([takes({ [name]: true }), takes({ [name]: 'yes' })]).toEqual([true, false])
  for (const [name, { least, most }] of Object.entries(ruleNumbers)) {
    expect([least, most].map((number) => takes({ [name]: number }))).toEqual([true, true])
    expect([least - 1, most + 1].map((number) => takes({ [name]: number }))).toEqual([false, false])
  }
  for (const [name, most] of Object.entries(ruleTexts))
    expect([most, most + 1].map((length) => takes({ [name]: 'x'.repeat(length) }))).toEqual([true, false])
  const shaped = [ruleChoices, ruleNumbers, ruleTexts].flatMap((rules) => Object.keys(rules))
  const others = ['flags', 'scoreLine', 'tieBreak']
  expect([...shaped, ...yesNoRules, ...others].toSorted()).toEqual(names.toSorted())
})

test('SETTING-6 the rules of 2010 are told, and what a competition begins with is as in 2010', () => {
  const told = Object.fromEntries(names.map((name) => [name, toldRule(name, rulesOf2010, raceToTheTop)]))
  expect(told).toMatchObject({
    flags: 'a split from 40% and 3 points, a spread from 30% and 2 points',
    scoreLine: '400 points',
    tieBreak: '(A)(1)(ii) District commitment',
    majority: 'the panel’s seats',
    recusedCounts: 'no',
    presentationMinutes: '30 minutes',
    questionMinutes: '60 minutes',
    teamSize: '5 people',
    budget: 'no bound',
    attestation: 'the product’s own words',
  })
  expect(names.filter((name) => !isUsual(name, rulesOf2010, taken(raceId), raceToTheTop))).toEqual([])
})

test('SETTING-6 a changed rule is marked and put back by itself, the others stay', () => {
  const changed: Rules = {
    ...rulesOf2010,
    slotMinutes: 45,
    averaging: 'median',
    budget: 5,
    attestation: 'I did.',
  }
  const marked = names.filter((name) => !isUsual(name, changed, taken(raceId), raceToTheTop))
  expect(marked.toSorted()).toEqual(['attestation', 'averaging', 'budget', 'slotMinutes'])
  const back = (name: RuleName) => putBack(name, changed, taken(raceId), raceToTheTop)
  expect(back('slotMinutes')).toEqual({ ...changed, slotMinutes: 90 })
  const { budget: _money, ...without } = changed
  expect(back('budget')).toEqual(without)
})

test.for(presets)('SETTING-30 what $id begins with stands as in the preset, each rule of it', (each) => {
  const { id, rubric, rules } = each
  expect(names.filter((name) => !isUsual(name, rules, taken(id), rubric))).toEqual([])
  const told = names.map((name) => toldUsual(name, taken(id), rubric))
  const heads = told.map((words) => words.split(':')[0] ?? '')
  expect([...new Set(heads)].toSorted()).toEqual([id === raceId ? 'In 2010' : 'In the preset', 'Usually'])
})

test('SETTING-30 a rule is compared with the preset that was taken, and put back to it', () => {
  expect(toldUsual('scoreLine', taken('foundation'), presetRubric('foundation'))).toBe(
    'In the preset: 70 points',
  )
  expect(toldUsual('tieBreak', taken('horizon-europe-ria'), horizonEurope)).toBe(
    'In the preset: C1 Excellence, then C2 Impact',
  )
  expect(toldUsual('scoreLine', taken(raceId), raceToTheTop)).toBe('In 2010: 400 points')
  expect(toldUsual('budget', taken('foundation'), presetRubric('foundation'))).toBe('Usually: no bound')
  expect(putBack('scoreLine', { scoreLine: 50 }, taken('foundation'), presetRubric('foundation'))).toEqual({
    scoreLine: 70,
  })
})

test('SETTING-7 points are told and put back on the rubric’s own scale', () => {
  const horizon = taken('horizon-europe-ria')
  expect(toldUsual('flags', horizon, horizonEurope)).toBe(
    'In the preset: a split from 40% and 2.0 points, a spread from 30% and 1.5 points',
  )
  expect(toldRule('scoreLine', { scoreLine: 20 }, horizonEurope)).toBe('10.0 points')
  const quarters = inSteps(horizonEurope, 4)
  if (typeof quarters === 'string') throw new Error(quarters)
  expect(putBack('scoreLine', { scoreLine: 1 }, horizon, quarters)).toEqual({ scoreLine: 40 })
  expect(isUsual('flags', { flags: usualRules(horizon, quarters).flags }, horizon, quarters)).toBe(true)
})

test('SETTING-7 a score, points or a row that this rubric cannot give are not put back', () => {
  expect(putBack('scoreLine', { scoreLine: 3 }, taken(raceId), nihSimplified)).toBeNull()
  expect(putBack('tieBreak', { tieBreak: [] }, taken(raceId), nihSimplified)).toBeNull()
  expect(putBack('scoreLine', { scoreLine: 300 }, taken(raceId), raceToTheTop)).toEqual({ scoreLine: 400 })
  const whole = inSteps(horizonEurope, 1)
  if (typeof whole === 'string') throw new Error(whole)
  const horizon = taken('horizon-europe-ria')
  expect(putBack('flags', rulesOf2010, horizon, whole)).toBeNull()
  expect(toldUsual('flags', horizon, whole)).toContain('a spread from 30% and 1.5 points')
})

test('SETTING-8 rules that do not go together are named', () => {
  expect(faultsTogether(raceToTheTop, rulesOf2010)).toEqual([])
  expect(faultsTogether(nihSimplified, rulesOf2010)).toHaveLength(2)
  const { split } = rulesOf2010.flags
  expect(faultsTogether(raceToTheTop, { flags: { split, spread: split } })).toEqual([
    'A split begins no further apart than a spread, so no row is ever called a spread.',
  ])
})
