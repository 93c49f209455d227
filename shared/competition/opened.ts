import { isRecused, type Competition, type Review, type Seat } from './state.ts'

/** Whether an application has been opened: to its panel, or as a sample to every reviewer. */
export function isOpened({ reviews }: Pick<Competition, 'reviews'>, application: string): boolean {
  return reviews.some((review) => review.application === application && review.seats.length > 0)
}

/** Whether the rubric is frozen: an application has been opened. */
export function isFrozen({ setUp, rehearsal }: Competition): boolean {
  return rehearsal || setUp.frozenAt !== null
}

/** The sample that is scored before the real applications, or undefined. */
export function calibrationReview({ reviews, setUp }: Competition): Review | undefined {
  return setUp.calibration ? reviews.find(({ id }) => id === setUp.calibration?.review) : undefined
}

/** Whether the spread of the sample is open to a seat on it: staff have opened it, and who came after that is ready. */
export function seesSpread({ setUp }: Competition, { late, attested }: Seat): boolean {
  return setUp.calibration?.shownAt != null && !(late && !attested)
}

/** Reviewers who came after the sample began and could have a seat on it. */
export function offSample(state: Competition): readonly string[] {
  const review = calibrationReview(state)
  if (!review) return []
  const answers = state.setUp.declarations[review.application] ?? {}
  const seated = new Set(review.seats.map(({ person }) => person))
  return state.people
    .filter(({ id, role }) => role === 'reviewer' && !seated.has(id))
    .filter(({ id }) => answers[id]?.status !== 'recused' && answers[id]?.status !== 'unsure')
    .map(({ id }) => id)
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
  const review = calibrationReview(state)
  if (!review || unread.has(review.id)) return false
  const seat = review.seats.find((each) => each.person === person)
  return (
    seat !== undefined &&
    !seesSpread(state, seat) &&
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
