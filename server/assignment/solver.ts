import { createRequire } from 'node:module'
import type highs from 'highs'
import type { Highs, ModelData } from 'highs'

/** Required, not imported: to an import the package's types and its code disagree about what is its default. */
const loadHighs: typeof highs.default = createRequire(import.meta.url)('highs')

/** What the solver says of a model: a value for each column, that there is no solution, or that time ran out before it was known. */
export type Outcome = Float64Array | 'none' | 'undecided'

export interface Solver {
  /** Seconds that are left of its time. */
  readonly left: () => number
  /** Gives the solver so many seconds from now on. */
  readonly allow: (seconds: number) => void
  /**
   * Blocks the thread, for no more than `most` seconds of the time that is left. The best solution where choices are weighed, the
   * first that is found with `first`. Throws where the solver itself fails.
   */
  readonly solve: (model: ModelData, how?: { readonly first?: boolean; readonly most?: number }) => Outcome
}

/** HiGHS in WebAssembly, which has one thread and no clock in its decisions: the same model has the same answer everywhere. */
export async function openSolver(): Promise<Solver> {
  const highs = await loadHighs()
  let until = performance.now()
  const left = (): number => Math.max(0, (until - performance.now()) / 1000)
  return {
    left,
    allow: (seconds) => void (until = performance.now() + seconds * 1000),
    solve: (model, { first = false, most = Infinity } = {}) => {
      const seconds = Math.min(left(), most)
      return seconds === 0 ? 'undecided' : solved(highs, model, seconds, first)
    },
  }
}

function solved(highs: Highs, source: ModelData, seconds: number, first: boolean): Outcome {
  const { modelStatus, solutionStatus } = highs.constants
  return highs.withModel(source, (model) => {
    // With its presolve, 1.15.3 calls models of this kind infeasible that are not, and fails on others: ERGO-Code/HiGHS issue 3216.
    model.options.set({ output_flag: false, time_limit: seconds, presolve: 'off' })
    if (first) model.options.set('mip_max_improving_sols', 1)
    const { modelStatus: status } = model.run()
    if (model.info.get('primal_solution_status') === solutionStatus.feasible)
      return model.getSolution().colValue
    return status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible
      ? 'none'
      : 'undecided'
  })
}
