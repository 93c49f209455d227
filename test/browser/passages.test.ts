import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Passages from '../../client/reading/passages.ts'
import { launchBrowser } from './browser.ts'

// The module itself, in a page that holds nothing but words.

declare global {
  interface Window {
    passages: typeof Passages
  }
}

const words = `
  <div id="sheet">
    <h3 data-start="0">Title</h3>
    <p data-start="7">First words.</p>
    <p><span data-start="21">Second</span><em>12</em><span data-start="27"> and third</span></p>
    <table><tbody><tr><td data-start="40">a</td><td></td><td data-start="43">b</td></tr></tbody></table>
  </div>
  <p id="elsewhere">Other words.</p>`

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.setContent(words)
  const source = readFileSync(new URL('../../client/reading/passages.ts', import.meta.url), 'utf8')
  const script = stripTypeScriptTypes(source.replace("import './passages.css'", ''))
  await page.addScriptTag({
    type: 'module',
    content: `${script}\nwindow.passages = { rangesOf, selectedPassage, paint }`,
  })
})
afterAll(() => browser.close())

/** What is found of a passage, piece by piece. */
function found(start: number, end: number): Promise<readonly string[]> {
  return page.evaluate(
    ([from, to]) => {
      const root = document.querySelector<HTMLElement>('#sheet')
      return root ? window.passages.rangesOf(root, from ?? 0, to ?? 0).map((range) => range.toString()) : []
    },
    [start, end],
  )
}

/** Selects from one place of the page to another, and answers what that is of the text. */
function selected(from: readonly [string, number], to: readonly [string, number]) {
  return page.evaluate(
    (ends) => {
      const [first, last] = ends.map(([selector, offset]) => {
        const element = document.querySelector(selector)
        if (!element) throw new Error(selector)
        return { node: offset < 0 ? element : (element.firstChild ?? element), offset: Math.max(0, offset) }
      })
      if (!first || !last) throw new Error('A selection has two ends.')
      getSelection()?.setBaseAndExtent(first.node, first.offset, last.node, last.offset)
      const root = document.querySelector<HTMLElement>('#sheet')
      return root && window.passages.selectedPassage(root)
    },
    [from, to],
  )
}

test.each([
  [0, 5, ['Title']],
  [3, 12, ['le', 'First']],
  [13, 18, ['words']],
  [5, 7, []],
  [24, 31, ['ond', ' and']],
  [38, 60, ['a', 'b']],
  [70, 90, []],
])('READ-14 the passage from %i to %i is found where its words are drawn: %j', async (start, end, pieces) => {
  expect(await found(start, end)).toEqual(pieces)
})

test.each([
  ['within a line', ['[data-start="7"]', 6], ['[data-start="7"]', 11], { start: 13, end: 18 }],
  ['over lines', ['h3', 2], ['[data-start="21"]', 3], { start: 2, end: 24 }],
  ['backward', ['[data-start="27"]', 4], ['[data-start="7"]', 6], { start: 13, end: 31 }],
  ['a whole line, up to the next', ['[data-start="7"]', 0], ['[data-start="21"]', -1], { start: 7, end: 19 }],
  ['past its end', ['[data-start="40"]', 0], ['#elsewhere', 5], { start: 40, end: 44 }],
  ['elsewhere', ['#elsewhere', 0], ['#elsewhere', 5], null],
  ['nothing', ['h3', 2], ['h3', 2], null],
] as const)('READ-14 what is selected %s is a passage of the text', async (_, from, to, passage) => {
  expect(await selected(from, to)).toEqual(passage)
})

test('READ-14 painting changes nothing of the page, and takes the place of what was painted before', async () => {
  const painted = await page.evaluate(() => {
    const root = document.querySelector<HTMLElement>('#sheet')
    if (!root) return null
    const before = root.outerHTML
    const { paint, rangesOf } = window.passages
    paint('mark', rangesOf(root, 0, 12))
    const sizes = [CSS.highlights.get('reading-mark')?.size]
    paint('mark', rangesOf(root, 0, 5))
    sizes.push(CSS.highlights.get('reading-mark')?.size)
    paint('mark', [])
    return { sizes, left: CSS.highlights.has('reading-mark'), same: root.outerHTML === before }
  })
  expect(painted).toEqual({ sizes: [2, 1], left: false, same: true })
})
