import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBundled, type BundledPage } from '../harness/bundled-page.ts'

const row = '(A)(1)(ii)'

let opened: BundledPage

beforeAll(async () => {
  opened = await openBundled(fileURLToPath(new URL('quick-page.tsx', import.meta.url)), 'quick')
})
afterAll(() => opened.close())

test('QUICK-3 when somebody gives a row other points, that row alone is drawn anew; words in a comment draw none', async () => {
  const { page } = opened
  const drawn = () => page.evaluate(() => window.quick.drawn())
  expect(await drawn()).toHaveLength(41)
  const line = page.getByRole('row', { name: row })
  for (const points of [7, 8]) {
    await page.evaluate(([id, given]) => window.quick.give(3, id, given), [row, points] as const)
    expect(await line.locator('.heat-cell').nth(2).innerText()).toMatch(new RegExp(`${points}$`))
    expect(await drawn()).toEqual([row])
  }
  await page.evaluate(() => window.quick.write(3, '(A)(1)', 'More. '))
  expect(await drawn()).toEqual([])
  await page.evaluate((id) => window.quick.give(5, id, 9), row)
  expect(await drawn()).toEqual([row])
})
