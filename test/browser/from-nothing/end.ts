import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Export } from '../../../server/exports/export-format.ts'
import { verifyExport } from '../../../server/exports/verify.ts'
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

/** Staff download the export and the key, and one verifies with the other. Answers with the points of a row as they are signed. */
export async function verifiedPoints({ staff }: EmptyHouse, row: string): Promise<readonly unknown[]> {
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
