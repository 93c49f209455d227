import { rowFaults } from './row-faults.ts'
import { countedCriteria, leastOf, rowsOf, type Criterion, type Priority, type Rubric } from './rubric.ts'
import { moreIsBetter, shownPoints } from './shown-points.ts'

/**
 * Every way in which a rubric's parts do not fit together, as sentences; an empty list for a sound rubric. `totals.criteriaPoints` are
 * those of the criteria that count; an area's points are those of all its criteria.
 */
export function rubricFaults(rubric: Rubric): readonly string[] {
  const rows = rowsOf(rubric)
  const criteriaPoints = pointsOf(countedCriteria(rubric))
  const priorityPoints = pointsOf(rubric.priorities)
  const { totals } = rubric
  const pointsDiffer = (what: string, found: number, stated: number) =>
    differs(what, shownPoints(rubric, found), shownPoints(rubric, stated))
  return [
    countedCriteria(rubric).length === 0 ? 'The rubric has no criterion that counts.' : null,
    differs('criteria', rubric.criteria.length, totals.criteria),
    differs('rows', rows.length, totals.rows),
    pointsDiffer('points of the criteria', criteriaPoints, totals.criteriaPoints),
    pointsDiffer('points of the priorities', priorityPoints, totals.priorityPoints),
    pointsDiffer('points in all', criteriaPoints + priorityPoints, totals.points),
    ...repeated([...rubric.criteria.map(({ id }) => id), ...rubric.priorities.map(({ id }) => id)]),
    ...repeated(rows.map((row) => row.id)),
    ...repeated(rubric.areas.map((area) => area.id)),
    ...[...rubric.areas, ...rubric.criteria, ...rows, ...rubric.priorities].map(({ id, title }) =>
      id.trim() === '' ? `${title || 'Something without a title'} needs an id.` : null,
    ),
    ...rubric.areas.map((area) =>
      pointsDiffer(
        `points of area ${area.id}`,
        pointsOf(rubric.criteria.filter((criterion) => criterion.area === area.id)),
        area.points,
      ),
    ),
    ...rubric.criteria.map((criterion) =>
      rubric.areas.some((area) => area.id === criterion.area)
        ? null
        : `${criterion.id} names area ${criterion.area}, which the rubric does not have.`,
    ),
    ...rubric.criteria.flatMap((criterion) => criterionFaults(rubric, criterion)),
    ...rows.flatMap((row) => rowFaults(rubric, row)),
    ...rubric.priorities.map((priority) => priorityFault(rubric, priority)),
    rubric.priorities.filter(({ kind }) => kind === 'competitive').length > 1
      ? 'Only one priority can be the panel’s to vote on.'
      : null,
    thresholdFault(
      rubric,
      'The rubric',
      rubric.threshold,
      leastTotal(countedCriteria(rubric)),
      totals.points,
    ),
  ].filter((fault) => fault !== null)
}

function criterionFaults(rubric: Rubric, criterion: Criterion): readonly (string | null)[] {
  const { id, rows, points, threshold } = criterion
  const most = rows.reduce((sum, row) => sum + row.max, 0)
  return [
    rows.length === 0 ? `${id} has no row to score.` : null,
    differs(`points of the rows of ${id}`, shownPoints(rubric, most), shownPoints(rubric, points)),
    thresholdFault(rubric, id, threshold, leastTotal([criterion]), points),
  ]
}

function priorityFault(rubric: Rubric, { id, kind, points }: Priority): string | null {
  if (kind !== 'competitive')
    return points === 0 ? null : `${id} carries no points, the rubric gives it some.`
  if (moreIsBetter(rubric)) return null
  return `${id} would add points, which on a scale where less is better would cost the application.`
}

function thresholdFault(
  rubric: Rubric,
  what: string,
  threshold: number | undefined,
  least: number,
  most: number,
): string | null {
  if (threshold === undefined || (threshold >= least && threshold <= most)) return null
  const [at, from, to] = [threshold, least, most].map((units) => shownPoints(rubric, units))
  return `${what} has a threshold of ${at}, which lies outside ${from} to ${to}.`
}

function leastTotal(criteria: readonly Criterion[]): number {
  return criteria.flatMap(({ rows }) => rows).reduce((sum, row) => sum + leastOf(row), 0)
}

function differs(what: string, found: number | string, stated: number | string): string | null {
  return found === stated ? null : `The ${what} add up to ${found}, the rubric states ${stated}.`
}

function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice in the rubric.`)
}

function pointsOf(items: readonly { readonly points: number }[]): number {
  return items.reduce((sum, { points }) => sum + points, 0)
}
