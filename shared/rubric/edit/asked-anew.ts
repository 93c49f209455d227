import { canonicalHash } from '../../record/hash.ts'
import { criterionOf, findRow, leastOf, rowsOf, type Priority, type Row, type Rubric } from '../rubric.ts'
import { pointsInWords, shownEnd } from '../told-points.ts'

/** Something that a form is asked otherwise than before. */
export interface AskedAnew {
  /** The row or priority to look at. */
  readonly item: string
  /** What has changed, with what it says of it as a sentence: "C5", "is of 15 points, it was of 10." */
  readonly name: string
  readonly says: string
}

/** What a later version of a rubric asks of a form otherwise than an earlier one, in its order. Other words ask the same (`asksTheSame`). */
export function askedAnew(before: Rubric, after: Rubric): readonly AskedAnew[] {
  const rows = rowsOf(after).flatMap((row) => {
    const says = rowSays(before, after, findRow(before, row.id), row)
    return says.map((each): AskedAnew => ({ item: row.id, name: row.id, says: each }))
  })
  const criteria = after.criteria.flatMap(({ id, counted = true, rows: [first] }): readonly AskedAnew[] => {
    const was = before.criteria.find((each) => each.id === id)
    if (!was || (was.counted ?? true) === counted) return []
    const says = counted ? 'is part of the result, it was not.' : 'is no part of the result, it was.'
    return [{ item: first?.id ?? id, name: id, says }]
  })
  const priorities = after.priorities.flatMap((priority): readonly AskedAnew[] => {
    const { id, points } = priority
    const was = before.priorities.find((each) => each.id === id)
    if (!was) return [{ item: id, name: id, says: 'is new.' }]
    const [now, then] = [answersOf(priority), answersOf(was)]
    if (now !== then) return [{ item: id, name: id, says: `is answered ${now}, it was ${then}.` }]
    if (was.points === points) return []
    return [{ item: id, name: id, says: ofPoints(before, after, was.points, points) }]
  })
  return [...rows, ...criteria, ...priorities]
}

function rowSays(before: Rubric, after: Rubric, was: Row | undefined, is: Row): readonly string[] {
  if (!was) return ['is new.']
  const [home, wasHome] = [criterionOf(after, is.id).id, criterionOf(before, is.id).id]
  if (home !== wasHome) return [`belongs to ${home}, it belonged to ${wasHome}.`]
  if (leastOf(was) !== leastOf(is)) {
    const ends = (rubric: Rubric, row: Row): string =>
      `${shownEnd(rubric, leastOf(row))} to ${shownEnd(rubric, row.max)}`
    return [`takes ${ends(after, is)} points, it took ${ends(before, was)}.`]
  }
  if (was.max !== is.max) return [ofPoints(before, after, was.max, is.max)]
  return ruleHash(was) === ruleHash(is) ? [] : ['has another rule for its points.']
}

function ofPoints(before: Rubric, after: Rubric, was: number, is: number): string {
  return `is of ${pointsInWords(after, is)}, it was of ${shownEnd(before, was)}.`
}

function answersOf(priority: Priority): string {
  return priority.kind === 'judged' ? `“${priority.words.yes}” or “${priority.words.no}”` : ''
}

/** Guidance guides and never limits. */
function ruleHash({ rule }: Row): string {
  return canonicalHash(rule?.kind === 'guidance' ? null : rule)
}
