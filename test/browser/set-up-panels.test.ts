import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { SetUpPage } from '../../shared/competition/set-up-page.ts'
import { fillCompetition, makeReady, must } from '../harness/assignment-server.ts'
import { startPeopleServer, type PeopleServer } from '../harness/people-server.ts'
import { lookAt, noFindings } from './access-look.ts'
import { launchBrowser, openWindow } from './browser.ts'
import { picture as pictureOf } from './set-up-settings-stage.ts'

let browser: Browser
const opened: (() => Promise<void>)[] = []

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close()
})

interface Scene {
  readonly server: PeopleServer
  readonly page: Page
  readonly setUp: () => Promise<SetUpPage>
}

/** A competition of its own, with staff on the page of its panels. */
async function openScene(fill: (server: PeopleServer) => Promise<void>): Promise<Scene> {
  const server = await startPeopleServer()
  opened.push(server.close)
  await fill(server)
  const site = `http://localhost:${server.port}`
  const context = await openWindow(browser, { site, cookie: server.staff })
  opened.push(() => context.close())
  const page = await context.newPage()
  await page.goto(`${site}/set-up/panels`)
  await page.getByRole('heading', { name: 'Panels', level: 1 }).waitFor()
  return {
    server,
    page,
    setUp: async () => JSON.parse((await server.get('/api/set-up', server.staff)).body),
  }
}

/** The page of the panels is long. */
const picture = (page: Page, name: string) => pictureOf(page, name, { wide: 2400, narrow: 2400 })

const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

const seedField = (page: Page) => page.getByRole('textbox', { name: 'Seed', exact: true })
const drawButton = (page: Page) => page.getByRole('button', { name: 'Draw at random', exact: true })
const saveButton = (page: Page) => page.getByRole('button', { name: 'Save the draft', exact: true })
const isSaved = (page: Page) => page.getByRole('button', { name: 'Nothing to save', exact: true }).waitFor()

/** Three panels of three, drawn by a seed. */
async function draw(page: Page, seed = '5eed0001'): Promise<void> {
  await page.getByRole('textbox', { name: 'Seats a panel' }).fill('3')
  await seedField(page).fill(seed)
  await drawButton(page).click()
  await page.getByText(`Drawn at random with the seed ${seed}`).waitFor()
}

/** What is done with somebody, or something, from the menu of its line. */
async function choose(page: Page, line: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `Change ${line}`, exact: true }).click()
  await page.getByRole('button', { name: what, exact: true }).click()
}

async function wordsOf(page: Page): Promise<readonly string[]> {
  return page.locator('.panels-card').allInnerTexts()
}

test('PANELS-8 panels are drawn by a seed, which draws them again, and are on record once they are saved', async () => {
  const { page, setUp } = await openScene((it) => fillCompetition(it))
  await draw(page)
  const first = await wordsOf(page)
  expect(first).toHaveLength(3)
  expect((await setUp()).draft).toBeNull()
  await draw(page, 'another')
  expect(await wordsOf(page)).not.toEqual(first)
  await draw(page)
  expect(await wordsOf(page)).toEqual(first)
  await page.getByText('Reviewers sit on 0 or 1 panel and read 0 to 3 applications').waitFor()
  await page.getByText('The panels fall into 3 groups that share no reviewer').waitFor()
  await saveButton(page).click()
  await isSaved(page)
  expect((await setUp()).draft?.seed).toBe('5eed0001')
  await page.reload()
  await page.getByText('Drawn at random with the seed 5eed0001').waitFor()
  expect(await wordsOf(page)).toEqual(first)
})

test('PANELS-24 one sentence says how panels came about: drawn by whom and when, unchanged or then changed by hand and by whom', async () => {
  const { page, server, setUp } = await openScene((it) => fillCompetition(it))
  const origin = page.locator('.panels-origin')
  const says = (words: RegExp) => origin.filter({ hasText: words }).waitFor()
  const drawn =
    'Drawn at random with the seed 5eed0001 by Program staff on [A-Z][a-z]{2} \\d+, \\d+:\\d\\d [ap]m'
  await draw(page)
  await says(new RegExp(`${drawn}, unchanged. Not saved yet`))
  await says(
    /Staff entered the seed\. The same people, answers and numbers with this seed draw the same panels/,
  )
  await saveButton(page).click()
  await isSaved(page)
  const { draft } = await setUp()
  if (!draft?.draw) throw new Error('A draw was saved.')
  await choose(page, 'Panel 3', 'Remove the panel')
  await page.getByRole('button', { name: 'New panel' }).click()
  await says(new RegExp(`${drawn}, then \\d+ changes by hand. Not saved yet`))
  await picture(page, 'changed by hand')
  await saveButton(page).click()
  await isSaved(page)
  await says(new RegExp(`${drawn}, then \\d+ changes by hand by Program staff, last on `))
  await page.reload()
  await says(new RegExp(`${drawn}, then \\d+ changes by hand by Program staff, last on `))
  const { panels, places } = draft
  await must(server, { kind: 'assignment.draft', panels, places, seed: 'invented' })
  await says(/Set by hand by Program staff, last on .*: no seed draws these panels again/)
  await must(server, { kind: 'assignment.draft', panels, places, seed: '5eed0001' })
  await says(new RegExp(`${drawn}, unchanged`))
  await draw(page, 'another')
  await says(/It is draw 2 of 2/)
})

test('PANELS-9 what is changed by hand is told with what stands against it, is no longer as drawn, and can be undone', async () => {
  const { page, setUp } = await openScene((it) => fillCompetition(it))
  await draw(page)
  const before = await wordsOf(page)
  const reviewer = await page.locator('.panels-card .panels-line-name').nth(1).innerText()
  const [name = ''] = reviewer.split('\n')
  await choose(page, `${name} on Panel 1`, 'Take off the panel')
  await page.getByText('then 1 change by hand').waitFor()
  await card(page, 'Panel 1').getByText('Panel 1 has 2 reviewers; a panel has 3.').waitFor()
  await page.getByRole('button', { name: `Undo: ${name} is taken off Panel 1` }).click()
  await page.getByText(/Drawn at random with the seed 5eed0001 .*, unchanged/).waitFor()
  expect(await wordsOf(page)).toEqual(before)

  await choose(page, `${name} on Panel 1`, 'Move to another panel …')
  await page.getByRole('dialog').getByRole('button', { name: 'Panel 2' }).click()
  await card(page, 'Panel 2').getByText('Panel 2 has 4 reviewers; a panel has 3.').waitFor()
  await choose(page, 'Panel 3', 'Rename …')
  await page.getByRole('textbox', { name: 'Title' }).fill('The third')
  await page.keyboard.press('Enter')
  await card(page, 'The third').waitFor()
  await choose(page, 'The third', 'Remove the panel')
  await page.getByRole('heading', { name: /^With no panel: [23]$/ }).waitFor()
  await page.getByRole('button', { name: 'New panel' }).click()
  await saveButton(page).click()
  await isSaved(page)
  const { draft } = await setUp()
  expect(draft?.seed).toBeNull()
  expect(draft?.panels.map(({ reviewers }) => reviewers.length)).toEqual([2, 4, 0])
})

test('PANELS-10 who may not sit on a panel is named with why, and cannot be picked', async () => {
  const { page, server, setUp } = await openScene(async (it) => {
    await fillCompetition(it)
    const panels = [{ id: 'panel-1', title: 'Panel 1', monitor: null, reviewers: [] }]
    await must(it, { kind: 'assignment.draft', panels, places: { a1: 'panel-1', a3: 'panel-1' }, seed: null })
  })
  await choose(page, 'Panel 1', 'Add a reviewer …')
  const dialog = page.getByRole('dialog', { name: 'Add a reviewer to Panel 1' })
  await dialog.getByText('Ohio: from the same State').waitFor()
  await dialog.getByText('Utah: in conflict with it').waitFor()
  expect(await dialog.getByRole('button', { name: 'Name of r1)' }).count()).toBe(0)
  await dialog.getByRole('button', { name: 'Name of r2)' }).click()
  await card(page, 'Panel 1').getByText('Label of r2 (Name of r2)').waitFor()
  await saveButton(page).click()
  await isSaved(page)
  expect((await setUp()).draft?.panels[0]?.reviewers).toEqual(['r2'])
  // Declared while it is drafted: told at its place, without a reload.
  const answers = [{ application: 'a3', person: 'r2', answer: 'unsure', reason: 'A cousin works there.' }]
  await must(server, { kind: 'conflict.record', answers })
  await card(page, 'Panel 1')
    .getByText('Label of r2 (Name of r2) may not be on Panel 1 with Utah: in conflict with it.')
    .waitFor()
})

test('PANELS-11 leaving asks while there is something that is not saved', async () => {
  const { page } = await openScene((it) => fillCompetition(it))
  await draw(page)
  const away = page.getByRole('link', { name: 'Import', exact: true })
  await away.click()
  await page.getByRole('button', { name: 'Stay with the panels' }).click()
  await page.getByText('Not saved yet.').waitFor()
  await saveButton(page).click()
  await isSaved(page)
  await away.click()
  await page.getByRole('button', { name: 'Choose a file' }).waitFor()
})

test('PANELS-12 what is ready is opened to its panels, and those are at work and stay', async () => {
  const ready = ['a1', 'a2', 'a3', 'a4']
  const people = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9', 'r10', 'm1', 'm2', 'm3']
  const { page, setUp } = await openScene(async (it) => {
    await fillCompetition(it)
    await makeReady(it, ready, people)
  })
  await draw(page)
  await saveButton(page).click()
  await isSaved(page)
  await page.getByText('4 of 7 applications can be opened.').waitFor()
  await page.getByText('Not ready: 3').click()
  await page
    .locator('summary')
    .filter({ hasText: /^Texas/ })
    .click()
  await page.getByText('Texas: “Came on time” is not judged yet.').waitFor()
  await page.getByText('has not certified for Texas.').first().waitFor()
  await page.getByRole('checkbox', { name: 'Maine' }).uncheck()
  await picture(page, 'open')
  await page.getByRole('button', { name: 'Open 3 applications to their panels' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('The rubric is frozen with this').waitFor()
  await picture(page, 'open asks')
  await dialog.getByRole('button', { name: 'Open to their panels' }).click()
  await page.getByText('1 of 4 applications can be opened.').waitFor()
  const { applications, panels } = await setUp()
  expect(applications.filter(({ opened: is }) => is).map(({ id }) => id)).toEqual(['a1', 'a2', 'a3'])
  const atWork = card(page, panels[0]?.title ?? '')
  await atWork.getByText('At work').waitFor()
  expect(await page.getByRole('button', { name: /^Undo/ }).count()).toBe(0)
  expect(await atWork.getByRole('button', { name: /^Change Label of/ }).count()).toBe(0)
  await picture(page, 'opened')
  const seats = await atWork.locator('.panels-line-more').allInnerTexts()
  await seedField(page).fill('again')
  await drawButton(page).click()
  await page.getByText('Drawn at random with the seed again').waitFor()
  expect(await atWork.locator('.panels-line-more').allInnerTexts()).toHaveLength(seats.length)
  await saveButton(page).click()
  await isSaved(page)
  // What is at work was drawn before, and says so.
  const before =
    /^Open to their panels: Drawn at random with the seed 5eed0001 by Program staff on .*, unchanged/
  await page.getByText(before).waitFor()
  await picture(page, 'drawn again')
  await page.getByRole('link', { name: 'Ohio', exact: true }).click()
  await page.waitForURL('**/review/**')
})

test('PANELS-13 where there are no such panels it is said which rule is in the way, and what was there stays', async () => {
  const { page } = await openScene((it) => fillCompetition(it))
  await draw(page)
  const before = await wordsOf(page)
  await page.getByRole('textbox', { name: 'Panels', exact: true }).fill('4')
  await page.getByRole('textbox', { name: 'Most panels a reviewer' }).fill('1')
  await drawButton(page).click()
  const alert = page.getByRole('alert').filter({ hasText: 'There are no such panels.' })
  await alert
    .getByText(
      '3 reviewers for each of 4 panels are 12 seats; with at most 1 panel each, 10 reviewers fill 10.',
    )
    .waitFor()
  expect(await wordsOf(page)).toEqual(before)
  await page.getByRole('textbox', { name: 'Panels', exact: true }).fill('many')
  await page.getByText('A whole number from 1 to 60.').waitFor()
  expect(await wordsOf(page)).toEqual(before)
})

test('PANELS-14 a search that takes long can be given up', async () => {
  const { page } = await openScene((it) => fillCompetition(it))
  // A line on which no answer comes.
  await page.route('**/api/set-up/assignment', (route) =>
    route.request().method() === 'POST' ? undefined : route.continue(),
  )
  await drawButton(page).click()
  await page.getByText('Panels are being drawn. Most take a second').waitFor()
  await page.getByRole('button', { name: 'Give up' }).click()
  await page.unroute('**/api/set-up/assignment')
  await draw(page)
})

test('PANELS-15 panels are drawn, changed, saved and opened from the keyboard alone', async () => {
  const { page, setUp } = await openScene(async (it) => {
    await fillCompetition(it)
    await makeReady(
      it,
      ['a1'],
      ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9', 'r10', 'm1', 'm2', 'm3'],
    )
  })
  const { keyboard } = page
  await page.getByRole('textbox', { name: 'Seats a panel' }).focus()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('3')
  await keyboard.press('Enter')
  await card(page, 'Panel 3').waitFor()
  await page.getByRole('button', { name: 'Change Panel 1', exact: true }).focus()
  await keyboard.press('Enter')
  await page.locator(':focus', { hasText: 'Add a reviewer …' }).waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Add an application to Panel 1' }).waitFor()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await page.getByText('then 1 change by hand').waitFor()
  await saveButton(page).focus()
  await keyboard.press('Enter')
  await isSaved(page)
  await page.getByRole('button', { name: 'Open 1 application to its panel' }).focus()
  await keyboard.press('Enter')
  await page.getByRole('alertdialog').waitFor()
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await page.getByText('At work', { exact: true }).waitFor()
  expect((await setUp()).applications.find(({ id }) => id === 'a1')?.opened).toBe(true)
})

test('PANELS-16 41 applications, 12 panels and 58 reviewers are on an accessible page, wide and narrow, light and dark', async () => {
  const { page } = await openScene(async (it) => {
    await fillCompetition(it, { reviewers: 58, monitors: 12, applications: 42 })
  })
  const found = noFindings()
  await picture(page, 'before')
  await drawButton(page).click()
  await card(page, 'Panel 12').waitFor()
  await picture(page, 'drawn')
  await choose(page, 'Panel 3', 'Add a reviewer …')
  await page.getByRole('dialog').waitFor()
  await picture(page, 'pick')
  await lookAt(page, 'who may sit', found)
  await page.keyboard.press('Escape')
  await choose(page, 'Panel 3', 'Remove the panel')
  await page.getByRole('button', { name: 'New panel' }).click()
  await page.getByRole('textbox', { name: 'Most panels a reviewer' }).fill('1')
  await drawButton(page).click()
  await page.getByText('There are no such panels').waitFor()
  await picture(page, 'by hand')
  await lookAt(page, 'panels', found)
  expect(found).toEqual(noFindings())
})

test('PANELS-17 without people or applications the page says what is missing', async () => {
  const { page, server } = await openScene(async () => undefined)
  await page.getByText('There is nobody to assign yet.').waitFor()
  await page.getByRole('link', { name: 'Add people' }).waitFor()
  const found = noFindings()
  await lookAt(page, 'empty', found)
  expect(found).toEqual(noFindings())
  expect(server.failures).toEqual([])
})

test('PANELS-18 a panel that was begun by hand is kept, and what is missing is drawn', async () => {
  const { page } = await openScene((it) => fillCompetition(it))
  await page.getByRole('button', { name: 'New panel' }).click()
  await choose(page, 'Panel 1', 'Add a reviewer …')
  await page.getByRole('dialog').getByRole('button', { name: 'Name of r4)' }).click()
  await page.getByRole('button', { name: 'Choose a panel for Iowa' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Panel 1' }).click()
  await page.getByRole('checkbox', { name: 'Keep the draft' }).check()
  await draw(page)
  const kept = card(page, 'Panel 1')
  await kept.getByText('Name of r4)').waitFor()
  await kept.getByText('Iowa', { exact: true }).waitFor()
  await page.getByText('around 2 seats and applications set before it, unchanged').waitFor()
  expect(await kept.locator('.panels-line-more').count()).toBe(3)
  expect(await page.locator('.panels-card').count()).toBe(3)
  // With nothing left to draw, no other seed has drawn these panels.
  await seedField(page).fill('another')
  await drawButton(page).click()
  await page.getByRole('button', { name: 'Undo: What was missing is drawn' }).waitFor()
  await page.getByText(/Drawn at random with the seed 5eed0001 .* around 2 seats/).waitFor()
})

test('HELD-33 to whoever is recused from an application the panel that reads it is shown as kept, and nobody of it can be changed', async () => {
  const { page, server, setUp } = await openScene(async (it) => {
    await fillCompetition(it)
    await it.add({ id: 'staff-9', role: 'staff' })
  })
  await draw(page)
  await saveButton(page).click()
  await isSaved(page)
  const { draft } = await setUp()
  const [application = '', panel] = Object.entries(draft?.places ?? {})[0] ?? []
  const title = draft?.panels.find(({ id }) => id === panel)?.title ?? ''
  const answers = [{ application, answer: 'recused', reason: 'A cousin works there.' }]
  await must(server, { kind: 'conflict.declare', answers })
  await page.reload()
  const kept = card(page, title)
  await kept.getByText('Kept', { exact: true }).waitFor()
  await kept.getByText('It reads an application that you are recused from, and keeps its members.').waitFor()
  expect(await page.getByText('Kept', { exact: true }).count()).toBe(1)
  expect(await kept.getByRole('button', { name: /^Change .+ on / }).count()).toBe(0)
  await page.getByRole('button', { name: `Change ${title}`, exact: true }).click()
  await page.getByRole('button', { name: 'Add an application …' }).waitFor()
  expect(await page.getByRole('button', { name: 'Add a reviewer …' }).count()).toBe(0)
  await picture(page, 'panels-kept')
})
