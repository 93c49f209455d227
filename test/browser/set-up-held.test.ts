import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { presets } from '../../shared/rubric/presets/presets.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import { madeNotice } from '../harness/made-notice.ts'
import { openSetUp, picture, type SetUpStage } from './set-up-settings-stage.ts'

let stage: SetUpStage

beforeAll(async () => {
  stage = await openSetUp()
})
afterAll(() => stage?.close())

/** A part of the set-up that two of staff change at once. */
interface Part {
  readonly part: string
  readonly at: string
  /** What is there before either begins. */
  readonly begin?: () => Promise<void>
  /** From the opened page to where it is changed. */
  readonly show?: (page: Page) => Promise<unknown>
  readonly draft: (page: Page, words: string) => Promise<unknown>
  readonly drafted: (page: Page) => Promise<string>
  readonly save: (page: Page) => Promise<unknown>
  /** There as long as something is not saved. */
  readonly unsaved: (page: Page) => Locator
  readonly saved: () => Promise<string | undefined>
  readonly meanwhile: string
  readonly mine?: string
  readonly theirs?: string
}

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()
const dates = (page: Page) => page.getByRole('list', { name: 'Dates' })
const slot = (page: Page) => page.getByRole('group', { name: 'Time for an application' }).getByRole('textbox')
const rubricTitle = (page: Page) =>
  page.locator('.rubric-open').getByRole('textbox', { name: 'Title', exact: true })
const firstCheck = (page: Page) => page.getByLabel('What is asked for').first()
const term = (page: Page) => page.getByRole('textbox', { name: 'Term', exact: true })
const typed = (field: (page: Page) => Locator) => (page: Page, words: string) => field(page).fill(words)
const inField = (field: (page: Page) => Locator) => (page: Page) => field(page).inputValue()

const application = {
  ...{ id: 'ohio', applicant: 'Ohio', home: null, requested: null, received: null },
  involved: { districts: '', partners: '', consultants: '', signatories: '' },
}
const [, nih, , foundation] = presets.map(({ title }) => title)

const parts: readonly Part[] = [
  {
    part: 'dates',
    at: 'settings',
    draft: async (page, words) => {
      if ((await dates(page).getByRole('listitem').count()) === 0) await press('Another date')(page)
      await dates(page).getByLabel('Title').fill(words)
      await dates(page).getByLabel('Day').fill('2027-01-05')
    },
    drafted: inField((page) => dates(page).getByLabel('Title')),
    save: press('Save dates'),
    unsaved: (page) => page.getByText('The dates are changed and not saved.'),
    saved: async () => (await stage.setUp()).dates[0]?.title,
    meanwhile: 'The dates were saved elsewhere meanwhile.',
  },
  {
    part: 'settings',
    at: 'settings',
    draft: typed(slot),
    drafted: inField(slot),
    save: press('Save settings'),
    unsaved: (page) => page.getByText('1 setting changed and not saved.'),
    saved: async () => String((await stage.setUp()).rules.slotMinutes),
    meanwhile: 'The same settings were saved elsewhere meanwhile.',
    mine: '45',
    theirs: '60',
  },
  {
    part: 'rubric',
    at: 'rubric',
    draft: typed(rubricTitle),
    drafted: inField(rubricTitle),
    save: press('Save'),
    unsaved: (page) => page.getByRole('button', { name: 'Save', exact: true }),
    saved: async () => (await stage.setUp()).rubric.title,
    meanwhile: 'The rubric was saved elsewhere meanwhile.',
  },
  {
    part: 'first checklist',
    at: 'intake',
    begin: () => stage.give({ kind: 'checklist.set', items: [] }),
    show: async (page) => {
      const editor = page.getByRole('form', { name: 'Checklist' })
      await editor.or(page.getByRole('button', { name: 'Change the checklist' })).waitFor()
      if (!(await editor.isVisible())) await press('Change the checklist')(page)
    },
    draft: async (page, words) => {
      if ((await firstCheck(page).count()) === 0) await press('Add an item')(page)
      await firstCheck(page).fill(words)
    },
    drafted: inField(firstCheck),
    save: press('Save the checklist'),
    unsaved: (page) => page.getByRole('button', { name: 'Save the checklist' }),
    saved: async () => (await stage.setUp()).checklist[0]?.title,
    meanwhile: 'The checklist was saved elsewhere meanwhile.',
  },
  {
    part: 'draft of panels',
    at: 'panels',
    begin: async () => {
      await stage.server.add({ id: 'r1' }, { id: 'm1', role: 'monitor' })
      await stage.give({ kind: 'checklist.set', items: [] })
      await stage.give({ kind: 'applications.set', applications: [application] })
      const panels = [{ id: 'one', title: 'Panel 1', monitor: null, reviewers: [] }]
      await stage.give({ kind: 'assignment.draft', panels, places: {}, seed: null })
    },
    draft: async (page, words) => {
      await page.getByRole('button', { name: /^Change Panel|^Change (Mine|Theirs)/ }).click()
      await press('Rename …')(page)
      await page.getByRole('textbox', { name: 'Title', exact: true }).fill(words)
      await press('Rename')(page)
    },
    drafted: (page) => page.locator('.panels-card').getByRole('heading').first().innerText(),
    save: press('Save the draft'),
    unsaved: (page) => page.getByText('Not saved yet.'),
    saved: async () => (await stage.setUp()).draft?.panels[0]?.title,
    meanwhile: 'Other panels were saved elsewhere meanwhile.',
  },
  {
    part: 'words of the notice',
    at: 'notice',
    begin: async () => {
      const page = await stage.page.context().newPage()
      await page.goto(`${stage.site}/set-up/notice`)
      const chooser = page.waitForEvent('filechooser')
      await press('Choose files')(page)
      const buffer = Buffer.from(madeNotice)
      await (await chooser).setFiles([{ name: 'Notice.txt', mimeType: 'text/plain', buffer }])
      await page.getByRole('region', { name: 'What stands beside each row' }).waitFor()
      await page.close()
    },
    show: (page) =>
      page
        .getByRole('button', { name: /^(common standards|Mine|Theirs)$/ })
        .first()
        .click(),
    draft: typed(term),
    drafted: inField(term),
    save: (page) => page.getByRole('button', { name: /^Confirm all/ }).click(),
    unsaved: (page) => page.getByRole('button', { name: 'Undo changes' }),
    saved: async () => {
      const definitions = (await stage.setUp()).notice.words?.definitions ?? []
      return definitions.find(({ term: own }) => own === 'Mine' || own === 'Theirs')?.term
    },
    meanwhile: 'The notice or its words were saved elsewhere meanwhile.',
  },
  {
    part: 'preset',
    at: 'start',
    begin: async () => {
      const rubric = { ...raceToTheTop, title: 'Changed by hand' }
      await stage.give({ kind: 'rules.set', rules: rulesOf2010 })
      await stage.give({ kind: 'rubric.set', rubric, why: '' })
    },
    draft: (page, title) => page.getByRole('radio', { name: title }).check({ force: true }),
    drafted: async (page) => {
      const chosen = await page
        .locator('label')
        .filter({ has: page.getByRole('radio', { checked: true }) })
        .innerText()
      return presets.find(({ title }) => chosen.includes(title))?.title ?? chosen
    },
    save: async (page) => {
      await page.getByRole('button', { name: /^Begin with / }).click()
      await page.getByRole('button', { name: 'Replace it' }).click()
    },
    unsaved: (page) => page.getByRole('button', { name: /^Begin with / }),
    saved: async () => {
      const { id } = (await stage.setUp()).rubric
      return presets.find(({ rubric }) => rubric.id === id)?.title
    },
    meanwhile: 'The rubric, rules or checklist were saved elsewhere meanwhile.',
    ...(nih === undefined ? {} : { mine: nih }),
    ...(foundation === undefined ? {} : { theirs: foundation }),
  },
]

/** What is seen of a part on a page that is opened anew. */
async function opened(page: Page, { at, show }: Part): Promise<Page> {
  await page.goto(`${stage.site}/set-up/${at}`)
  await show?.(page)
  return page
}

test.each(parts)(
  'HELD-16 $part: a second save is refused and keeps its draft; the first is seen beside it, and gives way only when one says so',
  async (part) => {
    const {
      begin,
      show,
      draft,
      drafted,
      save,
      unsaved,
      saved,
      meanwhile,
      mine = 'Mine',
      theirs = 'Theirs',
    } = part
    await begin?.()
    const context = stage.page.context()
    const own = await opened(await context.newPage(), part)
    const other = await opened(await context.newPage(), part)
    await draft(own, mine)
    await draft(other, theirs)
    // The second save is sent before its page has heard of the first.
    const { promise: heard, resolve: hear } = Promise.withResolvers<void>()
    await own.route('**/api/set-up', async (route) => {
      await heard
      await route.continue()
    })
    await save(other)
    await unsaved(other).waitFor({ state: 'detached' })
    await save(own)
    await own.getByText('Somebody else has saved this since you began.').waitFor()
    expect(await drafted(own)).toBe(mine)
    expect(await saved()).toBe(theirs)

    hear()
    await own.getByText(meanwhile).waitFor()
    await picture(own, `${part.part} saved meanwhile`)
    const popup = own.waitForEvent('popup')
    await own.getByRole('link', { name: 'See what was saved' }).click()
    const beside = await popup
    await show?.(beside)
    await expect.poll(() => drafted(beside)).toBe(theirs)
    expect(await drafted(own)).toBe(mine)

    await own.getByRole('button', { name: 'Go on with mine' }).click()
    await save(own)
    await unsaved(own).waitFor({ state: 'detached' })
    expect(await saved()).toBe(mine)
    for (const page of [own, other, beside]) await page.close()
  },
)
