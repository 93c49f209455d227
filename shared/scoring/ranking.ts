import { findRow, type Rubric } from '../rubric/rubric.ts'
import { moreIsBetter } from '../rubric/shown-points.ts'
import type { Averaging } from './averages.ts'
import { compareMeans, type ExactMean } from './exact-mean.ts'
import { averageOfRows, missedThresholds, type FormPoints, type Missed } from './thresholds.ts'

/** What a lock fixed of one application, as far as its rank follows from it. */
export interface LockedScore {
  readonly application: string
  readonly total: ExactMean
  /** The signed forms that count. */
  readonly forms: readonly FormPoints[]
  /** Absolute priorities that the selecting official decided are not met. */
  readonly notMet: readonly string[]
}

/** How a competition ranks: what its rules say. */
export interface RankRules {
  readonly averaging: Averaging
  /** Criteria or rows, the first that differs; what the rubric does not have breaks nothing. */
  readonly tieBreak: readonly string[]
}

/** Where an application stands among those of its tier. */
export interface Ranked {
  readonly application: string
  readonly total: ExactMean
  /** Equal totals share it, and the next one is as many further down. Null for what is out. */
  readonly rank: number | null
  /** The others on the same rank. */
  readonly tiedWith: readonly string[]
  /** The rank where ties are broken: for whoever asks, since a tie that the money reaches stays one. Shared where nothing breaks it. */
  readonly place: number | null
  /** What sets it apart from all it is tied with, a criterion or row; null where it is not tied, or nothing does. */
  readonly brokenBy: string | null
  /** Thresholds that it did not reach: it is ranked after all that reached theirs. */
  readonly missed: readonly Missed[]
  /** Absolute priorities that it does not meet: then it has no rank. */
  readonly out: readonly string[]
}

/**
 * The applications of a tier in order: by exact totals, the better end of the rubric's scale first; those that miss a threshold after
 * those that do not, what is out last. Among equals the tie break orders, and then the order given.
 */
export function ranking(
  rubric: Rubric,
  scores: readonly LockedScore[],
  { averaging, tieBreak }: RankRules,
): readonly Ranked[] {
  const toRank = scores.map((score) => ({
    ...score,
    missed: missedThresholds(rubric, score, averaging),
    keys: tieBreak.map((id) => averageOfRows(rowsNamed(rubric, id), score.forms, averaging)),
  }))
  type ToRank = (typeof toRank)[number]
  const better = (left: ExactMean, right: ExactMean) =>
    moreIsBetter(rubric) ? compareMeans(right, left) : compareMeans(left, right)
  const byTotal = (left: ToRank, right: ToRank) =>
    Number(left.missed.length > 0) - Number(right.missed.length > 0) || better(left.total, right.total)
  /** Which of the tie break's keys is the first to differ, and how; none where they are alike. */
  const parting = (left: ToRank, right: ToRank) => {
    const order = left.keys.map((key, at) => {
      const other = right.keys[at]
      return key && other ? better(key, other) : 0
    })
    const at = order.findIndex((each) => each !== 0)
    return at < 0 ? null : { at, order: order[at] ?? 0 }
  }
  const inOrder = (left: ToRank, right: ToRank) => byTotal(left, right) || (parting(left, right)?.order ?? 0)

  const ranked = toRank.filter(({ notMet }) => notMet.length === 0).toSorted(inOrder)
  const places = ranked.map((each): Ranked => {
    const tied = ranked.filter((other) => other !== each && byTotal(other, each) === 0)
    const partings = tied.map((other) => parting(each, other)?.at ?? null)
    const last = partings.includes(null) ? -1 : Math.max(-1, ...partings.filter((at) => at !== null))
    return {
      application: each.application,
      total: each.total,
      rank: 1 + ranked.filter((other) => byTotal(other, each) < 0).length,
      tiedWith: tied.map(({ application }) => application),
      place: 1 + ranked.filter((other) => inOrder(other, each) < 0).length,
      brokenBy: tieBreak[last] ?? null,
      missed: each.missed,
      out: [],
    }
  })
  const out = toRank.filter(({ notMet }) => notMet.length > 0)
  return [
    ...places,
    ...out.map(
      ({ application, total, missed, notMet }): Ranked => ({
        ...{ application, total, missed, out: notMet },
        ...{ rank: null, tiedWith: [], place: null, brokenBy: null },
      }),
    ),
  ]
}

/** What a tie break names that the rubric does not have, as sentences; empty where all of it can break a tie. */
export function tieBreakFaults(rubric: Rubric, tieBreak: readonly string[]): readonly string[] {
  const unknown = tieBreak.filter((id) => rowsNamed(rubric, id).length === 0)
  const twice = tieBreak.filter((id, at) => tieBreak.indexOf(id) !== at)
  return [
    ...unknown.map((id) => `The tie break names ${id}, which is no criterion or row of the rubric.`),
    ...twice.map((id) => `The tie break names ${id} twice.`),
  ]
}

function rowsNamed(rubric: Rubric, id: string): readonly { readonly id: string }[] {
  const row = findRow(rubric, id)
  if (row) return [row]
  return rubric.criteria.find((criterion) => criterion.id === id)?.rows ?? []
}
