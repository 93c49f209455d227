import type { Draft } from '../files/drafts.ts'
import type { Files } from '../files/files.ts'

/** Content that is on disk whole, and not anybody's yet. */
export interface LaidDown {
  readonly draft: Draft
  readonly sha256: string
}

/** Others wait for this process while a piece is hashed, for a millisecond. */
const pieceBytes = 1024 * 1024

/** Writes content to a draft of its own, to be dropped by whoever asked. Throws FilesRefused where it cannot be written. */
export async function laidDown(content: Uint8Array, files: Pick<Files, 'draft'>): Promise<LaidDown> {
  const draft = await files.draft()
  try {
    for (let from = 0; from < content.length; from += pieceBytes) {
      await draft.write(content.subarray(from, from + pieceBytes))
    }
    return { draft, sha256: await draft.end() }
  } catch (error) {
    await draft.drop()
    throw error
  }
}
