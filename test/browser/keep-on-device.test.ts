import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageTypes } from '../../shared/protocol/limits.ts'
import { openHouseOf, type House } from './house.ts'
import { serveBehindLine, type ServingBehindLine } from './line.ts'
import { together } from './panel.ts'
import * as room from './room.ts'
import * as seats from './seats.ts'
import { column, foot, soon, yourForm } from './seats.ts'

let house: House<ServingBehindLine>

beforeAll(async () => {
  house = await openHouseOf(await serveBehindLine())
})
afterAll(() => house.close())

const field = { name: 'Strengths of (F)(3)' }

/** A browser of its own for a reviewer, with a row open of a form that can be written. */
async function scoring(label: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const seat = await house.elsewhere(label)
  await seats.openApplication(seat.page, 'Massachusetts')
  await seats.toRow(seat.page, '(F)(3)')
  return seat
}

async function keepOnDevice(page: Page, keep = true): Promise<void> {
  await page.getByRole('button', { name: /this device$/i }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('checkbox', { name: /^Keep what is not on the server/ })
    .setChecked(keep, { force: true })
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: keep ? 'Kept on this device' : 'This device', exact: true })
    .waitFor()
}

/** For whom something lies in this browser, and in which documents; null where there is no place for it at all. */
async function keptOn(page: Page): Promise<readonly string[] | null> {
  return page.evaluate(async () => {
    if ((await indexedDB.databases()).length === 0) return null
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('panelroom')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('It does not open.')))
    })
    const found = await new Promise<readonly { person: string; document: string }[]>((resolve, reject) => {
      const request = opened.transaction('unsent').objectStore('unsent').getAll()
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('It cannot be read.')))
    })
    opened.close()
    return found.map(({ person, document }) => `${person} ${document}`)
  })
}

/** Takes the line away, and waits until a page knows it. */
async function cut(page: Page): Promise<void> {
  house.serving.cut()
  await foot(page).getByText('Not being saved.').waitFor()
}

/** Types without a line and waits until that lies on this device. */
async function typeAway(page: Page, text: string): Promise<void> {
  await cut(page)
  await yourForm(page).getByRole('textbox', field).press('End')
  await yourForm(page).getByRole('textbox', field).pressSequentially(text)
  await foot(page)
    .getByText(/changes wait here, kept on this device\.$/)
    .waitFor()
}

/** What somebody who looks from another browser reads in the field. */
async function thereIs(label: string, text: string): Promise<void> {
  const { context, page } = await scoring(label)
  await soon(() => yourForm(page).getByRole('textbox', field).inputValue()).toBe(text)
  await context.close()
}

test('KEEP-1 by default nothing of what waits lies on the device', async () => {
  const { context, page } = await scoring('Reviewer 1')
  await cut(page)
  await yourForm(page).getByRole('textbox', field).pressSequentially('Nowhere but here.')
  await foot(page)
    .getByText(/changes wait here\. Keep this tab open\.$/)
    .waitFor()
  expect(await keptOn(page)).toBeNull()
  house.serving.heal()
  await seats.saved(page)
  await context.close()
})

test('KEEP-2 what waited when the browser closed arrives when the page is opened again, and no longer lies on the device', async () => {
  const { context, page } = await scoring('Reviewer 2')
  await keepOnDevice(page)
  await yourForm(page).getByRole('textbox', field).pressSequentially('Before, ')
  await seats.saved(page)
  await soon(() => keptOn(page)).toEqual([])
  await typeAway(page, 'without a line.')
  await page.close({ runBeforeUnload: false })

  house.serving.heal()
  const again = await context.newPage()
  const { port } = new URL(house.home.url())
  await again.goto(`http://r2.localhost:${port}/`)
  await soon(() => keptOn(again)).toEqual([])
  await thereIs('Reviewer 2', 'Before, without a line.')
  await context.close()
})

test('KEEP-3 points that are still being typed when the tab closes are kept as well', async () => {
  const { context, page } = await scoring('Reviewer 3')
  await keepOnDevice(page)
  await typeAway(page, 'And 4 points.')
  await seats.points(yourForm(page)).fill('4')
  // They are only here at that moment, so the tab asks.
  page.on('dialog', (dialog) => void dialog.accept())
  const closed = page.waitForEvent('close')
  await page.close({ runBeforeUnload: true })
  await closed
  house.serving.heal()
  const again = await context.newPage()
  const { port } = new URL(house.home.url())
  await again.goto(`http://r3.localhost:${port}/`)
  await seats.openApplication(again, 'Massachusetts')
  await seats.toRow(again, '(F)(3)')
  await soon(() => seats.points(yourForm(again)).inputValue()).toBe('4')
  await context.close()
})

test('KEEP-4 what one of two tabs keeps is left alone while that tab is there, and taken over once when it is gone', async () => {
  const { context, page } = await scoring('Reviewer 4')
  await keepOnDevice(page)
  await typeAway(page, 'Once.')
  house.serving.heal()
  await seats.saved(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await yourForm(other).getByRole('textbox', field).waitFor()
  await typeAway(page, ' Twice.')
  const kept = (await keptOn(other)) ?? []
  expect(kept).toHaveLength(1)
  await page.close({ runBeforeUnload: false })
  house.serving.heal()
  await soon(() => yourForm(other).getByRole('textbox', field).inputValue()).toBe('Once. Twice.')
  await soon(() => keptOn(other)).toEqual([])
  await thereIs('Reviewer 4', 'Once. Twice.')
  await context.close()
})

test('KEEP-5 turning it off takes all of it off the device; another person who signs in is shown none of it and sends none', async () => {
  const { context, page } = await scoring('Reviewer 5')
  await keepOnDevice(page)
  await typeAway(page, 'Not for long.')
  await keepOnDevice(page, false)
  await soon(() => keptOn(page)).toEqual([])
  await keepOnDevice(page)
  await foot(page)
    .getByText(/kept on this device\.$/)
    .waitFor()
  expect(await keptOn(page)).toHaveLength(1)
  const url = page.url()
  await page.close({ runBeforeUnload: false })

  // Another person of this browser is shown none of it and sends none of it.
  house.serving.heal()
  const leaving = await context.newPage()
  await leaving.goto(new URL('/panelroom.svg', url).href)
  await leaving.evaluate(() => fetch('/api/sign-out', { method: 'POST' }))
  const list = await context.newPage()
  await list.goto(house.home.url())
  const link = list.getByRole('link', { name: 'Sit here as Reviewer 1', exact: true })
  const token = new URL((await link.getAttribute('href')) ?? '').hash
  await list.goto(`${new URL(url).origin}/sit${token}`)
  await seats.openApplication(list, 'Massachusetts')
  await seats.toRow(list, '(F)(3)')
  await list.getByRole('button', { name: 'This device', exact: true }).click()
  await list.getByRole('dialog').getByText('Keep what is not on the server').waitFor()
  expect(await keptOn(list)).toEqual(['reviewer-5 rehearsal-1/massachusetts.1.1/form-5'])
  expect(await yourForm(list).getByRole('textbox', field).inputValue()).not.toContain('Not for long')
  await context.close()
})

test('KEEP-6 what lay on the device when the review was locked is kept on the server as not counted, and no longer on the device', async () => {
  const [monitor, staff, signer] = await house.sit('Panel monitor', 'Program staff', 'Reviewer 2')
  if (!monitor || !staff || !signer) throw new Error('A tab did not open.')
  const { context, page } = await house.elsewhere('Reviewer 2')
  await together([monitor, staff, signer, page], (each) => seats.openApplication(each, 'Missouri'))
  await room.reveal(monitor, 'Missouri')
  await page.getByRole('link', { name: 'Go to the panel room' }).click()
  await room.toBoardRow(page, '(A)(1)(i)')
  await keepOnDevice(page)
  await cut(page)
  const strengths = column(page, 'Your column').getByRole('textbox', { name: 'Strengths of (A)(1)' })
  await strengths.press('End')
  await strengths.pressSequentially(' Kept on the train.')
  await foot(page)
    .getByText(/kept on this device\.$/)
    .waitFor()
  const { origin } = new URL(page.url())
  await page.close({ runBeforeUnload: false })
  house.serving.heal()
  await foot(staff)
    .getByText(/^Live, /)
    .waitFor()

  await signer.getByRole('link', { name: 'Go to the panel room' }).click()
  for (const number of [1, 3, 4, 5]) await seats.excuse(staff, `Reviewer ${number}`, 'They are ill.')
  await seats.letGoOn(staff, 'One is left, and has read it all.')
  await room.openVote(monitor)
  await room.closeVote(monitor)
  await room.toFinal(signer)
  await room.sign(signer)
  await room.closeReview(monitor)
  await room.lock(staff, 'Missouri')

  const again = await context.newPage()
  await again.goto(`${origin}/`)
  await soon(() => keptOn(again)).toEqual([])
  await staff.getByText('1 text not counted').click()
  await staff.getByText('Kept on the train.').waitFor()
  await context.close()
})

test('KEEP-7 signing out takes all of it off the device, after saying what is lost', async () => {
  const { context, page } = await house.elsewhere('Reviewer 1')
  let holds = false
  // The server hears nothing more of documents, and the page is still signed in.
  await page.routeWebSocket(/\/sync\//, (line) => {
    const server = line.connectToServer()
    line.onMessage((message) => {
      if (!holds) server.send(message)
    })
  })
  await page.reload()
  await seats.openApplication(page, 'Massachusetts')
  await seats.toRow(page, '(F)(3)')
  await keepOnDevice(page)
  holds = true
  await yourForm(page).getByRole('textbox', field).pressSequentially('Gone.')
  await soon(async () => (await keptOn(page))?.length).toBe(1)
  await page.getByRole('button', { name: 'Kept on this device' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await dialog.getByRole('button', { name: /^Sign out and lose \d+ changes$/ }).click()
  await page.getByRole('heading', { name: 'Nobody sits here' }).waitFor()
  expect(await keptOn(page)).toEqual([])
  await context.close()
})

test('KEEP-8 a browser that keeps nothing says so, and the page goes on as without', async () => {
  const { context, page } = await house.elsewhere('Reviewer 1')
  await context.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
  await page.reload()
  await page.getByRole('button', { name: 'This device' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /^Keep what is not on the server/ }).click({ force: true })
  await dialog.getByText(/^This browser keeps nothing on this device/).waitFor()
  expect(await dialog.getByRole('checkbox', { name: /^Keep what is not/ }).isChecked()).toBe(false)
  await context.close()
})

test('KEEP-9 a browser that can write no more keeps what it has: of other tabs until it is on the server, of this one until signing out', async () => {
  const { context, page } = await scoring('Reviewer 1')
  await keepOnDevice(page)
  await typeAway(page, 'Kept before.')
  const url = page.url()
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await again.addInitScript(() => {
    // What is reported is reported on purpose.
    addEventListener('error', (event) => event.preventDefault())
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError')
    }
  })
  // The page asks for what the server has and is not heard otherwise, so that what it takes over waits in it.
  await again.routeWebSocket(/\/sync\//, (line) => {
    const server = line.connectToServer()
    line.onMessage((message) => {
      const asks = typeof message !== 'string' && message[0] === messageTypes.sync && message[1] === 0
      if (asks) server.send(message)
    })
  })
  house.serving.heal()
  await again.goto(url)
  await soon(() => yourForm(again).getByRole('textbox', field).inputValue()).toContain('Kept before.')
  await again.getByRole('button', { name: 'This device', exact: true }).waitFor()
  expect(await keptOn(again)).toHaveLength(1)
  await again.getByRole('button', { name: 'This device', exact: true }).click()
  const dialog = again.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await dialog.getByRole('button', { name: /^Sign out and lose/ }).click()
  await again.getByRole('heading', { name: 'Nobody sits here' }).waitFor()
  expect(await keptOn(again)).toEqual([])
  await context.close()
})
