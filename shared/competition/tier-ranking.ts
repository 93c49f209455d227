import { canonicalHash } from '../record/hash.ts'
import { asksTheSame } from '../rubric/edit/asks-the-same.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { ranking, type Ranked } from '../scoring/ranking.ts'
import { tierIsLocked } from './decide-seats.ts'
import { lockedRecord, lockedScore } from './locked-record.ts'
import { rubricOf } from './rubrics.ts'
import { rulesOf } from './rules.ts'
import type { Competition, Review } from './state.ts'

/** The ranks of a tier from its signed records and the competition's rules, or null until all of it is locked, and
 * where its reviews were scored on versions of the rubric that do not ask the same: there is no rank among such. */
export function tierRanking(state: Competition, opening: Rubric, tier: number): readonly Ranked[] | null {
  if (tier < 1 || !tierIsLocked(state, tier)) return null
  const rubric = tierRubric(state, opening, tier)
  if (!rubric) return null
  const scores = reviewsOf(state, tier).map((review) =>
    lockedScore(lockedRecord(state, review, rubricOf(state, review, opening)), review.absolute),
  )
  return ranking(rubric, scores, rulesOf(state.rules))
}

/**
 * The rubric that the reviews of a tier are scored by, whatever has become of the newest: its first review's, by which the others are
 * held against each other as by their own. Null where they were scored on versions that do not ask the same, and where there are none.
 */
export function tierRubric(state: Competition, opening: Rubric, tier: number): Rubric | null {
  const rubrics = reviewsOf(state, tier).map((review) => rubricOf(state, review, opening))
  return areComparable(rubrics) ? (rubrics[0] ?? null) : null
}

function reviewsOf(state: Competition, tier: number): readonly Review[] {
  return state.reviews.filter((review) => review.tier === tier && review.seats.length > 0)
}

/** Whether scores by these versions of a rubric can be held against each other: they ask the same, and want as much. */
function areComparable([first, ...others]: readonly Rubric[]): boolean {
  const wants = ({ criteria, threshold }: Rubric) =>
    canonicalHash({ all: String(threshold), criteria: criteria.map((each) => String(each.threshold)) })
  return others.every((other) => !first || (asksTheSame(first, other) && wants(first) === wants(other)))
}

/** The tiers that are locked as a whole, in their order. */
export function lockedTiers(state: Competition): readonly number[] {
  const tiers = [...new Set(state.reviews.map(({ tier }) => tier))].filter((tier) => tier > 0)
  return tiers.filter((tier) => tierIsLocked(state, tier)).toSorted((left, right) => left - right)
}
