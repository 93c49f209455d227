import { barsOf, namesOf, numberOf } from '../../shared/assignment/bars.ts'
import { countedReasons } from '../../shared/assignment/counted.ts'
import {
  placesAtWork,
  type Assignable,
  type AssignmentProblem,
  type NoAssignment,
} from '../../shared/assignment/problem.ts'
import { modelOf } from './model.ts'
import type { Solver } from './solver.ts'
import { taskOf, type Family } from './task.ts'

/** Let go in this order, so that what is named last of all is what people are kept apart for. */
const order: readonly Family[] = ['fixed', 'even', 'most', 'monitors', 'organization', 'home', 'conflict']

/** One question to the solver; most take milliseconds. */
const longestSeconds = 3

/** More names than these would not be read. */
const mostNamed = 12

/**
 * Why a problem has no assignment: a small set of its rules that cannot be kept together, found by letting go one after the other
 * for as long as there is still none; the applications that it is about, found likewise; and what would make one possible. `proven`
 * says whether the solver knows that there is none.
 */
export function explain(problem: AssignmentProblem, solver: Solver, proven: boolean): NoAssignment {
  const asked = order.filter((family) => isThere(problem, family))
  const base = new Set(order.filter((family) => !asked.includes(family)))
  const says = (
    families: Iterable<Family>,
    applications: Iterable<string> = [],
    of = problem,
  ): 'some' | 'none' | 'undecided' => {
    const relaxed = { families: new Set([...base, ...families]), applications: new Set(applications) }
    const found = solver.solve(modelOf(taskOf(of, 0, relaxed), null, false), {
      first: true,
      most: longestSeconds,
    })
    return typeof found === 'string' ? found : 'some'
  }
  const ways = asked.filter((family) => says([family]) === 'some')
  const instead =
    ways.length === 0
      ? []
      : [
          `It becomes possible by giving up ${ways.length === 1 ? 'this' : 'one of these'}: ${inWords(ways, problem, 'or')}.`,
        ]
  const numbers = (): readonly string[] => {
    const found = otherNumbers(problem).find(
      ({ asked: other }) => countedReasons(other).length === 0 && says([], [], other) === 'some',
    )
    return found ? [`There is an assignment with ${found.words}, all rules kept.`] : []
  }
  if (!proven) return { impossible: instead, proven }

  const gone = dropped(asked, 1, (families) => says(families) === 'none')
  const kept = asked.filter((family) => !gone.includes(family))
  const about = concerned(problem, kept)
  const without = dropped(
    about,
    Math.ceil(about.length / 2),
    (applications) => says(gone, applications) === 'none',
  )
  const needed = about.filter((application) => !without.includes(application))
  return {
    impossible: [
      kept.length === 0
        ? 'There are too few people: who sits on a panel does not lead it.'
        : `These cannot all be kept: ${inWords(kept, problem, 'and')}.`,
      ...named(problem, needed),
      ...instead,
      ...numbers(),
    ],
    proven,
  }
}

/** As many other numbers as these are tried. */
const mostTried = 8

/** What could be asked instead without another rule: other numbers of panels, then fewer seats, those nearest to what was asked first. */
function otherNumbers(
  problem: AssignmentProblem,
): readonly { readonly asked: AssignmentProblem; readonly words: string }[] {
  const { panels, seats, applications, fixed } = problem
  const from = (least: number, most: number): readonly number[] =>
    Array.from({ length: Math.max(0, most - least + 1) }, (_, at) => least + at)
  const otherPanels = from(Math.max(1, fixed?.panels.length ?? 0), applications.length)
    .filter((count) => count !== panels)
    .toSorted((one, other) => Math.abs(one - panels) - Math.abs(other - panels))
    .map((count) => ({ asked: { ...problem, panels: count }, words: numberOf(count, 'panel') }))
  const fewerSeats = from(1, seats - 1)
    .toReversed()
    .map((count) => ({ asked: { ...problem, seats: count }, words: `${numberOf(count, 'seat')} a panel` }))
  return [...otherPanels.slice(0, mostTried / 2), ...fewerSeats.slice(0, mostTried / 2)]
}

/** As many of these as can go while it holds without them: first in parts of so many, in the end one by one. */
function dropped<One>(
  all: readonly One[],
  parts: number,
  stillNone: (gone: readonly One[]) => boolean,
): readonly One[] {
  let gone: readonly One[] = []
  for (let size = parts; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    const rest = all.filter((one) => !gone.includes(one))
    for (let at = 0; at < rest.length; at += size) {
      const tried = [...gone, ...rest.slice(at, at + size)]
      if (stillNone(tried)) gone = tried
    }
  }
  return gone
}

/** Whether a family of rules asks anything of this problem. */
function isThere(problem: AssignmentProblem, family: Family): boolean {
  if (family === 'fixed') return isByHand(problem)
  if (family === 'even') return !problem.uneven
  return true
}

/** Whether something is set by hand that could be taken back. */
function isByHand({ fixed }: AssignmentProblem): boolean {
  const atWork = placesAtWork(fixed)
  return (
    Object.keys(fixed?.places ?? {}).some((application) => !atWork.has(application)) ||
    (fixed?.panels.some((panel) => !panel.atWork) ?? false)
  )
}

/** The applications from which somebody is kept by these rules. */
function concerned(problem: AssignmentProblem, kept: readonly Family[]): readonly string[] {
  const bars = barsOf(problem)
  const people = [...problem.reviewers, ...(kept.includes('monitors') ? problem.monitors : [])]
  return problem.applications
    .map(({ id }) => id)
    .filter((application) => people.some(({ id }) => bars(id, application).some((bar) => kept.includes(bar))))
}

function named(problem: AssignmentProblem, applications: readonly string[]): readonly string[] {
  if (applications.length === 0) return []
  const name = namesOf(problem)
  const bars = barsOf(problem)
  const counted = (application: string): string => {
    const may = (people: readonly Assignable[]): string =>
      `${people.filter(({ id }) => bars(id, application).length === 0).length} of ${people.length}`
    return `${name(application)} (open to ${may(problem.reviewers)} reviewers and ${may(problem.monitors)} panel monitors)`
  }
  const shown = applications.slice(0, mostNamed).map(counted)
  const more = applications.length - shown.length
  return [`It is about ${listed([...shown, ...(more > 0 ? [`${more} more`] : [])], 'and')}.`]
}

function inWords(families: readonly Family[], problem: AssignmentProblem, last: 'and' | 'or'): string {
  const words: Readonly<Record<Family, string>> = {
    home: 'nobody on an application of their own State',
    organization: 'nobody on an application of their own organization',
    conflict: 'declared conflicts kept apart',
    monitors: 'panel monitors kept apart like reviewers',
    even: 'load within one of each other',
    most: `no reviewer on more than ${numberOf(problem.mostPanels, 'panel')}`,
    fixed: 'what is set by hand',
  }
  return listed(
    order
      .toReversed()
      .filter((family) => families.includes(family))
      .map((family) => words[family]),
    last,
  )
}

function listed(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
