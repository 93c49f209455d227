import type { Locator, Page } from 'playwright-core'
import { lastNumber } from './board.ts'
import { column, startsWith } from './seats.ts'

// What people do in the room, from the reveal to the lock.

/** The monitor reveals, on the panel board. */
export async function reveal(monitor: Page, applicant: string): Promise<void> {
  await monitor.getByRole('button', { name: `Reveal ${applicant}`, exact: true }).click()
  await monitor.getByRole('dialog').getByRole('button', { name: 'Reveal now' }).click()
  await column(monitor, 'Disagreement').waitFor()
}

/** Opens a row from the board. */
export async function toBoardRow(page: Page, row: string): Promise<void> {
  const board = column(page, 'Disagreement')
  await board.getByRole('link', { name: startsWith(`${row} `) }).click()
  await column(page, 'The panel’s scores').waitFor()
}

/** Back from a row, the vote or the final form to all rows. */
export async function toBoard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'All rows' }).click()
  await column(page, 'Disagreement').waitFor()
}

/** What a reviewer's column says on the row that is open. */
export function comments(page: Page, whose: string): Locator {
  return column(page, 'The panel’s scores').getByRole('article', { name: whose, exact: true })
}

/** Gives a reason for a changed score, on its row. */
export async function giveReason(page: Page, reason: string, line: string): Promise<void> {
  const own = column(page, 'Your column')
  await own.getByRole('combobox', { name: 'Reason' }).selectOption({ label: reason })
  await own.getByRole('textbox', { name: 'In a line' }).fill(line)
}

// The vote

export async function openVote(monitor: Page): Promise<void> {
  const open = monitor.getByRole('button', { name: 'Open the sealed vote' })
  const close = monitor.getByRole('button', { name: 'Close the vote' })
  const tooMuch = monitor.getByText('That was too much at once.')
  await open.click()
  await close.or(tooMuch).first().waitFor()
  // Where much was pressed just before, the server asks for a moment, and a person presses again.
  while ((await close.count()) === 0) {
    await monitor.waitForTimeout(1000)
    if ((await open.count()) > 0) await open.click()
    await close.or(tooMuch).first().waitFor()
  }
}

export async function closeVote(monitor: Page): Promise<void> {
  await monitor.getByRole('button', { name: 'Close the vote' }).click()
  const dialog = monitor.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Close the vote' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Votes on the page of the vote; reasons where the answer is another than the form's. */
export async function vote(page: Page, answer: 'Yes' | 'No', reasons?: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${answer},`) }).check()
  if (reasons !== undefined)
    await page.getByRole('textbox', { name: 'Your reasons for the change' }).fill(reasons)
  await page.getByRole('button', { name: `Seal my vote: ${answer}` }).click()
  await page.getByText(`Your vote is sealed: ${answer}`, { exact: true }).first().waitFor()
}

// Final form, close, lock

/** From the board to one's own final form. */
export async function toFinal(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^(Final form and sign|Your final form)$/ }).click()
  await page.getByRole('heading', { name: 'Your final form' }).waitFor()
}

export async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign my final form' }).click()
  await page.getByRole('button', { name: 'Take my signature back' }).waitFor()
}

/** Points of all 41 rows of one's own final form, by row. */
export async function finalPoints(page: Page): Promise<Readonly<Record<string, number>>> {
  const form = column(page, 'Final form')
  await form.getByRole('radio', { name: 'All 41 rows' }).check({ force: true })
  await form.getByRole('row').nth(41).waitFor()
  const lines = await form
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())),
    )
  const pointsOf = lines.flatMap(([row = '', , , final = '']) => {
    const id = /^\([A-F]\)\S+/.exec(row)?.[0]
    return id === undefined ? [] : [[id, lastNumber(final)] as const]
  })
  return Object.fromEntries(pointsOf)
}

/** From the board the monitor goes to the close-out, ticks that comments were read, closes, and comes back to the board. */
export async function closeReview(monitor: Page, assessment?: string): Promise<void> {
  await column(monitor, 'Live controls')
    .getByRole('button', { name: /Close review/ })
    .click()
  const closing = column(monitor, 'Close the review')
  await closing.getByRole('checkbox', { name: /^I have read the comments/ }).check({ force: true })
  if (assessment !== undefined) await closing.getByRole('textbox').fill(assessment)
  await closing.getByRole('button', { name: 'Close review', exact: true }).click()
  // Staff may be quick.
  await closing.getByRole('heading', { name: /^(Closed|Being locked|Locked)$/ }).waitFor()
  await toBoard(monitor)
}

/** Staff lock, on the page of the review. */
export async function lock(staff: Page, applicant: string): Promise<void> {
  await staff.getByRole('button', { name: `Lock ${applicant}`, exact: true }).click()
  const dialog = staff.getByRole('alertdialog')
  await dialog.getByRole('button', { name: `Lock ${applicant}`, exact: true }).click()
  await staff.getByRole('heading', { name: 'Locked', exact: true }).waitFor()
}
