import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addedBy, sendFile } from '../harness/documents.ts'
import { madeDocx } from '../harness/made-files.ts'
import { must } from '../harness/review-moves.ts'
import { seatsOn, signIn } from '../harness/running-server.ts'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { column, soon } from './seats.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const titles = [
  ['(A)(1)', 'Articulating the State’s education reform agenda'],
  ['(A)(2)', 'Building strong statewide capacity'],
  ['(B)(1)', 'Developing and adopting common standards'],
  ['(C)(1)', 'Fully implementing a statewide longitudinal data system'],
] as const

/** Twelve paragraphs on each of four criteria, each under its heading. */
function narrative(): Uint8Array {
  return madeDocx(
    titles.flatMap(([id, title]) => [
      { text: `${id} ${title}`, style: 'Heading1' },
      ...Array.from({ length: 12 }, (_, at) => ({
        text: `Paragraph ${at + 1} on ${id}. ${'The State says what it has done and what it will do. '.repeat(8)}`,
      })),
    ]),
  )
}

/** Adds the narrative to an application in the name of staff, and opens its places. */
async function toPlaces(applicant: string): Promise<Page> {
  const port = house.serving.portOf()
  const cookie = await signIn(port, 'staff')
  const review = `${applicant.toLowerCase()}.1.1`
  addedBy(await sendFile(port, { cookie, review, name: 'Narrative.docx', content: narrative() }))
  const [staff] = await house.sit('Program staff')
  if (!staff) throw new Error('A tab did not open.')
  await seats.openApplication(staff, applicant)
  await staff.getByRole('link', { name: 'Where each criterion is answered' }).click()
  await textOf(staff).waitFor()
  return staff
}

const textOf = (staff: Page): Locator => column(staff, 'Text with its borders').getByRole('article')

function lineOf(staff: Page, item: string): Locator {
  return column(staff, 'Criteria and priorities').getByRole('link', { name: seats.startsWith(`${item} `) })
}

function border(staff: Page, words: string): Locator {
  return staff.getByRole('slider', { name: `Border: ${words}`, exact: true })
}

/** Where a border stands, in words. */
function standsAt(handle: Locator): Promise<string | null> {
  return handle.getAttribute('aria-valuetext')
}

function hasFocus(handle: Locator): Promise<boolean> {
  return handle.evaluate((element) => element === document.activeElement)
}

async function press(staff: Page, key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) await staff.keyboard.press(key)
}

test('STAFFDOC-24 borders are moved by the keyboard, by paragraph and by page, confirmed, and then they are the reviewers’', async () => {
  await toConfirmed()
})

test('STAFFDOC-29 what another member of staff confirms meanwhile is told beside one’s own changes, and shown without them', async () => {
  const staff = await toConfirmed()
  await lineOf(staff, '(B)(1)').click()
  const ends = border(staff, '(B)(1) ends, (C)(1) begins')
  await ends.focus()
  await press(staff, 'ArrowDown')
  await soon(() => lineOf(staff, '(C)(1)').innerText()).toMatch(/changed$/)
  const line = seatsOn(house.serving.portOf())
  const other = await line.seat('staff')
  await must(other, { kind: 'places.confirm', review: 'massachusetts.1.1', places: { '(A)(2)': null } })
  line.closeSeats()
  await staff.getByText(/^The documents or the borders were changed elsewhere meanwhile\./).waitFor()
  await soon(() => lineOf(staff, '(C)(1)').innerText()).toMatch(/changed$/)
  await staff.getByRole('button', { name: /^Undo \d+ changes$/ }).click()
  await soon(() => lineOf(staff, '(A)(2)').innerText()).toMatch(/not found$/)
  await soon(() => lineOf(staff, '(C)(1)').innerText()).toMatch(/(proposed|confirmed)$/)
})

let confirming: Promise<Page> | undefined

/** Moves a border of Massachusetts by the keyboard and confirms; once for the tests here, each of which can be run alone. */
function toConfirmed(): Promise<Page> {
  return (confirming ??= confirmByKeyboard())
}

async function confirmByKeyboard(): Promise<Page> {
  const staff = await toPlaces('Massachusetts')
  await soon(() => lineOf(staff, '(A)(2)').innerText()).toMatch(/proposed$/)
  await lineOf(staff, '(A)(2)').click()
  const shared = border(staff, '(A)(1) ends, (A)(2) begins')
  expect(await standsAt(shared)).toMatch(/^page \d+, before “\(A\)\(2\) Building/)
  await shared.focus()
  await press(staff, 'ArrowDown', 3)
  await soon(() => standsAt(shared)).toMatch(/before “Paragraph 3 on \(A\)\(2\)\./)
  expect(await hasFocus(shared)).toBe(true)
  await press(staff, 'ArrowUp')
  await soon(() => standsAt(shared)).toMatch(/before “Paragraph 2 on \(A\)\(2\)\./)
  const pageBefore = Number(/page (\d+)/.exec((await standsAt(shared)) ?? '')?.[1])
  await press(staff, 'PageDown')
  await soon(() => standsAt(shared)).toMatch(new RegExp(`^page ${pageBefore + 1}, `))
  // Nothing is left of no part: before the end of its own it stops.
  await press(staff, 'End')
  await soon(() => standsAt(shared)).toMatch(/before “Paragraph 12 on \(A\)\(2\)\./)
  await press(staff, 'Home')
  await soon(() => standsAt(shared)).toMatch(/before “Paragraph 1 on \(A\)\(1\)\./)
  await press(staff, 'ArrowDown', 4)
  await soon(() => standsAt(shared)).toMatch(/before “Paragraph 5 on \(A\)\(1\)\./)
  for (const item of ['(A)(1)', '(A)(2)'])
    await soon(() => lineOf(staff, item).innerText()).toMatch(/changed$/)
  await soon(() => lineOf(staff, '(B)(1)').innerText()).toMatch(/proposed$/)

  const { page: reviewer } = await house.elsewhere('Reviewer 1')
  await seats.openApplication(reviewer, 'Massachusetts')
  await seats.toRow(reviewer, '(A)(2)(i)')
  const reading = column(reviewer, 'Application')
  await reading.getByText('Proposed, not confirmed by staff.').waitFor()
  await staff.getByRole('button', { name: 'Confirm all 25 places' }).click()
  await staff.getByText('All 25 places are confirmed.', { exact: true }).first().waitFor()
  for (const item of ['(A)(1)', '(A)(2)', '(B)(1)'])
    await soon(() => lineOf(staff, item).innerText()).toMatch(/confirmed$/)
  const pages = /[\d–]+(?=\s*confirmed)/.exec(await lineOf(staff, '(A)(2)').innerText())?.[0]
  await reading.getByText('Proposed, not confirmed by staff.').waitFor({ state: 'detached' })
  await reading.getByText(`pages ${pages?.replace('–', ' to ')}`).waitFor()
  const rule = reading.getByText('(A)(2) begins', { exact: true })
  await soon(() => rule.evaluate((line) => line.nextElementSibling?.textContent)).toMatch(
    /^Paragraph 5 on \(A\)\(1\)\./,
  )
  return staff
}

test('STAFFDOC-25 a border is dragged by the pointer to another paragraph; Escape leaves it where it was', async () => {
  const staff = await toPlaces('Maine')
  await lineOf(staff, '(B)(1)').click()
  const shared = border(staff, '(A)(2) ends, (B)(1) begins')
  const before = await standsAt(shared)
  const paragraph = textOf(staff).getByText(/^Paragraph 3 on \(B\)\(1\)\./)
  await dragTo(staff, shared, paragraph, { release: false })
  await staff.keyboard.press('Escape')
  await staff.mouse.up()
  expect(await standsAt(shared)).toBe(before)
  expect(await lineOf(staff, '(B)(1)').innerText()).toMatch(/proposed$/)

  await dragTo(staff, shared, paragraph, { release: true })
  await soon(() => standsAt(shared)).toMatch(/before “Paragraph 3 on \(B\)\(1\)\./)
  expect(await hasFocus(shared)).toBe(true)
  await staff.getByRole('button', { name: 'Undo 2 changes' }).click()
  await soon(() => standsAt(shared)).toBe(before)
})

/** Takes hold of a border and goes over the upper half of a paragraph. */
async function dragTo(
  staff: Page,
  handle: Locator,
  paragraph: Locator,
  { release }: { readonly release: boolean },
): Promise<void> {
  await handle.hover()
  await staff.mouse.down()
  const box = await paragraph.boundingBox()
  if (!box) throw new Error('The paragraph is not in view.')
  await staff.mouse.move(box.x + 40, box.y + 4, { steps: 6 })
  await staff.locator('.bordered-text-drop').waitFor()
  if (release) await staff.mouse.up()
}

test('STAFFDOC-26 a part begins and ends at a paragraph that is pointed at, is not found, and goes back to the proposal', async () => {
  const staff = await toPlaces('Missouri')
  await lineOf(staff, '(A)(1)').click()
  const tools = column(staff, 'Text with its borders')
  await tools.getByRole('button', { name: 'Not found', exact: true }).click()
  await soon(() => lineOf(staff, '(A)(1)').innerText()).toMatch(/now not found$/)
  await tools.getByText('Not found, changed here, not yet confirmed').waitFor()

  await textOf(staff)
    .getByText(/^Paragraph 2 on \(A\)\(1\)\./)
    .click()
  await staff.getByRole('button', { name: '(A)(1) begins here' }).click()
  const begins = border(staff, '(A)(1) begins')
  await soon(() => standsAt(begins)).toMatch(/before “Paragraph 2 on \(A\)\(1\)\./)
  expect(await hasFocus(begins)).toBe(true)
  await textOf(staff)
    .getByText(/^Paragraph 4 on \(A\)\(1\)\./)
    .click()
  await staff.getByRole('button', { name: '(A)(1) ends before it' }).click()
  await soon(() => standsAt(border(staff, '(A)(1) ends'))).toMatch(/before “Paragraph 4 on \(A\)\(1\)\./)

  // What begins right there would be left with nothing.
  await lineOf(staff, '(B)(1)').click()
  await textOf(staff).getByText(titles[1][1]).first().click()
  await staff.getByRole('button', { name: '(B)(1) begins here' }).click()
  await tools
    .getByText(/^Nothing would be left of \(A\)\(2\)\. Say first that \(A\)\(2\) was not found/)
    .waitFor()

  await lineOf(staff, '(A)(1)').click()
  await tools.getByRole('button', { name: 'Back to the proposal' }).click()
  await soon(() => lineOf(staff, '(A)(1)').innerText()).toMatch(/proposed$/)
  await border(staff, '(A)(1) ends, (A)(2) begins').waitFor()
})

test('STAFFDOC-27 parts are looked at one after the other; leaving with changes asks, and what was left is as it was', async () => {
  const staff = await toPlaces('Missouri')
  const tools = column(staff, 'Text with its borders')
  await lineOf(staff, '(A)(1)').click()
  await tools.getByRole('button', { name: 'This is right' }).click()
  await tools.getByRole('heading', { name: '(A)(2) Capacity and support' }).waitFor()
  await lineOf(staff, '(A)(1)').getByText(', looked at').waitFor()
  await staff.getByText('1 of 25 looked at').waitFor()
  expect(new URL(staff.url()).pathname).toMatch(/\/places\/\(A\)\(2\)$/)

  await tools.getByRole('button', { name: 'Not found', exact: true }).click()
  await soon(() => lineOf(staff, '(A)(2)').innerText()).toMatch(/now not found$/)
  const dialog = staff.getByRole('alertdialog', { name: 'Leave without confirming?' })
  await staff.getByRole('link', { name: 'Documents', exact: true }).click()
  await dialog.getByRole('button', { name: 'Stay here' }).click()
  await dialog.waitFor({ state: 'detached' })
  await soon(() => lineOf(staff, '(A)(2)').innerText()).toMatch(/now not found$/)
  await staff.goBack()
  await dialog.getByRole('button', { name: 'Leave them as they were' }).click()
  await staff.getByRole('heading', { name: 'Lock', exact: true }).waitFor()
  await staff.getByRole('link', { name: 'Where each criterion is answered' }).click()
  await soon(() => lineOf(staff, '(A)(2)').innerText()).toMatch(/proposed$/)
})
