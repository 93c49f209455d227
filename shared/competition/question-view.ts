import { seatName } from './seat-name.ts'
import type { Person } from './setup.ts'
import { findReview, isRecused, type Competition, type Question, type Review, type Seat } from './state.ts'
import type { Facts } from './view.ts'

/** Staff's answer at a row, as every panel reads it. */
export interface AnswerView {
  /** A row or a priority. */
  readonly row: string
  readonly asked: string
  readonly answer: string
  readonly at: number
}

export interface QuestionView {
  readonly id: number
  readonly review: string
  readonly applicant: string
  readonly by: string
  readonly row: string
  readonly text: string
  readonly at: number
  readonly answer: Omit<AnswerView, 'row'> | null
}

/** A question of one's own. */
export interface AskedView {
  readonly row: string
  readonly text: string
  readonly at: number
  readonly answeredAt: number | null
}

/** The answers that there are, for everybody. */
export function answersView({ questions }: Competition, facts: Facts): readonly AnswerView[] {
  return questions
    .flatMap(({ row, answer }) => (answer ? [{ row, ...inWords(answer, facts) }] : []))
    .toSorted((left, right) => left.at - right.at)
}

/** All questions, for one of staff, but on what they are recused from. */
export function questionsView(
  state: Competition,
  { id: who }: Person,
  facts: Facts,
): readonly QuestionView[] {
  const known = state.questions.filter(({ review: id }) => {
    const review = findReview(state, id)
    return !review || !isRecused(review, who)
  })
  return known.map(({ id, review, seat, row, at, text, answer }) => {
    const asked = findReview(state, review)
    const application = state.applications.find((candidate) => candidate.id === asked?.application)
    return {
      id,
      review,
      applicant: application?.applicant ?? review,
      by: seatName(seat),
      row,
      text: facts.text(text),
      at,
      answer: answer && inWords(answer, facts),
    }
  })
}

/** The questions of one seat on a review. */
export function askedView(
  { questions }: Competition,
  review: Review,
  { number }: Seat,
  facts: Facts,
): readonly AskedView[] {
  const own = questions.filter(({ review: id, seat }) => id === review.id && seat === number)
  return own.map(({ row, text, at, answer }) => ({
    row,
    text: facts.text(text),
    at,
    answeredAt: answer?.at ?? null,
  }))
}

function inWords(
  { at, asked, answer }: NonNullable<Question['answer']>,
  facts: Facts,
): NonNullable<QuestionView['answer']> {
  return { at, asked: facts.text(asked), answer: facts.text(answer) }
}
