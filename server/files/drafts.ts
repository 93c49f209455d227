import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { cannotWrite } from './files-refused.ts'

/** A file on its way into the folder: under a name of its own, so that nobody finds the half of it. */
export interface Draft {
  readonly path: string
  /** Throws FilesRefused where it cannot be written. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** Once all of it is on disk: its SHA-256. Nothing can be written after that. */
  readonly end: () => Promise<string>
  /** Gives it its place in the folder, durably. */
  readonly moveTo: (place: string) => Promise<void>
  /** Takes it away where it was not given a place. Never fails: what stays is taken away at the next start. */
  readonly drop: () => Promise<void>
}

const nameOfDraft = /^\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A draft that is still somebody's is touched this often, in milliseconds. */
const touchMs = 15_000

/** What has not been touched for so long is nobody's: its process is gone. */
const forgottenMs = 5 * 60_000

/** Begins a draft. Throws FilesRefused where the folder cannot be written. */
export async function openDraft(folder: string): Promise<Draft> {
  const place = path.join(folder, `.${randomUUID()}`)
  const hash = createHash('sha256')
  let file: FileHandle
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    file = await open(place, 'wx', 0o600)
  } catch (error) {
    throw cannotWrite(folder, error)
  }
  const touch = setInterval(() => {
    const now = new Date()
    // Whether it can be touched does not matter: where it cannot, writing says so.
    void utimes(place, now, now).catch(() => undefined)
  }, touchMs).unref()
  const orRefused = async <T>(doing: () => Promise<T>): Promise<T> => {
    try {
      return await doing()
    } catch (error) {
      throw cannotWrite(folder, error)
    }
  }
  return {
    path: place,
    write: (bytes) =>
      orRefused(async () => {
        hash.update(bytes)
        await file.writeFile(bytes)
      }),
    end: () =>
      orRefused(async () => {
        await file.sync()
        await file.close()
        return hash.digest('hex')
      }),
    moveTo: (to) =>
      orRefused(async () => {
        await rename(place, to)
        await syncNames(folder)
      }),
    drop: async () => {
      clearInterval(touch)
      await file.close().catch(() => undefined)
      await rm(place, { force: true }).catch(() => undefined)
    },
  }
}

/**
 * Takes away, at a start, what processes that were killed have left. Where this one is `alone` that is every draft; else those that nobody
 * has touched for five minutes, by the clock of the drive that they
 * stand on. Throws FilesRefused where they cannot be taken away.
 */
export async function clearDrafts(folder: string, { alone }: { readonly alone: boolean }): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => nameOfDraft.test(name))
  if (names.length === 0) return
  const now = alone ? Infinity : await timeOfDrive(folder)
  for (const name of names) {
    const place = path.join(folder, name)
    const touched = await stat(place).catch(() => null)
    if (!touched || now - touched.mtimeMs <= forgottenMs) continue
    await rm(place, { force: true }).catch((error: unknown) => {
      throw cannotWrite(folder, error)
    })
  }
}

async function timeOfDrive(folder: string): Promise<number> {
  const probe = await openDraft(folder)
  try {
    return (await stat(probe.path)).mtimeMs
  } finally {
    await probe.drop()
  }
}

async function syncNames(folder: string): Promise<void> {
  const names = await open(folder, 'r')
  try {
    await names.sync()
  } finally {
    await names.close()
  }
}
