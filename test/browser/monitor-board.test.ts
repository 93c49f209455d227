import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { boardTotals, readBoard, type BoardRow } from './board.ts'
import { agenda, agendaRows, controls, missouri, revealedRoom, type MonitorRoom } from './monitor-room.ts'
import { column, soon } from './seats.ts'
import { until } from '../harness/until.ts'

let room: MonitorRoom
let monitor: Page

beforeAll(async () => {
  room = await revealedRoom()
  monitor = room.monitor
})
afterAll(() => room.close())

test('BOARD-1 the table has the numbers of the picture, row by row and in the same order', async () => {
  for (const order of ['Widest first', 'Rubric order']) {
    await choose(order)
    const picture = await readBoard(monitor)
    const totals = await boardTotals(monitor)
    await choose('Table')
    const table = await readTable(monitor)
    expect(table.seats).toEqual(picture.seats)
    expect(table.rows.length).toBe(41)
    expect(table.rows.map(plain)).toEqual(picture.rows.map(plain))
    for (const { scores, lowest, highest, apart } of table.rows) {
      expect([lowest, highest, apart]).toEqual([
        Math.min(...scores),
        Math.max(...scores),
        Math.max(...scores) - Math.min(...scores),
      ])
    }
    expect(table.totals).toEqual(totals)
    await choose('Picture')
  }
})

test('BOARD-2 rows are listed widest first or as the rubric has them, all of them or those of a kind', async () => {
  await choose('Widest first')
  const widest = await readBoard(monitor)
  const flagged = widest.rows.filter(({ flag }) => flag !== '')
  expect(widest.rows.slice(0, flagged.length)).toEqual(flagged)
  await choose('Rubric order')
  expect((await readBoard(monitor)).rows.map(({ id }) => id)).toEqual(
    rowsOf(raceToTheTop).map(({ id }) => id),
  )
  for (const kind of ['Split', 'Spread']) {
    await show(kind)
    const listed = (await readBoard(monitor)).rows
    expect(listed.length).toBe(flagged.filter(({ flag }) => flag === kind).length)
    expect(new Set(listed.map(({ flag }) => flag))).toEqual(new Set([kind]))
  }
  await show('All rows')
  await choose('Widest first')
})

test('BOARD-3 from its place on the board a row is put on the agenda, brought into focus, marked, and found again by it', async () => {
  await act('(E)(1)', 'Add to the agenda')
  await act('(A)(3)(i)', 'Add to the agenda')
  await soon(() => agendaRows(monitor)).toEqual(['(E)(1)', '(A)(3)(i)'])
  await agenda(monitor).getByText('Order on record: by hand.').waitFor()
  await act('(E)(1)', 'Bring everyone here')
  await controls(monitor)
    .getByRole('heading', { name: /^\(E\)\(1\)/ })
    .waitFor()
  await mark('(E)(1)', 'in focus').waitFor()
  await act('(A)(3)(i)', 'Mark as discussed')
  await mark('(A)(3)(i)', 'discussed').waitFor()
  await act('(F)(3)', 'Park')
  await mark('(F)(3)', 'parked').waitFor()
  await show('On the agenda')
  const ids = async () => (await readBoard(monitor)).rows.map(({ id }) => id)
  await soon(ids).toEqual(['(A)(3)(i)', '(E)(1)'])
  await show('Flagged, not discussed')
  expect(await ids()).not.toContain('(A)(3)(i)')
  expect(await ids()).toContain('(F)(3)')
  await show('All rows')
  await act('(A)(3)(i)', 'Take off the agenda')
  await soon(() => agendaRows(monitor)).toEqual(['(E)(1)'])
})

test('BOARD-4 a competition that keeps its line to staff shows its monitor no line, no order by it and no effect on it', async () => {
  const view = (await room.direct.seat('monitor')).view()
  expect(view.competition.line).toBeNull()
  expect(JSON.stringify(view)).not.toMatch(/scoreLine|lineSeenBy|swing|flipChance|expectedLoss|"rank/)
  const orders = column(monitor, 'Disagreement').getByRole('group', { name: 'Order of the rows' })
  expect(await orders.getByRole('radio').count()).toBe(2)
  for (const look of ['Picture', 'Table']) {
    await choose(look)
    const words = await monitor.getByRole('main').innerText()
    expect(words).not.toMatch(/for the line|line of \d|swing|may flip|the mean|change the outcome/i)
  }
  await choose('Picture')
})

test('BOARD-5 a change of a score moves its row on the board, in the picture and in the table', async () => {
  const reviewer = await room.direct.seat('reviewer-4')
  await until('the room is open', () => reviewer.review(missouri).room !== null)
  const copy = await reviewer.open(reviewer.review(missouri).room?.name ?? '')
  const before = (await readBoard(monitor)).rows.find(({ id }) => id === '(D)(2)(i)')
  const points = before?.scores[3] === 5 ? 0 : 5
  copy.doc.getMap('r4/scores').set('(D)(2)(i)', points)
  await soon(
    async () => (await readBoard(monitor)).rows.find(({ id }) => id === '(D)(2)(i)')?.scores[3],
  ).toBe(points)
  const now = (await readBoard(monitor)).rows.find(({ id }) => id === '(D)(2)(i)')
  await choose('Table')
  const row = (await readTable(monitor)).rows.find(({ id }) => id === '(D)(2)(i)')
  expect(row && plain(row)).toEqual(now && plain(now))
  expect(row?.before).toBe(before?.apart)
  await choose('Picture')
})

/** A choice of the board's head: its order, or picture and table. */
async function choose(name: string): Promise<void> {
  await column(monitor, 'Disagreement').getByRole('radio', { name, exact: true }).check({ force: true })
}

async function show(kind: string): Promise<void> {
  const board = column(monitor, 'Disagreement')
  await board.getByRole('button', { name: /^Which rows: / }).click()
  await board.getByRole('button', { name: kind, exact: true }).click()
  await board.getByRole('button', { name: `Which rows: ${kind.toLowerCase()}` }).waitFor()
}

function mark(row: string, state: string) {
  const name = `${row}: ${state}. What to do with it`
  return column(monitor, 'Disagreement').getByRole('button', { name, exact: true })
}

async function act(row: string, what: string): Promise<void> {
  const board = column(monitor, 'Disagreement')
  await board.getByRole('button', { name: new RegExp(`^${row.replaceAll(/[()]/g, '\\$&')}: `) }).click()
  await board.getByRole('button', { name: what, exact: true }).click()
}

interface TableRow {
  readonly id: string
  readonly max: number
  readonly scores: readonly number[]
  readonly lowest: number
  readonly highest: number
  readonly apart: number
  readonly before: number
  readonly flag: string
}

function plain({ id, max, scores, apart, flag }: BoardRow | TableRow) {
  return { id, max, scores, apart, flag }
}

/** The table of the board as it is read, by its heads. */
async function readTable(page: Page) {
  const table = column(page, 'Disagreement').getByRole('table')
  const lines = await table.evaluate((element) =>
    [...element.querySelectorAll('tr')].map((row) =>
      [...row.cells].map(
        (cell) =>
          cell.querySelector('svg[aria-label]')?.getAttribute('aria-label') ?? cell.textContent.trim(),
      ),
    ),
  )
  const [heads = []] = lines
  const seats = heads.slice(3, heads.indexOf('Middle'))
  const rows = lines
    .filter((cells) => cells.length === heads.length && /\([A-F]\)/.test(cells[0] ?? ''))
    .map((cells): TableRow => {
      const at = (head: string) => cells[heads.indexOf(head)] ?? ''
      return {
        id: at('Row').replace(/^\d+/, ''),
        max: Number(at('Max')),
        scores: seats.map((_, seat) => Number(cells[3 + seat])),
        lowest: Number(at('Lowest')),
        highest: Number(at('Highest')),
        apart: Number(at('Apart')),
        before: Number(at('Before')),
        flag: at('Flag'),
      }
    })
  const totals = (lines.at(-1) ?? []).slice(1, 1 + seats.length).map(Number)
  return { seats, rows, totals }
}
