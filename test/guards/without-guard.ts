import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Guard } from './guard-list.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const leftOut = ['node_modules', '.git', 'dist', 'data']
const longestRunMs = 60_000

export interface Verdict {
  /** Whether a test of the guard's rule failed. */
  readonly noticed: boolean
  /** For the reader: what failed, or why nothing was proved. */
  readonly sentence: string
}

/** A copy of the project that may be damaged. */
export interface ProjectCopy {
  /** The tests of these guards' rules that fail while nothing is taken away, as sentences; none should. */
  readonly faults: (guards: readonly Guard[]) => Promise<readonly string[]>
  /** Takes the guard away, runs the tests of its rule, and puts it back. */
  readonly without: (guard: Guard) => Promise<Verdict>
  readonly remove: () => void
}

/** Copies the project beside the packages of this one. */
export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-guards-'))
  cpSync(root, folder, {
    recursive: true,
    filter: (source) => !leftOut.includes(path.relative(root, source).split(path.sep)[0] ?? ''),
  })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))

  return {
    without: async (guard) => {
      const file = path.join(folder, guard.file)
      const source = readFileSync(file, 'utf8')
      const times = source.split(guard.text).length - 1
      if (times !== 1) return { noticed: false, sentence: `${guard.file} holds its text ${times} times.` }
      writeFileSync(
        file,
        source.replace(guard.text, () => guard.without),
      )
      try {
        const [run] = judge([guard], await runTests(folder, [guard]))
        const [first] = run?.failed ?? []
        if (first !== undefined) return { noticed: true, sentence: first }
        return { noticed: false, sentence: run?.fault ?? `No test of ${guard.rule} noticed.` }
      } finally {
        writeFileSync(file, source)
      }
    },
    faults: async (guards) => {
      const runs = judge(guards, await runTests(folder, guards))
      return runs.flatMap(({ failed, fault }) => (fault === null ? failed : [fault]))
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ title: z.string(), status: z.string() })),
    }),
  ),
})

type Report = z.infer<typeof reportSchema>

/** What became of the tests of each guard's rule: which failed, or why none was run. */
function judge(
  guards: readonly Guard[],
  report: Report | null,
): readonly { readonly failed: readonly string[]; readonly fault: string | null }[] {
  return guards.map(({ rule, test }) => {
    const files = report?.testResults.filter(({ name }) => name.endsWith(test)) ?? []
    const ofRule = files
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ title, status }) => title.split(' ')[0] === rule && status !== 'skipped')
    const failed = ofRule.filter(({ status }) => status === 'failed').map(({ title }) => title)
    return { failed, fault: ofRule.length === 0 ? `No test of ${rule} in ${test} came to an end.` : null }
  })
}

/** Runs the tests of these guards' rules; null where Vitest did not come to an end. */
async function runTests(folder: string, guards: readonly Guard[]): Promise<Report | null> {
  const report = path.join(folder, 'report.json')
  rmSync(report, { force: true })
  const files = new Set(guards.map(({ test }) => test))
  const rules = guards.map(({ rule, only }) => only ?? `${rule}\\b`).join('|')
  await vitest(folder, ['run', ...files, '-t', rules, '--reporter=json', `--outputFile=${report}`])
  try {
    return reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function vitest(folder: string, args: readonly string[]): Promise<void> {
  const program = path.join(folder, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    stdio: 'ignore',
    timeout: longestRunMs,
    killSignal: 'SIGKILL',
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve())
  })
}
