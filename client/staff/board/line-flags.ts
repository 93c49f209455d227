import type { ReviewView } from '../../../shared/competition/view.ts'
import { counted } from '../../room/number-words.ts'
import { askedOn, reviewersOn, sittingOn } from '../needs.ts'
import { isWaitedFor } from './behind.ts'

/** What is out of the ordinary about a review. `stops`: it goes on only once staff have done something; `waits`: somebody is waited for. */
export interface LineFlag {
  readonly kind: 'stops' | 'waits' | 'tells'
  readonly words: string
}

/** The flags of a review, what matters most first. `behind` is how many of its seats are. */
export function flagsOf(review: ReviewView, behind: number): readonly LineFlag[] {
  if (review.lock) return []
  const { seats, left } = reviewersOn(review)
  const unsure = askedOn(review).length
  const progress = review.progress ?? []
  const returned = progress.filter(({ returned: back, ready }) => back && !ready).length
  const asked = progress.filter((each) => each.nudgedAt !== null && isWaitedFor(review, each)).length
  const flag = (so: boolean, kind: LineFlag['kind'], words: string): readonly LineFlag[] =>
    so ? [{ kind, words }] : []
  return [
    ...flag(review.call !== null, 'stops', 'Calls you'),
    ...flag(review.thin, 'stops', `Waits: ${counted(sittingOn(review).length, 'seat')} left`),
    ...flag(!review.thin && left < seats, 'stops', `${left} of ${seats} left`),
    ...flag(isHeadless(review), 'stops', 'No monitor'),
    ...flag(unsure > 0, 'waits', `${unsure} not sure`),
    ...flag(review.lockAsked !== null && !review.lockAsked.mine, 'waits', 'A lock waits for you'),
    ...flag(behind > 0, 'waits', `${behind} behind`),
    ...flag(returned > 0, 'tells', `${returned} returned`),
    ...flag(asked > 0, 'tells', `${asked} asked`),
  ]
}

/** Whether the panel's monitor is recused, so that nobody can lead it. */
export function isHeadless({ progress }: ReviewView): boolean {
  return (progress ?? []).some(({ seat, conflict }) => seat === null && conflict === 'recused')
}

/** What keeps a review from its next step, and what that step is called; no sentences where nothing does. */
export interface NextStep {
  /** "the reveal" */
  readonly what: string
  readonly sentences: readonly string[]
}

/** The next thing that a panel, its monitor or staff decide about a review; null once it is locked or while it is open to nobody. */
export function nextStepOf({ blockers, revealed, closed, lock, of, tier }: ReviewView): NextStep | null {
  if (lock || !blockers || of === null || tier === 0) return null
  if (!revealed) return { what: 'the reveal', sentences: blockers.reveal }
  if (!closed) return { what: 'the close', sentences: blockers.close }
  return { what: 'the lock', sentences: blockers.lock }
}

/**
 * Whether a review cannot go on by people doing their work: too few seats, nobody to lead, nobody who sits, or somebody who has not
 * certified while others have scored.
 */
export function isBlocked(review: ReviewView): boolean {
  if (review.lock || review.of === null) return false
  const sitting = sittingOn(review)
  const uncertified = sitting.filter(({ conflict }) => conflict === 'open' || conflict === 'unsure')
  const others = review.step !== 'conflicts' && uncertified.length > 0
  return review.thin || sitting.length === 0 || isHeadless(review) || others
}

/** What the panel's monitor can do now where nothing stands in the way; null where something does, or staff are next. */
export function readyFor(review: ReviewView): string | null {
  const next = nextStepOf(review)
  if (!next || next.sentences.length > 0 || review.closed) return null
  return review.revealed ? 'Can be closed' : 'Can be revealed'
}
