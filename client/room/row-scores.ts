import { useState } from 'react'
import { criterionOf, rowsOf, type Criterion, type Row, type Rubric } from '../../shared/rubric/rubric.ts'
import { exactMean, type ExactMean } from '../../shared/scoring/exact-mean.ts'
import {
  disagreement,
  flagRules,
  type Disagreement,
  type FlagRules,
} from '../../shared/statistics/disagreement.ts'
import { rowMeasures, type RowMeasures } from '../../shared/statistics/row-measures.ts'
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
  readonly rubric: Pick<Rubric, 'scale'>
  readonly row: Row
  readonly criterion: Criterion
  readonly scores: readonly SeatScore[]
  /** Points of the seats that count, in the order of the seats. */
  readonly counted: readonly number[]
  /** How far apart they are now, and were when they were revealed. */
  readonly found: Disagreement | null
  readonly before: Disagreement | null
  readonly label: RowMeasures['label']
  readonly away: RowMeasures['away']
  readonly mean: ExactMean | null
  /** The middle score; with an even number, half way between the two in the middle. */
  readonly middle: ExactMean | null
}

/** The scores of every row, live. A row in which nothing has changed is the same object as before, so that it need not be drawn anew. */
export function useRows(
  rubric: Rubric,
  columns: readonly RoomColumn[],
  flags: FlagRules = flagRules,
): readonly RowScores[] {
  const [kept] = useState(() => new Map<string, RowScores>())
  return rowsOf(rubric).map((row) => {
    const scores = rowScores(rubric, row, columns, flags, kept.get(row.id))
    kept.set(row.id, scores)
    return scores
  })
}

/** The scores of one row over all columns, flagged by the competition's rules; `before` itself where it says the same. */
export function rowScores(
  rubric: Rubric,
  row: Row,
  columns: readonly RoomColumn[],
  flags: FlagRules = flagRules,
  before?: RowScores,
): RowScores {
  const scores = columns.map(({ seat, label, yours, excused, attested, record }) => ({
    seat,
    label,
    yours,
    excused,
    points: record.scores[row.id] ?? null,
    attested: attested[row.id] ?? null,
  }))
  if (before && before.row === row && sameScores(before.scores, scores)) return before
  const counting = scores.filter(({ excused }) => !excused)
  const counted = given(counting.map(({ points }) => points))
  const { found, label, away } = rowMeasures(row, counted, flags)
  return {
    rubric,
    row,
    criterion: criterionOf(rubric, row.id),
    scores,
    counted,
    before: disagreement(row, given(counting.map(({ attested }) => attested)), flags),
    found,
    label,
    away,
    mean: exactMean(counted),
    middle: middleOf(counted),
  }
}

function sameScores(left: readonly SeatScore[], right: readonly SeatScore[]): boolean {
  const isSame = (one: SeatScore, other: SeatScore | undefined): boolean =>
    one.seat === other?.seat &&
    one.label === other.label &&
    one.yours === other.yours &&
    one.excused === other.excused &&
    one.points === other.points &&
    one.attested === other.attested
  return left.length === right.length && left.every((one, at) => isSame(one, right[at]))
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
