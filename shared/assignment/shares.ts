import type { AssignmentProblem } from './problem.ts'

/** The least and the most that one may carry. */
export interface Share {
  readonly least: number
  readonly most: number
}

/** What each reviewer, monitor and panel carries, in the order of the problem and of `panelIds`. */
export interface Shares {
  /** Panels on which a reviewer sits. */
  readonly reviewers: readonly Share[]
  /** Panels that a monitor leads. */
  readonly monitors: readonly Share[]
  /** Applications that a panel reads: one or more. */
  readonly panels: readonly Share[]
}

/**
 * The ids of all panels, those set by hand first. New ones are `panel-1` and on, with the least numbers that are free.
 */
export function panelIds({ fixed, panels }: AssignmentProblem): readonly string[] {
  const given = fixed?.panels.map(({ id }) => id) ?? []
  const free = Array.from({ length: panels }, (_, at) => `panel-${at + 1}`).filter(
    (id) => !given.includes(id),
  )
  return [...given, ...free].slice(0, panels)
}

/** Reviewers on each panel, in the order of `panelIds`. */
export function seatsOf(problem: AssignmentProblem): readonly number[] {
  const { fixed, seats } = problem
  return panelIds(problem).map((_, at) => {
    const panel = fixed?.panels[at]
    return panel?.atWork ? panel.reviewers.length : seats
  })
}

/** What staff fixed, counted: panels of each reviewer and monitor, applications of each panel. */
export function givenOf(problem: AssignmentProblem): { readonly [Kind in keyof Shares]: readonly number[] } {
  const panels = problem.fixed?.panels ?? []
  const placed = Object.values(problem.fixed?.places ?? {})
  return {
    reviewers: problem.reviewers.map(
      ({ id }) => panels.filter((panel) => panel.reviewers.includes(id)).length,
    ),
    monitors: problem.monitors.map(({ id }) => panels.filter(({ monitor }) => monitor === id).length),
    panels: panelIds(problem).map((id) => placed.filter((panel) => panel === id).length),
  }
}

/**
 * What is even: within one of each other, apart from what staff fixed. `wider` lets all of it be that much further apart, `Infinity`
 * lets it be anything. Nobody sits on more than the most panels, no panel reads nothing. Counting (`counted.ts`) is to find nothing.
 */
export function sharesOf(problem: AssignmentProblem, wider = 0): Shares {
  const { panels, applications, mostPanels } = problem
  const given = givenOf(problem)
  return {
    reviewers: evenShares(given.reviewers, sum(seatsOf(problem)), wider).map(({ least, most }) => ({
      least,
      most: Math.min(most, mostPanels, panels),
    })),
    monitors: evenShares(given.monitors, panels, wider).map(({ least, most }) => ({
      least,
      most: Math.min(most, panels),
    })),
    panels: evenShares(given.panels, applications.length, wider).map(({ least, most }) => ({
      least: Math.max(least, 1),
      most: Math.min(most, applications.length),
    })),
  }
}

/**
 * Even shares of a total, within one of each other, for as many as are given what they have already and keep: who has more keeps
 * more, and the others share the rest. `wider` lets each be that much further away. No more may be given than there is.
 */
function evenShares(given: readonly number[], total: number, wider: number): readonly Share[] {
  const level = levelOf(given, total)
  return given.map((has) => ({
    least: Math.max(has, level - wider, 0),
    most: Math.max(has, level + 1 + wider),
  }))
}

/** How much of a total each gets, in their order: `evenShares` with the last ones of a remainder given to those who come first. */
export function sharedOut(given: readonly number[], total: number): readonly number[] {
  const level = levelOf(given, total)
  const shares = given.map((has) => Math.max(has, level))
  let rest = total - sum(shares)
  return shares.map((share) => {
    if (share > level || rest === 0) return share
    rest -= 1
    return share + 1
  })
}

/** The largest whole level to which everybody can be brought. */
function levelOf(given: readonly number[], total: number): number {
  if (given.length === 0) return 0
  let level = Math.floor(total / given.length)
  while (level > 0 && sum(given.map((has) => Math.max(has, level))) > total) level -= 1
  return level
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0)
}
