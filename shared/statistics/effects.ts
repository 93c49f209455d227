import { countedRows, leastOf, rangeOf, type Best, type Row, type Rubric } from '../rubric/rubric.ts'
import { exactMean, plusPoints, type ExactMean } from '../scoring/exact-mean.ts'
import type { Majority } from '../scoring/majority.ts'
import { agreementIndex } from './agreement-index.ts'
import { allToMiddle } from './all-to-middle.ts'
import { averageDeviation, type AverageDeviation } from './average-deviation.ts'
import { covarianceShares } from './covariance-share.ts'
import { standardDeviation, standardError, sumOf } from './dispersion.ts'
import { envelope, type Envelope } from './envelope.ts'
import { exactBootstrap, type Bootstrap } from './exact-bootstrap.ts'
import { influences, type Influence } from './influence.ts'
import { gapToLine, normalChance, reaches, type Gap } from './line.ts'
import { voteSwing } from './one-vote.ts'
import { panelLabel, type PanelLabel } from './panel-label.ts'
import { rowStakes, type RowStakes } from './row-stakes.ts'

/** What the signed forms of one review say, and what its panel decided together. */
export interface SignedReview {
  readonly review: string
  /** The seats whose forms count, with their points by row; a row without any adds nothing, as in the official total. */
  readonly seats: readonly {
    readonly seat: number
    readonly scores: Readonly<Record<string, number | null>>
  }[]
  /** The all-or-nothing priority: its points, and what the panel said. Null where the rubric has none. */
  readonly vote: { readonly outcome: Majority; readonly points: number } | null
}

/** What the outcome of one application hangs on, in units of all rows that count; the panel's own decision is in every total. */
export interface ReviewEffects {
  readonly review: string
  readonly mean: ExactMean
  readonly gap: Gap
  readonly seats: readonly {
    readonly seat: number
    readonly total: number
    /** Null where there is nobody else. */
    readonly influence: Influence | null
  }[]
  /** Of the totals, in units; null of fewer than two. */
  readonly deviation: number | null
  readonly error: number | null
  readonly envelope: Envelope
  readonly allToMiddle: { readonly swing: number; readonly crosses: boolean }
  readonly bootstrap: Bootstrap | null
  readonly normalChance: number | null
  readonly vote: VoteEffect | null
  /** Those that cost most first; equal ones as the rubric has them. */
  readonly rows: readonly RowEffects[]
}

export interface VoteEffect {
  readonly outcome: Majority
  readonly points: number
  /** Units that one vote would move, all or none. */
  readonly swing: number
  /** Whether that one vote would move the application over the line. */
  readonly crosses: boolean
}

export interface RowEffects {
  readonly row: string
  /** In the order of the seats. */
  readonly points: readonly number[]
  readonly stakes: RowStakes
  /** Share in the spread of totals; null where all totals are the same. */
  readonly share: number | null
  readonly label: PanelLabel | null
  readonly averageDeviation: AverageDeviation | null
  readonly agreement: number | null
}

/**
 * What the outcome of an application hangs on against a line in whole units, or null where no form counts. Rows that do not count are
 * no part of it, and all of it is of the plain mean, also where a competition averages otherwise. The all-or-nothing priority is the panel's and settled first: it stands in all totals alike, so that no reviewer's own answer looks like a spread.
 */
export function reviewEffects(
  rubric: Rubric,
  { review, seats, vote }: SignedReview,
  line: number,
): ReviewEffects | null {
  const rows = countedRows(rubric)
  const best = rubric.scale?.best
  const awarded = vote?.outcome.awarded ? vote.points : 0
  const byRow = rows.map(({ id }) => seats.map(({ scores }) => scores[id] ?? 0))
  const totals = seats.map((_, at) => sumOf(byRow.map((points) => points[at] ?? 0)) + awarded)
  const mean = exactMean(totals)
  const gap = gapToLine(totals, line)
  if (!mean || !gap) return null
  const shares = covarianceShares(byRow)
  const others = influences(totals, line, best)
  const around = envelope(byRow, line - awarded, best)
  return {
    review,
    mean,
    gap,
    seats: seats.map(({ seat }, at) => ({
      seat,
      total: totals[at] ?? 0,
      influence: others[at] ?? null,
    })),
    deviation: standardDeviation(totals),
    error: standardError(totals),
    envelope: {
      lowest: around.lowest + awarded,
      highest: around.highest + awarded,
      crosses: around.crosses,
    },
    allToMiddle: allToMiddle(byRow, gap, best),
    bootstrap: exactBootstrap(totals, line, best),
    normalChance: normalChance(totals, line, best),
    vote: vote && voteEffect(vote, gap, best),
    rows: rows
      .map((row, at) => rowEffects(row, byRow[at] ?? [], gap, shares?.[at] ?? null, best))
      .toSorted((left, right) => right.stakes.expectedLoss - left.stakes.expectedLoss),
  }
}

function voteEffect(
  { outcome, points }: NonNullable<SignedReview['vote']>,
  gap: Gap,
  best: Best | undefined,
): VoteEffect {
  const swing = voteSwing(outcome, points)
  const turned = plusPoints(gap, outcome.awarded ? -swing : swing)
  return { outcome, points, swing, crosses: reaches(gap.sum, best) !== reaches(turned.sum, best) }
}

function rowEffects(
  row: Row,
  points: readonly number[],
  gap: Gap,
  share: number | null,
  best: Best | undefined,
): RowEffects {
  return {
    row: row.id,
    points,
    stakes: rowStakes(points, rangeOf(row), gap, best),
    share,
    label: panelLabel(row.bands, points),
    averageDeviation: averageDeviation(points, rangeOf(row)),
    agreement: agreementIndex(points, { lowest: leastOf(row), highest: row.max }),
  }
}
