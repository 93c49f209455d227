import type { Competition, Review } from './state.ts'

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
  const seat = calibrationReview(state)?.seats.find((each) => each.person === person)
  return seat !== undefined && !seat.attested && !seat.excused
}
