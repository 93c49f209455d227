import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTextArea, type TextAreaInBrowser } from './text-bench.ts'
import { play } from './text-play.ts'
import { textRun } from './text-steps.ts'

// The real module on a real text area in Chromium: keys and an input method here, other writers as replicas beside it.

let area: TextAreaInBrowser

beforeAll(async () => {
  area = await openTextArea()
})
afterAll(() => area.close())

/** Begins anew with that text, the caret behind it; the area takes `most`. */
async function begin(text: string, most = 8000): Promise<void> {
  await area.page.evaluate(([start, limit]) => window.bench.begin(start, 1, limit), [text, most] as const)
}

/** Another writer replaces something, and it comes here. */
async function elsewhere(at: number, removed: number, inserted: string): Promise<void> {
  await area.page.evaluate(
    ([from, count, put]) => {
      window.bench.write(0, from, count, put)
      window.bench.receive(0)
    },
    [at, removed, inserted] as const,
  )
}

test('TEXT-3 whatever is typed, pasted, composed and undone here and written elsewhere, all end equal, nothing typed is lost, and the caret stays where a person expects it', async () => {
  await fc.assert(
    fc.asyncProperty(textRun, (run) => play(area, run)),
    { numRuns: 150, seed: 20_101_119 },
  )
})

test('TEXT-4 what an input method composes is in the text at once; what comes meanwhile waits for the area and breaks nothing', async () => {
  await begin('The plan.')
  await area.compose('に')
  await area.compose('にほ')
  await elsewhere(0, 3, 'Their')
  expect(await area.state()).toMatchObject({
    value: 'The plan.にほ',
    text: 'Their plan.にほ',
    composing: true,
  })
  await area.compose('日本')
  await area.insert('日本')
  expect(await area.state()).toMatchObject({
    value: 'Their plan.日本',
    text: 'Their plan.日本',
    start: 13,
    end: 13,
  })
})

test('TEXT-4 over a selection into which somebody writes meanwhile, only what was selected is replaced', async () => {
  await begin('one two three')
  await area.page.evaluate(() => window.bench.select(4, 7, 'forward'))
  await area.compose('二')
  await elsewhere(5, 0, 'X')
  await area.insert('二つ')
  expect((await area.state()).text).toMatch(/^one (X二つ|二つX) three$/)
})

test('TEXT-4 a field that goes while something is composed keeps it', async () => {
  await begin('')
  await area.compose('にほ')
  await area.page.evaluate(() => window.bench.leave())
  expect((await area.state()).text).toBe('にほ')
})

test('TEXT-5 one word of an input method is one step, however long it takes', async () => {
  await begin('Plan: ')
  await area.compose('に')
  await area.page.evaluate(() => window.bench.pass(60_000))
  await area.compose('日本')
  await area.page.evaluate(() => window.bench.pass(60_000))
  await area.insert('日本')
  await area.press('Control+z')
  expect(await area.state()).toMatchObject({ value: 'Plan: ', start: 6 })
  await area.press('Control+Shift+z')
  expect(await area.state()).toMatchObject({ value: 'Plan: 日本', start: 8 })
})

test('TEXT-5 undoing takes back what was typed here and nothing that came from elsewhere, also after the field was left', async () => {
  await begin('The plan.')
  await area.insert(' Clear goals.')
  await elsewhere(0, 3, 'Their')
  await area.page.evaluate(() => {
    window.bench.leave()
    window.bench.comeBack()
  })
  await elsewhere(17, 0, ' and dated')
  await area.press('Control+z')
  expect((await area.state()).value).toBe('Their plan. and dated')
  await area.press('Control+z')
  expect((await area.state()).value).toBe('Their plan. and dated')
  await area.press('Control+y')
  expect((await area.state()).text).toContain('goals.')
})

test('TEXT-6 a full field takes what fits, says how much it did not take, and keeps all that was there', async () => {
  await begin('12345', 10)
  await area.insert('6789😀x')
  expect(await area.state()).toMatchObject({ value: '123456789', trimmed: 3, length: 9, start: 9 })
  await elsewhere(0, 0, 'abc')
  await area.insert('z')
  expect(await area.state()).toMatchObject({ value: 'abc123456789', trimmed: 4, length: 12 })
})

test('TEXT-6 what is composed beyond what fits is taken off when it is sure, not before', async () => {
  await begin('12345678', 10)
  await area.compose('あいう')
  expect(await area.state()).toMatchObject({ value: '12345678あいう', text: '12345678あい' })
  await area.insert('亜衣宇')
  expect(await area.state()).toMatchObject({ value: '12345678亜衣', text: '12345678亜衣', start: 10 })
})

test('TEXT-6 a step back that has no room any more is left out', async () => {
  await begin('1234567890', 10)
  await area.press('Backspace')
  await elsewhere(0, 0, 'a')
  await area.press('Control+z')
  expect(await area.state()).toMatchObject({ value: 'a123456789', trimmed: 1, start: 10 })
})

test('TEXT-7 what is selected stays selected, in the direction it was, also in a field one has left', async () => {
  await begin('one two three')
  await area.page.evaluate(() => window.bench.select(4, 7, 'backward'))
  await elsewhere(4, 0, 'and ')
  await area.press('Shift+ArrowLeft')
  expect(await area.state()).toMatchObject({ start: 7, end: 11 })
  await area.page.evaluate(() => document.querySelector('textarea')?.blur())
  await elsewhere(0, 0, 'So: ')
  expect(await area.state()).toMatchObject({ start: 11, end: 15 })
})
