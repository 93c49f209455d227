import type { JournalEvent } from '../competition/event.ts'
import { canonicalHash } from './hash.ts'
import type { KeptTexts } from './kept-text.ts'

/** Where an event stands, and the hash of what it says: enough to follow the chain past an event that may not be read. */
export interface Link {
  readonly version: number
  /** The hash of the event before. */
  readonly previous: string
  /** SHA-256 of the event's canonical JSON. */
  readonly content: string
}

/** The link of an event in the chain. */
export function linkOf(event: JournalEvent): Link {
  return { version: event.version, previous: event.previous, content: canonicalHash(event) }
}

/** The hash a link is chained by: SHA-256 of its canonical JSON. It depends on every event before, read or not. */
export function linkHash({ version, previous, content }: Link): string {
  return canonicalHash({ version, previous, content })
}

/** The hash an event is chained by. */
export function eventHash(event: JournalEvent): string {
  return linkHash(linkOf(event))
}

/** An event as it is stored: with the texts it speaks of beside it, outside of its hash. */
export interface JournalEntry {
  readonly event: JournalEvent
  readonly texts: KeptTexts
}

/** The `previous` of the first event. */
export const noHash = '0'.repeat(64)
