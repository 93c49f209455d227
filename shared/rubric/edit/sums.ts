import { countedCriteria, type Rubric } from '../rubric.ts'

/** The rubric with every sum worked out from its rows: nobody types a total. */
export function withSums(rubric: Rubric): Rubric {
  const criteria = rubric.criteria.map((criterion) => ({
    ...criterion,
    points: sum(criterion.rows, ({ max }) => max),
  }))
  const summed = { ...rubric, criteria }
  const criteriaPoints = sum(countedCriteria(summed), ({ points }) => points)
  const priorityPoints = sum(rubric.priorities, ({ points }) => points)
  return {
    ...summed,
    totals: {
      criteria: criteria.length,
      rows: sum(criteria, ({ rows }) => rows.length),
      criteriaPoints,
      priorityPoints,
      points: criteriaPoints + priorityPoints,
    },
    areas: rubric.areas.map((area) => ({
      ...area,
      points: sum(
        criteria.filter((criterion) => criterion.area === area.id),
        ({ points }) => points,
      ),
    })),
  }
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
