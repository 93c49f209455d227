import type { Locator, Page } from 'playwright-core'

export interface Scrolled {
  readonly pages: number
  /** The longest task while scrolling, in milliseconds; 0 where none took 50 or more. */
  readonly longest: number
  /** How many took over 100. */
  readonly over100: number
}

/** Turns the wheel over a long document, a screen at a time, and answers what that cost. */
export async function scrollThrough(page: Page, over: Locator, screens: number): Promise<Scrolled> {
  const tasks = await page.evaluateHandle(() => {
    const all: number[] = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) all.push(entry.duration)
    }).observe({ type: 'longtask' })
    return all
  })
  await over.hover()
  for (let screen = 0; screen < screens; screen += 1) {
    await page.mouse.wheel(0, 900)
    await page.waitForTimeout(50)
  }
  await page.waitForTimeout(500)
  const found = await tasks.jsonValue()
  return {
    pages: screens,
    longest: Math.max(0, ...found),
    over100: found.filter((ms) => ms > 100).length,
  }
}
