import { namedPriority } from '../rubric/priority-title.ts'
import { votedPriority, type Rubric } from '../rubric/rubric.ts'
import { isThin } from './decide-seats.ts'
import type { Competition, Review } from './state.ts'
import { seatName } from './seat-name.ts'
import { isCertified, sittingSeats } from './state.ts'
import { stemSettled, stemStanding } from './stem.ts'

/** What keeps a review from being revealed, as sentences for its monitor; empty when it can be. */
export function revealBlockers(state: Competition, review: Review): readonly string[] {
  if (review.revealed) return ['The scores are already revealed.']
  const sitting = sittingSeats(review)
  if (sitting.length === 0) return ['Nobody sits on this review. Staff decide what happens to it.']
  return [
    ...thin(state, review),
    ...sitting
      .filter((seat) => !seat.attested)
      .map((seat) =>
        isCertified(review, seat.person)
          ? `${seatName(seat.number)} is not ready.`
          : `${seatName(seat.number)} has not certified.`,
      ),
  ]
}

/** What keeps the panel's vote from being opened; empty when it can be. */
export function voteBlockers(state: Competition, review: Review, rubric: Rubric): readonly string[] {
  const { status } = stemStanding(review, rubric, state.rules)
  const blind = sittingSeats(review).filter((seat) => review.revealed && !seat.attested)
  if (blind.length > 0)
    return blind.map((seat) => `Seat ${seat.number} is not ready yet, and votes with the others.`)
  if (status === 'differ') return []
  if (status === 'unknown') return ['The scores are not revealed yet.']
  if (status === 'voting') return ['The vote is already open.']
  if (status === 'voted') return ['The panel has voted.']
  return ['The determinations agree: no vote is needed.']
}

/** What keeps a review from being closed, apart from the monitor's tick; empty when it can be. */
export function closeBlockers(state: Competition, review: Review, rubric: Rubric): readonly string[] {
  const voted = votedPriority(rubric)
  const unsettled =
    voted && review.revealed && !stemSettled(stemStanding(review, rubric, state.rules))
      ? [`The ${namedPriority(voted)} is not settled.`]
      : []
  return [...unsettled, ...signatureBlockers(state, review)]
}

/** The same as far as it depends on who has signed and on nothing that they wrote. */
export function signatureBlockers(state: Competition, review: Review): readonly string[] {
  if (!review.revealed) return ['The scores are not revealed yet.']
  if (review.closed) return ['The review is already closed.']
  const sitting = sittingSeats(review)
  if (sitting.length === 0) return ['Nobody sits on this review. Staff decide what happens to it.']
  return [
    ...thin(state, review),
    ...sitting.filter((seat) => !seat.signed).map((seat) => `${seatName(seat.number)} has not signed.`),
  ]
}

/** A panel below the smallest that the rules ask for waits for staff. */
function thin(state: Competition, review: Review): readonly string[] {
  if (!isThin(state, review)) return []
  const seats = sittingSeats(review).length
  return [`${seats === 1 ? '1 seat is' : `${seats} seats are`} left. Staff decide whether the panel goes on.`]
}

/** What keeps a review from being locked; empty when it can be. */
export function lockBlockers(review: Review): readonly string[] {
  if (review.lock.status !== 'open') return ['The review is already locked.']
  return review.closed ? [] : ['The panel monitor has not closed the review.']
}
