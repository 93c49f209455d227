import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setScore, textAt } from '../../shared/form/edits.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { attest, fillForm, must, openForm } from '../harness/review-moves.ts'
import { seatsOn, type SeatsOn } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { openHouseOf, type House } from './house.ts'
import { serveBehindLine, type ServingBehindLine } from './line.ts'
import * as seats from './seats.ts'
import { foot, soon, yourForm } from './seats.ts'

let house: House<ServingBehindLine>
let direct: SeatsOn & { readonly closeSeats: () => void }

beforeAll(async () => {
  house = await openHouseOf(await serveBehindLine())
  direct = seatsOn(house.serving.direct)
})
afterAll(async () => {
  direct.closeSeats()
  await house.close()
})

const massachusetts = 'massachusetts.1.1'
const field = { name: 'Strengths of (F)(3)' }

/** A reviewer with a row open of a form that can be written, and the same person elsewhere, on a line that holds. */
async function twice(number: number): Promise<{ readonly page: Page; readonly elsewhere: SeatClient }> {
  const [page] = await house.sit(`Reviewer ${number}`)
  if (!page) throw new Error('A tab did not open.')
  await seats.openApplication(page, 'Massachusetts')
  await seats.toRow(page, '(F)(3)')
  return { page, elsewhere: await direct.seat(`reviewer-${number}`) }
}

/** Types without a line, in a text and in points. */
async function typeAway(page: Page, text: string, given: number): Promise<void> {
  house.serving.cut()
  await foot(page).getByText('Not being saved.').waitFor()
  const strengths = yourForm(page).getByRole('textbox', field)
  await strengths.press('End')
  await strengths.pressSequentially(text)
  await seats.typePoints(yourForm(page), given)
}

/** What did not count, as its author reads it. */
function tray(page: Page): Locator {
  return page.getByRole('region', { name: 'Not counted' })
}

function piece(page: Page, place: string): Locator {
  return tray(page).getByRole('listitem').filter({ hasText: place })
}

test('LOST-13 what was typed offline while the form was said to be ready elsewhere is kept with why, and put into the form once it is taken back', async () => {
  const { page, elsewhere } = await twice(1)
  const form = await openForm(elsewhere, massachusetts)
  const there = textAt({ doc: form.doc }, 'strengths:(F)(3)')
  await typeAway(page, 'Seen on the train.', 4)
  setScore({ doc: form.doc }, '(F)(3)', 2)
  await fillForm(elsewhere, form, massachusetts)
  const before = there.toString()
  await attest(elsewhere, form, massachusetts)

  house.serving.heal()
  const text = piece(page, 'Strengths of (F)(3)')
  await text.getByText('Seen on the train.').waitFor()
  await text.getByText('It came when this could no longer be written.').waitFor()
  await piece(page, 'Points for (F)(3)').getByText('4 points').waitFor()
  await tray(page)
    .getByText('2 things that you typed did not count. They are kept for you and for staff.')
    .waitFor()
  expect(await tray(page).getByRole('button', { name: 'Put it into my form' }).count()).toBe(0)
  await soon(() => elsewhere.review(massachusetts).mine?.notCounted.map(({ why }) => why)).toEqual([
    'readOnly',
    'readOnly',
  ])

  await must(elsewhere, { kind: 'form.takeBack', review: massachusetts })
  await text.getByRole('button', { name: 'Put it into my form' }).click()
  const strengths = yourForm(page).getByRole('textbox', field)
  await soon(() => strengths.inputValue()).toBe(`${before}\nSeen on the train.`)
  await soon(() => there.toString()).toBe(`${before}\nSeen on the train.`)
  await soon(() => elsewhere.review(massachusetts).mine?.notCounted.length).toBe(1)

  await page.getByRole('button', { name: 'Undo' }).click()
  await soon(() => there.toString()).toBe(before)
  await text.getByText('Seen on the train.').waitFor()
  await soon(() => elsewhere.review(massachusetts).mine?.notCounted.length).toBe(2)

  await piece(page, 'Points for (F)(3)').getByRole('button', { name: 'Put it into my form' }).click()
  await soon(() => seats.points(yourForm(page)).inputValue()).toBe('4')
  await page.getByRole('button', { name: 'Done' }).click()
  await text.getByRole('button', { name: 'Put away' }).click()
  await tray(page).waitFor({ state: 'detached' })
  await soon(() => elsewhere.review(massachusetts).mine?.notCounted).toEqual([])
  expect(await house.reloaded()).toEqual([])
})

test('LOST-14 a text that no longer fits with what was written elsewhere is kept, and the page goes on with the server’s', async () => {
  const { page, elsewhere } = await twice(2)
  const form = await openForm(elsewhere, massachusetts)
  await typeAway(page, 'The last that fits.', 3)
  const whole = 'x'.repeat(limits.textLength - 5)
  textAt({ doc: form.doc }, 'strengths:(F)(3)').insert(0, whole)
  await form.saved()

  house.serving.heal()
  await piece(page, 'Strengths of (F)(3)').getByText('The last that fits.').waitFor()
  await soon(() => yourForm(page).getByRole('textbox', field).inputValue()).toBe(whole)
  await soon(() =>
    elsewhere.review(massachusetts).mine?.notCounted.map(({ field, text, why }) => [field, text, why]),
  ).toEqual([
    ['strengths:(F)(3)', 'The last that fits.', 'tooLarge'],
    ['scores:(F)(3)', '3', 'tooLarge'],
  ])
  // There is no room for the text, but for the points there is.
  expect(await tray(page).getByRole('button', { name: 'Put it into my form' }).count()).toBe(1)
  await yourForm(page).getByRole('textbox', { name: 'Weaknesses of (F)(3)' }).pressSequentially('It goes on.')
  await seats.saved(page)
})

test('LOST-15 what was typed offline before a recusal is kept for staff; its author sees only that it exists', async () => {
  const { page, elsewhere } = await twice(3)
  const staff = await direct.seat('staff')
  await typeAway(page, 'Mine no more.', 2)
  await must(elsewhere, {
    kind: 'conflict.answer',
    review: massachusetts,
    answer: 'recused',
    reason: 'A cousin.',
  })

  house.serving.heal()
  await soon(() => elsewhere.view().keptUnseen).toBe(2)
  await soon(() => page.getByRole('main').innerText()).not.toContain('Mine no more.')
  await soon(
    () => staff.review(massachusetts).progress?.find(({ seat }) => seat === 3)?.notCounted?.count,
  ).toBe(2)
})

test('LOST-16 what the server cannot keep at the moment stays on the page, which asks before it is closed, and is sent again', async () => {
  const { page, elsewhere } = await twice(4)
  let unable = true
  await page.routeWebSocket(/socket\.io/, (line) => {
    const server = line.connectToServer()
    line.onMessage((message) => {
      const [, id] = /^42(\d+)\["command".*text\.keep/.exec(String(message)) ?? []
      if (!unable || id === undefined) server.send(message)
      else line.send(`43${id}[{"refused":"not-saved","sentence":"It cannot be kept now."}]`)
    })
  })
  await page.reload()
  await yourForm(page).waitFor()
  const form = await openForm(elsewhere, massachusetts)
  await typeAway(page, 'Still only here.', 1)
  await fillForm(elsewhere, form, massachusetts)
  await attest(elsewhere, form, massachusetts)
  house.serving.heal()
  await tray(page).getByText('It cannot be kept now.').first().waitFor()
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  unable = false
  await soon(() => elsewhere.review(massachusetts).mine?.notCounted.length).toBe(2)
  await tray(page)
    .getByText('2 things that you typed did not count. They are kept for you and for staff.')
    .waitFor()
})

test('LOST-17 points that changed on both sides of a cut line are not set aside: they are the form’s to settle', async () => {
  const { page, elsewhere } = await twice(5)
  const form = await openForm(elsewhere, massachusetts)
  await typeAway(page, 'Both.', 5)
  setScore({ doc: form.doc }, '(F)(3)', 2)
  await form.saved()
  house.serving.heal()
  await soon(() => textAt({ doc: form.doc }, 'strengths:(F)(3)').toString()).toBe('Both.')
  await seats.saved(page)
  expect(elsewhere.review(massachusetts).mine?.notCounted).toEqual([])
})
