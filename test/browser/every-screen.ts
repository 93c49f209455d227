import type { Page } from 'playwright-core'
import type { House } from './house.ts'
import * as room from './room.ts'
import * as seats from './seats.ts'
import { column, yourForm } from './seats.ts'

export type Look = (page: Page, screen: string) => Promise<void>

/** Goes to every screen of every seat, at each status of a review, and has a look at it. Missouri ends locked. */
export async function everyScreen(house: House, look: Look): Promise<void> {
  const [reviewer, monitor, staff] = await house.sit('Reviewer 1', 'Panel monitor', 'Program staff')
  if (!reviewer || !monitor || !staff) throw new Error('A tab did not open.')
  await listOfSeats(house, look)
  await conflicts(reviewer, monitor, staff, look)
  await scoring(reviewer, look)
  await beforeReveal(reviewer, monitor, look)
  await afterReveal(reviewer, monitor, staff, look)
  await locked(reviewer, monitor, staff, look)
}

async function listOfSeats({ home, context }: House, look: Look): Promise<void> {
  await look(home, 'list of seats')
  await home.getByRole('button', { name: 'Start over' }).click()
  await look(home, 'starting over')
  await home.getByRole('button', { name: 'Keep this rehearsal' }).click()
  const plain = await context.newPage()
  await plain.goto(home.url().replace('localhost', 'r5.localhost'))
  await plain.getByRole('heading', { name: 'Nobody sits here' }).waitFor()
  await look(plain, 'nobody sits here')
  await plain.close()
}

async function conflicts(reviewer: Page, monitor: Page, staff: Page, look: Look): Promise<void> {
  await look(reviewer, 'my applications')
  await look(monitor, 'applications of a panel')
  await look(staff, 'competition')
  await seats.openApplication(reviewer, 'Maine')
  await reviewer.getByRole('radio', { name: /^I am not sure/ }).check()
  await look(reviewer, 'conflicts')
  await seats.answerConflict(reviewer, 'unsure', 'I taught in Bangor for a year.')
  await reviewer.getByText('stays shut until they decide').waitFor()
  await look(reviewer, 'conflicts, asked')
  await seats.openApplication(staff, 'Maine')
  await staff.getByText('I taught in Bangor for a year.').waitFor()
  await look(staff, 'a review with a question')
  await seats.clear(staff, 'Reviewer 1', 'That is long ago.')
  await reviewer.getByRole('heading', { name: 'Staff cleared you for Maine' }).waitFor()
  await look(reviewer, 'conflicts, cleared')
}

async function scoring(reviewer: Page, look: Look): Promise<void> {
  await seats.openApplication(reviewer, 'Massachusetts')
  await yourForm(reviewer).waitFor()
  for (const row of ['(A)(1)(ii)', '(C)(1)', '(E)(1)', '(F)(2)(iii)', 'STEM priority']) {
    await seats.toRow(reviewer, row)
    await look(reviewer, `score, ${row}`)
  }
  await seats.toRow(reviewer, '(E)(1)')
  await reviewer.getByRole('textbox', { name: 'Cite a page' }).fill('2')
  await reviewer.keyboard.press('Enter')
  await reviewer.getByRole('textbox', { name: 'Cite a page' }).fill('900')
  await reviewer.keyboard.press('Enter')
  await reviewer.getByRole('button', { name: 'Ask staff about this row' }).click()
  await reviewer.getByRole('button', { name: 'Send to staff' }).click()
  await look(reviewer, 'score, asking staff')
  await reviewer
    .getByRole('textbox', { name: /, for staff$/ })
    .fill('Does a law count that is not in force yet?')
  await reviewer.getByRole('button', { name: 'Send to staff' }).click()
  await reviewer.getByText('No answer yet.').waitFor()
  await look(reviewer, 'score, asked staff')
  await reviewer.getByRole('button', { name: /^Go to row/ }).click()
  await reviewer.keyboard.type('b')
  await reviewer.keyboard.press('Enter')
  await reviewer.getByRole('dialog').locator('[aria-invalid="true"]').waitFor()
  await look(reviewer, 'go to row')
  await reviewer.keyboard.press('Escape')
  await reviewer.getByRole('button', { name: /^Shortcuts/ }).click()
  await look(reviewer, 'shortcuts')
  await reviewer.keyboard.press('Escape')
  await seats.toReadyCheck(reviewer)
  await look(reviewer, 'ready check, not ready')
  await reviewer.getByRole('link', { name: 'Print view of your form' }).click()
  await reviewer.getByText('End of the form.').waitFor()
  await look(reviewer, 'print view')
}

async function beforeReveal(reviewer: Page, monitor: Page, look: Look): Promise<void> {
  await seats.openApplication(reviewer, 'Missouri')
  await reviewer.getByText(/^You said ready at/).waitFor()
  await look(reviewer, 'ready check, ready')
  await seats.openApplication(monitor, 'Massachusetts')
  await look(monitor, 'panel board, not ready')
  await seats.openApplication(monitor, 'Missouri')
  await monitor.getByRole('button', { name: 'Reveal Missouri' }).click()
  await look(monitor, 'revealing')
  await monitor.getByRole('button', { name: 'Not yet' }).click()
}

async function afterReveal(reviewer: Page, monitor: Page, staff: Page, look: Look): Promise<void> {
  await room.reveal(monitor, 'Missouri')
  await look(monitor, 'disagreement board')
  await reviewer.getByRole('link', { name: 'Go to the panel room' }).click()
  await column(reviewer, 'Disagreement').waitFor()
  await look(reviewer, 'panel room')
  await room.toBoardRow(reviewer, '(A)(1)(ii)')
  await seats.typePoints(column(reviewer, 'Your column'), 7)
  await column(reviewer, 'Your column').getByRole('combobox', { name: 'Reason' }).waitFor()
  await look(reviewer, 'a row in the room, changed')
  await room.toBoard(reviewer)
  await room.toBoardRow(reviewer, '(C)(1)')
  await look(reviewer, 'a row of boxes in the room')
  await room.toBoard(reviewer)
  await room.toFinal(reviewer)
  await look(reviewer, 'final form, not ready to sign')
  await room.openVote(monitor)
  await reviewer.getByRole('button', { name: 'Go to the vote' }).click()
  await reviewer.getByRole('radio', { name: /^No,/ }).check()
  await look(reviewer, 'the vote, open')
  await monitor.getByRole('button', { name: 'Close the vote' }).click()
  await look(monitor, 'closing the vote')
  await monitor.getByRole('dialog').getByRole('button', { name: 'Close the vote' }).click()
  await reviewer.getByRole('img', { name: /say yes/ }).waitFor()
  await look(reviewer, 'the vote, closed')
  await reviewer.getByRole('banner').getByRole('button', { name: 'Recuse' }).click()
  await look(reviewer, 'recusing')
  await reviewer.getByRole('button', { name: 'Stay on Missouri' }).click()
  await seats.openApplication(staff, 'Missouri')
  await look(staff, 'a review before its lock')
}

async function locked(reviewer: Page, monitor: Page, staff: Page, look: Look): Promise<void> {
  await room.toBoard(reviewer)
  await room.toBoardRow(reviewer, '(A)(1)(ii)')
  await room.giveReason(reviewer, 'Corrected an entry', 'I had taken the total for the share.')
  for (const number of [2, 3, 4, 5]) await seats.excuse(staff, `Reviewer ${number}`, 'They are ill.')
  await seats.letGoOn(staff, 'One is left, and has read it all.')
  await room.toBoard(reviewer)
  await room.toFinal(reviewer)
  await room.sign(reviewer)
  await look(reviewer, 'final form, signed')
  await look(monitor, 'close-out')
  await room.closeReview(monitor)
  await room.lock(staff, 'Missouri')
  await look(staff, 'locked')
  await room.toBoard(reviewer)
  await room.toBoardRow(reviewer, '(A)(1)(ii)')
  await look(reviewer, 'a row in the room, locked')
  await staff.getByRole('link', { name: 'Read the panel’s columns' }).click()
  await column(staff, 'Disagreement').waitFor()
  await look(staff, 'the room, locked')
}
