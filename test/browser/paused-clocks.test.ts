import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAt, noFindings } from './access-look.ts'
import { agendaRows, controls, orderAgenda, revealedRoom, type MonitorRoom } from './monitor-room.ts'
import { column, openApplication, soon } from './seats.ts'
import { picture } from './set-up-settings-stage.ts'

let room: MonitorRoom
let pages: { readonly monitor: Page; readonly reviewer: Page; readonly staff: Page }

beforeAll(async () => {
  room = await revealedRoom({ reducedMotion: 'reduce' })
  const [reviewer, staff] = await room.house.sit('Reviewer 2', 'Program staff')
  if (!reviewer || !staff) throw new Error('A tab did not open.')
  pages = { monitor: room.monitor, reviewer, staff }
  await openApplication(reviewer, 'Missouri')
  await column(reviewer, 'Disagreement').waitFor()
})
afterAll(() => room.close())

const figure = (page: Page) =>
  page
    .getByRole('timer')
    .first()
    .innerText()
    .then((words) => words.replaceAll(/\s+/g, ' '))

test('PAUSED-6 while everything is paused the clocks of a panel stand on every screen, and go on once it is resumed', async () => {
  const { monitor, reviewer, staff } = pages
  await orderAgenda(monitor, 'Widest first')
  const [first] = await agendaRows(monitor)
  await controls(monitor)
    .getByRole('button', { name: `Bring everyone to ${first}` })
    .click()
  await soon(() => figure(reviewer)).toMatch(/^9:\d\d left of 10$/)
  await staff.getByRole('button', { name: 'Pause everything …' }).click()
  const dialog = staff.getByRole('alertdialog', { name: 'Pause everything?' })
  await dialog.getByText(/clocks of panels that talk stand and go on when you resume/).waitFor()
  await dialog.getByRole('textbox', { name: 'Your reason, for the record' }).fill('The fire alarm rings.')
  await dialog.getByRole('button', { name: 'Pause everything' }).click()
  for (const page of [monitor, reviewer, staff])
    await page
      .getByRole('region', { name: 'Everything is paused' })
      .getByText(/and clocks stand/)
      .waitFor()

  const stood = await figure(monitor)
  await soon(() => figure(reviewer)).toBe(stood)
  const another = await room.house.elsewhere('Reviewer 2')
  await openApplication(another.page, 'Missouri')
  await soon(() => figure(another.page)).toBe(stood)
  const held = controls(monitor).getByRole('button', { name: 'Go on' })
  for (const button of [held, controls(monitor).getByRole('button', { name: 'Recess' })])
    expect(await button.getAttribute('aria-disabled')).toBe('true')
  await picture(monitor, 'paused clock monitor')
  await picture(reviewer, 'paused clock reviewer')
  const found = noFindings()
  await lookAt(monitor, 'paused clock', found)
  expect(found).toEqual(noFindings())
  expect(await figure(monitor)).toBe(stood)

  await staff
    .getByRole('region', { name: 'Everything is paused' })
    .getByRole('button', { name: 'Resume' })
    .click()
  await controls(monitor).getByRole('button', { name: 'Hold' }).waitFor()
  for (const page of [monitor, reviewer, another.page]) await soon(() => figure(page)).not.toBe(stood)
  expect(await figure(reviewer)).toMatch(/left of 10$/)
})
