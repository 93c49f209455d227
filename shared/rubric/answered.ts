import { rowsOf, type Rubric } from './rubric.ts'

/** Criteria, rows and priorities by their ids, in the rubric's order. */
export function itemIds({ criteria, priorities }: Rubric): readonly string[] {
  return [
    ...criteria.flatMap(({ id, rows }) => [id, ...rows.map((row) => row.id)]),
    ...priorities.map(({ id }) => id),
  ]
}

/** What a form can hold an answer to: all of that, and each box of a row that is counted by boxes, as `boxId` calls it. */
export function answeredIds(rubric: Rubric): readonly string[] {
  const boxes = rowsOf(rubric).flatMap(({ id, rule }) =>
    rule?.kind === 'elements' ? rule.elements.map((element) => boxId(id, element.id)) : [],
  )
  return [...itemIds(rubric), ...boxes]
}

/** "(C)(1) (e3)": one box of a row. */
export function boxId(row: string, element: string): string {
  return `${row} (${element})`
}
