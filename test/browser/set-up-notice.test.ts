import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { madeNotice } from '../harness/made-notice.ts'
import { lookAt, noFindings } from './access-look.ts'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { picture } from './set-up-settings-stage.ts'

let house: House
let staff: Page

beforeAll(async () => {
  house = await openHouse({ reducedMotion: 'reduce' })
  const [tab] = await house.sit('Program staff')
  if (!tab) throw new Error('A tab did not open.')
  staff = tab
  await staff.goto(new URL('/set-up/notice', staff.url()).href)
})
afterAll(() => house.close())

const desk = (): Locator => staff.getByRole('region', { name: 'What stands beside each row' })
const line = (item: string): Locator =>
  desk()
    .getByRole('button', { name: seats.startsWith(`${item} `) })
    .first()
const border = (words: string): Locator =>
  desk().getByRole('slider', { name: `Border: ${words}`, exact: true })

async function accessible(page: Page, screen: string): Promise<void> {
  const found = noFindings()
  await lookAt(page, screen, found)
  expect(found).toEqual(noFindings())
}

/** A reviewer who has certified, at a row. */
async function reviewerAt(label: string, row: string): Promise<Page> {
  const [page] = await house.sit(label)
  if (!page) throw new Error('A tab did not open.')
  await seats.openApplication(page, 'Maine')
  await seats.answerConflict(page, 'certify')
  await page.goto(new URL(`/review/maine.1.1/score/${row}`, page.url()).href)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

test('WORDING-8 until the notice is attached, a row says that it shows a summary', async () => {
  const page = await reviewerAt('Reviewer 2', '(A)(1)(i)')
  await page.getByText('A summary. The notice’s own words are not attached.').waitFor()
})

test('WORDING-9 what was found of the notice is listed, and what was not is named', async () => {
  const chooser = staff.waitForEvent('filechooser')
  await staff.getByRole('button', { name: 'Choose files' }).click()
  const buffer = Buffer.from(madeNotice)
  await (await chooser).setFiles([{ name: 'Notice.txt', mimeType: 'text/plain', buffer }])
  await desk().waitFor()
  await line('(A)(1)(ii)').getByText('Wording, Evidence').waitFor()
  await line('(F)(1)(i)').getByText('no passage found; a summary is shown').waitFor()
  await desk().getByRole('button', { name: 'participating LEA' }).waitFor()
  await desk()
    .getByText(/^0 of \d+ looked at, \d+ without a passage$/)
    .waitFor()
  await picture(staff, 'notice desk')
  await accessible(staff, 'notice')
})

test('WORDING-10 borders are moved, parts are taken away and put in by the keyboard, and each is said to be right', async () => {
  await line('(A)(1)(ii)').click()
  const ends = border('Wording ends')
  await ends.focus()
  await staff.keyboard.press('ArrowDown')
  await expect.poll(() => ends.getAttribute('aria-valuetext')).toContain('(B)(1)')
  await staff.keyboard.press('ArrowUp')
  await expect.poll(() => ends.getAttribute('aria-valuetext')).toContain('(A)(2)')

  await desk()
    .getByRole('button', { name: /^Evidence, / })
    .press('Enter')
  await desk().getByRole('button', { name: 'Remove evidence' }).press('Enter')
  await expect.poll(() => border('Evidence begins').count()).toBe(0)
  await desk().getByRole('button', { name: 'Back to the proposal' }).press('Enter')
  await border('Evidence begins').waitFor()

  await line('(F)(1)(i)').press('Enter')
  await desk().getByText('No passage found. The row shows a summary.').waitFor()
  await desk().getByRole('button', { name: 'Wording', exact: true }).press('Enter')
  await border('Wording begins').waitFor()
  await desk().getByRole('button', { name: 'This is right' }).press('Enter')
  await desk()
    .getByText(/^1 of \d+ looked at/)
    .waitFor()
})

test('WORDING-11 what is selected in the text is put in as it was selected', async () => {
  await line('(A)(2)').click()
  await desk()
    .getByText('money and time enough')
    .dblclick({ position: { x: 40, y: 10 } })
  const selected = await staff.evaluate(() => getSelection()?.toString().trim() ?? '')
  await desk().getByRole('button', { name: 'Guidance', exact: true }).click()
  await border('Guidance begins').waitFor()
  expect(await border('Guidance begins').getAttribute('aria-valuetext')).toContain(`before “${selected}`)
})

test('WORDING-12 confirmed, the words are frozen with the rubric, and stand beside the row', async () => {
  await desk()
    .getByRole('button', { name: /^Confirm all \d+$/ })
    .click()
  await desk().getByText('Confirmed, and frozen with the rubric').waitFor()
  expect(await desk().getByRole('slider').count()).toBe(0)
  await picture(staff, 'notice confirmed')

  const page = await reviewerAt('Reviewer 1', '(A)(1)(ii)')
  const form = seats.yourForm(page)
  await form.getByText('are committed by a signed agreement.').waitFor()
  await form.getByText('the participation of districts in it: The extent to which—').waitFor()
  await form.getByText('The evidence that the notice asks for').press('Enter')
  await form.getByText('A copy of each signed agreement.').waitFor()
  await picture(page, 'row with the notice')

  await page.goto(new URL('/review/maine.1.1/score/(F)(3)', page.url()).href)
  await form.getByText('A summary: no passage of the notice is given for it.').waitFor()
})

test('WORDING-13 a defined term opens its definition, which is read and closed by the keyboard', async () => {
  const page = await reviewerAt('Reviewer 3', '(A)(1)(i)')
  const term = seats.yourForm(page).getByRole('button', { name: 'participating LEA' })
  await term.press('Enter')
  const definition = page.getByRole('dialog', { name: 'Definition: participating LEA' })
  await definition.getByText('means a district that has signed an agreement').waitFor()
  const words = definition.getByRole('group', { name: 'participating LEA' })
  await expect.poll(() => words.evaluate((own) => own === document.activeElement)).toBe(true)
  await picture(page, 'definition')
  await accessible(page, 'definition')
  await page.keyboard.press('End')
  await expect.poll(() => words.evaluate((own) => own.scrollTop)).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await definition.waitFor({ state: 'hidden' })
  expect(await term.evaluate((own) => own === document.activeElement)).toBe(true)
})
