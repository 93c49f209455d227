import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { redisServerPath } from './server/cluster/redis-server.ts'

/** Without a redis-server the tests that need one are left out as a whole; test/run.ts says so. */
const leftOut = redisServerPath() === undefined ? ['test/**/*.redis.test.ts'] : []

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

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
  plugins: [react()],
  // Two copies of Yjs do not recognize each other's types.
  resolve: { dedupe: ['yjs'] },
  build: {
    outDir: here('dist/client'),
    emptyOutDir: true,
    // The content security policy knows no data: addresses, so fonts and pictures stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
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
