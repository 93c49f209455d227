import { expect, test } from 'vitest'
import { nextItem, moved, stateOf } from '../../client/monitor/agenda/agenda-state.ts'
import { slotWords, toComeSentence } from '../../client/monitor/agenda/agenda-words.ts'
import { citedNote, ranges } from '../../client/monitor/board/cited-note.ts'
import { lineSentence } from '../../client/monitor/board/line-words.ts'
import { handWords, whereWords } from '../../client/monitor/focus/here-words.ts'
import { liveEffects } from '../../client/monitor/line/live-effects.ts'
import { goOn } from '../../client/monitor/steer.ts'
import { passes } from '../../client/room/row-filter.ts'
import { groupRows } from '../../client/room/row-order.ts'
import { rowScores } from '../../client/room/row-scores.ts'
import { neededSentence } from '../../client/room/vote-words.ts'
import type { DiscussionView } from '../../shared/competition/discussion-view.ts'
import { noDiscussion } from '../../shared/competition/discussion.ts'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import { citedKey } from '../../shared/form/cited.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { legalPoints, fullForm } from '../harness/full-form.ts'
import { roomColumn } from '../harness/room-column.ts'

const rubric = raceToTheTop

/** A column with about this share of every row's points, and some rows as given. */
function column(seat: number, share: number, points: Readonly<Record<string, number>> = {}) {
  const scores = rowsOf(rubric).map((row) => [
    row.id,
    legalPoints(row).findLast((each) => each <= row.max * share) ?? 0,
  ])
  return roomColumn(seat, fullForm(rubric, { points: { ...Object.fromEntries(scores), ...points } }))
}

function rowsFor(columns: readonly ReturnType<typeof column>[]) {
  return rowsOf(rubric).map((row) => rowScores(rubric, row, columns))
}

const items = ['(A)(1)(i)', '(B)(3)', '(C)(1)', '(E)(1)'].map((row) => ({ row, minutes: 10 }))

function talk(wishes: Partial<DiscussionView> = {}): DiscussionView {
  const agenda = { by: 'hand' as const, items, at: 1 }
  return { ...noDiscussion, recess: null, threads: {}, where: null, agenda, ...wishes }
}

test('AGENDA-3 the next item is the first after the one in focus that is open, from the end on to the beginning', () => {
  const focus = { row: '(B)(3)', at: 1 }
  expect(nextItem(talk())?.row).toBe('(A)(1)(i)')
  expect(nextItem(talk({ focus }))?.row).toBe('(C)(1)')
  const marks = { '(C)(1)': { as: 'discussed', at: 1 }, '(E)(1)': { as: 'parked', at: 1 } } as const
  expect(nextItem(talk({ focus, marks }))?.row).toBe('(A)(1)(i)')
  expect(nextItem(talk({ focus, marks: { ...marks, '(A)(1)(i)': { as: 'discussed', at: 1 } } }))).toBeNull()
  expect(stateOf(talk({ focus, marks: { '(B)(3)': { as: 'parked', at: 1 } } }), '(B)(3)')).toBe('now')
})

test('AGENDA-3 leaving a row marks it first and then brings everybody on; at the end nothing is in focus', () => {
  const focus = { row: '(B)(3)', at: 1 }
  expect(goOn('maine.1.1', talk({ focus }), 'parked').commands).toEqual([
    { kind: 'row.mark', review: 'maine.1.1', row: '(B)(3)', as: 'parked' },
    { kind: 'focus.set', review: 'maine.1.1', row: '(C)(1)' },
  ])
  const last = talk({ focus, agenda: null, marks: { '(B)(3)': { as: 'discussed', at: 1 } } })
  expect(goOn('maine.1.1', last, 'discussed').commands).toEqual([
    { kind: 'focus.set', review: 'maine.1.1', row: null },
  ])
})

test('AGENDA-6 an item is moved by one place, and not beyond an end', () => {
  const rows = (by: -1 | 1, row: string) => moved(items, row, by).map((item) => item.row)
  expect(rows(1, '(A)(1)(i)')).toEqual(['(B)(3)', '(A)(1)(i)', '(C)(1)', '(E)(1)'])
  expect(moved(items, '(A)(1)(i)', -1)).toBe(items)
  expect(moved(items, '(E)(1)', 1)).toBe(items)
  expect(moved(items, '(F)(3)', 1)).toBe(items)
})

test('AGENDA-7 what is left of the time, and what the agenda would take, are said in minutes', () => {
  expect(slotWords(46 * 60 - 20, 5_400, 'Maine')).toBe('46 of 90 minutes left for Maine.')
  expect(slotWords(-125, 5_400, 'Maine')).toBe('2 minutes over the 90 for Maine.')
  expect(toComeSentence(60, 46 * 60)).toBe('Items to come: 60 minutes, 14 more than are left.')
  expect(toComeSentence(1, 46 * 60)).toBe('Items to come: 1 minute.')
})

test('AGENDA-1 where somebody looks is said by the row in focus', () => {
  const at = { excused: false, online: true, focus: '(C)(1)' }
  expect(whereWords({ ...at, look: { row: '(C)(1)' } })).toBe('on this row')
  expect(whereWords({ ...at, look: { row: '(D)(2)(iv)' } })).toBe('on (D)(2)(iv)')
  expect(whereWords({ ...at, look: { row: null } })).toBe('on all rows')
  expect(whereWords({ ...at, look: undefined })).toBe('not in the room')
  expect(whereWords({ ...at, online: false, look: undefined })).toBe('away')
  expect([0, 1, 2, 3].map(handWords)).toEqual([
    'hand up, 1st',
    'hand up, 2nd',
    'hand up, 3rd',
    'hand up, 4th',
  ])
})

test('BOARD-2 a filter takes a row by its flag, by the agenda, or as flagged and not discussed', () => {
  const [row] = rowsFor([column(1, 1), column(2, 0)]).filter(({ found }) => found?.flag === 'split')
  if (!row) throw new Error('No row is split.')
  const { id } = row.row
  expect(passes('split', row, null)).toBe(true)
  expect(passes('spread', row, null)).toBe(false)
  expect(passes('agenda', row, talk())).toBe(items.some((item) => item.row === id))
  expect(passes('open', row, talk())).toBe(true)
  expect(passes('open', row, talk({ marks: { [id]: { as: 'discussed', at: 1 } } }))).toBe(false)
})

test('BOARD-6 a flagged row says which pages are cited for its criterion, by document; pages in a row are one range', () => {
  expect(ranges([27, 28, 45, 46, 47, 48, 60])).toBe('27, 28, 45 to 48, 60')
  const pages = (seat: number, cited: readonly number[]) => {
    const before = column(seat, seat === 1 ? 1 : 0)
    const keys = cited.map((page) => citedKey({ document: '3f0a9c01b2de', page }))
    return { ...before, record: { ...before.record, pages: { '(A)(1)': keys } } }
  }
  const columns = [pages(1, [27, 28]), pages(2, [28, 29])]
  const [row] = rowsFor(columns).filter(({ criterion }) => criterion.id === '(A)(1)')
  if (!row) throw new Error('There is no row.')
  const narrative = { id: '3f0a9c01b2de', title: 'Narrative' }
  expect(citedNote(row, columns, [narrative])).toBe('27 to 29')
  expect(citedNote(row, columns, [narrative, { id: 'budget', title: 'Budget' }])).toBe('Narrative 27 to 29')
})

test('BOARD-7 with a line rows can be ordered by what they mean for it, those that could decide first; without one that order is the widest first', () => {
  const columns = [column(1, 0.9), column(2, 0.8), column(3, 0.75, { '(A)(1)(ii)': 0 })]
  const rows = rowsFor(columns)
  expect(groupRows(rows, 'line', rubric)).toEqual(groupRows(rows, 'widest', rubric))
  const line = 400
  const effects = liveEffects({ review: 'maine.1.1', rubric, columns, result: null }, line)
  if (!effects) throw new Error('Somebody counts.')
  const groups = groupRows(rows, 'line', rubric, effects.rows)
  const crossing = new Map(effects.rows.map(({ row, stakes }) => [row, stakes.couldCross]))
  for (const group of groups) {
    if (group.by !== 'line') throw new Error('Every group is by the line.')
    for (const row of group.rows) expect(crossing.get(row)).toBe(group.crosses)
  }
  expect(groups.flatMap((group) => group.rows).toSorted()).toEqual(
    rowsOf(rubric)
      .map(({ id }) => id)
      .toSorted(),
  )
  expect(lineSentence(rubric, effects, line, 15)).toMatch(
    /^The mean of \d+\.\d is .* the line of 400\. .*\. The STEM priority is not decided yet and adds nothing here\.$/,
  )
})

test('CLOSEOUT-9 the hurdle of a vote is more than half of its seats', () => {
  expect([5, 4, 3, 1].map((seats) => neededSentence(seats, rulesOf2010))).toEqual([
    '3 of 5 are needed.',
    '3 of 4 are needed.',
    '2 of 3 are needed.',
    '1 of 1 is needed.',
  ])
})
