import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouseOf, type House } from './house.ts'
import { serveByNodes } from './nodes.ts'
import * as seats from './seats.ts'
import { yourForm } from './seats.ts'

let house: House

beforeAll(async () => {
  const risky = { settings: { appendfsync: 'everysec' }, flags: ['--accept-redis-risk'] }
  house = await openHouseOf(await serveByNodes(() => 'byTurns', risky))
})
afterAll(() => house.close())

const risk =
  'Saving is less safe here than it should be. Redis writes to disk once a second: what was saved in the last second before a crash can be lost. Whoever runs the server can change that.'

test('NODE-25 staff read on the board and on a review what may be lost where a risk was accepted, and reviewers go on as ever', async () => {
  const [staff, reviewer] = await house.sit('Program staff', 'Reviewer 1')
  if (!staff || !reviewer) throw new Error('A tab did not open.')
  await expectTold(staff)
  await seats.openApplication(staff, 'Missouri')
  await expectTold(staff)
  await seats.openApplication(reviewer, 'Massachusetts')
  await yourForm(reviewer).waitFor()
  expect(await reviewer.getByRole('note').count()).toBe(0)
})

/** The note stands above the work, which still fits its window and scrolls by itself. */
async function expectTold(staff: Page): Promise<void> {
  await staff.getByRole('note').waitFor()
  expect(await staff.getByRole('note').innerText()).toBe(risk)
  const beyond = await staff
    .getByRole('main')
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
  expect(beyond).toBe(0)
}
