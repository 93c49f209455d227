import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { chromium, type CDPSession, type Page } from 'playwright-core'
import { build } from 'vite'
import { chromiumPath } from '../chromium.ts'
import type { TextState } from './text-page.ts'

/** A real text area in a real browser, bound by the product's own module, with keys and an input method as the browser knows them. */
export interface TextAreaInBrowser {
  readonly page: Page
  readonly state: () => Promise<TextState>
  /** Puts text in at the caret, as keys and pasting do; while something is composed, in its stead. */
  readonly insert: (text: string) => Promise<void>
  /** What an input method shows before it is sure. */
  readonly compose: (text: string) => Promise<void>
  readonly press: (key: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Bundles the page's module, serves it on a free port, and opens it. */
export async function openTextArea(): Promise<TextAreaInBrowser> {
  const code = await bundled('text-page.ts')
  const server = createServer((request, response) => {
    const script = request.url === '/page.js'
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(script ? code : '<!doctype html><body><script type="module" src="/page.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error('There is no Chromium here; set CHROMIUM to where it is.')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${portOf(server)}/`)
  await page.waitForFunction(() => 'bench' in window)
  const session: CDPSession = await page.context().newCDPSession(page)
  return {
    page,
    state: () => page.evaluate(() => window.bench.state()),
    insert: async (text) => void (await session.send('Input.insertText', { text })),
    compose: async (text) =>
      void (await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })),
    press: (key) => page.keyboard.press(key),
    close: async () => {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bundled(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { dedupe: ['yjs'] },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      rolldownOptions: { input: fileURLToPath(new URL(entry, import.meta.url)) },
    },
  })
  const output = 'output' in built ? built.output : []
  for (const part of output) if (part.type === 'chunk') return part.code
  throw new Error(`${entry} was not bundled.`)
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The page has no port.')
  return address.port
}
