import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { setScore } from '../../shared/form/edits.ts'
import { attest, fillForm, must, openForm } from '../harness/review-moves.ts'
import { seatsOn, type SeatsOn } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { openHouseOf, type House } from './house.ts'
import { serveBehindLine, type ServingBehindLine } from './line.ts'
import * as seats from './seats.ts'
import { foot, soon, yourForm } from './seats.ts'

let house: House<ServingBehindLine>
let direct: SeatsOn & { readonly closeSeats: () => void }

beforeAll(async () => {
  house = await openHouseOf(await serveBehindLine())
  direct = seatsOn(house.serving.direct)
})
afterAll(async () => {
  direct.closeSeats()
  await house.close()
})

const massachusetts = 'massachusetts.1.1'

afterEach(() => house.serving.heal())

/** A reviewer with a row open of a form that can be written, and the same person elsewhere, on a line that holds. */
async function twice(number: number): Promise<{ readonly page: Page; readonly elsewhere: SeatClient }> {
  const [page] = await house.sit(`Reviewer ${number}`)
  if (!page) throw new Error('A tab did not open.')
  await seats.openApplication(page, 'Massachusetts')
  await seats.toRow(page, '(F)(3)')
  return { page, elsewhere: await direct.seat(`reviewer-${number}`) }
}

function tray(page: Page): Locator {
  return page.getByRole('region', { name: 'Not counted' })
}

test('LOST-21 a piece that is put in, in vain, because the form was said to be ready elsewhere, stays on its author’s list', async () => {
  const { page, elsewhere } = await twice(1)
  const form = await openForm(elsewhere, massachusetts)
  const piece = { review: massachusetts, field: 'scores:(F)(3)', text: '4', why: 'readOnly' } as const
  await must(elsewhere, { kind: 'text.keep', ...piece })
  const put = tray(page).getByRole('button', { name: 'Put it into my form' })
  await put.waitFor()
  house.serving.cut()
  await foot(page).getByText('Not being saved.').waitFor()
  await put.click()
  await soon(() => seats.points(yourForm(page)).inputValue()).toBe('4')
  setScore({ doc: form.doc }, '(F)(3)', 2)
  await fillForm(elsewhere, form, massachusetts)
  await attest(elsewhere, form, massachusetts)

  house.serving.heal()
  // What was put in did not count either, and is kept beside the piece that it came from.
  await soon(() => elsewhere.review(massachusetts).mine?.notCounted.map(({ text }) => text)).toEqual([
    '4',
    '4',
  ])
  await soon(() => tray(page).getByRole('listitem').count()).toBe(2)
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0)
})

test('LOST-22 what the server will not keep counts as waiting: the foot says that it is not saved, and signing out says what it loses', async () => {
  const { page, elsewhere } = await twice(2)
  await page.routeWebSocket(/socket\.io/, (line) => {
    const server = line.connectToServer()
    line.onMessage((message) => {
      const [, id] = /^42(\d+)\["command".*text\.keep/.exec(String(message)) ?? []
      if (id === undefined) server.send(message)
      else line.send(`43${id}[{"refused":"malformed","sentence":"It is not kept."}]`)
    })
  })
  await page.reload()
  // The form is there before what it says: without a line nothing of it would come any more.
  const strengths = yourForm(page).getByRole('textbox', { name: 'Strengths of (F)(3)' })
  await strengths.waitFor()
  const form = await openForm(elsewhere, massachusetts)
  house.serving.cut()
  await foot(page).getByText('Not being saved.').waitFor()
  await strengths.fill('Only on this page.')
  await fillForm(elsewhere, form, massachusetts)
  await attest(elsewhere, form, massachusetts)

  house.serving.heal()
  await tray(page).getByText('It is not kept.').waitFor()
  await foot(page)
    .getByText(/Refused by the server at .* 1 change waits here\. Keep this tab open\.$/)
    .waitFor()
  await page.getByRole('button', { name: 'This device', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await dialog.getByRole('button', { name: 'Sign out and lose 1 change' }).waitFor()
  await dialog.getByRole('button', { name: 'Stay signed in' }).click()
  await tray(page).getByRole('button', { name: 'Put away' }).click()
  await foot(page).getByText('Not being saved.').waitFor({ state: 'detached' })
})

test('LOST-23 what did not count in many fields at once is sent at a pace that the server takes, and none of it is shown as refused', async () => {
  const { page, elsewhere } = await twice(3)
  const form = await openForm(elsewhere, massachusetts)
  const items = ['(A)(1)(i)', '(A)(2)(i)', '(A)(3)(i)', '(B)(1)(i)', '(B)(2)(i)', '(B)(3)', '(C)(1)']
  house.serving.cut()
  await foot(page).getByText('Not being saved.').waitFor()
  await page.evaluate(() => {
    // The tray is looked at all the time: a refusal would be there for seconds.
    new MutationObserver(() => {
      if (document.querySelector('.not-counted-refused')) document.body.dataset['refused'] = 'yes'
    }).observe(document.body, { childList: true, subtree: true })
  })
  for (const row of items) {
    await seats.toRow(page, row)
    const item = row.replace('(i)', '')
    for (const kind of ['Strengths', 'Weaknesses'])
      await yourForm(page)
        .getByRole('textbox', { name: `${kind} of ${item}` })
        .fill(`Of ${item}.`)
  }
  await fillForm(elsewhere, form, massachusetts)
  await attest(elsewhere, form, massachusetts)

  house.serving.heal()
  await soon(() => elsewhere.review(massachusetts).mine?.notCounted.length).toBe(2 * items.length)
  expect(await page.evaluate(() => document.body.dataset['refused'])).toBeUndefined()
})

test('LOST-24 a note beside the application that did not count is kept for its author alone, to read and to put away', async () => {
  const { page, elsewhere } = await twice(4)
  const note = {
    review: massachusetts,
    field: 'note:abcdefgh',
    text: 'See page 4.',
    why: 'tooLarge',
  } as const
  await must(elsewhere, { kind: 'text.keep', ...note })
  await tray(page).getByText('A note beside the application').waitFor()
  await tray(page).getByText('See page 4.').waitFor()
  await tray(page).getByText('1 thing that you typed did not count. It is kept for you alone.').waitFor()
  expect(
    await tray(page)
      .getByRole('button', { name: /^Put it into/ })
      .count(),
  ).toBe(0)
  await tray(page).getByRole('button', { name: 'Put away' }).click()
  await tray(page).waitFor({ state: 'detached' })
})

test('LOST-26 a number that is still being entered when its copy is given up is set aside with the rest', async () => {
  const { page, elsewhere } = await twice(5)
  const form = await openForm(elsewhere, massachusetts)
  house.serving.cut()
  await foot(page).getByText('Not being saved.').waitFor()
  await yourForm(page).getByRole('textbox', { name: 'Strengths of (F)(3)' }).fill('Seen late.')
  await seats.points(yourForm(page)).fill('3')
  await seats.points(yourForm(page)).evaluate((field) => {
    let down = true
    // A hand that does not rest: what it enters is not said yet.
    const stepping = setInterval(() => {
      if (!field.isConnected) return clearInterval(stepping)
      field.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: down ? 'ArrowDown' : 'ArrowUp',
          bubbles: true,
          cancelable: true,
        }),
      )
      down = !down
    }, 100)
  })
  setScore({ doc: form.doc }, '(F)(3)', 5)
  await fillForm(elsewhere, form, massachusetts)
  await attest(elsewhere, form, massachusetts)
  house.serving.heal()
  await soon(() => elsewhere.review(massachusetts).mine?.notCounted.map(({ field }) => field)).toEqual([
    'strengths:(F)(3)',
    'scores:(F)(3)',
  ])
})
