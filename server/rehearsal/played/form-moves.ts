import {
  setAnswer,
  setBox,
  setCited,
  setNoElements,
  setNoneFound,
  setScore,
  settleDiffers,
  textAt,
  writeText,
} from '../../../shared/form/edits.ts'
import { commentField, reasonsField, strengthsField, weaknessesField } from '../../../shared/form/fields.ts'
import type { Cited } from '../../../shared/form/cited.ts'
import type { FormRecord, Remark } from '../../../shared/form/form-record.ts'
import { inventedBoxes, inventedPoints, steadyShare } from '../../../shared/rehearsal/invented-scores.ts'
import { furtherComments } from '../../../shared/rehearsal/discussion-sentences.ts'
import {
  bandOfShare,
  inventedAnswer,
  inventedWords,
  type InventedWords,
} from '../../../shared/rehearsal/invented-words.ts'
import {
  determinedPriorities,
  invitationalPriorities,
  type Criterion,
  type Row,
  type Rubric,
} from '../../../shared/rubric/rubric.ts'
import { moreIsBetter } from '../../../shared/rubric/shown-points.ts'
import { reachOfCriterion } from '../../../shared/rubric/told-points.ts'
import type { Move } from './move.ts'

/** A form as its seat fills it in. */
export interface FormAtHand {
  readonly document: string
  readonly application: string
  readonly seat: number
  readonly record: FormRecord
  /** The page on which a criterion is answered; null where it is not known. */
  readonly page: (criterion: string) => Cited | null
}

type Edit = Extract<Move, { does: 'write' }>['edit']

/** What a form still lacks, in the order in which a reader comes to it; what somebody has given stays. */
export function* formMoves(form: FormAtHand, rubric: Rubric): Generator<Move> {
  const words = inventedWords(form.application, form.seat)
  for (const criterion of rubric.criteria) {
    for (const row of criterion.rows) yield* rowMoves(form, row, rubric)
    yield* remarkMoves(form, criterion, rubric, words)
  }
  yield* priorityMoves(form, rubric, words)
}

function* rowMoves(form: FormAtHand, row: Row, { scale }: Pick<Rubric, 'scale'>): Generator<Move> {
  const { application, seat, record } = form
  const other = record.differs?.[row.id]
  const points = record.scores[row.id] ?? null
  if (other !== undefined)
    yield writes(form, `settle ${row.id}`, 1, (doc) => settleDiffers({ doc }, row.id, points))
  if (points !== null) return
  yield writes(form, `score ${row.id}`, 1, (doc) => {
    if (row.rule?.kind !== 'elements')
      return setScore({ doc }, row.id, inventedPoints(row, application, seat, scale?.best))
    const boxes = inventedBoxes(row, application, seat)
    if (boxes.length === 0) setNoElements({ doc }, row.id, true)
    for (const box of boxes) setBox({ doc }, row.id, box, true)
  })
}

/** The comment fits the points: who gives nearly all of them need find no weakness, and who gives nearly none no strength. */
function* remarkMoves(
  form: FormAtHand,
  criterion: Criterion,
  rubric: Rubric,
  words: InventedWords,
): Generator<Move> {
  const { application, seat, record } = form
  const { id } = criterion
  const band = bandOfShare(goodShare(rubric, criterion, record))
  const sparing = steadyShare(`sparing ${application} ${id} ${seat}`) < 0.4
  const sides = [
    { field: strengthsField(id), now: record.strengths[id], text: words.strengths(id), none: 'low' },
    { field: weaknessesField(id), now: record.weaknesses[id], text: words.weaknesses(id), none: 'high' },
  ] as const
  for (const { field, now, text, none } of sides) {
    if (isGiven(now)) continue
    yield band === none && sparing
      ? writes(form, `none ${field}`, 1, (doc) => setNoneFound({ doc }, field, true))
      : writes(form, `comment ${field}`, 2, (doc) => writeText({ doc }, field, text))
  }
  const page = form.page(id)
  if (page && record.pages?.[id] === undefined)
    yield writes(form, `cite ${id}`, 1, (doc) => setCited({ doc }, id, page, true))
}

/** How good the points of a criterion are, from 0 to 1. */
function goodShare(rubric: Rubric, criterion: Criterion, { scores }: FormRecord): number {
  const { min = 0, max } = reachOfCriterion(criterion)
  const given = criterion.rows.reduce((sum, row) => sum + (scores[row.id] ?? 0), 0)
  const share = (given - min) / (max - min)
  return moreIsBetter(rubric) ? share : 1 - share
}

function* priorityMoves(form: FormAtHand, rubric: Rubric, words: InventedWords): Generator<Move> {
  const { application, seat, record } = form
  for (const { id, kind } of determinedPriorities(rubric)) {
    const now = record.determinations[id]
    const answer = now?.answer ?? inventedAnswer(kind, application, seat)
    if (!now?.answer) yield writes(form, `answer ${id}`, 2, (doc) => setAnswer({ doc }, id, answer))
    if (!now?.reasons.trim())
      yield writes(form, `reasons ${id}`, 2, (doc) =>
        writeText({ doc }, reasonsField(id), words.reasons(id, answer)),
      )
  }
  for (const { id } of invitationalPriorities(rubric)) {
    if (!record.comments[id]?.trim())
      yield writes(form, `comment ${id}`, 2, (doc) => writeText({ doc }, commentField(id), words.note(id)))
  }
}

/** Says more in a comment where the monitor has asked for better ones, and no more than there is to say. */
export function* betterMoves(form: FormAtHand, rubric: Rubric): Generator<Move> {
  const { application, seat, record } = form
  const at = Math.floor(steadyShare(`better ${application} ${seat}`) * rubric.criteria.length)
  const id = rubric.criteria[at]?.id ?? ''
  const comments = [
    { field: weaknessesField(id), text: record.weaknesses[id]?.text },
    { field: strengthsField(id), text: record.strengths[id]?.text },
  ]
  const written = comments.find(({ text }) => text)
  const more = furtherComments.find((sentence) => !written?.text?.includes(sentence))
  if (!written || more === undefined) return
  yield writes(form, `better ${more}`, 4, (doc) => {
    const text = textAt({ doc }, written.field)
    text.insert(text.length, ` ${more}`)
  })
}

function isGiven(remark: Remark | undefined): boolean {
  return remark !== undefined && (remark.noneFound || remark.text.trim() !== '')
}

function writes({ document }: FormAtHand, key: string, beats: number, edit: Edit): Move {
  return { key: `${document} ${key}`, beats, does: 'write', document, edit }
}
