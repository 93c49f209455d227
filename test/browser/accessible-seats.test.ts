import { afterAll, beforeAll, expect, test } from 'vitest'
import { paced } from '../harness/lock-review.ts'
import { openRoom, sign } from '../harness/review-moves.ts'
import { seatsOn } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'
import { lookAt, noFindings, noteSmoothScrolls } from './access-look.ts'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { column } from './seats.ts'

// One walk past what a monitor prepares from, what staff do for seats, and the absolute priority; each test judges something else of what was seen.

const review = 'missouri.1.1'
const found = noFindings()
let house: House

beforeAll(async () => {
  house = await openHouse({ reducedMotion: 'reduce' })
  await noteSmoothScrolls(house.context)
  const direct = seatsOn(house.serving.portOf())
  try {
    await prepared()
    await decided(direct)
  } finally {
    direct.closeSeats()
  }
}, 300_000)
afterAll(() => house.close())

test('A11Y-1 what is prepared, asked of seats and decided after the scores violates neither WCAG 2.2 AA nor what axe calls best practice, light and dark, at 200 % and 360 wide', () => {
  expect(found.violations).toEqual([])
})

test('A11Y-2 none of it scrolls sideways at 320 wide, however its text is spaced', () => {
  expect(found.tooWide).toEqual([])
})

test('A11Y-6 none of it cuts text that a reader spaces out', () => {
  expect(found.cut).toEqual([])
})

test('A11Y-7 none of it moves for who wants less motion', () => {
  expect(found.moving).toEqual([])
})

async function prepared(): Promise<void> {
  const [reviewer, monitor, staff] = await house.sit('Reviewer 3', 'Panel monitor', 'Program staff')
  if (!reviewer || !monitor || !staff) throw new Error('A tab did not open.')
  await seats.openApplication(monitor, 'Missouri')
  await lookAt(monitor, 'panel board, ready', found)
  await monitor.getByRole('link', { name: 'Read form of Reviewer 3' }).click()
  const form = column(monitor, 'Form of Reviewer 3')
  await form.getByRole('button', { name: 'Open the form' }).waitFor()
  await lookAt(monitor, 'a form before it is opened', found)
  await form.getByRole('button', { name: 'Open the form' }).click()
  await form.getByRole('region', { name: '(A)(1)', exact: true }).waitFor()
  await lookAt(monitor, 'an attested form', found)
  await monitor.getByRole('button', { name: /^Return for better comments/ }).click()
  const dialog = monitor.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Return the form' }).click()
  await lookAt(monitor, 'returning a form', found)
  await dialog.getByRole('textbox').fill('Which pages did you look at?')
  await dialog.getByRole('button', { name: 'Return the form' }).click()
  await seats.openApplication(monitor, 'Missouri')
  await monitor.getByRole('button', { name: 'Ask how far Reviewer 3 is' }).click()
  await monitor.getByRole('button', { name: 'Call staff' }).click()
  await monitor.getByRole('dialog').getByRole('textbox').fill('Two of us are ill.')
  await monitor.getByRole('dialog').getByRole('button', { name: 'Call staff' }).click()
  await monitor.getByText('Staff are called since').waitFor()
  await lookAt(monitor, 'panel board, asked and called', found)
  await seats.openApplication(reviewer, 'Missouri')
  await reviewer.getByRole('region', { name: 'Asked of you' }).waitFor()
  await lookAt(reviewer, 'ready check, returned', found)

  await seats.openApplication(staff, 'Missouri')
  for (const number of [1, 2, 4]) await seats.excuse(staff, `Reviewer ${number}`, 'They are ill.')
  await lookAt(staff, 'a review that calls and is thin', found)
  await staff.getByRole('button', { name: 'Replace Reviewer 4' }).click()
  await staff.getByRole('alertdialog').getByRole('button', { name: 'Replace the seat' }).click()
  await lookAt(staff, 'replacing a seat', found)
  await staff.keyboard.press('Escape')
  await staff.getByRole('button', { name: 'More time for Reviewer 3' }).click()
  await lookAt(staff, 'more time', found)
  await staff.keyboard.press('Escape')
  await seats.toAll(staff)
  await staff.getByText('calls you:').waitFor()
  await lookAt(staff, 'competition, called', found)
  await seats.openApplication(staff, 'Missouri')
  await seats.letGoOn(staff, 'Both know the field.')
  await seats.sayReady(reviewer)
}

/** Seats 3 and 5 are left, and lead it to the official. */
async function decided(direct: ReturnType<typeof seatsOn>): Promise<void> {
  const [staff, official] = await house.sit('Program staff', 'Selecting official')
  if (!staff || !official) throw new Error('A tab did not open.')
  await lookAt(official, 'official, nothing closed', found)
  const left = [await direct.seat('reviewer-3'), await direct.seat('reviewer-5')]
  const monitor = await direct.seat('monitor')
  await paced(monitor, { kind: 'review.reveal', review })
  await until('the room', () => left.every((seat) => seat.review(review).room !== null))
  for (const seat of left) await sign(seat, await openRoom(seat, review), review)
  await seats.openApplication(staff, 'Missouri')
  await staff.getByRole('button', { name: 'Open a closed vote again' }).click()
  await lookAt(staff, 'opening the vote again', found)
  await staff.keyboard.press('Escape')
  await paced(monitor, { kind: 'review.close', review, commentsRead: true })
  const [reviewer] = await house.sit('Reviewer 5')
  if (!reviewer) throw new Error('A tab did not open.')
  await seats.openApplication(reviewer, 'Missouri')
  await reviewer.getByRole('radio', { name: /^Not met/ }).check()
  await lookAt(reviewer, 'final form, absolute priority', found)
  for (const seat of left)
    await paced(seat, { kind: 'absolute.answer', review, priority: 'P1', answer: 'yes', reasons: '' })
  await official.getByRole('link', { name: 'Decide' }).waitFor()
  await lookAt(official, 'official, to decide', found)
  await official.getByRole('link', { name: 'Decide' }).click()
  await official.getByRole('radio', { name: /^Met/ }).check()
  await official.getByRole('textbox', { name: /^Your reasons/ }).fill('All four areas are there.')
  await lookAt(official, 'deciding', found)
  await official.getByRole('button', { name: 'Decide: Met' }).click()
  await lookAt(official, 'deciding, asked once more', found)
  await official.getByRole('alertdialog').getByRole('button', { name: 'Decide: Met' }).click()
  await official.getByRole('heading', { name: 'Decided: Met' }).waitFor()
  await lookAt(official, 'decided', found)
}
