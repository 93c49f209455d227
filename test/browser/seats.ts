import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { patience } from './browser.ts'

/** Asks again until it is as expected. */
export function soon<Value>(look: () => Promise<Value> | Value) {
  return expect.poll(look, { timeout: patience, interval: 50 })
}

/** The line at the foot: who can see what is typed, and where it is saved. */
export function foot(page: Page): Locator {
  return page.getByRole('contentinfo')
}

/** A column by its name. */
export function column(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** The page about all applications of a seat. */
export async function toAll(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: 'Panelroom' }).click()
}

/** Opens an application from the page about all of them. */
export async function openApplication(page: Page, applicant: string): Promise<void> {
  await toAll(page)
  await page.getByRole('link', { name: applicant, exact: true }).first().click()
  await page.getByRole('banner').getByText(applicant, { exact: true }).waitFor()
}

// Conflicts

const conflictAnswers = {
  certify: { choice: /^I certify/, button: 'Certify' },
  unsure: { choice: /^I am not sure/, button: 'Ask staff' },
} as const

/** Answers the question before an application opens. */
export async function answerConflict(
  page: Page,
  answer: keyof typeof conflictAnswers,
  toStaff?: string,
): Promise<void> {
  const { choice, button } = conflictAnswers[answer]
  await page.getByRole('radio', { name: choice }).check()
  if (toStaff !== undefined) await page.getByRole('textbox', { name: 'What staff should know' }).fill(toStaff)
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** Recuses from where one is, after reading what disappears; answers with those words. */
export async function recuse(page: Page, applicant: string, reason: string): Promise<string> {
  await page.getByRole('banner').getByRole('button', { name: 'Recuse', exact: true }).click()
  const dialog = page.getByRole('alertdialog')
  const words = await dialog.getByRole('paragraph').first().innerText()
  await dialog.getByRole('textbox', { name: 'Your reason, for staff' }).fill(reason)
  await dialog.getByRole('button', { name: `Recuse from ${applicant}` }).click()
  await dialog.waitFor({ state: 'detached' })
  return words
}

/** Staff decide on a "not sure". */
export async function clear(staff: Page, label: string, reason: string): Promise<void> {
  await staff.getByRole('textbox', { name: 'Your reason, for the record' }).fill(reason)
  await staff.getByRole('button', { name: `Clear ${label}` }).click()
}

/** Staff bring somebody back. */
export async function undoRecusal(staff: Page, label: string, reason: string): Promise<void> {
  await staff.getByRole('button', { name: `Undo recusal of ${label}` }).click()
  const dialog = staff.getByRole('alertdialog')
  await dialog.getByRole('textbox', { name: 'Your reason, for the record' }).fill(reason)
  await dialog.getByRole('button', { name: 'Undo the recusal' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Staff let the panel go on without a seat. */
export async function excuse(staff: Page, label: string, reason: string): Promise<void> {
  await staff.getByRole('button', { name: `Excuse ${label}` }).click()
  const dialog = staff.getByRole('alertdialog')
  await dialog.getByRole('textbox', { name: 'Your reason, for the record' }).fill(reason)
  await dialog.getByRole('button', { name: `Excuse ${label}` }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Staff let a panel go on that has become smaller than the rules ask for. */
export async function letGoOn(staff: Page, reason: string): Promise<void> {
  await staff.getByRole('button', { name: 'Let the panel go on' }).click()
  const dialog = staff.getByRole('alertdialog')
  await dialog.getByRole('textbox', { name: 'Your reason, for the record' }).fill(reason)
  await dialog.getByRole('button', { name: 'Let the panel go on' }).click()
  await dialog.waitFor({ state: 'detached' })
}

// The form

export function yourForm(page: Page): Locator {
  return column(page, 'Your form')
}

/** The line of a row, a criterion or a priority in the tree. */
export function treeLine(page: Page, name: string): Locator {
  const words = name.startsWith('(') ? `${name} ` : name
  return page
    .getByRole('navigation', { name: 'Rows of the form' })
    .getByRole('link', { name: startsWith(words) })
    .last()
}

/** Goes to a row or a priority by the tree: first its criterion, which shows its rows. */
export async function toRow(page: Page, row: string): Promise<void> {
  const criterion = /^\([A-F]\)\(\d\)/.exec(row)?.[0]
  if (criterion !== undefined && criterion !== row) await treeLine(page, criterion).click()
  await treeLine(page, row).click()
  await yourForm(page)
    .getByText(criterion === undefined ? /^P\d/ : row, { exact: true })
    .first()
    .waitFor()
}

export function points(at: Locator): Locator {
  return at.getByRole('spinbutton')
}

/** Types points and says so with Enter. */
export async function typePoints(at: Locator, given: number): Promise<void> {
  await points(at).fill(String(given))
  await points(at).press('Enter')
}

/** The running total as the tree shows it, and its rows. */
export async function runningTotal(page: Page): Promise<string> {
  const tree = column(page, 'Criteria')
  const [total, rows] = await tree.getByRole('paragraph').allInnerTexts()
  return `${total}; ${rows}`.replaceAll(/\s+/g, ' ')
}

/** Waits until everything typed here is on the server. */
export async function saved(page: Page): Promise<void> {
  await foot(page).getByText('On the server').waitFor()
  await soon(async () => {
    const { typed, onServer } = await saveTimes(page)
    return onServer >= typed
  }).toBe(true)
}

/** When something was last typed and when something last reached the server, as the foot says it, in milliseconds since 1970. */
export async function saveTimes(page: Page): Promise<{ readonly typed: number; readonly onServer: number }> {
  const times = await foot(page)
    .locator('time')
    .evaluateAll((found) => found.map((time) => time.getAttribute('datetime') ?? ''))
  const [typed = NaN, onServer = NaN] = times.map((time) => Date.parse(time))
  return { typed, onServer }
}

/** Watches what the foot says of saving; answers with every state that it has been in since, as `data-save` names them. */
export async function watchSaving(page: Page): Promise<() => Promise<readonly string[]>> {
  const states = await page.evaluateHandle(() => {
    const seen: string[] = []
    const look = (): void => {
      const now = document.querySelector<HTMLElement>('[data-save]')?.dataset['save']
      if (now !== undefined && now !== seen.at(-1)) seen.push(now)
    }
    look()
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
    return seen
  })
  return () => states.jsonValue()
}

export async function fillTheRest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fill in the rest of this form' }).click()
  await column(page, 'Criteria').getByText('41 of 41 rows complete', { exact: true }).waitFor()
}

export async function toReadyCheck(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ready check' }).first().click()
  await page.getByRole('heading', { name: 'Ready check' }).waitFor()
}

/** Says ready, on the page of the ready check. */
export async function sayReady(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Say ready', exact: true }).click()
  await page.getByText(/^You said ready at/).waitFor()
}

/** What can be chosen of how a page shows its rows: it writes nothing. */
const views = ['Order of the rows', 'Which rows', 'Picture or table']

/** Everything on a page into which something could be typed or set, by its label. */
export async function editors(page: Page): Promise<readonly string[]> {
  const fields = page
    .getByRole('main')
    .locator('textarea:not([readonly]), select, input:not([type=search]):not([readonly])')
    .and(page.locator(':enabled'))
  const found = await fields.evaluateAll((all) =>
    all.map((field) => ({
      group: field.closest('fieldset')?.querySelector('legend')?.textContent ?? '',
      label: (field as HTMLInputElement).labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? '',
    })),
  )
  return found.filter(({ group }) => !views.includes(group)).map(({ label }) => label)
}

/** A name with parentheses, to be looked for as it stands at the start of a longer one. */
export function startsWith(name: string): RegExp {
  return new RegExp(`^${name.replaceAll(/[()]/g, '\\$&')}`)
}
