import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { together, type Panel } from '../panel.ts'
import * as seats from '../seats.ts'
import { soon, yourForm } from '../seats.ts'

/** Four certify, one asks staff; one recuses later, loses the application in both tabs at once, and is brought back. */
export async function conflicts(panel: Panel): Promise<void> {
  const { house, applicant, reviewer, monitor, staff, everybody } = panel
  await together(everybody, (page) => seats.openApplication(page, applicant))
  const certifying = [1, 2, 4, 5].map(reviewer)
  await together([...certifying, monitor], async (page) => {
    await page.getByRole('heading', { name: 'Do you have a conflict of interest with Maine?' }).waitFor()
    await seats.answerConflict(page, 'certify')
  })
  await together(certifying, toForm)
  await monitor.getByRole('link', { name: 'Go to the panel board' }).click()
  await seats.typePoints(yourForm(reviewer(4)), 3)
  await seats.saved(reviewer(4))

  await seats.answerConflict(reviewer(3), 'unsure', 'My sister teaches in Bangor.')
  await reviewer(3).getByText('stays shut until they decide').waitFor()
  await staff.getByRole('main').getByText('My sister teaches in Bangor.').waitFor()
  await seats.clear(staff, 'Reviewer 3', 'A teacher gains nothing by it.')
  await reviewer(3).getByRole('heading', { name: 'Staff cleared you for Maine' }).waitFor()
  await toForm(reviewer(3))

  const otherTab = await house.context.newPage()
  await otherTab.goto(reviewer(4).url())
  await yourForm(otherTab).waitFor()
  const lost = await seats.recuse(reviewer(4), applicant, 'My firm wrote the plan for districts.')
  expect(lost).toContain('Maine disappears from your pages at once')
  await otherTab.getByText('There is nothing here that you can open.').waitFor()
  await soon(() => reviewer(4).getByRole('main').innerText()).not.toContain(applicant)
  await monitor.getByRole('row', { name: /^Reviewer 4 recused/ }).waitFor()
  expect(await monitor.getByRole('main').innerText()).not.toContain('My firm')
  await staff
    .getByRole('row', { name: /^Reviewer 4 Recused .*My firm wrote the plan for districts\./ })
    .waitFor()
  await seats.toReadyCheck(reviewer(1))
  await reviewer(1).getByText('0 of 4 ready').waitFor()

  await seats.undoRecusal(staff, 'Reviewer 4', 'The firm was another of that name.')
  await reviewer(4).getByRole('link', { name: applicant, exact: true }).waitFor()
  await soon(() => seats.points(yourForm(otherTab)).inputValue()).toBe('3')
  await reviewer(1).getByText('0 of 5 ready').waitFor()
  await seats.openApplication(reviewer(4), applicant)
  await otherTab.close()
}

async function toForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Go to your form' }).click()
  await yourForm(page).waitFor()
}
