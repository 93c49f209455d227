import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockReview, paced } from '../harness/lock-review.ts'
import { openRoom, sign } from '../harness/review-moves.ts'
import { seatsOn, type SeatsOn } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import { openHouse, type House } from './house.ts'
import * as room from './room.ts'
import * as seats from './seats.ts'
import { column, foot } from './seats.ts'

// Reviewer 1 and the selecting official sit at pages; the others of Missouri's panel come without one.

const review = 'missouri.1.1'

let house: House
let direct: SeatsOn & { readonly closeSeats: () => void }
let panel: readonly SeatClient[]
let monitor: SeatClient

beforeAll(async () => {
  house = await openHouse()
  direct = seatsOn(house.serving.portOf())
  panel = await Promise.all([1, 2, 3, 4, 5].map((number) => direct.seat(`reviewer-${number}`)))
  monitor = await direct.seat('monitor')
})
afterAll(async () => {
  direct.closeSeats()
  await house.close()
})

async function close(): Promise<void> {
  await paced(monitor, { kind: 'review.reveal', review })
  await until('the room', () => panel.every((seat) => seat.review(review).room !== null))
  await paced(monitor, { kind: 'vote.open', review })
  await paced(monitor, { kind: 'vote.close', review })
  for (const seat of panel) await sign(seat, await openRoom(seat, review), review)
  await paced(monitor, { kind: 'review.close', review, commentsRead: true })
}

test('ABSOLUTE-1, ABSOLUTE-3 and ABSOLUTE-4 after the close each confirms or changes; once all have, the official reads the count and decides in writing; staff read it from the lock on, the panel never', async () => {
  const [reviewer, official, staff] = await house.sit('Reviewer 1', 'Selecting official', 'Program staff')
  if (!reviewer || !official || !staff) throw new Error('A tab did not open.')
  await official.getByText('No review is closed yet.').waitFor()
  await close()
  await answering(reviewer)

  await official.getByRole('heading', { name: 'Nothing waits for your decision' }).waitFor()
  const line = official.getByRole('row', { name: /^Missouri/ })
  await line.getByText('1 of 5 have answered').waitFor()
  await line.getByText('waits for the panel').waitFor()
  for (const seat of panel.slice(1))
    await paced(seat, { kind: 'absolute.answer', review, priority: 'P1', answer: 'yes', reasons: '' })
  await official.getByRole('heading', { name: 'One application waits for your decision' }).waitFor()
  await line.getByText('4 of 5 say met').waitFor()
  await deciding(official)
  await line.getByText('Met', { exact: true }).waitFor()

  // The panel is not told of it, and staff are from the lock on.
  await soonAnswered(reviewer)
  expect(await reviewer.getByRole('main').innerText()).not.toContain('All four areas are there.')
  await seats.openApplication(staff, 'Missouri')
  expect(await staff.getByRole('main').innerText()).not.toMatch(/say met|All four areas/)
  await room.lock(staff, 'Missouri')
  await staff.getByText('4 of 5 say met').waitFor()
  await staff.getByText('All four areas are there.').waitFor()
})

/** A reviewer is led there, confirms what they signed, and changes it with reasons. */
async function answering(reviewer: Page): Promise<void> {
  await seats.openApplication(reviewer, 'Missouri')
  const part = column(reviewer, 'Final form').getByRole('region', { name: 'After the close' })
  await part.getByText('0 of 5 have answered since the close.').waitFor()
  await foot(reviewer).getByText('The selecting official reads what you answer here').waitFor()
  await part.getByText('You signed Met.').waitFor()
  await part.getByRole('button', { name: 'Confirm Met' }).click()
  await part.getByText('You answered: Met').waitFor()
  await part.getByText('1 of 5 have answered since the close.').waitFor()
  await part.getByRole('radio', { name: /^Not met/ }).check()
  await part.getByRole('button', { name: 'Change to reasons needed' }).click()
  const reasons = part.getByRole('textbox', { name: 'Your reasons for the change' })
  expect(await reasons.evaluate((field) => field === document.activeElement)).toBe(true)
  await reasons.fill('Nothing is said of who does it.')
  // What is being made up outlives a reload.
  await reviewer.reload()
  expect(await reasons.inputValue()).toBe('Nothing is said of who does it.')
  await part.getByRole('button', { name: 'Change to Not met' }).click()
  await part.getByText('You answered: Not met').waitFor()
}

async function soonAnswered(reviewer: Page): Promise<void> {
  await reviewer.getByText('5 of 5 have answered since the close.').first().waitFor()
}

/** The official reads the application and the seats' reasons, and decides. */
async function deciding(official: Page): Promise<void> {
  await official.getByRole('link', { name: 'Decide' }).click()
  await official.getByRole('heading', { name: 'Does Missouri meet the absolute priority?' }).waitFor()
  await column(official, 'Application').getByText('Missouri wants its schools').first().waitFor()
  const part = column(official, 'Absolute priority')
  await part.getByText('The notice gives no majority rule for it: you decide.').waitFor()
  const said = await part.getByRole('region', { name: 'What each seat says' }).innerText()
  expect(said).toMatch(/Seat 1\s+Not met\s+Nothing is said of who does it\./)
  expect(said).not.toMatch(/Reviewer/)
  await part.getByRole('button', { name: 'Decide: choose met or not met' }).click()
  await part.getByRole('radio', { name: /^Met/ }).check()
  await part.getByRole('button', { name: 'Decide: reasons needed' }).click()
  await part.getByRole('textbox').fill('All four areas are there.')
  await part.getByRole('button', { name: 'Decide: Met' }).click()
  const dialog = official.getByRole('alertdialog')
  await dialog.getByText('It cannot be taken back here.').waitFor()
  await dialog.getByRole('button', { name: 'Decide: Met' }).click()
  await part.getByRole('heading', { name: 'Decided: Met' }).waitFor()
  await part.getByText('All four areas are there.').waitFor()
  await part.getByRole('link', { name: 'All applications' }).click()
}

test('ABSOLUTE-2 where the lock ends the answering, who has not answered stands by the signed form, and the official decides', async () => {
  const [official] = await house.sit('Selecting official')
  if (!official) throw new Error('A tab did not open.')
  const staff = await direct.seat('staff')
  await lockReview({ reviewers: panel, monitor, staff }, 'massachusetts.1.1')
  await official.getByRole('heading', { name: 'One application waits for your decision' }).waitFor()
  await official
    .getByRole('row', { name: /^Massachusetts/ })
    .getByRole('link', { name: 'Decide' })
    .click()
  const part = column(official, 'Absolute priority')
  await part.getByText('5 did not answer after the close; what their signed form says counts.').waitFor()
  await part.getByRole('radio', { name: /^Not met/ }).check()
  await part.getByRole('textbox').fill('Two areas are left out.')
  await part.getByRole('button', { name: 'Decide: Not met' }).click()
  const dialog = official.getByRole('alertdialog')
  await dialog.getByText('is out of the competition, whatever its points are').waitFor()
  await dialog.getByRole('button', { name: 'Not yet' }).click()
  await part.getByRole('button', { name: 'Decide: Not met' }).click()
  await dialog.getByRole('button', { name: 'Decide: Not met' }).click()
  await part.getByRole('heading', { name: 'Decided: Not met' }).waitFor()
})
