import type { FormRecord, Remark } from '../../shared/form/form-record.ts'
import { missingFromForm, type Missing } from '../../shared/form/missing.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Comments } from './form-items.ts'

/** What one criterion, or the priorities, still lack. */
export interface Lacking {
  /** A criterion's id, or null for the priorities. */
  readonly criterion: string | null
  readonly title: string
  readonly things: readonly { readonly sentence: string; readonly item: string }[]
}

/** What a form lacks, criterion by criterion in the rubric's order, each thing with the row or priority where it is mended. */
export function lacking(
  record: FormRecord,
  rubric: Rubric,
  comments: Comments = 'required',
): readonly Lacking[] {
  const missing = missingFromForm(record, rubric, comments)
  const about = (ids: readonly string[]): Lacking['things'] =>
    missing
      .filter(({ at }) => ids.includes(at.id))
      .map(({ sentence, at }) => ({ sentence, item: itemOf(rubric, at) }))
  const parts = [
    ...rubric.criteria.map(({ id, title, rows }) => ({
      criterion: id,
      title,
      things: about([id, ...rows.map((row) => row.id)]),
    })),
    { criterion: null, title: 'Priorities', things: about(rubric.priorities.map(({ id }) => id)) },
  ]
  return parts.filter(({ things }) => things.length > 0)
}

/** A comment that is shorter than the competition asks for: said, and in nobody's way. */
export interface Short {
  readonly sentence: string
  readonly item: string
}

/** Comments with fewer characters than `shortest`; none where the competition asks for no length. */
export function shortComments(record: FormRecord, rubric: Rubric, shortest: number | null): readonly Short[] {
  if (shortest === null) return []
  return rubric.criteria.flatMap((criterion) => {
    const item = criterion.rows[0]?.id ?? criterion.id
    const told = (word: string, remark: Remark | undefined): readonly Short[] => {
      const length = remark?.noneFound ? 0 : (remark?.text.trim().length ?? 0)
      if (length === 0 || length >= shortest) return []
      const characters = length === 1 ? '1 character' : `${length} characters`
      return [{ sentence: `${word} of ${criterion.id}: ${characters}`, item }]
    }
    return [
      ...told('Strengths', record.strengths[criterion.id]),
      ...told('Weaknesses', record.weaknesses[criterion.id]),
    ]
  })
}

/** A criterion's comments stand at each of its rows. */
function itemOf(rubric: Rubric, { kind, id }: Missing['at']): string {
  if (kind !== 'criterion') return id
  return rubric.criteria.find((criterion) => criterion.id === id)?.rows[0]?.id ?? id
}
