import { answersDiffer, majority, type Majority, type SeatAnswer } from '../scoring/majority.ts'
import { votedPriority, type Rubric } from '../rubric/rubric.ts'
import { rulesOf } from './rules.ts'
import type { Rules } from './setup.ts'
import { standingOf, type Review, type Seat } from './state.ts'

/**
 * What a seat determines on the voted priority: its ballot where it cast one in a closed vote, else what its attested form
 * says. Ballots of an open vote are sealed and count for nothing yet.
 */
export function determinationOf(review: Review, seat: Seat, priorityId: string): 'yes' | 'no' | null {
  const voted = review.vote.status === 'closed' ? seat.ballot : null
  return voted?.answer ?? formAnswer(seat, priorityId)
}

/** What a seat's attested form says on the priority. */
export function formAnswer(seat: Seat, priorityId: string): 'yes' | 'no' | null {
  return seat.attested?.record.determinations[priorityId]?.answer ?? null
}

/** Every seat with its standing and answer, as `majority` counts them. */
export function seatAnswers(review: Review, priorityId: string): readonly SeatAnswer[] {
  return review.seats.map((seat) => ({
    seat: seat.number,
    standing: standingOf(review, seat),
    answer: determinationOf(review, seat, priorityId),
  }))
}

/** Where the all-or-nothing priority stands. Before the reveal nothing is known of it. */
export type StemStanding =
  | { readonly status: 'unknown' }
  /** The rubric has no such priority. */
  | { readonly status: 'none' }
  /** All who determined say the same: no vote is needed. */
  | { readonly status: 'agreed'; readonly outcome: Majority; readonly points: number }
  | { readonly status: 'differ' }
  | { readonly status: 'voting' }
  | { readonly status: 'voted'; readonly outcome: Majority; readonly points: number }

/** Where the review's panel stands on the voted priority (Race to the Top: STEM, 15 points, all or nothing). */
export function stemStanding(review: Review, rubric: Rubric, rules: Rules): StemStanding {
  const priority = votedPriority(rubric)
  if (!priority) return { status: 'none' }
  if (!review.revealed) return { status: 'unknown' }
  if (review.vote.status === 'open') return { status: 'voting' }
  const answers = seatAnswers(review, priority.id)
  const counting = rulesOf(rules)
  if (review.vote.status === 'none' && answersDiffer(answers, counting)) return { status: 'differ' }
  const outcome = majority(answers, counting)
  const status = review.vote.status === 'closed' ? 'voted' : 'agreed'
  return { status, outcome, points: outcome.awarded ? priority.points : 0 }
}

/** Whether nothing more is to be decided on the priority. */
export function stemSettled(standing: StemStanding): boolean {
  return standing.status === 'agreed' || standing.status === 'voted' || standing.status === 'none'
}
