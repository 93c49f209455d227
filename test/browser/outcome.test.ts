import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockReview } from '../harness/lock-review.ts'
import { seatsOn } from '../harness/running-server.ts'
import { lookAt, noFindings, noteSmoothScrolls } from './access-look.ts'
import { openHouse, type House } from './house.ts'
import { soon } from './seats.ts'

let house: House
let staff: Page

beforeAll(async () => {
  house = await openHouse({ reducedMotion: 'reduce' })
  await noteSmoothScrolls(house.context)
  const [tab] = await house.sit('Program staff')
  if (!tab) throw new Error('A tab did not open.')
  staff = tab
})
afterAll(() => house.close())

async function lockAll(): Promise<void> {
  const on = seatsOn(house.serving.portOf())
  const panel = {
    reviewers: await Promise.all([1, 2, 3, 4, 5].map((number) => on.seat(`reviewer-${number}`))),
    monitor: await on.seat('monitor'),
    staff: await on.seat('staff'),
  }
  for (const application of ['missouri', 'massachusetts', 'maine'])
    await lockReview(panel, `${application}.1.1`)
  on.closeSeats()
}

/** The words of every row of a table, cell by cell; a picture's are its name. */
function rowsOf(page: Page, table: string): Promise<readonly (readonly string[])[]> {
  return page
    .getByRole('table', { name: table })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].map(
          (cell) =>
            cell.querySelector('svg[role=img]')?.getAttribute('aria-label') ??
            (cell instanceof HTMLElement ? cell.innerText.replaceAll('\n', ' ') : ''),
        ),
      ),
    )
}

test('EFFECT-13 staff find the outcome sealed, open it once all is locked, by keyboard, and come from one application to the next', async () => {
  await staff.getByRole('link', { name: 'What the outcome hangs on' }).click()
  await staff.getByRole('heading', { name: 'What the outcome hangs on' }).waitFor()
  await staff.getByText('Sealed until every review of tier 1 is locked: 0 of 3 are.').waitFor()
  expect(await staff.getByRole('listitem').filter({ hasText: 'not locked' }).allInnerTexts()).toEqual([
    'Missouri not locked',
    'Massachusetts not locked',
    'Maine not locked',
  ])
  await lockAll()
  const open = staff.getByRole('button', { name: 'Open what the outcome hangs on' })
  await open.focus()
  await staff.keyboard.press('Enter')
  await staff.getByRole('heading', { name: 'Rows of Massachusetts' }).waitFor()
  await staff.getByRole('contentinfo').getByText('Each opening is in the journal.').waitFor()
  await staff.getByRole('link', { name: 'Maine', exact: true }).focus()
  await staff.keyboard.press('Enter')
  await staff.getByRole('heading', { name: 'Rows of Maine' }).waitFor()
  await staff.getByText('No agreement among these reviewers can change the outcome.').waitFor()
  await staff.reload()
  await staff.getByRole('heading', { name: 'Rows of Maine' }).waitFor()
})

test('EFFECT-14 every picture has a sentence as its name, and the numbers in it stand in the table', async () => {
  const applications = await rowsOf(staff, 'Applications against the line')
  expect(applications).toHaveLength(3)
  for (const [name = '', total = '', from = '', picture = '', totals = '', agreement = ''] of applications) {
    const distance = Number(from.replace('−', '-'))
    expect(400 + distance).toBeCloseTo(Number.parseFloat(total), 6)
    const side = distance < 0 ? 'below' : 'above'
    expect(picture).toContain(`: ${Math.abs(distance).toFixed(1)} ${side} the line of 400.`)
    if (!name.includes('No agreement changes it')) expect(picture).toContain(agreement.replace('–', ' to '))
    const [lowest = 0, highest = 0] = totals.split('–').map(Number)
    const [least = 0, most = 0] = agreement.split('–').map(Number)
    expect(least <= lowest && highest <= most).toBe(true)
  }
  const seats = await staff
    .getByRole('region', { name: 'What it hangs on' })
    .getByRole('table')
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => Number(row.querySelector('td')?.textContent)))
  const picture = await staff.getByRole('img', { name: /^5 totals from/ }).getAttribute('aria-label')
  expect(picture).toContain(`from ${Math.min(...seats)} to ${Math.max(...seats)},`)
  await staff.getByRole('button', { name: 'All 41 rows' }).click()
  await soon(async () => (await rowsOf(staff, 'Rows of Maine')).length).toBe(41)
})

test('EFFECT-15 the page has no violation of WCAG 2.2 AA, light and dark, and scrolls sideways nowhere', async () => {
  const found = noFindings()
  await staff.getByText('How these are computed').click()
  await staff.getByText('Agreement by row').click()
  await lookAt(staff, 'outcome', found)
  expect(found).toEqual(noFindings())
})

test('EFFECT-16 for reviewers and their monitor the page is not there', async () => {
  for (const page of await house.sit('Reviewer 1', 'Panel monitor')) {
    await page.goto(new URL('/outcome', page.url()).href)
    await page.getByText('Nothing here', { exact: false }).first().waitFor()
    expect(await page.getByText('What the outcome hangs on').count()).toBe(0)
  }
})
