import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../harness/review-moves.ts'
import { seatsOn } from '../harness/running-server.ts'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { column, soon, yourForm } from './seats.ts'

// The form as a place to work in: the keys, the rules where they bite, the pages cited, what is told once.

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Somebody in front of an empty form. */
async function emptyForm(label: string): Promise<Page> {
  const [page] = await house.sit(label)
  if (!page) throw new Error('A tab did not open.')
  await seats.openApplication(page, 'Maine')
  await seats.answerConflict(page, 'certify')
  await page.getByRole('link', { name: 'Go to your form' }).click()
  await seats.points(yourForm(page)).waitFor()
  return page
}

/** The name by which a screen reader calls what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement
    const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0] : null
    return label?.textContent ?? at?.getAttribute('aria-label') ?? at?.tagName ?? ''
  })
}

/** Waits for a line of the tree, as it is read aloud. */
async function treeSays(page: Page, line: string): Promise<void> {
  await column(page, 'Criteria').getByRole('link', { name: line, exact: true }).waitFor()
}

async function isAt(page: Page, row: string): Promise<void> {
  await yourForm(page).getByText(row, { exact: true }).first().waitFor()
}

test('WORK-6 a number typed lands on the row, N, I and G lead on, and the tree says how far each row is, all from the keyboard', async () => {
  const page = await emptyForm('Reviewer 1')
  const { keyboard } = page
  await page.locator('body').press('g')
  await page.getByRole('dialog', { name: 'Go to row' }).waitFor()
  await keyboard.type('B')
  await keyboard.press('Enter')
  await page.getByRole('alert').getByText('B can be (B)(1), (B)(2) or (B)(3). Type which.').waitFor()
  await keyboard.type('b1ii')
  await keyboard.press('Enter')
  await isAt(page, '(B)(1)(ii)')
  await soon(() => focused(page)).toBe('Points, of 20')
  await keyboard.type('15')
  await keyboard.press('Enter')
  await soon(() => seats.runningTotal(page)).toBe('15 of 500; 0 of 41 rows complete')
  await treeSays(page, '(B)(1)(ii) Adopting the standards, 15 of 20, begun')

  // Away from every field, the keys lead through the form.
  await seats.treeLine(page, '(B)(1)(ii)').focus()
  await keyboard.press('n')
  await isAt(page, '(B)(2)(i)')
  await soon(() => focused(page)).toBe('Points, of 5')
  await keyboard.type('4')
  await keyboard.press('Enter')
  await seats.treeLine(page, '(B)(2)(i)').focus()
  await keyboard.press('k')
  await isAt(page, '(B)(1)(ii)')
  await seats.treeLine(page, '(B)(1)(ii)').focus()
  await keyboard.press('s')
  await soon(() => focused(page)).toBe('Strengths of (B)(1)')
  await keyboard.type('Adopted in time.')
  await seats.treeLine(page, '(B)(1)(ii)').focus()
  await keyboard.press('w')
  await soon(() => focused(page)).toBe('Weaknesses of (B)(1)')
  await keyboard.type('One district dissents.')
  await treeSays(page, '(B)(1)(ii) Adopting the standards, 15 of 20, complete')
  await treeSays(page, '(B)(1) Common standards, 15 of 40, begun')
  await treeSays(page, '(F)(3) Other conditions, no points of 5, untouched')

  await seats.treeLine(page, '(B)(1)(ii)').focus()
  await keyboard.press('i')
  await isAt(page, '(B)(2)(i)')
  await seats.treeLine(page, '(B)(2)(i)').focus()
  await keyboard.press('5')
  await soon(() => seats.points(yourForm(page)).inputValue()).toBe('5')
  await keyboard.press('Enter')
  await soon(() => seats.runningTotal(page)).toBe('20 of 500; 1 of 41 rows complete')
})

test('WORK-7 the sheet of shortcuts names every key, opens with ?, and gives the focus back', async () => {
  const page = await emptyForm('Reviewer 2')
  const line = seats.treeLine(page, '(A)(2)')
  await line.focus()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Shortcuts' })
  const keys = await sheet.getByRole('term').allInnerTexts()
  expect(keys).toEqual(
    [
      ['0–9', 'N', 'I', 'G', 'J', 'K', 'S', 'W', '?'],
      ['↑ ↓', 'Page up, Page down', 'Enter', 'Esc', 'Ctrl or ⌘ Z'],
      ['/', 'F3', 'Shift F3', 'Alt ↓, Alt ↑', '] [', 'Shift', 'H', 'M'],
    ].flat(),
  )
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await soon(() => line.evaluate((node) => node === document.activeElement)).toBe(true)
  await page.keyboard.press('/')
  await soon(() => focused(page)).toMatch(/^Search/)
})

test('WORK-3 a number that the rule forbids says which there are; what guides is a note, and nothing is blocked', async () => {
  const page = await emptyForm('Reviewer 3')
  const form = yourForm(page)
  await seats.toRow(page, '(E)(1)')
  await seats.points(form).fill('7')
  await form.getByRole('alert').getByText('(E)(1) is 10, 5 or 0.').waitFor()
  await seats.points(form).press('Enter')
  expect(await seats.runningTotal(page)).toBe('– of 500; 0 of 41 rows complete')
  await seats.typePoints(form, 5)
  await soon(() => seats.runningTotal(page)).toBe('5 of 500; 0 of 41 rows complete')
  await seats.toRow(page, '(F)(1)(i)')
  await seats.typePoints(form, 5)
  await form.getByText('5 is in the high band. The notice on high: The share increased.').waitFor()
  await seats.typePoints(form, 1)
  await form.getByText('1 is in the low band. The notice on low: The share decreased.').waitFor()
  await soon(() => seats.runningTotal(page)).toBe('6 of 500; 0 of 41 rows complete')
})

test('WORK-8 a page cited stands under the comments, opens beside the form and can be taken off; a page that is not there is not cited', async () => {
  const page = await emptyForm('Reviewer 4')
  await seats.toRow(page, '(E)(1)')
  const cited = yourForm(page).getByRole('region', { name: 'Pages cited for (E)(1)' })
  const number = cited.getByRole('textbox', { name: 'Cite a page' })
  await number.fill('900')
  await number.press('Enter')
  await cited
    .getByRole('alert')
    .getByText(/ has \d+ pages\.$/)
    .waitFor()
  await number.fill('2')
  await number.press('Enter')
  await soon(() => number.inputValue()).toBe('')
  const pill = cited.getByRole('button', { name: 'Open p. 2' })
  await pill.waitFor()
  await seats.saved(page)
  await page.reload()
  await pill.click()
  await column(page, 'Application').getByRole('button', { name: 'Back to where you were' }).waitFor()
  // It goes with the criterion, not with one of its rows, and no other criterion has it.
  await seats.toRow(page, '(E)(2)(i)')
  await yourForm(page).getByRole('region', { name: 'Pages cited for (E)(2)' }).waitFor()
  expect(await yourForm(page).getByRole('button', { name: 'Open p. 2' }).count()).toBe(0)
  await seats.toRow(page, '(E)(1)')
  await cited.getByRole('button', { name: 'Do not cite p. 2' }).click()
  await pill.waitFor({ state: 'detached' })
  await soon(() => focused(page)).toBe('Cite a page')
})

test('WORK-9 three hints come one at a time, each where it is needed, and go for good, for this person on this device', async () => {
  const page = await emptyForm('Reviewer 5')
  const told = [
    'Type a number. Enter writes it.',
    'Only you can see this until you say ready.',
    'Select text to highlight it or cite its page.',
  ]
  const shown = async (): Promise<readonly string[]> => {
    const counts = await Promise.all(told.map((hint) => page.getByText(hint, { exact: true }).count()))
    return told.filter((_, at) => (counts[at] ?? 0) > 0)
  }
  const focusAfter = [/^Points, of/, /^Strengths of/, /./]
  for (const [at, hint] of told.entries()) {
    await page.getByText(hint, { exact: true }).waitFor()
    expect(await shown()).toEqual([hint])
    if (at === 1) {
      await page.reload()
      await page.getByText(hint, { exact: true }).waitFor()
    }
    await page.getByRole('button', { name: `Understood: ${hint}` }).click()
    await soon(() => focused(page)).toMatch(focusAfter[at] ?? /./)
  }
  await page.reload()
  await seats.points(yourForm(page)).waitFor()
  expect(await shown()).toEqual([])
})

test('WORK-12 who is recused is told that something of theirs is kept, and not what', async () => {
  const seats = seatsOn(house.serving.portOf())
  const seat = await seats.seat('reviewer-4')
  const review = 'massachusetts.1.1'
  await must(seat, {
    kind: 'text.keep',
    review,
    field: 'strengths:(A)(1)',
    text: 'On the train.',
    why: 'readOnly',
  })
  await must(seat, { kind: 'conflict.answer', review, answer: 'recused', reason: '' })
  seats.closeSeats()
  const [page] = await house.sit('Reviewer 4')
  if (!page) throw new Error('A tab did not open.')
  await page.getByText(/1 thing you typed on applications/).waitFor()
  expect(await page.getByRole('main').innerText()).not.toMatch(/train|Massachusetts/)
})
