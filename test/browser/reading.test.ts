import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk, openForm, paper, partsOf, planOf, reading, under, type Desk } from './application-files.ts'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { points, soon, yourForm } from './seats.ts'

const criteria = ['(A)(1)', '(A)(2)', '(A)(3)', '(B)(1)']

let house: House
let desk: Desk
let page: Page
let plan: string
let costs: string
let places: ReturnType<typeof partsOf>

beforeAll(async () => {
  house = await openHouse({ reducedMotion: 'reduce' })
  desk = await openDesk(house)
  plan = await desk.add('plan.md', planOf(criteria), 'Plan')
  costs = await desk.add('costs.md', '# Costs\n\nWhat it costs, by year.', 'Costs')
  await desk.arrange([
    { id: plan, title: 'Plan' },
    { id: costs, title: 'Costs' },
  ])
  places = partsOf(await desk.textOf(plan), plan, criteria)
  await desk.confirm(places)
  const [seat] = await house.sit('Reviewer 1')
  if (!seat) throw new Error('No tab opened.')
  page = seat
  await openForm(page)
}, 120_000)
afterAll(async () => {
  desk.close()
  await house.close()
})

/** The heading of a criterion's part. */
function part(id: string) {
  return reading(page).getByRole('heading', { name: `${id} What the plan says` })
}

/** Waits until a part is opened at its beginning. */
async function isOpened(id: string): Promise<void> {
  await reading(page).getByText(`Where ${id} is answered`, { exact: true }).waitFor()
  await soon(async () => Math.abs(((await under(page, part(id))) ?? NaN) - 44) < 24).toBe(true)
}

/** The line that one reads, as a person would name it. */
function line(): Promise<number> {
  return paper(page).evaluate((body) => Math.round(body.scrollTop))
}

async function scroll(by: number): Promise<void> {
  const before = await line()
  await paper(page).hover()
  await page.mouse.wheel(0, by)
  await soon(async () => Math.abs((await line()) - before)).toBeGreaterThan(Math.abs(by) / 2)
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}

test('READ-3 a row opens the part of its criterion, and its neighbor in the criterion leaves one at one’s line', async () => {
  await seats.toRow(page, '(A)(3)(i)')
  await isOpened('(A)(3)')
  await reading(page)
    .getByRole('button', { name: /^pages \d+ to \d+, Plan$/ })
    .waitFor()
  await scroll(300)
  const read = await line()
  await seats.toRow(page, '(A)(3)(ii)')
  await yourForm(page).getByText('(A)(3)(ii)', { exact: true }).first().waitFor()
  expect(await line()).toBe(read)
  await seats.toRow(page, '(A)(1)(i)')
  await isOpened('(A)(1)')
})

test('READ-19 opening a part takes the focus from nobody', async () => {
  await points(yourForm(page)).focus()
  await seats.toRow(page, '(A)(3)(i)')
  await isOpened('(A)(3)')
  const focused = await page.evaluate(() =>
    document.activeElement?.closest('section')?.getAttribute('aria-label'),
  )
  expect(focused).not.toBe('Application')
})

test('READ-5 one reads on past the border of a part with the keyboard alone', async () => {
  await seats.toRow(page, '(A)(2)(i)')
  await isOpened('(A)(2)')
  await reading(page).getByText('(A)(2) begins', { exact: true }).waitFor()
  await paper(page).focus()
  const border = reading(page).getByText('(A)(3) begins', { exact: true })
  await soon(async () => {
    await page.keyboard.press('PageDown')
    return (await under(page, border)) ?? Infinity
  }).toBeLessThan(200)
  await part('(A)(3)').waitFor()
})

test('READ-6, READ-12 one turns from part to part, and goes back to where one was', async () => {
  await seats.toRow(page, '(A)(1)(i)')
  await isOpened('(A)(1)')
  await scroll(400)
  const read = await line()
  await reading(page).getByRole('button', { name: 'Next part: (A)(2)' }).click()
  await soon(() => under(page, part('(A)(2)'))).toBeLessThan(80)
  await reading(page).getByRole('button', { name: 'Part before: (A)(1)' }).waitFor()
  await reading(page).getByRole('button', { name: 'Back to where you were' }).click()
  await soon(async () => Math.abs((await line()) - read)).toBeLessThan(30)
  await reading(page).getByRole('button', { name: 'Back to where you were' }).waitFor({ state: 'detached' })
  await reading(page)
    .getByRole('button', { name: /^pages .*, Plan$/ })
    .click()
  await isOpened('(A)(1)')
})

test('READ-1 headings, lists and tables are what they are, also to whoever hears them', async () => {
  await seats.toRow(page, '(A)(2)(i)')
  await isOpened('(A)(2)')
  await reading(page).getByRole('heading', { level: 2, name: 'Plan' }).waitFor()
  await reading(page).getByRole('heading', { level: 3, name: '(A)(2) What the plan says' }).waitFor()
  await reading(page).getByRole('listitem').filter({ hasText: 'Every school reports.' }).waitFor()
  const table = reading(page).getByRole('table')
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['Year', 'Districts'])
  expect(await table.getByRole('row').last().getByRole('cell').allInnerTexts()).toEqual(['1,046'])
  await table.getByRole('rowheader', { name: '2011' }).waitFor()
})

test('READ-19 the arrow keys go from document to document, each at its own line', async () => {
  await seats.toRow(page, '(A)(3)(i)')
  await isOpened('(A)(3)')
  await scroll(200)
  const words = reading(page).getByText(/^Sentence 1 of paragraph 3 in \(A\)\(3\)/)
  const before = (await under(page, words)) ?? NaN
  await reading(page).getByRole('tab', { name: 'Plan', selected: true }).focus()
  await page.keyboard.press('ArrowRight')
  await reading(page).getByRole('heading', { level: 3, name: 'Costs' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Costs')
  await page.keyboard.press('ArrowLeft')
  await soon(async () => Math.abs(((await under(page, words)) ?? NaN) - before)).toBeLessThan(30)
})

test('READ-11 whoever comes back reads on at their line; another row opens its own part', async () => {
  await seats.toRow(page, '(A)(2)(i)')
  await isOpened('(A)(2)')
  await scroll(500)
  const words = reading(page).getByText(/^Sentence 1 of paragraph 4 in \(A\)\(2\)/)
  const before = (await under(page, words)) ?? NaN
  await page.reload()
  await soon(async () => Math.abs(((await under(page, words)) ?? NaN) - before)).toBeLessThan(30)
  await seats.toRow(page, '(B)(1)(i)')
  await isOpened('(B)(1)')
})

test('READ-13 what staff do with documents and places is shown at once, and leaves one at one’s line', async () => {
  await seats.toRow(page, '(A)(2)(i)')
  await isOpened('(A)(2)')
  await scroll(350)
  const words = reading(page).getByText(/^Sentence 1 of paragraph 3 in \(A\)\(2\)/)
  const before = (await under(page, words)) ?? NaN
  await desk.arrange([
    { id: plan, title: 'Narrative' },
    { id: costs, title: 'Costs' },
  ])
  await reading(page).getByRole('tab', { name: 'Narrative', selected: true }).waitFor()
  await desk.confirm({ ...places, '(A)(1)': null })
  await reading(page).getByText('(A)(1) begins', { exact: true }).waitFor({ state: 'detached' })
  await soon(async () => Math.abs(((await under(page, words)) ?? NaN) - before)).toBeLessThan(30)
})

test('READ-4 what staff have not confirmed or not found is said', async () => {
  await seats.toRow(page, '(A)(1)(i)')
  await reading(page)
    .getByText('not found: staff have not said where. Read or search.', { exact: true })
    .waitFor()
  expect(await reading(page).getByText('Proposed, not confirmed by staff.').count()).toBe(0)
  const { page: other } = await house.elsewhere('Reviewer 2')
  await other.goto(new URL('/review/missouri.1.1/score/(A)(1)(i)', other.url()).href)
  await reading(other).getByText('Proposed, not confirmed by staff.', { exact: true }).waitFor()
})

test('READ-18 an application without documents says so, and a line that is cut is tried again', async () => {
  const away = await house.elsewhere('Reviewer 3')
  await openForm(away.page)
  await away.context.route('**/documents/*/text', (route) => route.abort())
  await reading(away.page).getByRole('tab', { name: 'Costs' }).click()
  await reading(away.page)
    .getByText('The document could not be read: there is no line to the server.')
    .waitFor()
  await away.context.unroute('**/documents/*/text')
  await reading(away.page).getByRole('button', { name: 'Try again' }).click()
  await reading(away.page).getByText('What it costs, by year.').waitFor()
  await desk.arrange([])
  await reading(away.page).getByText('Staff have not added the application’s documents yet.').waitFor()
})
