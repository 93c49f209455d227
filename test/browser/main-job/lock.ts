import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { together, type Panel } from '../panel.ts'
import * as room from '../room.ts'
import * as seats from '../seats.ts'
import { column, foot, soon, yourForm } from '../seats.ts'

/** Everybody signs, one takes the signature back and signs again, the monitor closes, staff lock; then nothing can be written. */
export async function lock({ house, applicant, reviewers, reviewer, monitor, staff }: Panel): Promise<void> {
  await together(reviewers, room.toFinal)
  await together(reviewers, room.sign)
  await staff.getByText('5 of 5 signed').waitFor()
  await toOneRow(reviewer(1))
  // Who has signed still talks.
  await soon(() => seats.editors(reviewer(1))).toEqual(['Write to the panel'])
  await room.toBoard(reviewer(1))
  await room.toFinal(reviewer(1))
  await reviewer(1).getByRole('button', { name: 'Take my signature back' }).click()
  await monitor.getByRole('link', { name: 'All rows' }).click()
  await monitor.getByRole('button', { name: 'Close review: 1 to sign' }).waitFor()
  await toOneRow(reviewer(1))
  expect((await seats.editors(reviewer(1))).length).toBeGreaterThan(3)
  await room.toBoard(reviewer(1))
  await room.toFinal(reviewer(1))
  await room.sign(reviewer(1))
  const finals = await together(reviewers, room.finalPoints)

  await monitor.getByRole('button', { name: 'Close review: your tick is needed' }).waitFor()
  expect(await staff.getByRole('button', { name: 'Lock Maine: not closed yet' }).count()).toBe(1)
  await room.closeReview(monitor)
  await together(reviewers, (page) =>
    column(page, 'Signature').getByRole('heading', { name: 'Closed' }).waitFor(),
  )
  await room.lock(staff, applicant)

  const totals = finals.map((points) => sum(Object.values(points)))
  for (const points of finals) expect(Object.keys(points)).toHaveLength(41)
  const locked = staff.getByRole('main')
  await locked.getByText((sum(totals) / 5 + 15).toFixed(1), { exact: true }).waitFor()
  await locked.getByText(`criteria ${(sum(totals) / 5).toFixed(1)} + STEM 15`).waitFor()
  await locked.getByText('3 of 5 say yes, 3 needed: 15 points').waitFor()
  const hash = (await locked.getByText(/^[0-9a-f]{64}$/).innerText()).trim()

  await together(reviewers, async (page) => {
    await column(page, 'Signature').getByText('Program staff').waitFor()
    await column(page, 'Signature').getByText(hash.slice(0, 12), { exact: true }).waitFor()
    await isReadOnly(page)
    await toOneRow(page)
    await isReadOnly(page)
  })
  await column(monitor, 'Live controls').getByText(hash.slice(0, 12), { exact: true }).waitFor()
  await isReadOnly(monitor)
  await staff.getByRole('link', { name: 'Read the panel’s columns' }).click()
  await column(staff, 'Disagreement').waitFor()
  await isReadOnly(staff)
  await seats.openApplication(staff, applicant)

  const form = await house.context.newPage()
  await form.goto(
    reviewer(2)
      .url()
      .replace(/room.*/, 'score'),
  )
  await yourForm(form).getByRole('spinbutton').waitFor()
  await isReadOnly(form)
  await form.close()
  expect(await house.reloaded()).toEqual([])
}

/** From the final form to (A)(1)(ii). */
async function toOneRow(page: Page): Promise<void> {
  await room.toBoard(page)
  await room.toBoardRow(page, '(A)(1)(ii)')
}

async function isReadOnly(page: Page): Promise<void> {
  await foot(page)
    .getByText(/^Locked by Program staff, \d+:\d\d [ap]m\. Read only\.$/)
    .waitFor()
  expect(await seats.editors(page)).toEqual([])
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
