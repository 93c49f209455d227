import { rulesOf, rulesOf2010, type WholeRules } from '../competition/rules.ts'
import { rulesSchema, type Rules } from '../competition/setup.ts'
import { canonicalJson } from '../record/canonical.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { unitsPerPoint } from '../rubric/shown-points.ts'
import { tieBreakFaults } from '../scoring/ranking.ts'
import { scoringFaults } from '../scoring/rule-faults.ts'
import type { RuleName } from './rule-words.ts'

/** The rules of 2010 for a rubric: the same points, in its units. What was no rule in 2010 is not among them. */
export function usualRules(rubric: Rubric): WholeRules & Rules {
  const perPoint = unitsPerPoint(rubric)
  const { flags, scoreLine } = rulesOf2010
  const scaled = ({ percent, points }: typeof flags.split) => ({ percent, points: points * perPoint })
  return {
    ...rulesOf2010,
    flags: { split: scaled(flags.split), spread: scaled(flags.spread) },
    scoreLine: scoreLine * perPoint,
  }
}

/** Whether a rule stands as it was in 2010. */
export function isUsual(name: RuleName, rules: Rules, rubric: Rubric): boolean {
  const [now, usual] = [rulesOf(rules)[name], usualRules(rubric)[name]]
  if (now === undefined || usual === undefined) return now === usual
  return canonicalJson(now) === canonicalJson(usual)
}

/** The rules with one of them as in 2010 again; null where the rubric cannot give that score, or has no such row. */
export function putBack(name: RuleName, rules: Rules, rubric: Rubric): Rules | null {
  const { [name]: usual, scoreLine, tieBreak } = usualRules(rubric)
  const cannot =
    (name === 'scoreLine' && scoringFaults(rubric, { scoreLine, tieBreak: [] }).length > 0) ||
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
