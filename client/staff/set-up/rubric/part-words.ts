import { partAt, type RubricPlace } from '../../../../shared/rubric/rubric-place.ts'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import { shownPoints } from '../../../../shared/rubric/shown-points.ts'
import { pointsInWords } from '../../../../shared/rubric/told-points.ts'

/** The heading of a part: "(A)(1)(ii) District (LEA) commitment". */
export function partTitle(rubric: Rubric, place: RubricPlace): string {
  if (place.of === 'whole') return 'The whole rubric'
  const title = partAt(rubric, place)?.title ?? ''
  return place.of === 'area' ? `Area ${place.id}: ${title}` : `${place.id} ${title}`
}

/** What a part adds up to, and of what: "5 + 45 + 15 = 65 points". */
export function partSum(rubric: Rubric, place: RubricPlace): string {
  switch (place.of) {
    case 'whole': {
      const { criteria, rows, criteriaPoints, priorityPoints } = rubric.totals
      const parts = priorityPoints > 0 ? [criteriaPoints, priorityPoints] : [criteriaPoints]
      return `${summed(rubric, parts)} · ${numbered(criteria, 'criterion', 'criteria')} · ${numbered(rows, 'row', 'rows')}`
    }
    case 'area': {
      const inside = rubric.criteria.filter(({ area }) => area === place.id)
      return inside.length === 0
        ? 'No criteria yet'
        : summed(
            rubric,
            inside.map(({ points }) => points),
          )
    }
    case 'criterion': {
      const rows = rubric.criteria.find(({ id }) => id === place.id)?.rows ?? []
      return rows.length === 0
        ? 'No rows yet'
        : summed(
            rubric,
            rows.map(({ max }) => max),
          )
    }
    case 'row': {
      const inside = rubric.criteria.find(({ rows }) => rows.some(({ id }) => id === place.id))
      return inside ? `A row of ${inside.id} ${inside.title}` : ''
    }
    case 'priority': {
      const priority = rubric.priorities.find(({ id }) => id === place.id)
      return priority && priority.points > 0 ? pointsInWords(rubric, priority.points) : 'No points'
    }
  }
}

function summed(rubric: Rubric, parts: readonly number[]): string {
  const sum = pointsInWords(
    rubric,
    parts.reduce((total, units) => total + units, 0),
  )
  return parts.length === 1 ? sum : `${parts.map((units) => shownPoints(rubric, units)).join(' + ')} = ${sum}`
}

function numbered(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`
}
