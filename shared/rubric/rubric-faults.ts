import { idFaults } from './id-faults.ts'
import { rowFaults } from './row-faults.ts'
import { wholeRubric, type PlacedFault, type RubricPlace } from './rubric-place.ts'
import { countedCriteria, leastOf, rowsOf, type Criterion, type Priority, type Rubric } from './rubric.ts'
import { moreIsBetter, shownPoints } from './shown-points.ts'

/** Every way in which a rubric's parts do not fit together, as sentences; an empty list for a sound rubric. */
export function rubricFaults(rubric: Rubric): readonly string[] {
  return placedFaults(rubric).map(({ sentence }) => sentence)
}

/**
 * The same with where each is. `totals.criteriaPoints` are those of the criteria that count; an area's points are those of all its
 * criteria.
 */
export function placedFaults(rubric: Rubric): readonly PlacedFault[] {
  const rows = rowsOf(rubric)
  const { areas, criteria, priorities, totals } = rubric
  const criteriaPoints = pointsOf(countedCriteria(rubric))
  const priorityPoints = pointsOf(priorities)
  const pointsDiffer = (what: string, found: number, stated: number) =>
    differs(what, shownPoints(rubric, found), shownPoints(rubric, stated))
  const least = leastTotal(countedCriteria(rubric))
  return [
    ...at(wholeRubric, [
      rubric.title.trim() === '' ? 'The rubric has no title.' : null,
      rubric.version < 1 ? 'The version of a rubric counts from 1.' : null,
      countedCriteria(rubric).length === 0 ? 'The rubric has no criterion that counts.' : null,
      differs('criteria', criteria.length, totals.criteria),
      differs('rows', rows.length, totals.rows),
      pointsDiffer('points of the criteria', criteriaPoints, totals.criteriaPoints),
      pointsDiffer('points of the priorities', priorityPoints, totals.priorityPoints),
      pointsDiffer('points in all', criteriaPoints + priorityPoints, totals.points),
    ]),
    ...idFaults(rubric),
    ...areas.flatMap(({ id, points }) =>
      at({ of: 'area', id }, [
        pointsDiffer(
          `points of area ${id}`,
          pointsOf(criteria.filter((criterion) => criterion.area === id)),
          points,
        ),
      ]),
    ),
    ...criteria.flatMap(({ id, area }) =>
      at({ of: 'criterion', id }, [
        areas.some((each) => each.id === area)
          ? null
          : `${id} names area ${area}, which the rubric does not have.`,
      ]),
    ),
    ...criteria.flatMap((criterion) =>
      at({ of: 'criterion', id: criterion.id }, criterionFaults(rubric, criterion)),
    ),
    ...rows.flatMap((row) => at({ of: 'row', id: row.id }, rowFaults(rubric, row))),
    ...priorities.flatMap((priority) =>
      at({ of: 'priority', id: priority.id }, [priorityFault(rubric, priority)]),
    ),
    ...at(wholeRubric, [
      priorities.filter(({ kind }) => kind === 'competitive').length > 1
        ? 'Only one priority can be the panel’s to vote on.'
        : null,
      thresholdFault(rubric, 'The rubric', rubric.threshold, least, totals.points),
    ]),
  ]
}

function at(place: RubricPlace, sentences: readonly (string | null)[]): readonly PlacedFault[] {
  return sentences.flatMap((sentence) => (sentence === null ? [] : [{ at: place, sentence }]))
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
  const [stands, from, to] = [threshold, least, most].map((units) => shownPoints(rubric, units))
  return `${what} has a threshold of ${stands}, which lies outside ${from} to ${to}.`
}

function leastTotal(criteria: readonly Criterion[]): number {
  return criteria.flatMap(({ rows }) => rows).reduce((sum, row) => sum + leastOf(row), 0)
}

function differs(what: string, found: number | string, stated: number | string): string | null {
  return found === stated ? null : `The ${what} add up to ${found}, the rubric states ${stated}.`
}

function pointsOf(items: readonly { readonly points: number }[]): number {
  return items.reduce((sum, { points }) => sum + points, 0)
}
