import { barsOf } from '../../shared/assignment/bars.ts'
import type { AssignmentProblem } from '../../shared/assignment/problem.ts'

/** Whether a small problem without parts set by hand has an assignment with even load, by trying all that there is. */
export function existsByTrying(problem: AssignmentProblem): boolean {
  const { reviewers, monitors, applications, panels, seats, mostPanels } = problem
  const bars = barsOf(problem)
  const ids = reviewers.map(({ id }) => id)
  return places(
    applications.map(({ id }) => id),
    panels,
  ).some((read) => {
    if (!areEven(read.map((mine) => mine.length)) || read.some((mine) => mine.length === 0)) return false
    const may = (person: string, panel: number): boolean =>
      (read[panel] ?? []).every((application) => bars(person, application).length === 0)
    const leads = everyWay(
      read.map((_, panel) => monitors.map(({ id }) => id).filter((id) => may(id, panel))),
    )
    const sits = everyWay(
      read.map((_, panel) =>
        subsets(
          ids.filter((id) => may(id, panel)),
          seats,
        ),
      ),
    ).filter((seated) => {
      const loads = ids.map((id) => seated.filter((panel) => panel.includes(id)).length)
      return areEven(loads) && Math.max(...loads) <= mostPanels
    })
    return (
      sits.length > 0 &&
      leads.some((led) => areEven(monitors.map(({ id }) => led.filter((one) => one === id).length)))
    )
  })
}

function areEven(loads: readonly number[]): boolean {
  return Math.max(...loads) - Math.min(...loads) <= 1
}

/** Every way to deal these to so many panels. */
function places(applications: readonly string[], panels: number): readonly (readonly string[][])[] {
  const [first, ...rest] = applications
  if (first === undefined) return [Array.from({ length: panels }, () => [])]
  return places(rest, panels).flatMap((read) =>
    read.map((_, panel) => read.map((mine, at) => (at === panel ? [first, ...mine] : mine))),
  )
}

function subsets(all: readonly string[], size: number): readonly (readonly string[])[] {
  const [first, ...rest] = all
  if (size === 0) return [[]]
  if (first === undefined) return []
  return [...subsets(rest, size - 1).map((others) => [first, ...others]), ...subsets(rest, size)]
}

/** Every choice of one from each list. */
function everyWay<One>(choices: readonly (readonly One[])[]): readonly (readonly One[])[] {
  const [first, ...rest] = choices
  if (first === undefined) return [[]]
  return everyWay(rest).flatMap((others) => first.map((one) => [one, ...others]))
}
