import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Export } from '../../../server/exports/export-format.ts'
import { verifyExport } from '../../../server/exports/verify.ts'
import type { Preset } from '../../../shared/rubric/presets/presets.ts'
import { rowsOf } from '../../../shared/rubric/rubric.ts'
import { fullForm } from '../../harness/full-form.ts'
import { must } from '../../harness/review-moves.ts'
import { giveForm, signColumn } from '../../harness/set-up-server.ts'
import { until } from '../../harness/until.ts'
import { together } from '../panel.ts'
import * as room from '../room.ts'
import * as seats from '../seats.ts'
import { column } from '../seats.ts'
import type { EmptyHouse } from './house.ts'
import { review } from './panel.ts'
import { applicants, type Cast } from './set-up.ts'

const [applicant] = applicants

/** A reviewer changes a score in the room and says why. */
export async function changeScore(house: EmptyHouse, label: string, row: string, to: number): Promise<void> {
  const page = house.page(label)
  await room.toBoardRow(page, row)
  await seats.typePoints(column(page, 'Your column'), to)
  await room.giveReason(page, 'Re-read the evidence', 'The plan on page 2 answers it.')
  await seats.saved(page)
  await room.toBoard(page)
}

/** Everybody signs, the monitor closes, staff lock. */
export async function signAndLock(house: EmptyHouse, { reviewers, monitor }: Cast): Promise<void> {
  const { staff } = house
  await together(reviewers, async (label) => {
    await room.toFinal(house.page(label))
    await room.sign(house.page(label))
  })
  await room.closeReview(house.page(monitor))
  await seats.openApplication(staff, applicant)
  await room.lock(staff, applicant)
}

/** The other application goes the same way by lines alone, with every score at one value, so that the tier is locked. */
export async function lockOther(
  house: EmptyHouse,
  { rubric }: Preset,
  { reviewers, monitor }: Cast,
  units: number,
): Promise<void> {
  const other = 'birch-county.1.1'
  const points = Object.fromEntries(rowsOf(rubric).map(({ id }) => [id, units]))
  const seats = await together(reviewers, (label) => house.line(label))
  const lead = await house.line(monitor)
  await together(seats, (seat) => giveForm(seat, rubric, other, fullForm(rubric, { points })))
  await until('all to be ready', () => lead.review(other).ready?.count === seats.length)
  await must(lead, { kind: 'review.reveal', review: other })
  await until('the room', () => seats.every((seat) => seat.review(other).room !== null))
  await together(seats, (seat) => signColumn(seat, rubric, other))
  await until('all to have signed', () => lead.review(other).blockers?.close.length === 0)
  await must(lead, { kind: 'review.close', review: other, commentsRead: true })
  await must(await house.line('Program staff'), { kind: 'review.lock', review: other })
}

/** Staff open the ranking from their first page: rank, applicant and result of each, in order. */
export async function ranked({ staff }: EmptyHouse): Promise<readonly (readonly string[])[]> {
  await seats.toAll(staff)
  await staff.getByRole('link', { name: 'Ranking' }).click()
  await staff.getByRole('button', { name: 'Open what the outcome hangs on' }).click()
  await staff.getByRole('table').waitFor()
  return staff
    .getByRole('table')
    .locator('tbody tr:not(.ranking-line)')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td, th')].slice(0, 3).map((cell) => cell.firstChild?.textContent ?? ''),
      ),
    )
}

/** On the page of a locked application staff download the export and the key, and one verifies with the other. Answers with the points of a row as they are signed. */
export async function verifiedPoints({ staff }: EmptyHouse, row: string): Promise<readonly unknown[]> {
  await seats.openApplication(staff, applicant)
  const exported: Export = JSON.parse(
    await downloaded(staff, () => staff.getByRole('button', { name: 'Download the export' }).click()),
  )
  const key = await downloaded(staff, () => staff.getByRole('link', { name: 'Public key' }).click())
  expect(verifyExport(exported, key)).toMatchObject({ ok: true })
  const result = exported.results.find((each) => each.record.review === review)
  return result?.record.seats.map(({ form }) => form?.scores[row]) ?? []
}

async function downloaded(page: EmptyHouse['staff'], press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return readFileSync(await download.path(), 'utf8')
}
