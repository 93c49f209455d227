import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { lookAt, noFindings } from './access-look.ts'
import { launchBrowser } from './browser.ts'
import { picture as pictureOf } from './set-up-settings-stage.ts'
import { applicant, playPreset, type ScalePlay } from './scale-play.ts'
import { column, foot, points, saved, soon, treeLine, yourForm } from './seats.ts'

let browser: Browser
const opened: ScalePlay[] = []

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
afterEach(async () => {
  for (const play of opened.splice(0)) await play.close()
})

async function open(preset: string): Promise<{ readonly play: ScalePlay; readonly page: Page }> {
  const play = await playPreset(browser, preset)
  opened.push(play)
  const page = await play.page('r1')
  await page.getByRole('link', { name: applicant, exact: true }).first().click()
  await column(page, 'Criteria').waitFor()
  return { play, page }
}

/** Everybody is ready and revealed; the page goes to the panel's room. */
async function toRoom({ play, page }: Awaited<ReturnType<typeof open>>): Promise<void> {
  await saved(page)
  for (const person of ['r1', 'r2', 'r3']) {
    await play.fill(person)
    await play.attest(person)
  }
  await play.reveal()
  await page.goto(new URL(`/review/${play.review}/room`, page.url()).href)
  await column(page, 'Disagreement').getByRole('table').waitFor()
}

/** A room is long on a phone. */
const picture = (page: Page, name: string) => pictureOf(page, name, { wide: 900, narrow: 1800 })

/** Nothing of Race to the Top is on the page. */
async function noOtherRubric(page: Page): Promise<void> {
  const words = await page.locator('body').innerText()
  // At 5:41 the clock says 41.
  expect(words.replaceAll(/\d+:\d\d/g, '')).not.toMatch(/STEM|\b41\b|\b500\b|\b485\b|\(A\)|\bVote\b/)
}

/** What is one score is called so: nothing on the page speaks of totals. */
async function noTotals(page: Page): Promise<void> {
  await noOtherRubric(page)
  expect(await page.locator('body').innerText()).not.toMatch(/\btotals?\b/i)
}

test('SHOWN-2 where 1 is best a row is scored from 1 to 9 by keyboard, what only explains is in no total, and no words say that more is better', async () => {
  const scene = await open('nih-simplified-2025')
  const { page, play } = scene
  const { keyboard } = page
  await treeLine(page, 'F1 Importance').waitFor()
  await keyboard.press('3')
  await keyboard.press('Enter')
  expect(await points(yourForm(page)).inputValue()).toBe('3')
  await points(yourForm(page)).fill('10')
  await page.getByText('F1 takes whole numbers from 1 to 9.').waitFor()
  await points(yourForm(page)).fill('2')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await treeLine(page, 'F1 Importance, 1 in 1–9, not counted').waitFor()
  await column(page, 'Criteria')
    .getByText('Importance and Rigor explain the score and are not counted.')
    .waitFor()
  await column(page, 'Criteria').getByText('1 is best.').waitFor()
  await yourForm(page).getByText('explains the score, is not counted').waitFor()
  expect(await column(page, 'Criteria').locator('.running-total-figure').innerText()).toBe('– in 1–9')
  await picture(page, 'nih form')
  await treeLine(page, 'OI').click()
  await points(yourForm(page)).fill('2')
  await keyboard.press('Enter')
  await soon(() => column(page, 'Criteria').locator('.running-total-figure').innerText()).toBe('2 in 1–9')
  await yourForm(page).getByText('2 is in the strong band.').waitFor()
  await treeLine(page, 'Expertise and resources').click()
  await page.getByRole('radio', { name: 'Not sufficient' }).check()
  await treeLine(page, 'Expertise and resources, Not sufficient').waitFor()
  await picture(page, 'nih judged')
  const found = noFindings()
  await lookAt(page, 'form', found)
  await noTotals(page)
  await toRoom(scene)
  const board = column(page, 'Disagreement')
  await board.getByText('Strong, Medium, Weak').waitFor()
  await board.getByText('stronger than it').waitFor()
  await board.getByRole('row', { name: /^Overall impact in 1–9, 1 is best/ }).waitFor()
  await noTotals(page)
  await picture(page, 'nih room')
  await lookAt(page, 'room', found)
  expect(found).toEqual(noFindings())
  await board.getByRole('link', { name: 'OI Overall impact' }).click()
  await column(page, 'The panel’s scores').waitFor()
  await picture(page, 'nih row')
  await page.goto(new URL(`/review/${play.review}/final`, page.url()).href)
  await page.getByRole('heading', { name: 'Expertise and resources' }).waitFor()
  await page.getByText('Sufficient or Not sufficient. It has no points').waitFor()
  await noTotals(page)
  await picture(page, 'nih final')
  const monitor = await play.page('m1')
  await monitor.getByRole('link', { name: applicant, exact: true }).first().click()
  await column(monitor, 'Disagreement').waitFor()
  await picture(monitor, 'nih board')
  await noTotals(monitor)
})

test('SHOWN-3 halves are typed with a point or a comma and stepped by keyboard, what lies between is refused, and what misses a threshold says so', async () => {
  const scene = await open('horizon-europe-ria')
  const { page, play } = scene
  const { keyboard } = page
  const field = points(yourForm(page))
  await keyboard.press('3')
  await keyboard.type(',5')
  await keyboard.press('Enter')
  await soon(() => field.inputValue()).toBe('3.5')
  await field.fill('3.3')
  await page.getByText('C1 takes 0 to 5 in halves.').waitFor()
  await keyboard.press('ArrowUp')
  expect(await field.inputValue()).toBe('3.5')
  await keyboard.press('ArrowUp')
  expect(await field.inputValue()).toBe('4')
  await keyboard.press('Enter')
  const slider = page.getByRole('slider', { name: 'Points on the scale, C1' })
  await slider.focus()
  await slider.press('ArrowLeft')
  expect(await slider.getAttribute('aria-valuetext')).toBe('3.5')
  await field.fill('2.5')
  await field.press('Enter')
  await yourForm(page).getByText('below the threshold of 3').waitFor()
  await treeLine(page, 'C1 Excellence, 2.5 of 5').waitFor()
  for (const row of ['C2', 'C3']) {
    await treeLine(page, row).click()
    await field.fill('3.5')
    await field.press('Enter')
  }
  await column(page, 'Criteria').getByText('Below the threshold of 10.').waitFor()
  expect(await column(page, 'Criteria').locator('.running-total-figure').innerText()).toBe('9.5 of 15')
  await picture(page, 'horizon form')
  const found = noFindings()
  await lookAt(page, 'form', found)
  await noOtherRubric(page)
  await toRoom(scene)
  const board = column(page, 'Disagreement')
  await board.getByRole('row', { name: /^Total of 3 rows of 15 9\.5 / }).waitFor()
  await column(page, 'Your part').getByText('below the threshold of 10').waitFor()
  await noOtherRubric(page)
  await picture(page, 'horizon room')
  await board.getByRole('link', { name: 'C1 Excellence' }).click()
  await column(page, 'The panel’s scores').waitFor()
  await picture(page, 'horizon row')
  await page.goto(new URL(`/review/${play.review}/final`, page.url()).href)
  await page.getByRole('heading', { name: 'Your final form' }).waitFor()
  await picture(page, 'horizon final')
  await lookAt(page, 'final form', found)
  expect(found).toEqual(noFindings())
  await noOtherRubric(page)
  const monitor = await play.page('m1')
  await monitor.getByRole('link', { name: applicant, exact: true }).first().click()
  await column(monitor, 'Disagreement').waitFor()
  await picture(monitor, 'horizon board')
})

test('SHOWN-4 a plain form of a foundation is scored and revealed with nothing of another rubric on the page', async () => {
  const scene = await open('foundation')
  const { page, play } = scene
  const { keyboard } = page
  await keyboard.press('1')
  await keyboard.type('7')
  await keyboard.press('Enter')
  await treeLine(page, 'C1 Need, 17 of 20').waitFor()
  await foot(page).waitFor()
  expect(await column(page, 'Criteria').locator('.running-total-figure').innerText()).toBe('17 of 100')
  await picture(page, 'foundation form')
  await noOtherRubric(page)
  await toRoom(scene)
  await column(page, 'Disagreement')
    .getByRole('row', { name: /^Total of 5 rows of 100/ })
    .waitFor()
  await noOtherRubric(page)
  await picture(page, 'foundation room')
  await page.goto(new URL(`/review/${play.review}/final`, page.url()).href)
  await page.getByRole('heading', { name: 'Your final form' }).waitFor()
  await noOtherRubric(page)
  await picture(page, 'foundation final')
})

test('SHOWN-14 a result where 1 is best is told as the rubric tells results, in the lock and against the line', async () => {
  const { play, page } = await open('nih-simplified-2025')
  for (const person of ['r1', 'r2', 'r3']) await play.fill(person)
  await column(page, 'Criteria').getByRole('link', { name: 'Ready check' }).click()
  await page.getByRole('row', { name: /^Overall impact \d 1–9/ }).waitFor()
  await noTotals(page)
  await page.getByText(/^My score, Overall impact, is \d, 1 to 9, 1 is best\./).waitFor()
  await picture(page, 'nih ready')
  await page.getByRole('link', { name: 'Print view of your form' }).click()
  await page.getByText(/^Overall impact: \d in 1–9\. 3 of 3 rows with points; less is better\./).waitFor()
  await picture(page, 'nih print')
  for (const person of ['r1', 'r2', 'r3']) await play.attest(person)
  await play.reveal()
  await page.goto(new URL(`/review/${play.review}/room`, page.url()).href)
  const total = column(page, 'Disagreement').getByRole('row', { name: /^Overall impact in 1–9/ })
  await total.waitFor()
  const given = (await total.getByRole('cell').allInnerTexts()).slice(0, 3).map(Number)
  const sum = given.reduce((left, right) => left + right, 0)
  await play.lock()
  const staff = await play.page('staff-1')
  await staff.goto(new URL(`/review/${play.review}/lock`, staff.url()).href)
  const locked = staff.getByRole('region', { name: 'Locked' })
  await locked.getByText(String(Math.round((sum * 10) / 3)), { exact: true }).waitFor()
  await locked.getByText(`${sum} ÷ 3 × 10`).waitFor()
  await locked.getByText('less is better').waitFor()
  await noTotals(staff)
  await picture(staff, 'nih locked')
  await staff.goto(new URL('/outcome', staff.url()).href)
  await staff.getByRole('button', { name: 'Open what the outcome hangs on' }).click()
  await staff.getByText('The line is 30 points, and less is better.').waitFor()
  await staff.getByRole('columnheader', { name: 'Drawn again, 30 or below' }).waitFor()
  await noTotals(staff)
  await picture(staff, 'nih outcome')
})
