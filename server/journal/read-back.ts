import { evolve } from '../../shared/competition/evolve.ts'
import type { Competition } from '../../shared/competition/state.ts'
import { eventHash, type JournalEntry } from '../../shared/record/chain.ts'
import { decodeEntry } from './journal-entry.ts'

/** An entry as it is read from the log, with the state that follows from it. */
export interface EntryRead extends JournalEntry {
  readonly hash: string
  readonly after: Competition
}

/** Reads the entry that comes after `state`, the same way at every start, from every node and before it is written. Throws `JournalDamaged`. */
export function readEntry(bytes: Uint8Array, state: Competition): EntryRead {
  const { event, texts } = decodeEntry(bytes, state)
  const hash = eventHash(event)
  return { event, texts, hash, after: evolve(state, event, hash) }
}

/**
 * Reads entries that are about to be written after `state`, the last of which has the hash `head`. Throws where one cannot be read, or reads as
 * another than was meant: once it stood in the log nothing behind it could be read either, on any node, and no start would mend that.
 */
export function readBack(
  entries: readonly { readonly bytes: Uint8Array }[],
  state: Competition,
  head: string,
): void {
  let after = state
  try {
    for (const { bytes } of entries) ({ after } = readEntry(bytes, after))
    if (after.head !== head) throw new Error('It reads as another than was decided.')
  } catch (error) {
    throw new Error('What was decided could not be read again, so nothing of it was written.', {
      cause: error,
    })
  }
}
