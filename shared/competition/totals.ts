import { formTotal } from '../form/form-record.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { averageOf } from '../scoring/averages.ts'
import { plusPoints, type ExactMean } from '../scoring/exact-mean.ts'
import { rulesOf } from './rules.ts'
import type { Rules } from './setup.ts'
import { sittingSeats, type Competition, type Review } from './state.ts'
import { stemStanding } from './stem.ts'

export interface ApplicationTotal {
  /** What the criteria points of the signed forms come to, by the competition's averaging. */
  readonly criteria: ExactMean
  /** The panel's STEM points: all or nothing, once. */
  readonly stem: number
  readonly total: ExactMean
}

/**
 * An application's total, in units: the average of the criteria points of signed forms, plus the panel's STEM points (notice of 2010,
 * scoring: the plain mean). What the panel decides is settled before anything is left out by a median or a trimmed mean. Null until
 * every sitting seat has signed and the priority is settled.
 */
export function applicationTotal(
  { rules }: Pick<Competition, 'rules'>,
  review: Review,
  rubric: Rubric,
): ApplicationTotal | null {
  const signed = sittingSeats(review).map((seat) => seat.signed)
  const points = signed.flatMap((given) => (given ? [formTotal(rubric, given.record)] : []))
  const criteria = averageOf(rulesOf(rules).averaging, points)
  const stem = stemPoints(rules, review, rubric)
  if (!criteria || stem === null || points.length !== signed.length) return null
  return { criteria, stem, total: plusPoints(criteria, stem) }
}

function stemPoints(rules: Rules, review: Review, rubric: Rubric): number | null {
  const standing = stemStanding(review, rubric, rules)
  if (standing.status === 'none') return 0
  return 'points' in standing ? standing.points : null
}
