import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { run, RunOnly, RunOptions } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { cutTexts, lively, spacedOut, spacedAsBefore } from './access-page.ts'

// One look at a screen finds all that tests of accessibility judge; each test judges something else of what was seen.

declare global {
  interface Window {
    readonly axe: { readonly run: typeof run }
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const everything: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
}
const colors: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } }
const targets: RunOptions = { runOnly: { type: 'rule', values: ['target-size'] } }
const wide = { width: 1440, height: 900 }
const narrowest = { width: 320, height: 640 }

/** How a screen is looked at. */
interface Sight {
  readonly name: string
  readonly size: { readonly width: number; readonly height: number }
  /** Device pixels to one of CSS. */
  readonly scale?: number
  /** What is not a color is the same in the dark. */
  readonly schemes: Readonly<Partial<Record<'light' | 'dark', RunOptions>>>
}

/** All but the sizes of targets: what stays in view at the bottom of a phone lies over some, until one scrolls. */
const asScrolled: RunOptions = { runOnly: everything, rules: { 'target-size': { enabled: false } } }

const sights: readonly Sight[] = [
  { name: '1440', size: wide, schemes: { light: { runOnly: everything }, dark: colors } },
  // What a browser does with a window of 1440 by 900 at 200 %: half as many pixels of CSS, each twice as large.
  { name: '200 %', size: { width: 720, height: 450 }, scale: 2, schemes: { light: asScrolled } },
  { name: '360', size: { width: 360, height: 740 }, schemes: { light: asScrolled } },
  { name: '360, whole', size: { width: 360, height: 3_000 }, schemes: { light: targets } },
]

/** What was found on the screens that were looked at, each with the name of its screen. */
export interface Findings {
  readonly violations: string[]
  /** Pages that scroll sideways at 320 wide, with and without the reader's own spacing. */
  readonly tooWide: string[]
  /** Words that are cut once a reader spaces text as WCAG 1.4.12 has it. */
  readonly cut: string[]
  /** What moves although less motion was asked for. */
  readonly moving: string[]
}

export function noFindings(): Findings {
  return { violations: [], tooWide: [], cut: [], moving: [] }
}

/** Has pages note when a script asks for a scroll that takes time. Before they open. */
export async function noteSmoothScrolls(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const asked: string[] = []
    window.askedSmooth = asked
    for (const name of ['scrollTo', 'scrollBy', 'scroll', 'scrollIntoView'] as const) {
      const real = Element.prototype[name]
      Object.assign(Element.prototype, {
        [name](this: Element, ...given: readonly unknown[]): void {
          if (JSON.stringify(given).includes('smooth')) asked.push(`${name} of ${this.className}`)
          Reflect.apply(real, this, given)
        },
      })
    }
  })
}

/** Looks at a page from all sides, and leaves it as it was: 1440 wide and light. */
export async function lookAt(page: Page, screen: string, found: Findings): Promise<void> {
  await page.evaluate(axe)
  for (const { name, size, scale = 1, schemes } of sights) {
    await resize(page, size, scale)
    for (const scheme of ['light', 'dark'] as const) {
      const rules = schemes[scheme]
      if (!rules) continue
      await page.emulateMedia({ colorScheme: scheme })
      const violations = await settled(page, rules)
      found.violations.push(...violations.map((what) => `${screen}, ${name}, ${scheme}: ${what}`))
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
  for (const size of [narrowest, wide]) {
    await resize(page, size)
    await noteWidth(page, `${screen}, ${size.width}`, found)
    const before = new Set(await page.evaluate(cutTexts))
    await page.evaluate(spacedOut)
    const after = await page.evaluate(cutTexts)
    found.cut.push(
      ...after.filter((words) => !before.has(words)).map((words) => `${screen}, ${size.width}: ${words}`),
    )
    await noteWidth(page, `${screen}, ${size.width}, spaced`, found)
    await page.evaluate(spacedAsBefore)
  }
  found.moving.push(...(await page.evaluate(lively)).map((what) => `${screen}: ${what}`))
}

async function resize(page: Page, size: Sight['size'], scale = 1): Promise<void> {
  await page.setViewportSize(size)
  if (scale === 1) return
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setDeviceMetricsOverride', {
    ...size,
    deviceScaleFactor: scale,
    mobile: false,
  })
  await session.detach()
}

async function noteWidth(page: Page, screen: string, { tooWide }: Findings): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (beyond > 0) tooWide.push(`${screen}: ${beyond} px`)
}

/** What follows a new size by itself, such as a table that scrolls from now on, does so a moment later. */
async function settled(page: Page, rules: RunOptions): Promise<readonly string[]> {
  let violations: readonly Violation[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    violations = await judge(page, rules)
    if (violations.length === 0) return []
  }
  const standing: Violation[] = []
  for (const violation of violations) {
    if (violation.id !== 'target-size' || (await smallInView(page, violation.target)))
      standing.push(violation)
  }
  return standing.map(({ id, target, html }) => `${id} ${target} ${html}`)
}

interface Violation {
  readonly id: string
  /** A selector of where it is. */
  readonly target: string
  readonly html: string
}

async function judge(page: Page, rules: RunOptions, within?: string): Promise<readonly Violation[]> {
  return page.evaluate(
    async ([options, part]) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const judged = part === undefined ? document : { include: [part] }
      const { violations } = await window.axe.run(judged, { ...options, resultTypes: ['violations'] })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, html }) => ({ id, target: target.join(' '), html })),
      )
    },
    [rules, within] as const,
  )
}

/** Whether a target is too small once one has scrolled to it: a row may lie half under totals that stay in view. */
async function smallInView(page: Page, target: string): Promise<boolean> {
  await page.locator(target).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  return (await judge(page, targets, target)).length > 0
}
