import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { parseFile } from '../../server/import/parse-file.ts'
import { parseLimits } from '../../server/import/parse/parse-limits.ts'
import { readingFlags } from '../../server/import/parse/in-process.ts'
import { childrenOf, runs } from '../harness/children-of.ts'
import { laidDown } from '../harness/made-files.ts'
import { endlessPdf } from '../harness/made-files-bad.ts'
import { until } from '../harness/until.ts'

test('IMPORT-10 an import that is called off ends its process, and answers with the reason', async () => {
  const calledOff = new AbortController()
  const reason = new Error('called off')
  const reading = parseFile(laidDown('plan.pdf', endlessPdf()), {
    signal: calledOff.signal,
    onProgress: () => calledOff.abort(reason),
  })
  await expect(reading).rejects.toBe(reason)
  await until('every process has ended', () => childrenOf(process.pid).length === 0)
  await expect(parseFile(laidDown('plan.txt', 'Words'), { signal: calledOff.signal })).rejects.toBe(reason)
})

test('IMPORT-10 what a listener throws ends the process too', async () => {
  const mistake = new Error('a mistake')
  const onProgress = (): void => {
    throw mistake
  }
  await expect(parseFile(laidDown('plan.pdf', endlessPdf()), { onProgress })).rejects.toBe(mistake)
  await until('every process has ended', () => childrenOf(process.pid).length === 0)
})

test('IMPORT-10 the process ends with the server, also where that is killed and the file keeps it spinning', async () => {
  const { path } = laidDown('plan.pdf', endlessPdf())
  const program = fileURLToPath(new URL('../harness/import-parent.ts', import.meta.url))
  const server = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void server.kill('SIGKILL'))
  await new Promise((resolve) => server.stdout.once('data', resolve))
  const started = childrenOf(server.pid ?? 0)
  expect(started.length).toBeGreaterThan(0)
  server.kill('SIGKILL')
  await until('they have ended', () => !started.some(runs))
})

test('IMPORT-11 the process has none of the server’s environment', async () => {
  const calledOff = new AbortController()
  process.env['PANELROOM_SECRET_OF_THIS_TEST'] = 'secret'
  onTestFinished(() => void delete process.env['PANELROOM_SECRET_OF_THIS_TEST'])
  let environments: string[] = []
  const reading = parseFile(laidDown('plan.pdf', endlessPdf()), {
    signal: calledOff.signal,
    onProgress() {
      const readers = childrenOf(process.pid).filter((pid) =>
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--permission'),
      )
      environments = readers.map((pid) => readFileSync(`/proc/${pid}/environ`, 'utf8'))
      calledOff.abort()
    },
  })
  await expect(reading).rejects.toThrow()
  expect(environments).toEqual([''])
})

test.each([
  ['reads no file but the program’s', "fs.readFileSync('/etc/hostname')"],
  ['writes no file', "fs.writeFileSync('package.json', '')"],
  ['starts no process', "child.spawnSync('true')"],
  ['runs no text as code', "new Function('return 1')()"],
])('IMPORT-11 what runs in the process %s', (_, code) => {
  const script = `import fs from 'node:fs'; import child from 'node:child_process'
    fs.readFileSync('package.json'); try { ${code}; console.log('done') } catch (error) { console.log('refused', error.code ?? error.name) }`
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const flags = [...readingFlags(parseLimits), '--input-type=module', '-e', script]
  const { stdout, stderr } = spawnSync(process.execPath, flags, { cwd, encoding: 'utf8' })
  expect(stdout.trim(), stderr).toMatch(/^refused (?:ERR_ACCESS_DENIED|EvalError)$/)
})
