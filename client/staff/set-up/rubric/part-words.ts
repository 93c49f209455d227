import { partAt, type RubricPlace } from '../../../../shared/rubric/rubric-place.ts'
import { countedCriteria, leastOf, type Rubric } from '../../../../shared/rubric/rubric.ts'
import { shownPoints } from '../../../../shared/rubric/shown-points.ts'
import {
  pointsInWords,
  reachOfCriterion,
  reachOfTotal,
  shownReach,
  sumInWords,
  type Reach,
} from '../../../../shared/rubric/told-points.ts'

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
      const { criteria, rows, points, criteriaPoints, priorityPoints } = rubric.totals
      const counting = countedCriteria(rubric).length
      const result = { ...reachOfTotal(rubric), max: points }
      const sum =
        priorityPoints > 0
          ? `${shownPoints(rubric, criteriaPoints)} + ${shownPoints(rubric, priorityPoints)} = ${sumInWords(rubric, result)}`
          : sumInWords(rubric, result)
      const inResult = counting < criteria ? `, ${counting} of them in the result` : ''
      return `${sum} · ${numbered(criteria, 'criterion', 'criteria')}${inResult} · ${numbered(rows, 'row', 'rows')}`
    }
    case 'area': {
      const inside = rubric.criteria.filter(({ area }) => area === place.id)
      if (inside.length === 0) return 'No criteria yet'
      const counting = countedCriteria({ criteria: inside })
      if (counting.length === 0)
        return `${numbered(inside.length, 'criterion', 'criteria')}, not in the result`
      const others = inside.length - counting.length
      return `${summed(rubric, counting.map(reachOfCriterion))}${others > 0 ? `, and ${others} not in the result` : ''}`
    }
    case 'criterion': {
      const criterion = rubric.criteria.find(({ id }) => id === place.id)
      if (!criterion || criterion.rows.length === 0) return 'No rows yet'
      return `${summed(rubric, criterion.rows)}${criterion.counted === false ? ', not in the result' : ''}`
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

function summed(rubric: Rubric, parts: readonly Reach[]): string {
  const sum = (of: (reach: Reach) => number): number => parts.reduce((total, part) => total + of(part), 0)
  const words = sumInWords(rubric, { min: sum(leastOf), max: sum(({ max }) => max) })
  return parts.length === 1
    ? words
    : `${parts.map((part) => shownReach(rubric, part)).join(' + ')} = ${words}`
}

function numbered(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`
}
