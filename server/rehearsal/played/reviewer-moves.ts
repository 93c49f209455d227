import type { MineView, ReviewView } from '../../../shared/competition/view.ts'
import { readForm } from '../../../shared/form/form-record.ts'
import { missingFromForm } from '../../../shared/form/missing.ts'
import type { Desk } from './desk.ts'
import { betterMoves, formMoves } from './form-moves.ts'
import { sends, type Move } from './move.ts'
import { roomAtHand } from './room-at-hand.ts'
import { absoluteMoves, roomMoves } from './room-moves.ts'

/** What a reviewer does: first what the panel waits for, then what is to be read alone. */
export function* reviewerMoves(desk: Desk): Generator<Move> {
  const { reviews } = desk.view
  for (const review of reviews) {
    const room = review.closed ? null : roomAtHand(desk, review)
    if (room) yield* roomMoves(room)
    yield* absoluteMoves(review)
  }
  for (const review of reviews) yield* conflictMoves(review)
  for (const review of reviews) if (review.mine) yield* scoringMoves(desk, review, review.mine)
}

/** Answers the question before an application opens. Nobody who is played has a conflict. */
export function* conflictMoves({ id, conflict }: ReviewView): Generator<Move> {
  if (conflict?.status !== 'open') return
  yield sends(id, 4, { kind: 'conflict.answer', review: id, answer: 'certified', reason: '' })
}

function* scoringMoves(desk: Desk, review: ReviewView, mine: MineView): Generator<Move> {
  if (!mine.form.writable) return
  const document = mine.form.name
  const doc = desk.document(document)
  const rubric = desk.rubric(review.rubric)
  if (!doc || !rubric) return
  const record = readForm(doc, rubric)
  const application = review.application.id
  const form = {
    document,
    application,
    seat: mine.seat,
    record,
    page: (id: string) => desk.page(review, id),
  }
  yield* formMoves(form, rubric)
  if (mine.returned) yield* betterMoves(form, rubric)
  if (missingFromForm(record, rubric).length > 0) return
  yield {
    key: `attest ${review.id}`,
    beats: 4,
    does: 'attest',
    review: review.id,
    document,
    seat: mine.seat,
  }
}
