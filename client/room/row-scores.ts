import { criterionOf, type Criterion, type Row, type Rubric } from '../../shared/rubric/rubric.ts'
import { exactMean, type ExactMean } from '../../shared/scoring/exact-mean.ts'
import { disagreement, type Disagreement } from '../../shared/statistics/disagreement.ts'
import type { RoomColumn } from './room-columns.ts'

export interface SeatScore {
  readonly seat: number
  readonly label: string
  readonly yours: boolean
  readonly excused: boolean
  readonly points: number | null
  /** Attested before the reveal. */
  readonly attested: number | null
}

/** What a panel gave on one row: now, and before the discussion. Excused seats are listed and not counted. */
export interface RowScores {
  readonly row: Row
  readonly criterion: Criterion
  readonly scores: readonly SeatScore[]
  /** Points of the seats that count, in the order of the seats. */
  readonly counted: readonly number[]
  readonly found: Disagreement | null
  readonly before: Disagreement | null
  readonly mean: ExactMean | null
  /** The middle score; with an even number, half way between the two in the middle. */
  readonly middle: ExactMean | null
}

/** The scores of one row over all columns. */
export function rowScores(rubric: Rubric, row: Row, columns: readonly RoomColumn[]): RowScores {
  const scores = columns.map(({ seat, label, yours, excused, attested, record }) => ({
    seat,
    label,
    yours,
    excused,
    points: record.scores[row.id] ?? null,
    attested: attested[row.id] ?? null,
  }))
  const counting = scores.filter(({ excused }) => !excused)
  const counted = given(counting.map(({ points }) => points))
  return {
    row,
    criterion: criterionOf(rubric, row.id),
    scores,
    counted,
    found: disagreement(row, counted),
    before: disagreement(row, given(counting.map(({ attested }) => attested))),
    mean: exactMean(counted),
    middle: middleOf(counted),
  }
}

/** Whether a score differs from the attested one. */
export function isChanged({ points, attested }: Pick<SeatScore, 'points' | 'attested'>): boolean {
  return points !== attested
}

function given(points: readonly (number | null)[]): readonly number[] {
  return points.filter((value) => value !== null)
}

function middleOf(points: readonly number[]): ExactMean | null {
  const sorted = points.toSorted((left, right) => left - right)
  const half = sorted.length / 2
  return exactMean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1))
}
