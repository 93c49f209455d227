import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockReview } from '../harness/lock-review.ts'
import { seatsOn } from '../harness/running-server.ts'
import { keyboardOn } from './access-keys.ts'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { column } from './seats.ts'

let house: House

beforeAll(async () => {
  house = await openHouse({ reducedMotion: 'reduce' })
})
afterAll(() => house.close())

async function sit(label: string): Promise<Page> {
  const [page] = await house.sit(label)
  if (!page) throw new Error('A tab did not open.')
  return page
}

test('PREPARE-5 a form is opened and returned, and a reviewer asked how far they are, from the keyboard alone', async () => {
  const monitor = await sit('Panel monitor')
  const keys = keyboardOn(monitor)
  await seats.openApplication(monitor, 'Missouri')
  await monitor.getByRole('link', { name: 'Read form of Reviewer 3' }).waitFor()
  await keys.tabTo('link', 'Read form of Reviewer 3')
  await keys.press('Enter')
  await keys.tabTo('button', 'Open the form')
  await keys.press('Enter')
  await column(monitor, 'Form of Reviewer 3').getByRole('region', { name: '(A)(1)', exact: true }).waitFor()
  await keys.tabTo('button', /^Return for better comments/)
  await keys.press('Enter')
  await monitor.getByRole('alertdialog').waitFor()
  await keys.tabTo('textbox', 'Your reason, for the record')
  await keys.type('Which pages did you look at?')
  await keys.tabTo('button', 'Return the form')
  await keys.press('Enter')
  await column(monitor, 'Form of Reviewer 3').getByText('Reviewer 3 is not ready.').waitFor()
  await keys.tabBackTo('link', 'All seats')
  await keys.press('Enter')
  await keys.tabTo('button', 'Ask how far Reviewer 3 is')
  await keys.press('Enter')
  await monitor.getByText(/^asked \d/).waitFor()
  expect(keys.faults).toEqual([])
})

test('ABSOLUTE-5 the selecting official decides from the keyboard alone', async () => {
  const official = await sit('Selecting official')
  const direct = seatsOn(house.serving.portOf())
  try {
    const reviewers = await Promise.all([1, 2, 3, 4, 5].map((number) => direct.seat(`reviewer-${number}`)))
    const panel = { reviewers, monitor: await direct.seat('monitor'), staff: await direct.seat('staff') }
    await lockReview(panel, 'massachusetts.1.1')
  } finally {
    direct.closeSeats()
  }
  const keys = keyboardOn(official)
  await official.getByRole('link', { name: 'Decide' }).waitFor()
  await keys.tabTo('link', 'Decide')
  await keys.press('Enter')
  await official.getByRole('heading', { name: 'Does Massachusetts meet the absolute priority?' }).waitFor()
  await keys.tabTo('radio', /^Met/)
  await keys.press('ArrowRight', 'ArrowLeft')
  await keys.tabTo('textbox', 'Your reasons, for the record')
  await keys.type('All four areas are there.')
  await keys.tabTo('button', 'Decide: Met')
  await keys.press('Enter')
  await official.getByRole('alertdialog').waitFor()
  await keys.tabTo('button', 'Decide: Met')
  await keys.press('Enter')
  await official.getByRole('heading', { name: 'Decided: Met' }).waitFor()
  expect(keys.faults).toEqual([])
})
