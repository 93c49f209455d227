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

/**
 * Whether somebody has the sample still to score, before their real applications take points. `unread`: reviews of which nothing is known
 * here, as in an export that withholds them; of such a sample nobody can say that it is due.
 */
export function calibrationDue(
  state: Competition,
  person: string,
  unread: ReadonlySet<string> = new Set(),
): boolean {
  const { calibration } = state.setUp
  if (calibration?.shownAt !== null || unread.has(calibration.review)) return false
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
