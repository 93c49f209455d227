import type { Criterion, Rubric } from '../rubric.ts'

/** An id for a new part that nothing in the rubric has, in the manner of those that stand beside it: after "(A)(2)" comes "(A)(3)". */
export function freeId(
  rubric: Rubric,
  part:
    | { readonly of: 'area' }
    | { readonly of: 'priority' }
    | { readonly of: 'criterion'; readonly area: string },
): string {
  if (part.of === 'area') {
    const ids = rubric.areas.map(({ id }) => id)
    return letters.find((letter) => !ids.includes(letter)) ?? counted(ids, 'A1')
  }
  const taken = takenIds(rubric)
  if (part.of === 'priority') return counted(taken, rubric.priorities.at(-1)?.id ?? 'P1')
  const beside = rubric.criteria.findLast(({ area }) => area === part.area)
  return counted(taken, beside?.id ?? likeOthers(rubric, part.area))
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')

/** The next label of a row in its criterion: "(i)", "(ii)" and so on, so that label and id are free. */
export function freeLabel(rubric: Rubric, { id, rows }: Criterion): string {
  const taken = new Set([...takenIds(rubric), ...rows.map((row) => row.id)])
  const labels = new Set(rows.map(({ label }) => label))
  for (let at = 1; ; at += 1) {
    const label = `(${roman(at)})`
    if (!labels.has(label) && !taken.has(`${id}${label}`)) return label
  }
}

function takenIds(rubric: Rubric): readonly string[] {
  return [
    ...rubric.criteria.flatMap(({ id, rows }) => [id, ...rows.map((row) => row.id)]),
    ...rubric.priorities.map(({ id }) => id),
  ]
}

/** Where the area has none yet: written as in the other areas, "(B)(1)" beside "(A)(1)", else "B1". */
function likeOthers(rubric: Rubric, area: string): string {
  const bracketed = rubric.criteria.some(({ id }) => id.startsWith('('))
  return bracketed ? `(${area})(1)` : `${area}1`
}

/** The first that is free, counting up the last number in it. */
function counted(taken: readonly string[], from: string): string {
  const [, head = from, digits = '1', tail = ''] = /^(.*?)(\d+)(\D*)$/.exec(from) ?? []
  for (let number = Number(digits); ; number += 1) {
    const id = `${head}${number}${tail}`
    if (!taken.includes(id)) return id
  }
}

const numerals = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function roman(number: number): string {
  const found = numerals.find(([value]) => value <= number)
  return found ? `${found[1]}${roman(number - found[0])}` : ''
}
