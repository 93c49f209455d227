import { countedReasons } from '../../shared/assignment/counted.ts'
import { faultsOf } from '../../shared/assignment/check.ts'
import type { AssignmentAnswer, AssignmentProblem } from '../../shared/assignment/problem.ts'
import { attempt } from './attempt.ts'
import { explain } from './explain.ts'
import type { Solver } from './solver.ts'

/** How long the solver may look for an assignment, and how long for why there is none. */
export interface Patience {
  readonly findSeconds: number
  readonly explainSeconds: number
  /** How long after that its thread is ended, since single steps are not interrupted. */
  readonly graceSeconds: number
}

/**
 * The whole way from a problem to its answer: what counting says, then the solver, then why there is none. Blocks the thread. Throws
 * where the solver fails, or where what it found is at fault: no wrong assignment is ever shown.
 */
export function workedOut(
  problem: AssignmentProblem,
  solver: Solver,
  { findSeconds, explainSeconds }: Omit<Patience, 'graceSeconds'>,
): AssignmentAnswer {
  const counted = countedReasons(problem)
  if (counted.length > 0) return { impossible: counted, proven: true }
  solver.allow(findSeconds)
  const found = attempt(problem, solver)
  solver.allow(explainSeconds)
  if (found === 'none') return explain(problem, solver, true)
  if (found === 'undecided') {
    const { impossible, proven } = explain(problem, solver, false)
    return { impossible: [notFoundWithin(findSeconds), ...impossible], proven }
  }
  const faults = faultsOf(problem, found)
  if (faults.length > 0) throw new Error(`The solver's assignment is at fault: ${faults.join(' ')}`)
  return found
}

/** What is said when time runs out, since that is no proof. */
export function notFoundWithin(seconds: number): string {
  return `No assignment was found within ${seconds} seconds; whether there is one is not known. Another seed may find one.`
}
