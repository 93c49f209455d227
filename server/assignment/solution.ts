import type { AssignedPanel, Assignment, AssignmentProblem } from '../../shared/assignment/problem.ts'
import { columnsOf } from './model.ts'
import type { Task } from './task.ts'

/** The panel of each application, by number, in a solution's values. */
export function placesIn(task: Task, values: Float64Array): readonly number[] {
  const { application } = columnsOf(task)
  return task.applications.map((_, at) =>
    task.panels.findIndex((_panel, panel) => isChosen(values, application(at, panel))),
  )
}

/** A solution in the problem's own ids and order; panels set by hand keep their titles and the order of their reviewers. */
export function assignmentOf(problem: AssignmentProblem, task: Task, values: Float64Array): Assignment {
  const columns = columnsOf(task)
  const places = placesIn(task, values)
  const panels = task.panels.map((id, panel): AssignedPanel => {
    const fixed = problem.fixed?.panels.find((one) => one.id === id)
    const seated = new Set(
      task.reviewers.ids.filter((_, person) => isChosen(values, columns.reviewer(person, panel))),
    )
    const monitor = task.monitors.ids.find((_, person) => isChosen(values, columns.monitor(person, panel)))
    if (monitor === undefined) throw new Error(`The solution has no monitor for ${id}.`)
    const byHand = fixed?.reviewers ?? []
    const added = problem.reviewers
      .map((one) => one.id)
      .filter((one) => seated.has(one) && !byHand.includes(one))
    return { id, title: fixed?.title ?? titleOf(id), monitor, reviewers: [...byHand, ...added] }
  })
  const placed = problem.applications.map(({ id }) => [
    id,
    task.panels[places[task.applications.indexOf(id)] ?? -1],
  ])
  return { panels, places: Object.fromEntries(placed), seed: problem.seed }
}

/** “Panel 3” of `panel-3`. */
function titleOf(id: string): string {
  return id.replace(/^panel-/, 'Panel ')
}

/** Values come with rounding errors. */
function isChosen(values: Float64Array, column: number): boolean {
  return (values[column] ?? 0) > 0.5
}
