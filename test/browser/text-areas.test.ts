import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from './house.ts'
import { together } from './panel.ts'
import * as seats from './seats.ts'
import { soon } from './seats.ts'
import { caretOf, caretTo, inTwoTabs, remark } from './tabs.ts'

// One reviewer with the same form in two tabs.

let house: House
let one: Page
let other: Page

beforeAll(async () => {
  house = await openHouse()
  ;[one, other] = await inTwoTabs(house, { label: 'Reviewer 1', applicant: 'Massachusetts', row: '(F)(3)' })
})
afterAll(() => house.close())

/** Both tabs on a row, and nothing written of its criterion. */
async function onto(row: string): Promise<void> {
  const criterion = row.slice(0, '(A)(1)'.length)
  await together([one, other], async (page) => {
    await seats.toRow(page, row)
    await remark(page, 'Strengths', criterion).waitFor()
  })
  for (const kind of ['Strengths', 'Weaknesses'] as const) {
    // In the other tab, so that it is nothing that this one could undo.
    await remark(other, kind, criterion).fill('')
    await soon(() => remark(one, kind, criterion).inputValue()).toBe('')
  }
}

test('TEXT-8 a word is composed while another tab writes in the same field, and neither is lost', async () => {
  await onto('(F)(3)')
  const [here, there] = [remark(one, 'Strengths', '(F)(3)'), remark(other, 'Strengths', '(F)(3)')]
  await here.pressSequentially('Plan: ')
  await soon(() => there.inputValue()).toBe('Plan: ')
  const input = await house.context.newCDPSession(one)
  await here.focus()
  for (const text of ['k', 'け', 'けい'])
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await soon(() => there.inputValue()).toBe('Plan: けい')
  await caretTo(there, 0)
  await there.pressSequentially('Our ')
  await seats.saved(other)
  await soon(() => one.getByText('12 of 8,000').count()).toBe(1)
  expect(await here.inputValue()).toBe('Plan: けい')
  await input.send('Input.insertText', { text: '計画' })
  for (const field of [here, there]) await soon(() => field.inputValue()).toBe('Our Plan: 計画')
  expect(await caretOf(here)).toBe('Our Plan: 計画'.length)
})

test('TEXT-9 undo in a field takes back what was typed there in this tab, and nothing of another field or tab', async () => {
  await onto('(B)(2)(i)')
  const strengths = remark(one, 'Strengths', '(B)(2)')
  const weaknesses = remark(one, 'Weaknesses', '(B)(2)')
  await weaknesses.pressSequentially('No dates.')
  await strengths.pressSequentially('Clear.')
  const there = remark(other, 'Strengths', '(B)(2)')
  await soon(() => there.inputValue()).toBe('Clear.')
  await there.press('End')
  await there.pressSequentially(' From the other tab.')
  await soon(() => strengths.inputValue()).toBe('Clear. From the other tab.')
  // However slowly they were typed, six letters are at most six steps.
  for (const _ of 'Clear.') await strengths.press('Control+z')
  for (const field of [strengths, there]) await soon(() => field.inputValue()).toBe(' From the other tab.')
  expect(await weaknesses.inputValue()).toBe('No dates.')
  for (const _ of 'Clear.') await strengths.press('Control+Shift+z')
  for (const field of [strengths, there])
    await soon(() => field.inputValue()).toBe('Clear. From the other tab.')
})

test('TEXT-10 the caret stays where it is in the sentence while another tab writes before it', async () => {
  await onto('(E)(1)')
  const [here, there] = [remark(one, 'Strengths', '(E)(1)'), remark(other, 'Strengths', '(E)(1)')]
  await here.pressSequentially('The plan is clear.')
  await soon(() => there.inputValue()).toBe('The plan is clear.')
  await caretTo(here, 'The plan'.length)
  await caretTo(there, 0)
  await there.pressSequentially('First: ')
  await soon(() => here.inputValue()).toBe('First: The plan is clear.')
  expect(await caretOf(here)).toBe('First: The plan'.length)
  await one.keyboard.type(' of 2010')
  for (const field of [here, there])
    await soon(() => field.inputValue()).toBe('First: The plan of 2010 is clear.')
})

test('TEXT-11 two tabs in which one types at once come to the same text, with every letter of both', async () => {
  await onto('(C)(1)')
  const [here, there] = [remark(one, 'Strengths', '(C)(1)'), remark(other, 'Strengths', '(C)(1)')]
  const words = ['the first of two sentences', 'THE SECOND OF THEM']
  await together([here, there], (field, at) => field.pressSequentially(words[at] ?? ''))
  await soon(async () => (await here.inputValue()) === (await there.inputValue())).toBe(true)
  const text = await here.inputValue()
  expect(text.replaceAll(/[^a-z]/g, '')).toBe('thefirstoftwosentences')
  expect(text.replaceAll(/[^A-Z]/g, '')).toBe('THESECONDOFTHEM')
  expect(text).toHaveLength(words.join('').length)
})

test('TEXT-12 a field counts to 8,000 characters, takes no more, and says how many it did not take', async () => {
  await onto('(C)(2)')
  const [here, there] = [remark(one, 'Weaknesses', '(C)(2)'), remark(other, 'Weaknesses', '(C)(2)')]
  await here.focus()
  await one.keyboard.insertText('x'.repeat(7_990))
  await soon(() => one.getByText('7,990 of 8,000').count()).toBe(1)
  await one.keyboard.insertText('123456789012')
  await one.getByText('This field takes 8,000 characters. The last 2 characters were not taken.').waitFor()
  await soon(() => there.inputValue()).toBe(`${'x'.repeat(7_990)}1234567890`)
  expect(await here.inputValue()).toBe(await there.inputValue())
  await one.keyboard.press('Backspace')
  await soon(() => one.getByText('7,999 of 8,000').count()).toBe(1)
  expect(await one.getByText(/were not taken/).count()).toBe(0)
})
