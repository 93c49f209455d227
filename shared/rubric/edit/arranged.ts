import { isDivided, wholeRubric, type RubricPlace } from '../rubric-place.ts'
import type { Criterion, Priority, Row, Rubric } from '../rubric.ts'
import { unitsPerPoint } from '../shown-points.ts'
import { freeId, freeLabel } from './free-id.ts'
import { withSums } from './sums.ts'

/** What can be added, and where. */
export type Addition =
  | { readonly what: 'area' }
  | { readonly what: 'criterion'; readonly area: string }
  | { readonly what: 'row'; readonly criterion: string }
  | { readonly what: 'priority'; readonly kind: Priority['kind'] }

export interface Added {
  readonly rubric: Rubric
  readonly at: RubricPlace
}

/**
 * The rubric with one more part, and where it stands. A criterion that was its own only row is divided by a second one; its row is then
 * told apart by an id of its own, unless `kept` holds it to the one it has.
 */
export function added(
  rubric: Rubric,
  addition: Addition,
  kept: (id: string) => boolean = () => false,
): Added {
  switch (addition.what) {
    case 'area': {
      const id = freeId(rubric, { of: 'area' })
      const areas = [...rubric.areas, { id, title: 'New area', points: 0 }]
      return { rubric: withSums({ ...rubric, areas }), at: { of: 'area', id } }
    }
    case 'criterion': {
      const { area } = addition
      const id = freeId(rubric, { of: 'criterion', area })
      const named = { id, title: 'New criterion', short: 'New criterion', summary: '' }
      const row = { ...newRow(rubric), ...named, label: '' }
      const criterion: Criterion = { ...named, area, points: row.max, rows: [row] }
      return {
        rubric: withSums({ ...rubric, criteria: [...rubric.criteria, criterion] }),
        at: { of: 'criterion', id },
      }
    }
    case 'row':
      return divided(rubric, addition.criterion, kept)
    case 'priority': {
      const id = freeId(rubric, { of: 'priority' })
      const base = { id, title: 'New priority', summary: '', points: 0 }
      return {
        rubric: withSums({ ...rubric, priorities: [...rubric.priorities, ofKind(base, addition.kind)] }),
        at: { of: 'priority', id },
      }
    }
  }
}

function divided(rubric: Rubric, id: string, kept: (id: string) => boolean): Added {
  const criterion = rubric.criteria.find((each) => each.id === id)
  if (!criterion) throw new Error(`The rubric has no criterion ${id}.`)
  const label = freeLabel(rubric, criterion)
  const rows =
    isDivided(criterion) || kept(id)
      ? criterion.rows
      : criterion.rows.map((row) => ({ ...row, id: `${id}${label}`, label }))
  const next = freeLabel(rubric, { ...criterion, rows })
  const row = { ...newRow(rubric), id: `${id}${next}`, label: next, title: 'New row', short: 'New row' }
  const criteria = rubric.criteria.map((each) => (each.id === id ? { ...each, rows: [...rows, row] } : each))
  return { rubric: withSums({ ...rubric, criteria }), at: { of: 'row', id: row.id } }
}

/** A row that can be scored at once: over the same range as the last one of the rubric, or of ten points. */
function newRow(rubric: Rubric): Row {
  const { max, min } = rubric.criteria.at(-1)?.rows.at(-1) ?? { max: 10 * unitsPerPoint(rubric) }
  return {
    id: '',
    label: '',
    title: '',
    short: '',
    max,
    ...(min === undefined ? {} : { min }),
    summary: '',
    parts: [],
    evidence: [],
    bands: null,
    rule: null,
  }
}

function ofKind(
  base: { id: string; title: string; summary: string; points: number },
  kind: Priority['kind'],
): Priority {
  if (kind === 'judged') return { ...base, kind, words: { yes: 'Sufficient', no: 'Not sufficient' } }
  return kind === 'competitive' ? { ...base, kind, parts: [] } : { ...base, kind }
}

/** The rubric without a part and all that stands in it. */
export function removed(rubric: Rubric, place: RubricPlace): Rubric {
  if (place.of === 'whole') throw new Error('A rubric is not removed from itself.')
  const others = <T extends { readonly id: string }>(parts: readonly T[]): readonly T[] =>
    parts.filter(({ id }) => id !== place.id)
  const { areas, criteria, priorities } = rubric
  switch (place.of) {
    case 'area':
      return withSums({
        ...rubric,
        areas: others(areas),
        criteria: criteria.filter(({ area }) => area !== place.id),
      })
    case 'criterion':
      return withSums({ ...rubric, criteria: others(criteria) })
    case 'row':
      return withSums({
        ...rubric,
        criteria: criteria.map((criterion) => ({ ...criterion, rows: others(criterion.rows) })),
      })
    case 'priority':
      return withSums({ ...rubric, priorities: others(priorities) })
  }
}

/** Where one is after a part is gone: at what it stood in. */
export function aroundPlace(rubric: Rubric, place: RubricPlace): RubricPlace {
  const criterion = rubric.criteria.find(({ id, rows }) =>
    place.of === 'row'
      ? rows.some((row) => row.id === place.id)
      : place.of === 'criterion' && id === place.id,
  )
  if (!criterion) return wholeRubric
  return place.of === 'row' ? { of: 'criterion', id: criterion.id } : { of: 'area', id: criterion.area }
}

/** The rubric with a part one place earlier (−1) or later (1) among its own; null where it stands at that end already. */
export function moved(rubric: Rubric, place: RubricPlace, by: -1 | 1): Rubric | null {
  const { areas, criteria, priorities } = rubric
  switch (place.of) {
    case 'whole':
      return null
    case 'area':
      return replaced(swapped(areas, place.id, by), (next) => ({ ...rubric, areas: next }))
    case 'criterion': {
      const area = criteria.find(({ id }) => id === place.id)?.area
      const among = swapped(
        criteria.filter((each) => each.area === area),
        place.id,
        by,
      )
      // The places that this area's criteria have in the list stay theirs.
      const queue = [...(among ?? [])]
      return replaced(among, () => ({
        ...rubric,
        criteria: criteria.map((each) => (each.area === area ? (queue.shift() ?? each) : each)),
      }))
    }
    case 'row': {
      const inside = criteria.find(({ rows }) => rows.some(({ id }) => id === place.id))
      return replaced(inside ? swapped(inside.rows, place.id, by) : null, (rows) => ({
        ...rubric,
        criteria: criteria.map((each) => (each === inside ? { ...each, rows } : each)),
      }))
    }
    case 'priority':
      return replaced(swapped(priorities, place.id, by), (next) => ({ ...rubric, priorities: next }))
  }
}

function replaced<T>(list: readonly T[] | null, into: (list: readonly T[]) => Rubric): Rubric | null {
  return list && into(list)
}

function swapped<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  by: -1 | 1,
): readonly T[] | null {
  const from = list.findIndex((each) => each.id === id)
  const [one, other] = [list[from], list[from + by]]
  if (!one || !other) return null
  return list.map((each) => (each === one ? other : each === other ? one : each))
}

/** The rubric with a row, at the end, in another criterion. */
export function rowInto(rubric: Rubric, id: string, criterion: string): Rubric {
  const row = rubric.criteria.flatMap(({ rows }) => rows).find((each) => each.id === id)
  if (!row) throw new Error(`The rubric has no row ${id}.`)
  const without = removed(rubric, { of: 'row', id })
  const criteria = without.criteria.map((each) =>
    each.id === criterion ? { ...each, rows: [...each.rows, row] } : each,
  )
  return withSums({ ...without, criteria })
}
