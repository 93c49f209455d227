import { canonicalHash } from '../../record/hash.ts'
import { rowsOf, type Rubric } from '../rubric.ts'

/**
 * Whether two versions of a rubric ask the same of a form, apart from their words: then a form that is ready stays ready. Bands and
 * guidance guide and never limit, so they are words.
 */
export function asksTheSame(before: Rubric, after: Rubric): boolean {
  return asked(before) === asked(after)
}

function asked(rubric: Rubric): string {
  const rows = rowsOf(rubric).map(({ id, max, min = 0, rule }) => ({
    id,
    max,
    min,
    rule: rule?.kind === 'guidance' ? null : rule,
  }))
  const criteria = rubric.criteria.map(({ id, counted = true }) => ({ id, counted }))
  const priorities = rubric.priorities.map(({ id, kind, points }) => ({ id, kind, points }))
  return canonicalHash({ rows, criteria, priorities })
}
