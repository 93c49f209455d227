import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAt, noFindings } from './access-look.ts'
import { agenda, controls, orderAgenda, revealedRoom, type MonitorRoom } from './monitor-room.ts'
import { column } from './seats.ts'

// One walk past what a monitor steers a panel with; each test judges something else of what was seen.

const found = noFindings()
let room: MonitorRoom

beforeAll(async () => {
  room = await revealedRoom({ reducedMotion: 'reduce' })
  const { monitor } = room
  const look = (screen: string) => lookAt(monitor, screen, found)
  await look('the board without an agenda')
  await orderAgenda(monitor, 'Widest first')
  await controls(monitor)
    .getByRole('button', { name: /^Bring everyone to/ })
    .click()
  const reviewer = await room.direct.seat('reviewer-2')
  await reviewer.send({ kind: 'hand.set', review: 'missouri.1.1', up: true })
  await controls(monitor).getByText('hand up, 1st').waitFor()
  await controls(monitor)
    .getByRole('button', { name: /^Discussed, go to/ })
    .click()
  await agenda(monitor)
    .getByText(/^Discussed, /)
    .waitFor()
  await look('the board with an agenda and a row in focus')
  await choose(monitor, 'Table')
  await look('the board as a table')
  await choose(monitor, 'Picture')
  await column(monitor, 'Disagreement')
    .getByRole('button', { name: /^\(C\)\(1\): / })
    .click()
  await look('what to do with a row')
  await monitor.keyboard.press('Escape')
  await agenda(monitor).getByRole('button', { name: 'Arrange by hand' }).click()
  await look('the agenda, arranged by hand')
  await agenda(monitor).getByRole('button', { name: 'Done arranging' }).click()
  await controls(monitor).getByRole('button', { name: 'Recess' }).click()
  await controls(monitor)
    .getByText(/clocks stand/)
    .waitFor()
  await controls(monitor).getByRole('button', { name: 'Say where' }).click()
  await look('a recess, saying where the panel talks')
  await monitor.getByRole('button', { name: 'Leave it' }).click()
  await controls(monitor).getByRole('button', { name: 'Call staff' }).click()
  await look('calling staff')
  await monitor.getByRole('button', { name: 'Not now' }).click()
  await controls(monitor)
    .getByRole('button', { name: /Close review/ })
    .click()
  await column(monitor, 'Close the review')
    .getByRole('button', { name: /Close review/ })
    .click()
  await look('the close-out, refused')
}, 240_000)
afterAll(() => room.close())

test('BOARD-8 no state of the monitor’s pages violates WCAG 2.2 AA or what axe calls best practice, light and dark, at 200 % and 360 wide', () => {
  expect(found.violations).toEqual([])
})

test('BOARD-9 none scrolls sideways at 320 wide, cuts text that a reader spaces out, or moves for who wants less motion', () => {
  expect(found.tooWide).toEqual([])
  expect(found.cut).toEqual([])
  expect(found.moving).toEqual([])
})

async function choose(page: Page, name: string): Promise<void> {
  await column(page, 'Disagreement').getByRole('radio', { name, exact: true }).check({ force: true })
}
