import type { Area, Criterion, Priority, Row, Rubric } from './rubric.ts'

/** A part of a rubric, or all of it. */
export type RubricPlace =
  | { readonly of: 'whole' }
  | { readonly of: 'area' | 'criterion' | 'row' | 'priority'; readonly id: string }

/** What does not fit, and where: at the part that would have to change. */
export interface PlacedFault {
  readonly at: RubricPlace
  readonly sentence: string
}

export const wholeRubric: RubricPlace = { of: 'whole' }

/** A place as it stands in an address: "row:(A)(1)(ii)"; the whole rubric is "whole". */
export function placeText(place: RubricPlace): string {
  return place.of === 'whole' ? 'whole' : `${place.of}:${place.id}`
}

/** The part of this rubric that stands at a place, or null where it has none. */
export function partAt(rubric: Rubric, place: RubricPlace): Area | Criterion | Row | Priority | null {
  if (place.of === 'whole') return null
  return listAt(rubric, place.of).find(({ id }) => id === place.id) ?? null
}

/** The place in this rubric that an address names; the whole rubric where it names none. */
export function placeFrom(rubric: Rubric, text: string | null): RubricPlace {
  return placesIn(rubric).find((place) => placeText(place) === text) ?? wholeRubric
}

/** Where a part is looked at and changed: the only row of an undivided criterion together with it. */
export function shownAt(rubric: Rubric, place: RubricPlace): RubricPlace {
  if (place.of !== 'row') return place
  const undivided = rubric.criteria.find((criterion) => criterion.id === place.id && !isDivided(criterion))
  return undivided ? { of: 'criterion', id: place.id } : place
}

/** Every place that is looked at by itself, in the order of the rubric. */
export function placesIn(rubric: Rubric): readonly RubricPlace[] {
  const areas = rubric.areas.flatMap(({ id }): RubricPlace[] => [
    { of: 'area', id },
    ...rubric.criteria
      .filter((criterion) => criterion.area === id)
      .flatMap((criterion): RubricPlace[] => [
        { of: 'criterion', id: criterion.id },
        ...(isDivided(criterion)
          ? criterion.rows.map((row): RubricPlace => ({ of: 'row', id: row.id }))
          : []),
      ]),
  ])
  return [wholeRubric, ...areas, ...rubric.priorities.map(({ id }): RubricPlace => ({ of: 'priority', id }))]
}

/** Whether a criterion has rows of its own, and is not itself its only one. */
export function isDivided({ id, rows }: Criterion): boolean {
  return rows.length !== 1 || rows[0]?.id !== id
}

function listAt(
  rubric: Rubric,
  of: 'area' | 'criterion' | 'row' | 'priority',
): readonly (Area | Criterion | Row | Priority)[] {
  if (of === 'area') return rubric.areas
  if (of === 'priority') return rubric.priorities
  return of === 'criterion' ? rubric.criteria : rubric.criteria.flatMap(({ rows }) => rows)
}
