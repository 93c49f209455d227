import type { Locator, Page } from 'playwright-core'
import { percentile } from '../job.ts'

/** Of all keys, in milliseconds: from the key's own time until the frame that shows it has been made. */
export interface Keys {
  readonly p50: number
  readonly p95: number
}

/** Types so many characters into a text area, one every 60 ms, as a quick typist does. */
export async function keyToPaint(page: Page, area: Locator, count: number): Promise<Keys> {
  await area.click()
  await area.press('End')
  const took = await page.evaluateHandle(() => {
    const all: number[] = []
    const painted = new MessageChannel()
    let begun: number | null = null
    painted.port1.onmessage = () => {
      if (begun !== null) all.push(performance.now() - begun)
      begun = null
    }
    addEventListener(
      'keydown',
      (event) => {
        begun = event.timeStamp
        // A message sent while a frame is made arrives right after it.
        requestAnimationFrame(() => painted.port2.postMessage(null))
      },
      { capture: true },
    )
    return all
  })
  for (let key = 0; key < count; key += 1) {
    await area.press(letters[key % letters.length] ?? 'a')
    await page.waitForTimeout(60)
  }
  const sorted = (await took.jsonValue()).toSorted((left, right) => left - right)
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) }
}

const letters = ['t', 'h', 'e', 'Space', 'S', 't', 'a', 't', 'e', 'Space']
