import type { View } from '../../../shared/competition/view.ts'

/** The rubric that a tier was scored by, by its name: what is told of locked scores is told in it, whatever the newest version says. */
export function tierRubricName({ reviews, competition }: View, tier: number): string {
  return reviews.find((review) => review.tier === tier)?.rubric ?? competition.rubric
}
