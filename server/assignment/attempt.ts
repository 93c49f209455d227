import type { Assignment, AssignmentProblem } from '../../shared/assignment/problem.ts'
import { shuffled } from '../../shared/assignment/seeded.ts'
import { sharedOut } from '../../shared/assignment/shares.ts'
import { modelOf } from './model.ts'
import { assignmentOf, placesIn } from './solution.ts'
import type { Solver } from './solver.ts'
import { taskOf, type Task } from './task.ts'

/** Where a few deals of the applications allow no panels, the solver is asked for the places too. */
const deals = 4

/** How much further apart than even loads may be, tried one after the other. */
const widths = [0, 1, 2, 4, 8, Infinity]

/**
 * An assignment, or what the solver says where it has none. Applications are dealt to the panels at random and the solver fills the
 * seats, weighing people by the seed; where that fails for a few deals, it chooses the places too. Load is even; where it need not
 * be, it is as even as is found. The same seed gives the same assignment on every machine.
 */
export function attempt(problem: AssignmentProblem, solver: Solver): Assignment | 'none' | 'undecided' {
  const wider = problem.uneven ? widths : [0]
  let last: 'none' | 'undecided' = 'none'
  for (const [at, width] of wider.entries()) {
    const task = taskOf(problem, width)
    // Each width has its part of the time that is left, the last one all of it.
    const values =
      dealt(task, problem.seed, solver) ?? chosen(task, solver, solver.left() / (wider.length - at))
    if (typeof values !== 'string') return assignmentOf(problem, task, values)
    last = values
  }
  return last
}

function dealt(task: Task, seed: string, solver: Solver): Float64Array | null {
  for (let deal = 0; deal < deals; deal += 1) {
    const values = solver.solve(modelOf(task, dealOf(task, `${seed} ${deal}`), true))
    if (typeof values !== 'string') return values
  }
  return null
}

/** Every application a panel, drawn from the seed: what staff placed stays, sizes are even. */
function dealOf(task: Task, seed: string): readonly number[] {
  const order = shuffled(task.panels, seed).map((id) => task.panels.indexOf(id))
  const given = order.map((panel) => task.given.filter((place) => place === panel).length)
  const sizes = sharedOut(given, task.applications.length)
  const open = order.flatMap((panel, at) =>
    Array.from({ length: (sizes[at] ?? 0) - (given[at] ?? 0) }, () => panel),
  )
  const unplaced = task.applications.filter((_, application) => task.given[application] === null)
  const dealt = new Map(shuffled(unplaced, seed).map((id, at) => [id, open[at] ?? 0]))
  return task.applications.map((id, application) => task.given[application] ?? dealt.get(id) ?? 0)
}

function chosen(task: Task, solver: Solver, seconds: number): Float64Array | 'none' | 'undecided' {
  const first = solver.solve(modelOf(task, null, false), { first: true, most: seconds })
  if (typeof first === 'string') return first
  // The places stand; who sits there is weighed as where places were dealt.
  const weighed = solver.solve(modelOf(task, placesIn(task, first), true))
  return typeof weighed === 'string' ? first : weighed
}
