import { readDigest, type DigestReading } from '../../shared/application/digest-text.ts'
import { digestSchema, type Digest } from '../../shared/application/digest.ts'
import { documentTextSchema, type DocumentText } from '../../shared/application/document-text.ts'
import type { ApplicationDocument } from '../../shared/application/document.ts'
import { FilesRefused } from './files-refused.ts'
import type { Files } from './files.ts'

/** What a list of documents says of a text. */
export interface TextShape {
  readonly pages: number
  readonly ownPages: boolean
  /** In UTF-16 units. */
  readonly length: number
}

/** The texts of documents and digests, each by the SHA-256 that the journal names. All throw FilesRefused where one is missing or damaged. */
export interface Texts {
  readonly text: (document: ApplicationDocument) => Promise<DocumentText>
  /** The same as JSON, in UTF-8. */
  readonly json: (document: ApplicationDocument) => Promise<Uint8Array>
  readonly shape: (document: ApplicationDocument) => Promise<TextShape>
  readonly digest: (sha256: string) => Promise<Digest>
  /** A digest as text, with the places of its parts. */
  readonly readDigest: (sha256: string) => Promise<DigestReading>
}

/** How many shapes are kept: more than any competition of 2010 had documents. */
const shapesKept = 20_000

/** Texts from the files. What stands under a name never changes: what is small is read once. */
export function openTexts(files: Files): Texts {
  const digests = new Map<string, { readonly digest: Digest; readonly reading: DigestReading }>()
  const shapes = new Map<string, TextShape>()

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

  async function text(document: ApplicationDocument): Promise<DocumentText> {
    if (document.type === 'digest') return (await known(document.text)).reading.text
    return documentTextSchema.parse(JSON.parse(new TextDecoder().decode(await bytesOf(document.text))))
  }

  return {
    text,
    json: async (document) =>
      document.type === 'digest'
        ? new TextEncoder().encode(JSON.stringify(await text(document)))
        : bytesOf(document.text),
    shape: async (document) => {
      const found = shapes.get(document.text)
      if (found) return found
      const read = await text(document)
      const shape = { pages: read.pages.length, ownPages: read.ownPages, length: read.text.length }
      if (shapes.size >= shapesKept) shapes.clear()
      shapes.set(document.text, shape)
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
