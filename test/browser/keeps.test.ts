import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from './house.ts'
import { together } from './panel.ts'
import * as room from './room.ts'
import * as seats from './seats.ts'
import { column, foot, soon, yourForm } from './seats.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('MAIN-12 what is typed without a line stays, is said not to be saved, and arrives when the line is back', async () => {
  const [page] = await house.sit('Reviewer 1')
  if (!page) throw new Error('A tab did not open.')
  const { page: other } = await house.elsewhere('Reviewer 1')
  await together([page, other], async (each) => {
    await seats.openApplication(each, 'Massachusetts')
    await seats.toRow(each, '(F)(3)')
  })
  const field = { name: 'Strengths of (F)(3)' }
  const strengths = yourForm(page).getByRole('textbox', field)
  const there = yourForm(other).getByRole('textbox', field)
  await strengths.pressSequentially('Before the cut, ')
  await seats.saved(page)
  await soon(() => there.inputValue()).toBe('Before the cut, ')

  await house.context.setOffline(true)
  await foot(page).getByText('Not being saved.').waitFor()
  await strengths.pressSequentially('after it, ')
  await seats.typePoints(yourForm(page), 3)
  await foot(page)
    .getByText(/^Not being saved\. No line since .* changes wait here\. Keep this tab open\.$/)
    .waitFor()
  expect(await strengths.inputValue()).toBe('Before the cut, after it, ')
  expect(await there.inputValue()).toBe('Before the cut, ')
  await there.press('End')
  await there.pressSequentially('and elsewhere. ')

  await house.context.setOffline(false)
  await seats.saved(page)
  for (const each of [strengths, there]) {
    await soon(() => each.inputValue()).toMatch(/^Before the cut, /)
    await soon(() => each.inputValue()).toContain('after it, ')
    await soon(() => each.inputValue()).toContain('and elsewhere. ')
  }
  await soon(() => seats.points(yourForm(other)).inputValue()).toBe('3')
})

test('MAIN-13 what somebody typed while the review was locked is not counted, and kept for them and for staff', async () => {
  const [monitor, staff, page] = await house.sit('Panel monitor', 'Program staff', 'Reviewer 2')
  if (!monitor || !staff || !page) throw new Error('A tab did not open.')
  await together([monitor, staff, page], (each) => seats.openApplication(each, 'Missouri'))
  await room.reveal(monitor, 'Missouri')
  await page.getByRole('link', { name: 'Go to the panel room' }).click()
  const away = await house.elsewhere('Reviewer 2')
  await seats.openApplication(away.page, 'Missouri')
  await room.toBoardRow(away.page, '(A)(1)(i)')
  const strengths = column(away.page, 'Your column').getByRole('textbox', { name: 'Strengths of (A)(1)' })
  await strengths.press('End')
  await away.context.setOffline(true)
  await strengths.pressSequentially(' Written on the train.')
  await foot(away.page).getByText('Not being saved.').waitFor()

  for (const number of [1, 3, 4, 5]) await seats.excuse(staff, `Reviewer ${number}`, 'They are ill.')
  await seats.letGoOn(staff, 'One is left, and has read it all.')
  await room.openVote(monitor)
  await room.closeVote(monitor)
  await room.toFinal(page)
  await room.sign(page)
  await room.closeReview(monitor)
  await room.lock(staff, 'Missouri')

  await away.context.setOffline(false)
  await away.page
    .getByText(/came when your form could not be written\. They are kept for you and for staff\.$/)
    .waitFor()
  await column(away.page, 'Your column').getByText('Written on the train.').waitFor()
  await staff.getByText('1 text not counted').click()
  await staff.getByText('Written on the train.').waitFor()
  await foot(away.page)
    .getByText(/^Locked by Program staff/)
    .waitFor()
  expect(await seats.editors(away.page)).toEqual([])
  await room.toBoard(page)
  await room.toBoardRow(page, '(A)(1)(i)')
  expect(await room.comments(page, 'You').innerText()).not.toContain('Written on the train.')
})
