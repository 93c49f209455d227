import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leastOf, rowsOf } from '../../shared/rubric/rubric.ts'
import { fullForm } from '../harness/full-form.ts'
import { preset } from '../harness/preset-rubrics.ts'
import { must } from '../harness/review-moves.ts'
import { giveForm, signColumn, startSetUpServer, type SetUpServer } from '../harness/set-up-server.ts'
import { alphaReview, betaReview, open } from '../harness/set-up-steps.ts'
import { until } from '../harness/until.ts'
import { lookAt, noFindings, noteSmoothScrolls } from './access-look.ts'
import { launchBrowser, openWindow } from './browser.ts'
import { picture } from './set-up-settings-stage.ts'

const nih = preset('nih-simplified-2025')
let browser: Browser
let set: SetUpServer
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  set = await startSetUpServer(nih)
  await set.must('staff-1', open('beta'))
  const site = `http://localhost:${set.server.port}`
  const context = await openWindow(browser, { site, cookie: set.server.staff })
  await noteSmoothScrolls(context)
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await set?.close()
})

/** Leads a review to its lock, with every row at one of the ends of its scale. */
async function lock(
  review: string,
  people: readonly string[],
  monitorId: string,
  best: boolean,
): Promise<void> {
  const points = Object.fromEntries(
    rowsOf(nih.rubric).map((row) => [row.id, best ? leastOf(row) : row.max] as const),
  )
  const seats = await Promise.all(people.map(set.seat))
  const monitor = await set.seat(monitorId)
  const staff = await set.seat('staff-1')
  for (const seat of seats) await giveForm(seat, nih.rubric, review, fullForm(nih.rubric, { points }))
  await until('all to be ready', () => monitor.review(review).ready?.count === seats.length)
  await must(monitor, { kind: 'review.reveal', review })
  await until('the room', () => seats.every((seat) => seat.review(review).room !== null))
  for (const seat of seats) await signColumn(seat, nih.rubric, review)
  await until('all to have signed', () => monitor.review(review).blockers?.close.length === 0)
  await must(monitor, { kind: 'review.close', review, commentsRead: true })
  await must(staff, { kind: 'review.lock', review })
  await until('the lock', () => staff.review(review).lock?.status === 'locked')
}

test('RANKED-1 the ranking is sealed until the tier is locked, and says what is still to be locked', async () => {
  await page.goto(`http://localhost:${set.server.port}/ranking`)
  await page.getByText('Sealed until every review of tier 1 is locked', { exact: false }).waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
})

test('RANKED-2 once it is opened the better end of the scale comes first, results are told as the scale tells them, and the line stands where it falls', async () => {
  await lock(alphaReview, ['r1', 'r2', 'r3'], 'monitor-1', false)
  await lock(betaReview, ['r4', 'r5', 'r6'], 'monitor-2', true)
  await page.getByRole('button', { name: 'Open what the outcome hangs on' }).click()
  await page.getByRole('table').waitFor()
  await page.getByText('less is better', { exact: false }).waitFor()
  const rows = await page
    .getByRole('table')
    .locator('tbody tr:not(.ranking-line)')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.firstChild?.textContent)),
    )
  expect(rows.map(([rank, name, result]) => [rank, name, result])).toEqual([
    ['1', 'State of beta', '10'],
    ['2', 'State of alpha', '90'],
  ])
  expect(await page.locator('.ranking-line').innerText()).toMatch(/: 1 of 2 reach it\.$/)
})

test('RANKED-3 it is reached from the board and from what the outcome hangs on, and has no violation of WCAG 2.2 AA', async () => {
  await page.goto(`http://localhost:${set.server.port}/`)
  await page.getByRole('link', { name: 'Ranking' }).click()
  await page.getByRole('link', { name: 'What the outcome hangs on' }).click()
  await page.getByRole('link', { name: 'Ranking' }).click()
  await page.getByRole('table').waitFor()
  await picture(page, 'ranking')
  const found = noFindings()
  await lookAt(page, 'ranking', found)
  expect(found).toEqual(noFindings())
})
