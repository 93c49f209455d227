import { rangeOf, rowsOf, type Best, type Rubric } from '../rubric/rubric.ts'
import type { Averaging } from '../scoring/averages.ts'
import { reviewEffects, type ReviewEffects, type SignedReview } from './effects.ts'
import { pointsOf } from './line.ts'
import { rangeLimit, type RangeLimit } from './range-limit.ts'

/** What the outcome of a whole tier hangs on, for staff once all of it is locked. */
export interface TierEffects {
  /** The score that an application must reach, in units, and which side of it is through. */
  readonly line: number
  readonly best: Best
  /** How the competition averages. All here is of the plain mean: where this says otherwise the official score is another. */
  readonly averaging: Averaging
  /** Nearest to the line first; equally near ones as the competition lists them. */
  readonly reviews: readonly ReviewEffects[]
  /** By size of panel: what range of a row is usual in this tier, and what would be unusual. */
  readonly ranges: readonly (RangeLimit & { readonly seats: number; readonly rows: number })[]
}

/** The effects of every review of a tier against its line in whole units. Reviews in which no form counts are left out. */
export function tierEffects(
  rubric: Rubric,
  reviews: readonly SignedReview[],
  { line, averaging }: Pick<TierEffects, 'line' | 'averaging'>,
): TierEffects {
  const found = reviews
    .map((review) => reviewEffects(rubric, review, line))
    .filter((effects) => effects !== null)
  return {
    line,
    best: rubric.scale?.best ?? 'high',
    averaging,
    reviews: found.toSorted((left, right) => Math.abs(pointsOf(left.gap)) - Math.abs(pointsOf(right.gap))),
    ranges: rangesOf(rubric, reviews),
  }
}

/** Of all rows, those that do not count among them: what is a usual range is a question of how a panel reads. */
function rangesOf(rubric: Rubric, reviews: readonly SignedReview[]): TierEffects['ranges'] {
  const sizes = [...new Set(reviews.map(({ seats }) => seats.length))].toSorted((left, right) => left - right)
  return sizes.flatMap((size) => {
    const shares = reviews
      .filter(({ seats }) => seats.length === size)
      .flatMap(({ seats }) =>
        rowsOf(rubric).map((row) => {
          const points = seats.map(({ scores }) => scores[row.id] ?? 0)
          return (Math.max(...points) - Math.min(...points)) / rangeOf(row)
        }),
      )
    const limit = rangeLimit(shares, size)
    return limit ? [{ ...limit, seats: size, rows: shares.length }] : []
  })
}
