import type { Locator, Page } from 'playwright-core'
import type { Command } from '../../shared/competition/command.ts'
import { must } from '../harness/review-moves.ts'
import { seatsOn, type SeatsOn } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import type { House } from './house.ts'
import { column } from './seats.ts'

// What people do while a panel talks about Missouri, and how a page says what the others do.

export const missouri = 'missouri.1.1'

/** Missouri after the reveal: its monitor at hand over the same sockets as a page, pages for whoever sits down. */
export interface Panel {
  readonly house: House
  readonly direct: SeatsOn & { readonly closeSeats: () => void }
  readonly monitor: SeatClient
  /** The monitor brings everybody to a row, or to none. */
  readonly focus: (row: string | null) => Promise<void>
  /** A seat gives a command. */
  readonly say: (seat: SeatClient, command: Command) => Promise<void>
  /** Somebody sits down in a page of Missouri's room: all rows, or one. */
  readonly sit: (label: string, row?: string) => Promise<Page>
}

/** Reveals Missouri in a house of its own. */
export async function openTalk(house: House, port = house.serving.portOf()): Promise<Panel> {
  const direct = seatsOn(port)
  const monitor = await direct.seat('monitor')
  await must(monitor, { kind: 'review.reveal', review: missouri })
  return {
    house,
    direct,
    monitor,
    focus: (row) => must(monitor, { kind: 'focus.set', review: missouri, row }),
    say: must,
    sit: async (label, row) => {
      const [page] = await house.sit(label)
      if (!page) throw new Error('A tab did not open.')
      await page.goto(
        new URL(`/review/${missouri}/room${row === undefined ? '' : `/${row}`}`, page.url()).href,
      )
      await column(page, row === undefined ? 'Disagreement' : 'The panel’s scores').waitFor()
      return page
    },
  }
}

/** The line under the head. */
export function focusLine(page: Page): Locator {
  return page.getByRole('region', { name: 'In focus', exact: true })
}

/** The row whose page is open, or null on the page of all of them. */
export function rowOf(page: Page): string | null {
  return /\/room\/(.+)$/.exec(decodeURIComponent(new URL(page.url()).pathname))?.[1] ?? null
}

/** The messages on the row that is open, each as its author and its text. */
export async function messages(page: Page): Promise<readonly (readonly [string, string])[]> {
  const items = page.getByRole('region', { name: 'Thread' }).getByRole('listitem')
  return items.evaluateAll((all) =>
    all.map(
      (item) =>
        [
          item.querySelector('strong')?.textContent ?? '',
          item.querySelector('.thread-text')?.textContent ?? '',
        ] as const,
    ),
  )
}

/** Where one writes to the panel. */
export function writer(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Write to the panel' })
}
