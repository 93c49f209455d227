import type { ReviewView } from '../shared/competition/view.ts'
import { useRubric } from './live/read.ts'
import { sampleStepsOf, stepsOf } from './steps-of.ts'
import type { Step } from './ui/steps.tsx'

/** The steps of a review as its rubric has them. */
export function useSteps(
  review: Pick<ReviewView, 'tier' | 'step' | 'lock' | 'rubric' | 'mine'>,
): readonly Step[] {
  const rubric = useRubric(review.rubric)
  if (review.tier === 0) return sampleStepsOf(review, review.mine?.attestedAt != null)
  return stepsOf(review, rubric.is === 'read' ? rubric.value : null)
}
