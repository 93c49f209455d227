import { formTotal } from '../form/form-record.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { exactMean, plusPoints, type ExactMean } from '../scoring/exact-mean.ts'
import { sittingSeats, type Review } from './state.ts'
import { stemStanding } from './stem.ts'

export interface ApplicationTotal {
  /** Plain mean of the signed forms' criteria points. */
  readonly criteria: ExactMean
  /** The panel's STEM points: all or nothing, once. */
  readonly stem: number
  readonly total: ExactMean
}

/**
 * An application's total: the plain mean of the criteria points of signed forms, plus the panel's STEM points (notice of 2010,
 * scoring). Null until every sitting seat has signed and the priority is settled.
 */
export function applicationTotal(review: Review, rubric: Rubric): ApplicationTotal | null {
  const signed = sittingSeats(review).map((seat) => seat.signed)
  const points = signed.flatMap((given) => (given ? [formTotal(given.record)] : []))
  const criteria = exactMean(points)
  const stem = stemPoints(review, rubric)
  if (!criteria || stem === null || points.length !== signed.length) return null
  return { criteria, stem, total: plusPoints(criteria, stem) }
}

function stemPoints(review: Review, rubric: Rubric): number | null {
  const standing = stemStanding(review, rubric)
  if (standing.status === 'none') return 0
  return 'points' in standing ? standing.points : null
}
