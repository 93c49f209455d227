import { votedPriority } from '../rubric/rubric.ts'
import { majority } from '../scoring/majority.ts'
import { rulesOf } from './rules.ts'
import type { Looking } from './view.ts'
import { isRecused, labelOf } from './state.ts'
import { determinationOf, formAnswer, seatAnswers, stemStanding } from './stem.ts'

/** The panel's decision on the voted priority, as one person may know it. */
export interface VoteView {
  readonly priority: string
  readonly status: 'agreed' | 'differ' | 'open' | 'closed'
  /** Seats that count: all but the recused, unless the rules say otherwise. */
  readonly seats: number
  /** The last time that staff opened the closed vote again, and why. */
  readonly reopened: { readonly at: number; readonly reason: string } | null
  /** Ballots in, while the vote is open; whose they are is not told. */
  readonly cast: number
  /** What the person's own form says, and the ballot they cast; null for who has no seat. */
  readonly mine: {
    readonly form: 'yes' | 'no' | null
    readonly ballot: {
      readonly answer: 'yes' | 'no'
      readonly reasons: string | null
      readonly at: number
    } | null
  } | null
  /** Null until the vote is closed, unless no vote is needed. */
  readonly result: VoteResult | null
}

export interface VoteResult {
  readonly yes: number
  readonly needed: number
  readonly awarded: boolean
  readonly points: number
  readonly closedAt: number | null
  /** Who closed the vote; null where none was needed. */
  readonly closedBy: string | null
  /** Seats that count for nothing, and are not among those of the vote. */
  readonly recused: number
  /** Seats among those of the vote that staff excused. */
  readonly excused: number
  readonly answers: readonly {
    readonly seat: number
    readonly form: 'yes' | 'no' | null
    readonly answer: 'yes' | 'no' | null
    /** Reasons written in the vote; where there are none they stand in the form. */
    readonly reasons: string | null
  }[]
}

/** The vote for one person; null before the reveal, and for staff before the lock. Ballots of an open vote reach nobody but who cast them. */
export function voteView({ state, review, rubric, person, facts }: Looking): VoteView | null {
  const priority = votedPriority(rubric)
  const standing = stemStanding(review, rubric, state.rules)
  if (!priority || standing.status === 'unknown' || standing.status === 'none') return null
  if (person.role === 'staff' && review.lock.status !== 'locked') return null
  const seats = review.seats.filter((seat) => !isRecused(review, seat.person))
  const own = seats.find((seat) => seat.person === person.id)
  const result: VoteResult | null = !('outcome' in standing)
    ? null
    : {
        yes: standing.outcome.yes,
        needed: standing.outcome.needed,
        awarded: standing.outcome.awarded,
        points: standing.points,
        closedAt: review.vote.status === 'closed' ? review.vote.at : null,
        closedBy: review.vote.status === 'closed' ? labelOf(state, review.vote.by) : null,
        recused: review.seats.length - seats.length,
        excused: seats.filter((seat) => seat.excused).length,
        answers: seats.map((seat) => ({
          seat: seat.number,
          form: formAnswer(seat, priority.id),
          answer: determinationOf(review, seat, priority.id),
          reasons:
            standing.status === 'voted' && seat.ballot?.reasons ? facts.text(seat.ballot.reasons) : null,
        })),
      }
  const ballot = own?.ballot
  return {
    priority: priority.id,
    status: statuses[standing.status],
    seats: majority(seatAnswers(review, priority.id), rulesOf(state.rules)).seats,
    reopened: review.reopened && { at: review.reopened.at, reason: facts.text(review.reopened.reason) },
    cast: review.vote.status === 'open' ? review.vote.order.length : 0,
    mine: own
      ? {
          form: formAnswer(own, priority.id),
          ballot: ballot
            ? {
                answer: ballot.answer,
                reasons: ballot.reasons ? facts.text(ballot.reasons) : null,
                at: ballot.at,
              }
            : null,
        }
      : null,
    result,
  }
}

const statuses = { agreed: 'agreed', differ: 'differ', voting: 'open', voted: 'closed' } as const
