import { majority } from '../scoring/majority.ts'
import { votedPriority } from '../rubric/rubric.ts'
import { voteBlockers } from './blockers.ts'
import type { CaseOf } from './decide.ts'
import type { NewEvent } from './event.ts'
import { refuse, type Refusal } from './refusal.ts'
import { rulesOf } from './rules.ts'
import { seesReveal } from './state.ts'
import { formAnswer, seatAnswers } from './stem.ts'

/** Opens the sealed vote, where the determinations differ. */
export function openVote({ state, review, rubric }: CaseOf<'vote.open'>): readonly NewEvent[] | Refusal {
  const [blocker] = voteBlockers(state, review, rubric)
  const priority = votedPriority(rubric)
  if (blocker || !priority) return refuse('out-of-turn', blocker ?? 'This rubric has no priority to vote on.')
  return [{ kind: 'vote.opened', data: { review: review.id, priority: priority.id } }]
}

/** Confirms or changes one's determination; a change needs reasons, and what is written with a confirmation is kept. */
export function castBallot({
  review,
  seat,
  command,
  rubric,
  keep,
}: CaseOf<'ballot.cast'>): readonly NewEvent[] | Refusal {
  const priority = votedPriority(rubric)
  // Who came after the reveal scores blind first, and is not told of a vote.
  const blind = !seesReveal(review, seat)
  if (blind || review.vote.status !== 'open' || !priority) return refuse('out-of-turn', 'No vote is open.')
  if (!seat || seat.excused) return refuse('out-of-turn', 'Your seat is excused from this review.')
  const { answer } = command
  const changes = answer !== formAnswer(seat, priority.id)
  const reasons = command.reasons.trim()
  if (changes && reasons === '') return refuse('incomplete', 'A change needs your reasons.')
  const data = {
    review: review.id,
    seat: seat.number,
    answer,
    reasons: reasons === '' ? null : keep(reasons),
  }
  return [{ kind: 'ballot.cast', data }]
}

/** Closes the vote; everybody is shown the result at the same moment. */
export function closeVote({ state, review, rubric }: CaseOf<'vote.close'>): readonly NewEvent[] | Refusal {
  const priority = votedPriority(rubric)
  if (review.vote.status !== 'open' || !priority) return refuse('out-of-turn', 'No vote is open.')
  const closed = { ...review, vote: { status: 'closed', at: 0, by: '' } } as const
  const { seats, yes, needed, awarded } = majority(seatAnswers(closed, priority.id), rulesOf(state.rules))
  return [{ kind: 'vote.closed', data: { review: review.id, seats, yes, needed, awarded } }]
}

/** Staff open a closed vote again, with a reason: everybody votes anew, and signs anew after it. */
export function reopenVote({ review, command, keep }: CaseOf<'vote.reopen'>): readonly NewEvent[] | Refusal {
  if (review.vote.status !== 'closed')
    return refuse('out-of-turn', 'No closed vote is there to be opened again.')
  return [{ kind: 'vote.reopened', data: { review: review.id, reason: keep(command.reason) } }]
}
