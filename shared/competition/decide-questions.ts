import { limits } from '../protocol/limits.ts'
import { determinedPriorities, findRow } from '../rubric/rubric.ts'
import type { CaseOf } from './decide.ts'
import type { NewEvent } from './event.ts'
import { refuse, type Refusal } from './refusal.ts'

/** Asks staff about a row or a priority. Nobody but staff sees the question. */
export function askQuestion({
  state,
  review,
  seat,
  command,
  rubric,
  keep,
}: CaseOf<'question.ask'>): readonly NewEvent[] | Refusal {
  if (!seat) return refuse('not-yours', 'Only reviewers ask about a row.')
  const { row, text } = command
  if (!findRow(rubric, row) && !determinedPriorities(rubric).some(({ id }) => id === row))
    return refuse('malformed', `The rubric has no row ${row}.`)
  const open = state.questions.filter(
    (question) => question.review === review.id && question.seat === seat.number && !question.answer,
  )
  if (open.length >= limits.openQuestions)
    return refuse('too-many', 'You have many questions open here. Wait for an answer before you ask more.')
  return [{ kind: 'question.asked', data: { review: review.id, seat: seat.number, row, text: keep(text) } }]
}

/** Answers at that row in every panel, naming nobody; a later answer stands in the place of an earlier. */
export function answerQuestion({
  state,
  review,
  command,
  keep,
}: CaseOf<'question.answer'>): readonly NewEvent[] | Refusal {
  const asked = state.questions.find(({ id }) => id === command.question)
  if (asked?.review !== review.id) return refuse('out-of-turn', 'There is no such question.')
  const data = {
    review: review.id,
    question: asked.id,
    asked: keep(command.asked),
    answer: keep(command.answer),
  }
  return [{ kind: 'question.answered', data }]
}
