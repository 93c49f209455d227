import { rulesOf, type WholeRules } from '../competition/rules.ts'
import { rulesSchema, type Rules } from '../competition/setup.ts'
import { presetOf2010, type TakenPreset } from '../competition/taken-preset.ts'
import { canonicalJson } from '../record/canonical.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { unitsPerPoint } from '../rubric/shown-points.ts'
import { tieBreakFaults } from '../scoring/ranking.ts'
import { scoringFaults } from '../scoring/rule-faults.ts'
import type { RuleName } from './rule-words.ts'
import { toldRule } from './told-rule.ts'

/** The rules of the preset that was taken for a rubric: the same points, in its units, which may be no whole ones. */
export function usualRules({ rules, perPoint }: TakenPreset, rubric: Rubric): WholeRules & Rules {
  const times = unitsPerPoint(rubric) / perPoint
  const whole = rulesOf(rules)
  const scaled = ({ percent, points }: typeof whole.flags.split) => ({ percent, points: points * times })
  return {
    ...whole,
    flags: { split: scaled(whole.flags.split), spread: scaled(whole.flags.spread) },
    scoreLine: whole.scoreLine * times,
  }
}

/** How a rule stood in the preset, with where that was: "In 2010: 400 points", "In the preset: 70 points", "Usually: no bound". */
export function toldUsual(name: RuleName, preset: TakenPreset, rubric: Rubric): string {
  const { id, perPoint, rules } = preset
  const scale = { best: 'high' as const, ...rubric.scale }
  // Points of another step are told in that step, where no digit of them is lost.
  const told = toldRule(name, rules, { ...rubric, scale: { ...scale, perPoint } })
  if (rulesOf(rules)[name] === undefined) return `Usually: ${told}`
  return `${id === presetOf2010 ? 'In 2010' : 'In the preset'}: ${told}`
}

/** Whether a rule stands as it was in the preset. */
export function isUsual(name: RuleName, rules: Rules, preset: TakenPreset, rubric: Rubric): boolean {
  const [now, usual] = [rulesOf(rules)[name], usualRules(preset, rubric)[name]]
  if (now === undefined || usual === undefined) return now === usual
  return canonicalJson(now) === canonicalJson(usual)
}

/** The rules with one of them as in the preset again; null where the rubric cannot give these points, or has no such row. */
export function putBack(name: RuleName, rules: Rules, preset: TakenPreset, rubric: Rubric): Rules | null {
  const { [name]: usual, flags, scoreLine, tieBreak } = usualRules(preset, rubric)
  const cannot =
    (name === 'flags' && ![flags.split, flags.spread].every(({ points }) => Number.isInteger(points))) ||
    (name === 'scoreLine' &&
      (!Number.isInteger(scoreLine) || scoringFaults(rubric, { scoreLine, tieBreak: [] }).length > 0)) ||
    (name === 'tieBreak' && tieBreakFaults(rubric, tieBreak).length > 0)
  if (cannot) return null
  const left = withoutRule(name, rules)
  return usual === undefined ? left : rulesSchema.parse({ ...left, [name]: usual })
}

/** The rules without one that can be left out: then the usual words, or no bound. */
export function withoutRule(name: RuleName, rules: Rules): Rules {
  return rulesSchema.parse(Object.fromEntries(Object.entries(rules).filter(([rule]) => rule !== name)))
}

/** What rules say that does not go together, with the rubric or with each other, as sentences; empty where all of it does. */
export function faultsTogether(rubric: Rubric, rules: Rules): readonly string[] {
  const whole = rulesOf(rules)
  const { split, spread } = whole.flags
  return [
    ...scoringFaults(rubric, whole),
    ...(split.percent <= spread.percent && split.points <= spread.points
      ? ['A split begins no further apart than a spread, so no row is ever called a spread.']
      : []),
  ]
}
