import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../harness/review-moves.ts'
import { seatsOn } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'
import { openHouse, type House } from './house.ts'
import { together } from './panel.ts'
import * as room from './room.ts'
import * as seats from './seats.ts'
import { column, soon, yourForm } from './seats.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const asked = 'Does “in law” mean by the date of the application?'

test('WORK-10 a question goes to staff alone; its answer stands dated at the row for everybody, before and after the reveal, and names nobody', async () => {
  const [first, second, monitor] = await house.sit('Reviewer 1', 'Reviewer 2', 'Panel monitor')
  if (!first || !second || !monitor) throw new Error('A tab did not open.')
  await together([first, second], async (page) => {
    await seats.openApplication(page, 'Massachusetts')
    await seats.toRow(page, '(E)(1)')
  })
  const own = yourForm(first).getByRole('region', { name: 'Your questions about (E)(1)' })
  await own.getByRole('button', { name: 'Ask staff about this row' }).click()
  await first.keyboard.type(asked)
  // What is typed is there again for whoever goes away and comes back.
  await seats.toRow(first, '(F)(3)')
  await seats.toRow(first, '(E)(1)')
  const question = own.getByRole('textbox', { name: 'Your question about (E)(1), for staff' })
  await soon(() => question.inputValue()).toBe(asked)
  await own.getByRole('button', { name: 'Send to staff' }).click()
  await own.getByText('No answer yet.').waitFor()
  await soon(() => own.innerText()).toContain(asked)
  expect(await yourForm(second).innerText()).not.toContain(asked)

  const staff = seatsOn(house.serving.portOf())
  const seat = await staff.seat('staff')
  await until('the question', () => (seat.view().questions ?? []).length > 0)
  const [open] = seat.view().questions ?? []
  if (!open) throw new Error('Staff see no question.')
  await must(seat, {
    kind: 'question.answer',
    review: open.review,
    question: open.id,
    asked: 'Does “in law” mean by the date of the application?',
    answer: 'Yes: in force on the day it was sent.',
  })
  for (const page of [first, second]) {
    const answer = yourForm(page).getByRole('region', { name: 'What staff answered about (E)(1)' })
    await answer.getByText(/^Staff answered on \w{3} \d+, \d+:\d\d [ap]m$/).waitFor()
    await answer.getByText('Yes: in force on the day it was sent.').waitFor()
    expect(await answer.innerText()).not.toMatch(/Reviewer|Massachusetts/)
  }
  await own.getByText(/They answered on/).waitFor()

  // In the room of another application it stands at the same row.
  await seats.openApplication(monitor, 'Missouri')
  await room.reveal(monitor, 'Missouri')
  await room.toBoardRow(monitor, '(E)(1)')
  await column(monitor, 'The panel’s scores').getByText('Yes: in force on the day it was sent.').waitFor()
  staff.closeSeats()
})
