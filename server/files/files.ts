import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { sha256Hex } from '../../shared/record/hash.ts'

/** The files of applications. Each is called by the SHA-256 of its content, so that whoever knows its name can tell whether it is whole. */
export interface Files {
  /**
   * Returns the name, 64 hexadecimal digits, once the content is durable. The same content twice is one file, whichever nodes
   * put it at the same time; a damaged file of that name is replaced. Throws FilesRefused where the folder cannot be written.
   */
  readonly put: (bytes: Uint8Array) => Promise<string>
  /** The content, or null where there is no such file. Throws FilesRefused where it is not the content that the name stands for. */
  readonly read: (sha256: string) => Promise<Uint8Array | null>
}

/** A file that is missing, damaged or cannot be written. `sentence` says what to do about it. */
export class FilesRefused extends Error {
  override readonly name = 'FilesRefused'
  readonly sentence: string

  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.sentence = sentence
  }
}

/** The files in a folder, on this machine or on a drive that all nodes see. The folder is made with the first file. */
export function openFiles(folder: string): Files {
  const placeOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`${JSON.stringify(sha256)} is not a SHA-256.`)
    return path.join(folder, sha256)
  }

  /** Under a name of its own first: another node sees the whole file or none, and a crash leaves no half of it. */
  async function write(place: string, bytes: Uint8Array): Promise<void> {
    const draft = path.join(folder, `.${randomUUID()}`)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, place)
      const names = await open(folder, 'r')
      try {
        await names.sync()
      } finally {
        await names.close()
      }
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined)
      throw new FilesRefused(
        `The folder of files ${folder} cannot be written (${reason(error)}). ` +
          'Make it a folder with free space that the user who runs Panelroom may write to, or name another with --files.',
        { cause: error },
      )
    }
  }

  return {
    async put(bytes) {
      const sha256 = sha256Hex(bytes)
      const place = placeOf(sha256)
      const there = await contentOf(place)
      if (there === null || sha256Hex(there) !== sha256) await write(place, bytes)
      return sha256
    },

    async read(sha256) {
      const place = placeOf(sha256)
      const bytes = await contentOf(place)
      if (bytes === null || sha256Hex(bytes) === sha256) return bytes
      throw new FilesRefused(
        `The file ${place} is damaged: its content is not what its name stands for. Put back a good copy of it.`,
      )
    },
  }
}

async function contentOf(place: string): Promise<Uint8Array | null> {
  try {
    return await readFile(place)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw new FilesRefused(`The file ${place} cannot be read (${reason(error)}).`, { cause: error })
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
