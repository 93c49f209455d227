import { barsOf, type Bar } from '../../shared/assignment/bars.ts'
import { placesAtWork, type AssignmentProblem } from '../../shared/assignment/problem.ts'
import { drawnNumber, shuffled } from '../../shared/assignment/seeded.ts'
import { panelIds, seatsOf, sharesOf, type Share } from '../../shared/assignment/shares.ts'

/** What can be let go, to see whether it is in the way. */
export type Family = Bar | 'monitors' | 'even' | 'most' | 'fixed'

/** What of the problem is left out. */
export interface Relaxed {
  readonly families: ReadonlySet<Family>
  /** Applications that nobody is kept from. */
  readonly applications: ReadonlySet<string>
}

export const nothingRelaxed: Relaxed = { families: new Set(), applications: new Set() }

/** People of one role: who may read what, what each carries, and who is with which panel by hand. */
export interface Crew {
  readonly ids: readonly string[]
  readonly shares: readonly Share[]
  /** For each application, in the order of the task, who is kept from it. */
  readonly barred: readonly ReadonlySet<number>[]
  /** For each panel, who is there by hand. */
  readonly given: readonly (readonly number[])[]
}

/** A problem as the solver sees it: people, applications and panels by number, in an order drawn from the seed. */
export interface Task {
  readonly reviewers: Crew
  readonly monitors: Crew
  readonly applications: readonly string[]
  readonly panels: readonly string[]
  /** Applications that each panel reads. */
  readonly sizes: readonly Share[]
  /** Reviewers on each panel. */
  readonly seats: readonly number[]
  /** For each application the panel where staff put it, or null. */
  readonly given: readonly (number | null)[]
  /** A whole number that stands for this choice, drawn from the seed: the sum of them is kept small. */
  readonly weight: (...choice: readonly string[]) => number
}

/** The task of a problem, without what is relaxed; `wider` as in `sharesOf`. The order of lists in the problem makes no difference. */
export function taskOf(problem: AssignmentProblem, wider = 0, relaxed: Relaxed = nothingRelaxed): Task {
  const { families } = relaxed
  const { seed } = problem
  const asked: AssignmentProblem = {
    ...(families.has('fixed') ? withoutHand(problem) : problem),
    reviewers: inDrawnOrder(problem.reviewers, seed),
    monitors: inDrawnOrder(problem.monitors, seed),
    applications: inDrawnOrder(problem.applications, seed),
    ...(families.has('most') && { mostPanels: problem.panels }),
  }
  const bars = barsOf(asked)
  const readAtWork = placesAtWork(asked.fixed)
  const shares = sharesOf(asked, families.has('even') ? Infinity : wider)
  const applications = asked.applications.map(({ id }) => id)
  const panels = panelIds(asked)
  const crew = (kind: 'reviewers' | 'monitors'): Crew => {
    const ids = asked[kind].map(({ id }) => id)
    const lets = (person: string, application: string): boolean =>
      relaxed.applications.has(application) ||
      readAtWork.has(application) ||
      (kind === 'monitors' && families.has('monitors')) ||
      bars(person, application).every((bar) => families.has(bar))
    const there = (at: number): readonly string[] => {
      const panel = asked.fixed?.panels[at]
      if (!panel) return []
      return kind === 'reviewers' ? panel.reviewers : panel.monitor === null ? [] : [panel.monitor]
    }
    return {
      ids,
      shares: shares[kind],
      barred: applications.map(
        (application) => new Set(ids.flatMap((person, at) => (lets(person, application) ? [] : [at]))),
      ),
      given: panels.map((_, at) => there(at).map((id) => ids.indexOf(id))),
    }
  }
  return {
    reviewers: crew('reviewers'),
    monitors: crew('monitors'),
    applications,
    panels,
    sizes: shares.panels,
    seats: seatsOf(asked),
    given: applications.map((id) => {
      const panel = asked.fixed?.places[id]
      return panel === undefined ? null : panels.indexOf(panel)
    }),
    weight: (...choice) => drawnNumber(seed, ...choice),
  }
}

/** Panels at work and what they read stay; nobody can take that back. */
function withoutHand(problem: AssignmentProblem): AssignmentProblem {
  const { fixed, ...free } = problem
  const panels = fixed?.panels.filter(({ atWork }) => atWork) ?? []
  if (panels.length === 0) return free
  const places = [...placesAtWork(fixed)].map(([application, { id }]) => [application, id])
  return { ...free, fixed: { panels, places: Object.fromEntries(places) } }
}

function inDrawnOrder<One extends { readonly id: string }>(
  all: readonly One[],
  seed: string,
): readonly One[] {
  const order = new Map(
    shuffled(
      all.map(({ id }) => id),
      seed,
    ).map((id, at) => [id, at]),
  )
  return all.toSorted((left, right) => (order.get(left.id) ?? 0) - (order.get(right.id) ?? 0))
}
