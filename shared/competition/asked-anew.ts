import type { TextRef } from '../record/kept-text.ts'
import { withSeat } from './evolve-review.ts'
import type { Review } from './state.ts'

/** A form that was ready and that new versions of the rubric have opened again. */
export interface OpenedAnew {
  /** The hash of the version that it was ready by. */
  readonly from: string
  /** Versions since, with staff's reasons, the first one first. */
  readonly versions: readonly { readonly at: number; readonly why: TextRef | null }[]
}

/**
 * The review once it goes by another version: forms of these seats are open again. Whoever waited to be ready again anyway is told of
 * this version as well. `was` is the hash of the version before.
 */
export function openedAnew(
  review: Review,
  was: string,
  seats: readonly number[],
  version: OpenedAnew['versions'][number],
): Review {
  return review.seats.reduce((before, { number, askedAnew }) => {
    const opened = seats.includes(number)
    if (!opened && askedAnew === null) return before
    const { from, versions } = askedAnew ?? { from: was, versions: [] }
    const anew = { askedAnew: { from, versions: [...versions, version] } }
    const open = opened ? { attested: null, scores: {}, openedAt: null } : {}
    return withSeat(before, number, () => ({ ...open, ...anew }))
  }, review)
}
