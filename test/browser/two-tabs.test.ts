import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from './house.ts'
import { together } from './panel.ts'
import * as room from './room.ts'
import * as seats from './seats.ts'
import { column, soon, yourForm } from './seats.ts'
import { cutTab, inTwoTabs, secondTab } from './tabs.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** What asks for a choice between two values of the row that is open. */
function question(at: Locator): Locator {
  return at.getByRole('group', { name: /^Two values were given for this row/ })
}

function inWords(points: number): string {
  return points === 1 ? '1 point' : `${points} points`
}

/** Gives points in a tab without a line, others meanwhile in the other one, and lets the line come back. */
async function scoreApart(
  cut: Page,
  other: Page,
  at: (page: Page) => Locator,
): Promise<readonly [here: number, there: number]> {
  const stood = Number(await seats.points(at(cut)).inputValue())
  const [here = 0, there = 0] = [1, 2, 3].filter((points) => points !== stood)
  const heal = await cutTab(cut)
  await seats.typePoints(at(cut), here)
  await seats.typePoints(at(other), there)
  await seats.saved(other)
  await heal()
  await together([cut, other], (page) => question(at(page)).waitFor())
  return [here, there]
}

test('TWICE-6 a row scored without a line and meanwhile in another tab asks for one of both values in both, and ready waits for it', async () => {
  const row = '(A)(1)(i)'
  const [one, other] = await inTwoTabs(house, { label: 'Reviewer 1', applicant: 'Massachusetts', row })
  await seats.fillTheRest(one)
  await seats.saved(one)
  const [here, there] = await scoreApart(one, other, yourForm)
  const given = (first: number, second: number): RegExp =>
    new RegExp(
      `: ${inWords(first)} here at \\d+:\\d\\d [ap]m and ${inWords(second)} elsewhere\\. Choose one\\.$`,
    )
  await question(yourForm(one)).getByText(given(here, there)).waitFor()
  await one.locator('[data-live-announcer]', { hasText: 'Two values were given for this row' }).waitFor()
  await question(yourForm(other)).getByText(given(there, here)).waitFor()

  // A tab that was not there then asks as well.
  const later = await secondTab(house, other)
  await question(yourForm(later)).getByText('for this row at the same time:').waitFor()
  await later.close()

  await seats.toReadyCheck(other)
  await other.getByRole('button', { name: 'Say ready: 1 thing missing' }).waitFor()
  await other.getByRole('link', { name: /^\(A\)\(1\)\(i\) was given two values, .* Choose one\.$/ }).click()
  await question(yourForm(other))
    .getByRole('button', { name: `Choose ${inWords(here)}` })
    .focus()
  await other.keyboard.press('Enter')
  expect(await other.evaluate(() => document.activeElement?.textContent)).toMatch(/ for \(A\)\(1\)\(i\)\.$/)
  for (const page of [one, other]) {
    await soon(() => question(yourForm(page)).count()).toBe(0)
    await soon(() => seats.points(yourForm(page)).inputValue()).toBe(String(here))
  }
  await seats.toReadyCheck(one)
  await seats.sayReady(one)
})

test('TWICE-7 in the room one’s own column asks in the same way; points typed for the row are an answer', async () => {
  const [monitor, one] = await house.sit('Panel monitor', 'Reviewer 2')
  if (!monitor || !one) throw new Error('A tab did not open.')
  await together([monitor, one], (page) => seats.openApplication(page, 'Missouri'))
  await room.reveal(monitor, 'Missouri')
  await one.getByRole('link', { name: 'Go to the panel room' }).click()
  await room.toBoardRow(one, '(A)(1)(i)')
  const other = await secondTab(house, one)
  const yourColumn = (page: Page): Locator => column(page, 'Your column')
  await seats.points(yourColumn(other)).waitFor()
  await scoreApart(one, other, yourColumn)
  expect(await question(column(monitor, 'The panel’s scores')).count()).toBe(0)

  await seats.typePoints(yourColumn(other), 5)
  for (const page of [one, other]) {
    await soon(() => question(yourColumn(page)).count()).toBe(0)
    await soon(() => seats.points(yourColumn(page)).inputValue()).toBe('5')
  }
})
