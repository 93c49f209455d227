import type { FormRecord, Remark } from '../../shared/form/form-record.ts'
import { elementsPoints } from '../../shared/rubric/row-rules.ts'
import {
  determinedPriorities,
  invitationalPriorities,
  rowsOf,
  votedPriority,
  type Row,
  type Rubric,
} from '../../shared/rubric/rubric.ts'

interface Filling {
  readonly seat: number
  /** Criteria points of the whole form: from the points of the rows with a fixed rule to those of all. */
  readonly points: number
  /** What the form says on the priority that the panel votes on. */
  readonly stem: 'yes' | 'no'
}

/** A complete form of a made-up reviewer, with exactly these points: one is taken from each free row in turn. */
export function filledRecord(rubric: Rubric, { seat, points, stem }: Filling): FormRecord {
  const rows = rowsOf(rubric)
  const scores = new Map(rows.map(({ id, max }) => [id, max]))
  const free = rows.filter((row) => row.rule === null || row.rule.kind === 'guidance')
  let left = rubric.totals.criteriaPoints - points
  for (let at = seat; left > 0; at += 1) {
    const row = free[at % free.length]
    const now = row ? (scores.get(row.id) ?? 0) : 0
    if (!row || now === 0) continue
    scores.set(row.id, now - 1)
    left -= 1
  }
  const remark = (kind: string, id: string): Remark => ({
    text: `Seat ${seat} on ${kind} of ${id}.`,
    noneFound: false,
  })
  const voted = votedPriority(rubric)
  return {
    scores: Object.fromEntries(scores),
    elements: Object.fromEntries(rows.filter(hasElements).map((row) => [row.id, allElements(row)])),
    strengths: byId(rubric.criteria, ({ id }) => remark('strengths', id)),
    weaknesses: byId(rubric.criteria, ({ id }) =>
      id === rubric.criteria[0]?.id ? { text: '', noneFound: true } : remark('weaknesses', id),
    ),
    determinations: byId(determinedPriorities(rubric), ({ id }) => ({
      answer: id === voted?.id ? stem : 'yes',
      reasons: `Seat ${seat} on ${id}.`,
    })),
    comments: byId(invitationalPriorities(rubric), () => ''),
    changes: {},
  }
}

/** The same record with a row's points changed after the reveal, with reason and line. */
export function withChange(record: FormRecord, row: string, points: number): FormRecord {
  return {
    ...record,
    scores: { ...record.scores, [row]: points },
    changes: { ...record.changes, [row]: { reason: 'evidence', line: `Table 3 bears on ${row}.` } },
  }
}

function hasElements(row: Row): boolean {
  return row.rule?.kind === 'elements'
}

function allElements(row: Row): readonly string[] {
  if (row.rule?.kind !== 'elements' || elementsPoints(row, row.rule.elements.length) !== row.max) {
    throw new Error(`The elements of ${row.id} do not give its maximum.`)
  }
  return row.rule.elements.map(({ id }) => id)
}

function byId<I extends { readonly id: string }, V>(
  items: readonly I[],
  value: (item: I) => V,
): Record<string, V> {
  return Object.fromEntries(items.map((item) => [item.id, value(item)]))
}
