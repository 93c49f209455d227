import type { Locator, Page } from 'playwright-core'
import { percentile } from '../job.ts'

/** Of all keys, in milliseconds. */
export interface Keys {
  /** From the key's own time until the frame that shows it has been made, the wait for that frame included. */
  readonly whole: Share
  /** What of it the page itself took: everything but the time in which it had nothing to do and waited for the next frame. */
  readonly own: Share
}

interface Share {
  readonly p50: number
  readonly p95: number
}

/** Types so many characters into a text area, one every 60 ms, as a quick typist does. */
export async function keyToPaint(page: Page, area: Locator, count: number): Promise<Keys> {
  await area.click()
  await area.press('End')
  const took = await page.evaluateHandle(() => {
    const all: { whole: number; own: number }[] = []
    const painted = new MessageChannel()
    let begun = 0
    let idle = 0
    painted.port1.onmessage = () => {
      const whole = performance.now() - begun
      all.push({ whole, own: whole - idle })
    }
    /** Counts the time in which the page is idle until the frame: a task that comes back at once took none. */
    const waitForFrame = (): void => {
      let framed = false
      let last = performance.now()
      const turn = new MessageChannel()
      turn.port1.onmessage = () => {
        const now = performance.now()
        // Between two turns nothing else ran, but for the turn itself.
        if (now - last < 0.3) idle += now - last
        last = now
        if (!framed) turn.port2.postMessage(null)
      }
      turn.port2.postMessage(null)
      requestAnimationFrame(() => {
        framed = true
        // A message sent while a frame is made arrives right after it.
        painted.port2.postMessage(null)
      })
    }
    addEventListener(
      'keydown',
      (event) => {
        begun = event.timeStamp
        idle = 0
        waitForFrame()
      },
      { capture: true },
    )
    return all
  })
  for (let key = 0; key < count; key += 1) {
    await area.press(letters[key % letters.length] ?? 'a')
    await page.waitForTimeout(60)
  }
  const all = await took.jsonValue()
  return { whole: share(all.map(({ whole }) => whole)), own: share(all.map(({ own }) => own)) }
}

function share(values: readonly number[]): Share {
  const sorted = values.toSorted((left, right) => left - right)
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) }
}

const letters = [...'the state says', 'Space']
