import { isRecused, type Competition, type Review } from './state.ts'

/** Whether an application has been opened: to its panel, or as a sample to every reviewer. */
export function isOpened(state: Competition, application: string): boolean {
  return state.reviews.some((review) => review.application === application && review.seats.length > 0)
}

/** Whether the rubric is frozen: an application has been opened. */
export function isFrozen({ setUp, rehearsal }: Competition): boolean {
  return rehearsal || setUp.frozenAt !== null
}

/** The sample that is scored before the real applications, or undefined. */
export function calibrationReview({ reviews, setUp }: Competition): Review | undefined {
  return setUp.calibration ? reviews.find(({ id }) => id === setUp.calibration?.review) : undefined
}

/** Whether somebody has the sample still to score, before their real applications take points. */
export function calibrationDue(state: Competition, person: string): boolean {
  if (state.setUp.calibration?.shownAt !== null) return false
  const review = calibrationReview(state)
  const seat = review?.seats.find((each) => each.person === person)
  return (
    review !== undefined &&
    seat !== undefined &&
    !isRecused(review, person) &&
    !seat.attested &&
    !seat.excused
  )
}

/** Whether a review stays with its version of the rubric: its scores have been shown to those who gave them. */
export function keepsRubric(
  { setUp }: Competition,
  { id, revealed }: Pick<Review, 'id' | 'revealed'>,
): boolean {
  const shown = setUp.calibration?.shownAt !== null && setUp.calibration?.review === id
  return revealed !== null || shown
}
