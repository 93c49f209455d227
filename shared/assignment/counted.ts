import { barsInWords, barsOf, nameOf, numberOf, type Bars } from './bars.ts'
import { faultsOfParts } from './check.ts'
import { placesAtWork, type Assignable, type AssignmentProblem } from './problem.ts'
import { givenOf, seatsOf, sharesOf } from './shares.ts'

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

function seats(problem: AssignmentProblem): string[] {
  const { reviewers, panels, seats: each, mostPanels, monitors, applications } = problem
  const found: string[] = []
  const wanted = seatsOf(problem).reduce((sum, number) => sum + number, 0)
  // Nobody sits on one panel twice.
  const filled = reviewers.length * Math.min(mostPanels, panels)
  if (reviewers.length < each)
    found.push(`A panel has ${numberOf(each, 'reviewer')}; there are ${reviewers.length}.`)
  else if (filled < wanted)
    found.push(
      `${numberOf(each, 'reviewer')} for each of ${numberOf(panels, 'panel')} are ${numberOf(wanted, 'seat')}; with at most ` +
        `${numberOf(mostPanels, 'panel')} each, ${numberOf(reviewers.length, 'reviewer')} fill ${filled}.`,
    )
  if (monitors.length === 0) found.push('There is no panel monitor.')
  const given = givenOf(problem).panels
  const empty = given.filter((count) => count === 0).length
  const left = applications.length - given.reduce((sum, count) => sum + count, 0)
  if (left < empty)
    found.push(
      `${numberOf(left, 'application')} without a panel for ${numberOf(empty, 'panel')} with nothing to read: ` +
        `each is to read one or more.`,
    )
  return found
}

function applications(
  { applications: all, reviewers, monitors, seats: needed, fixed }: AssignmentProblem,
  bars: Bars,
): string[] {
  const readAtWork = placesAtWork(fixed)
  return all.flatMap((application) => {
    if (readAtWork.has(application.id)) return []
    const found: string[] = []
    const may = reviewers.filter(({ id }) => bars(id, application.id).length === 0).length
    if (may < needed && reviewers.length >= needed)
      found.push(
        `A panel of ${needed} is needed for ${nameOf(application)}, and ${numberOf(may, 'reviewer')} may read it: ` +
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
          `With even load ${nameOf(person)} is on a panel, which reads ${smallest} or more; they may read ` +
          `${numberOf(mayRead(person), 'application')}.`,
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
