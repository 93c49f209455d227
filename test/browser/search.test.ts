import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk, openForm, partsOf, planOf, reading, under, type Desk } from './application-files.ts'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { soon } from './seats.ts'

const criteria = ['(A)(1)', '(A)(2)', '(A)(3)', '(B)(1)']

let house: House
let desk: Desk
let page: Page

beforeAll(async () => {
  house = await openHouse({ reducedMotion: 'reduce' })
  desk = await openDesk(house)
  const plan = await desk.add('plan.md', planOf(criteria), 'Plan')
  const costs = await desk.add('costs.md', '# Costs\n\nWhat districts take part in, by year.', 'Costs')
  await desk.arrange([
    { id: plan, title: 'Plan' },
    { id: costs, title: 'Costs' },
  ])
  await desk.confirm(partsOf(await desk.textOf(plan), plan, criteria))
  const [seat] = await house.sit('Reviewer 1')
  if (!seat) throw new Error('No tab opened.')
  page = seat
  await openForm(page)
}, 120_000)
afterAll(async () => {
  desk.close()
  await house.close()
})

function field() {
  return reading(page).getByRole('searchbox', { name: 'Search all of the application' })
}

/** Goes to a row, and searches anew from there. */
async function searchFrom(row: string, query: string): Promise<void> {
  await field().fill('')
  await seats.toRow(page, row)
  await reading(page)
    .getByRole('button', { name: /^pages .*, Plan$/ })
    .click()
  const criterion = /^\(\w\)\(\d\)/.exec(row)?.[0] ?? row
  const heading = reading(page).getByRole('heading', { name: `${criterion} What the plan says` })
  await soon(async () => Math.abs(((await under(page, heading)) ?? NaN) - 44) < 24).toBe(true)
  await field().fill(query)
}

/** What is said of the hits, to whoever hears it as well. */
function said() {
  return reading(page).getByRole('status')
}

/** The words that are painted as the hit that one is at, and how they lie under the edge of the column. */
function painted(): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('reading-here') ?? [])].map((range) =>
      range instanceof Range ? range.toString() : '',
    ),
  )
}

/** Whether the hit that one is at is in view. */
function isInView(): Promise<boolean> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get('reading-here') ?? []
    if (!(range instanceof Range)) return false
    const body = document.querySelector('.column[data-kind=read] .column-body')?.getBoundingClientRect()
    const { top, bottom } = range.getBoundingClientRect()
    return body !== undefined && top >= body.top && bottom <= body.bottom
  })
}

test('READ-9 as one types, the hits in all documents are counted by criterion, and the next one is gone to', async () => {
  await searchFrom('(A)(2)(i)', 'districts')
  // 50 sentences in each part name them, the table's head once, the costs once.
  await soon(() => said().innerText()).toBe('202 places. 51 of 202, in (A)(2), page 2')
  const groups = reading(page).getByRole('button', { expanded: false })
  const names = (await groups.allInnerTexts()).map((name) => name.replaceAll(/\s+/g, ' '))
  expect(names.filter((name) => /\d$/.test(name))).toEqual([
    '(A)(1) Agenda, participation 50',
    '(A)(2) Capacity and support 51',
    '(A)(3) Progress so far 50',
    '(B)(1) Common standards 50',
    'Outside of the parts 1',
  ])
  expect(await painted()).toEqual(['Districts'])
  await soon(isInView).toBe(true)
})

test('READ-9 a criterion opens to the words around its hits, and one of them is gone to', async () => {
  await searchFrom('(A)(2)(i)', 'paragraph 7 in')
  await reading(page)
    .getByRole('button', { name: /^\(B\)\(1\) Common standards/ })
    .click()
  await soon(() => said().innerText()).toMatch(/^20 places\. 16 of 20, in \(B\)\(1\)/)
  const places = reading(page).getByRole('button', { name: /Sentence \d of paragraph 7 in \(B\)\(1\)/ })
  expect(await places.count()).toBe(5)
  await places.nth(3).click()
  await soon(() => said().innerText()).toMatch(/^20 places\. 19 of 20/)
  await soon(painted).toEqual(['paragraph 7 in'])
  await soon(isInView).toBe(true)
})

test('READ-10 Enter and F3 go on from hit to hit and around the end, with Shift back', async () => {
  await searchFrom('(B)(1)(i)', 'sentence 5 of paragraph 10')
  await soon(() => said().innerText()).toMatch(/^4 places\. 4 of 4, in \(B\)\(1\)/)
  await field().press('Enter')
  await soon(() => said().innerText()).toMatch(/1 of 4, in \(A\)\(1\)/)
  await field().press('Shift+Enter')
  await soon(() => said().innerText()).toMatch(/4 of 4, in \(B\)\(1\)/)
  await seats.points(seats.yourForm(page)).focus()
  await page.keyboard.press('F3')
  await soon(() => said().innerText()).toMatch(/1 of 4/)
  await page.keyboard.press('Shift+F3')
  await soon(() => said().innerText()).toMatch(/4 of 4/)
  expect(await painted()).toEqual(['Sentence 5 of paragraph 10'])
})

test('READ-10 hits go over from document to document, and Escape leads back to where one read', async () => {
  await searchFrom('(B)(1)(i)', 'by year')
  await reading(page).getByText('What districts take part in, by year.').waitFor()
  await soon(painted).toEqual(['by year'])
  await field().press('Escape')
  const heading = reading(page).getByRole('heading', { name: '(B)(1) What the plan says' })
  await soon(async () => Math.abs(((await under(page, heading)) ?? NaN) - 44) < 24).toBe(true)
  expect(await field().inputValue()).toBe('')
  expect(await painted()).toEqual([])
})

test('READ-12 whoever empties the field stays at the hit, and can go back', async () => {
  await searchFrom('(A)(1)(i)', 'paragraph 9 in (B)(1)')
  await soon(painted).toEqual(['paragraph 9 in (B)(1)'])
  await field().fill('')
  await reading(page).getByRole('button', { name: 'Back to where you were' }).click()
  const heading = reading(page).getByRole('heading', { name: '(A)(1) What the plan says' })
  await soon(async () => Math.abs(((await under(page, heading)) ?? NaN) - 44) < 24).toBe(true)
})

test('READ-9 words that stand nowhere are said to', async () => {
  await searchFrom('(A)(1)(i)', 'unheard of')
  await soon(() => said().innerText()).toBe('These words stand nowhere in it.')
})
