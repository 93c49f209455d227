import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PeoplePage } from '../../shared/protocol/people-page.ts'
import { keyboardOn } from './access-keys.ts'
import { lookAt, noFindings } from './access-look.ts'
import { openSetUp, picture, type SetUpStage } from './set-up-settings-stage.ts'

let stage: SetUpStage
let page: Page

beforeAll(async () => {
  stage = await openSetUp()
  page = stage.page
})
afterAll(() => stage?.close())

const header = 'Role,Name,E-mail,Organization,Home State'
const line = (name: string): Locator => page.getByRole('row').filter({ hasText: name })
const people = async (): Promise<PeoplePage['people']> => (await stage.server.page()).people

async function open(item = ''): Promise<void> {
  await page.goto(`${stage.site}/set-up/people${item}`)
  await page.getByRole('heading', { name: 'People', exact: true }).waitFor()
}

/** Lets a file go over the page. */
async function drop(name: string, content: string): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([called = '', words = '']) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([words], called))
      return transfer
    },
    [name, content],
  )
  await page.getByRole('main').dispatchEvent('dragover', { dataTransfer: dropped })
  await page.getByText('Let go to look at it.').waitFor()
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: dropped })
}

async function pick(name: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${name}` }).click()
  await page.getByRole('button', { name: what, exact: true }).click()
}

test('TABLE-13 a person is added by form, with what is wrong at its field, and changed', async () => {
  await open()
  await line('Program staff').getByText('No name yet').waitFor()
  await page.getByRole('button', { name: 'Add a person' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a person' })
  await dialog.getByLabel('Name', { exact: true }).fill('Ann Reader')
  await dialog.getByLabel('E-mail').fill('ann.panel.example')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await dialog.getByText('“ann.panel.example” is not an e-mail address.').waitFor()
  await picture(page, 'person refused')
  await dialog.getByLabel('E-mail').fill('ann@panel.example')
  await dialog.getByLabel('Home State').fill('Ohio')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await dialog.waitFor({ state: 'detached' })
  await line('Ann Reader').getByText('Reviewer 1').waitFor()

  await pick('Ann Reader', 'Change …')
  const change = page.getByRole('dialog', { name: 'Change Ann Reader' })
  await change.getByLabel('Organization').fill('A university')
  await change.getByRole('combobox', { name: 'Role' }).selectOption('monitor')
  await change.getByLabel('Label').fill('Panel monitor 1')
  await change.getByRole('button', { name: 'Save' }).click()
  await change.waitFor({ state: 'detached' })
  await line('Ann Reader').getByText('A university').waitFor()
  expect((await people()).at(-1)).toMatchObject({
    role: 'monitor',
    label: 'Panel monitor 1',
    organization: 'A university',
  })

  await page.getByRole('button', { name: 'Add a person' }).click()
  await dialog.getByLabel('Name', { exact: true }).fill('Another Ann')
  await dialog.getByLabel('E-mail').fill('ann@panel.example')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await dialog.getByText('That is there already.').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
})

test('TABLE-14 a file that is dropped is looked at: with a bad row it cannot be taken, mended it is, and again it changes nothing', async () => {
  await open('/import')
  const good = `${header}\nreviewer,Bo Reader,bo@panel.example,A school,Maine\nreviewer,Cy Reader,cy@panel.example,,\nmonitor,Ann Lead,ann@panel.example,A university,Ohio`
  await drop('people.csv', `${good}\nchair,Di Reader,di@panel.example,,\nreviewer,Ed Reader,,,`)
  await page.getByText('2 things to mend in the file.').waitFor()
  await page.getByRole('row', { name: '5 Role “chair” is no role.' }).waitFor()
  await page.getByRole('row', { name: '6 E-mail E-mail is empty.' }).waitFor()
  expect(await page.getByRole('button', { name: /^Take in/ }).count()).toBe(0)
  await picture(page, 'import with faults')

  await drop('people.csv', good)
  await page.getByText('3 rows: 2 new, 1 changed.').waitFor()
  const changed = page.getByRole('row').filter({ hasText: 'Ann Lead' })
  expect(await changed.locator('del').textContent()).toBe('Ann Reader')
  expect(await people()).toHaveLength(2)
  await picture(page, 'import preview')
  await page.getByRole('button', { name: 'Take in 3 changes' }).click()
  await page.getByText('Taken in: 2 new, 1 changed').waitFor()
  expect((await people()).map(({ name }) => name)).toEqual([null, 'Ann Lead', 'Bo Reader', 'Cy Reader'])
  await drop('people.csv', good)
  await page.getByText('3 rows: 3 say what is so already.').waitFor()
  expect(await page.getByRole('button', { name: /^Take in/ }).count()).toBe(0)
})

test('TABLE-14 a file that is no longer what was looked at is shown anew, and only then taken in', async () => {
  await open('/import')
  await drop('people.csv', `${header}\nreviewer,Bo B. Reader,bo@panel.example,A school,Maine`)
  await page.getByText('1 row: 1 changed').waitFor()
  const bo = (await people()).find(({ name }) => name === 'Bo Reader')
  const entry = {
    person: bo?.person,
    name: 'Bob Reader',
    email: 'bo@panel.example',
    organization: null,
    home: null,
  }
  await stage.server.post('/api/people/describe', { entries: [entry] }, stage.server.staff)
  await page.getByRole('button', { name: 'Take in 1 change' }).click()
  await page.getByText('The competition has changed since you looked at this file.').waitFor()
  await page.getByText('Bob Reader').waitFor()
  await page.getByRole('button', { name: 'Take in 1 change' }).click()
  await page.getByText('Taken in: 1 changed').waitFor()
})

test('TABLE-11 templates and what is there are downloaded as CSV, XLSX and JSON', async () => {
  await open('/import')
  for (const type of ['CSV', 'XLSX', 'JSON'])
    for (const what of ['Template for people', 'People']) {
      const downloading = page.waitForEvent('download')
      await page.getByRole('link', { name: `${what} as ${type}`, exact: true }).click()
      expect((await downloading).suggestedFilename()).toBe(`people.${type.toLowerCase()}`)
    }
})

test('TABLE-13 many are chosen and given links, which are shown once; access is withdrawn and people are removed', async () => {
  await open()
  await page.getByRole('combobox', { name: 'Shown' }).selectOption('reviewer')
  await page.getByRole('checkbox', { name: 'All that are shown' }).check()
  await page.getByText('2 people chosen').waitFor()
  await picture(page, 'people chosen')
  await page.getByRole('button', { name: 'Make links to copy' }).click()
  const links = page.getByRole('alertdialog', { name: '2 links to hand on' })
  const text = await links.getByRole('textbox', { name: 'Links' }).inputValue()
  expect(text.split('\n').map((each) => each.split('\t').slice(0, 2))).toEqual([
    ['Bo B. Reader', 'bo@panel.example'],
    ['Cy Reader', 'cy@panel.example'],
  ])
  await picture(page, 'people links')
  await links.getByRole('button', { name: 'Done' }).click()
  await line('Bo B. Reader')
    .getByText(/^not come yet; the link is good until /)
    .waitFor()
  const link = text.split('\n')[0]?.split('\t')[2] ?? ''
  expect(await stage.server.signIn(link)).not.toBeNull()

  await pick('Bo B. Reader', 'Withdraw access …')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw access' }).click()
  await line('Bo B. Reader').getByText('Access withdrawn').waitFor()
  await pick('Cy Reader', 'Remove …')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove Cy Reader' }).click()
  await line('Cy Reader').waitFor({ state: 'detached' })
  await page.getByText('Cy Reader is removed.', { exact: true }).first().waitFor()
})

test('TABLE-13 what cannot be done is said where it was asked: nobody removes themselves', async () => {
  await open()
  await pick('Program staff', 'Remove …')
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Remove Program staff' }).click()
  await dialog.getByText('You cannot remove yourself.').waitFor()
  await dialog.getByRole('button', { name: 'Leave them' }).click()
})

test('TABLE-13 the page of people is accessible, at every size and by the keyboard alone', async () => {
  const found = noFindings()
  await open()
  await line('Bo B. Reader').waitFor()
  await page.getByRole('checkbox', { name: 'All that are shown' }).check()
  await lookAt(page, 'people', found)
  await picture(page, 'people')
  await page.getByRole('button', { name: 'Add a person' }).click()
  await lookAt(page, 'a person', found)
  await page.keyboard.press('Escape')
  await open('/import')
  await drop(
    'people.csv',
    `${header}\nreviewer,Bo Reader,bo@panel.example,A school,Maine\nreviewer,Flo Reader,flo@panel.example,,`,
  )
  await page.getByText('2 rows: 1 new').waitFor()
  await lookAt(page, 'import', found)
  await drop('people.csv', `${header}\nchair,Bo Reader,bo@panel.example,A school,Maine`)
  await page.getByText('1 thing to mend in the file.').waitFor()
  await lookAt(page, 'import with faults', found)
  expect(found).toEqual(noFindings())
  await open()
  await line('Bo B. Reader').waitFor()
  const keys = keyboardOn(page)
  await keys.tabTo('button', 'Add a person')
  await keys.press('Enter')
  await keys.tabTo('textbox', 'Name')
  await keys.type('Gil Reader')
  await keys.tabTo('textbox', 'E-mail')
  await keys.type('gil@panel.example')
  await keys.press('Enter')
  await keys.arrivesAt('button', 'Add a person')
  await line('Gil Reader').waitFor()
  await keys.tabTo('button', 'What to do with Gil Reader')
  await keys.press('Enter')
  await keys.arrivesAt('button', 'Change …')
  await keys.press('ArrowUp', 'Enter')
  await keys.tabTo('button', 'Remove Gil Reader')
  await keys.press('Enter')
  await line('Gil Reader').waitFor({ state: 'detached' })
  expect(keys.faults).toEqual([])
})
