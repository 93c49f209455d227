import { rulesOf } from '../competition/rules.ts'
import type { Rules } from '../competition/setup.ts'
import { findRow, type Rubric } from '../rubric/rubric.ts'
import { shownPoints } from '../rubric/shown-points.ts'
import { ruleChoices, ruleNumbers, type RuleName } from './rule-words.ts'

/** How a rule stands, in a few words; points as the rubric shows them. */
export function toldRule(name: RuleName, given: Rules, rubric: Rubric): string {
  const rules = rulesOf(given)
  switch (name) {
    case 'flags': {
      const { split, spread } = rules.flags
      const told = ({ percent, points }: typeof split) => `${percent}% and ${inPoints(rubric, points)}`
      return `a split from ${told(split)}, a spread from ${told(spread)}`
    }
    case 'scoreLine':
      return inPoints(rubric, rules.scoreLine)
    case 'tieBreak':
      return rules.tieBreak.length === 0
        ? 'nothing'
        : rules.tieBreak.map((id) => nameOf(rubric, id)).join(', then ')
    case 'majority':
      return lower(ruleChoices.majority[rules.majority])
    case 'comments':
      return lower(ruleChoices.comments[rules.comments])
    case 'summary':
      return lower(ruleChoices.summary[rules.summary])
    case 'averaging':
      return lower(ruleChoices.averaging[rules.averaging])
    case 'funding':
      return lower(ruleChoices.funding[rules.funding])
    case 'lineSeenBy':
      return lower(ruleChoices.lineSeenBy[rules.lineSeenBy])
    case 'excusedCounts':
    case 'recusedCounts':
    case 'monitorReadsAttested':
    case 'secondPerson':
      return rules[name] ? 'yes' : 'no'
    case 'attestation':
    case 'conflictText':
      return rules[name] === undefined ? 'the product’s own words' : 'the competition’s own words'
    case 'budget':
    case 'mostRequested':
      return rules[name] === undefined ? 'no bound' : toldDollars(rules[name])
    case 'shortestComment':
    case 'smallestPanel':
    case 'slotMinutes':
    case 'itemMinutes':
    case 'presentationMinutes':
    case 'questionMinutes':
    case 'teamSize': {
      const number = rules[name]
      return number === undefined ? 'no bound' : `${number.toLocaleString('en-US')} ${ruleNumbers[name].unit}`
    }
  }
}

/** Whole dollars as they are told: "$4,350,000,000". */
export function toldDollars(dollars: number): string {
  return `$${dollars.toLocaleString('en-US')}`
}

/** A criterion or row in a few words; its id where the rubric does not have it. */
export function nameOf(rubric: Rubric, id: string): string {
  const found = rubric.criteria.find((criterion) => criterion.id === id) ?? findRow(rubric, id)
  return found ? `${id} ${found.short}` : id
}

function inPoints(rubric: Rubric, units: number): string {
  const points = shownPoints(rubric, units)
  return `${points} ${Number(points) === 1 ? 'point' : 'points'}`
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
