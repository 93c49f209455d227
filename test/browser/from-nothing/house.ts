import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { openSeat, type SeatClient } from '../../harness/seat-client.ts'
import { startProcess } from '../../harness/server-process.ts'
import { chromiumPath } from '../../chromium.ts'
import { patience } from '../house.ts'

/** A server that was started on an empty folder, and everybody who came to it by a link, each in a browser of their own. */
export interface EmptyHouse {
  /** Program staff, signed in by the link that the server printed. */
  readonly staff: Page
  /** Somebody comes in by the link that staff handed on. */
  readonly comeIn: (label: string, link: string) => Promise<Page>
  /** The page of somebody who has come in. */
  readonly page: (label: string) => Page
  /** A second line in somebody's name, for what would take a person hours at the keyboard. */
  readonly line: (label: string) => Promise<SeatClient>
  /** For whoever wants to look: PICTURES names a folder outside of the project. */
  readonly picture: (page: Page, name: string) => Promise<void>
  /** Ends everything; throws where an error in any page was caught by nobody. */
  readonly close: () => Promise<void>
}

const viewport = { width: 1440, height: 900 }

/** Starts `--new` on a folder in which there is nothing, and signs in with what it prints. */
export async function openEmptyHouse(): Promise<EmptyHouse> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error('There is no Chromium here; set CHROMIUM to where it is.')
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-nothing-'))
  const server = await startProcess(folder, { flags: ['--new'] })
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  const people = new Map<string, { readonly context: BrowserContext; readonly page: Page }>()
  const lines = new Map<string, SeatClient>()
  const faults: string[] = []

  const comeIn = async (label: string, link: string): Promise<Page> => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en-US' })
    context.setDefaultTimeout(patience)
    context.on('weberror', (error) => faults.push(error.error().stack ?? error.error().message))
    const page = await context.newPage()
    people.set(label, { context, page })
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('banner').getByText(label, { exact: true }).waitFor()
    return page
  }
  const one = (label: string) => {
    const person = people.get(label)
    if (!person) throw new Error(`${label} has not come in.`)
    return person
  }
  const close = async (): Promise<void> => {
    for (const line of lines.values()) line.close()
    await browser.close()
    const code = await server.stop()
    rmSync(folder, { recursive: true, force: true })
    if (code !== 0) throw new Error(`The server ended with ${code}.`)
    if (faults.length > 0) throw new Error(`Errors in pages that nobody caught: ${faults.join('; ')}`)
  }

  try {
    return {
      staff: await comeIn('Program staff', server.link ?? ''),
      comeIn,
      page: (label) => one(label).page,
      line: async (label) => {
        const known = lines.get(label)
        if (known) return known
        const cookies = await one(label).context.cookies()
        const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
        const line = await openSeat({ port: server.port, host: 'localhost', cookie })
        lines.set(label, line)
        return line
      },
      picture,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder === undefined) return
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1440, 900],
      [360, 1600],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: path.join(folder, `${name} ${width} ${colorScheme}.png`) })
    }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(viewport)
}
