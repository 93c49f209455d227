import { z } from 'zod'
import { parseEvent } from '../../shared/competition/event.ts'
import type { Competition } from '../../shared/competition/state.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import type { JournalEntry } from '../../shared/record/chain.ts'
import { textHash } from '../../shared/record/kept-text.ts'
import { readJson } from '../log/read-record.ts'

/** The journal does not read as a whole: an entry is unreadable, out of place, or does not fit the one before. */
export class JournalDamaged extends Error {
  override readonly name = 'JournalDamaged'
  readonly sentence: string

  constructor(version: number, what: string) {
    const sentence = `The journal is damaged at entry ${version}: ${what} Nothing was changed. Put back the last good copy of the data folder.`
    super(sentence)
    this.sentence = sentence
  }
}

const entrySchema = z.strictObject({
  event: z.unknown(),
  texts: z.record(z.string(), z.strictObject({ salt: z.string(), text: z.string() })),
})

/** The bytes of an entry in the log: canonical JSON, so that they can be hashed again by anybody. */
export function encodeEntry(entry: JournalEntry): Uint8Array {
  return new TextEncoder().encode(canonicalJson(entry))
}

/** Reads the entry that comes after `state`. Throws `JournalDamaged` where it does not fit. */
export function decodeEntry(bytes: Uint8Array, state: Competition): JournalEntry {
  const version = state.version + 1
  const whole = entrySchema.safeParse(readJson(bytes))
  if (!whole.success) throw new JournalDamaged(version, 'it cannot be read.')
  const parsed = parseEvent(whole.data.event)
  if ('fault' in parsed) throw new JournalDamaged(version, parsed.fault)
  const { event } = parsed
  if (event.version !== version)
    throw new JournalDamaged(version, `it says that it is entry ${event.version}.`)
  if (event.previous !== state.head)
    throw new JournalDamaged(version, 'it does not follow from the entry before.')
  const { texts } = whole.data
  const misfit = Object.entries(texts).find(([ref, kept]) => textHash(kept) !== ref)
  if (misfit) throw new JournalDamaged(version, 'a text in it is not the one that was written.')
  return { event, texts }
}
