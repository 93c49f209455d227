import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { chromiumPath } from '../chromium.ts'

/** A page that runs one module of a test, and of the product what that imports, in a real browser. */
export interface BundledPage {
  readonly page: Page
  readonly close: () => Promise<void>
}

/** Bundles a module with its styles, serves it on a free port, and opens it; its page is there once `ready` is known in its window. */
export async function openBundled(entry: string, ready: string): Promise<BundledPage> {
  const files = await bundled(entry)
  const styles = [...files.keys()].filter((name) => name.endsWith('.css'))
  const page = `<!doctype html><html lang="en"><title>A page of the tests</title>${styles.map((name) => `<link rel="stylesheet" href="/${name}">`).join('')}
    <body><div id="root"></div><script type="module" src="/page.js"></script>`
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1)
    response.setHeader('content-type', contentTypes[path.extname(name)] ?? 'text/html; charset=utf-8')
    response.end(files.get(name) ?? page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error('There is no Chromium here; set CHROMIUM to where it is.')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const opened = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await opened.goto(`http://127.0.0.1:${portOf(server)}/`)
  await opened.waitForFunction((name) => name in window, ready)
  return {
    page: opened,
    close: async () => {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bundled(entry: string): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      rolldownOptions: { input: entry, output: { entryFileNames: 'page.js' } },
    },
  })
  const output = 'output' in built ? built.output : []
  return new Map(output.map((part) => [part.fileName, part.type === 'chunk' ? part.code : part.source]))
}

const contentTypes: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' }

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The page has no port.')
  return address.port
}
