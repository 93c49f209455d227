import { bandNames } from './bands.ts'
import { rowsOf, type Criterion, type Row, type Rubric } from './rubric.ts'

/** Every way in which a rubric's parts do not fit together, as sentences; an empty list for a sound rubric. */
export function rubricFaults(rubric: Rubric): readonly string[] {
  const rows = rowsOf(rubric)
  const criteriaPoints = sum(rubric.criteria.map((criterion) => criterion.points))
  const priorityPoints = sum(rubric.priorities.map((priority) => priority.points))
  const { totals } = rubric
  return [
    differs('criteria', rubric.criteria.length, totals.criteria),
    differs('rows', rows.length, totals.rows),
    differs('points of the criteria', criteriaPoints, totals.criteriaPoints),
    differs('points of the priorities', priorityPoints, totals.priorityPoints),
    differs('points in all', criteriaPoints + priorityPoints, totals.points),
    ...repeated([...rubric.criteria.map(({ id }) => id), ...rubric.priorities.map(({ id }) => id)]),
    ...repeated(rows.map((row) => row.id)),
    ...rubric.areas.map((area) =>
      differs(
        `points of area ${area.id}`,
        sum(rubric.criteria.filter((criterion) => criterion.area === area.id).map(({ points }) => points)),
        area.points,
      ),
    ),
    ...rubric.criteria.map((criterion) =>
      rubric.areas.some((area) => area.id === criterion.area)
        ? null
        : `${criterion.id} names area ${criterion.area}, which the rubric does not have.`,
    ),
    ...rubric.criteria.map(criterionFault),
    ...rows.map(rowFault),
  ].filter((fault) => fault !== null)
}

function criterionFault(criterion: Criterion): string | null {
  return differs(
    `points of the rows of ${criterion.id}`,
    sum(criterion.rows.map((row) => row.max)),
    criterion.points,
  )
}

function rowFault(row: Row): string | null {
  if (!Number.isInteger(row.max) || row.max <= 0)
    return `${row.id} needs a maximum that is a whole number above 0.`
  if (row.bands) {
    const edges = bandNames.flatMap((name) => (row.bands ? [...row.bands[name]] : []))
    const [lowFrom, lowTo, mediumFrom, mediumTo, highFrom, highTo] = edges
    const joined =
      bandNames.every((name) => row.bands && row.bands[name][0] <= row.bands[name][1]) &&
      lowFrom === 0 &&
      mediumFrom === (lowTo ?? NaN) + 1 &&
      highFrom === (mediumTo ?? NaN) + 1 &&
      highTo === row.max
    if (!joined) return `The bands of ${row.id} do not cover 0 to ${row.max} without a gap.`
  }
  if (row.rule?.kind === 'elements' && row.rule.each * row.rule.elements.length !== row.max) {
    return `The elements of ${row.id} give ${row.rule.each * row.rule.elements.length} points, its maximum is ${row.max}.`
  }
  if (row.rule?.kind === 'choice' && row.rule.choices.some(({ points }) => points < 0 || points > row.max)) {
    return `A choice of ${row.id} lies outside 0 to ${row.max}.`
  }
  return null
}

function differs(what: string, found: number, stated: number): string | null {
  return found === stated ? null : `The ${what} add up to ${found}, the rubric states ${stated}.`
}

function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice in the rubric.`)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
