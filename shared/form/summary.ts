import type * as Y from 'yjs'
import { limits } from '../protocol/limits.ts'
import { canonicalHash } from '../record/hash.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { Field } from './fields.ts'
import { readForm, type FormRecord } from './form-record.ts'

/** The root of a room in which a panel writes its summary of a criterion together. It stands in no column. */
export const summaryField = (criterionId: string): string => `summary:${criterionId}`

/** Every text that a panel writes together in a room, by name. */
export function summaryFields(rubric: Rubric): ReadonlyMap<string, Field> {
  return new Map(
    rubric.criteria.map(({ id }): [string, Field] => [
      summaryField(id),
      { shape: 'text', name: summaryField(id), most: limits.textLength },
    ]),
  )
}

/** Points by row of one criterion, then by seat: of the seats that count, which are those with a column, not recused and not excused. */
export type ExplainedScores = Readonly<Record<string, Readonly<Record<string, number | null>>>>

/** A seat's column as far as a summary explains it. */
export interface ExplainedColumn {
  readonly seat: number
  readonly record: Pick<FormRecord<unknown>, 'scores'>
}

/** The scores that a criterion's summary explains. Throws where the rubric has no such criterion. */
export function explainedScores(
  rubric: Rubric,
  criterionId: string,
  columns: readonly ExplainedColumn[],
): ExplainedScores {
  const criterion = rubric.criteria.find(({ id }) => id === criterionId)
  if (!criterion) throw new Error(`The rubric has no criterion ${criterionId}.`)
  return Object.fromEntries(
    criterion.rows.map(({ id }) => [
      id,
      Object.fromEntries(columns.map(({ seat, record }) => [seat, record.scores[id] ?? null])),
    ]),
  )
}

/** What an agreement is given to: the text, and the scores that it explains. Another letter or another point makes another hash. */
export function summaryHash(text: string, scores: ExplainedScores): string {
  return canonicalHash({ text, scores })
}

/** A summary as a room holds it at one moment. */
export interface PanelSummary {
  readonly text: string
  readonly hash: string
}

/** The summaries of a room by criterion: those in which something is written. `seats`: those whose scores they explain. */
export function readSummaries(
  room: Y.Doc,
  rubric: Rubric,
  seats: readonly number[],
): Readonly<Record<string, PanelSummary>> {
  const columns = seats.map((seat) => ({ seat, record: readForm(room, rubric, seat) }))
  return Object.fromEntries(
    Object.entries(readSummaryTexts(room, rubric)).map(([id, text]) => [
      id,
      { text, hash: summaryHash(text, explainedScores(rubric, id, columns)) },
    ]),
  )
}

/** What is written in a room's summaries, by criterion; nothing of those in which nothing is. */
export function readSummaryTexts(room: Y.Doc, rubric: Rubric): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rubric.criteria.flatMap(({ id }) => {
      const text = room.getText(summaryField(id)).toString()
      return text.trim() === '' ? [] : [[id, text]]
    }),
  )
}
