import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { seatsOn, type SeatsOn } from '../harness/running-server.ts'
import { openHouse, type House } from './house.ts'
import { reveal } from './room.ts'
import { column, openApplication } from './seats.ts'

/** A panel after its reveal, with its monitor before the board, and seats that can be spoken for over their sockets. */
export interface MonitorRoom {
  readonly house: House
  readonly monitor: Page
  readonly direct: SeatsOn & { readonly closeSeats: () => void }
  readonly close: () => Promise<void>
}

/** The review of a rehearsal whose five forms are ready. */
export const missouri = 'missouri.1.1'

/** Sits down as the monitor and reveals Missouri. */
export async function revealedRoom(options: BrowserContextOptions = {}): Promise<MonitorRoom> {
  const house = await openHouse(options)
  const direct = seatsOn(house.serving.portOf())
  const [monitor] = await house.sit('Panel monitor')
  if (!monitor) throw new Error('A tab did not open.')
  await openApplication(monitor, 'Missouri')
  await reveal(monitor, 'Missouri')
  return {
    house,
    monitor,
    direct,
    close: async () => {
      direct.closeSeats()
      await house.close()
    },
  }
}

export function agenda(page: Page): Locator {
  return column(page, 'Agenda')
}

export function controls(page: Page): Locator {
  return column(page, 'Live controls')
}

/** Rows of the agenda in their order. */
export async function agendaRows(page: Page): Promise<readonly string[]> {
  const items = await agenda(page).getByRole('listitem').locator('strong').allInnerTexts()
  return items.map((name) => name.trim())
}

/** Puts the flagged rows on an agenda that is empty, or in another order. */
export async function orderAgenda(
  page: Page,
  by: 'Widest first' | 'Rubric order' | 'At random',
): Promise<void> {
  const menu = agenda(page).getByRole('button', { name: /^Order of the agenda/ })
  if ((await menu.count()) > 0) await menu.click()
  await agenda(page).getByRole('button', { name: by, exact: true }).click()
  await agenda(page).getByText(`Order on record: ${by.toLowerCase()}.`).waitFor()
}
