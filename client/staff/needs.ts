import type { ReviewView, View } from '../../shared/competition/view.ts'
import type { MajorityRules } from '../../shared/scoring/majority.ts'
import { questionsPath, reviewPath, setUpPath } from '../pages.ts'
import { capitalized, numberWord } from '../room/number-words.ts'
import { inSentence } from './in-sentence.ts'

/** One thing that staff alone can do something about. */
export interface Need {
  /** What it is about, as a link's words: an applicant, or "Two questions". */
  readonly subject: string
  readonly href: string
  /** Goes on after the subject: "is closed and can be locked." */
  readonly sentence: string
}

/** What waits for staff: panels that call, then questions without an answer and what of the set-up waits, then by review answers of "not sure", seats that left, and closed reviews to lock. */
export function needsOf({
  reviews,
  questions,
  setUpWaits,
}: Pick<View, 'reviews' | 'questions' | 'setUpWaits'>): readonly Need[] {
  const waiting = unanswered(questions)
  const asked = waiting === 1 ? 'One question' : `${capitalized(numberWord(waiting))} questions`
  const sentence = waiting === 1 ? 'of a reviewer waits for an answer.' : 'of reviewers wait for an answer.'
  const calls = reviews.flatMap(({ id, application, call }) =>
    call
      ? [
          {
            subject: application.applicant,
            href: reviewPath(id, 'lock'),
            sentence: `calls you: “${call.reason}”`,
          },
        ]
      : [],
  )
  return [
    ...calls,
    ...(waiting > 0 ? [{ subject: asked, href: questionsPath, sentence }] : []),
    ...waitingInSetUp(setUpWaits),
    ...reviews.flatMap((review) =>
      sentencesFor(review).map((needed) => ({
        subject: review.application.applicant,
        href: reviewPath(review.id, 'lock'),
        sentence: needed,
      })),
    ),
  ]
}

/** What staff have to do before panels can go on: answers about conflicts to decide, applications to open. */
function waitingInSetUp(waits: View['setUpWaits']): readonly Need[] {
  const { unsure, unopened } = waits ?? { unsure: 0, unopened: 0 }
  const many = (count: number, one: string): string =>
    count === 1 ? `One ${one}` : `${capitalized(numberWord(count))} ${one}s`
  return [
    ...(unsure > 0
      ? [
          {
            subject: many(unsure, 'answer'),
            href: setUpPath('conflicts'),
            sentence: 'about conflicts: “not sure”, for you to decide.',
          },
        ]
      : []),
    ...(unopened > 0
      ? [
          {
            subject: many(unopened, 'application'),
            href: setUpPath('panels'),
            sentence:
              unopened === 1
                ? 'can be opened to the panel that it is drafted to.'
                : 'can be opened to the panels that they are drafted to.',
          },
        ]
      : []),
  ]
}

/** Whether a review itself waits for staff: its panel calls, or there is something that they alone can decide. */
export function needsStaff(review: ReviewView): boolean {
  return review.call !== null || sentencesFor(review).length > 0
}

/** How many questions nobody has answered yet. */
export function unanswered(questions: View['questions']): number {
  return (questions ?? []).filter(({ answer }) => answer === null).length
}

/** Who asked staff about a conflict and waits for the answer. */
export function askedOn({ progress }: ReviewView): NonNullable<ReviewView['progress']> {
  return (progress ?? []).filter(({ conflict }) => conflict === 'unsure')
}

/** Reviewers of a review, and how many of them are not recused. Whoever was replaced is neither. */
export function reviewersOn({ progress }: ReviewView): { readonly seats: number; readonly left: number } {
  const reviewers = (progress ?? []).filter(({ seat, replacedBy }) => seat !== null && replacedBy === null)
  return {
    seats: reviewers.length,
    left: reviewers.filter(({ conflict }) => conflict !== 'recused').length,
  }
}

/** Seats that are neither recused nor excused. */
export function sittingOn({ progress }: ReviewView): NonNullable<ReviewView['progress']> {
  return (progress ?? []).filter(
    ({ seat, conflict, excused }) => seat !== null && conflict !== 'recused' && !excused,
  )
}

/** "two seats" */
export function seatsWord(seats: number): string {
  return `${numberWord(seats)} ${seats === 1 ? 'seat' : 'seats'}`
}

/** What becomes of mean and vote where a panel of so few goes on. */
export function goOnSentence(seats: number, smallest: number, rules: MajorityRules): string {
  return `${capitalized(seatsWord(seats))} left, where the rules ask for ${numberWord(smallest)}. Means are then of the seats that are left. ${countedInVote(rules)} Should another seat leave, you are asked again.`
}

function countedInVote({ majority, excusedCounts, recusedCounts }: MajorityRules): string {
  const of = `all seats${recusedCounts ? '' : ' but those recused or replaced'}`
  if (majority === 'answers')
    return `A majority of the vote is one of the yes and no answers${excusedCounts ? '' : ', without those of excused seats'}.`
  return `A majority of the vote is one of ${of}: ${excusedCounts ? 'an excused seat still counts, and without an answer it is not a yes.' : 'an excused seat does not count.'}`
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
  const waits = review.thin ? [`has ${seatsWord(sittingOn(review).length)} left and waits for you.`] : []
  const headless = (review.progress ?? []).some(
    ({ seat, conflict }) => seat === null && conflict === 'recused',
  )
  return [
    ...asked,
    ...(review.thin ? waits : thin),
    ...(headless ? ['has no panel monitor left.'] : []),
    ...(canBeLocked(review) ? ['is closed and can be locked.'] : []),
  ]
}
