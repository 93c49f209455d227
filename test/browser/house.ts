import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser, patience, viewport } from './browser.ts'
import { serveAlone, type Serving } from './serving.ts'

/** What serves, and a real browser in front of its list of seats. */
export interface House<Behind extends Serving = Serving> {
  readonly serving: Behind
  readonly browser: Browser
  readonly context: BrowserContext
  /** The list of seats. */
  readonly home: Page
  /** Sits down in tabs of their own, each where its pages are served, with the links of the list of seats there. */
  readonly sit: (...labels: readonly string[]) => Promise<readonly Page[]>
  /** Another browser of a person who sits somewhere already: its own cookies, its own line. */
  readonly elsewhere: (label: string) => Promise<{ readonly context: BrowserContext; readonly page: Page }>
  /** The tabs of seats that have been loaded anew since somebody sat down in them. */
  readonly reloaded: () => Promise<readonly string[]>
  /** Ends everything; throws where an error in any page was caught by nobody. */
  readonly close: () => Promise<void>
}

/** Opens a house in front of one server as a newcomer starts it. */
export async function openHouse(options: BrowserContextOptions = {}): Promise<House> {
  return openHouseOf(await serveAlone(), options)
}

/** Opens a house in front of whatever serves, which ends with it. */
export async function openHouseOf<Behind extends Serving>(
  serving: Behind,
  options: BrowserContextOptions = {},
): Promise<House<Behind>> {
  const browser = await launchBrowser().catch(async (error: unknown) => {
    await serving.close()
    throw error
  })
  const faults: string[] = []
  const openContext = async (): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport, ...options })
    context.setDefaultTimeout(patience)
    context.on('weberror', (error) => faults.push(error.error().stack ?? error.error().message))
    return context
  }
  const context = await openContext()
  const home = await context.newPage()
  await home.goto(listAt(serving.portOf()))
  const loaded = new Map<Page, number>()
  const sit = async (at: Page, label: string): Promise<Page> => {
    const list = listAt(serving.portOf(label))
    // A second list would be a tab in the window of somebody who sits already, who would then be behind it.
    if (at.url() !== list) await at.goto(list)
    const page = await sitDown(at, label)
    loaded.set(page, await loadedAt(page))
    return page
  }

  return {
    serving,
    browser,
    context,
    home,
    sit: async (...labels) => {
      const pages: Page[] = []
      for (const label of labels) pages.push(await sit(home, label))
      return pages
    },
    elsewhere: async (label) => {
      const other = await openContext()
      const page = await sit(await other.newPage(), label)
      return { context: other, page }
    },
    reloaded: async () => {
      const anew: string[] = []
      for (const [page, before] of loaded) if ((await loadedAt(page)) !== before) anew.push(page.url())
      return anew
    },
    close: async () => {
      await pictures(browser)
      await browser.close()
      await serving.close()
      if (faults.length > 0) throw new Error(`Errors in pages that nobody caught: ${faults.join('; ')}`)
    },
  }
}

/** When the document of a page began to load. */
function loadedAt(page: Page): Promise<number> {
  return page.evaluate(() => performance.timeOrigin)
}

/** For whoever looks for why a test fails: PICTURES names a folder outside of the project for how every tab ended. */
async function pictures(browser: Browser): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder === undefined) return
  for (const page of browser.contexts().flatMap((context) => context.pages()))
    await page.screenshot({ path: path.join(folder, `${new URL(page.url()).hostname} ${randomUUID()}.png`) })
}

/** Where the list of seats is read on a port. */
function listAt(port: number): string {
  return `http://localhost:${port}/`
}

async function sitDown(home: Page, label: string): Promise<Page> {
  const opened = home.context().waitForEvent('page')
  // Held shift, a link opens a window: a tab behind others draws once a second, and a click waits for what is drawn.
  await home.getByRole('link', { name: `Sit here as ${label}`, exact: true }).click({ modifiers: ['Shift'] })
  const page = await opened
  await page.getByRole('banner').getByText(label, { exact: true }).waitFor()
  return page
}
