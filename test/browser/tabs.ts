import type { Locator, Page } from 'playwright-core'
import type { House } from './house.ts'
import * as seats from './seats.ts'
import { foot, yourForm } from './seats.ts'

/** Another tab of somebody who sits already, where the first one is: same cookies, a line of its own. */
export async function secondTab(house: House, page: Page): Promise<Page> {
  const tab = await house.context.newPage()
  await tab.goto(page.url())
  return tab
}

/** One reviewer in two tabs, on the same row. */
export async function inTwoTabs(
  house: House,
  { label, applicant, row }: { readonly label: string; readonly applicant: string; readonly row: string },
): Promise<readonly [Page, Page]> {
  const [page] = await house.sit(label)
  if (!page) throw new Error('A tab did not open.')
  await seats.openApplication(page, applicant)
  await seats.toRow(page, row)
  const tab = await secondTab(house, page)
  await seats.toRow(tab, row)
  return [page, tab]
}

/** A comment's field in one's own form. */
export function remark(page: Page, kind: 'Strengths' | 'Weaknesses', criterion: string): Locator {
  return yourForm(page).getByRole('textbox', { name: `${kind} of ${criterion}` })
}

/** Where the caret stands in a field. */
export function caretOf(field: Locator): Promise<number> {
  return field.evaluate((area: HTMLTextAreaElement) => area.selectionStart)
}

/** Puts the caret somewhere in a field. */
export async function caretTo(field: Locator, at: number): Promise<void> {
  await field.focus()
  await field.evaluate((area: HTMLTextAreaElement, place) => area.setSelectionRange(place, place), at)
}

/** Takes the line from one tab alone; the returned function gives it back. */
export async function cutTab(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  const line = (offline: boolean) =>
    session.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
  await session.send('Network.enable')
  await line(true)
  await foot(page).getByText('Not being saved.').waitFor()
  return async () => {
    await line(false)
    await session.detach()
  }
}
