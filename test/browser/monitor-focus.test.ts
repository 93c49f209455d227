import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  agenda,
  agendaRows,
  controls,
  missouri,
  orderAgenda,
  revealedRoom,
  type MonitorRoom,
} from './monitor-room.ts'
import { column, openApplication, soon } from './seats.ts'
import { story } from './story.ts'

let room: MonitorRoom
let monitor: Page
let reviewer: Page

beforeAll(async () => {
  room = await revealedRoom()
  monitor = room.monitor
  const [page] = await room.house.sit('Reviewer 2')
  if (!page) throw new Error('A tab did not open.')
  reviewer = page
  await openApplication(reviewer, 'Missouri')
  await column(reviewer, 'Disagreement').waitFor()
})
afterAll(() => room.close())

const upTo = story(brings, holds, goesOn, rests)

test('AGENDA-1 what the monitor brings into focus is shown to everybody, with its minutes running', () =>
  upTo(1))
test('AGENDA-2 the clock is held, goes on and gets two more minutes, the same for the whole panel', () =>
  upTo(2))
test('AGENDA-3 a row is left as discussed or parked, and the next open item comes into focus', () => upTo(3))
test('AGENDA-4 a recess stops every clock, and the panel reads that it does', () => upTo(4))

function timer(page: Page) {
  return page.getByRole('timer').first()
}

async function brings(): Promise<void> {
  await orderAgenda(monitor, 'Widest first')
  const [first] = await agendaRows(monitor)
  expect(first).toBe('(A)(3)(i)')
  await controls(monitor)
    .getByRole('button', { name: `Bring everyone to ${first}` })
    .click()
  await column(reviewer, 'The panel’s scores').waitFor()
  await soon(() => decodeURIComponent(new URL(reviewer.url()).pathname)).toBe(
    `/review/${missouri}/room/${first}`,
  )
  for (const page of [monitor, reviewer])
    expect(await timer(page).innerText()).toMatch(/^(10:00|9:\d\d)\s*left of 10$/)
  const seat = controls(monitor).getByRole('listitem').filter({ hasText: 'Reviewer 2' })
  await seat.getByText('on this row').waitFor()
}

async function holds(): Promise<void> {
  await upTo(1)
  await controls(monitor).getByRole('button', { name: 'Hold' }).click()
  await controls(monitor).getByRole('button', { name: 'Go on' }).waitFor()
  const held = await timer(monitor).innerText()
  await soon(() => timer(reviewer).innerText().then(plain)).toBe(plain(held))
  await controls(monitor).getByRole('button', { name: '2 more minutes' }).click()
  await timer(reviewer).getByText('left of 12').waitFor()
  expect(plain(await timer(monitor).innerText())).toBe(plain(await timer(reviewer).innerText()))
  await controls(monitor).getByRole('button', { name: 'Go on' }).click()
  await controls(monitor).getByRole('button', { name: 'Hold' }).waitFor()
}

async function goesOn(): Promise<void> {
  const [first, second, third] = await agendaRows(monitor)
  await controls(monitor)
    .getByRole('button', { name: `Discussed, go to ${second}` })
    .click()
  await item(first ?? '')
    .getByText(/^Discussed, /)
    .waitFor()
  await item(second ?? '')
    .getByText(/^Now/)
    .waitFor()
  await controls(monitor).getByRole('button', { name: 'Park this row' }).click()
  await item(second ?? '')
    .getByText('Parked')
    .waitFor()
  await item(third ?? '')
    .getByText(/^Now/)
    .waitFor()
}

async function rests(): Promise<void> {
  await controls(monitor).getByRole('button', { name: 'Recess' }).click()
  await controls(monitor)
    .getByText(/clocks stand/)
    .waitFor()
  await reviewer.getByText(/clocks stand/).waitFor()
  await controls(monitor).getByRole('button', { name: 'End the recess' }).click()
  await timer(reviewer).waitFor()
}

function item(row: string) {
  return agenda(monitor).getByRole('listitem').filter({ hasText: row })
}

function plain(words: string): string {
  return words.replaceAll(/\s+/g, ' ')
}
