import { changeReasons } from '../form/change-reasons.ts'
import { formTotal, rowsScored, type FormRecord, type Remark } from '../form/form-record.ts'
import type { Area, Criterion, Priority, Row, Rubric } from '../rubric/rubric.ts'
import { moreIsBetter, shownPoints } from '../rubric/shown-points.ts'
import { ofReach, reachOfCriterion, reachOfTotal } from '../rubric/told-points.ts'
import { citedPages, type CitedDocument } from './cited-words.ts'
import { criteriaTogether, formNoun } from '../rubric/total-words.ts'

/** A form as it is printed, on a page or as PDF: words and numbers in the rubric's order, with no look. */
export interface PrintedForm {
  readonly criteria: readonly PrintedCriterion[]
  /** What the criteria come to, and what that is called. */
  readonly total: Printed & { readonly title: string }
  /** How many rows have points, and, where it is so, that less is better. */
  readonly scored: string
  readonly priorities: readonly PrintedPriority[]
}

interface Printed {
  /** In points, as people read them; "–" where none were given. */
  readonly points: string
  /** What can be had: "of 45", or "in 1–9". */
  readonly of: string
}

export interface PrintedCriterion extends Printed {
  readonly id: string
  readonly title: string
  /** The area that begins with this criterion, or null. */
  readonly area: Area | null
  /** Its rows; none where the criterion is its own only row. */
  readonly rows: readonly PrintedRow[]
  /** That it is no part of the total, and what there is to say of a criterion that is its own only row. */
  readonly notes: readonly string[]
  readonly strengths: PrintedText
  readonly weaknesses: PrintedText
  /** "p. 45, p. 46", or null where none are cited. */
  readonly pages: string | null
  /** The view beside the panel's summary; null where none is written, as before the reveal. */
  readonly minority: PrintedText | null
}

export interface PrintedRow extends Printed {
  readonly id: string
  readonly title: string
  readonly notes: readonly string[]
}

export interface PrintedPriority {
  readonly id: string
  readonly title: string
  readonly answer: string | null
  readonly text: PrintedText
}

/** What somebody wrote, or in `instead` what stands in its place. */
export type PrintedText = { readonly text: string } | { readonly instead: string }

interface Printing {
  readonly rubric: Rubric
  readonly record: FormRecord
  /** The points that were attested, once they are revealed; a row that moved since says what it was. */
  readonly attested?: FormRecord['scores'] | undefined
  readonly documents: readonly CitedDocument[]
}

/** Sets a form out for printing. */
export function printedForm(printing: Printing): PrintedForm {
  const { rubric, record } = printing
  const scored = rowsScored(record)
  return {
    criteria: rubric.criteria.map((criterion, at) =>
      printedCriterion(printing, criterion, rubric.criteria[at - 1]?.area !== criterion.area),
    ),
    total: {
      title: criteriaTogether(rubric),
      points: inWords(rubric, scored === 0 ? null : formTotal(rubric, record)),
      of: ofReach(rubric, reachOfTotal(rubric)),
    },
    scored: `${scored} of ${rubric.totals.rows} rows with points${moreIsBetter(rubric) ? '' : '; less is better'}`,
    priorities: rubric.priorities.map((priority) => printedPriority(record, priority)),
  }
}

function printedCriterion(printing: Printing, criterion: Criterion, first: boolean): PrintedCriterion {
  const { rubric, record, documents } = printing
  const { id, title, rows } = criterion
  const given = rows.flatMap((row) => record.scores[row.id] ?? [])
  const only = rows.length === 1 && rows[0]?.id === id ? rows[0] : null
  const view = (record.minority?.[id] ?? '').trim()
  const pages = citedPages(record.pages?.[id] ?? [], documents)
  return {
    id,
    title,
    area: (first && rubric.areas.find((area) => area.id === criterion.area)) || null,
    points: inWords(rubric, given.length === 0 ? null : given.reduce((sum, points) => sum + points, 0)),
    of: ofReach(rubric, reachOfCriterion(criterion)),
    rows: only ? [] : rows.map((row) => printedRow(printing, row)),
    notes: [
      ...(criterion.counted === false ? [`No part of the ${formNoun(rubric)}.`] : []),
      ...(only ? notesOf(printing, only) : []),
    ],
    strengths: remark(record.strengths[id]),
    weaknesses: remark(record.weaknesses[id]),
    minority: view === '' ? null : { text: view },
    pages: pages.length === 0 ? null : pages.map(({ words }) => words).join('; '),
  }
}

function printedRow(printing: Printing, row: Row): PrintedRow {
  const { rubric, record } = printing
  const { id, title } = row
  return {
    id,
    title,
    of: ofReach(rubric, row),
    points: inWords(rubric, record.scores[id]),
    notes: notesOf(printing, row),
  }
}

/** What stands under a row's points: its elements, a second value that waits for a choice, and why the points moved. */
function notesOf({ rubric, record, attested }: Printing, row: Row): readonly string[] {
  const { id, rule } = row
  const notes: string[] = []
  if (rule?.kind === 'elements' && record.scores[id] !== null) {
    const ticked = record.elements[id] ?? []
    notes.push(ticked.length === 0 ? 'None of its elements.' : `Elements in place: ${ticked.join(', ')}.`)
  }
  const other = record.differs?.[id]
  if (other !== undefined) notes.push(`Given twice, not chosen yet: also ${inWords(rubric, other)}.`)
  if (attested && (attested[id] ?? null) !== (record.scores[id] ?? null)) {
    const { reason = null, line = '' } = record.changes[id] ?? {}
    const why = reason === null ? 'No reason given yet' : changeReasons[reason]
    notes.push(`Attested: ${inWords(rubric, attested[id])}. ${why}. ${line.trim()}`.trimEnd())
  }
  return notes
}

function remark(given: Remark | undefined): PrintedText {
  const text = given?.text.trim() ?? ''
  if (text !== '') return { text }
  return { instead: given?.noneFound ? 'None found.' : 'Nothing written.' }
}

function printedPriority(record: FormRecord, priority: Priority): PrintedPriority {
  const { id, kind, title } = priority
  if (kind === 'invitational') {
    const text = (record.comments[id] ?? '').trim()
    return { id, title, answer: null, text: text === '' ? { instead: 'No comment.' } : { text } }
  }
  const { answer = null, reasons = '' } = record.determinations[id] ?? {}
  const words = answerWords(priority)
  const text = reasons.trim()
  return {
    id,
    title,
    answer: answer === null ? 'No answer' : words[answer],
    text: text === '' ? { instead: 'No reasons written.' } : { text },
  }
}

function answerWords(priority: Priority): { readonly yes: string; readonly no: string } {
  if (priority.kind === 'judged') return priority.words
  return priority.kind === 'absolute' ? { yes: 'Met', no: 'Not met' } : { yes: 'Yes', no: 'No' }
}

function inWords(rubric: Rubric, units: number | null | undefined): string {
  return units === null || units === undefined ? '–' : shownPoints(rubric, units)
}
