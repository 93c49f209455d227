import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouseOf, type House } from './house.ts'
import { serveBehindLine, type ServingBehindLine } from './line.ts'
import { together } from './panel.ts'
import * as room from './room.ts'
import * as seats from './seats.ts'
import { column, foot, soon } from './seats.ts'

let house: House<ServingBehindLine>

beforeAll(async () => {
  house = await openHouseOf(await serveBehindLine('Reviewer 2'))
})
afterAll(() => house.close())

test('LOST-18 a lock in the middle of a sentence: what came too late is kept with why, for its author to read and for staff', async () => {
  const [monitor, staff, signer, page] = await house.sit(
    'Panel monitor',
    'Program staff',
    'Reviewer 1',
    'Reviewer 2',
  )
  if (!monitor || !staff || !signer || !page) throw new Error('A tab did not open.')
  await together([monitor, staff, signer, page], (each) => seats.openApplication(each, 'Missouri'))
  await room.reveal(monitor, 'Missouri')
  await page.getByRole('link', { name: 'Go to the panel room' }).click()
  await room.toBoardRow(page, '(A)(1)(i)')
  const own = column(page, 'Your column')
  const strengths = own.getByRole('textbox', { name: 'Strengths of (A)(1)' })
  await strengths.press('End')
  await strengths.pressSequentially(' In time,')
  await seats.saved(page)
  house.serving.cut()
  await foot(page).getByText('Not being saved.').waitFor()
  await strengths.pressSequentially(' and too late.')
  await seats.typePoints(own, 1)

  for (const number of [2, 3, 4, 5]) await seats.excuse(staff, `Reviewer ${number}`, 'They are ill.')
  await seats.letGoOn(staff, 'One is left, and has read it all.')
  await room.openVote(monitor)
  await room.closeVote(monitor)
  await signer.getByRole('link', { name: 'Go to the panel room' }).click()
  await room.toFinal(signer)
  await room.sign(signer)
  await room.closeReview(monitor)
  await room.lock(staff, 'Missouri')

  house.serving.heal()
  await foot(page)
    .getByText(/^Locked by Program staff/)
    .waitFor()
  const tray = page.getByRole('region', { name: 'Not counted' })
  const late = tray.getByRole('listitem').filter({ hasText: 'Strengths of (A)(1)' })
  await late.getByText('and too late.').waitFor()
  await late.getByText('It came when this could no longer be written.').waitFor()
  await tray.getByRole('listitem').filter({ hasText: 'Points for (A)(1)(i)' }).getByText('1 point').waitFor()
  // Once all of it is on the server, nothing of it is listed as on its way there any more.
  await soon(() => tray.count()).toBe(1)
  expect(await tray.innerText()).not.toContain('In time')
  expect(await tray.getByRole('button', { name: /^Put it into/ }).count()).toBe(0)
  expect(await seats.editors(page)).toEqual([])
  await late.getByRole('button', { name: 'Put away' }).click()
  await late.waitFor({ state: 'detached' })

  // Put away by its author, it stays in the record.
  await staff.getByText('2 entries not counted').click()
  await staff.getByText('and too late.').waitFor()
  await staff.getByText('It came when this could no longer be written.').first().waitFor()
})
