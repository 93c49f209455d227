import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { openSeat, type SeatClient } from '../../harness/seat-client.ts'
import { startProcess } from '../../harness/server-process.ts'
import { launchBrowser, openWindow } from '../browser.ts'
import { picture } from '../set-up-settings-stage.ts'

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

/** Starts `--new` on a folder in which there is nothing, and signs in with what it prints. */
export async function openEmptyHouse(): Promise<EmptyHouse> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-nothing-'))
  const server = await startProcess(folder, { flags: ['--new'] })
  const browser = await launchBrowser()
  const people = new Map<string, { readonly context: BrowserContext; readonly page: Page }>()
  const lines = new Map<string, SeatClient>()
  const faults: string[] = []

  const comeIn = async (label: string, link: string): Promise<Page> => {
    const context = await openWindow(browser)
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
      picture: (page, name) => picture(page, name, { wide: 900, narrow: 1600 }),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
