import { runInProcess, type GivenUp } from './in-process.ts'
import { saidSchema, type Job, type NotParsed, type Parsed, type ParseProgress } from './outcome.ts'
import type { ParseLimits } from './parse-limits.ts'
import { isDamaged, textTooLong, tookTooLong, tookTooMuchMemory } from './refusals.ts'

export interface ReadingOptions {
  readonly name: string
  readonly limits: ParseLimits
  readonly onProgress: (progress: ParseProgress) => void
  readonly signal: AbortSignal | undefined
}

/**
 * Reads an open file in a process of its own and answers once that process is gone. Rejects with the signal's reason where it is
 * aborted, and where this program made a mistake.
 */
export async function readInProcess(fd: number, options: ReadingOptions): Promise<Parsed | NotParsed> {
  const { name, limits, onProgress, signal } = options
  const { unpackedBytes, pages, blocks, textLength } = limits
  const job: Job = { name, unpackedBytes, pages, blocks, textLength }
  let head: Omit<Parsed['parsed'], 'text'> | null = null
  const outcome = await runInProcess<Parsed | NotParsed>(fd, {
    program: new URL('./child.ts', import.meta.url),
    job,
    limits,
    signal,
    onLine: (line) => {
      if (head) return { parsed: { ...head, text: line } }
      const said = saidSchema.parse(JSON.parse(line.toString('utf8')))
      if ('refused' in said) return said
      if ('page' in said) onProgress(said)
      else head = said.parsed
      return null
    },
  })
  return 'gaveUp' in outcome ? sentenceFor(outcome, options) : outcome
}

function sentenceFor(givenUp: GivenUp, { name, limits }: ReadingOptions): NotParsed {
  switch (givenUp.gaveUp) {
    case 'time':
      return tookTooLong(name, givenUp.ms)
    case 'memory':
      return tookTooMuchMemory(name, givenUp.bytes)
    case 'answer':
      return textTooLong(name, limits.textLength)
    case 'broken':
      return isDamaged(name, givenUp.detail)
  }
}
