import { sha256Hex } from '../../shared/record/hash.ts'

/** A Yjs client id that the same words always give: what the server writes under it once, it does not write twice. */
export function steadyClient(words: string): number {
  return Number.parseInt(sha256Hex(words).slice(0, 8), 16)
}
