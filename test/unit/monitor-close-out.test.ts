import { expect, test } from 'vitest'
import { closeOut, type LookedAt } from '../../client/monitor/close-out/close-out.ts'
import type { RoomColumn } from '../../client/room/room-columns.ts'
import { rowScores } from '../../client/room/row-scores.ts'
import type { DiscussionView } from '../../shared/competition/discussion-view.ts'
import { noDiscussion } from '../../shared/competition/discussion.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { filledRecord, withChange } from '../harness/filled-record.ts'
import { roomColumn } from '../harness/room-column.ts'
import { smallRubric } from '../harness/small-rubric.ts'

const row = '(B)(1)(ii)'
const criterion = '(B)(1)'

function filled(seat: number) {
  return filledRecord(smallRubric, { seat, points: 74, stem: 'yes' })
}

/** Seats 1 to 3, signed, all agreed; a test takes away from it. */
function panel(...others: readonly RoomColumn[]): readonly RoomColumn[] {
  const signed = [1, 2, 3].map((seat) => ({ ...roomColumn(seat, filled(seat)), signedAt: 1 }))
  return signed.map((column) => others.find(({ seat }) => seat === column.seat) ?? column)
}

function look(columns: readonly RoomColumn[], wishes: Partial<LookedAt> = {}) {
  const rows = rowsOf(smallRubric).map((each) => rowScores(smallRubric, each, columns))
  const at = {
    rubric: smallRubric,
    columns,
    rows,
    discussion: talk(),
    blockers: [],
    vote: null,
    summarized: null,
  }
  const findings = closeOut({ ...at, ...wishes })
  return Object.fromEntries(
    Object.entries(findings)
      .filter(([, found]) => found.length > 0)
      .map(([check, found]) => [check, found.map(({ sentence }) => sentence)]),
  )
}

function talk(marks: DiscussionView['marks'] = {}): DiscussionView {
  return { ...noDiscussion, marks, recess: null, threads: {}, where: null }
}

test('CLOSEOUT-1 a panel that signed, commented and agreed has nothing to look at', () => {
  expect(look(panel())).toEqual({})
})

test('CLOSEOUT-2 who has not signed is named, and what is not settled stands beside it', () => {
  const columns = panel(roomColumn(2, filled(2)))
  const blockers = ['The STEM priority is not settled.', 'Reviewer 2 has not signed.']
  expect(look(columns, { blockers })).toEqual({
    unsettled: ['The STEM priority is not settled.'],
    unsigned: ['Reviewer 2 has not signed.'],
  })
})

test('CLOSEOUT-3 a changed score is named while it has no reason or no line', () => {
  const before = filled(2)
  const max = before.scores[row] ?? 0
  const changed = { ...before, scores: { ...before.scores, [row]: max - 1 } }
  const column = { ...roomColumn(2, changed, { attested: before }), signedAt: 1 }
  expect(look(panel(column))).toEqual({
    unexplained: [`Reviewer 2 changed ${row} and gives no reason.`],
  })
  const lineless = { ...changed, changes: { [row]: { reason: 'evidence' as const, line: ' ' } } }
  expect(look(panel({ ...column, record: lineless })).unexplained).toEqual([
    `Reviewer 2 changed ${row} and gives no line of text.`,
  ])
  expect(look(panel({ ...column, record: withChange(before, row, max - 1) }))).toEqual({})
})

test('CLOSEOUT-4 points without a comment and a comment without points are named; “none found” is a comment', () => {
  const silent = { text: '', noneFound: false }
  const record = filled(3)
  const quiet = {
    ...record,
    strengths: { ...record.strengths, [criterion]: silent },
    weaknesses: { ...record.weaknesses, [criterion]: silent },
  }
  expect(look(panel({ ...roomColumn(3, quiet), signedAt: 1 }))).toEqual({
    uncommented: [`Reviewer 3 gives points on ${criterion} and no comment.`],
  })
  const none = { ...quiet, weaknesses: { ...quiet.weaknesses, [criterion]: { text: '', noneFound: true } } }
  expect(look(panel({ ...roomColumn(3, none), signedAt: 1 }))).toEqual({})
  const pointless = { ...record, scores: { ...record.scores, [row]: null } }
  expect(look(panel({ ...roomColumn(3, pointless), signedAt: 1 }))).toEqual({
    pointless: [`Reviewer 3 comments on ${criterion} and gives no points on ${row}.`],
  })
})

test('CLOSEOUT-5 a flagged row is named until it is discussed; a parked one says that it is parked', () => {
  const low = filled(1)
  const column = { ...roomColumn(1, { ...low, scores: { ...low.scores, [row]: 0 } }), signedAt: 1 }
  const columns = panel(column)
  const max = low.scores[row] ?? 0
  const found = `${row} is split, ${max} of ${max} apart`
  expect(look(columns)).toEqual({ undiscussed: [`${found}.`] })
  const marked = (as: 'discussed' | 'parked') => look(columns, { discussion: talk({ [row]: { as, at: 1 } }) })
  expect(marked('parked')).toEqual({ undiscussed: [`${found}, and parked.`] })
  expect(marked('discussed')).toEqual({})
})

test('CLOSEOUT-6 a criterion without a summary is named where the competition requires one, and nowhere else', () => {
  const some = new Set(smallRubric.criteria.slice(1).map(({ id }) => id))
  expect(look(panel(), { summarized: some })).toEqual({ summaries: [`${criterion} has no summary.`] })
  expect(look(panel(), { summarized: null })).toEqual({})
})

test('CLOSEOUT-7 an excused seat is asked for nothing', () => {
  const empty = { ...filled(3), scores: {}, strengths: {}, weaknesses: {} }
  expect(look(panel({ ...roomColumn(3, empty, { excused: true }), signedAt: null }))).toEqual({})
})
