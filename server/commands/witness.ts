import type { NewEvent } from '../../shared/competition/event.ts'
import { columnIsOpen } from '../../shared/competition/access.ts'
import { findReview, type Competition, type Review } from '../../shared/competition/state.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { rowsOf, type Rubric } from '../../shared/rubric/rubric.ts'
import type { Journal } from '../journal/journal.ts'
import type { Documents } from '../sync/documents.ts'

/**
 * Sees scores change in a revealed room and says so in the journal, once a score has stood for three seconds or a command
 * comes: what is typed on the way to a number is no change.
 */
export interface Witness {
  /** Writes every change that is not in the journal yet. */
  readonly settle: (review: string) => Promise<void>
  /** The same for all reviews: at start, for what changed before the process ended. */
  readonly settleAll: () => Promise<void>
  readonly close: () => void
}

interface Parts {
  readonly journal: Journal
  readonly documents: Documents
  readonly rubric: Rubric
  readonly onFailure: (error: unknown) => void
}

/** Watches the rooms of one competition. */
export function openWitness({ journal, documents, rubric, onFailure }: Parts): Witness {
  const timers = new Map<string, NodeJS.Timeout>()

  const settle = async (reviewId: string): Promise<void> => {
    clearTimeout(timers.get(reviewId))
    timers.delete(reviewId)
    const state = journal.state()
    const review = findReview(state, reviewId)
    if (!review || !canChange(review)) return
    const room = { competition: state.id, review: reviewId, kind: 'room' } as const
    const scores = new Map<number, FormRecord['scores']>()
    for (const { number } of review.seats) scores.set(number, (await documents.record(room, number)).scores)
    await journal.write({ person: 'server', command: null }, (now) => ({
      events: changes(now, reviewId, scores, rubric),
      texts: {},
    }))
  }

  documents.onRoomChange((reviewId) => {
    // Each change starts the three seconds anew; a command settles what it finds.
    clearTimeout(timers.get(reviewId))
    const timer = setTimeout(() => void settle(reviewId).catch(onFailure), limits.witnessAfterMs)
    timer.unref()
    timers.set(reviewId, timer)
  })

  return {
    settle,
    settleAll: async () => {
      for (const { id } of journal.state().reviews) await settle(id)
    },
    close: () => timers.forEach((timer) => clearTimeout(timer)),
  }
}

function canChange(review: Review): boolean {
  return review.revealed !== null && review.lock.status === 'open'
}

function changes(
  state: Competition,
  reviewId: string,
  scores: ReadonlyMap<number, FormRecord['scores']>,
  rubric: Rubric,
): readonly NewEvent[] {
  const review = findReview(state, reviewId)
  if (!review || !canChange(review)) return []
  return review.seats
    .filter((seat) => columnIsOpen(review, seat))
    .flatMap((seat) =>
      rowsOf(rubric).flatMap(({ id: row }): NewEvent[] => {
        const from = seat.scores[row] ?? null
        const to = scores.get(seat.number)?.[row] ?? null
        if (from === to) return []
        return [{ kind: 'score.changed', data: { review: review.id, seat: seat.number, row, from, to } }]
      }),
    )
}
