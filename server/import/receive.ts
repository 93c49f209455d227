import { limits } from '../../shared/protocol/limits.ts'
import type { Draft } from '../files/drafts.ts'

/** A file that has come whole, or how much of it had come when it was found to be too large. */
export type Received = { readonly sha256: string } | { readonly tooLarge: number }

interface Receiving {
  /** Ends it at once, also while nothing comes. */
  readonly signal: AbortSignal
  readonly onBytes: (bytes: number) => void
}

/** After so many bytes it is said again how many have come. */
const toldEvery = 1024 * 1024

/**
 * Writes what comes to a draft as it comes: never more of it in memory than a piece, never more on disk than a file may have.
 * Throws FilesRefused where it cannot be written, what the source throws where it breaks off, and the reason of the signal.
 */
export async function receive(
  body: AsyncIterable<Uint8Array>,
  draft: Draft,
  { signal, onBytes }: Receiving,
): Promise<Received> {
  const pieces = body[Symbol.asyncIterator]()
  const ended = new Promise<never>((_, reject) => {
    const end = (): void => reject(signal.reason)
    if (signal.aborted) end()
    signal.addEventListener('abort', end, { once: true })
  })
  let bytes = 0
  let told = 0
  for (;;) {
    const piece = await Promise.race([pieces.next(), ended])
    if (piece.done) break
    bytes += piece.value.byteLength
    if (bytes > limits.documentBytes) {
      await pieces.return?.()
      return { tooLarge: bytes }
    }
    await draft.write(piece.value)
    if (bytes - told < toldEvery) continue
    told = bytes
    onBytes(bytes)
  }
  const sha256 = await draft.end()
  onBytes(bytes)
  return { sha256 }
}
