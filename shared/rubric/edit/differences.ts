import { canonicalJson } from '../../record/canonical.ts'
import { bandNames } from '../bands.ts'
import { placeText, type RubricPlace } from '../rubric-place.ts'
import {
  leastOf,
  rowsOf,
  type Area,
  type Criterion,
  type Priority,
  type Row,
  type Rubric,
  type Rule,
} from '../rubric.ts'
import { shownPoints } from '../shown-points.ts'
import { scaleOf } from './scaled.ts'

/** What is another in one part of a rubric, in words. */
export interface Difference {
  readonly at: RubricPlace
  /** "(A)(1)(ii) District commitment" */
  readonly name: string
  readonly lines: readonly string[]
  /** What follows for points that were given before; null where nothing does. */
  readonly given: string | null
}

/** What has changed from one rubric to another, part by part, in the order of the later one; what is gone comes last. */
export function differences(before: Rubric, after: Rubric): readonly Difference[] {
  const old = new Map(partsOf(before).map((part) => [placeText(part.at), part]))
  const now = partsOf(after)
  const there = new Set(now.map(({ at }) => placeText(at)))
  const changed = now.map((part): Difference => {
    const was = old.get(placeText(part.at))
    if (!was) return { at: part.at, name: part.name, lines: ['New.'], given: null }
    return {
      at: part.at,
      name: part.name,
      lines: linesOf(was.says, part.says),
      given: part.row && was.row ? givenPoints(before, after, was.row, part.row) : null,
    }
  })
  const gone = [...old.values()]
    .filter(({ at }) => !there.has(placeText(at)))
    .map(({ at, name }): Difference => ({ at, name, lines: ['Taken out.'], given: null }))
  return [...changed.filter(({ lines }) => lines.length > 0), ...gone]
}

/** What one part says, by what it is about. A short value is shown as it was and is; a text only said to be another. */
type Says = Readonly<Record<string, { readonly short: string } | { readonly text: unknown }>>

interface Part {
  readonly at: RubricPlace
  readonly name: string
  readonly says: Says
  readonly row?: Row
}

function partsOf(rubric: Rubric): readonly Part[] {
  return [
    { at: { of: 'whole' }, name: 'The whole rubric', says: wholeSays(rubric) },
    ...rubric.areas.map((area) => ({ ...named('area', area), says: areaSays(rubric, area) })),
    ...rubric.criteria.map((each) => ({ ...named('criterion', each), says: criterionSays(rubric, each) })),
    ...rowsOf(rubric).map((row) => ({ ...named('row', row), says: rowSays(rubric, row), row })),
    ...rubric.priorities.map((each) => ({ ...named('priority', each), says: prioritySays(rubric, each) })),
  ]
}

function named(
  of: 'area' | 'criterion' | 'row' | 'priority',
  { id, title }: { readonly id: string; readonly title: string },
): Pick<Part, 'at' | 'name'> {
  return { at: { of, id }, name: `${of === 'area' ? `Area ${id}` : id} ${title}` }
}

function wholeSays(rubric: Rubric): Says {
  const { perPoint, best, result } = scaleOf(rubric)
  return {
    Id: { short: rubric.id },
    Title: { short: rubric.title },
    'Points in all': { short: shownPoints(rubric, rubric.totals.points) },
    Threshold: { short: shownOr(rubric, rubric.threshold, 'none') },
    Step: { short: stepWords[perPoint] },
    'Better end': { short: best === 'high' ? 'more points' : 'fewer points' },
    'How the result is told': {
      short: result ? `mean times ${result.times}, ${result.decimals} decimals` : 'mean in points',
    },
    'Order of areas': { text: rubric.areas.map(({ id }) => id) },
    'Order of priorities': { text: rubric.priorities.map(({ id }) => id) },
  }
}

const stepWords = { 1: 'whole points', 2: 'halves', 4: 'quarters', 10: 'tenths' } as const

function areaSays(rubric: Rubric, { id, title, points }: Area): Says {
  return {
    Title: { short: title },
    Points: { short: shownPoints(rubric, points) },
    'Order of criteria': { text: rubric.criteria.filter(({ area }) => area === id).map((each) => each.id) },
  }
}

function criterionSays(rubric: Rubric, criterion: Criterion): Says {
  const { area, title, short, points, summary, rows, counted = true, threshold } = criterion
  return {
    Area: { short: area },
    Title: { short: title },
    'Short title': { short },
    Points: { short: shownPoints(rubric, points) },
    'Part of the result': { short: counted ? 'yes' : 'no' },
    Threshold: { short: shownOr(rubric, threshold, 'none') },
    Question: { text: summary },
    Rows: { text: rows.map(({ id }) => id) },
  }
}

function rowSays(rubric: Rubric, row: Row): Says {
  const { label, title, short, max, summary, parts, evidence, bands, rule } = row
  return {
    Label: { short: label },
    Title: { short: title },
    'Short title': { short },
    Maximum: { short: shownPoints(rubric, max) },
    Least: { short: shownPoints(rubric, leastOf(row)) },
    Bands: {
      short: bands ? bandNames.map((name) => bandWords(rubric, bands[name])).join(', ') : 'none',
    },
    Rule: { short: ruleWords(rubric, rule) },
    'What it asks': { text: summary },
    'Lettered parts': { text: parts },
    'Evidence asked for': { text: evidence },
    'Words of the rule': { text: rule },
  }
}

function prioritySays(rubric: Rubric, priority: Priority): Says {
  const { kind, title, summary, points } = priority
  return {
    Kind: { short: kind },
    Title: { short: title },
    Points: { short: shownPoints(rubric, points) },
    'What it asks': { text: summary },
    'Lettered parts': { text: kind === 'competitive' ? priority.parts : [] },
    'Names of the answers': { text: kind === 'judged' ? priority.words : null },
  }
}

function bandWords(rubric: Rubric, [from, to]: readonly [number, number]): string {
  const [first, last] = [shownPoints(rubric, from), shownPoints(rubric, to)]
  return from === to ? first : `${first}–${last}`
}

function ruleWords(rubric: Rubric, rule: Rule | null): string {
  if (!rule) return 'none'
  if (rule.kind === 'guidance') return 'guidance'
  if (rule.kind === 'elements') return `${rule.elements.length} elements of ${shownPoints(rubric, rule.each)}`
  return rule.choices.map(({ points }) => shownPoints(rubric, points)).join(', ')
}

function shownOr(rubric: Rubric, units: number | undefined, none: string): string {
  return units === undefined ? none : shownPoints(rubric, units)
}

function linesOf(was: Says, is: Says): readonly string[] {
  return Object.entries(is).flatMap(([about, now]) => {
    const then = was[about]
    if (!then || canonicalJson(then) === canonicalJson(now)) return []
    if ('short' in then && 'short' in now)
      return [`${about}: ${then.short || 'none'} → ${now.short || 'none'}`]
    return [`${about}: changed`]
  })
}

/** Answers are never rescaled: what was given stays as it is, and where it is no longer possible the form says so. */
function givenPoints(before: Rubric, after: Rubric, was: Row, is: Row): string | null {
  const [least, most] = [shownPoints(after, leastOf(is)), shownPoints(after, is.max)]
  if (is.max < was.max && leastOf(is) > leastOf(was))
    return `Points under ${least} or over ${most} stay as they were given, and the form says so.`
  if (is.max < was.max) return `Points over ${most} stay as they were given, and the form says so.`
  if (leastOf(is) > leastOf(was))
    return `Points under ${least} stay as they were given, and the form says so.`
  if (is.rule?.kind !== 'guidance' && ruleWords(before, was.rule) !== ruleWords(after, is.rule))
    return 'Points that the rule does not give stay as they were given, and the form says so.'
  return null
}
