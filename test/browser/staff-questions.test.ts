import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { column, soon, yourForm } from './seats.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Asks staff about a row, as a reviewer does on it. */
async function askAbout(reviewer: Page, applicant: string, row: string, words: string): Promise<void> {
  await seats.openApplication(reviewer, applicant)
  await seats.toRow(reviewer, row)
  const own = yourForm(reviewer).getByRole('region', { name: `Your questions about ${row}` })
  await own.getByRole('button', { name: 'Ask staff about this row' }).click()
  await own.getByRole('textbox', { name: `Your question about ${row}, for staff` }).fill(words)
  await own.getByRole('button', { name: 'Send to staff' }).click()
  await own.getByText('No answer yet.').waitFor()
}

test('STAFFDOC-28 staff answer a question after taking names out of it; every reviewer reads it at the row, and no name is with it', async () => {
  const [first, second, staff] = await house.sit('Reviewer 1', 'Reviewer 2', 'Program staff')
  if (!first || !second || !staff) throw new Error('A tab did not open.')
  await staff.getByText('Questions of reviewers: none unanswered').waitFor()
  await askAbout(first, 'Massachusetts', '(E)(1)', 'Does Massachusetts count as having a law?')
  await askAbout(second, 'Massachusetts', '(F)(3)', 'Does a pilot count?')
  await staff.getByRole('link', { name: 'Two questions' }).click()

  const page = column(staff, 'Questions')
  await page.getByRole('heading', { name: 'Unanswered: 2' }).waitFor()
  const question = page.getByRole('article', { name: '(E)(1), Massachusetts, Reviewer 1' })
  await question.getByText('Does Massachusetts count as having a law?').waitFor()
  await question.getByRole('button', { name: /^Answer: \(E\)\(1\)/ }).click()
  const asked = question.getByRole('textbox', { name: 'The question, as all may read it' })
  expect(await asked.inputValue()).toBe('Does Massachusetts count as having a law?')
  expect(await asked.evaluate((field) => field === document.activeElement)).toBe(true)
  await question.getByText('Take out what names a person or an application.').waitFor()
  await question.getByText('All panels read this at (E)(1), naming nobody.').waitFor()
  const warning = question.getByText('This names Massachusetts. Every panel would read it.')
  await warning.waitFor()
  await question.getByRole('button', { name: 'Send to all panels' }).click()
  await question.getByText('Write the answer.').waitFor()
  await asked.fill('Does a law count that is in force?')
  await warning.waitFor({ state: 'detached' })
  await question.getByRole('textbox', { name: 'Your answer' }).fill('Yes, where it is in force.')

  // What is being written is not lost by a step aside, nor by another question that comes meanwhile.
  await staff.getByRole('link', { name: 'All applications' }).click()
  const dialog = staff.getByRole('alertdialog', { name: 'Leave without sending?' })
  await dialog.getByRole('button', { name: 'Stay here' }).click()
  await dialog.waitFor({ state: 'detached' })
  await askAbout(second, 'Massachusetts', '(A)(2)(i)', 'Is a plan enough?')
  await page.getByRole('heading', { name: 'Unanswered: 3' }).waitFor()
  await question.getByRole('button', { name: 'Send to all panels' }).click()
  await page.getByRole('heading', { name: 'Answered: 1', exact: true }).waitFor()
  await page.getByRole('heading', { name: 'Unanswered: 2' }).waitFor()
  await question.getByText(/^Answered \w{3} \d+, \d+:\d\d [ap]m$/).waitFor()
  const again = question.getByRole('button', { name: /^Answer again: \(E\)\(1\)/ })
  await soon(() => again.evaluate((button) => button === document.activeElement)).toBe(true)

  await seats.toRow(second, '(E)(1)')
  for (const reviewer of [first, second]) {
    const told = yourForm(reviewer).getByRole('region', { name: 'What staff answered about (E)(1)' })
    await told.getByText('Yes, where it is in force.').waitFor()
    await told.getByText('Does a law count that is in force?').waitFor()
    expect(await told.innerText()).not.toMatch(/Massachusetts|Reviewer \d|Program staff/)
  }

  // A later answer stands in the place of the earlier one.
  await again.click()
  await question.getByText('It stands in the place of the answer before.').waitFor()
  expect(await asked.inputValue()).toBe('Does a law count that is in force?')
  await question.getByRole('textbox', { name: 'Your answer' }).fill('Yes, where it was in force in May.')
  await question.getByRole('button', { name: 'Send to all panels' }).click()
  const told = yourForm(second).getByRole('region', { name: 'What staff answered about (E)(1)' })
  await told.getByText('Yes, where it was in force in May.').waitFor()
  await told.getByText('Yes, where it is in force.').waitFor({ state: 'detached' })
  await seats.toAll(staff)
  await staff.getByText('Two questions of reviewers wait for an answer.').waitFor()
})
