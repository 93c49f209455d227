import type { Page } from 'playwright-core'
import { until } from '../../harness/until.ts'
import { percentile } from '../job.ts'
import { noteCell } from './board-page.ts'

export interface Seen {
  readonly p50: number
  readonly p95: number
  readonly longest: number
  readonly samples: number
}

/**
 * One person gives a row other points, again and again, on the page of that row, by keys; the others have the board open. Answers
 * the times from the Enter that says a number until the frame that shows it has been made on each other screen, in milliseconds.
 * All pages are of one machine and share its clock, read to the millisecond.
 */
export async function changeToScreens(
  writer: Page,
  others: readonly Page[],
  { row, seat, changes }: { readonly row: string; readonly seat: number; readonly changes: number },
): Promise<Seen> {
  for (const page of others) await noteCell(page, row, seat)
  const field = writer.getByRole('region', { name: 'Your column' }).getByRole('spinbutton').first()
  await field.waitFor()
  const said = await writer.evaluateHandle(() => {
    const times: number[] = []
    addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (key === 'Enter') times.push(Date.now() - (performance.now() - timeStamp))
      },
      { capture: true },
    )
    return times
  })
  for (let change = 0; change < changes; change += 1) {
    await field.fill(String(pointsOf(change)))
    await field.press('Enter')
    await writer.waitForTimeout(300)
  }
  const times = await said.jsonValue()
  const took: number[] = []
  for (const page of others) {
    await until('every change on every screen', async () => (await seenOn(page)).length >= changes)
    for (const [change, { points, at }] of (await seenOn(page)).entries()) {
      if (points !== String(pointsOf(change))) throw new Error(`Change ${change} came as ${points}.`)
      took.push(at - (times[change] ?? NaN))
    }
  }
  const sorted = took.toSorted((left, right) => left - right)
  return {
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    longest: sorted.at(-1) ?? NaN,
    samples: sorted.length,
  }
}

/** No two changes after each other the same, and none what a filled form begins with. */
function pointsOf(change: number): number {
  return 1 + (change % 12)
}

function seenOn(page: Page): Promise<Window['cellSeen']> {
  return page.evaluate(() => window.cellSeen)
}
