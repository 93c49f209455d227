import { rowsOf, type Rubric } from '../rubric/rubric.ts'
import { reviewEffects, type ReviewEffects, type SignedReview } from './effects.ts'
import { pointsOf } from './line.ts'
import { rangeLimit, type RangeLimit } from './range-limit.ts'

/** What the outcome of a whole tier hangs on, for staff once all of it is locked. */
export interface TierEffects {
  /** The score that an application must reach, in points. */
  readonly line: number
  /** Nearest to the line first; equally near ones as the competition lists them. */
  readonly reviews: readonly ReviewEffects[]
  /** By size of panel: what range of a row is usual in this tier, and what would be unusual. */
  readonly ranges: readonly (RangeLimit & { readonly seats: number; readonly rows: number })[]
}

/** The effects of every review of a tier against its line in whole points. Reviews in which no form counts are left out. */
export function tierEffects(rubric: Rubric, reviews: readonly SignedReview[], line: number): TierEffects {
  const rows = rowsOf(rubric)
  const found = reviews
    .map((review) => reviewEffects(rows, review, line))
    .filter((effects) => effects !== null)
  return {
    line,
    reviews: found.toSorted((left, right) => Math.abs(pointsOf(left.gap)) - Math.abs(pointsOf(right.gap))),
    ranges: rangesOf(rubric, found),
  }
}

function rangesOf(rubric: Rubric, reviews: readonly ReviewEffects[]): TierEffects['ranges'] {
  const most = new Map(rowsOf(rubric).map(({ id, max }) => [id, max]))
  const sizes = [...new Set(reviews.map(({ seats }) => seats.length))].toSorted((left, right) => left - right)
  return sizes.flatMap((seats) => {
    const shares = reviews
      .filter((review) => review.seats.length === seats)
      .flatMap(({ rows }) =>
        rows.map(({ row, points }) => (Math.max(...points) - Math.min(...points)) / (most.get(row) ?? 1)),
      )
    const limit = rangeLimit(shares, seats)
    return limit ? [{ ...limit, seats, rows: shares.length }] : []
  })
}
