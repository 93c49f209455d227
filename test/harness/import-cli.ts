import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { longPdf, madeOfEachKind } from './documents.ts'
import { madePdf } from './made-files-pdf.ts'

const program = fileURLToPath(new URL('../../server/import/import-cli.ts', import.meta.url))

export interface CliEnded {
  readonly code: number | string | null | undefined
  /** Lines. */
  readonly out: readonly string[]
  readonly err: readonly string[]
}

/** Runs the command line that adds files to an application, in a folder of the test's own. */
export function importCli(
  args: readonly string[],
  { at, env = {} }: { readonly at: string; readonly env?: Readonly<Record<string, string>> },
): Promise<CliEnded> {
  return new Promise((resolve) => {
    const options = { cwd: at, timeout: 60_000, env: { ...process.env, ...env } }
    execFile(process.execPath, [program, ...args], options, (error, out, err) => {
      resolve({ code: error ? error.code : 0, out: linesOf(out), err: linesOf(err) })
    })
  })
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}

/** Lays files of all kinds into a folder, and some that cannot be added; returns the folder. */
export async function layFiles(folder: string): Promise<string> {
  mkdirSync(folder)
  const files = {
    ...(await madeOfEachKind()),
    'long.pdf': longPdf(40),
    'empty.txt': '',
    'locked.pdf': await madePdf([['Secret.']], { password: 'x' }),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  return folder
}
