import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SeatClient } from '../harness/seat-client.ts'
import {
  agenda,
  agendaRows,
  controls,
  missouri,
  orderAgenda,
  revealedRoom,
  type MonitorRoom,
} from './monitor-room.ts'
import { column, soon, toAll } from './seats.ts'

let room: MonitorRoom
let monitor: Page
let direct: SeatClient

beforeAll(async () => {
  room = await revealedRoom()
  monitor = room.monitor
  direct = await room.direct.seat('reviewer-3')
})
afterAll(() => room.close())

/** The agenda as the server holds it for everybody. */
function onRecord() {
  const { agenda: set } = direct.review(missouri).discussion ?? {}
  return { by: set?.by, rows: set?.items.map(({ row }) => row) }
}

test('AGENDA-5 an agenda is made of the flagged rows, widest first, by the rubric or at random, and which one is on record', async () => {
  await orderAgenda(monitor, 'Widest first')
  const widest = await agendaRows(monitor)
  expect(onRecord()).toEqual({ by: 'spread', rows: widest })
  await orderAgenda(monitor, 'Rubric order')
  const rubric = await agendaRows(monitor)
  expect(onRecord()).toEqual({ by: 'rubric', rows: rubric })
  expect(rubric).not.toEqual(widest)
  expect(rubric.toSorted()).toEqual(widest.toSorted())
  await orderAgenda(monitor, 'At random')
  expect(onRecord()).toEqual({ by: 'random', rows: await agendaRows(monitor) })
  expect((await agendaRows(monitor)).toSorted()).toEqual(widest.toSorted())
})

test('AGENDA-6 with the keyboard alone an item is moved up and down, given minutes and taken off: the order is by hand from then on', async () => {
  await orderAgenda(monitor, 'Rubric order')
  const [first = '', second = '', third = ''] = await agendaRows(monitor)
  await press('button', 'Arrange by hand')
  await press('button', `Move ${first} down`)
  await soon(async () => (await agendaRows(monitor)).slice(0, 2)).toEqual([second, first])
  // The same key again moves the same item on.
  await monitor.keyboard.press('Enter')
  await soon(async () => (await agendaRows(monitor)).slice(0, 3)).toEqual([second, third, first])
  await press('button', `Move ${first} up`)
  await soon(async () => (await agendaRows(monitor)).slice(0, 3)).toEqual([second, first, third])
  await soon(() => onRecord().by).toBe('hand')
  await agenda(monitor).getByText('Order on record: by hand.').waitFor()
  const minutes = agenda(monitor).getByRole('spinbutton', { name: `Minutes for ${first}` })
  await minutes.focus()
  await monitor.keyboard.type('25')
  await monitor.keyboard.press('Enter')
  await soon(
    () => direct.review(missouri).discussion?.agenda?.items.find(({ row }) => row === first)?.minutes,
  ).toBe(25)
  await press('button', `Take ${third} off the agenda`)
  await soon(() => agendaRows(monitor)).not.toContain(third)
  await press('button', 'Done arranging')
  await agenda(monitor).getByText('25 minutes', { exact: true }).waitFor()
  expect(onRecord().rows).toEqual(await agendaRows(monitor))
})

test('AGENDA-7 what is left of the panel’s time counts from the first row in focus, and the agenda says what it would take', async () => {
  await agenda(monitor).getByText('90 minutes for Missouri, from the first row in focus.').waitFor()
  await agenda(monitor)
    .getByText(/^Items to come: \d+ minutes, \d+ more than are left\.$/)
    .waitFor()
  await controls(monitor)
    .getByRole('button', { name: /^Bring everyone to/ })
    .click()
  await agenda(monitor).getByText('90 of 90 minutes left for Missouri.').waitFor()
})

test('AGENDA-8 a parked row is revived from the board and comes again', async () => {
  const [first = ''] = await agendaRows(monitor)
  await controls(monitor).getByRole('button', { name: 'Park this row' }).click()
  const item = agenda(monitor).getByRole('listitem').filter({ hasText: first })
  await item.getByText('Parked').waitFor()
  const board = column(monitor, 'Disagreement')
  await board.getByRole('button', { name: `${first}: parked. What to do with it` }).click()
  await board.getByRole('button', { name: 'Revive' }).click()
  await item.getByText(/minutes, less than a minute so far$/).waitFor()
})

test('AGENDA-9 the monitor says where the panel talks, calls staff with a reason, and hears a raised hand', async () => {
  await controls(monitor).getByRole('button', { name: 'Say where' }).click()
  const asked = monitor.getByRole('dialog')
  await asked.getByRole('radio', { name: 'By phone' }).check({ force: true })
  await asked.getByRole('textbox').fill('202 555 0147, code 31')
  await asked.getByRole('button', { name: 'Tell the panel' }).click()
  await soon(() => direct.review(missouri).discussion?.where).toEqual({
    how: 'phone',
    words: '202 555 0147, code 31',
  })
  await controls(monitor).getByText('We talk by phone: 202 555 0147, code 31').waitFor()

  await controls(monitor).getByRole('button', { name: 'Call staff' }).click()
  const call = monitor.getByRole('dialog')
  await call.getByRole('button', { name: 'Call staff' }).click()
  await call.getByText('Say in a line what you need.').waitFor()
  await call.getByRole('textbox').fill('Two forms seem to be about another State.')
  await call.getByRole('button', { name: 'Call staff' }).click()
  await controls(monitor).getByText('Two forms seem to be about another State.').waitFor()
  const staff = await room.direct.seat('staff')
  expect(staff.review(missouri).call?.reason).toBe('Two forms seem to be about another State.')

  await direct.send({ kind: 'hand.set', review: missouri, up: true })
  const seat = controls(monitor).getByRole('listitem').filter({ hasText: 'Reviewer 3' })
  await seat.getByText('hand up, 1st').waitFor()
  await seat.getByRole('button', { name: 'Heard: lower the hand of Reviewer 3' }).click()
  await soon(() => direct.review(missouri).discussion?.hands).toEqual([])
})

test('AGENDA-10 the monitor orders the panel’s applications by hand, at random or as listed, for its reviewers as well', async () => {
  await toAll(monitor)
  const turns = () =>
    direct
      .view()
      .reviews.filter(({ turn }) => turn)
      .toSorted((left, right) => (left.turn?.place ?? 0) - (right.turn?.place ?? 0))
      .map(({ application, turn }) => `${turn?.by} ${application.applicant}`)
  const section = monitor.getByRole('region', { name: /^Order of the panel’s 3 applications/ })
  const names = () => section.getByRole('listitem').locator('span:not([aria-hidden])').allInnerTexts()
  const [first = '', second = '', third = ''] = await names()
  await section.getByRole('button', { name: `Move ${first} down` }).click()
  await soon(names).toEqual([second, first, third])
  await section.getByText('Order on record: by hand.').waitFor()
  await soon(() => turns().every((turn) => turn.startsWith('hand '))).toBe(true)
  await section.getByRole('button', { name: /^Order of the applications/ }).click()
  await section.getByRole('button', { name: 'At random' }).click()
  await section.getByText('Order on record: at random.').waitFor()
  await section.getByRole('button', { name: /^Order of the applications/ }).click()
  await section.getByRole('button', { name: 'As listed' }).click()
  await soon(names).toEqual([first, second, third])
})

/** Presses a control of the agenda from the keyboard. */
async function press(role: 'button', name: string): Promise<void> {
  await agenda(monitor).getByRole(role, { name, exact: true }).focus()
  await monitor.keyboard.press('Enter')
}
