import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textAt } from '../../shared/form/edits.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { findRow } from '../../shared/rubric/rubric.ts'
import { addedBy, sendFile } from '../harness/documents.ts'
import { attest, fillForm, must, openForm } from '../harness/review-moves.ts'
import { seatsOn, type SeatsOn } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import { toldOf } from './access-tree.ts'
import { openHouseOf, type House } from './house.ts'
import { serveBehindLine, type ServingBehindLine } from './line.ts'
import * as seats from './seats.ts'
import { column, foot, soon, yourForm } from './seats.ts'

// What a screen reader is told: asked of the browser's accessibility tree, and of what is read out by itself.

const massachusetts = 'massachusetts.1.1'

let house: House<ServingBehindLine>
let direct: SeatsOn & { readonly closeSeats: () => void }
let staff: SeatClient

beforeAll(async () => {
  house = await openHouseOf(await serveBehindLine('Reviewer 2'))
  direct = seatsOn(house.serving.direct)
  staff = await direct.seat('staff')
})
afterAll(async () => {
  direct.closeSeats()
  await house.close()
})

const tabs = new Map<string, Page>()

/** Somebody at a row of Massachusetts. */
async function scoring(label: string, row: string): Promise<Page> {
  const page = tabs.get(label) ?? (await house.sit(label))[0]
  if (!page) throw new Error('A tab did not open.')
  tabs.set(label, page)
  await seats.openApplication(page, 'Massachusetts')
  await seats.toRow(page, row)
  return page
}

test('A11Y-14 the tree is a list of links that say each row’s points and how far it is, and which is open', async () => {
  const page = await scoring('Reviewer 1', '(C)(3)(ii)')
  await seats.typePoints(yourForm(page), 3)
  await soon(() => page.getByRole('navigation', { name: 'Rows of the form' }).ariaSnapshot()).toContain(
    '(C)(3)(ii) Training on using them, 3 of 6, begun',
  )
  const tree = await page.getByRole('navigation', { name: 'Rows of the form' }).ariaSnapshot()
  expect(tree).toMatch(
    /- listitem:\s+- text: A\s+- link "\(A\)\(1\) Agenda, participation, \d+ of 65, complete"/,
  )
  expect(tree).toContain('link "(C)(3) Data to improve teaching, 3 of 18, begun"')
  expect(tree).toContain('link "(C)(3)(i) Local systems, no points of 6, untouched"')
  const link = seats.treeLine(page, '(C)(3)(ii)')
  expect(await link.getAttribute('aria-current')).toBe('true')
  // What is drawn in a line is not read a second time: beside the links there are the letters of the areas.
  const beside = tree.split('\n').filter((line) => /- (img|text|paragraph|heading)/.test(line))
  expect(beside.map((line) => line.trim())).toEqual(
    ['A', 'B', 'C', 'D', 'E', 'F', 'P'].map((area) => `- text: ${area}`),
  )
})

test('A11Y-15 the number field says its name, its value and range, its rule, and a fault where there is one', async () => {
  const page = await scoring('Reviewer 1', '(E)(1)')
  const points = seats.points(yourForm(page))
  const rule = findRow(raceToTheTop, '(E)(1)')?.rule?.text ?? ''
  expect(await toldOf(points)).toMatchObject({
    role: 'spinbutton',
    name: 'Points, of 10',
    states: { valuemin: 0, valuemax: 10 },
  })
  expect((await toldOf(points)).description).toContain(rule)
  await points.fill('7')
  await soon(async () => (await toldOf(points)).description).toContain('(E)(1) is 10, 5 or 0.')
  expect((await toldOf(points)).states['invalid']).toBe('true')
  await seats.typePoints(yourForm(page), 5)
  await soon(async () => (await toldOf(points)).value).toBe('5')
  const slider = yourForm(page).getByRole('slider')
  expect(await toldOf(slider)).toMatchObject({
    name: 'Points on the scale, (E)(1)',
    states: { valuemin: 0, valuemax: 10, valuetext: '5' },
  })
})

test('A11Y-16 a comment is a text of several lines with its name, and its count as its description', async () => {
  const page = await scoring('Reviewer 1', '(F)(3)')
  const strengths = yourForm(page).getByRole('textbox', { name: 'Strengths of (F)(3)' })
  await strengths.fill('Twelve words.')
  await soon(() => toldOf(strengths)).toMatchObject({
    role: 'textbox',
    name: 'Strengths of (F)(3)',
    description: '13 of 8,000 characters',
    value: 'Twelve words.',
    states: { multiline: true, invalid: 'false' },
  })
  // Where it is saved stands in the foot, in words; it is not read out with each key.
  await seats.saved(page)
  const said = await foot(page).ariaSnapshot()
  expect(said).toMatch(/Typed here/)
  expect(said).toMatch(/On the server/)
  expect(await foot(page).locator('[aria-live], [role=status], [role=alert]').count()).toBe(0)
})

test('A11Y-17 a search says how many places there are and at which one is, politely', async () => {
  const page = await scoring('Reviewer 1', '(A)(1)(i)')
  await page.getByRole('searchbox', { name: 'Search all of the application' }).fill('district')
  const count = column(page, 'Application').getByRole('status')
  await soon(() => count.innerText()).toMatch(
    /^\d+ places\. \d+ of \d+, (in \([A-F]\)\(\d\)|outside of the parts), page \d+$/,
  )
  expect((await toldOf(count)).states['live']).toBe('polite')
  await page.keyboard.press('Escape')
  const regions = await page
    .locator('[aria-live], [role=status], [role=alert], [role=log]')
    .evaluateAll((found) =>
      found.map((region) => region.getAttribute('aria-live') ?? region.getAttribute('role')),
    )
  expect(regions).toEqual(['polite'])
})

test('A11Y-18 what others did meanwhile is read out as one text, and the focus, the selection and the text under them stay', async () => {
  const page = await scoring('Reviewer 2', '(F)(3)')
  const field = yourForm(page).getByRole('textbox', { name: 'Strengths of (F)(3)' })
  await field.fill('The beginning stays.')
  await seats.saved(page)
  await field.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(4, 13))
  const stayed = await watchFocus(page)
  const read = await watchAnnouncements(page)

  // The same field, elsewhere.
  const elsewhere = await openForm(await direct.seat('reviewer-2'), massachusetts)
  textAt({ doc: elsewhere.doc }, 'strengths:(F)(3)').insert(20, ' The end is new.')
  await soon(() => field.inputValue()).toBe('The beginning stays. The end is new.')
  expect(await stayed()).toEqual(held)
  expect(await read()).toEqual([])

  house.serving.cut()
  await soon(read).toEqual(['Not being saved. Keep this tab open.'])
  expect(await stayed()).toEqual(held)

  // While there is no line: two answers of staff, a document, somebody ready.
  await answers('(F)(3)', 'Is a plan enough?', 'A plan that is in force.')
  await answers('(B)(3)', 'Does it have to be signed?', 'By the governor.')
  await addDocument()
  const peer = await direct.seat('reviewer-4')
  const form = await openForm(peer, massachusetts)
  await fillForm(peer, form, massachusetts)
  await attest(peer, form, massachusetts)
  house.serving.heal()
  await yourForm(page).getByText('A plan that is in force.').waitFor()
  const told = [
    'The line is back.',
    'Staff answered about (F)(3).',
    'Staff answered about (B)(3).',
    'The documents of Massachusetts have changed.',
    'Ready on your panel: 1 of 5.',
  ]
  await soon(async () => sentences((await read()).slice(1))).toEqual(told.toSorted())
  const together = (await read()).find((text) => text.includes('1 of 5')) ?? ''
  expect(together).toContain('Staff answered about (F)(3). Staff answered about (B)(3).')
  expect(together).toContain('The documents of Massachusetts have changed.')
  expect(await stayed()).toEqual(held)
  expect(await field.inputValue()).toBe('The beginning stays. The end is new.')
})

test('A11Y-19 on the ready check the button that has the focus keeps it while others become ready', async () => {
  const seat = await direct.seat('reviewer-5')
  await fillForm(seat, await openForm(seat, massachusetts), massachusetts)
  const page = (await house.sit('Reviewer 5'))[0]
  if (!page) throw new Error('A tab did not open.')
  await page.goto(new URL(`/review/${massachusetts}/ready`, page.url()).href)
  const button = page.getByRole('button', { name: 'Say ready', exact: true })
  await button.focus()
  const before = seat.review(massachusetts).ready?.count ?? 0
  const peer = await direct.seat('reviewer-3')
  const form = await openForm(peer, massachusetts)
  await fillForm(peer, form, massachusetts)
  await attest(peer, form, massachusetts)
  await page.getByText(`${before + 1} of 5 ready on your panel`).waitFor()
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  // Pressed, it goes away: what is there now is told, and the focus is not lost.
  await page.keyboard.press('Enter')
  await page.getByText(/^You said ready at/).waitFor()
  await soon(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Ready check')
})

/** What was read out, sentence by sentence, in alphabetical order. */
function sentences(texts: readonly string[]): readonly string[] {
  return texts
    .join(' ')
    .split(/(?<=\.) /)
    .toSorted()
}

const held = { field: 'Strengths of (F)(3)', from: 4, to: 13, left: 0 }

/** Watches a field that has the focus: its name, what is selected in it, and how often the focus has left it. */
async function watchFocus(page: Page): Promise<() => Promise<unknown>> {
  const left = await page.evaluateHandle(() => {
    const counted = { times: 0 }
    document.addEventListener('focusout', () => (counted.times += 1))
    return counted
  })
  return () =>
    left.evaluate(({ times }) => {
      const area = document.activeElement
      if (!(area instanceof HTMLTextAreaElement)) return area?.tagName
      const field = area.labels[0]?.textContent
      return { field, from: area.selectionStart, to: area.selectionEnd, left: times }
    })
}

/** All that is read out from now on, each text once. */
async function watchAnnouncements(page: Page): Promise<() => Promise<readonly string[]>> {
  const texts = await page.evaluateHandle(() => {
    const heard: string[] = []
    const region = document.querySelector('[data-live-announcer]')
    if (region)
      new MutationObserver(() => heard.push(region.textContent.replaceAll('\u00a0', ' ').trim())).observe(
        region,
        {
          subtree: true,
          childList: true,
          characterData: true,
        },
      )
    return heard
  })
  return () => texts.jsonValue()
}

async function answers(row: string, asked: string, answer: string): Promise<void> {
  const peer = await direct.seat('reviewer-3')
  await must(peer, { kind: 'question.ask', review: massachusetts, row, text: asked })
  await until('the question', () => staff.view().questions?.some(({ text }) => text === asked) ?? false)
  const question = staff.view().questions?.find(({ text }) => text === asked)?.id ?? 0
  await must(staff, { kind: 'question.answer', review: massachusetts, question, asked, answer })
}

async function addDocument(): Promise<void> {
  addedBy(
    await sendFile(direct.port, {
      cookie: await direct.signIn('staff'),
      review: massachusetts,
      name: 'budget.txt',
      said: { title: 'Budget', kind: 'budget' },
      content: 'What each year costs.',
    }),
  )
}
