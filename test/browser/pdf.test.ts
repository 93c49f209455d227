import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { longPdf } from '../bench/client/long-pdf.ts'
import { openDesk, openForm, paper, reading, under, type Desk } from './application-files.ts'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { soon } from './seats.ts'

const pages = 400

let house: House
let desk: Desk
let page: Page

beforeAll(async () => {
  house = await openHouse({ reducedMotion: 'reduce' })
  desk = await openDesk(house)
  const id = await desk.add('narrative.pdf', await longPdf(pages), 'Narrative')
  const costs = await desk.add('costs.md', '# Costs\n\nWhat it costs.', 'Costs')
  await desk.arrange([
    { id, title: 'Narrative' },
    { id: costs, title: 'Costs' },
  ])
  const text = await desk.textOf(id)
  const start = (number: number): number => text.pages[number - 1]?.start ?? text.text.length
  await desk.confirm({
    '(A)(1)': { document: costs, start: 0, end: 5 },
    '(A)(2)': { document: id, start: start(120), end: start(124) },
    '(A)(3)': { document: id, start: text.text.indexOf('In year 4', start(300)), end: start(305) },
  })
  const [seat] = await house.sit('Reviewer 1')
  if (!seat) throw new Error('No tab opened.')
  page = seat
  await openForm(page)
}, 180_000)
afterAll(async () => {
  desk.close()
  await house.close()
})

/** A page of the PDF by its number. */
function pageOf(number: number) {
  return reading(page).locator(`[data-page="${number}"]`)
}

/** Waits until a page is drawn with its words. */
async function isDrawn(number: number): Promise<void> {
  await pageOf(number).locator('canvas').waitFor()
  await pageOf(number).getByText(`Part ${number} of the plan`, { exact: true }).waitFor()
}

test('READ-20 what draws PDFs is loaded when one is shown as pages, and from our own origin', async () => {
  const { page: other, context } = await house.elsewhere('Reviewer 4')
  const asked: URL[] = []
  other.on('request', (request) => asked.push(new URL(request.url())))
  await other.goto(new URL('/review/massachusetts.1.1/score/(A)(1)(i)', other.url()).href)
  await reading(other).getByText('What it costs.').waitFor()
  const forPdf = () => asked.filter(({ pathname }) => /pdfjs|pdf-sheet|\/file$/.test(pathname))
  expect(forPdf()).toEqual([])
  await seats.toRow(other, '(A)(2)(i)')
  await reading(other).locator('[data-page="120"] canvas').waitFor()
  expect(forPdf().length).toBeGreaterThan(3)
  expect(new Set(asked.map(({ origin }) => origin))).toEqual(new Set([new URL(other.url()).origin]))
  await context.close()
})

test('READ-2, READ-3 a row opens the page on which its part begins, its border beside it', async () => {
  await seats.toRow(page, '(A)(1)(i)')
  await seats.toRow(page, '(A)(2)(i)')
  await reading(page).getByRole('button', { name: 'pages 120 to 123, Narrative' }).waitFor()
  await isDrawn(120)
  await soon(() => under(page, pageOf(120).getByText('(A)(2) begins'))).toBeLessThan(44)
  await seats.toRow(page, '(A)(3)(i)')
  await isDrawn(300)
  const words = pageOf(300)
    .getByText(/^In year 4/)
    .first()
  await soon(async () => Math.abs(((await under(page, words)) ?? NaN) - 44)).toBeLessThan(12)
  const border = reading(page).getByText('(A)(3) begins', { exact: true })
  await soon(async () => Math.abs(((await under(page, border)) ?? NaN) - 44)).toBeLessThan(12)
})

test('READ-16 of a long PDF only the pages around what one sees are drawn', async () => {
  await seats.toRow(page, '(A)(2)(i)')
  await isDrawn(120)
  await paper(page).hover()
  for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 1_500)
  await soon(() => pageOf(120).locator('canvas').count()).toBe(0)
  await reading(page)
    .getByText(/^Page \d+ of 400$/)
    .waitFor()
  const drawn = reading(page).locator('canvas')
  await soon(() => drawn.count()).toBeGreaterThan(1)
  expect(await drawn.count()).toBeLessThan(8)
})

test('READ-2 the words of a page can be selected as they stand in the text', async () => {
  await seats.toRow(page, '(A)(3)(i)')
  await seats.toRow(page, '(A)(2)(i)')
  await isDrawn(120)
  await soon(() => under(page, pageOf(120))).toBeLessThan(60)
  const from = await pageOf(120).getByText('Part 120 of the plan', { exact: true }).boundingBox()
  if (!from) throw new Error('The heading is not drawn.')
  await page.mouse.move(from.x + 1, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width - 1, from.y + from.height / 2, { steps: 8 })
  await page.mouse.up()
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toMatch(/^Part 120 of the pla/)
})

test('READ-9 a hit is painted over the page that it stands on', async () => {
  await seats.toRow(page, '(A)(2)(i)')
  const field = reading(page).getByRole('searchbox', { name: 'Search all of the application' })
  await field.fill('part 377 of the plan')
  await isDrawn(377)
  const painted = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('reading-here') ?? []
      return range instanceof Range
        ? `${range.toString()} on ${range.startContainer.parentElement?.closest<HTMLElement>('[data-page]')?.dataset['page']}`
        : null
    })
  await soon(painted).toBe('Part 377 of the plan on 377')
  await field.press('Escape')
})

test('READ-2 a page is drawn larger where one asks for it, and one stays on it', async () => {
  await seats.toRow(page, '(A)(3)(i)')
  await seats.toRow(page, '(A)(2)(i)')
  await isDrawn(120)
  const width = async () => (await pageOf(120).boundingBox())?.width ?? 0
  const before = await width()
  await reading(page).getByRole('button', { name: 'Larger' }).click()
  await soon(width).toBeGreaterThan(before * 1.2)
  await soon(async () => Math.abs((await under(page, pageOf(120))) ?? NaN)).toBeLessThan(60)
  await reading(page).getByRole('button', { name: 'Smaller' }).click()
  await soon(width).toBe(before)
})

test('READ-15 a PDF is read as text where one asks for it, at the same line, and as pages again', async () => {
  await seats.toRow(page, '(A)(1)(i)')
  await seats.toRow(page, '(A)(3)(i)')
  await isDrawn(300)
  await reading(page).getByText('As text', { exact: true }).click()
  const words = reading(page)
    .locator('p')
    .filter({ hasText: /^In year 4, 21\d\d of/ })
    .first()
  await soon(async () => Math.abs(((await under(page, words)) ?? NaN) - 44)).toBeLessThan(60)
  await reading(page).getByText('Pages', { exact: true }).click()
  await isDrawn(300)
  await soon(async () => Math.abs((await under(page, pageOf(300))) ?? NaN)).toBeLessThan(700)
})

test('READ-15 in one column a PDF is read as text, and nothing is loaded to draw it', async () => {
  const { page: phone, context } = await house.elsewhere('Reviewer 2')
  const files: string[] = []
  phone.on('request', (request) => files.push(request.url()))
  await phone.setViewportSize({ width: 360, height: 740 })
  await phone.goto(new URL('/review/massachusetts.1.1/score/(A)(2)(i)', phone.url()).href)
  await reading(phone).getByText('Part 120 of the plan', { exact: true }).waitFor()
  expect(files.filter((url) => /pdfjs|pdf-sheet/.test(url))).toEqual([])
  await context.close()
})

test('READ-17 a PDF that cannot be loaded says so, and can be read as text', async () => {
  const { page: other, context } = await house.elsewhere('Reviewer 3')
  await context.route('**/file', (route) => route.abort())
  await openForm(other)
  await seats.toRow(other, '(A)(2)(i)')
  await reading(other).getByText('The pages of this document cannot be loaded.', { exact: true }).waitFor()
  await reading(other).getByRole('button', { name: 'Read as text' }).click()
  await reading(other).getByText('Part 120 of the plan', { exact: true }).waitFor()
  await context.unroute('**/file')
  await context.close()
})
