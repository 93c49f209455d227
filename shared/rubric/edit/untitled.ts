import { isDivided, type PlacedFault } from '../rubric-place.ts'
import type { Rubric } from '../rubric.ts'

/** Why a title cannot stay as it is, as a sentence for its field; undefined where it can. */
export function titleFault(title: string): string | undefined {
  return title.trim() === '' ? 'It needs a title.' : undefined
}

/**
 * Every part of a rubric without a title, or without the short one that stands for it in lists and tables: the editor saves none. A rubric
 * that was saved with one before stays sound, so that none of these is a fault of `rubricFaults`; the title of the whole is.
 */
export function untitled(rubric: Rubric): readonly PlacedFault[] {
  const { areas, criteria, priorities } = rubric
  const rows = criteria.filter(isDivided).flatMap((criterion) => criterion.rows)
  const lacking = (
    at: PlacedFault['at'],
    name: string,
    title: string,
    what = 'title',
  ): readonly PlacedFault[] =>
    titleFault(title) === undefined ? [] : [{ at, sentence: `${name} has no ${what}.` }]
  return [
    ...areas.flatMap(({ id, title }) => lacking({ of: 'area', id }, `Area ${id}`, title)),
    ...criteria.flatMap(({ id, title, short }) => [
      ...lacking({ of: 'criterion', id }, id, title),
      ...lacking({ of: 'criterion', id }, id, short, 'short title'),
    ]),
    ...rows.flatMap(({ id, title, short }) => [
      ...lacking({ of: 'row', id }, id, title),
      ...lacking({ of: 'row', id }, id, short, 'short title'),
    ]),
    ...priorities.flatMap(({ id, title }) => lacking({ of: 'priority', id }, id, title)),
  ]
}
