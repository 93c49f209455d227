import type { WholeRules } from '../../shared/competition/rules.ts'
import { formTotal, type FormRecord } from '../../shared/form/form-record.ts'
import {
  countedRows,
  criterionOf,
  type Criterion,
  type Priority,
  type Rubric,
} from '../../shared/rubric/rubric.ts'
import type { RowStatus } from '../ui/row-disc.tsx'

/** Everything a reviewer goes through, in the rubric's order: its rows, then its priorities. */
export function itemsOf(rubric: Rubric): readonly string[] {
  return [
    ...rubric.criteria.flatMap(({ rows }) => rows.map(({ id }) => id)),
    ...rubric.priorities.map(({ id }) => id),
  ]
}

/** Whether a criterion is complete without strengths and weaknesses. */
export type Comments = WholeRules['comments']

/**
 * How far a row is. Complete: it has points, and its criterion has strengths and weaknesses, since both stand for the criterion
 * as a whole; where comments are optional, points alone. Begun: some of that, or two values to choose between.
 */
export function rowStatus(
  record: FormRecord,
  criterion: Criterion,
  rowId: string,
  comments: Comments = 'required',
): RowStatus {
  if (isAsked(record, rowId)) return 'begun'
  const remarks = remarksGiven(record, criterion.id)
  if (hasPoints(record, rowId)) return isCommented(remarks, comments) ? 'complete' : 'begun'
  const alone = criterion.rows.length === 1
  return alone && remarks > 0 ? 'begun' : 'untouched'
}

/** How far a criterion is with all of its rows. */
export function criterionStatus(
  record: FormRecord,
  criterion: Criterion,
  comments: Comments = 'required',
): RowStatus {
  if (criterion.rows.some(({ id }) => isAsked(record, id))) return 'begun'
  const scored = criterion.rows.filter(({ id }) => hasPoints(record, id)).length
  const remarks = remarksGiven(record, criterion.id)
  if (scored === criterion.rows.length && isCommented(remarks, comments)) return 'complete'
  return scored + remarks > 0 ? 'begun' : 'untouched'
}

/** How far a priority is: an answer with reasons, or a comment where only that is asked. */
export function priorityStatus(record: FormRecord, priority: Priority): RowStatus {
  if (priority.kind === 'invitational') {
    return (record.comments[priority.id] ?? '').trim() === '' ? 'untouched' : 'complete'
  }
  const given = record.determinations[priority.id]
  const parts = (given?.answer ? 1 : 0) + ((given?.reasons ?? '').trim() === '' ? 0 : 1)
  return parts === 2 ? 'complete' : parts === 1 ? 'begun' : 'untouched'
}

/** The status of every row, in the rubric's order. */
export function rowStatuses(
  record: FormRecord,
  rubric: Rubric,
  comments: Comments = 'required',
): readonly RowStatus[] {
  return rubric.criteria.flatMap((criterion) =>
    criterion.rows.map(({ id }) => rowStatus(record, criterion, id, comments)),
  )
}

/** What the counted rows come to so far, in units, or null while none of them has points. */
export function totalGiven(rubric: Rubric, record: FormRecord): number | null {
  return countedRows(rubric).some(({ id }) => hasPoints(record, id)) ? formTotal(rubric, record) : null
}

/** Whether every counted row has points, so that the total is one to be held against a threshold. */
export function isTotalWhole(rubric: Rubric, record: FormRecord): boolean {
  return countedRows(rubric).every(({ id }) => hasPoints(record, id))
}

/** A criterion's points so far, in units, or null while none of its rows has any. */
export function criterionPoints(record: FormRecord, criterion: Criterion): number | null {
  const given = criterion.rows.flatMap(({ id }) => record.scores[id] ?? [])
  return given.length === 0 ? null : given.reduce((sum, points) => sum + points, 0)
}

/** The next item after `from` without points or an answer, going round once; null when there is none. */
export function nextUnscored(record: FormRecord, rubric: Rubric, from: string): string | null {
  return nextOf(rubric, from, (id) => isOpen(record, rubric, id))
}

/** The next item after `from` that lacks anything, going round once; null when there is none. Comments that are free lack nothing. */
export function nextIncomplete(
  record: FormRecord,
  rubric: Rubric,
  from: string,
  comments: Comments = 'required',
): string | null {
  return nextOf(rubric, from, (id) => {
    const priority = rubric.priorities.find((candidate) => candidate.id === id)
    if (priority) return priority.kind !== 'invitational' && priorityStatus(record, priority) !== 'complete'
    return rowStatus(record, criterionOf(rubric, id), id, comments) !== 'complete'
  })
}

function nextOf(rubric: Rubric, from: string, wanted: (id: string) => boolean): string | null {
  const items = itemsOf(rubric)
  const start = items.indexOf(from) + 1
  return [...items.slice(start), ...items.slice(0, start)].find((id) => id !== from && wanted(id)) ?? null
}

/** The item before or after this one, or null at the end. */
export function neighbor(rubric: Rubric, from: string, by: 1 | -1): string | null {
  const items = itemsOf(rubric)
  return items[items.indexOf(from) + by] ?? null
}

/** Rows without points. */
export function rowsWithoutPoints(record: FormRecord): number {
  return Object.values(record.scores).filter((points) => points === null).length
}

/** Criteria that lack strengths or weaknesses; "none found" is neither. */
export function criteriaWithoutComments(record: FormRecord, rubric: Rubric): number {
  return rubric.criteria.filter(({ id }) => remarksGiven(record, id) < 2).length
}

function isOpen(record: FormRecord, rubric: Rubric, id: string): boolean {
  const priority = rubric.priorities.find((candidate) => candidate.id === id)
  if (!priority) return !hasPoints(record, id)
  return priority.kind !== 'invitational' && !record.determinations[id]?.answer
}

function hasPoints(record: FormRecord, rowId: string): boolean {
  return (record.scores[rowId] ?? null) !== null
}

/** Whether two values were given for a row, of which one is to be chosen. */
function isAsked(record: FormRecord, rowId: string): boolean {
  return record.differs?.[rowId] !== undefined
}

function isCommented(remarks: number, comments: Comments): boolean {
  return comments === 'optional' || remarks === 2
}

function remarksGiven(record: FormRecord, criterionId: string): number {
  return [record.strengths[criterionId], record.weaknesses[criterionId]].filter(
    (remark) => remark && (remark.noneFound || remark.text.trim() !== ''),
  ).length
}
