import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAt, noFindings, noteSmoothScrolls } from './access-look.ts'
import { everyScreen } from './every-screen.ts'
import { openHouse, type House } from './house.ts'

// One walk past every screen; each test judges something else of what was seen.

const wide = { width: 1440, height: 900 }
const phone = { width: 360, height: 740 }

/** Pages before anybody sits down know no competition. */
const outside = new Set(['nobody sits here'])

const found = noFindings()
const lacking: string[] = []

let house: House

beforeAll(async () => {
  house = await openHouse({ reducedMotion: 'reduce' })
  await noteSmoothScrolls(house.context)
  await everyScreen(house, look)
}, 480_000)
afterAll(() => house.close())

test('A11Y-1 no screen violates WCAG 2.2 AA or what axe calls best practice, light and dark, at 200 % and 360 wide', () => {
  expect(found.violations).toEqual([])
})

test('A11Y-2 no screen scrolls sideways at 320 wide, however its text is spaced', () => {
  expect(found.tooWide).toEqual([])
})

test('A11Y-6 no screen cuts text that a reader spaces out', () => {
  expect(found.cut).toEqual([])
})

test('A11Y-7 no screen moves for who wants less motion', () => {
  expect(found.moving).toEqual([])
})

test('A11Y-3 every page says its steps, where typing is saved, who can see it, and that it is a rehearsal', () => {
  expect(lacking).toEqual([])
})

async function look(page: Page, screen: string): Promise<void> {
  await lookAt(page, screen, found)
  if (outside.has(screen)) return
  for (const size of [phone, wide]) {
    await page.setViewportSize(size)
    lacking.push(...(await lacks(page)).map((what) => `${screen}, ${size.width}: ${what}`))
  }
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
