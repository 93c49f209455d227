import type { BrowserContext } from 'playwright-core'

/** Opens a page of the board in a new tab, and answers how long it took from navigating until it was drawn with all numbers, in ms. */
export async function openBoard(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'commit' })
  const drawn = await page.waitForFunction(() => window.boardDrawnAt)
  const ms = await drawn.jsonValue()
  await page.close()
  return ms ?? NaN
}
