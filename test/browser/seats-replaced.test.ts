import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBoard } from './board.ts'
import { openHouse, type House } from './house.ts'
import * as room from './room.ts'
import * as seats from './seats.ts'
import { column, soon, yourForm } from './seats.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('SEATS-1 and SEATS-3 a panel calls staff, who see it on their board, come, and give a seat more time', async () => {
  const [reviewer, monitor, staff] = await house.sit('Reviewer 2', 'Panel monitor', 'Program staff')
  if (!reviewer || !monitor || !staff) throw new Error('A tab did not open.')
  await seats.openApplication(reviewer, 'Massachusetts')
  await seats.openApplication(monitor, 'Massachusetts')
  await monitor.getByRole('button', { name: 'Call staff' }).click()
  const asking = monitor.getByRole('dialog')
  await asking.getByRole('textbox', { name: 'What you need from them' }).fill('Reviewer 2 has no power.')
  await asking.getByRole('button', { name: 'Call staff' }).click()
  const called = column(monitor, 'Reveal').getByText('Staff are called')
  await called.waitFor()

  await staff.locator('[data-application="massachusetts"]').getByText('Calls you').waitFor()
  await staff.getByText('calls you: “Reviewer 2 has no power.”').waitFor()
  await seats.openApplication(staff, 'Massachusetts')
  await staff.getByRole('heading', { name: 'Panel monitor calls you' }).waitFor()
  await staff.getByRole('button', { name: 'I have come' }).click()
  await staff.getByRole('button', { name: 'I have come' }).waitFor({ state: 'detached' })
  await soon(() => staff.evaluate(() => document.activeElement?.textContent)).toBe('Massachusetts')
  await called.waitFor({ state: 'detached' })

  await staff.getByRole('button', { name: 'More time for Reviewer 2' }).click()
  const dialog = staff.getByRole('alertdialog')
  await dialog.getByLabel('Until').fill('')
  await dialog.getByRole('button', { name: 'Give more time' }).click()
  await dialog.getByText('Say until when.').waitFor()
  await dialog.getByLabel('Until').fill('2031-03-04T17:30')
  await dialog.getByRole('textbox', { name: 'Your reason, for the record' }).fill('No power since noon.')
  await dialog.getByRole('button', { name: 'Give more time' }).click()
  await dialog.waitFor({ state: 'detached' })
  await staff.getByText('Has until Mar 4, 5:30 pm').waitFor()
  await yourForm(reviewer).getByText('Staff gave you until Mar 4, 5:30 pm.').waitFor()
  await monitor
    .getByRole('row', { name: /^Reviewer 2/ })
    .getByText('has until Mar 4, 5:30 pm')
    .waitFor()
})

test('SEATS-2 before the reveal a recused seat is replaced: the new one certifies and scores like all others, and the reveal waits for it', async () => {
  const [leaving, monitor, staff, joining] = await house.sit(
    'Reviewer 5',
    'Panel monitor',
    'Program staff',
    'Reviewer 6',
  )
  if (!leaving || !monitor || !staff || !joining) throw new Error('A tab did not open.')
  await joining.getByText('No applications yet.').waitFor()
  await seats.openApplication(leaving, 'Massachusetts')
  await seats.recuse(leaving, 'Massachusetts', 'I have been offered work there.')
  await seats.openApplication(staff, 'Massachusetts')
  await staff.getByRole('button', { name: 'Replace Reviewer 5' }).click()
  const dialog = staff.getByRole('alertdialog')
  await dialog.getByText('scores blind first').waitFor()
  await dialog.getByRole('button', { name: 'Replace the seat' }).click()
  await dialog.getByText('Choose who takes the place.').waitFor()
  await dialog.getByRole('combobox', { name: 'Who takes the place' }).selectOption({ label: 'Reviewer 6' })
  await dialog.getByRole('textbox').fill('Reviewer 5 may work there.')
  await dialog.getByRole('button', { name: 'Put Reviewer 6 on Massachusetts' }).click()
  await dialog.waitFor({ state: 'detached' })
  await staff.getByText('Replaced by seat 6: stays in the record').waitFor()
  expect(await staff.getByRole('button', { name: 'Undo recusal of Reviewer 5' }).count()).toBe(0)
  await seats.openApplication(monitor, 'Massachusetts')
  await column(monitor, 'Reveal').getByText('Reviewer 6 has not certified.').waitFor()
  await seats.openApplication(joining, 'Massachusetts')
  await seats.answerConflict(joining, 'certify')
  await joining.getByRole('link', { name: 'Go to your form' }).click()
  await seats.points(yourForm(joining)).waitFor()
  await column(joining, 'Criteria').getByText('0 of 41 rows complete', { exact: true }).waitFor()
  await column(monitor, 'Reveal').getByText('Reviewer 6 is not ready.').waitFor()
})

test('SEATS-4 and SEATS-5 a panel that has become thin waits for staff; whoever replaces a seat after the reveal scores blind first, and sees the room once ready', async () => {
  const [first, monitor, staff, joining] = await house.sit(
    'Reviewer 1',
    'Panel monitor',
    'Program staff',
    'Reviewer 6',
  )
  if (!first || !monitor || !staff || !joining) throw new Error('A tab did not open.')
  await seats.openApplication(staff, 'Missouri')
  for (const number of [3, 4, 5]) await seats.excuse(staff, `Reviewer ${number}`, 'They are ill.')
  await staff.getByRole('heading', { name: 'Two seats left' }).waitFor()
  await seats.openApplication(monitor, 'Missouri')
  await monitor.getByText('2 seats are left. Staff decide whether the panel goes on.').waitFor()
  await monitor.getByRole('button', { name: /Reveal: staff decide first/ }).waitFor()
  await seats.letGoOn(staff, 'Both know the field.')
  await room.reveal(monitor, 'Missouri')

  await staff.getByRole('button', { name: 'Replace Reviewer 3' }).click()
  const dialog = staff.getByRole('alertdialog')
  await dialog.getByText('The others sign again; a vote that is open is void.').waitFor()
  await dialog.getByRole('combobox').selectOption({ label: 'Reviewer 6' })
  await dialog.getByRole('textbox').fill('Ill for weeks.')
  await dialog.getByRole('button', { name: 'Put Reviewer 6 on Missouri' }).click()
  await dialog.waitFor({ state: 'detached' })
  await staff.getByText('Came after the reveal: scores blind first').waitFor()

  await seats.openApplication(joining, 'Missouri')
  await seats.answerConflict(joining, 'certify')
  const late = column(monitor, 'Live controls').getByRole('region', { name: 'Scores blind first' })
  await late.getByText('0 of 41 rows').waitFor()
  await joining.getByRole('link', { name: 'Go to your form' }).click()
  await seats.points(yourForm(joining)).waitFor()
  const path = new URL(joining.url()).pathname.split('/').slice(0, 3).join('/')
  for (const page of ['room', 'vote', 'final', 'summary']) {
    await joining.goto(new URL(`${path}/${page}`, joining.url()).href)
    await joining
      .getByRole('heading', { name: /The scores are not revealed yet\.|Your final form/ })
      .waitFor()
    expect(await joining.getByRole('main').innerText()).not.toMatch(/Reviewer [1-5]|revealed by/i)
  }
  await joining.getByRole('link', { name: 'Your form' }).click()
  await seats.fillTheRest(joining)
  await seats.toReadyCheck(joining)
  await seats.sayReady(joining)
  await joining.getByRole('link', { name: 'Go to the panel room' }).click()
  await column(joining, 'Disagreement').waitFor()
  for (const page of [joining, monitor]) await soon(async () => (await readBoard(page)).seats.length).toBe(3)
  await late.waitFor({ state: 'detached' })
})

test('SEATS-6 staff open a closed vote again, with a reason that the panel reads; everybody votes anew', async () => {
  const [first, monitor, staff] = await house.sit('Reviewer 1', 'Panel monitor', 'Program staff')
  if (!first || !monitor || !staff) throw new Error('A tab did not open.')
  await seats.openApplication(monitor, 'Missouri')
  await room.openVote(monitor)
  await seats.openApplication(first, 'Missouri')
  await room.vote(first, 'Yes')
  await room.closeVote(monitor)
  await first.getByText('Only staff can open a closed vote again.').waitFor()
  await seats.openApplication(staff, 'Missouri')
  await staff.getByRole('button', { name: 'Open a closed vote again' }).click()
  const dialog = staff.getByRole('alertdialog')
  await dialog.getByText(/Every vote and every signature on Missouri is void/).waitFor()
  await dialog.getByRole('textbox').fill('Two could not hear the question.')
  await dialog.getByRole('button', { name: 'Open the vote again' }).click()
  await dialog.waitFor({ state: 'detached' })
  await first.getByText('Staff opened the vote again').waitFor()
  await first.getByText('Two could not hear the question.').waitFor()
  await first.getByRole('img', { name: /^0 of \d have voted, sealed$/ }).waitFor()
  await room.vote(first, 'Yes')
})
