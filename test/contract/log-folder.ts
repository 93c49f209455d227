import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { LogRefused } from '../../server/log/log-errors.ts'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import type { SqliteLog } from '../../server/log/sqlite-log.ts'

/** A data folder that goes with the test; its name has what a path may have and a URL may not. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'panelroom log %20#-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An open log that is closed with the test, and fails it when it stops by itself. */
export async function openHere(folder: string): Promise<SqliteLog> {
  const log = await openSqliteLog({
    folder,
    onFailure(failure) {
      throw failure
    },
  })
  onTestFinished(() => log.close())
  return log
}

/** Why the log in this folder is not opened, or null when it is. */
export async function refusal(folder: string): Promise<LogRefused | null> {
  try {
    await (await openHere(folder)).close()
    return null
  } catch (error) {
    if (error instanceof LogRefused) return error
    throw error
  }
}

/** Works on the file of a log as an outsider does, past the log. */
export function tamper(folder: string, sql: string): void {
  const database = new DatabaseSync(join(folder, 'log.db'))
  try {
    database.exec(sql)
  } finally {
    database.close()
  }
}

/** Name and content of everything in a folder but the lock and SQLite's index of a write-ahead log: no data is in them. */
export function fingerprint(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name !== 'log.lock' && name !== 'log.db-shm')
    .toSorted()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    )
}

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export interface Child {
  readonly process: ChildProcess
  /** The lines it has printed so far; grows. */
  readonly lines: string[]
  /** Waits until `count` lines are there, or the child has ended. */
  printed(count: number): Promise<void>
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>
  readonly ended: Promise<number | null>
}

/** Runs a script beside this file in a process of its own, which ends with the test at the latest. */
export function run(name: string, parameters: readonly string[], options: SpawnOptions = {}): Child {
  return follow(spawn(process.execPath, [script(name), ...parameters], { ...options, stdio: 'pipe' }))
}

/** The same on a disk of its own of `size` (a mount in a private namespace, gone with the process), mounted on `folder`. */
export function runOnSmallDisk(name: string, folder: string, size: string): Child {
  return follow(
    spawn('unshare', [...onSmallDisk(folder, size), process.execPath, script(name), folder], {
      stdio: 'pipe',
    }),
  )
}

/** Whether this system lets a test have a small disk: Linux with user namespaces. */
export function canHaveSmallDisk(): boolean {
  return spawnSync('unshare', [...onSmallDisk(tmpdir(), '1m'), 'true']).status === 0
}

/** Root may write anywhere, so that a test run by root needs somebody else for what one may not write. */
export const ordinaryUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/** Whether the scripts here can be run by an ordinary user: not when root keeps them where nobody else may read. */
export function canRunAsOrdinaryUser(): boolean {
  return spawnSync(process.execPath, ['--check', script('./log-child-open.ts')], ordinaryUser).status === 0
}

function onSmallDisk(folder: string, size: string): string[] {
  const mount = `mount -t tmpfs -o size=${size} tmpfs "$0" && exec "$@"`
  return ['--user', '--map-root-user', '--mount', 'sh', '-c', mount, folder]
}

function follow(child: ChildProcess): Child {
  const lines: string[] = []
  let wake: (() => void)[] = []
  let gone = false
  function changed(): void {
    const woken = wake
    wake = []
    for (const resolve of woken) resolve()
  }
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      gone = true
      changed()
      resolve(code)
    })
  })
  if (child.stdout === null || child.stderr === null) throw new Error('The child has no output to read.')
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line)
    changed()
  })
  child.stderr.pipe(process.stderr)
  async function kill(): Promise<void> {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    process: child,
    lines,
    ended,
    kill,
    async printed(count) {
      while (lines.length < count && !gone) await new Promise<void>((resolve) => wake.push(resolve))
    },
  }
}
