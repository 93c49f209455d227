import { pointsFault } from '../rubric/row-rules.ts'
import { determinedPriorities, rowsOf, type Rubric } from '../rubric/rubric.ts'
import { shownPoints } from '../rubric/shown-points.ts'
import type { FormRecord } from './form-record.ts'

/** One thing that keeps a form from being ready or signed: a sentence, and where to go to mend it. */
export interface Missing {
  readonly sentence: string
  readonly at: { readonly kind: 'row' | 'criterion' | 'priority'; readonly id: string }
}

/** Whether strengths and weaknesses must be written. */
type Comments = 'required' | 'optional'

/** What a form still lacks before it can be attested; empty for a complete one. Comments on invitational priorities are free. */
export function missingFromForm(
  record: FormRecord,
  rubric: Rubric,
  comments: Comments = 'required',
): readonly Missing[] {
  const remarked = comments === 'required' ? rubric.criteria : []
  return [
    ...rowsOf(rubric).flatMap(({ id, ...row }): Missing[] => {
      const points = record.scores[id] ?? null
      const other = record.differs?.[id]
      if (other !== undefined)
        return [{ sentence: twoValues(rubric, id, [points, other]), at: { kind: 'row', id } }]
      const fault = points === null ? `${id} has no points.` : pointsFault(rubric, { id, ...row }, points)
      return fault ? [{ sentence: fault, at: { kind: 'row', id } }] : []
    }),
    ...remarked.flatMap(({ id }) => [
      ...remarkMissing(record.strengths[id], 'strengths', id),
      ...remarkMissing(record.weaknesses[id], 'weaknesses', id),
    ]),
    ...determinedPriorities(rubric).flatMap(({ id, title }): Missing[] => {
      const determination = record.determinations[id]
      if (!determination?.answer)
        return [{ sentence: `${title} has no answer.`, at: { kind: 'priority', id } }]
      if (determination.reasons.trim() === '')
        return [{ sentence: `${title} has no reasons.`, at: { kind: 'priority', id } }]
      return []
    }),
  ]
}

function twoValues(rubric: Rubric, id: string, values: readonly [number | null, number | null]): string {
  const [one, other] = values.map((points) => (points === null ? 'none' : shownPoints(rubric, points)))
  return `${id} was given two values, ${one} and ${other}. Choose one.`
}

/** Rows whose points differ from the attested ones, in rubric order. */
export function changedRows(
  attested: FormRecord<unknown>['scores'],
  now: FormRecord<unknown>['scores'],
  rubric: Rubric,
): readonly string[] {
  return rowsOf(rubric)
    .map(({ id }) => id)
    .filter((id) => (attested[id] ?? null) !== (now[id] ?? null))
}

/** What a column still lacks before it can be signed: all that a form needs, and for every change its reason and a line. */
export function missingFromColumn(
  record: FormRecord,
  attested: FormRecord<unknown>['scores'],
  rubric: Rubric,
  comments: Comments = 'required',
): readonly Missing[] {
  const unexplained = changedRows(attested, record.scores, rubric).flatMap((id): Missing[] => {
    const change = record.changes[id]
    if (!change?.reason)
      return [{ sentence: `${id} was changed and has no reason.`, at: { kind: 'row', id } }]
    if (change.line.trim() === '')
      return [{ sentence: `${id} was changed and has no line of text.`, at: { kind: 'row', id } }]
    return []
  })
  return [...missingFromForm(record, rubric, comments), ...unexplained]
}

function remarkMissing(
  remark: { readonly text: string; readonly noneFound: boolean } | undefined,
  kind: 'strengths' | 'weaknesses',
  criterionId: string,
): readonly Missing[] {
  if (remark && (remark.noneFound || remark.text.trim() !== '')) return []
  const sentence = `${criterionId} has no ${kind}. “None found” is an answer.`
  return [{ sentence, at: { kind: 'criterion', id: criterionId } }]
}
