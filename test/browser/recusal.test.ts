import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardTotals, readBoard } from './board.ts'
import { openHouse, type House } from './house.ts'
import { openPanel, together } from './panel.ts'
import * as room from './room.ts'
import * as seats from './seats.ts'
import { column, soon } from './seats.ts'

// Missouri, ready to be revealed: reviewers 1 and 4 say yes to STEM, the others no.

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('MAIN-9 a recusal leaves four seats in view, mean and vote, and 2 of 4 gives no points', async () => {
  const panel = await openPanel(house, 'Missouri')
  const { reviewer, reviewers, monitor, staff, everybody } = panel
  const four = reviewers.slice(0, 4)
  await together(everybody, (page) => seats.openApplication(page, 'Missouri'))
  await room.reveal(monitor, 'Missouri')
  await together(reviewers, async (page) => {
    await page.getByRole('link', { name: 'Go to the panel room' }).click()
    await column(page, 'Disagreement').waitFor()
  })
  const before = await boardTotals(monitor)

  const lost = await seats.recuse(reviewer(5), 'Missouri', 'I have been offered work there.')
  expect(lost).toContain('Your column leaves the mean and the vote and stays in the record')
  await soon(() => reviewer(5).getByRole('main').innerText()).not.toContain('Missouri')
  for (const page of [...four, monitor]) {
    await soon(async () => (await readBoard(page)).seats.length).toBe(4)
    expect(await boardTotals(page)).toEqual(before.slice(0, 4))
  }
  const { rows } = await readBoard(monitor)
  for (const { id, scores, apart } of rows)
    expect({ id, apart }).toEqual({ id, apart: Math.max(...scores) - Math.min(...scores) })
  await staff.getByRole('row', { name: /^Reviewer 5 Recused/ }).waitFor()

  await monitor.getByText('The forms differ: 2 yes, 2 no.').waitFor()
  await room.openVote(monitor)
  await together(four, async (page) => {
    await page.getByRole('button', { name: 'Go to the vote' }).click()
    await page.getByText('if more than half of the four seats say so: 3 of 4').waitFor()
    await page.getByRole('img', { name: '0 of 4 have voted, sealed' }).waitFor()
  })
  await room.vote(reviewer(1), 'Yes')
  await room.vote(reviewer(2), 'No')
  await room.closeVote(monitor)
  await together(four, async (page) => {
    await page.getByRole('img', { name: '2 of 4 say yes, 3 needed' }).waitFor()
    await page.getByText('of 4 say yes. 3 were needed, so no points go to the application.').waitFor()
    await room.toFinal(page)
    await room.sign(page)
  })
  await monitor.getByText('Signed: 4 of 4').waitFor()
  await room.closeReview(monitor)
  await room.lock(staff, 'Missouri')

  const mean = before.slice(0, 4).reduce((sum, total) => sum + total, 0) / 4
  // Halves away from zero, as people round: a mean of four can end in .25 or .75.
  const shown = (Math.floor(mean * 10 + 0.5) / 10).toFixed(1)
  await staff.getByText(`criteria ${shown} + STEM 0`).waitFor()
  await staff.getByText('2 of 4 say yes, 3 needed: 0 points').waitFor()
  expect(await reviewer(5).getByRole('main').innerText()).not.toContain('Missouri')
})
