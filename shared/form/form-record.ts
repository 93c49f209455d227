import type * as Y from 'yjs'
import { canonicalHash } from '../record/hash.ts'
import { elementsPoints } from '../rubric/row-rules.ts'
import {
  countedRows,
  determinedPriorities,
  invitationalPriorities,
  rowsOf,
  type Row,
  type Rubric,
} from '../rubric/rubric.ts'
import { isChangeReason, type ChangeReason } from './change-reasons.ts'
import { inOrder } from './cited.ts'
import {
  changesField,
  commentField,
  determinationField,
  differsField,
  elementsField,
  inColumn,
  lineField,
  minorityField,
  noElements,
  noneFoundField,
  pagesField,
  reasonsField,
  scoresField,
  strengthsField,
  weaknessesField,
} from './fields.ts'

export type Answer = 'yes' | 'no'

/** A text a form asks for. "None found" is an answer. `T` is the text itself, or its reference in an event. */
export interface Remark<T = string> {
  readonly text: T
  readonly noneFound: boolean
}

/** What a technical review form says at one moment, in rubric order, with nothing of how it came about. */
export interface FormRecord<T = string> {
  /** Points by row; null where none were given. The points of an elements row are derived from its boxes. */
  readonly scores: Readonly<Record<string, number | null>>
  /** Ticked boxes by elements row, in the rubric's order. */
  readonly elements: Readonly<Record<string, readonly string[]>>
  readonly strengths: Readonly<Record<string, Remark<T>>>
  readonly weaknesses: Readonly<Record<string, Remark<T>>>
  readonly determinations: Readonly<Record<string, { readonly answer: Answer | null; readonly reasons: T }>>
  readonly comments: Readonly<Record<string, T>>
  /** Pages cited, by criterion: those that cite any. Left out where none do, as in records from before pages could be cited. */
  readonly pages?: Readonly<Record<string, readonly string[]>>
  /** By row: the other of two values given at the same time. Left out where nothing waits for a choice. */
  readonly differs?: Readonly<Record<string, number | null>>
  /** Views beside the panel's summary, by criterion. Left out where none is written, as in records from before there were summaries. */
  readonly minority?: Readonly<Record<string, T>>
  /** Reasons for changes after the reveal, by row; empty before it. */
  readonly changes: Readonly<Record<string, { readonly reason: ChangeReason | null; readonly line: T }>>
}

/** Reads a form from its document, or one seat's column from a room. */
export function readForm(doc: Y.Doc, rubric: Rubric, seat?: number): FormRecord {
  const named = (field: string) => (seat === undefined ? field : inColumn(seat, field))
  const text = (field: string) => doc.getText(named(field)).toString()
  const map = (field: string) => doc.getMap(named(field))
  const scores = map(scoresField)
  const noneFound = map(noneFoundField)
  const remark = (field: string): Remark => ({ text: text(field), noneFound: noneFound.get(field) === true })
  const rows = rowsOf(rubric)
  const elementRows = rows.filter((row) => row.rule?.kind === 'elements')
  const changes = map(changesField)
  const cited = rubric.criteria.filter(({ id }) => map(pagesField(id)).size > 0)
  const differs = map(differsField)
  const differing = rows.filter(({ id }) => differs.has(id))
  const changed =
    seat === undefined ? [] : rows.filter(({ id }) => changes.has(id) || text(lineField(id)) !== '')
  const dissenting =
    seat === undefined ? [] : rubric.criteria.filter(({ id }) => text(minorityField(id)) !== '')
  return {
    scores: byId(rows, (row) =>
      row.rule?.kind === 'elements'
        ? boxPoints(row, map(elementsField(row.id)))
        : wholeOrNull(scores.get(row.id)),
    ),
    elements: byId(elementRows, (row) => tickedBoxes(row, map(elementsField(row.id)))),
    strengths: byId(rubric.criteria, ({ id }) => remark(strengthsField(id))),
    weaknesses: byId(rubric.criteria, ({ id }) => remark(weaknessesField(id))),
    determinations: byId(determinedPriorities(rubric), ({ id }) => ({
      answer: answerOrNull(map(determinationField(id)).get('answer')),
      reasons: text(reasonsField(id)),
    })),
    comments: byId(invitationalPriorities(rubric), ({ id }) => text(commentField(id))),
    ...(cited.length > 0 && { pages: byId(cited, ({ id }) => inOrder([...map(pagesField(id)).keys()])) }),
    ...(differing.length > 0 && { differs: byId(differing, ({ id }) => wholeOrNull(differs.get(id))) }),
    ...(dissenting.length > 0 && { minority: byId(dissenting, ({ id }) => text(minorityField(id))) }),
    changes: byId(changed, ({ id }) => {
      const reason = changes.get(id)
      return { reason: isChangeReason(reason) ? reason : null, line: text(lineField(id)) }
    }),
  }
}

/** The hash that *ready* and *sign* carry of what was on the screen. */
export function formHash(record: FormRecord): string {
  return canonicalHash(record)
}

/** The same record with every text replaced, as by its reference in an event or by the text behind a reference. */
export function mapTexts<A, B>(record: FormRecord<A>, replace: (text: A) => B): FormRecord<B> {
  const remark = ({ text, noneFound }: Remark<A>): Remark<B> => ({ text: replace(text), noneFound })
  return {
    scores: record.scores,
    elements: record.elements,
    strengths: mapValues(record.strengths, remark),
    weaknesses: mapValues(record.weaknesses, remark),
    determinations: mapValues(record.determinations, ({ answer, reasons }) => ({
      answer,
      reasons: replace(reasons),
    })),
    comments: mapValues(record.comments, replace),
    ...(record.pages && { pages: record.pages }),
    ...(record.minority && { minority: mapValues(record.minority, replace) }),
    changes: mapValues(record.changes, ({ reason, line }) => ({ reason, line: replace(line) })),
  }
}

/**
 * The sum of the points given to what counts, in units; rows without points add nothing, nor do criteria that only explain the total
 * (NIH: the scored factors). STEM is the panel's and not in it.
 */
export function formTotal(rubric: Rubric, record: Pick<FormRecord<unknown>, 'scores'>): number {
  return countedRows(rubric).reduce((sum, { id }) => sum + (record.scores[id] ?? 0), 0)
}

/** How many rows have points. */
export function rowsScored(record: FormRecord<unknown>): number {
  return Object.values(record.scores).filter((points) => points !== null).length
}

function boxPoints(row: Row, boxes: Y.Map<unknown>): number | null {
  const ticked = tickedBoxes(row, boxes).length
  return ticked > 0 || boxes.get(noElements) === true ? elementsPoints(row, ticked) : null
}

function tickedBoxes(row: Row, boxes: Y.Map<unknown>): readonly string[] {
  if (row.rule?.kind !== 'elements') return []
  return row.rule.elements.map(({ id }) => id).filter((id) => boxes.get(id) === true)
}

function byId<I extends { readonly id: string }, V>(
  items: readonly I[],
  value: (item: I) => V,
): Record<string, V> {
  return Object.fromEntries(items.map((item) => [item.id, value(item)]))
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

function wholeOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) ? value : null
}

function answerOrNull(value: unknown): Answer | null {
  return value === 'yes' || value === 'no' ? value : null
}
