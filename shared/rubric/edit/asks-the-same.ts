import { canonicalHash } from '../../record/hash.ts'
import type { Rubric } from '../rubric.ts'

/**
 * Whether two versions of a rubric ask the same of a form, apart from their words, and make the same total of it: then a form that is
 * ready stays ready. Bands and guidance guide and never limit, so they are words; what an answer is called is what was answered. An area
 * gathers criteria for the eye and changes no total.
 */
export function asksTheSame(before: Rubric, after: Rubric): boolean {
  return asked(before) === asked(after)
}

function asked(rubric: Rubric): string {
  const criteria = rubric.criteria.map(({ id, counted = true, rows }) => ({
    id,
    counted,
    rows: rows.map(({ id: row, max, min = 0, rule }) => ({
      id: row,
      max,
      min,
      rule: rule?.kind === 'guidance' ? null : rule,
    })),
  }))
  const priorities = rubric.priorities.map((priority) => {
    const { id, kind, points } = priority
    return { id, kind, points, words: priority.kind === 'judged' ? priority.words : null }
  })
  return canonicalHash({ criteria, priorities })
}
