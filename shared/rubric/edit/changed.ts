import { idItselfFault } from '../id-faults.ts'
import { isDivided, type RubricPlace } from '../rubric-place.ts'
import type { Area, Criterion, Priority, Row, Rubric } from '../rubric.ts'
import { withSums } from './sums.ts'

/** Parts of something that become others; `undefined` takes away what may be left out. */
export type Change<T> = { readonly [Key in keyof T]?: T[Key] | undefined }

/** What is told of the rubric as a whole. */
export type WholeChange = Change<Pick<Rubric, 'id' | 'title' | 'version' | 'threshold'>>

/** The rubric with other words or thresholds of its own. */
export function changeWhole(rubric: Rubric, change: WholeChange): Rubric {
  return withSums(merged(rubric, change))
}

/** The rubric with an area that says something else. */
export function changeArea(rubric: Rubric, id: string, change: Change<Pick<Area, 'title'>>): Rubric {
  return { ...rubric, areas: rubric.areas.map((area) => (area.id === id ? merged(area, change) : area)) }
}

export type CriterionChange = Change<
  Pick<Criterion, 'area' | 'title' | 'short' | 'summary' | 'counted' | 'threshold'>
>

/** The rubric with another criterion; titles of one that is not divided are those of its row. */
export function changeCriterion(rubric: Rubric, id: string, change: CriterionChange): Rubric {
  return inCriterion(rubric, id, (criterion) => {
    const next = merged(criterion, change)
    if (isDivided(criterion)) return next
    const { title, short } = next
    return { ...next, rows: next.rows.map((row) => ({ ...row, title, short })) }
  })
}

export type RowChange = Change<Omit<Row, 'id'>>

/** The rubric with another row; a least of 0 is left out. */
export function changeRow(rubric: Rubric, id: string, change: RowChange): Rubric {
  const zero = change.min === 0 ? { min: undefined } : {}
  const rows = (criterion: Criterion): Criterion => ({
    ...criterion,
    rows: criterion.rows.map((row) => (row.id === id ? merged(row, { ...change, ...zero }) : row)),
  })
  return withSums({ ...rubric, criteria: rubric.criteria.map(rows) })
}

/** The rubric with another priority. */
export function changePriority(rubric: Rubric, id: string, change: (priority: Priority) => Priority): Rubric {
  const priorities = rubric.priorities.map((priority) => (priority.id === id ? change(priority) : priority))
  return withSums({ ...rubric, priorities })
}

/** A priority as another kind of it: its title and its words stay, points only where the kind has them. */
export function asKind({ id, title, summary, points }: Priority, kind: Priority['kind']): Priority {
  const base = { id, title, summary, points: 0 }
  switch (kind) {
    case 'absolute':
    case 'invitational':
      return { ...base, kind }
    case 'judged':
      return { ...base, kind, words: { yes: 'Sufficient', no: 'Not sufficient' } }
    case 'competitive':
      return { ...base, kind, points, parts: [] }
  }
}

/** Why a part cannot have this id, as a sentence, or null where it can. */
export function idFault(rubric: Rubric, place: RubricPlace, id: string): string | null {
  const itself = idItselfFault(id)
  if (itself !== null) return itself
  if (place.of === 'whole' || place.id === id) return null
  const taken =
    place.of === 'area'
      ? rubric.areas
      : [...rubric.criteria, ...rubric.criteria.flatMap(({ rows }) => rows), ...rubric.priorities]
  return taken.some((part) => part.id === id) ? `${id} is taken.` : null
}

/** The rubric with another id for one of its parts; whatever names it does so by the new one. Throws where `idFault` speaks against it. */
export function renamed(rubric: Rubric, place: RubricPlace, id: string): Rubric {
  const fault = idFault(rubric, place, id)
  if (fault !== null) throw new Error(fault)
  switch (place.of) {
    case 'whole':
      return { ...rubric, id }
    case 'area':
      return {
        ...rubric,
        areas: rubric.areas.map((area) => (area.id === place.id ? { ...area, id } : area)),
        criteria: rubric.criteria.map((each) => (each.area === place.id ? { ...each, area: id } : each)),
      }
    case 'criterion':
      return inCriterion(rubric, place.id, (criterion) => ({
        ...criterion,
        id,
        rows: isDivided(criterion) ? criterion.rows : criterion.rows.map((row) => ({ ...row, id })),
      }))
    case 'row':
      return {
        ...rubric,
        criteria: rubric.criteria.map((criterion) => ({
          ...criterion,
          rows: criterion.rows.map((row) => (row.id === place.id ? { ...row, id } : row)),
        })),
      }
    case 'priority':
      return {
        ...rubric,
        priorities: rubric.priorities.map((each) => (each.id === place.id ? { ...each, id } : each)),
      }
  }
}

function inCriterion(rubric: Rubric, id: string, change: (criterion: Criterion) => Criterion): Rubric {
  return withSums({
    ...rubric,
    criteria: rubric.criteria.map((criterion) => (criterion.id === id ? change(criterion) : criterion)),
  })
}

/** Both together; what became undefined is not there, as the schema of a rubric wants it. */
function merged<T extends object>(thing: T, change: Change<NoInfer<T>>): T {
  const entries = Object.entries({ ...thing, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as T
}
