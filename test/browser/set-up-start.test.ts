import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checklist2010 } from '../../shared/competition/checklists.ts'
import { presets } from '../../shared/rubric/presets/presets.ts'
import { lookAt, noFindings } from './access-look.ts'
import { openSetUp, picture, type SetUpStage } from './set-up-settings-stage.ts'

let stage: SetUpStage
let page: Page

beforeAll(async () => {
  stage = await openSetUp()
  page = stage.page
  await page.goto(`${stage.site}/set-up/start`)
  await page.getByRole('heading', { name: 'What opens when' }).waitFor()
})
afterAll(() => stage?.close())

const preset = (title: string): Locator => page.getByRole('radio', { name: title })

test('EDITOR-40 the competition is named, and called so on the page', async () => {
  await page.getByRole('textbox', { name: 'Name of the competition' }).fill('Rural schools 2027')
  await page.getByRole('button', { name: 'Call it so' }).click()
  await page.getByRole('banner').getByText('Rural schools 2027').waitFor()
  expect((await stage.setUp()).title).toBe('Rural schools 2027')
})

test('EDITOR-49 as long as nobody has chosen a rubric, that is said and listed as missing', async () => {
  await page
    .getByText('No rubric is chosen yet. Until then the pages show that of Race to the Top, 2010.')
    .waitFor()
  expect(await page.getByText('This competition has its rubric.').count()).toBe(0)
  const line = page.getByRole('listitem').filter({ hasText: 'No rubric is chosen: begin with a preset' })
  await picture(page, 'start empty')
  await line.getByRole('link', { name: 'Rubric' }).click()
  await page.getByText('No rubric is chosen yet.').waitFor()
  await picture(page, 'rubric not chosen')
  await page.goBack()
  await line.waitFor()
})

test('EDITOR-41 each preset is taken over whole: rubric, rules and checklist; over what was changed only when one says so', async () => {
  for (const { title, rubric, rules } of presets.slice(1)) {
    await preset(title).check({ force: true })
    await page.getByRole('button', { name: `Begin with ${title}` }).click()
    const asks = page.getByRole('alertdialog', { name: `Begin with ${title}?` })
    const chosen = page.locator('label', { hasText: title }).getByText('This competition has its rubric.')
    await asks.or(chosen).waitFor()
    if (await asks.isVisible()) await asks.getByRole('button', { name: 'Replace it' }).click()
    await chosen.waitFor()
    const setUp = await stage.setUp()
    expect([setUp.rubric.id, setUp.rules, setUp.checklist.length]).toEqual([rubric.id, rules, 5])
  }
  const [first] = presets
  if (!first) throw new Error('There are no presets.')
  await preset(first.title).check({ force: true })
  await page.getByRole('button', { name: `Begin with ${first.title}` }).click()
  const asks = page.getByRole('alertdialog')
  await picture(page, 'start replace')
  await asks.getByRole('button', { name: 'Keep what there is' }).click()
  expect((await stage.setUp()).rubric.id).toBe('foundation')
  await page.getByRole('button', { name: `Begin with ${first.title}` }).click()
  await asks.getByRole('button', { name: 'Replace it' }).click()
  await page
    .locator('label', { hasText: first.title })
    .getByText('This competition has its rubric.')
    .waitFor()
  expect((await stage.setUp()).checklist).toEqual(checklist2010)
  expect(await page.getByText('No rubric is chosen').count()).toBe(0)
})

test('EDITOR-42 what is missing is listed in the order of setting up, and each leads to its part', async () => {
  await page.getByRole('heading', { name: /^Missing: \d/ }).waitFor()
  const line = page.getByRole('listitem').filter({ hasText: 'There are no reviewers.' })
  await line.getByRole('link', { name: /^People/ }).click()
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor()
  await page.goBack()
  await page.getByText('There are no applications.').waitFor()
})

test('EDITOR-43 dates are told in the competition’s time zone, not in that of the page', async () => {
  const at = Date.UTC(2027, 0, 5, 2, 0)
  const dates = [{ id: 'ready', title: 'Forms are due', at, remind: 'ready' }]
  await stage.give({ kind: 'dates.set', zone: 'America/New_York', dates })
  await page.getByText('Mon, Jan 4, 2027, 9:00 PM').waitFor()
  await page.getByText('1 date, in the time of America/New York').waitFor()
})

test('EDITOR-44 the start is clean to axe and holds at every width', async () => {
  const found = noFindings()
  await picture(page, 'start')
  await lookAt(page, 'the start', found)
  expect(found).toEqual(noFindings())
})
