import type { Page } from 'playwright-core'

/** One row of the board as somebody sees it. */
export interface BoardRow {
  readonly id: string
  readonly max: number
  readonly scores: readonly number[]
  readonly apart: number
  /** How far apart before the discussion, where that is another number. */
  readonly before: number | null
  readonly flag: string
  readonly note: string
}

/** All rows of the board in the order in which they stand, with the heads of the columns of scores. */
export async function readBoard(
  page: Page,
): Promise<{ seats: readonly string[]; rows: readonly BoardRow[] }> {
  const table = page.getByRole('region', { name: 'Disagreement' }).getByRole('table')
  const { heads, lines } = await table.evaluate((element) => {
    const words = (cell: Element): string =>
      cell.querySelector('svg[aria-label]')?.getAttribute('aria-label') ?? cell.textContent.trim()
    const rows = [...element.querySelectorAll('tr')]
    return {
      heads: [...(rows[0]?.cells ?? [])].map(words),
      lines: rows.map((row) =>
        [...row.cells].map((cell) => ({
          text: cell.textContent.trim(),
          old: cell.querySelector('del')?.textContent ?? null,
        })),
      ),
    }
  })
  const seats = heads.slice(3, heads.indexOf('Low, Medium, High'))
  const rows = lines
    .filter((cells) => cells.length === heads.length && /^\d*\([A-F]\)/.test(cells[0]?.text ?? ''))
    .map((cells) => {
      const at = (index: number) => cells[index]?.text ?? ''
      const after = 3 + seats.length
      const apart = cells[after + 1]
      return {
        // Before it stands its place on the agenda, for the monitor.
        id: at(0).replace(/^\d+/, ''),
        max: lastNumber(at(2)),
        scores: seats.map((_, seat) => lastNumber(at(3 + seat))),
        apart: Number(/(\d+)of \d+$/.exec(apart?.text.slice(apart.old?.length ?? 0) ?? '')?.[1]),
        before: apart?.old == null ? null : lastNumber(apart.old),
        flag: at(after + 2),
        note: at(after + 3),
      }
    })
  return { seats, rows }
}

/** The totals under the board. */
export async function boardTotals(page: Page): Promise<readonly number[]> {
  const line = page
    .getByRole('region', { name: 'Disagreement' })
    .getByRole('row', { name: /^Total of 41 rows/ })
  const cells = await line.getByRole('cell').allInnerTexts()
  return cells.slice(0, -1).map(lastNumber)
}

/** The number at the end of a cell; before it may stand words for who cannot see the picture. */
export function lastNumber(text: string): number {
  return Number(/(\d+)$/.exec(text)?.[1] ?? NaN)
}
