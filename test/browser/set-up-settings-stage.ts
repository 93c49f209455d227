import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { freePort } from '../../server/cluster/free-port.ts'
import type { SetUpPage } from '../../shared/competition/set-up-page.ts'
import type { InviteAnswer } from '../../shared/protocol/people-page.ts'
import { startPeopleServer, type PeopleServer } from '../harness/people-server.ts'
import { noteSmoothScrolls } from './access-look.ts'
import { launchBrowser, openWindow, viewport } from './browser.ts'

/** An empty competition on a server of its own, and a browser in which its first member of staff is signed in. */
export interface SetUpStage {
  readonly server: PeopleServer
  readonly site: string
  readonly page: Page
  /** The set-up as the server has it. */
  readonly setUp: () => Promise<SetUpPage>
  /** Gives a set-up command as staff, elsewhere than on the page; throws where it is refused. */
  readonly give: (command: { readonly kind: string } & Record<string, unknown>) => Promise<void>
  /** A link that signs a person in. */
  readonly link: (person: string) => Promise<string>
  readonly another: () => Promise<BrowserContext>
  readonly close: () => Promise<void>
}

export async function openSetUp(): Promise<SetUpStage> {
  const port = await freePort()
  const site = `http://localhost:${port}`
  const server = await startPeopleServer({ port })
  const browser = await launchBrowser()
  const faults: string[] = []
  const another = async (): Promise<BrowserContext> => {
    const context = await openWindow(browser)
    context.on('weberror', (error) => faults.push(error.error().stack ?? error.error().message))
    return context
  }
  const context = await another()
  const [name = '', value = ''] = server.staff.split('=')
  await context.addCookies([{ name, value, url: site }])
  await noteSmoothScrolls(context)
  return {
    server,
    site,
    page: await context.newPage(),
    another,
    link: async (person) => {
      const { body } = await server.post('/api/people/invite', { people: [person], copy: true }, server.staff)
      const { links } = JSON.parse(body) as InviteAnswer
      return `${site}/sit#${links[0]?.link.split('#')[1] ?? ''}`
    },
    setUp: async () => JSON.parse((await server.get('/api/set-up', server.staff)).body) as SetUpPage,
    give: async (command) => {
      const { body } = await server.command(command)
      const answer = JSON.parse(body) as { readonly done?: boolean }
      if (answer.done !== true) throw new Error(`${command.kind} was refused: ${body}`)
    },
    close: async () => {
      await browser.close()
      await server.close()
      if (faults.length > 0) throw new Error(`Errors in pages that nobody caught: ${faults.join('; ')}`)
    },
  }
}

/**
 * For whoever wants to look: PICTURES names a folder outside of the project. A page that scrolls within is seen whole in a taller window:
 * `heights` are those of the wide and of the narrow one, in pixels.
 */
export async function picture(
  page: Page,
  name: string,
  heights: { readonly wide: number; readonly narrow: number } = { wide: viewport.height, narrow: 740 },
): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder === undefined) return
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [viewport.width, heights.wide],
      [360, heights.narrow],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: path.join(folder, `${name} ${width} ${colorScheme}.png`) })
    }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(viewport)
}
