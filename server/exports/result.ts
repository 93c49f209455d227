import { lockedRecord, recordHash, type LockedRecord } from '../../shared/competition/locked-record.ts'
import type { Competition, Review } from '../../shared/competition/state.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { ExactMean } from '../../shared/scoring/exact-mean.ts'
import { shownMean } from '../../shared/scoring/shown-mean.ts'

/** What is published of a locked review: its record, the record's hash, and the numbers that follow from it. */
export interface Result {
  readonly review: string
  readonly applicant: string
  readonly recordHash: string
  readonly record: LockedRecord
  /** What the signed forms' criteria points come to, in units. */
  readonly mean: ExactMean
  /** The panel's points on the voted priority, all or nothing. */
  readonly stem: number
  readonly total: ExactMean
  /** The total as it is printed, as its rubric tells results. */
  readonly shown: string
}

/** The result of a review that is locked or being locked, computed from the journal alone. Throws where it has no total. */
export function resultOf(state: Competition, review: Review, rubric: Rubric): Result {
  const record = lockedRecord(state, review, rubric)
  const { mean, total } = record
  return {
    review: review.id,
    applicant:
      state.applications.find(({ id }) => id === review.application)?.applicant ?? review.application,
    recordHash: recordHash(record),
    record,
    mean,
    stem: record.stem?.points ?? 0,
    total,
    shown: shownMean(rubric, total),
  }
}
