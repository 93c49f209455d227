import fc from 'fast-check'
import { formTotal, type Answer, type FormRecord } from '../../shared/form/form-record.ts'
import { pointsFault } from '../../shared/rubric/row-rules.ts'
import {
  determinedPriorities,
  invitationalPriorities,
  rowsOf,
  type Row,
  type Rubric,
} from '../../shared/rubric/rubric.ts'

/** Every number of units that a row takes, from the lowest. */
export function legalPoints(row: Row): readonly number[] {
  return Array.from({ length: row.max + 1 }, (_, units) => units).filter(
    (units) => pointsFault({}, row, units) === null,
  )
}

export interface FormWishes {
  /** Points by row; a row that is not named gets its maximum. On an elements row they say how many boxes are ticked. */
  readonly points?: Readonly<Record<string, number>>
  /** The determination on every priority that takes one. */
  readonly answer?: Answer
  /** What every text says. */
  readonly text?: string
}

/** A form that lacks nothing: points on every row, a text for everything that takes one. */
export function fullForm(
  rubric: Rubric,
  { points = {}, answer = 'yes', text = 'Because.' }: FormWishes = {},
): FormRecord {
  const rows = rowsOf(rubric)
  const given = (row: Row) => points[row.id] ?? row.max
  const boxes = rows.flatMap((row) =>
    row.rule?.kind === 'elements'
      ? [[row.id, row.rule.elements.map(({ id }) => id).slice(0, given(row) / row.rule.each)] as const]
      : [],
  )
  const remarks = Object.fromEntries(rubric.criteria.map(({ id }) => [id, { text, noneFound: false }]))
  return {
    scores: Object.fromEntries(rows.map((row) => [row.id, given(row)])),
    elements: Object.fromEntries(boxes),
    strengths: remarks,
    weaknesses: remarks,
    determinations: Object.fromEntries(
      determinedPriorities(rubric).map(({ id }) => [id, { answer, reasons: text }]),
    ),
    comments: Object.fromEntries(invitationalPriorities(rubric).map(({ id }) => [id, text])),
    changes: {},
  }
}

/** A form on which nothing has been given yet. */
export function emptyForm(rubric: Rubric): FormRecord {
  const full = fullForm(rubric)
  const cleared = <V, W>(record: Readonly<Record<string, V>>, value: W): Record<string, W> =>
    Object.fromEntries(Object.keys(record).map((key) => [key, value]))
  return {
    scores: cleared(full.scores, null),
    elements: cleared(full.elements, []),
    strengths: cleared(full.strengths, { text: '', noneFound: false }),
    weaknesses: cleared(full.weaknesses, { text: '', noneFound: false }),
    determinations: cleared(full.determinations, { answer: null, reasons: '' }),
    comments: cleared(full.comments, ''),
    changes: {},
  }
}

/** Any form that lacks nothing: legal points on every row, texts, answers. */
export function anyFullForm(rubric: Rubric): fc.Arbitrary<FormRecord> {
  const points = fc.tuple(...rowsOf(rubric).map((row) => fc.constantFrom(...legalPoints(row))))
  return fc
    .record({ points, answer: fc.constantFrom('yes', 'no'), text: fc.stringMatching(/^[a-z]{1,6}$/) })
    .map(({ points: given, ...wishes }) =>
      fullForm(rubric, {
        ...wishes,
        points: Object.fromEntries(rowsOf(rubric).map((row, at) => [row.id, given[at] ?? 0])),
      }),
    )
}

/** The rows of `now` that differ from `before` get a reason and a line each, as the panel room asks for. */
export function withReasons(now: FormRecord, before: FormRecord): FormRecord {
  const moved = Object.keys(now.scores).filter((row) => now.scores[row] !== before.scores[row])
  return {
    ...now,
    changes: Object.fromEntries(moved.map((row) => [row, { reason: 'evidence', line: 'Page 12 says so.' }])),
  }
}

/** The sum of a list of forms' totals. */
export function sumOfTotals(rubric: Rubric, forms: readonly FormRecord[]): number {
  return forms.reduce((sum, form) => sum + formTotal(rubric, form), 0)
}
