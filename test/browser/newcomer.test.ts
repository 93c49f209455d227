import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBoard } from './board.ts'
import { openHouse, type House } from './house.ts'
import { column, foot, soon } from './seats.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('MAIN-10 somebody who has only the first page comes to a reveal in under ten clicks', async () => {
  const { home } = house
  let clicks = 0
  const click = async (what: Locator): Promise<void> => {
    clicks += 1
    await what.click()
  }
  await home.getByText('Each scores alone; then all scores open at once').waitFor()
  const start = home.getByRole('listitem').filter({ hasText: 'Missouri is ready to reveal. Start here' })
  const opened = home.waitForEvent('popup')
  await click(start.getByRole('link', { name: /^Sit here/ }))
  const monitor = await opened
  await click(
    monitor.getByRole('row', { name: /^Missouri/ }).getByRole('link', { name: 'Reveal the scores' }),
  )
  await click(monitor.getByRole('button', { name: 'Reveal Missouri' }))
  await click(monitor.getByRole('dialog').getByRole('button', { name: 'Reveal now' }))
  await column(monitor, 'Disagreement').waitFor()
  const { seats, rows } = await readBoard(monitor)
  expect(seats).toHaveLength(5)
  expect(rows).toHaveLength(41)
  expect(rows[0]?.flag).toBe('Split')
  await click(column(monitor, 'Disagreement').getByRole('link').first())
  await soon(() =>
    column(monitor, 'The panel’s scores')
      .getByRole('article', { name: /^Reviewer/ })
      .count(),
  ).toBe(5)
  expect(clicks).toBeLessThan(10)
  await foot(monitor).getByText('Rehearsal: invented scores').waitFor()
})

test('MAIN-11 a link that was used says so and leads back, and starting over begins all three States anew', async () => {
  const { home, context } = house
  const link = await home.getByRole('link', { name: 'Sit here as Reviewer 2' }).getAttribute('href')
  if (link === null) throw new Error('The seat has no link.')
  const [first, second] = [await context.newPage(), await context.newPage()]
  await first.goto(link)
  await first.getByRole('heading', { name: 'My applications' }).waitFor()
  await second.goto(link)
  await second.getByRole('heading', { name: 'This link does not lead to a seat' }).waitFor()
  await second.getByText(/used/).waitFor()
  await second.getByRole('link', { name: 'Go to the list of seats' }).click()
  await second.getByRole('heading', { name: 'Seats' }).waitFor()
  await second.close()

  await first
    .getByRole('row', { name: /^Massachusetts/ })
    .getByRole('link', { name: 'Massachusetts' })
    .click()
  await first.getByRole('spinbutton').fill('1')
  await home.getByRole('button', { name: 'Start over' }).click()
  const dialog = home.getByRole('alertdialog')
  await dialog.getByText('can no longer be reached from these pages').waitFor()
  await dialog.getByRole('button', { name: 'Start over' }).click()
  await home.getByText('Started over. Everybody is signed out, and all three States begin again.').waitFor()
  await first
    .getByRole('dialog', { name: 'Sign in again' })
    .getByText('The rehearsal has been started over. What was typed in the one before is gone with it.')
    .waitFor()

  const [monitor] = await house.sit('Panel monitor')
  const lines = monitor?.getByRole('row')
  await soon(async () => (await lines?.allInnerTexts())?.slice(1).map(words)).toEqual([
    expect.stringMatching(/^Missouri ?Tier 1 .*Reveal 5 of 5 .*Reveal the scores$/),
    expect.stringMatching(/^Massachusetts ?Tier 1 .*Score 0 of 5 .*5 reviewers not ready$/),
    expect.stringMatching(/^Maine ?Tier 1 .*Conflicts .*Say whether you have a conflict$/),
  ])
})

function words(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
