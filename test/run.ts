import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { redisServerPath } from '../server/cluster/redis-server.ts'
import { chromiumPath } from './chromium.ts'
import { countTests, type Count } from './vitest-count.ts'

/** What one step found: tests passed and failed, and a line for the reader. */
type Result = {
  readonly passed: number
  readonly failed: number
  readonly line: string
  readonly output?: string
}

const root = fileURLToPath(new URL('..', import.meta.url))
const inCi = process.env['CI'] === 'true' || process.env['CI'] === '1'
const longestStepMinutes = 40
const lacksRedis = redisServerPath() === undefined

const checks: Readonly<Record<string, readonly string[]>> = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  lint: ['node_modules/oxlint/bin/oxlint'],
  format: ['node_modules/oxfmt/bin/oxfmt', '--check'],
  build: ['server/start.mjs', 'build'],
}
const folders = ['unit', 'contract', 'integration', 'browser', 'faults']

/** Runs a program of ours on this same Node and answers its exit code and all it printed. */
function capture(args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longestStepMinutes * 60_000,
    })
    const handOn = (signal: NodeJS.Signals): void => {
      child.kill(signal)
    }
    process.once('SIGTERM', handOn)
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.once('error', reject)
    child.once('close', (code, signal) => {
      process.off('SIGTERM', handOn)
      if (signal !== null) output += `\nEnded by ${signal}; a step may take ${longestStepMinutes} minutes.\n`
      resolve({ code: code ?? 1, output })
    })
  })
}

async function runCheck(command: readonly string[]): Promise<Result> {
  const { code, output } = await capture(command)
  return code === 0 ? { passed: 0, failed: 0, line: 'ok' } : { passed: 0, failed: 1, line: 'failed', output }
}

/** Turns Vitest's count into a result; where nothing may be left out, a skipped or missing test is a failure. */
function judge(count: Count, code: number, output: string): Result {
  const lost = inCi ? count.leftOut.length + (count.total === 0 ? 1 : 0) : 0
  const unexplained = code !== 0 && count.failed === 0 ? 1 : 0
  const failed = count.failed + lost + unexplained
  const notes = [
    `${count.passed} passed, ${failed} failed`,
    ...(count.total === 0 ? ['no tests here'] : []),
    ...(count.leftOut.length > 0 ? [`left out: ${count.leftOut.join('; ')}`] : []),
  ]
  const line = notes.join(', ')
  return failed === 0
    ? { passed: count.passed, failed, line }
    : { passed: count.passed, failed, line, output }
}

async function runTests(selection: readonly string[]): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'panelroom-tests-'))
  const report = path.join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--passWithNoTests', ...reporters, ...selection]
    const { code, output } = await capture(args)
    const text = await readFile(report, 'utf8').catch(() => undefined)
    return judge(countTests(text), code, output)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a step cannot do on this machine: said in one line, and a failure where nothing may be left out. */
function without(how: string): Result {
  return { passed: 0, failed: inCi ? 1 : 0, line: `${inCi ? 'failed' : 'left out'}: ${how}` }
}

async function runStep(step: string): Promise<Result> {
  const check = checks[step]
  if (check !== undefined) return runCheck(check)
  if (step === 'redis' && lacksRedis) {
    return without(
      'no redis-server, so no *.redis.test.ts; install it (apt-get install redis-server) or set REDIS_SERVER to where it is',
    )
  }
  if (!folders.includes(step)) return runTests([step])
  if (step === 'browser' && chromiumPath() === undefined) {
    return without('no Chromium; install it (apt-get install chromium) or set CHROMIUM to where it is')
  }
  return runTests(['--project', step])
}

const asked = process.argv.slice(2)
const steps =
  asked.length > 0 ? asked : [...Object.keys(checks), ...(lacksRedis ? ['redis'] : []), ...folders]
let passed = 0
let failed = 0
for (const step of steps) {
  const begun = performance.now()
  const result = await runStep(step)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  if (result.output !== undefined) console.log(result.output.trimEnd())
  console.log(`${step.padEnd(12)} ${result.line} (${seconds} s)`)
  passed += result.passed
  failed += result.failed
}
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
