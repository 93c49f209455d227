import { readDigest, type DigestReading } from '../../shared/application/digest-text.ts'
import { digestSchema, type Digest } from '../../shared/application/digest.ts'
import type { ApplicationDocument } from '../../shared/application/document.ts'
import { FilesRefused } from './files-refused.ts'
import type { Files } from './files.ts'
import { openTurns } from '../import/turns.ts'
import { openMeasuring, type TextShape } from './measure.ts'

/** The texts of documents and digests, each by the SHA-256 that the journal names. All throw FilesRefused where one is missing or damaged. */
export interface Texts {
  /** A DocumentText as JSON in UTF-8: where it is no digest, the bytes as they were stored. */
  readonly json: (document: ApplicationDocument) => Promise<Uint8Array>
  readonly shape: (document: ApplicationDocument) => Promise<TextShape>
  readonly digest: (sha256: string) => Promise<Digest>
  /** A digest as text, with the places of its parts. */
  readonly readDigest: (sha256: string) => Promise<DigestReading>
}

/** How many shapes are kept: more than any competition of 2010 had documents. */
const shapesKept = 20_000

/** Texts that are in memory for it at the same time. */
const measuredAtATime = 4

/** Texts from the files. What stands under a name never changes: what is small is read once. */
export function openTexts(files: Files): Texts {
  const digests = new Map<string, { readonly digest: Digest; readonly reading: DigestReading }>()
  const shapes = new Map<string, Promise<TextShape>>()
  const measure = openMeasuring()
  const turns = openTurns(measuredAtATime)

  async function bytesOf(sha256: string): Promise<Uint8Array> {
    const bytes = await files.read(sha256)
    if (bytes === null) throw missing(sha256)
    return bytes
  }

  async function known(sha256: string) {
    const found = digests.get(sha256)
    if (found) return found
    const digest = digestSchema.parse(JSON.parse(new TextDecoder().decode(await bytesOf(sha256))))
    const read = { digest, reading: readDigest(digest) }
    digests.set(sha256, read)
    return read
  }

  async function shapeOf(document: ApplicationDocument): Promise<TextShape> {
    if (document.type === 'digest') {
      const { text, pages, ownPages } = (await known(document.text)).reading.text
      return { pages: pages.length, ownPages, length: text.length }
    }
    const giveBack = await turns.take()
    try {
      return await measure(await bytesOf(document.text))
    } finally {
      giveBack()
    }
  }

  return {
    json: async (document) =>
      document.type === 'digest'
        ? new TextEncoder().encode(JSON.stringify((await known(document.text)).reading.text))
        : bytesOf(document.text),
    shape: (document) => {
      const found = shapes.get(document.text)
      if (found) return found
      const shape = shapeOf(document)
      if (shapes.size >= shapesKept) shapes.clear()
      shapes.set(document.text, shape)
      // What could not be read now is read again the next time.
      shape.catch(() => {
        if (shapes.get(document.text) === shape) shapes.delete(document.text)
      })
      return shape
    },
    digest: async (sha256) => (await known(sha256)).digest,
    readDigest: async (sha256) => (await known(sha256)).reading,
  }
}

/** A file that the journal names and the folder does not hold. `whose` says of what, as in “ with the application of Ohio”. */
export function missing(sha256: string, whose = ''): FilesRefused {
  return new FilesRefused(
    `The file ${sha256}${whose} is missing. ` +
      '--files has to name the folder that all nodes see; by default it is “files” in the data folder.',
  )
}
