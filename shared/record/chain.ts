import type { JournalEvent } from '../competition/event.ts'
import { canonicalHash } from './hash.ts'
import type { KeptTexts } from './kept-text.ts'

/** The hash an event is chained by: SHA-256 of its canonical JSON, which holds the hash of the event before. */
export function eventHash(event: JournalEvent): string {
  return canonicalHash(event)
}

/** An event as it is stored: with the texts it speaks of beside it, outside of its hash. */
export interface JournalEntry {
  readonly event: JournalEvent
  readonly texts: KeptTexts
}

/** The `previous` of the first event. */
export const noHash = '0'.repeat(64)
