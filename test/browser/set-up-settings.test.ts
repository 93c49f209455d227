import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import { preset } from '../harness/preset-rubrics.ts'
import { must } from '../harness/review-moves.ts'
import { seatsOn } from '../harness/running-server.ts'
import { keyboardOn } from './access-keys.ts'
import { lookAt, noFindings } from './access-look.ts'
import { openHouse } from './house.ts'
import { openSetUp, picture, type SetUpStage } from './set-up-settings-stage.ts'

let stage: SetUpStage
let page: Page

beforeAll(async () => {
  stage = await openSetUp()
  page = stage.page
})
afterAll(() => stage?.close())

const setting = (title: string): Locator => page.getByRole('group', { name: title, exact: true })
const save = (): Locator => page.getByRole('button', { name: 'Save settings' })

async function open(): Promise<void> {
  await page.goto(`${stage.site}/set-up/settings`)
  await page.getByRole('heading', { name: 'Disagreement' }).waitFor()
}

async function saved(): Promise<void> {
  await save().click()
  await save().waitFor({ state: 'detached' })
}

async function take(id: string): Promise<void> {
  const { rubric, rules } = preset(id)
  await stage.give({ kind: 'preset.take', preset: id, rubric, rules, checklist: [] })
}

test('SETTING-31 what is missing in the settings stands first and is said there; without a preset a rule is compared with nothing', async () => {
  await page.goto(`${stage.site}/set-up/start`)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'There are no dates and no time zone.' })
    .getByRole('link', { name: 'Settings' })
    .click()
  await page.getByText('No dates and no time zone are saved yet.').waitFor()
  await page.getByRole('combobox', { name: 'Time zone of the competition' }).waitFor()
  const groups = await page.locator('.settings-heading').allTextContents()
  expect(groups.slice(0, 2)).toEqual(['Dates', 'Disagreement'])
  expect(await setting('Time for an application').textContent()).not.toMatch(/2010|preset|Put back/)
  await picture(page, 'settings empty')
})

test('SETTING-30 a rule is compared with the preset that was taken', async () => {
  await take('foundation')
  await open()
  await page.getByText('The competition began with the preset “A foundation’s form”.').waitFor()
  await setting('Finalist line').getByText('In the preset: 70 points.').waitFor()
  await setting('When the money runs out').getByText('In the preset: pass it.').waitFor()
  expect(await page.getByText('Not so here.').count()).toBe(0)
  expect(await page.getByText('2010').count()).toBe(0)
  await picture(page, 'settings foundation')
})

test('SETTING-9 a rule is changed, saved for everybody, told beside that of 2010, and put back', async () => {
  await take('race-to-the-top-2010')
  await open()
  const slot = setting('Time for an application')
  expect(await slot.textContent()).toContain('In 2010: 90 minutes.')
  await slot.getByRole('textbox').fill('45')
  await setting('How forms make a score').getByRole('combobox').selectOption('median')
  await page.getByText('2 settings changed and not saved').waitFor()
  await picture(page, 'settings changed')
  await saved()
  expect((await stage.setUp()).rules).toEqual({ ...rulesOf2010, slotMinutes: 45, averaging: 'median' })
  await slot.getByText('Not so here.').waitFor()
  await slot.getByRole('button', { name: 'Put back: Time for an application' }).click()
  expect(await slot.getByRole('textbox').inputValue()).toBe('90')
  await saved()
  expect((await stage.setUp()).rules).toEqual({ ...rulesOf2010, averaging: 'median' })
})

test('SETTING-10 what cannot be taken stays where it was typed, says why, and nothing is saved', async () => {
  await open()
  const before = (await stage.setUp()).rules
  const items = setting('Time for an item')
  await items.getByRole('textbox').fill('0')
  await items.getByText('Whole numbers from 1 to 120.').waitFor()
  await setting('People in a team').getByRole('textbox').fill('7')
  await save().click()
  await page.getByText('One of the settings cannot be taken as it is typed.').waitFor()
  expect(await items.getByRole('textbox').evaluate((field) => field === document.activeElement)).toBe(true)
  await picture(page, 'settings refused')
  expect((await stage.setUp()).rules).toEqual(before)
  await page.getByRole('button', { name: 'Discard changes to settings' }).click()
  expect(await items.getByRole('textbox').inputValue()).toBe('10')
})

test('SETTING-10 what others save meanwhile comes through, and leaves what was changed here', async () => {
  await open()
  await setting('People in a team').getByRole('textbox').fill('6')
  const { rules } = await stage.setUp()
  await stage.give({ kind: 'rules.set', rules: { ...rules, itemMinutes: 12 } })
  const items = setting('Time for an item').getByRole('textbox')
  await expect.poll(() => items.inputValue()).toBe('12')
  await saved()
  expect((await stage.setUp()).rules).toEqual({ ...rules, itemMinutes: 12, teamSize: 6 })
})

test('SETTING-7 points are typed on the rubric’s scale, and what does not fit the rubric is named', async () => {
  await take('horizon-europe-ria')
  await stage.give({ kind: 'rules.set', rules: { ...rulesOf2010, scoreLine: 22, tieBreak: ['C1'] } })
  await open()
  await setting('Finalist line').getByRole('textbox').fill('200')
  await page.getByText('The line of 200.00 lies outside what the rubric can give').waitFor()
  const line = setting('Finalist line')
  await line.getByText('In the preset: 10.0 points.').waitFor()
  await line.getByText('Not so here.').waitFor()
  await line.getByRole('textbox').fill('10.3')
  await line.getByText('Points in steps of 0.5').waitFor()
  await line.getByRole('textbox').fill('10.5')
  await setting('What breaks a tie').getByRole('combobox').selectOption('C2')
  await setting('What breaks a tie').getByRole('button', { name: 'Move C2 up' }).click()
  await picture(page, 'settings of halves')
  await saved()
  expect((await stage.setUp()).rules).toMatchObject({ scoreLine: 21, tieBreak: ['C2', 'C1'] })
  await page.getByText('The line of').waitFor({ state: 'detached' })
})

test('SETTING-11 dates are typed in the competition’s zone, with a skipped hour said, and saved as moments', async () => {
  await open()
  await page.getByRole('combobox', { name: 'Time zone of the competition' }).selectOption('America/New_York')
  await page.getByRole('button', { name: 'Conflicts due' }).click()
  await page.getByRole('button', { name: 'Another date' }).click()
  await page.getByRole('button', { name: 'Save dates' }).click()
  await page.getByText('Give it a title.').waitFor()
  await picture(page, 'dates missing')
  const rows = page.getByRole('list', { name: 'Dates' }).getByRole('listitem')
  await rows.nth(0).getByLabel('Day').fill('2027-03-14')
  await rows.nth(0).getByLabel('Time').fill('02:30')
  await rows.nth(0).getByText('Clocks skip 02:30 on that day, so 03:30 is taken.').waitFor()
  await rows.nth(1).getByLabel('Title').fill('Briefing of reviewers')
  await rows.nth(1).getByLabel('Day').fill('2027-01-05')
  await rows.nth(1).getByLabel('Time').fill('16:00')
  await picture(page, 'dates')
  await page.getByRole('button', { name: 'Save dates' }).click()
  await page.getByText('The dates are changed and not saved.').waitFor({ state: 'detached' })
  const { zone, dates } = await stage.setUp()
  expect(zone).toBe('America/New_York')
  expect(dates).toEqual([
    { id: 'date-2', title: 'Briefing of reviewers', at: Date.parse('2027-01-05T21:00:00Z'), remind: null },
    { id: 'conflicts', title: 'Conflicts due', at: Date.parse('2027-03-14T07:30:00Z'), remind: 'certify' },
  ])
})

test('SETTING-15 the days on which dates remind are typed, said where they cannot be taken, and saved with the dates', async () => {
  await open()
  const days = setting('Days of reminders').getByRole('textbox')
  expect(await days.inputValue()).toBe('2, 1')
  await days.fill('40, 1')
  await page.getByText('from 30 days before a date to 0, the day itself.').waitFor()
  await picture(page, 'reminders refused')
  await page.getByRole('button', { name: 'Save dates' }).click()
  await expect.poll(() => days.evaluate((field) => field === document.activeElement)).toBe(true)
  expect((await stage.setUp()).reminderDays).toEqual([2, 1])
  await days.fill('1, 7')
  await picture(page, 'reminders')
  const unsaved = page.getByText('The dates are changed and not saved.')
  await page.getByRole('button', { name: 'Save dates' }).click()
  await unsaved.waitFor({ state: 'detached' })
  expect((await stage.setUp()).reminderDays).toEqual([7, 1])
  await setting('Days of reminders').getByRole('button', { name: 'Put back: Days of reminders' }).click()
  expect(await days.inputValue()).toBe('2, 1')
  await days.fill('')
  await page.getByRole('button', { name: 'Save dates' }).click()
  await unsaved.waitFor({ state: 'detached' })
  expect((await stage.setUp()).reminderDays).toEqual([])
})

test('SETTING-13 reviewers and monitors see the next date above their applications, in the competition’s zone', async () => {
  const dates = [
    { id: 'forms', title: 'Forms ready', at: Date.parse('2090-12-01T22:00:00Z'), remind: 'ready' },
    { id: 'deadline', title: 'Applications due', at: 1_000, remind: null },
    { id: 'panels', title: 'Panels meet', at: Date.parse('2091-01-01T22:00:00Z'), remind: null },
  ]
  await stage.give({ kind: 'dates.set', zone: 'America/New_York', dates })
  await stage.server.add({ id: 'r1' }, { id: 'm1', role: 'monitor' })
  for (const person of ['r1', 'm1']) {
    const theirs = await (await stage.another()).newPage()
    const link = await stage.link(person)
    await theirs.goto(link)
    await theirs.getByRole('button', { name: 'Sign in', exact: true }).click()
    const next = theirs.locator('.next-date')
    await next.waitFor()
    expect(await next.textContent()).toBe(
      'Next: Forms ready, Fri, Dec 1, 2090, 5:00 pm EST (America/New York time)',
    )
    await picture(theirs, `next date ${person}`)
    await theirs.context().close()
  }
})

test('SETTING-12 the settings are changed and saved by the keyboard alone', async () => {
  await open()
  const keys = keyboardOn(page)
  await keys.tabTo('link', 'Time')
  await keys.press('Enter')
  await keys.tabTo('textbox', 'A finalist’s presentation')
  await keys.press('Control+a')
  await keys.type('40')
  await keys.tabTo('button', 'Save settings')
  await keys.press('Enter')
  await save().waitFor({ state: 'detached' })
  expect((await stage.setUp()).rules.presentationMinutes).toBe(40)
  expect(keys.faults).toEqual([])
})

test('SETTING-12 the settings are accessible, wide and narrow, light and dark', async () => {
  const found = noFindings()
  await open()
  await lookAt(page, 'settings', found)
  await setting('Time for an item').getByRole('textbox').fill('0')
  await setting('Shortest comment').getByRole('textbox').fill('40')
  await lookAt(page, 'settings with a fault', found)
  expect(found).toEqual(noFindings())
})

test('SETTING-14 once scores are revealed, what they were made by is told and cannot be changed', async () => {
  const house = await openHouse()
  try {
    const line = seatsOn(house.serving.portOf())
    await must(await line.seat('monitor'), { kind: 'review.reveal', review: 'missouri.1.1' })
    line.closeSeats()
    const [staff] = await house.sit('Program staff')
    if (!staff) throw new Error('Nobody of program staff sits.')
    await staff.goto(`${new URL(staff.url()).origin}/set-up/settings`)
    const averaging = staff.getByRole('group', { name: 'How forms make a score' })
    await averaging.getByText('Scores have been revealed that were made by it, so it stays.').waitFor()
    expect(await averaging.getByRole('combobox').count()).toBe(0)
    const slot = staff.getByRole('group', { name: 'Time for an application' })
    expect(await slot.getByRole('textbox').inputValue()).toBe('90')
  } finally {
    await house.close()
  }
})
