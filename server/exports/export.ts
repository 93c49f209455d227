import { evolve } from '../../shared/competition/evolve.ts'
import { isOfSetUp } from '../../shared/competition/evolve-set-up.ts'
import type { JournalEvent } from '../../shared/competition/event.ts'
import { refuse, type Refusal } from '../../shared/competition/refusal.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import { beforeOpening, findReview, type Competition } from '../../shared/competition/state.ts'
import { eventHash, linkOf, type JournalEntry } from '../../shared/record/chain.ts'
import type { KeptTexts } from '../../shared/record/kept-text.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Signer } from '../journal/signing.ts'
import { exportFormat, headOf, noticeOf, type Export, type ExportedEntry } from './export-format.ts'
import { lockedTiers, tierRanking } from '../../shared/competition/tier-ranking.ts'
import { resultOf } from './result.ts'
import { mentionsIn } from './text-refs.ts'

/**
 * Makes the export of a journal: all its entries, signed as of now, since what is decided after a lock changes ranks as well, and the
 * results of locked reviews. What is said of a review that is not locked is withheld. Refused while nothing is locked.
 */
export function makeExport(parts: {
  /** The whole journal, from its first entry. */
  readonly entries: readonly JournalEntry[]
  readonly rubric: Rubric
  readonly signer: Pick<Signer, 'publicKeyPem' | 'signExport'>
  /** Milliseconds since 1970, UTC. */
  readonly exportedAt: number
}): Export | Refusal {
  const { rubric, signer, exportedAt } = parts
  if (!parts.entries.some(({ event }) => event.kind === 'head.signed'))
    return refuse('out-of-turn', 'Nothing is locked yet, so there is nothing that could be computed again.')
  const hashed = parts.entries.map((entry) => ({ ...entry, hash: eventHash(entry.event) }))
  const state = hashed.reduce((before, { event, hash }) => evolve(before, event, hash), beforeOpening)
  const texts = textsOnce(hashed)
  const entries = hashed.map(({ event, hash }): ExportedEntry => {
    if (mayBeRead(state, event)) return { event, hash, texts: texts.besides(event) }
    return { ...linkOf(event), hash, withheld: true }
  })
  return {
    format: exportFormat,
    notice: noticeOf(state),
    competition: { id: state.id, title: state.title },
    exportedAt,
    signature: signer.signExport(headOf({ exportedAt, entries })),
    rubric,
    publicKey: signer.publicKeyPem,
    entries,
    withheldTexts: texts.missing(),
    results: state.reviews
      .filter(({ lock }) => lock.status === 'locked')
      .map((review) => resultOf(state, review, rubricOf(state, review, rubric))),
    ...ranksOf(state, rubric),
  }
}

/** The ranks of the tiers that are locked as a whole, for an export that has any. */
export function ranksOf(state: Competition, rubric: Rubric): Pick<Export, 'ranks'> {
  const tiers = lockedTiers(state)
  const ranks = tiers.flatMap((tier) => {
    const found = tierRanking(state, rubric, tier)
    return found ? [{ tier, ranks: found }] : []
  })
  return ranks.length === 0 ? {} : { ranks }
}

function mayBeRead(state: Competition, event: JournalEvent): boolean {
  if (event.kind === 'competition.opened' || event.kind === 'head.signed') return true
  if (isOfSetUp(event)) return true
  return findReview(state, event.data.review)?.lock.status === 'locked'
}

/** Puts each stored text beside the first readable event that speaks of it, and notes those that are not stored. */
function textsOnce(entries: readonly JournalEntry[]): {
  readonly besides: (event: JournalEvent) => KeptTexts
  readonly missing: () => readonly string[]
} {
  const stored = new Map(entries.flatMap(({ texts }) => Object.entries(texts)))
  const seen = new Set<string>()
  return {
    besides: (event) => {
      const fresh = mentionsIn(event.data).filter(({ ref }) => !seen.has(ref))
      for (const { ref } of fresh) seen.add(ref)
      return Object.fromEntries(
        fresh.flatMap(({ ref }) => {
          const kept = stored.get(ref)
          return kept ? [[ref, kept]] : []
        }),
      )
    },
    missing: () => [...seen].filter((ref) => !stored.has(ref)),
  }
}
