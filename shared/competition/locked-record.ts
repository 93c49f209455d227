import { formTotal } from '../form/form-record.ts'
import { canonicalHash } from '../record/hash.ts'
import { votedPriority, type Rubric } from '../rubric/rubric.ts'
import type { ExactMean } from '../scoring/exact-mean.ts'
import { rulesOf } from './rules.ts'
import { standingOf, type Competition, type KeptRecord, type Review } from './state.ts'
import { seatAnswers } from './stem.ts'
import type { LockedScore } from '../scoring/ranking.ts'
import { applicationTotal } from './totals.ts'
import { majority, type Majority, type SeatAnswer } from '../scoring/majority.ts'

/** What a lock fixes: everything that the published numbers of a review are computed from, and those numbers. */
export interface LockedRecord {
  readonly competition: string
  readonly review: string
  readonly application: string
  readonly tier: number
  readonly round: number
  readonly rubric: string
  readonly seats: readonly {
    readonly seat: number
    readonly standing: SeatAnswer['standing']
    readonly form: KeptRecord | null
    readonly criteriaPoints: number | null
  }[]
  readonly stem: { readonly priority: string; readonly outcome: Majority; readonly points: number } | null
  readonly mean: ExactMean
  readonly total: ExactMean
}

/** The record of a review that can be locked, computed from the journal alone. Throws where it has no total yet. */
export function lockedRecord(state: Competition, review: Review, rubric: Rubric): LockedRecord {
  const total = applicationTotal(state, review, rubric)
  if (!total) throw new Error(`${review.id} has no total yet.`)
  const priority = votedPriority(rubric)
  const answers = priority ? seatAnswers(review, priority.id) : []
  return {
    competition: state.id,
    review: review.id,
    application: review.application,
    tier: review.tier,
    round: review.round,
    rubric: review.rubric,
    seats: review.seats.map((seat) => {
      const standing = standingOf(review, seat)
      const form = standing === 'sitting' ? (seat.signed?.record ?? null) : null
      return { seat: seat.number, standing, form, criteriaPoints: form ? formTotal(rubric, form) : null }
    }),
    stem: priority
      ? { priority: priority.id, outcome: majority(answers, rulesOf(state.rules)), points: total.stem }
      : null,
    mean: total.criteria,
    total: total.total,
  }
}

/** SHA-256 of the record's canonical JSON: what the lock puts into the journal. */
export function recordHash(record: LockedRecord): string {
  return canonicalHash(record)
}

/** What ranks an application, from the record of its lock and what the selecting official decided on its absolute priorities. */
export function lockedScore(
  { application, seats, total }: LockedRecord,
  absolute: Review['absolute'],
): LockedScore {
  return {
    application,
    total,
    forms: seats.flatMap(({ form }) => (form ? [form.scores] : [])),
    notMet: Object.keys(absolute).filter((id) => absolute[id]?.decided?.outcome === 'notMet'),
  }
}
