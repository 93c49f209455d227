import { expect } from 'vitest'
import { bandOf } from '../../../shared/rubric/bands.ts'
import { raceToTheTop } from '../../../shared/rubric/race-to-the-top.ts'
import { findRow, rowsOf } from '../../../shared/rubric/rubric.ts'
import { boardTotals, readBoard, type BoardRow } from '../board.ts'
import { together, type Panel } from '../panel.ts'
import * as room from '../room.ts'
import * as seats from '../seats.ts'
import { column, foot, soon } from '../seats.ts'
import { strength } from './score.ts'

/** Five columns open for six people at once; ranges, flags and orders are right, and a change moves them for everybody. */
export async function reveal({ applicant, reviewers, reviewer, monitor, staff }: Panel): Promise<void> {
  const attested = await together(reviewers, ownTotal)
  await room.reveal(monitor, applicant)
  await together(reviewers, async (page) => {
    await page.getByRole('link', { name: 'Go to the panel room' }).click()
    await column(page, 'Disagreement').waitFor()
    await foot(page).getByText('Your panel and its monitor can see what you write here.').waitFor()
  })

  const shown = await together([monitor, ...reviewers], readBoard)
  const [board] = shown
  if (!board) throw new Error('The monitor has no board.')
  expect(board.rows).toHaveLength(41)
  expect(board.seats).toEqual([1, 2, 3, 4, 5].map((number) => `Reviewer ${number}`))
  // A monitor's notes are what a row rests on, a reviewer's what has become of it.
  for (const { rows } of shown) expect(rows.map(unnoted)).toEqual(board.rows.map(unnoted))
  for (const row of board.rows)
    expect({ id: row.id, ...foundOn(row) }).toEqual({ id: row.id, ...judged(row) })
  expect(await boardTotals(monitor)).toEqual(attested)
  for (const page of reviewers) expect(await boardTotals(page)).toEqual(attested)
  expect(board.rows).toEqual(board.rows.toSorted(widest))
  const forStaff = await staff.getByRole('main').innerText()
  for (const total of attested) expect(forStaff).not.toContain(String(total))
  await foot(staff).getByText('Every score is sealed until the tier is locked.').waitFor()

  await reviewer(1).getByRole('radio', { name: 'Rubric order' }).check()
  const inOrder = await readBoard(reviewer(1))
  expect(inOrder.rows.map(({ id }) => id)).toEqual(rowsOf(raceToTheTop).map(({ id }) => id))

  await room.toBoardRow(reviewer(2), '(A)(1)(ii)')
  await room.comments(reviewer(2), 'Reviewer 1').getByText(`${strength} Page 5.`).waitFor()
  await room.comments(reviewer(2), 'Reviewer 1').getByText('None found.').waitFor()
  const written = column(reviewer(2), 'The panel’s scores').getByRole('article', {
    name: /^(You|Reviewer \d)$/,
  })
  expect(await written.count()).toBe(5)

  await room.toBoardRow(reviewer(1), '(A)(1)(ii)')
  await seats.typePoints(column(reviewer(1), 'Your column'), 12)
  await together([monitor, reviewer(3), reviewer(4), reviewer(5)], (page) =>
    soon(async () => (await readBoard(page)).rows.find(({ id }) => id === '(A)(1)(ii)')).toMatchObject({
      scores: [12, ...(board.rows.find(({ id }) => id === '(A)(1)(ii)')?.scores.slice(1) ?? [])],
    }),
  )
  const { rows: after } = await readBoard(reviewer(3))
  expect(after.find(({ id }) => id === '(A)(1)(ii)')?.note).toMatch(/^1 changed/)
  await soon(() => boardTotals(monitor)).toEqual(
    attested.map((total, seat) => (seat === 0 ? total - 19 : total)),
  )
}

/** The sum of the rows' points as the form's own summary says it. */
async function ownTotal(page: Parameters<typeof column>[0]): Promise<number> {
  const cells = column(page, 'Your form')
    .getByRole('row', { name: /^Criteria together/ })
    .getByRole('cell')
  return Number(await cells.first().innerText())
}

function unnoted({ note: _note, ...row }: BoardRow) {
  return row
}

function foundOn({ apart, flag }: BoardRow) {
  return { apart, flag }
}

/** The range and flag of a row by the rule that the board prints. */
function judged({ id, max, scores }: BoardRow) {
  const bands = findRow(raceToTheTop, id)?.bands ?? null
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)]
  const apart = highest - lowest
  const bothEnds = bandOf(bands, lowest) === 'low' && bandOf(bands, highest) === 'high'
  if (bothEnds || (apart >= max * 0.4 && apart >= 3)) return { apart, flag: 'Split' }
  return { apart, flag: apart >= max * 0.3 && apart >= 2 ? 'Spread' : '' }
}

function widest(left: BoardRow, right: BoardRow): number {
  const weight = (flag: string) => ['', 'Spread', 'Split'].indexOf(flag)
  return weight(right.flag) - weight(left.flag) || right.apart / right.max - left.apart / left.max
}
