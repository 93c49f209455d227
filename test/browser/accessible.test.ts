import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { run, RunOnly } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyScreen } from './every-screen.ts'
import { openHouse, type House } from './house.ts'

// One walk past every screen; each test judges something else of what was seen.

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const everything: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
}
const colors: RunOnly = { type: 'rule', values: ['color-contrast'] }
const wide = { width: 1440, height: 900 }
const phone = { width: 360, height: 740 }

/** Pages before anybody sits down know no competition. */
const outside = new Set(['nobody sits here'])

const violations: string[] = []
const tooWide: string[] = []
const lacking: string[] = []

let house: House

beforeAll(async () => {
  house = await openHouse({ reducedMotion: 'reduce' })
  await everyScreen(house, look)
}, 240_000)
afterAll(() => house.close())

test('A11Y-1 no screen violates WCAG 2.2 AA as far as axe can tell, light and dark, 1440 and 360 wide', () => {
  expect(violations).toEqual([])
})

test('A11Y-2 no screen scrolls sideways at 360 wide', () => {
  expect(tooWide).toEqual([])
})

test('A11Y-3 every page says its steps, where typing is saved, who can see it, and that it is a rehearsal', () => {
  expect(lacking).toEqual([])
})

declare global {
  interface Window {
    readonly axe: { readonly run: typeof run }
  }
}

async function look(page: Page, screen: string): Promise<void> {
  await page.evaluate(axe)
  for (const size of [wide, phone]) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      // What is not a color is the same in the dark.
      const found = await judge(page, colorScheme === 'light' ? everything : colors)
      violations.push(...found.map((what) => `${screen}, ${size.width}, ${colorScheme}: ${what}`))
    }
    if (!outside.has(screen))
      lacking.push(...(await lacks(page)).map((what) => `${screen}, ${size.width}: ${what}`))
  }
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (beyond > 0) tooWide.push(`${screen}: ${beyond} px`)
  await page.setViewportSize(wide)
  await page.emulateMedia({ colorScheme: 'light' })
}

async function judge(page: Page, runOnly: RunOnly): Promise<readonly string[]> {
  return page.evaluate(async (only) => {
    const { violations: found } = await window.axe.run(document, {
      runOnly: only,
      resultTypes: ['violations'],
    })
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id} ${target.join(' ')} ${html}`),
    )
  }, runOnly)
}

/** Each thing that every page of a competition says somewhere, by words that are drawn. */
const said: readonly (readonly [what: string, where: 'page' | 'foot', words: RegExp])[] = [
  ['steps', 'page', /Step \d+( done)? of \d+|Conflicts.*Score.*Reveal.*Discuss.*Vote.*Final.*Locked/s],
  ['save status', 'foot', /Live, |Typed here|On the server|Nothing typed yet|Read only|Locked by/],
  [
    'who can see what is typed',
    'foot',
    /Only you|[Yy]our panel|[Ll]ocked|sealed|Sealed|Nothing (is |can be )?typed|You see how far|You and staff|not signed in/,
  ],
  ['rehearsal', 'page', /Rehearsal: invented scores/],
]

async function lacks(page: Page): Promise<readonly string[]> {
  const words = await page.evaluate(() => ({
    page: document.body.innerText,
    foot: [...document.querySelectorAll('footer')].find((foot) => !foot.closest('main'))?.innerText ?? '',
  }))
  return said.flatMap(([what, where, shown]) => (shown.test(words[where]) ? [] : [`${what}: ${words.foot}`]))
}
