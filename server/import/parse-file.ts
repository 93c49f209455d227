import { open } from 'node:fs/promises'
import type { NotParsed, Parsed, ParseProgress } from './parse/outcome.ts'
import { parseLimits, type ParseLimits } from './parse/parse-limits.ts'
import { readInProcess } from './parse/reading-process.ts'
import { fileTooLarge, isEmpty } from './parse/refusals.ts'

export type { NotParsed, Parsed, ParseProgress } from './parse/outcome.ts'
export type { ParseLimits } from './parse/parse-limits.ts'

/**
 * Reads a file of an application into text, in a process of its own that ends with the answer. `name` is what its owner calls it;
 * the ending says what they believe it to be. Answers with a sentence for that owner where it cannot be read, or not within
 * `limits`; rejects where there is no such file, with the reason of `signal` where that is aborted, and by mistakes of ours.
 */
export async function parseFile(
  file: { readonly path: string; readonly name: string },
  options: {
    readonly onProgress?: (progress: ParseProgress) => void
    readonly signal?: AbortSignal
    readonly limits?: Partial<ParseLimits>
  } = {},
): Promise<Parsed | NotParsed> {
  const { onProgress = () => undefined, signal } = options
  const limits = { ...parseLimits, ...options.limits }
  signal?.throwIfAborted()
  const opened = await open(file.path, 'r')
  try {
    const { size } = await opened.stat()
    if (size === 0) return isEmpty(file.name)
    if (size > limits.fileBytes) return fileTooLarge(file.name, size, limits.fileBytes)
    signal?.throwIfAborted()
    return await readInProcess(opened.fd, { name: file.name, limits, onProgress, signal })
  } finally {
    await opened.close()
  }
}
