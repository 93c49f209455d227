import { decisions, staffSentences } from '../../../shared/rehearsal/discussion-sentences.ts'
import type { Desk } from './desk.ts'
import { sends, type Move } from './move.ts'

/** What staff do: clear who is not sure, answer, come when called, let a thin panel go on, lock what is closed. */
export function* staffMoves({ view }: Desk): Generator<Move> {
  for (const { id: review, progress, call, thin, blockers } of view.reviews) {
    if (call) yield sends(`${review} ${call.at}`, 5, { kind: 'call.end', review })
    for (const { person, conflict } of progress ?? []) {
      if (conflict !== 'unsure') continue
      const reason = staffSentences.cleared
      const decide = { kind: 'conflict.decide', review, person, outcome: 'cleared', reason } as const
      yield sends(`${review} ${person}`, 6, decide)
    }
    if (thin) yield sends(review, 10, { kind: 'panel.goOn', review, reason: staffSentences.goOn })
    // The reviewers still answer on the absolute priority, which ends with the lock.
    if (blockers?.lock.length === 0) yield sends(review, 20, { kind: 'review.lock', review })
  }
  for (const { id: question, review, text: asked, answer } of view.questions ?? []) {
    if (answer) continue
    const reply = { kind: 'question.answer', review, question, asked, answer: staffSentences.answer } as const
    yield sends(`${question}`, 6, reply)
  }
}

/** What a selecting official does: decides on each absolute priority when the panel's answers are counted. */
export function* officialMoves({ view }: Desk): Generator<Move> {
  for (const { id: review, absolute } of view.reviews) {
    for (const { priority, counted, decided } of absolute ?? []) {
      if (!counted || decided) continue
      const outcome = counted.met > counted.notMet ? 'met' : 'notMet'
      const decide = {
        kind: 'absolute.decide',
        review,
        priority,
        outcome,
        reasons: decisions[outcome],
      } as const
      yield sends(`${review} ${priority}`, 10, decide)
    }
  }
}
