import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setCited } from '../../shared/form/edits.ts'
import { readingOf } from '../harness/documents.ts'
import { must, openRoom } from '../harness/review-moves.ts'
import { seatsOn, type SeatsOn } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'
import { readBoard } from './board.ts'
import { openHouse, type House } from './house.ts'
import { comments, toBoard, toBoardRow } from './room.ts'
import * as seats from './seats.ts'
import { column, soon } from './seats.ts'

// What comments in the room rest on: the pages cited, one press from where they are read.

const missouri = 'missouri.1.1'

let house: House
let direct: SeatsOn & { readonly closeSeats: () => void }
let digest = ''

beforeAll(async () => {
  house = await openHouse()
  direct = seatsOn(house.serving.portOf())
  const monitor = await direct.seat('monitor')
  await must(monitor, { kind: 'review.reveal', review: missouri })
  const { documents } = await readingOf(direct.port, monitor.headers['cookie'] ?? '', { id: 'missouri' })
  digest = documents[0]?.id ?? ''
  await cite(1, 2, 3)
  await cite(4, 3)
})
afterAll(async () => {
  direct.closeSeats()
  await house.close()
})

/** A reviewer cites pages for (A)(3) in their own column. */
async function cite(seat: number, ...pages: readonly number[]): Promise<void> {
  const reviewer = await direct.seat(`reviewer-${seat}`)
  await until(`the room of reviewer ${seat}`, () => reviewer.review(missouri).room !== null)
  const room = await openRoom(reviewer, missouri)
  for (const page of pages) setCited({ doc: room.doc, seat }, '(A)(3)', { document: digest, page }, true)
  await room.saved()
}

/** Somebody at a row of Missouri's room. */
async function atRow(label: string, row: string): Promise<Page> {
  const [page] = await house.sit(label)
  if (!page) throw new Error('A tab did not open.')
  await page.goto(new URL(`/review/${missouri}/room/${row}`, page.url()).href)
  await column(page, 'The panel’s scores').waitFor()
  return page
}

function strip(page: Page) {
  return column(page, 'The panel’s scores').getByRole('region', {
    name: 'Pages that the panel cites for (A)(3)',
  })
}

/** The page that is read in the application, as it says itself. */
async function pageRead(page: Page): Promise<number> {
  const numbers = await column(page, 'Application')
    .locator('.column-body')
    .evaluate((body) => {
      const top = body.getBoundingClientRect().top
      const marks = [...body.querySelectorAll<HTMLElement>('[data-page]')]
      const above = marks.filter((mark) => mark.getBoundingClientRect().top <= top + 80)
      return Number(above.at(-1)?.dataset['page'] ?? NaN)
    })
  return numbers
}

test('EVID-1 a row shows each page that is cited for its criterion with who cites it, and under each column what it cites', async () => {
  const page = await atRow('Reviewer 2', '(A)(3)(ii)')
  await soon(() =>
    strip(page)
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => one.ariaLabel)),
  ).toEqual(['Open p. 2, cited by Reviewer 1', 'Open p. 3, cited by Reviewer 1 and Reviewer 4'])
  const cites = async (whose: string) =>
    comments(page, whose)
      .getByRole('button', { name: /^Open p\./ })
      .allInnerTexts()
  expect(await cites('Reviewer 1')).toEqual(['2', '3'])
  expect(await cites('Reviewer 4')).toEqual(['3'])
  expect(await cites('Reviewer 3')).toEqual([])
  // A flagged row of another criterion says that nobody cites a page.
  await page.goto(page.url().replace('(A)(3)(ii)', '(F)(3)'))
  await page.getByText('Nobody cites a page for (F)(3).').waitFor()
  await page.close()
})

test('EVID-2 one press opens the application at the page in the place of one’s own column, and the way back gives the focus back', async () => {
  const page = await atRow('Reviewer 2', '(A)(3)(ii)')
  const opens = comments(page, 'Reviewer 4').getByRole('button', { name: 'Open p. 3' })
  await opens.click()
  await column(page, 'Application').waitFor()
  expect(await column(page, 'Your column').count()).toBe(0)
  await soon(() => pageRead(page)).toBe(3)
  // The row stays beside it, so that the next page is one press away as well.
  await strip(page)
    .getByRole('button', { name: /^Open p\. 2,/ })
    .click()
  await soon(() => pageRead(page)).toBe(2)
  await page.getByRole('button', { name: 'Back to (A)(3)(ii)' }).click()
  await column(page, 'Your column').waitFor()
  await soon(() => opens.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.close()
})

test('EVID-2 the monitor, who has no column, opens it beside the scores; on a phone it takes the whole width', async () => {
  const monitor = await atRow('Panel monitor', '(A)(3)(ii)')
  await strip(monitor)
    .getByRole('button', { name: /^Open p\. 3,/ })
    .click()
  await soon(() => pageRead(monitor)).toBe(3)
  expect(await strip(monitor).isVisible()).toBe(true)
  await monitor.setViewportSize({ width: 360, height: 740 })
  await soon(() => strip(monitor).isVisible()).toBe(false)
  const wide = await column(monitor, 'Application').evaluate(
    (section) => section.getBoundingClientRect().width,
  )
  expect(wide).toBe(360)
  await monitor.getByRole('button', { name: 'Back to (A)(3)(ii)' }).click()
  await strip(monitor).waitFor()
  await monitor.close()
})

test('EVID-3 pages are cited and taken back in one’s own column, and the panel sees it', async () => {
  const page = await atRow('Reviewer 5', '(A)(3)(ii)')
  const monitor = await atRow('Panel monitor', '(A)(3)(ii)')
  const own = column(page, 'Your column').getByRole('region', { name: 'Pages cited for (A)(3)' })
  await own.getByRole('textbox', { name: 'Cite a page' }).fill('5')
  await own.getByRole('textbox', { name: 'Cite a page' }).press('Enter')
  const theirs = strip(monitor).getByRole('button', { name: 'Open p. 5, cited by Reviewer 5' })
  await theirs.waitFor()
  await own.getByRole('button', { name: 'Do not cite p. 5' }).click()
  await theirs.waitFor({ state: 'detached' })
  await seats.saved(page)
  await page.close()
  await monitor.close()
})

test('EVID-4 for a row of boxes each element that differs leads to where the application answers it', async () => {
  const page = await atRow('Reviewer 3', '(C)(1)')
  const boxes = page.getByRole('region', { name: 'Boxes of (C)(1)' })
  const differing = Number(/^\d+/.exec(await boxes.getByRole('heading').innerText())?.[0])
  const ways = boxes.getByRole('button', { name: /^Look up element \d+$/ })
  expect(await ways.count()).toBe(differing)
  await ways.first().click()
  await column(page, 'Application')
    .getByRole('heading', { name: /^\(C\)\(1\)/ })
    .waitFor()
  await page.close()
})

test('EVID-6 in the list a flagged row says how many pages are cited for its criterion', async () => {
  const page = await atRow('Reviewer 3', '(A)(3)(ii)')
  await toBoard(page)
  const { rows } = await readBoard(page)
  const noteOf = (id: string) => rows.find((row) => row.id === id)?.note
  expect(noteOf('(A)(3)(ii)')).toMatch(/2 pages cited$/)
  expect(noteOf('(F)(3)')).not.toContain('cited')
  await toBoardRow(page, '(A)(3)(ii)')
  await page.close()
})
