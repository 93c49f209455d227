import type { EventKind, JournalEvent } from '../../shared/competition/event.ts'
import { evolve } from '../../shared/competition/evolve.ts'
import { recordHash } from '../../shared/competition/locked-record.ts'
import { beforeOpening, findReview } from '../../shared/competition/state.ts'
import { applicationTotal } from '../../shared/competition/totals.ts'
import { eventHash, linkHash, noHash, type JournalEntry } from '../../shared/record/chain.ts'
import { canonicalHash } from '../../shared/record/hash.ts'
import { makeExport } from '../../server/exports/export.ts'
import { isReadable, type Export } from '../../server/exports/export-format.ts'
import { resultOf } from '../../server/exports/result.ts'
import type { Signer } from '../../server/journal/signing.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Play } from './played-journal.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'

/** A value of JSON that an attacker may write into. */
export type Draft<T> = T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T

export type DraftExport = Draft<Export>

/** The export of a played journal. Throws where nothing is locked yet. */
export function exportOf(play: Play, signer: Signer): Export {
  const exportedAt = Date.UTC(2026, 10, 22)
  const made = makeExport({ entries: play.entries(), rubric: raceToTheTop, signer, exportedAt })
  if ('refused' in made) throw new Error(made.sentence)
  return made
}

/**
 * The same as it was made once: up to its last lock, not signed as a whole, and with what came after counted. Results and ranks are those
 * of that lock.
 */
export function olderExport(entries: readonly JournalEntry[], rubric: Rubric, signer: Signer): Export {
  const end = entries.findLastIndex(({ event }) => event.kind === 'head.signed') + 1
  const made = makeExport({ entries: entries.slice(0, end), rubric, signer, exportedAt: 0 })
  if ('refused' in made) throw new Error(made.sentence)
  const { signature: _, ...rest } = made
  return { ...rest, notYetSigned: entries.length - end }
}

/** A copy to write into, as it would be read from the file. */
export function draftOf(exported: Export | DraftExport): DraftExport {
  return JSON.parse(JSON.stringify(exported)) as DraftExport
}

/** The first event of that kind, or the first that also suits. Throws where there is none. */
export function eventIn<K extends EventKind>(
  draft: DraftExport,
  kind: K,
  suits: (event: Draft<Extract<JournalEvent, { kind: K }>>) => boolean = () => true,
): Draft<Extract<JournalEvent, { kind: K }>> {
  for (const entry of draft.entries) {
    if (!('event' in entry)) continue
    const event = entry.event
    if (isKind(event, kind) && suits(event)) return event
  }
  throw new Error(`The export has no such ${kind}.`)
}

function isKind<K extends EventKind>(
  event: Draft<JournalEvent>,
  kind: K,
): event is Draft<Extract<JournalEvent, { kind: K }>> {
  return event.kind === kind
}

/** What an attacker without the signing key can mend: places, hashes and links of the chain, in the order of the entries. */
export function mendChain(draft: DraftExport): void {
  let previous = noHash
  for (const [at, entry] of draft.entries.entries()) {
    const version = at + 1
    if ('event' in entry) {
      Object.assign(entry.event, { version, previous })
      if (entry.event.kind === 'head.signed') Object.assign(entry.event.data, { version: at, hash: previous })
      entry.hash = eventHash(entry.event)
    } else {
      Object.assign(entry, { version, previous })
      entry.hash = linkHash(entry)
    }
    previous = entry.hash
  }
}

/** The chain mended, with the results computed again from the altered entries as far as they give any. */
export function mendAll(draft: DraftExport): void {
  eventIn(draft, 'competition.opened').data.setup.rubric.sha256 = canonicalHash(draft.rubric)
  let state = beforeOpening
  for (const entry of draft.entries) {
    if (!isReadable(entry)) continue
    const { event } = entry
    const review = event.kind === 'review.locked' && findReview(state, event.data.review)
    if (event.kind === 'review.locked' && review && applicationTotal(state, review, draft.rubric)) {
      const result = draftResult(resultOf(state, review, draft.rubric))
      event.data.recordHash = result.recordHash
      draft.results = draft.results.map((given) => (given.review === review.id ? result : given))
    }
    state = evolve(state, event, entry.hash)
  }
  mendChain(draft)
}

/** The chain mended around altered results: the hashes of their records are put where they belong. */
export function mendResults(draft: DraftExport): void {
  for (const result of draft.results) {
    const locked = draft.entries.some(
      (entry) =>
        'event' in entry && entry.event.kind === 'review.locked' && entry.event.data.review === result.review,
    )
    // A result of a review that nobody locked leads nowhere.
    if (!locked) continue
    result.recordHash = recordHash(result.record)
    eventIn(draft, 'review.locked', ({ data }) => data.review === result.review).data.recordHash =
      result.recordHash
  }
  mendChain(draft)
}

function draftResult(result: Export['results'][number]): DraftExport['results'][number] {
  return JSON.parse(JSON.stringify(result)) as DraftExport['results'][number]
}
