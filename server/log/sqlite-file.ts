import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { LogRefused } from './log-errors.ts'

/** The only import of `node:sqlite`: its class is called `Database` from Node 26 on. */
export type Database = DatabaseSync

/** Raised with every change to the tables; a file of a higher format is refused. */
const FORMAT = 1

/** Marks the file as a log of Panelroom ("PNLR"), so that another program's database is not taken for one. */
const APPLICATION = 0x504e4c52

/** Nobody but an operator's backup holds the file for long; a commit waits this many milliseconds for it. */
const BUSY_TIMEOUT = 5000

const tables = `
  CREATE TABLE streams (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    head INTEGER NOT NULL,
    sealed INTEGER NOT NULL CHECK (sealed IN (0, 1))
  ) STRICT;
  CREATE TABLE entries (
    stream INTEGER NOT NULL,
    version INTEGER NOT NULL,
    id TEXT NOT NULL,
    part INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    seal INTEGER NOT NULL CHECK (seal IN (0, 1)),
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (stream, version)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE checkpoints (
    stream INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
  PRAGMA application_id = ${APPLICATION};
  PRAGMA user_version = ${FORMAT};
`

export interface OpenedFile {
  readonly database: Database
  close(): void
}

/**
 * Opens the log in `folder`, or creates it there. Throws LogRefused, with nothing changed, for a folder in use by
 * another process or not writable, and for a file that is damaged, foreign or of a newer format.
 *
 * No other code of this process may open `log.db` or `log.lock` with `node:fs`: closing such a handle drops SQLite's
 * locks on the file (POSIX, fcntl). Not for a network file system, whose locks cannot be trusted.
 */
export function openFile(folder: string): OpenedFile {
  const lock = takeFolder(folder)
  try {
    const path = join(folder, 'log.db')
    refuseOrphan(path)
    if (existsSync(path)) {
      refuseReadOnly(folder, path)
      inspect(path)
    } else create(folder, path)
    const database = openForWriting(folder, path)
    return {
      database,
      close() {
        database.close()
        lock.close()
      },
    }
  } catch (error) {
    lock.close()
    throw error
  }
}

/** SQLite's primary result code (sqlite.org/rescode.html), or null for an error of another origin. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  return error.errcode & 0xff
}

export const SQLITE = {
  BUSY: 5,
  IOERR: 10,
  CORRUPT: 11,
  FULL: 13,
  CONSTRAINT: 19,
  NOTADB: 26,
} as const

/**
 * An exclusive lock on a file of its own in the folder, which is made where there is none: the system drops it with the process,
 * however that ends. Throws LogRefused where another process has it.
 */
export function takeFolder(folder: string): Database {
  let lock: Database | null = null
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    lock = new DatabaseSync(join(folder, 'log.lock'), { timeout: 0 })
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    if (sqliteCode(error) === SQLITE.BUSY) {
      throw new LogRefused(
        'in-use',
        `Another Panelroom server is using the data folder ${folder}. Stop it first, or give this one another folder.`,
      )
    }
    throw notWritable(folder, error)
  }
}

/** Without its database a write-ahead log would be thrown away by SQLite, and what is only in it with it. */
function refuseOrphan(path: string): void {
  if (existsSync(`${path}-wal`) && !existsSync(path)) throw damaged(path, 'only its -wal file is there')
}

/** Asked of the system, because SQLite would open such a file read-only and say so at the first write only. */
function refuseReadOnly(folder: string, path: string): void {
  try {
    for (const file of [path, `${path}-wal`].filter(existsSync))
      accessSync(file, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw notWritable(folder, error)
  }
}

/**
 * Read-only, because opening a file to write already changes it: its write-ahead log is copied in and removed. Where
 * there is none, `immutable` (sqlite.org/uri.html) keeps SQLite from making one; nobody writes while the folder is ours.
 */
function inspect(path: string): void {
  const location = pathToFileURL(path)
  const complete = !existsSync(`${path}-wal`)
  if (complete) location.searchParams.set('immutable', '1')
  let database: Database | null = null
  try {
    database = new DatabaseSync(location, { readOnly: true, timeout: BUSY_TIMEOUT })
    const check = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0]
    if (check !== 'ok') throw damaged(path, String(check))
    const size = Number(readPragma(database, 'page_count')) * Number(readPragma(database, 'page_size'))
    if (complete && statSync(path).size !== size) throw damaged(path, 'its end is missing')
    const application = readPragma(database, 'application_id')
    if (application !== APPLICATION) throw damaged(path, 'it is not a log of Panelroom')
    const format = Number(readPragma(database, 'user_version'))
    if (format > FORMAT) {
      throw new LogRefused(
        'newer-format',
        `The file ${path} was written by a newer Panelroom (format ${format}; this one reads ${FORMAT}). Start that one.`,
      )
    }
  } catch (error) {
    if (error instanceof LogRefused) throw error
    throw damaged(path, reason(error))
  } finally {
    database?.close()
  }
}

/** Made under another name first: a `log.db` that exists is whole, so an empty one is damage and not a beginning. */
function create(folder: string, path: string): void {
  const draft = `${path}.new`
  try {
    for (const old of [draft, `${draft}-wal`, `${draft}-shm`, `${draft}-journal`])
      rmSync(old, { force: true })
    const database = new DatabaseSync(draft)
    try {
      database.exec(`PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; ${tables} COMMIT`)
    } finally {
      database.close()
    }
    renameSync(draft, path)
    const handle = openSync(folder, 'r')
    fsyncSync(handle)
    closeSync(handle)
  } catch (error) {
    throw notWritable(folder, error)
  }
}

function openForWriting(folder: string, path: string): Database {
  let database: Database | null = null
  try {
    database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT })
    // FULL is what makes "appended" mean "on disk"; secure_delete makes "trimmed" mean "gone from the file".
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY;
    `)
    return database
  } catch (error) {
    database?.close()
    const code = sqliteCode(error)
    if (code === SQLITE.CORRUPT || code === SQLITE.NOTADB) throw damaged(path, reason(error))
    throw notWritable(folder, error)
  }
}

export function readPragma(database: Database, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]
}

function damaged(path: string, detail: string): LogRefused {
  return new LogRefused(
    'damaged',
    `The file ${path} is damaged and was left as it is (${detail}). Put back a backup of its folder, then start again.`,
  )
}

function notWritable(folder: string, error: unknown): LogRefused {
  return new LogRefused(
    'not-writable',
    `The data folder ${folder} cannot be written (${reason(error)}). ` +
      'Make it a folder with free space that the user who runs Panelroom may write to, or choose another.',
  )
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
