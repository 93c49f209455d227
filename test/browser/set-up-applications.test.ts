import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SetUpPage } from '../../shared/competition/set-up-page.ts'
import { madePdf } from '../harness/made-files-pdf.ts'
import { keyboardOn } from './access-keys.ts'
import { lookAt, noFindings } from './access-look.ts'
import { soon } from './seats.ts'
import { openSetUp, picture, type SetUpStage } from './set-up-settings-stage.ts'

let stage: SetUpStage
let page: Page

beforeAll(async () => {
  stage = await openSetUp()
  page = stage.page
})
afterAll(() => stage?.close())

const line = (applicant: string): Locator => page.getByRole('row').filter({ hasText: applicant })
const applications = async (): Promise<SetUpPage['applications']> => (await stage.setUp()).applications

async function open(item = ''): Promise<void> {
  await page.goto(`${stage.site}/set-up/applications${item}`)
  await page.getByRole('heading', { name: 'Applications', exact: true }).waitFor()
}

/** Chooses files with the button of that name. */
async function choose(
  button: string,
  files: readonly { readonly name: string; readonly content: string | Uint8Array }[],
) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  const chosen = files.map(({ name, content }) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  }))
  await (await chooser).setFiles(chosen)
}

test('TABLE-15 and TABLE-19 an application is added by form, with what is wrong at its field, changed, also by two at once, and removed', async () => {
  await open()
  await page.getByText('No applications yet.').waitFor()
  await page.getByRole('button', { name: 'Add an application' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add an application' })
  await dialog.getByRole('button', { name: 'Add' }).click()
  await dialog.getByText('Applicant is empty.').waitFor()
  await dialog.getByLabel('Applicant').fill('Maine')
  await dialog.getByLabel('Requested').fill('a lot')
  await dialog.getByLabel('Received').fill('last Tuesday')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await dialog.getByText('“a lot” is not a whole number of dollars.').waitFor()
  await dialog.getByText('“last Tuesday” is no date.').waitFor()
  await picture(page, 'application refused')
  await dialog.getByLabel('Requested').fill('$75,000,000')
  await dialog.getByLabel('Received').fill('6/1/2010 4:15 PM')
  await dialog.getByLabel('Districts').fill('Portland\nBangor\nAugusta')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await dialog.waitFor({ state: 'detached' })
  await line('Maine').getByText('$75,000,000').waitFor()
  await line('Maine').getByText('3 districts').waitFor()
  await line('Maine').getByText('2010-06-01 16:15').waitFor()

  await page.getByRole('button', { name: 'Change Maine' }).click()
  const change = page.getByRole('dialog', { name: 'Change Maine' })
  await change.getByLabel('Home State').fill('Maine')
  await change.getByLabel('Partners').fill('A union')
  await change.getByRole('button', { name: 'Save' }).click()
  await change.waitFor({ state: 'detached' })
  await line('Maine').getByText('3 districts, 1 partner').waitFor()
  expect(await applications()).toMatchObject([{ id: 'maine', home: 'Maine', requested: 75_000_000 }])

  // Somebody else saves while it is changed: a field in which nobody has typed goes with them.
  await page.getByRole('button', { name: 'Change Maine' }).click()
  await change.getByLabel('Requested').fill('5')
  const [maine] = await applications()
  if (!maine) throw new Error('Maine is there.')
  const { id, applicant, home, requested, received, involved } = maine
  await stage.give({
    kind: 'applications.set',
    applications: [
      { id, applicant, home, requested, received, involved: { ...involved, partners: 'A college' } },
    ],
  })
  await soon(() => change.getByLabel('Partners').inputValue()).toBe('A college')
  await change.getByRole('button', { name: 'Save' }).click()
  await change.waitFor({ state: 'detached' })
  expect(await applications()).toMatchObject([{ requested: 5, involved: { partners: 'A college' } }])

  await page.getByRole('button', { name: 'Remove Maine' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove Maine' }).click()
  await page.getByText('No applications yet.').waitFor()
})

test('TABLE-14 applications and then amounts come in from files that are chosen', async () => {
  await open('/import')
  const rows = ['Maine', 'Ohio', 'Virginia', 'West Virginia'].map(
    (name) => `${name},${name},100000000,2010-06-01 16:15`,
  )
  await choose('Choose a file', [
    { name: 'all.csv', content: `Applicant,State,Requested,Received\n${rows.join('\n')}` },
  ])
  await page.getByText('4 rows: 4 new.').waitFor()
  await page.getByText('The competition has no time zone yet').waitFor()
  await page.getByRole('button', { name: 'Take in 4 changes' }).click()
  await page.getByText('Taken in: 4 new.').waitFor()
  await page.getByRole('combobox', { name: 'What the file holds' }).selectOption('amounts')
  await choose('Choose a file', [
    {
      name: 'amounts.json',
      content: JSON.stringify([
        { Applicant: 'Ohio', Requested: 400_000_000 },
        { Applicant: 'Mars', Requested: 1 },
      ]),
    },
  ])
  await page.getByRole('row', { name: '2 Application There is no application “Mars”.' }).waitFor()
  await choose('Choose a file', [
    { name: 'amounts.json', content: JSON.stringify([{ Applicant: 'Ohio', Requested: 400_000_000 }]) },
  ])
  await page.getByRole('button', { name: 'Take in 1 change' }).click()
  await page.getByText('Taken in: 1 changed.').waitFor()
  await page.getByRole('link', { name: 'List', exact: true }).click()
  await page.getByText('$700,000,000').waitFor()
})

test('TABLE-16 documents of many are matched before anything is sent; one bad file stops no other, and is listed with why', async () => {
  await open('/documents')
  const pdf = await madePdf([['The plan of the State.']])
  await choose('Choose files', [
    { name: 'Maine narrative.pdf', content: pdf },
    { name: 'ohio_budget.txt', content: 'Travel.\n\nStaff.' },
    { name: 'West Virginia plan.txt', content: 'The plan.' },
    { name: 'Virginia.pdf', content: 'These are words.' },
    { name: 'Letters.txt', content: 'Letters.' },
    { name: 'Notes.txt', content: 'Not meant.' },
    { name: '.DS_Store', content: 'x' },
  ])
  await page.getByText('6 files chosen', { exact: true }).waitFor()
  await page.getByText('2 files by name and folder belong to no application').waitFor()
  expect(await line('West Virginia').textContent()).toContain('West Virginia plan.txt')
  await picture(page, 'documents matched')
  await page.getByRole('combobox', { name: 'Letters.txt belongs to' }).selectOption('maine')
  expect((await applications()).map(({ documents }) => documents)).toEqual([0, 0, 0, 0])
  await page.getByRole('button', { name: 'Send 5 files to 4 applications' }).click()
  await page.getByRole('heading', { name: '4 of 5 files added, 1 not added' }).waitFor()
  await page
    .getByRole('list', { name: 'Not added' })
    .getByText('Virginia.pdf is not a PDF: it is plain text.')
    .waitFor()
  await line('Maine').getByText('2 of 2 added').waitFor()
  await picture(page, 'documents sent')
  expect((await applications()).map(({ documents }) => documents)).toEqual([2, 1, 0, 1])
  await page.getByRole('link', { name: 'List', exact: true }).click()
  await page.getByRole('link', { name: 'Documents of Maine: 2' }).click()
  await page.getByRole('heading', { name: 'Documents of Maine' }).waitFor()
  await soon(() => page.getByRole('row').count()).toBe(3)
})

test('TABLE-16 a folder with a folder for each of 41 applications is sent whole, with its progress', async () => {
  const names = Array.from({ length: 41 }, (_, at) => `State ${at + 1}`)
  await stage.give({
    kind: 'applications.set',
    applications: names.map((applicant, at) => ({
      ...{ id: `state-${at + 1}`, applicant, home: null, requested: null, received: null },
      involved: { districts: '', partners: '', consultants: '', signatories: '' },
    })),
  })
  await open('/documents')
  await page.locator('input[webkitdirectory]').waitFor({ state: 'attached' })
  await page.evaluate((folders) => {
    const input = document.querySelector<HTMLInputElement>('input[webkitdirectory]')
    if (!input) throw new Error('A folder cannot be chosen.')
    const files = folders.map((folder) => {
      const file = new File([`The plan of ${folder}.`], 'Narrative.txt')
      Object.defineProperty(file, 'webkitRelativePath', { value: `All/${folder}/Narrative.txt` })
      return file
    })
    Object.defineProperty(input, 'files', { value: files, configurable: true })
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }, names)
  await page.getByRole('button', { name: 'Send 41 files to 41 applications' }).click()
  const bar = page.getByRole('progressbar', { name: 'Files added' })
  await bar.waitFor()
  // Until all is there, whoever leaves is asked.
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stay here' }).click()
  await page.getByRole('heading', { name: '41 of 41 files added' }).waitFor({ timeout: 90_000 })
  expect(await bar.getAttribute('aria-valuenow')).toBe('41')
  const filled = (await applications()).filter(
    ({ id, documents }) => id.startsWith('state-') && documents === 1,
  )
  expect(filled).toHaveLength(41)
})

test('TABLE-15 the page of applications is accessible, at every size and by the keyboard alone', async () => {
  const found = noFindings()
  await open()
  await line('West Virginia').waitFor()
  await lookAt(page, 'applications', found)
  await picture(page, 'applications')
  await page.getByRole('button', { name: 'Change Ohio' }).click()
  await lookAt(page, 'an application', found)
  await page.keyboard.press('Escape')
  await open('/documents')
  await choose('Choose files', [
    { name: 'Maine more.txt', content: 'More.' },
    { name: 'Loose.txt', content: 'Loose.' },
  ])
  await page.getByText('2 files chosen', { exact: true }).waitFor()
  await lookAt(page, 'documents matched', found)
  await page.getByRole('button', { name: 'Send 1 file to 1 application' }).click()
  await page.getByRole('heading', { name: '1 of 1 file added' }).waitFor()
  await lookAt(page, 'documents sent', found)
  expect(found).toEqual(noFindings())

  await open()
  await line('Ohio').waitFor()
  const keys = keyboardOn(page)
  await keys.tabTo('button', 'Change Ohio')
  await keys.press('Enter')
  await keys.tabTo('textbox', 'Requested')
  await keys.press('Control+a')
  await keys.type('5')
  await keys.press('Enter')
  await keys.arrivesAt('button', 'Change Ohio')
  await line('Ohio').getByText('$5', { exact: true }).waitFor()
  expect(keys.faults).toEqual([])
})
