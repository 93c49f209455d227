import type { ModelData } from 'highs'
import type { Crew, Task } from './task.ts'

/** Where an application stands: the number of its panel. Null where the solver is to choose. */
export type Places = readonly number[] | null

/** What a solution's values mean. */
export interface Columns {
  /** The column of a reviewer, a monitor, an application with a panel. */
  readonly reviewer: (reviewer: number, panel: number) => number
  readonly monitor: (monitor: number, panel: number) => number
  readonly application: (application: number, panel: number) => number
}

interface Row {
  readonly least: number
  readonly most: number
  readonly terms: readonly (readonly [column: number, factor: number])[]
}

export function columnsOf(task: Task): Columns {
  const panels = task.panels.length
  const monitors = task.reviewers.ids.length * panels
  const applications = monitors + task.monitors.ids.length * panels
  return {
    reviewer: (reviewer, panel) => reviewer * panels + panel,
    monitor: (monitor, panel) => monitors + monitor * panels + panel,
    application: (application, panel) => applications + application * panels + panel,
  }
}

/**
 * Who sits, leads and is read where, each a column of 0 or 1 for every panel. Where an application is read, all seats are taken by
 * people who may read it: one row for each application and panel says it for all of them at once. `places` settles the applications
 * and leaves a transport problem. `drawn` weighs every choice by the seed; without, the first answer serves.
 */
export function modelOf(task: Task, places: Places, drawn: boolean): ModelData {
  const { reviewers, monitors, applications, panels, seats } = task
  const columns = columnsOf(task)
  const everyPanel = panels.map((_, panel) => panel)
  const rows: Row[] = []

  for (const [crew, column, needed] of [
    [reviewers, columns.reviewer, seats],
    [monitors, columns.monitor, panels.map(() => 1)],
  ] as const) {
    const all = crew.ids.map((_, person) => person)
    for (const panel of everyPanel)
      rows.push(
        exactly(
          needed[panel] ?? 0,
          all.map((person) => [column(person, panel), 1]),
        ),
      )
    for (const [person, share] of crew.shares.entries())
      rows.push({ ...share, terms: everyPanel.map((panel) => [column(person, panel), 1]) })
    for (const [application, barred] of crew.barred.entries()) {
      if (barred.size === 0) continue
      for (const panel of everyPanel) {
        const most = Math.min(needed[panel] ?? 0, barred.size)
        rows.push({
          least: -Infinity,
          most,
          terms: [
            ...[...barred].map((person) => [column(person, panel), 1] as const),
            [columns.application(application, panel), most],
          ],
        })
      }
    }
  }
  for (const application of applications.keys())
    rows.push(
      exactly(
        1,
        everyPanel.map((panel) => [columns.application(application, panel), 1]),
      ),
    )
  for (const [panel, size] of task.sizes.entries())
    rows.push({
      ...size,
      terms: applications.map((_, application) => [columns.application(application, panel), 1]),
    })
  rows.push(...bothRoles(task))
  return { ...compressed(rows, columnCount(task)), ...bounds(task, places), ...costs(task, drawn) }
}

function exactly(number: number, terms: Row['terms']): Row {
  return { least: number, most: number, terms }
}

/** Who is reviewer and monitor does not lead a panel on which they sit. */
function bothRoles(task: Task): Row[] {
  const columns = columnsOf(task)
  return task.monitors.ids.flatMap((id, monitor) => {
    const reviewer = task.reviewers.ids.indexOf(id)
    if (reviewer < 0) return []
    return task.panels.map((_, panel) => ({
      least: 0,
      most: 1,
      terms: [[columns.reviewer(reviewer, panel), 1] as const, [columns.monitor(monitor, panel), 1] as const],
    }))
  })
}

function columnCount({ reviewers, monitors, applications, panels }: Task): number {
  return (reviewers.ids.length + monitors.ids.length + applications.length) * panels.length
}

/** What is settled beforehand: by hand, by the places, and because panels that differ in nothing yet may be told apart as one likes. */
function bounds(task: Task, places: Places): Pick<ModelData, 'colLower' | 'colUpper' | 'integrality'> {
  const columns = columnsOf(task)
  const count = columnCount(task)
  const colLower = new Float64Array(count)
  const colUpper = new Float64Array(count).fill(1)
  const give = (crew: Crew, column: (person: number, panel: number) => number): void => {
    for (const [panel, people] of crew.given.entries())
      for (const person of people) colLower[column(person, panel)] = 1
  }
  give(task.reviewers, columns.reviewer)
  give(task.monitors, columns.monitor)
  const firstFree = task.panels.findIndex((_, panel) => isUntouched(task, panel))
  let free = 0
  for (const [application, given] of task.given.entries()) {
    const settled = places?.[application] ?? given
    for (const panel of task.panels.keys()) {
      const column = columns.application(application, panel)
      if (settled === panel) colLower[column] = 1
      else if (settled !== null) colUpper[column] = 0
      else if (firstFree >= 0 && panel > firstFree + free) colUpper[column] = 0
    }
    if (settled === null) free += 1
  }
  return { colLower, colUpper, integrality: new Int32Array(count).fill(1) }
}

/** Whether staff put nobody and nothing there; panels by hand come first, so that all after the first such one are. */
function isUntouched({ reviewers, monitors, given }: Task, panel: number): boolean {
  const from = (crew: Crew): boolean => crew.given.slice(panel).every((people) => people.length === 0)
  return from(reviewers) && from(monitors) && given.every((place) => place === null || place < panel)
}

function costs(task: Task, drawn: boolean): Pick<ModelData, 'colCost'> {
  const columns = columnsOf(task)
  const colCost = new Float64Array(columnCount(task))
  if (!drawn) return { colCost }
  for (const [at, panel] of task.panels.entries()) {
    for (const [person, id] of task.reviewers.ids.entries())
      colCost[columns.reviewer(person, at)] = task.weight('sits', id, panel)
    for (const [person, id] of task.monitors.ids.entries())
      colCost[columns.monitor(person, at)] = task.weight('leads', id, panel)
  }
  return { colCost }
}

function compressed(
  rows: readonly Row[],
  numCols: number,
): Pick<ModelData, 'numCols' | 'numRows' | 'rowLower' | 'rowUpper' | 'matrix'> {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { terms } of rows) {
    for (const [column, factor] of terms) {
      indices.push(column)
      values.push(factor)
    }
    starts.push(indices.length)
  }
  return {
    numCols,
    numRows: rows.length,
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => most),
    matrix: { format: 'csr', numRows: rows.length, numCols, starts, indices, values },
  }
}
