import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Preset } from '../../../shared/rubric/presets/presets.ts'
import { together } from '../panel.ts'
import type { EmptyHouse } from './house.ts'

/** Who takes part beside staff, by the labels that pages call them by. */
export interface Cast {
  readonly reviewers: readonly string[]
  readonly monitor: string
  readonly official: string
}

export const applicants = ['Alder County', 'Birch County'] as const
export const competitionName = 'Rural schools 2027'
const seed = '5eed0001'

/** Five reviewers where the rubric is that of 2010, else three. */
export function castOf(preset: Preset): Cast {
  const seats = preset.id === 'race-to-the-top-2010' ? 5 : 3
  return {
    reviewers: Array.from({ length: seats }, (_, at) => `Reviewer ${at + 1}`),
    monitor: 'Panel monitor 1',
    official: 'Selecting official 1',
  }
}

/** From staff's first page. */
async function toSetUp(staff: Page): Promise<void> {
  await staff.getByRole('link', { name: /^Set / }).first().click()
  await staff.getByRole('heading', { name: 'Start', level: 1 }).waitFor()
}

/** Goes to a part of the set-up by the list of its parts. */
async function toPart(staff: Page, part: string): Promise<void> {
  await staff.getByRole('navigation', { name: 'Set up' }).getByRole('link', { name: part }).click()
  await staff.getByRole('heading', { name: part, level: 1 }).waitFor()
}

async function choose(staff: Page, button: string, name: string, content: string): Promise<void> {
  const chooser = staff.waitForEvent('filechooser')
  await staff.getByRole('button', { name: button, exact: true }).click()
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }
  await (await chooser).setFiles(file)
}

/** Name, preset, zone and a date. */
export async function begin({ staff }: EmptyHouse, preset: Preset): Promise<void> {
  await toSetUp(staff)
  await staff.getByRole('textbox', { name: 'Name of the competition' }).fill(competitionName)
  await staff.getByRole('button', { name: 'Call it so' }).click()
  await staff.getByRole('banner').getByText(competitionName).waitFor()
  await staff.getByRole('radio', { name: preset.title }).check({ force: true })
  await staff.getByRole('button', { name: `Begin with ${preset.title}` }).click()
  await staff
    .locator('label', { hasText: preset.title })
    .and(staff.locator('[data-checked], :has(:checked)'))
    .getByText('This competition has its rubric.')
    .waitFor()
  await toPart(staff, 'Settings')
  const dates = staff.getByRole('form', { name: 'Dates' })
  await dates.getByRole('combobox', { name: 'Time zone of the competition' }).selectOption('America/New_York')
  await dates.getByRole('button', { name: 'Forms ready' }).click()
  await dates.getByLabel('Day', { exact: true }).fill('2027-02-01')
  await dates.getByRole('button', { name: 'Save dates' }).click()
  await dates.getByText('The dates are changed and not saved.').waitFor({ state: 'detached' })
}

/** The official by the form, everybody else from a file. */
export async function addPeople({ staff }: EmptyHouse, cast: Cast): Promise<void> {
  await toPart(staff, 'People')
  await staff.getByRole('button', { name: 'Add a person' }).click()
  const dialog = staff.getByRole('dialog', { name: 'Add a person' })
  await dialog.getByLabel('Name', { exact: true }).fill('Name of the official')
  await dialog.getByLabel('E-mail').fill('official@panel.example')
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption('official')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await dialog.waitFor({ state: 'detached' })
  await staff.getByRole('row').filter({ hasText: cast.official }).waitFor()
  await staff.getByRole('link', { name: 'Import', exact: true }).click()
  const reviewers = cast.reviewers.map((label) => `reviewer,Name of ${label},${reviewerAddress(label)}`)
  const rows = ['Role,Name,E-mail', ...reviewers, 'monitor,Name of the monitor,monitor@panel.example']
  await choose(staff, 'Choose a file', 'people.csv', rows.join('\n'))
  await staff.getByRole('button', { name: `Take in ${rows.length - 1} changes` }).click()
  await staff.getByText(`Taken in: ${rows.length - 1} new`).waitFor()
}

/** Two applications from a file, a document for the first, and intake: every item of the checklist is met by both. */
export async function addApplications({ staff }: EmptyHouse): Promise<void> {
  await toPart(staff, 'Applications')
  await staff.getByRole('link', { name: 'Import', exact: true }).click()
  const rows = applicants.map((name) => `${name},Ohio,900000,2027-01-19 16:15,${name} schools`)
  const file = ['Applicant,Home State,Requested,Received,Districts', ...rows].join('\n')
  await choose(staff, 'Choose a file', 'applications.csv', file)
  await staff.getByRole('button', { name: 'Take in 2 changes' }).click()
  await staff.getByText('Taken in: 2 new').waitFor()

  await staff.getByRole('link', { name: 'Documents of many' }).click()
  const narrative =
    'Our plan\n\nEvery school of the county takes part.\n\nThe budget is nine hundred thousand.'
  await choose(staff, 'Choose files', `${applicants[0]} narrative.txt`, narrative)
  await staff.getByRole('button', { name: 'Send 1 file to 1 application' }).click()
  await staff.getByText('1 of 1 file added', { exact: true }).waitFor()
}

/** Every item of the checklist is judged, for both at once. */
export async function judgeIntake({ staff }: EmptyHouse): Promise<void> {
  await toPart(staff, 'Intake')
  await staff.getByRole('checkbox', { name: 'Choose all that are shown' }).waitFor()
  const many = staff.getByRole('region', { name: 'Judge many at once' })
  const all = staff.getByRole('checkbox', { name: 'Choose all that are shown' })
  await all.check()
  const options = await many.getByRole('combobox', { name: 'Item' }).locator('option').allTextContents()
  const items = options.filter((label) => /^\d+\. /.test(label))
  expect(items.length).toBeGreaterThan(3)
  for (const item of items) {
    await many.getByRole('combobox', { name: 'Item' }).selectOption({ label: item })
    await many.getByText('Met', { exact: true }).click()
    await many.getByRole('textbox', { name: 'On what basis' }).fill('Looked at on January 20.')
    await many.getByRole('button', { name: 'Judge 2 applications' }).click()
    await many.getByText('2 applications judged').waitFor()
  }
}

/** Staff make links for everybody, hand them on, and each comes in with theirs. */
export async function inviteAll(house: EmptyHouse, { reviewers, monitor, official }: Cast): Promise<void> {
  const { staff } = house
  await toPart(staff, 'People')
  const everybody = [official, ...reviewers, monitor]
  await staff.getByRole('checkbox', { name: 'All that are shown' }).check()
  // One's own link would be a second session.
  await staff.getByRole('row').filter({ hasText: 'No name yet' }).getByRole('checkbox').uncheck()
  await staff.getByRole('button', { name: 'Make links to copy' }).click()
  const dialog = staff.getByRole('alertdialog', { name: `${everybody.length} links to hand on` })
  const text = await dialog.getByRole('textbox', { name: 'Links' }).inputValue()
  const links = text.split('\n').map((line) => line.split('\t'))
  await dialog.getByRole('button', { name: 'Done' }).click()
  const addressOf = (label: string): string => {
    if (label === official) return 'official@panel.example'
    return label === monitor ? 'monitor@panel.example' : reviewerAddress(label)
  }
  await together(everybody, (label) =>
    house.comeIn(label, links.find(([, to]) => to === addressOf(label))?.[2] ?? ''),
  )
}

function reviewerAddress(label: string): string {
  return `${label.toLowerCase().replace('reviewer ', 'r')}@panel.example`
}

/** Somebody says that they have no conflict with any applicant, from their first page. */
export async function certify(page: Page): Promise<void> {
  await page
    .getByRole('region', { name: 'Conflicts of interest' })
    .getByRole('link', { name: 'Certify' })
    .click()
  await page.getByRole('heading', { name: '2 applications to certify' }).waitFor()
  await page.getByRole('checkbox', { name: /^I have no conflict with any/ }).check()
  await page.getByRole('button', { name: 'Send: certify 2' }).click()
  await page.getByRole('heading', { name: 'You have answered for all' }).waitFor()
}

/** One panel drawn by a seed, saved, and its applications opened to it. */
export async function drawAndOpen({ staff }: EmptyHouse, { reviewers }: Cast): Promise<void> {
  await toSetUp(staff)
  await toPart(staff, 'Panels')
  await staff.getByRole('textbox', { name: 'Panels', exact: true }).fill('1')
  await staff.getByRole('textbox', { name: 'Seats a panel' }).fill(String(reviewers.length))
  await staff.getByRole('textbox', { name: 'Seed', exact: true }).fill(seed)
  await staff.getByRole('button', { name: 'Draw at random' }).click()
  await staff.getByText(`Drawn at random with the seed ${seed}`).waitFor()
  await staff.getByRole('button', { name: 'Save the draft' }).click()
  await staff.getByRole('button', { name: 'Open 2 applications to their panels' }).click()
  await staff.getByRole('alertdialog').getByRole('button', { name: 'Open to their panels' }).click()
  await staff.getByText('At work', { exact: true }).waitFor()
  await staff.getByRole('link', { name: 'How far each panel is' }).waitFor()
}
