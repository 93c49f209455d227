import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'

const criteria = ['(B)(1)', '(C)(1)', '(E)(1)']
const priorities = ['P1', 'P2', 'P3']

/**
 * Three criteria and three priorities of Race to the Top, one of each kind: rows with bands and guidance, an elements row, a
 * choice; absolute, competitive, invitational. Small, so that a property can play many reviews with it.
 */
export const smallRubric: Rubric = {
  ...raceToTheTop,
  id: 'three-criteria',
  totals: { criteria: 3, rows: 4, criteriaPoints: 74, priorityPoints: 15, points: 89 },
  areas: [
    { id: 'B', title: 'Standards', points: 40 },
    { id: 'C', title: 'Data systems', points: 24 },
    { id: 'E', title: 'Schools', points: 10 },
  ],
  criteria: raceToTheTop.criteria.filter(({ id }) => criteria.includes(id)),
  priorities: raceToTheTop.priorities.filter(({ id }) => priorities.includes(id)),
}
