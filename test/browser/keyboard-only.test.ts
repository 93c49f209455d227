import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addedBy, sendFile } from '../harness/documents.ts'
import { attest, certify, fillForm, maine, must, openForm } from '../harness/review-moves.ts'
import { hostOf, linkFor, seatsOn, type SeatsOn } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { keyboardOn, type KeyboardPerson } from './access-keys.ts'
import { narrativePdf } from './access-stage.ts'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { column, soon, yourForm } from './seats.ts'
import { story } from './story.ts'

// A reviewer's day on one application, Maine, with a keyboard and nothing else: nothing is clicked, filled or focused by a script.

let house: House
let direct: SeatsOn & { readonly closeSeats: () => void }
let page: Page
let me: KeyboardPerson
let monitor: SeatClient

beforeAll(async () => {
  house = await openHouse()
  const port = house.serving.portOf()
  direct = seatsOn(port)
  addedBy(
    await sendFile(port, {
      cookie: await direct.signIn('staff'),
      name: 'narrative.pdf',
      said: { title: 'Narrative', kind: 'narrative' },
      content: await narrativePdf(),
    }),
  )
  monitor = await direct.seat('monitor')
  await certify(monitor)
  await Promise.all(
    [2, 3, 4, 5].map(async (number) => {
      const seat = await direct.seat(`reviewer-${number}`)
      await certify(seat)
      const form = await openForm(seat)
      await fillForm(seat, form)
      await attest(seat, form)
    }),
  )
  page = await house.context.newPage()
  await page.goto(`http://${hostOf('reviewer-1')}:${port}/sit#${await linkFor(port, 'reviewer-1')}`)
  await page.getByRole('link', { name: 'Maine', exact: true }).waitFor()
  me = keyboardOn(page)
})
afterAll(async () => {
  direct.closeSeats()
  await house.close()
})

const upTo = story(certifies, reads, searches, scores, leadsOn, readies, votes)

test('A11Y-8 an application is opened, read, turned part by part and document by document, and searched, from the keyboard alone', async () => {
  await upTo(3)
})

test('A11Y-9 every kind of row is scored, commented and given its pages, and the next is gone to, from the keyboard alone', async () => {
  await upTo(5)
})

test('A11Y-10 what is missing is gone to, ready is said, taken back and said again, from the keyboard alone', async () => {
  await upTo(6)
})

test('A11Y-11 a vote is cast with its reasons and sealed, from the keyboard alone', async () => {
  await upTo(7)
})

test('A11Y-12 after each key of a day the focus is somewhere, marked, and in view', async () => {
  await upTo(7)
  expect(me.faults).toEqual([])
})

test('A11Y-13 Tab goes through a page once and in the order in which it is seen, on a wide screen and on a phone', async () => {
  const { page: other } = await house.elsewhere('Reviewer 2')
  await seats.openApplication(other, 'Massachusetts')
  await seats.toRow(other, '(A)(1)(ii)')
  await column(other, 'Application').getByRole('article').waitFor()
  expect(await partsByTab(other)).toEqual(['', 'Application', 'Criteria', 'Your form', ''])
  await other.setViewportSize({ width: 360, height: 740 })
  expect(await partsByTab(other)).toEqual(['', 'Criteria', 'Your form', 'Application', ''])
  await other.context().close()
})

/** The columns through which Tab leads, from the first place of a page to its last; '' is its head and foot. */
async function partsByTab(from: Page): Promise<readonly string[]> {
  const parts: string[] = []
  // To begin at its beginning.
  await from.reload()
  await column(from, 'Application').getByRole('article').waitFor()
  for (;;) {
    await from.keyboard.press('Tab')
    const part = await from.evaluate(() => {
      const { activeElement } = document
      return activeElement === document.body
        ? null
        : (activeElement?.closest('.column')?.getAttribute('aria-label') ?? '')
    })
    if (part === null) break
    if (part !== parts.at(-1)) parts.push(part)
  }
  return parts
}

async function certifies(): Promise<void> {
  await me.tabTo('link', 'Maine')
  await me.press('Enter')
  await me.arrivesAt('heading', /^Do you have a conflict of interest with Maine/)
  await me.tabTo('radio', /^I certify/)
  await me.press('Space')
  await me.tabTo('button', 'Certify')
  await me.press('Enter')
  await page.getByRole('link', { name: 'Go to your form' }).waitFor()
  await me.tabTo('link', 'Go to your form')
  await me.press('Enter')
  await seats.points(yourForm(page)).waitFor()
}

async function reads(): Promise<void> {
  const application = column(page, 'Application')
  const scrolled = (): Promise<number> =>
    application.getByRole('group', { name: 'Application' }).evaluate((element) => element.scrollTop)
  await application.locator('canvas').first().waitFor()
  await me.tabTo('button', 'Larger')
  await me.press('Enter')
  await application.getByText('125 %').waitFor()
  await me.tabBackTo('radio', 'Pages')
  await me.press('ArrowRight')
  await me.arrivesAt('radio', 'As text')
  await application.getByRole('article').waitFor()

  await me.tabBackTo('group', 'Application')
  await me.press('Home')
  await soon(scrolled).toBe(0)
  await me.press('PageDown')
  await soon(scrolled).toBeGreaterThan(0)
  await me.press('Home')
  await soon(scrolled).toBe(0)
  await me.tabBackTo('button', /^Next part/)
  await me.press('Enter')
  await soon(scrolled).toBeGreaterThan(0)
  await me.tabTo('button', 'Back to where you were')
  await me.press('Enter')
  await soon(scrolled).toBeLessThan(40)

  await me.tabBackTo('tab', 'Narrative')
  await me.press('ArrowLeft')
  await me.arrivesAt('tab', 'Digest')
  await application.getByText('Conditions').first().waitFor()
}

async function searches(): Promise<void> {
  const application = column(page, 'Application')
  const at = (): Promise<string> => application.getByRole('status').first().innerText()
  await me.press('/')
  await me.arrivesAt('searchbox', 'Search all of the application')
  await me.type('district')
  await soon(at).toMatch(/^\d+ places\. \d+ of \d+,/)
  const first = await at()
  await me.press('Enter')
  await soon(at).not.toBe(first)
  await me.press('Shift+Enter')
  await soon(at).toBe(first)
  await me.press('F3')
  await soon(at).not.toBe(first)
  await me.tabTo('button', 'Hit before')
  await me.press('Enter')
  await soon(at).toBe(first)
  await me.tabBackTo('searchbox', /./)
  await me.press('Escape')
  await application.getByRole('status').first().waitFor({ state: 'detached' })
}

async function scores(): Promise<void> {
  const form = yourForm(page)
  await toRow('a1i')
  await me.arrivesAt('spinbutton', /^Points, of 5/)
  await me.type('3')
  await me.press('ArrowUp', 'Enter')
  await soon(() => seats.runningTotal(page)).toBe('4 of 500; 0 of 41 rows complete')
  await me.press('PageUp', 'Escape')
  await me.tabTo('slider', /^Points on the scale, \(A\)\(1\)\(i\)/)
  await me.press('ArrowLeft')
  await me.tabTo('button', /^Understood/)
  await soon(() => seats.runningTotal(page)).toBe('3 of 500; 0 of 41 rows complete')
  await me.press('Enter')
  await me.tabTo('textbox', 'Strengths of (A)(1)')
  await me.type('One plan.')
  // The first of two stands over the strengths.
  await me.tabTo('checkbox', 'None found')
  await me.press('Space')
  await soon(() => seats.runningTotal(page)).toBe('3 of 500; 1 of 41 rows complete')

  await me.tabTo('combobox', 'Document')
  await me.press('ArrowDown')
  await me.tabTo('textbox', 'Cite a page')
  await me.type('2')
  await me.press('Enter')
  await form.getByRole('button', { name: /^Open .*p\. 2$/ }).waitFor()
  await me.tabBackTo('button', /^Open .*p\. 2$/)
  await me.press('Enter')
  await column(page, 'Application').getByRole('button', { name: 'Back to where you were' }).waitFor()

  await toRow('c1')
  await me.arrivesAt('checkbox', /^1 /)
  await me.press('Space')
  await me.tabTo('checkbox', /^2 /)
  await me.press('Space')
  await form.getByText('4 of 24: 2 of the 12 elements').waitFor()
  await toRow('e1')
  await me.arrivesAt('spinbutton', /^Points, of 10/)
  await me.tabTo('radio', /^10 /)
  await me.press('ArrowDown')
  await soon(() => seats.points(form).inputValue()).toBe('5')
  await toRow('stem')
  await me.arrivesAt('radio', /^Yes/)
  await me.press('Space')
  await me.tabTo('textbox', 'Your reasons')
  await me.type('Partners in every grade.')
}

async function leadsOn(): Promise<void> {
  const form = yourForm(page)
  await me.tabBackTo('radio', /^Yes/)
  await me.press('n')
  await form.getByText('(A)(1)(ii)', { exact: true }).first().waitFor()
  await me.arrivesAt('spinbutton', /^Points, of 45/)
  await me.tabTo('slider', /./)
  await me.press('i')
  await me.arrivesAt('spinbutton', /^Points, of 15/)
  await me.tabTo('slider', /./)
  await me.press('k')
  await me.arrivesAt('spinbutton', /^Points, of 45/)
  await me.tabTo('slider', /./)
  await me.press('s')
  await me.arrivesAt('textbox', 'Strengths of (A)(1)')
  await me.tabBackTo('link', /^\(F\)\(3\)/)
  await me.press('ArrowUp')
  await me.arrivesAt('link', /^\(F\)\(2\)/)
  await me.press('ArrowDown', 'Enter')
  await form.getByText('(F)(3)', { exact: true }).first().waitFor()
  await me.press('?')
  await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor()
  await me.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await me.arrivesAt('link', /^\(F\)\(3\)/)
}

async function readies(): Promise<void> {
  const check = column(page, 'Ready check')
  await me.tabTo('link', 'Ready check')
  await me.press('Enter')
  await check.getByRole('heading', { name: /^Not ready yet: / }).waitFor()
  await me.tabTo('link', '(D)(4)(ii) has no points.')
  await me.press('Enter')
  await yourForm(page).getByText('(D)(4)(ii)', { exact: true }).waitFor()
  await me.tabBackTo('button', 'Fill in the rest of this form')
  await me.press('Enter')
  await column(page, 'Criteria').getByText('41 of 41 rows complete', { exact: true }).waitFor()
  await me.tabBackTo('link', 'Ready check')
  await me.press('Enter')
  await check.getByText('Nothing is missing.').waitFor()
  await sayReady()
  await me.tabTo('button', 'Take back')
  await me.press('Enter')
  await check.getByRole('button', { name: 'Say ready', exact: true }).waitFor()
  await sayReady()
}

async function votes(): Promise<void> {
  await must(monitor, { kind: 'review.reveal', review: maine })
  await must(monitor, { kind: 'vote.open', review: maine })
  await page.getByRole('link', { name: 'Go to the panel room' }).waitFor()
  await me.tabTo('link', 'Go to the panel room')
  await me.press('Enter')
  await column(page, 'Disagreement').waitFor()
  await me.tabTo('button', 'Go to the vote')
  await me.press('Enter')
  await page.getByRole('heading', { name: 'Should Maine have the 15 STEM points?' }).waitFor()
  await me.tabTo('radio', /^Yes,/)
  await me.press('ArrowDown')
  await me.tabTo('textbox', 'Your reasons for the change')
  await me.type('The partners are the present ones.')
  await me.tabTo('button', 'Seal my vote: No')
  await me.press('Enter')
  await page.getByText('Your vote is sealed: No', { exact: true }).first().waitFor()
}

/** Goes to a row by its id. */
async function toRow(typed: string): Promise<void> {
  if (/textbox|spinbutton|searchbox/.test((await me.focused()).role)) await me.tabTo('button', /./)
  await me.press('g')
  await me.arrivesAt('textbox', 'Row')
  await me.type(typed)
  await me.press('Enter')
}

async function sayReady(): Promise<void> {
  await me.tabTo('button', 'Say ready')
  await me.press('Enter')
  await page.getByText(/^You said ready at/).waitFor()
}
