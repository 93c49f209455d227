import type { Assignable, AssignmentProblem } from '../../shared/assignment/problem.ts'

/** People or applications `r1`, `r2` and on, from these homes. */
export function from(letter: string, homes: readonly (string | null)[]): readonly Assignable[] {
  return homes.map((home, at) => ({ id: `${letter}${at + 1}`, home, organization: null }))
}

/** Two panels of two for four applications, four reviewers and two monitors whom nothing keeps from anything. */
export function problem(changed: Partial<AssignmentProblem> = {}): AssignmentProblem {
  return {
    reviewers: from('r', [null, null, null, null]),
    monitors: from('m', [null, null]),
    applications: from('a', ['Ohio', 'Texas', 'Maine', 'Utah']),
    conflicts: [],
    panels: 2,
    seats: 2,
    mostPanels: 1,
    seed: 'c0ffee00',
    ...changed,
  }
}
