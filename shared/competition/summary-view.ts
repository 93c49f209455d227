import { maySummarize } from './access.ts'
import { rulesOf } from './rules.ts'
import { isRecused } from './state.ts'
import type { Looking } from './view.ts'

/** What the panel's summaries have come to: who agrees to what. The texts stand in the room. */
export interface SummaryView {
  readonly rule: 'optional' | 'required'
  readonly writable: boolean
  /** By criterion: what each seat agreed to, as the hash of text and scores. */
  readonly agreed: Readonly<
    Record<string, readonly { readonly seat: number; readonly hash: string; readonly at: number }[]>
  >
}

/** The summaries for somebody who may read the room; null where the competition asks for none. */
export function summaryView({ state, review, person }: Looking): SummaryView | null {
  const rule = rulesOf(state.rules).summary
  if (rule === 'off') return null
  const standing = review.seats.filter((seat) => !isRecused(review, seat.person)).map(({ number }) => number)
  const agreed = Object.entries(review.discussion.agreements).map(([criterion, bySeat]) => [
    criterion,
    standing.flatMap((seat) => {
      const agreement = bySeat[seat]
      return agreement ? [{ seat, hash: agreement.hash, at: agreement.at }] : []
    }),
  ])
  return { rule, writable: maySummarize(state, review, person), agreed: Object.fromEntries(agreed) }
}
