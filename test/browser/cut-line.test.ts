import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { foot, soon, yourForm } from './seats.ts'
import { cutTab, inTwoTabs, remark, secondTab } from './tabs.ts'

// As much as is typed in ten minutes without a line: 3,000 characters in eight fields, and the points of four rows.

let house: House
let one: Page
let other: Page

beforeAll(async () => {
  house = await openHouse()
  ;[one, other] = await inTwoTabs(house, { label: 'Reviewer 1', applicant: 'Massachusetts', row: rows[0] })
})
afterAll(() => house.close())

const rows = ['(F)(3)', '(C)(2)', '(A)(1)(i)', '(D)(2)(i)'] as const
const kinds = ['Strengths', 'Weaknesses'] as const
const length = 375

/** What is typed in the tab without a line: no two fields have the same. */
function typed(row: string, kind: string): string {
  const sentence = `${kind} of ${row} as they were written in a train that went through a long tunnel. `
  return sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length)
}

function elsewhere(row: string, kind: string): string {
  return `MEANWHILE ON ${kind.toUpperCase()} OF ${row}. `
}

/** Every field with what it says in a tab. */
async function read(page: Page): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const row of rows) {
    await seats.toRow(page, row)
    for (const kind of kinds) found.set(`${kind} of ${row}`, await field(page, kind, row).inputValue())
  }
  return found
}

/** Comments are a criterion's, also where one of its rows is open. */
function field(page: Page, kind: (typeof kinds)[number], row: string): Locator {
  return remark(page, kind, row.slice(0, '(A)(1)'.length))
}

async function typeAtEnd(area: Locator, text: string): Promise<void> {
  await area.press('Control+End')
  await area.page().keyboard.type(text)
}

/** Whether a tab asks before it closes; it stays where it asks. */
async function asksBeforeClosing(page: Page): Promise<boolean> {
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog.dismiss()
    return true
  })
  const closed = page.waitForEvent('close').then(() => false)
  await page.close({ runBeforeUnload: true })
  return Promise.race([asked, closed])
}

test('CUT-1 ten minutes of typing without a line merge with what another tab wrote in the same fields, and nothing is lost or doubled', async () => {
  const before = await read(one)
  const heal = await cutTab(one)
  for (const [at, row] of rows.entries()) {
    await seats.toRow(one, row)
    await seats.typePoints(yourForm(one), at)
    for (const kind of kinds) await typeAtEnd(field(one, kind, row), typed(row, kind))
  }
  const count = await waiting(one)
  expect(count).toBeGreaterThan(rows.length * kinds.length)
  for (const row of rows.slice(0, 2)) {
    await seats.toRow(other, row)
    for (const kind of kinds) await typeAtEnd(field(other, kind, row), elsewhere(row, kind))
  }
  await seats.saved(other)
  expect(await asksBeforeClosing(one)).toBe(true)

  await heal()
  await seats.saved(one)
  await soon(() => foot(one).innerText()).not.toMatch(/wait here/)
  const fresh = await secondTab(house, other)
  const merged = await read(fresh)
  for (const page of [one, other]) expect(await read(page)).toEqual(merged)
  for (const [at, row] of rows.entries()) {
    for (const kind of kinds) {
      const text = merged.get(`${kind} of ${row}`) ?? ''
      const parts = [before.get(`${kind} of ${row}`) ?? '', typed(row, kind)]
      if (at < 2) parts.push(elsewhere(row, kind))
      for (const part of parts) expect(text).toContain(part)
      expect(text).toHaveLength(parts.join('').length)
    }
    await seats.toRow(fresh, row)
    await soon(() => seats.points(yourForm(fresh)).inputValue()).toBe(String(at))
  }
  expect(await asksBeforeClosing(one)).toBe(false)
}, 240_000)

/** How many changes a tab says wait in it. */
async function waiting(page: Page): Promise<number> {
  const [, count] = /([\d,]+) changes wait here/.exec(await foot(page).innerText()) ?? []
  return Number(count?.replace(',', ''))
}
