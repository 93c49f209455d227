import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { madePdf } from '../harness/made-files-pdf.ts'
import { openDesk, openForm, paper, reading, type Desk } from './application-files.ts'
import { openHouse, type House } from './house.ts'
import {
  announced,
  drawOver,
  margin,
  note,
  openList,
  overlap,
  painted,
  pressOn,
  toKeyboard,
  tools,
} from './marks-play.ts'
import * as seats from './seats.ts'
import { foot, soon, yourForm } from './seats.ts'
import { secondTab } from './tabs.ts'

const first = 'In mathematics the average rose from 238 to 244.'
const second = 'Reading has not moved.'
const third = 'The gaps are stated plainly.'
const fourth = 'The rate fell in six years.'
const plan = `# What has changed\n\n${first} ${second}\n\n${third} ${fourth}\n\n${'Districts take part in all of it. '.repeat(300)}`

/** Large enough that a letter takes more than a pixel or two. */
const large = (lines: readonly string[]) => lines.map((text) => ({ text, size: 18 }))

let house: House
let desk: Desk
let page: Page
let narrative: string
let appendix: string

beforeAll(async () => {
  house = await openHouse({ reducedMotion: 'reduce' })
  desk = await openDesk(house)
  narrative = await desk.add('plan.md', plan, 'Narrative')
  appendix = await desk.add('more.pdf', await madePdf([['Page one.'], large([first, third])]), 'Appendix')
  await withAll()
  const [seat] = await house.sit('Reviewer 1')
  if (!seat) throw new Error('No tab opened.')
  page = seat
  await openForm(page)
}, 120_000)
afterAll(async () => {
  desk.close()
  await house.close()
})

/** Each test begins on the narrative at a row, with nothing highlighted. */
beforeEach(async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await removeAll(page)
  await seats.toRow(page, '(A)(3)(i)')
  await toDocument(page, 'Narrative')
})

function withAll(): Promise<void> {
  return desk.arrange([
    { id: narrative, title: 'Narrative' },
    { id: appendix, title: 'Appendix' },
  ])
}

async function toDocument(at: Page, title: string): Promise<void> {
  await reading(at).getByRole('tab', { name: title }).click()
  await reading(at).getByRole('heading', { name: title, exact: true }).waitFor()
  await reading(at).locator('[data-start]').first().waitFor()
  await bringUp(at, paper(at).locator('.reader-paper'))
}

/** Goes to a page of a PDF. */
async function toPage(at: Page, number: number): Promise<void> {
  const sheet = paper(at).locator(`[data-page="${number}"]`)
  await sheet.locator('[data-start]').first().waitFor()
  await bringUp(at, sheet)
}

/** Scrolls until something begins at the top, and stays there: what takes the reader somewhere ends as they scroll. */
async function bringUp(at: Page, what: Locator): Promise<void> {
  await paper(at).hover()
  await at.mouse.wheel(0, -1)
  const stands = () =>
    what.evaluate(async (element) => {
      element.scrollIntoView()
      const there = element.getBoundingClientRect().top
      for (let frame = 0; frame < 4; frame += 1)
        await new Promise((resolve) => requestAnimationFrame(resolve))
      return Math.abs(element.getBoundingClientRect().top - there) < 1
    })
  await soon(stands).toBe(true)
}

async function removeAll(at: Page): Promise<void> {
  const count = reading(at).getByRole('button', { name: /^Your highlights: / })
  if ((await count.innerText()) === 'Your highlights: 0') return
  const list = await openList(at)
  const remove = list.getByRole('button', { name: /^Remove/ })
  while ((await remove.count()) > 0) await remove.first().click()
  await at.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
}

/** The pages cited under the criterion that is being scored. */
async function cited(at: Page): Promise<readonly string[]> {
  const pages = yourForm(at).getByRole('button', { name: /^Open .*p\. \d/ })
  return (await pages.allInnerTexts()).map((words) => words.trim())
}

test('MARK-11 what is selected is highlighted; its page is cited by itself, which is said with a way back', async () => {
  await drawOver(page, first, first)
  await tools(page).waitFor()
  await page.keyboard.press('h')
  await soon(() => painted(page)).toEqual([first])
  await tools(page).waitFor({ state: 'detached' })
  await reading(page).getByText('Page 1 of Narrative is cited under (A)(3).').waitFor()
  expect(await cited(page)).toEqual(['Narrative, p. 1'])
  await soon(() => announced(page)).toContain('Page 1 of Narrative is cited under (A)(3).')
  await reading(page).getByRole('button', { name: 'Undo' }).click()
  await soon(() => cited(page)).toEqual([])
  // Whoever has taken a page off is not asked again by the next highlight on it; their own press still cites it.
  await drawOver(page, third, third)
  await tools(page)
    .getByRole('button', { name: /^Highlight H/ })
    .click()
  await soon(() => painted(page)).toEqual([first, third])
  await reading(page).getByText('Highlighted.').waitFor()
  expect(await cited(page)).toEqual([])
  await pressOn(page, third)
  await tools(page).getByRole('button', { name: 'Cite p. 1 for (A)(3)' }).click()
  await soon(() => cited(page)).toEqual(['Narrative, p. 1'])
  await reading(page).getByRole('button', { name: 'Undo' }).click()
  await soon(() => cited(page)).toEqual([])
})

test('MARK-12 a note is written at its highlight and stands in the margin; where it is saved is told as of the form', async () => {
  await drawOver(page, first, first)
  await tools(page).getByRole('button', { name: 'Highlight With a note' }).click()
  await note(page).pressSequentially('Check A-13.')
  await margin(page).getByRole('button', { name: 'Your note on page 1: Check A-13.' }).waitFor()
  await reading(page).getByText('Only you').first().waitFor()
  await seats.saved(page)
  await house.context.setOffline(true)
  await note(page).pressSequentially(' Typed without a line.')
  await foot(page)
    .getByText(/^Not being saved\. No line since .* wait/)
    .waitFor()
  await note(page).press('Escape')
  await note(page).waitFor({ state: 'detached' })
  await house.context.setOffline(false)
  await seats.saved(page)
  await page.reload()
  await margin(page).getByText('Check A-13. Typed without a line.').waitFor()
  expect(await painted(page)).toEqual([first])
})

test('MARK-13 all of it is done by keys: paragraph, sentence, more of them, highlight, note, and away', async () => {
  await toKeyboard(page)
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await soon(() => announced(page)).toContain(`${first} ${second}`)
  await page.keyboard.press(']')
  await soon(() => announced(page)).not.toContain(second)
  await page.keyboard.press('h')
  await soon(() => painted(page)).toEqual([first])
  await page.keyboard.press(']')
  await soon(() => announced(page)).toContain(second)
  await page.keyboard.press('}')
  await soon(() => announced(page)).toContain(third)
  await page.keyboard.press('m')
  await soon(async () => (await painted(page)).join(' ')).toBe(`${first} ${second} ${third}`)
  await page.keyboard.type('By hand.')
  await page.keyboard.press('Escape')
  const own = margin(page).getByRole('button', { name: /By hand\.$/ })
  await soon(() => own.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await note(page).waitFor()
  await page.keyboard.press('Escape')
  await toKeyboard(page)
  await page.keyboard.press('Alt+ArrowDown')
  await tools(page).waitFor()
  await page.keyboard.press('Escape')
  await tools(page).waitFor({ state: 'detached' })
})

test('MARK-14 highlights outlive that staff take a file away and add the same one again', async () => {
  await drawOver(page, first, first)
  await page.keyboard.press('m')
  await note(page).fill('Kept.')
  await note(page).press('Escape')
  await seats.saved(page)
  await desk.arrange([{ id: appendix, title: 'Appendix' }])
  await reading(page).getByText(first).first().waitFor({ state: 'detached' })
  const list = await openList(page)
  await list.getByRole('heading', { name: 'In files that staff have taken away' }).waitFor()
  await list.getByText(first).waitFor()
  await list.getByText('Kept.').waitFor()
  await page.keyboard.press('Escape')
  expect(await desk.add('plan again.md', plan, 'Narrative')).toBe(narrative)
  await withAll()
  await toDocument(page, 'Narrative')
  await soon(() => painted(page)).toEqual([first])
  await margin(page).getByText('Kept.').waitFor()
})

test('MARK-15 another tab of the same reviewer sees them at once, nobody else ever does', async () => {
  const tab = await secondTab(house, page)
  await toDocument(tab, 'Narrative')
  const { page: other, context } = await house.elsewhere('Reviewer 2')
  await openForm(other)
  await toDocument(other, 'Narrative')
  await drawOver(page, first, first)
  await page.keyboard.press('m')
  await note(page).pressSequentially('Only mine.')
  await soon(() => painted(tab)).toEqual([first])
  await margin(tab).getByText('Only mine.').waitFor()
  // Writing goes on beside a highlight that the other tab takes away: that brings it back.
  await pressOn(tab, first)
  await tools(tab).getByRole('button', { name: 'Remove highlight' }).click()
  await soon(() => painted(page)).toEqual([])
  await note(page).press('End')
  await note(page).pressSequentially(' Still.')
  await soon(() => painted(tab)).toEqual([first])
  await margin(tab).getByText('Only mine. Still.').waitFor()
  await reading(other).getByRole('button', { name: 'Your highlights: 0' }).waitFor()
  expect(await painted(other)).toEqual([])
  await note(page).press('Escape')
  await tab.close()
  await context.close()
})

test('MARK-16 the list has every highlight with its page, row and note; it leads there, and takes away with a way back', async () => {
  await drawOver(page, second, second)
  await page.keyboard.press('h')
  await toDocument(page, 'Appendix')
  await toPage(page, 2)
  await drawOver(page, third, third)
  await page.keyboard.press('m')
  await note(page).fill('On a page of a PDF.')
  await note(page).press('Escape')
  await soon(() => painted(page)).toEqual([third])
  const list = await openList(page)
  expect(await list.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['Narrative', 'Appendix'])
  await list.getByText('Page 1, made at (A)(3)(i)').waitFor()
  await list.getByText('Page 2, made at (A)(3)(i)').waitFor()
  await list.getByText('On a page of a PDF.').waitFor()
  await list.getByRole('button', { name: `Remove “${third}”` }).click()
  await soon(() => painted(page)).toEqual([])
  await list.getByRole('button', { name: `Undo: bring back “${third}”` }).click()
  await soon(() => painted(page)).toEqual([third])
  await list.getByRole('button', { name: `Go to it: “${second}”` }).click()
  await list.waitFor({ state: 'detached' })
  await soon(() => painted(page)).toEqual([second])
})

test('MARK-17 on pages a sign stands for each note, and opens it', async () => {
  await toDocument(page, 'Appendix')
  await toPage(page, 2)
  await drawOver(page, first, first)
  await page.keyboard.press('m')
  await note(page).fill('A page has no room beside it.')
  await note(page).press('Escape')
  expect(await overlap(page, margin(page).getByRole('button'), third)).toBe(false)
  await margin(page)
    .getByRole('button', { name: 'Your note on page 2: A page has no room beside it.' })
    .click()
  await soon(() => note(page).inputValue()).toBe('A page has no room beside it.')
  await note(page).press('Escape')
})

test('MARK-18 what can be done with a selection never lies over its words; on a phone it is a bar at the bottom', async () => {
  await drawOver(page, first, first)
  await tools(page).waitFor()
  expect(await overlap(page, tools(page), first)).toBe(false)
  await page.keyboard.press('m')
  expect(await overlap(page, note(page), first)).toBe(false)
  await note(page).fill('Small.')
  await note(page).press('Escape')
  await page.setViewportSize({ width: 360, height: 740 })
  await paper(page).evaluate((body) => body.scrollIntoView())
  await soon(async () => (await paper(page).boundingBox())?.width).toBe(360)
  await pressOn(page, first)
  await tools(page).waitFor()
  const box = await tools(page).boundingBox()
  expect(box).toMatchObject({ x: 0, width: 360 })
  expect(await overlap(page, tools(page), first)).toBe(false)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await tools(page).getByRole('button', { name: 'Remove highlight' }).click()
  await soon(() => painted(page)).toEqual([])
  await reading(page).getByRole('button', { name: 'Undo' }).click()
  await soon(() => painted(page)).toEqual([first])
})
