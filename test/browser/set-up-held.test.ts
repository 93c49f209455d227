import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSetUp, picture, type SetUpStage } from './set-up-settings-stage.ts'

let stage: SetUpStage

beforeAll(async () => {
  stage = await openSetUp()
})
afterAll(() => stage?.close())

const overtaken = 'Somebody else has saved this since you began.'

/** The settings with a date typed and not saved. */
async function typed(page: Page, title: string): Promise<void> {
  await page.goto(settings())
  await page.getByRole('button', { name: 'Another date' }).click()
  await titleOn(page).fill(title)
  await dates(page).getByLabel('Day').fill('2027-01-05')
}

const settings = () => `${stage.site}/set-up/settings`
const dates = (page: Page) => page.getByRole('list', { name: 'Dates' })
const titleOn = (page: Page) => dates(page).getByLabel('Title')
const save = (page: Page) => page.getByRole('button', { name: 'Save dates' }).click()
const unsaved = (page: Page) => page.getByText('The dates are changed and not saved.')
const savedTitles = async () => (await stage.setUp()).dates.map(({ title }) => title)

test('HELD-16 a second save is refused and keeps its draft; the first is seen beside it, and gives way only when one says so', async () => {
  const { page: mine } = stage
  const theirs = await mine.context().newPage()
  await typed(mine, 'Mine')
  await typed(theirs, 'Theirs')
  // The second save is sent before its page has heard of the first.
  await mine.route('**/api/set-up', (route) => route.abort())
  await save(theirs)
  await unsaved(theirs).waitFor({ state: 'detached' })
  await save(mine)
  await mine.getByText(overtaken).waitFor()
  expect(await titleOn(mine).inputValue()).toBe('Mine')
  expect(await savedTitles()).toEqual(['Theirs'])
  await mine.unroute('**/api/set-up')
  await mine.getByText('The dates were saved elsewhere meanwhile.').waitFor()
  await picture(mine, 'dates saved meanwhile')
  const beside = mine.waitForEvent('popup')
  await mine.getByRole('link', { name: 'See what was saved' }).click()
  expect(await titleOn(await beside).inputValue()).toBe('Theirs')
  expect(await titleOn(mine).inputValue()).toBe('Mine')
  await mine.getByRole('button', { name: 'Go on with mine' }).click()
  await save(mine)
  await unsaved(mine).waitFor({ state: 'detached' })
  expect(await savedTitles()).toEqual(['Mine'])
})
