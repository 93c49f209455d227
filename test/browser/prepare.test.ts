import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { column, foot, yourForm } from './seats.ts'

// Massachusetts is being scored; all five forms of Missouri are ready.

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('PREPARE-1 the monitor asks how far a reviewer is; the reviewer reads it over the form and puts it away, the board says when', async () => {
  const [reviewer, monitor] = await house.sit('Reviewer 2', 'Panel monitor')
  if (!reviewer || !monitor) throw new Error('A tab did not open.')
  await seats.openApplication(reviewer, 'Massachusetts')
  await seats.openApplication(monitor, 'Massachusetts')
  await monitor.getByRole('button', { name: 'Ask how far Reviewer 2 is' }).click()
  await monitor
    .getByRole('row', { name: /^Reviewer 2/ })
    .getByText(/^asked \d+:\d\d [ap]m$/)
    .waitFor()
  const asked = reviewer.getByText(
    'A reminder: your form is waited for. Go on with it, and say ready once nothing is missing.',
  )
  await asked.waitFor()
  expect(await reviewer.evaluate(() => document.activeElement?.closest('.message'))).toBeNull()
  await reviewer.getByRole('button', { name: 'Dismiss' }).click()
  await asked.waitFor({ state: 'detached' })
  await seats.toReadyCheck(reviewer)
  expect(await asked.count()).toBe(0)
  await seats.toAll(reviewer)
  await reviewer.getByText(/\. This is a reminder$/).waitFor()
})

test('PREPARE-2 and PREPARE-3 a monitor opens an attested form, returns it for better comments, and reads what has changed once it is ready again', async () => {
  const [reviewer, monitor] = await house.sit('Reviewer 3', 'Panel monitor')
  if (!reviewer || !monitor) throw new Error('A tab did not open.')
  await seats.openApplication(reviewer, 'Missouri')
  await reviewer
    .getByText(/Your panel monitor may open it to prepare, and each opening is recorded\./)
    .waitFor()
  await foot(reviewer).getByText('You can see this, and your panel monitor may open it to prepare.').waitFor()

  await seats.openApplication(monitor, 'Missouri')
  await monitor.getByRole('link', { name: 'Read form of Reviewer 3' }).click()
  const form = column(monitor, 'Form of Reviewer 3')
  await form.getByText('Each opening is recorded in the journal').waitFor()
  expect(await form.getByRole('heading', { name: /^\(A\)\(1\)/ }).count()).toBe(0)
  await form.getByRole('button', { name: 'Open the form' }).click()
  const part = form.getByRole('region', { name: '(A)(1)', exact: true })
  await part.getByText('The goals are stated in terms of students').waitFor()
  await part
    .getByRole('row', { name: /^\(A\)\(1\)\(ii\)/ })
    .getByText('10')
    .waitFor()
  // Whoever comes back opens it once more, and that is recorded once more.
  await monitor.reload()
  await form.getByText(/^You last opened it at \d+:\d\d [ap]m\.$/).waitFor()
  expect(await part.count()).toBe(0)
  await form.getByRole('button', { name: 'Open the form' }).click()
  await part.waitFor()

  const beside = column(monitor, 'This form')
  await beside.getByRole('button', { name: /^Return for better comments/ }).click()
  const dialog = monitor.getByRole('alertdialog')
  await dialog.getByText('A return asks for better comments, never for other points').waitFor()
  await dialog.getByText('What they attested is kept in the record.').waitFor()
  await dialog.getByRole('button', { name: 'Return the form' }).click()
  await dialog.getByText('Write a reason.').waitFor()
  await dialog.getByRole('textbox').fill('Which pages did you look at?')
  await dialog.getByRole('button', { name: 'Return the form' }).click()
  await form.getByText('Reviewer 3 is not ready.').waitFor()
  await beside.getByText('Which pages did you look at?').waitFor()

  const asked = reviewer.getByRole('region', { name: 'Asked of you' })
  await asked.getByText('Which pages did you look at?').waitFor()
  await asked.getByText('Nobody asks for other points').waitFor()
  await reviewer.getByRole('link', { name: '(A)(1) Reform agenda and district participation' }).click()
  await asked.getByText('Which pages did you look at?').waitFor()
  await seats.typePoints(yourForm(reviewer), 4)
  await seats.saved(reviewer)
  await seats.toReadyCheck(reviewer)
  await seats.sayReady(reviewer)

  await form.getByRole('button', { name: 'Open the form' }).click()
  await beside.getByText('The points of one row have changed since: (A)(1)(i).').waitFor()
  await part.getByText('changed since your return').waitFor()
  await monitor.getByRole('link', { name: 'All seats' }).click()
  await monitor
    .getByRole('row', { name: /^Reviewer 3/ })
    .getByText('ready again')
    .waitFor()
})
