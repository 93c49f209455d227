import { afterAll, beforeAll, expect, test } from 'vitest'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { column, soon, yourForm } from './seats.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('WORK-4 the ready check says by criterion what is missing and leads there, and says plainly when nothing is', async () => {
  const [page] = await house.sit('Reviewer 1')
  if (!page) throw new Error('A tab did not open.')
  await seats.openApplication(page, 'Maine')
  await seats.answerConflict(page, 'certify')
  await page.getByRole('link', { name: 'Go to your form' }).click()
  await seats.points(yourForm(page)).waitFor()
  await seats.toReadyCheck(page)
  const check = column(page, 'Ready check')
  await check.getByRole('heading', { name: 'Not ready yet: 81 things' }).waitFor()
  const titles = await check.getByRole('term').allInnerTexts()
  expect(titles.map((title) => title.trim())).toEqual([
    ...raceToTheTop.criteria.map(({ id, title }) => `${id} ${title}`),
    'Priorities',
  ])
  // What cannot be done yet leads to the first thing that is missing.
  await check.getByRole('button', { name: 'Say ready: 81 things missing' }).click()
  await yourForm(page).getByText('(A)(1)(i)', { exact: true }).waitFor()
  await seats.toReadyCheck(page)
  await check.getByRole('link', { name: '(D)(2) has no weaknesses. “None found” is an answer.' }).click()
  await yourForm(page).getByText('(D)(2)(i)', { exact: true }).waitFor()

  await seats.fillTheRest(page)
  await seats.toReadyCheck(page)
  await check.getByText('Nothing is missing.').waitFor()
  await check.getByText(/^My 41 rows add up to \d+ of 500\. These are my own preliminary scores/).waitFor()
  expect(await check.getByRole('term').count()).toBe(0)
  await seats.sayReady(page)
  await soon(() => seats.editors(page)).toEqual([])
})
