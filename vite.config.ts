import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { redisServerPath } from './server/cluster/redis-server.ts'

/** Without a redis-server the tests that need one are left out as a whole; test/run.ts says so. */
const leftOut = redisServerPath() === undefined ? ['test/**/*.redis.test.ts'] : []

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * What pdf.js loads by itself, under `/pdfjs-<version>/` of our own origin: its workers, decoders, character maps, the standard fonts
 * and color profiles. Loaded from nowhere else, and by nobody who opens no PDF.
 */
function pdfFiles(): Plugin {
  const from = here('node_modules/pdfjs-dist')
  const { version } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8')) as { version: string }
  const workers = ['build/pdf.worker.min.mjs', 'build/pdf.renderer.min.mjs']
  const folders = ['wasm', 'cmaps', 'standard_fonts', 'iccs']
  const files = [
    ...workers,
    ...folders.flatMap((name) => readdirSync(path.join(from, name)).map((file) => `${name}/${file}`)),
  ]
  const base = `pdfjs-${version}`
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const file of files)
        this.emitFile({
          type: 'asset',
          fileName: `${base}/${file}`,
          source: readFileSync(path.join(from, file)),
        })
    },
    configureServer(server) {
      server.middlewares.use(`/${base}`, (request, response, next) => {
        const file = files.find((name) => `/${name}` === request.url)
        if (file === undefined) return next()
        response.setHeader('Content-Type', contentTypes[path.extname(file)] ?? 'application/octet-stream')
        response.end(readFileSync(path.join(from, file)))
      })
    },
  }
}

const contentTypes: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
}

/** One folder of test/ as a Vitest project, run `turn`-th; `seconds` bounds each test and each hook. */
function folder(
  name: string,
  turn: number,
  seconds: number,
  maxWorkers?: number,
): TestProjectInlineConfiguration {
  return {
    root: here('.'),
    resolve: { dedupe: ['yjs'] },
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      exclude: [...configDefaults.exclude, ...leftOut],
      environment: 'node',
      testTimeout: seconds * 1000,
      hookTimeout: seconds * 1000,
      sequence: { groupOrder: turn },
      ...(maxWorkers === undefined ? {} : { maxWorkers }),
    },
  }
}

export default defineConfig({
  root: here('client'),
  plugins: [react(), pdfFiles()],
  // Two copies of Yjs do not recognize each other's types.
  resolve: { dedupe: ['yjs'] },
  build: {
    outDir: here('dist/client'),
    emptyOutDir: true,
    // The content security policy knows no data: addresses, so fonts and pictures stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    // Browsers that know light-dark() themselves: rewritten, a paper that stays light in the dark would turn dark with the page.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  // Seats live on their own hosts (r1.localhost, monitor.localhost) so that each has its own cookies.
  server: { allowedHosts: ['.localhost'] },
  test: {
    root: here('.'),
    projects: [
      folder('unit', 1, 10),
      folder('contract', 2, 30),
      folder('integration', 3, 60, 2),
      folder('browser', 4, 120, 2),
      folder('faults', 5, 180, 2),
    ],
  },
})
