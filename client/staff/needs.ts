import type { ReviewView } from '../../shared/competition/view.ts'
import { numberWord } from '../room/number-words.ts'
import { inSentence } from './in-sentence.ts'

/** One thing that staff alone can do something about, on one review. */
export interface Need {
  readonly review: ReviewView
  /** Goes on after the applicant's name: "is closed and can be locked." */
  readonly sentence: string
}

/** What waits for staff, in the order of the reviews: answers of "not sure", seats that left, and closed reviews to lock. */
export function needsOf(reviews: readonly ReviewView[]): readonly Need[] {
  return reviews.flatMap((review) => sentencesFor(review).map((sentence) => ({ review, sentence })))
}

/** Who asked staff about a conflict and waits for the answer. */
export function askedOn({ progress }: ReviewView): NonNullable<ReviewView['progress']> {
  return (progress ?? []).filter(({ conflict }) => conflict === 'unsure')
}

/** Reviewers of a review, and how many of them are not recused. */
export function reviewersOn({ progress }: ReviewView): { readonly seats: number; readonly left: number } {
  const reviewers = (progress ?? []).filter(({ seat }) => seat !== null)
  return {
    seats: reviewers.length,
    left: reviewers.filter(({ conflict }) => conflict !== 'recused').length,
  }
}

/** Whether the panel has handed the review over and nothing keeps it from being locked. */
export function canBeLocked({ blockers }: ReviewView): boolean {
  return blockers?.lock.length === 0
}

function sentencesFor(review: ReviewView): readonly string[] {
  if (review.lock) return []
  const asked = askedOn(review).map((person) => `has a “not sure” from ${inSentence(person)}.`)
  const { seats, left } = reviewersOn(review)
  const thin = left < seats ? [`has ${numberWord(left)} of ${numberWord(seats)} reviewers left.`] : []
  const headless = (review.progress ?? []).some(
    ({ seat, conflict }) => seat === null && conflict === 'recused',
  )
  return [
    ...asked,
    ...thin,
    ...(headless ? ['has no panel monitor left.'] : []),
    ...(canBeLocked(review) ? ['is closed and can be locked.'] : []),
  ]
}
