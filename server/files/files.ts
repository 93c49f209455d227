import { createHash, webcrypto } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openDraft, type Draft } from './drafts.ts'
import { FilesRefused, reason } from './files-refused.ts'

/** The files of applications. Each is called by the SHA-256 of its content, so that whoever knows its name can tell whether it is whole. */
export interface Files {
  /**
   * Returns the name, 64 hexadecimal digits, once the content is durable. The same content twice is one file, whichever nodes
   * put it at the same time; a damaged file of that name is replaced. Throws FilesRefused where the folder cannot be written.
   */
  readonly put: (bytes: Uint8Array) => Promise<string>
  /** Begins a file that is too large to be held in memory. Throws FilesRefused like `put`. */
  readonly draft: () => Promise<Draft>
  /** Puts what has been written to a draft that has ended, under its name. */
  readonly keep: (draft: Draft, sha256: string) => Promise<void>
  /** The content, or null where there is no such file. Throws FilesRefused where it is not the content that the name stands for. */
  readonly read: (sha256: string) => Promise<Uint8Array | null>
  /**
   * Where the file stands, for sending it piece by piece; null where there is none. It is read whole and compared with its name
   * once, and again only after it has changed on disk. Throws FilesRefused like `read`.
   */
  readonly locate: (sha256: string) => Promise<Located | null>
  /** Whether there is such a file, whole or not. */
  readonly has: (sha256: string) => Promise<boolean>
}

export interface Located {
  readonly folder: string
  readonly name: string
}

/** The files in a folder, on this machine or on a drive that all nodes see. The folder is made with the first file. */
export function openFiles(folder: string): Files {
  /** How each file looked on disk when it was read whole, and what its content came to. */
  const readWhole = new Map<string, { readonly looks: string; readonly hash: Promise<string | null> }>()

  const placeOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`${JSON.stringify(sha256)} is not a SHA-256.`)
    return path.join(folder, sha256)
  }

  function wholeHash(sha256: string, place: string, looks: string): Promise<string | null> {
    const known = readWhole.get(sha256)
    if (known?.looks === looks) return known.hash
    const one = { looks, hash: hashOf(place) }
    readWhole.set(sha256, one)
    // A machine that had no file handle left for a moment says nothing of the file.
    one.hash.catch(() => {
      if (readWhole.get(sha256) === one) readWhole.delete(sha256)
    })
    return one.hash
  }

  async function keep(draft: Draft, sha256: string): Promise<void> {
    const place = placeOf(sha256)
    const there = await hashOf(place)
    if (there === sha256) await draft.drop()
    else await draft.moveTo(place)
  }

  return {
    async put(bytes) {
      const sha256 = await nameOf(bytes)
      const place = placeOf(sha256)
      if ((await hashOf(place)) === sha256) return sha256
      const draft = await openDraft(folder)
      try {
        await draft.write(bytes)
        await draft.end()
        await draft.moveTo(place)
      } finally {
        await draft.drop()
      }
      return sha256
    },

    draft: () => openDraft(folder),
    keep,

    async read(sha256) {
      const place = placeOf(sha256)
      const bytes = await orNothing(place, () => readFile(place))
      if (bytes === null || (await nameOf(bytes)) === sha256) return bytes
      throw damaged(place)
    },

    async locate(sha256) {
      const place = placeOf(sha256)
      const looks = await lookOf(place)
      if (looks === null) return null
      if ((await wholeHash(sha256, place, looks)) !== sha256) throw damaged(place)
      return { folder, name: sha256 }
    },

    has: async (sha256) => (await lookOf(placeOf(sha256))) !== null,
  }
}

function damaged(place: string): FilesRefused {
  return new FilesRefused(
    `The file ${place} is damaged: its content is not what its name stands for. Put back a good copy of it.`,
  )
}

/** Changes whenever the file does, as far as a drive can tell. */
async function lookOf(place: string): Promise<string | null> {
  const found = await orNothing(place, () => stat(place))
  return found && [found.size, found.mtimeMs, found.ctimeMs, found.ino].join(' ')
}

/** What a file of this content is called: its SHA-256, 64 hexadecimal digits; made in a thread of the system's, whatever its length. */
async function nameOf(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex')
}

async function hashOf(place: string): Promise<string | null> {
  const hash = createHash('sha256')
  return orNothing(place, async () => {
    await pipeline(createReadStream(place, { highWaterMark: 1024 * 1024 }), hash)
    return hash.digest('hex')
  })
}

async function orNothing<T>(place: string, reading: () => Promise<T>): Promise<T | null> {
  try {
    return await reading()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw new FilesRefused(`The file ${place} cannot be read (${reason(error)}).`, { cause: error })
  }
}
