import type { ReviewView } from '../shared/competition/view.ts'
import { useRubric } from './live/read.ts'
import { stepsOf } from './steps-of.ts'
import type { Step } from './ui/steps.tsx'

/** The steps of a review as its rubric has them. */
export function useSteps(review: Pick<ReviewView, 'step' | 'lock' | 'rubric'>): readonly Step[] {
  const rubric = useRubric(review.rubric)
  return stepsOf(review, rubric.is === 'read' ? rubric.value : null)
}
