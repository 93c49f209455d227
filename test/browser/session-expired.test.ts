import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { foot, soon, yourForm } from './seats.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const field = { name: 'Strengths of (F)(3)' }

/** Sits down and opens a row of a form that is open. */
async function scoring(label: string): Promise<Page> {
  const [page] = await house.sit(label)
  if (!page) throw new Error('A tab did not open.')
  await seats.openApplication(page, 'Massachusetts')
  await seats.toRow(page, '(F)(3)')
  return page
}

/** Ends the session of a page on the server, as time does. */
async function endSession(page: Page): Promise<void> {
  await page.evaluate(() => fetch('/api/sign-out', { method: 'POST' }))
  await sheet(page).waitFor()
}

function sheet(page: Page) {
  return page.getByRole('dialog', { name: 'Sign in again' })
}

/** Follows the link of a seat, in another tab of the browser of somebody who sits at `host`. */
async function signInAt(host: Page, label: string): Promise<Page> {
  await house.home.reload()
  const link = house.home.getByRole('link', { name: `Sit here as ${label}`, exact: true })
  const token = new URL((await link.getAttribute('href')) ?? '').hash
  const page = await host.context().newPage()
  await page.goto(`${new URL(host.url()).origin}/sit${token}`)
  await page.getByRole('banner').getByText(label, { exact: true }).waitFor()
  return page
}

test('LOST-6 where the session ends mid-sentence the page stays, typing goes on, and all of it arrives after signing in again elsewhere', async () => {
  const page = await scoring('Reviewer 1')
  const strengths = yourForm(page).getByRole('textbox', field)
  await strengths.pressSequentially('Before the end, ')
  await seats.saved(page)
  await endSession(page)
  await page.keyboard.type('after it')
  await seats.typePoints(yourForm(page), 3)
  await sheet(page).getByText('You have signed out.').waitFor()
  await sheet(page)
    .getByText(/^\d+ changes wait here, on this page alone\.$/)
    .waitFor()
  await foot(page)
    .getByText(/^Not being saved\. Signed out since .* changes wait here\. Keep this tab open\.$/)
    .waitFor()
  expect(await strengths.inputValue()).toBe('Before the end, after it')

  const again = page.context().waitForEvent('page')
  await sheet(page).getByRole('link', { name: 'Open the list of seats' }).click()
  const list = await again
  await list.getByRole('link', { name: 'Sit here as Reviewer 1', exact: true }).click()
  await sheet(page).waitFor({ state: 'detached' })
  await seats.saved(page)
  await strengths.pressSequentially(', and on.')
  await seats.saved(page)

  const { page: other } = await house.elsewhere('Reviewer 1')
  await seats.openApplication(other, 'Massachusetts')
  await seats.toRow(other, '(F)(3)')
  await soon(() => yourForm(other).getByRole('textbox', field).inputValue()).toBe(
    'Before the end, after it, and on.',
  )
  await soon(() => seats.points(yourForm(other)).inputValue()).toBe('3')
  expect(await house.reloaded()).toEqual([])
})

test('LOST-7 the sheet takes no key from whoever is typing; Escape puts it aside, a bar brings it back, and the focus returns', async () => {
  const page = await scoring('Reviewer 2')
  const strengths = yourForm(page).getByRole('textbox', field)
  await strengths.focus()
  await endSession(page)
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName)
  expect(await focused()).toBe('TEXTAREA')
  await page.keyboard.press('F6')
  expect(await focused()).toBe('dialog')
  await sheet(page).getByRole('button', { name: 'Keep reading and typing' }).press('Enter')
  await sheet(page).waitFor({ state: 'detached' })
  expect(await focused()).toBe('TEXTAREA')
  await page.keyboard.type('Typed on.')
  expect(await strengths.inputValue()).toBe('Typed on.')

  await page.getByRole('button', { name: 'Sign in again' }).press('Enter')
  await sheet(page).waitFor()
  expect(await focused()).toBe('dialog')
  await page.keyboard.press('Escape')
  await page.getByText(/^You are signed out\. \d+ changes wait here/).waitFor()
  const back = await signInAt(page, 'Reviewer 2')
  await seats.saved(page)
  await back.close()
})

test('LOST-8 of what waits nothing is shown to or sent by another person who signs in in that browser; it arrives when the first is back', async () => {
  const page = await scoring('Reviewer 3')
  const strengths = yourForm(page).getByRole('textbox', field)
  await strengths.pressSequentially('Mine, ')
  await seats.saved(page)
  await endSession(page)
  await strengths.pressSequentially('and nobody else’s.')
  // A number in its field, and not in the form yet.
  await seats.points(yourForm(page)).fill('4')

  const other = await signInAt(page, 'Reviewer 4')
  await page.getByRole('heading', { name: 'Reviewer 4 is signed in here now' }).waitFor()
  await page.getByText(/changes wait here for Reviewer 3 alone/).waitFor()
  expect(await page.locator('body').innerText()).not.toContain('Mine')
  await seats.openApplication(other, 'Massachusetts')
  await seats.toRow(other, '(F)(3)')
  expect(await yourForm(other).getByRole('textbox', field).inputValue()).not.toContain('Mine')
  await other.close()

  const back = await signInAt(page, 'Reviewer 3')
  await seats.saved(page)
  await seats.openApplication(back, 'Massachusetts')
  await seats.toRow(back, '(F)(3)')
  await soon(() => yourForm(back).getByRole('textbox', field).inputValue()).toBe('Mine, and nobody else’s.')
  await soon(() => seats.points(yourForm(back)).inputValue()).toBe('4')
})

test('LOST-9 a page on which nothing waits becomes that of whoever signs in in its browser', async () => {
  const page = await scoring('Reviewer 5')
  await signInAt(page, 'Reviewer 4')
  await page.getByRole('banner').getByText('Reviewer 4', { exact: true }).waitFor()
})

test('LOST-10 signing out in one tab says so over the others, and what waits there waits on', async () => {
  const page = await scoring('Reviewer 1')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.getByRole('button', { name: 'This device' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await other.getByRole('heading', { name: 'Nobody sits here' }).waitFor()
  await sheet(page).getByText('You have signed out. Everything you typed is on the server.').waitFor()
  const strengths = yourForm(page).getByRole('textbox', { name: 'Weaknesses of (F)(3)' })
  await strengths.pressSequentially('Seen late.')
  await sheet(page)
    .getByText(/changes wait here, on this page alone/)
    .waitFor()
  await signInAt(page, 'Reviewer 1')
  await seats.saved(page)
  expect(await strengths.inputValue()).toBe('Seen late.')
})

test('LOST-11 signing out while something waits says first what it loses', async () => {
  const page = await scoring('Reviewer 2')
  await page.context().setOffline(true)
  await yourForm(page).getByRole('textbox', { name: 'Weaknesses of (F)(3)' }).pressSequentially('No.')
  await page.getByRole('button', { name: 'This device' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await dialog
    .getByText('3 changes wait here and are not on the server. Signing out removes them for good.')
    .waitFor()
  await dialog.getByRole('button', { name: 'Sign out and lose 3 changes' }).click()
  await dialog.getByText('The server does not answer, so you are still signed in.').waitFor()
  await dialog.getByRole('button', { name: 'Stay signed in' }).click()
  await page.context().setOffline(false)
  await seats.saved(page)
})

test('LOST-25 a vote that was begun counts as only here, and signing out takes it away after saying so', async () => {
  const page = await scoring('Reviewer 4')
  const key = 'ballot rehearsal-1 reviewer-4 massachusetts.1.1'
  await page.evaluate((at) => {
    const draft = { answer: 'yes', reasons: 'It says how on page 4.', typedAt: Date.now() }
    sessionStorage.setItem(at, JSON.stringify(draft))
    sessionStorage.setItem(at.replace('reviewer-4', 'reviewer-5'), JSON.stringify(draft))
  }, key)
  await page.getByRole('button', { name: 'This device' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await dialog.getByRole('button', { name: 'Sign out and lose 1 change' }).click()
  await page.getByRole('heading', { name: 'Nobody sits here' }).waitFor()
  const left = await page.evaluate(() =>
    Object.keys(sessionStorage).filter((each) => each.startsWith('ballot ')),
  )
  expect(left).toEqual([key.replace('reviewer-4', 'reviewer-5')])
})
