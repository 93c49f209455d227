import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checklist2010 } from '../../shared/competition/checklists.ts'
import type { SetUpApplication } from '../../shared/competition/set-up-page.ts'
import { keyboardOn } from './access-keys.ts'
import { lookAt, noFindings } from './access-look.ts'
import { openSetUp, picture, type SetUpStage } from './set-up-settings-stage.ts'

const nobody = { districts: '', partners: '', consultants: '', signatories: '' }
const due = Date.parse('2027-01-19T21:30:00Z')
const names = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo', 'Hazel']

let stage: SetUpStage
let page: Page

beforeAll(async () => {
  stage = await openSetUp()
  page = stage.page
  await stage.give({
    kind: 'applications.set',
    applications: names.map((applicant, at) => ({
      ...{ id: applicant.toLowerCase(), applicant, home: null, requested: 500_000 + at * 100_000 },
      ...{ received: due - at * 3_600_000 + 7_200_000, involved: nobody },
    })),
  })
  const { rules } = await stage.setUp()
  await stage.give({ kind: 'rules.set', rules: { ...rules, mostRequested: 1_000_000 } })
  await stage.give({
    ...{ kind: 'dates.set', zone: 'America/New_York' },
    dates: [{ id: 'deadline', title: 'Applications due', at: due, remind: null }],
  })
})
afterAll(() => stage?.close())

const item = (title: string | RegExp): Locator => page.getByRole('group', { name: title })
const line = (applicant: string): Locator => page.getByRole('row').filter({ hasText: applicant })

async function open(application?: string): Promise<void> {
  await page.goto(`${stage.site}/set-up/intake${application === undefined ? '' : `/${application}`}`)
  await page.getByRole('heading', { name: 'Intake', exact: true }).waitFor()
}

async function application(id: string): Promise<SetUpApplication> {
  const found = (await stage.setUp()).applications.find((each) => each.id === id)
  if (!found) throw new Error(`There is no ${id}.`)
  return found
}

test('INTAKE-4 a checklist begins with that of 2010, is added to, put in order and saved as a whole', async () => {
  await open()
  await page.getByText('No checklist yet.').waitFor()
  await page.getByRole('button', { name: 'Add the checklist of 2010' }).click()
  await page.getByRole('button', { name: 'Add an item' }).click()
  await page.getByRole('button', { name: 'Save the checklist' }).click()
  await page.getByText('Say what is asked for.').waitFor()
  const last = page.getByRole('list', { name: 'Items of the checklist' }).getByRole('listitem').last()
  await last.getByLabel('What is asked for').fill('Letter of support')
  await page.getByRole('button', { name: 'Move up: Letter of support' }).click()
  await picture(page, 'checklist')
  await page.getByRole('button', { name: 'Save the checklist' }).click()
  await page.getByRole('table').waitFor()
  const ids = (await stage.setUp()).checklist.map(({ id }) => id)
  const [award, ...before] = checklist2010.map(({ id }) => id).toReversed()
  expect(ids).toEqual([...before.toReversed(), 'letter-of-support', award])
})

test('INTAKE-5 an item is judged met or not met on a basis, which stands there with who and when', async () => {
  await open('alder')
  const late = item(/^1\. Received by the deadline/)
  await late.getByText('2 hours after “Applications due”').waitFor()
  await late.getByRole('button', { name: 'Judge' }).click()
  await late.getByText('Choose met or not met.').waitFor()
  await late.getByText('Not met', { exact: true }).click()
  await late.getByRole('textbox', { name: 'On what basis' }).fill('Stamped at 6:30 pm.')
  await late.getByRole('button', { name: 'Judge' }).click()
  await late.getByText('Stamped at 6:30 pm.').waitFor()
  expect(await late.textContent()).toContain('Program staff')
  await page.getByText('Cannot be assigned to a panel: 1 thing').waitFor()
  expect(await line('Alder').textContent()).toContain('Not reviewed.')
  await picture(page, 'intake not met')
  const panels = [{ id: 'a', title: 'Panel A', monitor: null, reviewers: [] }]
  const draft = { kind: 'assignment.draft', panels, places: { alder: 'a' }, seed: null }
  await expect(stage.give(draft)).rejects.toThrow('so nobody reviews it')
})

test('INTAKE-11 whoever leaves with a basis that is written and not sent is asked first, and it stays', async () => {
  await open('alder')
  const amount = item(/^2\. /)
  await amount.getByRole('textbox', { name: 'On what basis' }).fill('As the budget says.')
  await page.getByRole('link', { name: 'All applications' }).click()
  const asked = page.getByRole('alertdialog', { name: 'Leave without judging?' })
  await asked.getByRole('button', { name: 'Stay with the application' }).click()
  expect(await amount.getByRole('textbox', { name: 'On what basis' }).inputValue()).toBe(
    'As the budget says.',
  )
  await page.getByRole('link', { name: 'All applications' }).click()
  await asked.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByRole('table').waitFor()
})

test('INTAKE-6 what was judged is judged anew, and the former stands struck through beside it', async () => {
  await open('alder')
  const late = item(/^1\. Received by the deadline/)
  await late.getByRole('button', { name: 'Judge anew' }).click()
  await late.getByText('Met', { exact: true }).click()
  await late.getByRole('textbox', { name: 'On what basis' }).fill('The deadline was extended for storms.')
  await late.getByRole('button', { name: 'Judge', exact: true }).click()
  await late.getByText('The deadline was extended for storms.').waitFor()
  expect(await late.locator('del').textContent()).toContain('Stamped at 6:30 pm.')
  await page.getByText('Cannot be assigned to a panel').waitFor({ state: 'detached' })
  expect((await application('alder')).intake['on-time']?.outcome).toBe('met')
})

test('INTAKE-9 whoever of staff opens the page later sees what was judged before, by whom and when', async () => {
  await stage.give({
    ...{ kind: 'intake.judge', applications: ['alder'], item: 'on-time' },
    ...{ outcome: 'met', basis: 'The extension was for all.' },
  })
  await open('alder')
  const late = item(/^1\. Received by the deadline/)
  await late.getByText('The extension was for all.').waitFor()
  const former = late.getByRole('list', { name: 'Judged before' }).locator('del')
  expect(await former.count()).toBe(2)
  const [first, second] = await former.allTextContents()
  expect(first).toMatch(/^Not met Program staff, .+Stamped at 6:30 pm\.$/)
  expect(second).toMatch(/^Met Program staff, .+The deadline was extended for storms\.$/)
  await picture(page, 'intake anew')
})

test('INTAKE-7 one item is judged for many applications on one basis, and what is left is found by a filter', async () => {
  await open()
  await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check()
  await page.getByRole('checkbox', { name: 'Choose Alder' }).uncheck()
  const many = page.getByRole('region', { name: 'Judge many at once' })
  await many.getByText('7 applications chosen').waitFor()
  await picture(page, 'intake many')
  await many.getByRole('combobox', { name: 'Item' }).selectOption('amount')
  await many.getByText('Met', { exact: true }).click()
  await many.getByRole('textbox', { name: 'On what basis' }).fill('All under one million.')
  await many.getByRole('button', { name: 'Judge 7 applications' }).click()
  await many.getByText('7 applications judged').waitFor()
  for (const id of ['birch', 'hazel'])
    expect((await application(id)).intake['amount']).toMatchObject({
      ...{ outcome: 'met', basis: 'All under one million.' },
    })
  expect((await application('alder')).intake['amount']).toBeUndefined()
  await page.getByText(/^Not met \(0\)$/).click()
  await page.getByText('Everything that was judged is met.').waitFor()
})

test('INTAKE-10 what is chosen stays chosen when an item is judged for it, until none is chosen', async () => {
  await open()
  await page.getByRole('checkbox', { name: 'Choose Birch' }).check()
  await page.getByRole('checkbox', { name: 'Choose Cedar' }).check()
  const many = page.getByRole('region', { name: 'Judge many at once' })
  const items = many.getByRole('combobox', { name: 'Item' })
  const parts = ['budget', 'narrative']
  for (const id of parts) {
    await items.selectOption(id)
    await many.getByText('Met', { exact: true }).click()
    await many.getByRole('textbox', { name: 'On what basis' }).fill(`Seen: ${id}.`)
    await many.getByRole('button', { name: 'Judge 2 applications' }).click()
    await many.getByText('2 applications judged').waitFor()
    await many.getByText('2 applications chosen').waitFor()
    expect(await many.getByRole('textbox', { name: 'On what basis' }).inputValue()).toBe('')
    expect(await items.evaluate((element) => element === document.activeElement)).toBe(true)
  }
  await picture(page, 'intake many again')
  for (const id of ['birch', 'cedar'])
    for (const part of parts)
      expect((await application(id)).intake[part]).toMatchObject({ outcome: 'met', basis: `Seen: ${part}.` })
  await many.getByRole('button', { name: 'Choose none' }).click()
  await many.waitFor({ state: 'detached' })
})

test('INTAKE-8 intake is done by the keyboard alone', async () => {
  await open()
  const keys = keyboardOn(page)
  await keys.tabTo('link', 'Cedar')
  await keys.press('Enter')
  await keys.arrivesAt('heading', 'Cedar')
  await keys.tabTo('radio', 'Met')
  await keys.press('Space')
  await keys.tabTo('textbox', 'On what basis')
  await keys.type('In time.')
  await keys.press('Enter')
  await keys.arrivesAt('button', 'Judge anew')
  expect((await application('cedar')).intake['on-time']).toMatchObject({ outcome: 'met', basis: 'In time.' })
  await keys.tabBackTo('link', 'All applications')
  await keys.press('Enter')
  await keys.arrivesAt('link', 'Cedar')
  expect(keys.faults).toEqual([])
})

test('INTAKE-8 intake is accessible, wide and narrow, light and dark', async () => {
  const found = noFindings()
  await open()
  await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check()
  await lookAt(page, 'intake', found)
  await open('dogwood')
  await item(/^2\. /).getByRole('button', { name: 'Judge' }).click()
  await lookAt(page, 'an application', found)
  await open()
  await page.getByRole('button', { name: 'Change the checklist' }).click()
  await lookAt(page, 'checklist', found)
  expect(found).toEqual(noFindings())
})
