import type { Page } from 'playwright-core'

// The page that is measured: every row of the room with each seat's points, as the monitor or a reviewer sees it. What of it the
// measurements must find stands here.

/** Where it is read, behind the review. */
export const boardPath = { monitor: 'board', reviewer: 'room' } as const

/** What the page's scripts must know to read numbers out of it. */
export interface Drawn {
  /** Rows that the page has when it is drawn, and cells with points in each. */
  readonly rows: number
  readonly seats: number
}

declare global {
  interface Window {
    /** When the board was drawn with all its numbers, by the page's own clock; null before. */
    boardDrawnAt: number | null
    /** Every change that was seen in one cell of the board: what it says now, and when the frame that shows it was made. */
    cellSeen: { readonly points: string; readonly at: number }[]
  }
}

/** Lets every page of a context note when the board stands there with all numbers and the frame that shows it has been made. */
export async function noteDrawn(context: Pick<Page, 'addInitScript'>, drawn: Drawn): Promise<void> {
  await context.addInitScript(({ rows, seats }) => {
    window.boardDrawnAt = null
    const painted = new MessageChannel()
    painted.port1.onmessage = () => (window.boardDrawnAt ??= performance.now())
    const isDrawn = (): boolean => {
      const found = [...document.querySelectorAll('tr:has(th [data-row])')]
      const numbers = (row: Element): number =>
        [...row.querySelectorAll('td')].filter(({ textContent }) => /^\D*\d+$/.test(textContent)).length
      return found.length === rows && found.every((row) => numbers(row) >= seats)
    }
    const look = (): void => {
      // A message sent while a frame is made arrives right after it.
      if (isDrawn()) painted.port2.postMessage(null)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, drawn)
}

/** Notes every change of one seat's points on a row of the board, `seat` counted from 1, until the page goes. */
export async function noteCell(page: Page, row: string, seat: number): Promise<void> {
  await page.evaluate(
    ([id, at]) => {
      window.cellSeen = []
      const painted = new MessageChannel()
      const waiting: string[] = []
      painted.port1.onmessage = () => {
        for (const points of waiting.splice(0)) window.cellSeen.push({ points, at: Date.now() })
      }
      const pointsNow = (): string => {
        const link = [...document.querySelectorAll<HTMLElement>('[data-row]')].find(
          ({ dataset }) => dataset['row'] === id,
        )
        const cells = link?.closest('tr')?.querySelectorAll('td.heat-cell') ?? []
        return /\d+$/.exec(cells[at - 1]?.textContent ?? '')?.[0] ?? ''
      }
      let shown = pointsNow()
      new MutationObserver(() => {
        const points = pointsNow()
        if (points === shown) return
        shown = points
        waiting.push(points)
        requestAnimationFrame(() => painted.port2.postMessage(null))
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
    },
    [row, seat] as const,
  )
}
