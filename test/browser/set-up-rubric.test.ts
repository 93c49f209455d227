import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SetUpPage } from '../../shared/competition/set-up-page.ts'
import { canonicalHash } from '../../shared/record/hash.ts'
import { writtenRubric } from '../../shared/rubric/edit/read-rubric.ts'
import { presets } from '../../shared/rubric/presets/presets.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { presetRubric } from '../harness/preset-rubrics.ts'
import { until } from '../harness/until.ts'
import { lookAt, noFindings } from './access-look.ts'
import { openSetUp, picture, type SetUpStage } from './set-up-settings-stage.ts'

let stage: SetUpStage
let page: Page

beforeAll(async () => {
  stage = await openSetUp()
  page = stage.page
})
afterAll(() => stage?.close())

beforeEach(async () => {
  await begin('race-to-the-top-2010')
})

/** The competition has this preset's rubric, and the editor is open on it. */
async function begin(id: string): Promise<void> {
  const found = presets.find((each) => each.id === id)
  if (!found) throw new Error(`There is no preset ${id}.`)
  const { rubric, rules } = found
  await stage.give({ kind: 'preset.take', preset: id, rubric, rules, checklist: [] })
  await page.goto('about:blank')
  await page.goto(`${stage.site}/set-up/rubric`)
  await page.getByText('As saved', { exact: true }).waitFor()
}

const tree = (): Locator => page.getByRole('navigation', { name: 'Parts of the rubric' })
const line = (name: string | RegExp): Locator => tree().getByRole('link', { name })
const opened = (): Locator => page.getByRole('region', { name: /\S/ }).and(page.locator('.rubric-open'))
const field = (label: string): Locator => opened().getByRole('textbox', { name: label, exact: true })
const seen = (): Locator => page.getByRole('region', { name: 'As the reviewer sees it' })
const save = (): Locator => page.getByRole('button', { name: 'Save', exact: true })

async function openPart(name: string | RegExp, title: string): Promise<void> {
  await line(name).click()
  await page.getByRole('heading', { name: title, level: 2 }).waitFor()
}

async function savedRubric(): Promise<Rubric> {
  const { rubric }: SetUpPage = await stage.setUp()
  const { body } = await stage.server.get(`/api/rubrics/${rubric.name}`, stage.server.staff)
  return JSON.parse(body) as Rubric
}

async function savedNow(): Promise<Rubric> {
  await save().click()
  await page.getByText('As saved', { exact: true }).waitFor()
  return savedRubric()
}

test('EDITOR-20 points are changed in a row and every sum follows; it is undone, done again and saved', async () => {
  await openPart(/^\(A\)\(1\)\(i\) /, '(A)(1)(i) Coherent reform agenda')
  await field('Maximum').fill('8')
  for (const name of [/^\(A\)\(1\) .*, 68 points/, /^Area A .*, 128 points/, /^The whole rubric, 503 points/])
    await line(name).waitFor()
  await line(/^\(A\)\(1\)\(i\) .*, changed$/).waitFor()
  await seen().getByText('Points, of 8').waitFor()
  await opened().getByText('Low 0 to 1 · Medium 2 to 3 · High 4 to 8').waitFor()
  await picture(page, 'rubric row')

  await page.getByRole('button', { name: 'Undo the maximum of (A)(1)(i)' }).click()
  await line(/^The whole rubric, 500 points/).waitFor()
  expect(await field('Maximum').inputValue()).toBe('5')
  await page.getByRole('button', { name: 'Redo the maximum of (A)(1)(i)' }).click()
  await line(/^The whole rubric, 503 points/).waitFor()
  const rubric = await savedNow()
  expect(rubric.totals).toEqual({ ...raceToTheTop.totals, criteriaPoints: 488, points: 503 })
  expect((await stage.setUp()).rubrics[0]?.version).toBe(1)
})

test('EDITOR-21 what does not fit is said at its part and at the top, leads there, and nothing is saved until it does', async () => {
  await openPart(/^\(A\)\(1\)\(ii\) /, '(A)(1)(ii) District (LEA) commitment')
  await field('Maximum').fill('30')
  const fault = 'The bands of (A)(1)(ii) do not cover 0 to 30 without a gap.'
  await opened().getByText(fault).waitFor()
  await line(/^\(A\)\(1\)\(ii\) .*, 1 fault$/).waitFor()
  await seen().getByText('It is shown here once it fits.').waitFor()
  await openPart(/^P3 /, 'P3 Early learning outcomes')
  await page.getByRole('link', { name: fault }).click()
  await page.getByRole('heading', { name: '(A)(1)(ii) District (LEA) commitment', level: 2 }).waitFor()
  expect((await savedRubric()).totals.points).toBe(500)
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Save: 1 thing first' }).waitFor()
  await opened().getByRole('button', { name: 'Spread them evenly' }).click()
  await page.getByText(fault).first().waitFor({ state: 'detached' })
  expect((await savedNow()).totals.points).toBe(485)
})

test('EDITOR-45 an end of a band that does not fit is said at its field, and bands stay in their order', async () => {
  await openPart(/^\(A\)\(1\)\(ii\) /, '(A)(1)(ii) District (LEA) commitment')
  await field('Low ends at').fill('50')
  await opened().getByText('From 0 to 43.').waitFor()
  expect(await field('Low ends at').getAttribute('aria-invalid')).toBe('true')
  await field('Medium ends at').fill('40')
  await opened().getByText('Under 40, where Medium ends.').or(opened().getByText('From 0 to 43.')).waitFor()
  await picture(page, 'rubric bands')
  await field('Low ends at').fill('9')
  await opened().getByText('Low 0 to 9 · Medium 10 to 40 · High 41 to 45').waitFor()
  expect((await savedNow()).criteria[0]?.rows[1]?.bands).toEqual({
    low: [0, 9],
    medium: [10, 40],
    high: [41, 45],
  })
})

test('EDITOR-47 a part without a title is said at its field and in the list, and is not saved', async () => {
  await openPart(/^\(B\)\(3\) /, '(B)(3) Moving to the new standards and assessments')
  await field('Title').fill('')
  await opened().getByText('It needs a title.').waitFor()
  await page.getByRole('link', { name: '(B)(3) has no title.' }).waitFor()
  await page.getByRole('button', { name: 'Save: 1 thing first' }).waitFor()
  await picture(page, 'rubric title')
  await field('Title').fill('Moving on')
  await page.getByRole('link', { name: '(B)(3) has no title.' }).waitFor({ state: 'detached' })
  const saved = await savedNow()
  expect(saved.criteria.find(({ id }) => id === '(B)(3)')?.title).toBe('Moving on')
})

test('EDITOR-46 the buttons of the tool line stand apart and in line', async () => {
  const boxes = await page
    .locator('.rubric-line-tools > .button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().toJSON() as DOMRect))
  const middles = boxes.map(({ top, height }) => top + height / 2)
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(1)
  for (const [index, { right }] of boxes.slice(0, -1).entries())
    expect((boxes[index + 1]?.left ?? 0) - right).toBeGreaterThanOrEqual(8)
})

test('EDITOR-22 areas, criteria, rows and priorities are added, divided, moved and taken out by the keyboard', async () => {
  await begin('foundation')
  const press = async (name: string): Promise<void> => {
    await opened().getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  await press('Area')
  await page.getByRole('heading', { name: 'Area A: New area', level: 2 }).waitFor()
  await press('Criterion')
  await page.getByRole('heading', { name: 'A1 New criterion', level: 2 }).waitFor()
  await press('Row')
  await page.getByRole('heading', { name: 'A1(ii) New row', level: 2 }).waitFor()
  await press('Move up')
  await line(/^A1 .*, 20 points/).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'A1(ii) New row', level: 2 }).waitFor()
  await line(/^The whole rubric/).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'The whole rubric', level: 2 }).waitFor()
  await press('Priority')
  await page.getByRole('heading', { name: 'P1 New priority', level: 2 }).waitFor()
  await opened().getByRole('combobox', { name: 'Kind' }).selectOption('competitive')
  await field('Points, all or nothing').fill('7')
  await line(/^C5 /).focus()
  await page.keyboard.press('Enter')
  await press('Take out')
  await page.getByRole('heading', { name: 'Area C: Selection criteria', level: 2 }).waitFor()
  await page.keyboard.press('Control+z')
  await page.getByRole('heading', { name: 'C5 Budget', level: 2 }).waitFor()
  await page.keyboard.press('Control+y')
  await line(/^C5 /).waitFor({ state: 'detached' })
  await page.keyboard.press('Control+s')
  await page.getByText('As saved', { exact: true }).waitFor()
  const rubric = await savedRubric()
  expect(rubric.criteria.map(({ id, rows }) => [id, ...rows.map((row) => row.id)])).toEqual([
    ['C1', 'C1'],
    ['C2', 'C2'],
    ['C3', 'C3'],
    ['C4', 'C4'],
    ['A1', 'A1(ii)', 'A1(i)'],
  ])
  expect(rubric.totals).toEqual({ criteria: 5, rows: 6, criteriaPoints: 110, priorityPoints: 7, points: 117 })
})

test('EDITOR-23 rules are set as the reviewer has them: elements make the maximum, a choice is a choice, and trying keeps nothing', async () => {
  await begin('foundation')
  await openPart(/^C5 /, 'C5 Budget')
  const rule = opened().getByRole('combobox', { name: 'How its points are given' })
  await rule.selectOption('elements')
  await field('Points for each element').fill('4')
  for (const title of ['Complete', 'Explained']) {
    await opened().getByRole('button', { name: 'Add an element' }).click()
    await page.keyboard.type(title)
  }
  await line(/^C5 .*, 8 points/).waitFor()
  await seen()
    .getByRole('checkbox', { name: /Explained/ })
    .check({ force: true })
  await rule.selectOption('choice')
  await opened().getByRole('textbox', { name: 'Choice 1: when' }).fill('All is there.')
  await seen().getByText('All is there.').waitFor()
  const rubric = await savedNow()
  expect(rubric.criteria[4]?.rows[0]?.rule).toEqual({
    kind: 'choice',
    text: '',
    choices: [
      { points: 8, when: 'All is there.' },
      { points: 0, when: '' },
    ],
  })
})

test('EDITOR-24 points are typed and shown in the rubric’s own steps; another step that does not fit is refused with why', async () => {
  await begin('horizon-europe-ria')
  await openPart(/^C1 .*, 5\.0 points/, 'C1 Excellence')
  await field('Threshold, if there is one').fill('3.25')
  await opened().getByText('Points in steps of 0.5.').waitFor()
  await field('Threshold, if there is one').fill('3.5')
  await openPart(/^The whole rubric/, 'The whole rubric')
  await opened().getByRole('combobox', { name: 'Points are given in' }).selectOption('1')
  await opened().getByText('The threshold of C1 has 3.5 points, which that step does not have.').waitFor()
  const rubric = await savedNow()
  expect(rubric.criteria.map(({ threshold }) => threshold)).toEqual([7, 6, 6])
})

test('EDITOR-50 what is not in the result is said in words, points as they can be given, and the preview has the priorities', async () => {
  await begin('nih-simplified-2025')
  await line(/^The whole rubric, 1 to 9, 1 is best$/).waitFor()
  await line(/^Area F Review factors, not in the result$/).waitFor()
  await line(/^F1 Importance, 1 to 9, 1 is best, not in the result$/).waitFor()
  await tree().getByText('not in the result', { exact: true }).waitFor()
  await opened().getByText('1 to 9, 1 is best · 3 criteria, 1 of them in the result · 3 rows').waitFor()
  expect(await seen().getByText('1 to 9, 1 is best').count()).toBe(3)
  await seen().getByText('F3 Expertise and resources').waitFor()
  await seen().getByText('Sufficient or not sufficient').waitFor()
  expect(await seen().getByText('9 points').count()).toBe(0)
  await picture(page, 'rubric nih')
  await openPart(/^Area F/, 'Area F: Review factors')
  await opened().getByText('2 criteria, not in the result').waitFor()
})

test('PRESET-19 the steps of Horizon Europe’s scale stand as a list', async () => {
  await begin('horizon-europe-ria')
  await openPart(/^C1 /, 'C1 Excellence')
  const steps = seen().locator('.row-wording-steps').getByRole('listitem')
  await steps.last().waitFor()
  expect((await steps.allTextContents()).map((step) => step.charAt(0))).toEqual([
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
  ])
  await picture(page, 'rubric horizon')
})

test('EDITOR-25 leaving with changes asks; going about in the editor does not', async () => {
  await openPart(/^\(B\)\(3\) /, '(B)(3) Moving to the new standards and assessments')
  await field('Title').fill('Another title')
  await openPart(/^\(B\)\(2\) /, '(B)(2) Common high-quality assessments')
  await page
    .getByRole('link', { name: /^People/ })
    .first()
    .click()
  const dialog = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  await dialog.getByRole('button', { name: 'Stay here' }).click()
  await line(/^\(B\)\(3\) .*, changed$/).waitFor()
  await page.getByText('1 part is not as saved').or(page.getByText('2 parts are not as saved')).click()
  await page.getByText('Title: Moving to the new standards and assessments → Another title').first().waitFor()
})

test('EDITOR-26 the rubric goes out as JSON and comes in again; a file with faults changes nothing and each is named with its place', async () => {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'JSON', exact: true }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('race-to-the-top-2010-v1.json')
  const taken = await readFile(await download.path(), 'utf8')
  const { $schema, ...without } = JSON.parse(taken) as Record<string, unknown>
  expect($schema).toBe(`${stage.site}/api/rubric.schema.json`)
  expect(canonicalHash(without)).toBe(canonicalHash(raceToTheTop))
  const file = page.locator('input[type=file]')
  const give = (name: string, text: string): Promise<void> =>
    file.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })

  const text = taken
  await give(
    'broken.json',
    text.replace('"max": 45', '"max": 46').replace('"short": "Reform agenda"', '"short": 7'),
  )
  const refused = page.getByRole('dialog', { name: 'Nothing was taken from broken.json' })
  await refused.getByText('criteria, first, rows, first, short, in (A)(1)(i):').waitFor()
  await refused.getByText('This is a number, and has to be a text.').waitFor()
  await picture(page, 'rubric file refused')
  await refused.getByRole('button', { name: 'Close' }).click()
  await give('sums.json', text.replace('"max": 45', '"max": 46'))
  await page.getByText('The points of the rows of (A)(1) add up to 66, the rubric states 65.').waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByText('As saved', { exact: true }).waitFor()

  await give('foundation.json', writtenRubric(presetRubric('foundation'), String($schema)))
  await line(/^The whole rubric, 100 points/).waitFor()
  expect((await savedRubric()).id).toBe('race-to-the-top-2010')
  // The tie break of 2010 names a row that this rubric has not.
  await page.getByRole('link', { name: 'Settings', exact: true }).last().waitFor()
  expect((await savedNow()).id).toBe('foundation')
})

test('EDITOR-27 a rubric that was saved elsewhere meanwhile is taken over only when one says so', async () => {
  await openPart(/^\(B\)\(3\) /, '(B)(3) Moving to the new standards and assessments')
  await field('Title').fill('Mine')
  const other = { ...raceToTheTop, title: 'Theirs' }
  await stage.give({ kind: 'rubric.set', rubric: other, why: '' })
  await page.getByRole('button', { name: 'Go on with mine' }).waitFor()
  expect(await field('Title').inputValue()).toBe('Mine')
  await page.getByRole('button', { name: 'Drop mine, take the saved one' }).click()
  await page.getByText('As saved', { exact: true }).waitFor()
  expect(await field('Title').inputValue()).toBe('Moving to the new standards and assessments')
  await openPart(/^The whole rubric/, 'The whole rubric')
  await until('theirs', async () => (await field('Title').inputValue()) === 'Theirs')
})

test('EDITOR-28 the editor is clean to axe and holds at every width, also where something does not fit', async () => {
  const found = noFindings()
  await picture(page, 'rubric whole')
  await lookAt(page, 'the whole rubric', found)
  await openPart(/^\(C\)\(1\) /, '(C)(1) Statewide longitudinal data system')
  await picture(page, 'rubric elements')
  await openPart(/^\(A\)\(1\)\(ii\) /, '(A)(1)(ii) District (LEA) commitment')
  await field('Maximum').fill('30')
  await picture(page, 'rubric fault')
  await lookAt(page, 'a row with a fault', found)
  expect(found).toEqual(noFindings())
})
