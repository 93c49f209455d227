import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { applicant, playPreset, type ScalePlay } from './scale-play.ts'
import { column } from './seats.ts'
import { picture } from './set-up-settings-stage.ts'

let browser: Browser
let play: ScalePlay

beforeAll(async () => {
  browser = await launchBrowser()
  play = await playPreset(browser, 'foundation')
  for (const person of ['r1', 'r2', 'r3']) {
    await play.fill(person)
    await play.attest(person)
  }
})
afterAll(async () => {
  await play?.close()
  await browser?.close()
})

const at = (page: Page, path: string): Promise<unknown> =>
  page.goto(new URL(`/review/${play.review}/${path}`, page.url()).href)

/** What the competition calls the reviewers of the panel. */
const elsewhere = /Reviewer (17|23|31)/

test('ROOM-15 in a room everybody has one number, that of the seat, in marks and in words', async () => {
  const page = await play.page('r2')
  await page.getByRole('banner').getByText('Reviewer 23').waitFor()
  await play.reveal()
  await at(page, 'room')
  await column(page, 'Disagreement').getByRole('table').waitFor()
  await page.getByRole('banner').getByText('Reviewer 2', { exact: true }).waitFor()
  for (const name of ['Reviewer 1', 'You, Reviewer 2', 'Reviewer 3'])
    await page.getByRole('columnheader', { name, exact: true }).first().waitFor()
  expect(await page.content()).not.toMatch(elsewhere)
  await picture(page, 'seat names room')
  const monitor = await play.page('m1')
  await monitor.getByRole('link', { name: applicant, exact: true }).first().click()
  await column(monitor, 'Disagreement').waitFor()
  await monitor.getByText('Reviewer 3', { exact: true }).first().waitFor()
  expect(await monitor.content()).not.toMatch(elsewhere)
  await picture(monitor, 'seat names board')
  await page.context().close()
  await monitor.context().close()
})

test('ROOM-15 staff see beside a seat who sits there', async () => {
  const page = await play.page('staff-1')
  await at(page, 'lock')
  const seat = page.getByRole('row').filter({ hasText: 'Reviewer 23 in the competition' })
  await seat.getByText('Reviewer 2', { exact: true }).waitFor()
  await picture(page, 'seat names staff')
})
