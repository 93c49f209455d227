import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { fillCompetition, makeReady } from '../harness/assignment-server.ts'
import { lookAt, noFindings } from './access-look.ts'
import { openSetUp, picture, type SetUpStage } from './set-up-settings-stage.ts'

let stage: SetUpStage
let page: Page

const reviewers = ['r1', 'r2', 'r3']

/** A competition of which one application is open to its panel. */
beforeAll(async () => {
  stage = await openSetUp()
  page = stage.page
  await fillCompetition(stage.server, { reviewers: 3, monitors: 1, applications: 4 })
  await makeReady(stage.server, ['a4'], [...reviewers, 'm1', 'official', 'staff-1'])
  const panels = [{ id: 'one', title: 'Panel one', monitor: 'm1', reviewers }]
  await stage.give({ kind: 'assignment.draft', panels, places: { a4: 'one' }, seed: null })
  await stage.give({ kind: 'assignment.open', applications: ['a4'] })
  await page.goto(`${stage.site}/set-up/rubric`)
  await page.getByText('As saved', { exact: true }).waitFor()
})
afterAll(() => stage?.close())

const line = (name: RegExp): Locator =>
  page.getByRole('navigation', { name: 'Parts of the rubric' }).getByRole('link', { name })
const opened = (): Locator => page.locator('.rubric-open')
const dialog = (): Locator => page.getByRole('alertdialog', { name: /^Save as version/ })

async function savedRubric(): Promise<Rubric> {
  const { rubric } = await stage.setUp()
  const { body } = await stage.server.get(`/api/rubrics/${rubric.name}`, stage.server.staff)
  return JSON.parse(body) as Rubric
}

test('EDITOR-30 once an application is opened, ids and scale stay, and nothing that may have been answered is taken out', async () => {
  await page.getByText('Version 1 is in use, since an application has been opened.').waitFor()
  await line(/^\(A\)\(1\)\(i\) /).click()
  await opened().getByRole('textbox', { name: 'Id', exact: true }).waitFor()
  expect(await opened().getByRole('textbox', { name: 'Id', exact: true }).getAttribute('readonly')).not.toBe(
    null,
  )
  expect(await opened().getByRole('button', { name: 'Take out' }).count()).toBe(0)
  await line(/^The whole rubric/).click()
  await opened().getByText('Points were given on this scale').waitFor()
  expect(await opened().getByRole('combobox').count()).toBe(0)
})

test('EDITOR-31 a new version says what changes and whom it touches, asks why, and never rescales an answer', async () => {
  await line(/^\(A\)\(1\)\(i\) /).click()
  await opened().getByRole('textbox', { name: 'Maximum' }).fill('4')
  await page.getByRole('button', { name: 'Save as version 2' }).click()
  await dialog().getByText('1 application not revealed yet moves to it.').waitFor()
  await dialog().getByText('No form of theirs is ready yet.').waitFor()
  await dialog().getByText('Maximum: 5 → 4').waitFor()
  await dialog().getByText('Points over 4 stay as they were given, and the form says so.').waitFor()
  await picture(page, 'rubric new version')
  await dialog().getByRole('button', { name: 'Save version 2' }).click()
  await dialog().getByText('Write a reason.', { exact: false }).waitFor()
  expect((await stage.setUp()).rubric.version).toBe(1)
  await dialog()
    .getByRole('textbox', { name: /Your reason/ })
    .fill('The notice was amended on November 20.')
  await dialog().getByRole('button', { name: 'Save version 2' }).click()
  await page.getByText('Version 2 is in use').waitFor()
  await page.getByText('As saved', { exact: true }).waitFor()
  const rubric = await savedRubric()
  expect([rubric.version, rubric.totals.points]).toEqual([2, 499])
})

test('EDITOR-32 every version is listed with its hash, when, by whom and why', async () => {
  await page.getByText('What was saved: 2').click()
  const [, newest, oldest] = await page.locator('.rubric-versions tr').all()
  const { rubrics } = await stage.setUp()
  expect(await newest?.innerText()).toContain('The notice was amended on November 20.')
  expect(await newest?.innerText()).toContain(rubrics[0]?.name)
  expect(await newest?.innerText()).toContain('Program staff')
  expect(await oldest?.innerText()).toContain(rubrics[1]?.name)
})

test('EDITOR-33 what is new in a version can be taken out until it is saved; a file without a part in use is refused', async () => {
  await line(/^Area F /).click()
  await opened().getByRole('button', { name: 'Criterion', exact: true }).click()
  await page.getByRole('heading', { name: '(F)(4) New criterion', level: 2 }).waitFor()
  await opened().getByRole('button', { name: 'Take out' }).click()
  await page.getByText('As saved', { exact: true }).waitFor()
  const { id, criteria, areas, totals } = raceToTheTop
  const without: Rubric = {
    ...raceToTheTop,
    id,
    criteria: criteria.filter((criterion) => criterion.id !== '(F)(3)'),
    areas: areas.map((area) => (area.id === 'F' ? { ...area, points: area.points - 5 } : area)),
    totals: { ...totals, criteria: 18, rows: 40, criteriaPoints: 480, points: 495 },
  }
  await page.locator('input[type=file]').setInputFiles({
    name: 'less.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(without)),
  })
  await page.getByRole('button', { name: 'Save as version 3' }).click()
  await dialog().getByText('Taken out.').first().waitFor()
  await dialog()
    .getByRole('textbox', { name: /Your reason/ })
    .fill('Shorter.')
  await dialog().getByRole('button', { name: 'Save version 3' }).click()
  await dialog()
    .getByText('(F)(3) may have been answered already, so a new version keeps it.', { exact: false })
    .waitFor()
  await dialog().getByRole('button', { name: 'Go on changing it' }).click()
  expect((await savedRubric()).version).toBe(2)
})

test('EDITOR-34 the editor of a rubric in use is clean to axe and holds at every width', async () => {
  const found = noFindings()
  await lookAt(page, 'a rubric in use', found)
  expect(found).toEqual(noFindings())
})
