import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  criteriaWithoutComments,
  criterionPoints,
  criterionStatus,
  itemsOf,
  nextUnscored,
  priorityStatus,
  rowStatus,
  rowStatuses,
  rowsWithoutPoints,
} from '../../client/reviewer/form-items.ts'
import { needOf } from '../../client/reviewer/needs.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { missingFromForm } from '../../shared/form/missing.ts'
import { rowsOf, type Criterion } from '../../shared/rubric/rubric.ts'
import { emptyForm, fullForm } from '../harness/full-form.ts'
import { askStaff, excuse, playTo, startPlay, type Play, type PlayStep } from '../harness/pure-play.ts'
import { smallRubric as rubric } from '../harness/small-rubric.ts'

const empty = emptyForm(rubric)
const full = fullForm(rubric)
const rows = rowsOf(rubric).map(({ id }) => id)

function criterion(id: string): Criterion {
  const found = rubric.criteria.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`The rubric has no ${id}.`)
  return found
}

/** An empty form with points on these rows. */
function scored(ids: readonly string[], from: FormRecord = empty): FormRecord {
  return { ...from, scores: { ...from.scores, ...Object.fromEntries(ids.map((id) => [id, 1])) } }
}

const none = { text: '', noneFound: true }

test('CLIENT-8 a row is complete with points and both comments of its criterion, and none found is a comment', () => {
  const common = criterion('(B)(1)')
  const [first = ''] = common.rows.map(({ id }) => id)
  const points = scored([first])
  const one = { ...points, strengths: { ...points.strengths, '(B)(1)': none } }
  const both = {
    ...one,
    weaknesses: { ...one.weaknesses, '(B)(1)': { text: 'Few dates.', noneFound: false } },
  }
  expect([empty, points, one, both].map((form) => rowStatus(form, common, first))).toEqual([
    'untouched',
    'begun',
    'begun',
    'complete',
  ])
  expect(criterionStatus(both, common)).toBe('begun')
  expect(criterionStatus(full, common)).toBe('complete')
})

test('CLIENT-8 when every row is complete no points and no comments are missing, and the other way round', () => {
  fc.assert(
    fc.property(fc.subarray(rows), fc.subarray(rubric.criteria.map(({ id }) => id)), (given, written) => {
      const remarks = Object.fromEntries(written.map((id) => [id, none]))
      const form = {
        ...scored(given, { ...full, scores: empty.scores }),
        strengths: { ...empty.strengths, ...remarks },
        weaknesses: { ...empty.weaknesses, ...remarks },
      }
      const complete = rowStatuses(form, rubric).every((status) => status === 'complete')
      expect(complete).toBe(rowsWithoutPoints(form) === 0 && criteriaWithoutComments(form, rubric) === 0)
      const rest = missingFromForm(form, rubric).filter(({ sentence }) => /has no/.test(sentence))
      expect(rest).toHaveLength(rowsWithoutPoints(form) + 2 * criteriaWithoutComments(form, rubric))
    }),
  )
})

test('CLIENT-8 a criterion has no points until one of its rows has, and 0 is points', () => {
  const stepIn = criterion('(E)(1)')
  expect(criterionPoints(empty, stepIn)).toBeNull()
  expect(criterionPoints({ ...empty, scores: { ...empty.scores, '(E)(1)': 0 } }, stepIn)).toBe(0)
})

test('CLIENT-8 a priority takes an answer with reasons, or a comment where only that is asked', () => {
  const statuses = (form: FormRecord) => rubric.priorities.map((priority) => priorityStatus(form, priority))
  expect(statuses(empty)).toEqual(['untouched', 'untouched', 'untouched'])
  expect(statuses(full)).toEqual(['complete', 'complete', 'complete'])
  const determinations = { ...empty.determinations, P2: { answer: 'no', reasons: ' ' } } as const
  expect(statuses({ ...empty, determinations })).toEqual(['untouched', 'begun', 'untouched'])
})

test('CLIENT-9 the next unscored goes on from where one is, round once, to all that is open and nothing else', () => {
  fc.assert(
    fc.property(fc.subarray(rows), fc.constantFrom(...itemsOf(rubric)), (given, from) => {
      const form = scored(given)
      const open = itemsOf(rubric).filter((id) => id !== from && id !== 'P3' && !given.includes(id))
      const start = itemsOf(rubric).indexOf(from)
      const after = open.find((id) => itemsOf(rubric).indexOf(id) > start)
      expect(nextUnscored(form, rubric, from)).toBe(after ?? open[0] ?? null)
    }),
  )
  expect(nextUnscored(full, rubric, rows[0] ?? '')).toBeNull()
})

/** What the list of applications tells reviewer 1. */
function told(play: Play, form: FormRecord | null = play.form('r1')): string {
  const review = play.sees('r1')
  return review ? needOf(review, form && { rubric, record: form }, 'required', null).sentence : 'nothing'
}

test('CLIENT-10 a reviewer is told the one thing that comes next, from the conflict to the lock', () => {
  const at = (step: PlayStep) => told(playTo(startPlay(), step))
  expect(told(startPlay())).toBe('Say whether you have a conflict')
  expect(at('score')).toBe('Say ready')
  expect(at('ready')).toBe('All are ready. Waiting for the reveal')
  expect(at('signed')).toBe('Signed. Waiting for the others')
  expect(at('closed')).toBe('Confirm or change the absolute priority')
  expect(at('locked')).toBe('Locked')
})

test('CLIENT-10 before ready it counts rows without points first, then what else is missing', () => {
  const play = playTo(startPlay(), 'score')
  expect(told(play, null)).toBe('Your form')
  expect(told(play, empty)).toBe('Score: 4 rows without points')
  expect(told(play, scored(rows.slice(1)))).toBe('Score: 1 row without points')
  expect(told(play, { ...full, strengths: empty.strengths })).toBe('Finish: 3 things are missing')
})

test('CLIENT-10 who waits for staff is told so', () => {
  const asked = startPlay()
  asked.must('r1', askStaff)
  expect(told(asked)).toBe('Staff have your question about conflicts')
  const excused = playTo(startPlay(), 'score')
  excused.must('staff', excuse(1))
  expect(told(excused)).toBe('Staff have excused your seat')
})
