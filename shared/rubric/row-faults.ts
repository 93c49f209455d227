import { bandsAscending } from './bands.ts'
import { leastOf, type Row, type Rubric } from './rubric.ts'
import { longestBoxId } from './rubric-limits.ts'
import { moreIsBetter, shownPoints } from './shown-points.ts'

type Scaled = Pick<Rubric, 'scale'>

/** Every way in which a row's points, bands and rule do not fit each other or the rubric's scale, as sentences in points. */
export function rowFaults(rubric: Scaled, row: Row): readonly string[] {
  const shown = (units: number) => shownPoints(rubric, units)
  if (!Number.isInteger(row.max) || row.max <= 0)
    return [`${row.id} needs a maximum that is a whole number above 0.`]
  if (!Number.isInteger(leastOf(row)) || leastOf(row) < 0 || leastOf(row) >= row.max)
    return [`The least of ${row.id} must be a whole number from 0 to under ${shown(row.max)}.`]
  const faults: (string | null)[] = [bandsFault(rubric, row), ruleFault(rubric, row)]
  if (row.rule?.kind === 'guidance' && row.rule.noMedium && !row.bands)
    faults.push(`${row.id} says that there is no medium, and has no bands.`)
  return faults.filter((fault) => fault !== null)
}

function bandsFault(rubric: Scaled, row: Row): string | null {
  const { bands } = row
  if (!bands) return null
  const inOrder = bandsAscending(bands)
  const [lower, middle, upper] = inOrder.map((name) => bands[name])
  const joined =
    inOrder.every((name) => bands[name][0] <= bands[name][1]) &&
    lower?.[0] === leastOf(row) &&
    middle?.[0] === (lower?.[1] ?? NaN) + 1 &&
    upper?.[0] === (middle?.[1] ?? NaN) + 1 &&
    upper?.[1] === row.max
  const [from, to] = [shownPoints(rubric, leastOf(row)), shownPoints(rubric, row.max)]
  if (!joined) return `The bands of ${row.id} do not cover ${from} to ${to} without a gap.`
  if (inOrder.join() === (moreIsBetter(rubric) ? 'low,medium,high' : 'high,medium,low')) return null
  return `The bands of ${row.id} do not go from its weakest points to its best.`
}

function ruleFault(rubric: Scaled, row: Row): string | null {
  const { rule, id } = row
  const shown = (units: number) => shownPoints(rubric, units)
  const [least, most] = [leastOf(row), row.max]
  if (rule?.kind === 'elements') {
    const given = rule.each * rule.elements.length
    const ids = rule.elements.map((element) => element.id)
    if (given !== most)
      return `The elements of ${id} give ${shown(given)} points, its maximum is ${shown(most)}.`
    if (least !== 0) return `${id} is scored by its elements, so it begins at 0 and not at ${shown(least)}.`
    if (new Set([...ids, 'none', '']).size !== ids.length + 2)
      return `The elements of ${id} need an id each, and “none” is taken.`
    if (ids.some((each) => each.length > longestBoxId))
      return `An element of ${id} has an id of more than ${longestBoxId} characters.`
  }
  if (rule?.kind === 'choice') {
    if (rule.choices.some(({ points }) => points < least || points > most))
      return `A choice of ${id} lies outside ${shown(least)} to ${shown(most)}.`
    if (rule.choices.length < 2) return `${id} is a choice, and has fewer than two.`
  }
  return null
}
