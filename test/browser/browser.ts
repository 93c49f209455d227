import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { chromiumPath } from '../chromium.ts'

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How long a page may take to show what a step waits for, in milliseconds. */
export const patience = 20_000

export const viewport = { width: 1440, height: 900 }

/** Starts a browser; throws where there is none here. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error('There is no Chromium here; set CHROMIUM to where it is.')
  return chromium.launch({ executablePath, args })
}

/** A browser window of somebody's own, in which nothing moves; signed in where a session's cookie ("name=value") is given for a site. */
export async function openWindow(
  browser: Browser,
  session?: { readonly site: string; readonly cookie: string },
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en-US' })
  context.setDefaultTimeout(patience)
  if (!session) return context
  const [name = '', value = ''] = session.cookie.split('=')
  await context.addCookies([{ name, value, url: session.site }])
  return context
}
