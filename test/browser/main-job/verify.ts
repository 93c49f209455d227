import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Panel } from '../panel.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Staff take the export and the key away; the command that the page names verifies one with the other. */
export async function verify({ staff }: Panel): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-export-'))
  const [file, key] = [path.join(folder, 'export.json'), path.join(folder, 'key.pem')]
  try {
    await download(staff, () => staff.getByRole('button', { name: 'Download the export' }).click(), file)
    await download(staff, () => staff.getByRole('link', { name: 'Public key' }).click(), key)
    const whole = await run([file, '--key', key])
    expect(whole.said).toContain('verifies.')
    expect(whole.code).toBe(0)

    const text = readFileSync(file, 'utf8')
    const altered = text.replace('"(A)(1)(ii)":12', '"(A)(1)(ii)":13')
    expect(altered).not.toBe(text)
    writeFileSync(file, altered)
    const broken = await run([file, '--key', key])
    expect(broken.said).toContain('does not verify.')
    expect(broken.code).toBe(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function download(page: Page, press: () => Promise<void>, file: string): Promise<void> {
  const [started] = await Promise.all([page.waitForEvent('download'), press()])
  expect(started.suggestedFilename()).toBe(path.basename(file))
  await started.saveAs(file)
}

function run(args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['server/exports/verify-cli.ts', ...args],
      { cwd: root },
      (error, out, fault) => resolve({ code: error === null ? 0 : Number(error.code), said: out + fault }),
    )
  })
}
