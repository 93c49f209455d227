import type { NewEvent } from '../../shared/competition/event.ts'
import { columnIsOpen } from '../../shared/competition/access.ts'
import type { Refusal } from '../../shared/competition/refusal.ts'
import { findReview, type Competition, type Review } from '../../shared/competition/state.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { rowsOf, type Rubric } from '../../shared/rubric/rubric.ts'
import { cannotSave } from '../journal/cannot-save.ts'
import type { Journal } from '../journal/journal.ts'
import { LogFailed } from '../log/log-errors.ts'
import type { Documents } from '../sync/documents.ts'
import type { AfterDecisions } from './after-decisions.ts'

/**
 * Sees scores change in a revealed room and says so in the journal, once a score has stood for three seconds or a command
 * comes: what is typed on the way to a number is no change.
 */
export interface Witness {
  /** Writes every change that is not in the journal yet; a refusal says that it could not be saved. */
  readonly settle: (review: string) => Promise<Refusal | null>
  /** The same for all reviews: at start, for what changed before the process ended. */
  readonly settleAll: () => Promise<void>
  readonly close: () => void
}

interface Parts {
  readonly journal: Journal
  readonly documents: Documents
  readonly rubric: Rubric
  readonly after: AfterDecisions
  readonly onFailure: (error: unknown) => void
}

/** Watches the rooms of one competition. */
export function openWitness({ journal, documents, rubric, after, onFailure }: Parts): Witness {
  const timers = new Map<string, NodeJS.Timeout>()

  const settle = async (reviewId: string): Promise<Refusal | null> => {
    clearTimeout(timers.get(reviewId))
    timers.delete(reviewId)
    const state = journal.state()
    const review = findReview(state, reviewId)
    if (!review || !canChange(review)) return null
    // A room whose columns are not all there says nothing of changes.
    if (!(await after.finish(reviewId))) return cannotSave
    const room = { competition: state.id, review: reviewId, kind: 'room' } as const
    const scores = new Map<number, FormRecord['scores']>()
    for (const { number } of review.seats) scores.set(number, (await documents.record(room, number)).scores)
    return journal.write({ person: 'server', command: null }, (now) => ({
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
      for (const { id } of journal.state().reviews) {
        const refusal = await settle(id)
        if (refusal) throw new LogFailed(refusal.sentence)
      }
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
