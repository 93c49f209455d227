import type { Best } from '../rubric/rubric.ts'
import type { ReviewEffects } from './effects.ts'
import { plusPoints } from '../scoring/exact-mean.ts'
import { reaches } from './line.ts'

/**
 * What the reviewers could change the outcome by: an agreement on the points alone; else the vote alone; else a vote together with an
 * agreement on the points; else nothing.
 */
export type CanChange = 'points' | 'vote' | 'voteWithPoints' | 'nothing'

type Standing = Pick<ReviewEffects, 'envelope' | 'gap' | 'vote'>

/**
 * What could still carry an application over the line. The all-or-nothing priority counts as one that can be turned where one vote
 * would turn it, or where the answers are of both kinds. `open` are its points while nothing is decided on it: they are in no total
 * then. Without such a priority `open` is 0. `line` in units.
 */
export function whatCanChange(
  { envelope, gap, vote }: Standing,
  line: number,
  open = 0,
  best: Best = 'high',
): CanChange {
  if (envelope.crosses) return 'points'
  const turned = vote ? turnable(vote) : open
  if (turned === 0) return 'nothing'
  const isOver = reaches(gap.sum, best)
  if (reaches(plusPoints(gap, turned).sum, best) !== isOver) return 'vote'
  const ends = [envelope.lowest, envelope.highest].map((total) => reaches(total + turned - line, best))
  return ends.some((over) => over !== isOver) ? 'voteWithPoints' : 'nothing'
}

/** Points that would come or, negative, go with the other decision; 0 where the reviewers do not hold the views for it. */
function turnable({ outcome, points, swing }: NonNullable<ReviewEffects['vote']>): number {
  const differ = outcome.yes > 0 && outcome.no > 0
  if (swing === 0 && !differ) return 0
  return outcome.awarded ? -points : points
}
