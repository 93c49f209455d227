import { barsInWords, barsOf, nameOf, type Bars } from './bars.ts'
import { faultsOfParts } from './check.ts'
import type { Assignable, AssignmentProblem } from './problem.ts'
import { givenOf, sharesOf } from './shares.ts'

/**
 * Why there is no assignment, as far as counting says it: too few people, applications or seats, an application that too few may
 * read, somebody who would have to sit and may read nothing, and faults of what staff fixed. Empty where counting finds nothing,
 * which does not say that there is one. `panels`, `seats` and `mostPanels` are to be whole numbers of 1 or more.
 */
export function countedReasons(problem: AssignmentProblem): readonly string[] {
  const wrong = [...numbers(problem), ...fixedParts(problem)]
  if (wrong.length > 0) return wrong
  const bars = barsOf(problem)
  const tooFew = [...seats(problem), ...applications(problem, bars)]
  return tooFew.length > 0 ? tooFew : people(problem, bars)
}

function numbers({ panels, seats, mostPanels }: AssignmentProblem): string[] {
  const asked = [
    ['panels', panels],
    ['reviewers a panel', seats],
    ['panels that a reviewer may sit on', mostPanels],
  ] as const
  return asked
    .filter(([, number]) => !Number.isSafeInteger(number) || number < 1)
    .map(([what]) => `The number of ${what} is to be a whole number of 1 or more.`)
}

function fixedParts(problem: AssignmentProblem): readonly string[] {
  const { fixed } = problem
  if (!fixed) return []
  const faults = faultsOfParts(problem, fixed).map(({ sentence }) => `Set by hand: ${sentence}`)
  if (fixed.panels.length <= problem.panels) return faults
  return [...faults, `${fixed.panels.length} panels are set by hand; ${problem.panels} are wanted.`]
}

function seats({
  reviewers,
  panels,
  seats: each,
  mostPanels,
  monitors,
  applications,
}: AssignmentProblem): string[] {
  const found: string[] = []
  const wanted = panels * each
  // Nobody sits on one panel twice.
  const filled = reviewers.length * Math.min(mostPanels, panels)
  if (reviewers.length < each) found.push(`A panel has ${each} reviewers, and there are ${reviewers.length}.`)
  else if (filled < wanted)
    found.push(
      `${each} reviewers for each of ${panels} panels are ${wanted} seats; with at most ${mostPanels} ` +
        `${mostPanels === 1 ? 'panel' : 'panels'} each, ${reviewers.length} reviewers fill ${filled}.`,
    )
  if (monitors.length === 0) found.push('There is no panel monitor.')
  if (applications.length < panels)
    found.push(
      `There are ${panels} panels and ${applications.length} applications: a panel would read nothing.`,
    )
  return found
}

function applications(
  { applications: all, reviewers, monitors, seats: needed }: AssignmentProblem,
  bars: Bars,
): string[] {
  return all.flatMap((application) => {
    const found: string[] = []
    const may = reviewers.filter(({ id }) => bars(id, application.id).length === 0).length
    if (may < needed && reviewers.length >= needed)
      found.push(
        `${needed} reviewers are needed for ${nameOf(application)}, and ${may} may read it: ` +
          `${counted(reviewers, application, bars)}.`,
      )
    if (monitors.length > 0 && monitors.every(({ id }) => bars(id, application.id).length > 0))
      found.push(
        `No panel monitor may lead the panel of ${nameOf(application)}: ${counted(monitors, application, bars)}.`,
      )
    return found
  })
}

/** With even load everybody has to sit where there are seats for all, on a panel of the usual size. */
function people(problem: AssignmentProblem, bars: Bars): string[] {
  const shares = sharesOf(problem, problem.uneven ? Infinity : 0)
  const given = givenOf(problem)
  const smallest = Math.min(...shares.panels.map(({ least }) => least))
  const mayRead = ({ id }: Assignable): number =>
    problem.applications.filter((application) => bars(id, application.id).length === 0).length
  return (['reviewers', 'monitors'] as const).flatMap((kind) =>
    problem[kind]
      .filter((_, at) => given[kind][at] === 0 && (shares[kind][at]?.least ?? 0) > 0)
      .filter((person) => mayRead(person) < smallest)
      .map(
        (person) =>
          `With even load ${nameOf(person)} is on a panel, which reads ${smallest} or more applications; they may read ` +
          `${mayRead(person)}.`,
      ),
  )
}

/** “3 are from the same State, 1 is in conflict with it”. */
function counted(all: readonly Assignable[], application: Assignable, bars: Bars): string {
  return (['home', 'organization', 'conflict'] as const)
    .flatMap((bar) => {
      const count = all.filter(({ id }) => bars(id, application.id).includes(bar)).length
      return count === 0 ? [] : [`${count} ${count === 1 ? 'is' : 'are'} ${barsInWords([bar])}`]
    })
    .join(', ')
}
