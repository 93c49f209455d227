import type { NewEvent } from '../../shared/competition/event.ts'
import { columnIsOpen } from '../../shared/competition/access.ts'
import type { Refusal } from '../../shared/competition/refusal.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import { findReview, type Competition, type Review } from '../../shared/competition/state.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { rowsOf, type Rubric } from '../../shared/rubric/rubric.ts'
import { cannotSave } from '../journal/cannot-save.ts'
import type { Journal } from '../journal/journal.ts'
import { LogFailed } from '../log/log-errors.ts'
import type { Documents } from '../sync/documents.ts'
import type { AfterDecisions } from './after-decisions.ts'
import { untilSteady } from './until-steady.ts'

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
    return untilSteady(() => settleOnce(reviewId))
  }

  const settleOnce = async (reviewId: string): Promise<Refusal | null | 'moved'> => {
    const state = journal.state()
    const review = findReview(state, reviewId)
    if (!review || !canChange(review)) return null
    // A room whose columns are not all there says nothing of changes.
    if (!(await after.finish(reviewId))) return cannotSave
    const room = { competition: state.id, review: reviewId, kind: 'room' } as const
    // Looked at first: what stands in the room below may be another score by the time it is written, on another node.
    const given = await documents.given([room])
    const scores = new Map<number, FormRecord['scores']>()
    for (const seat of review.seats) {
      if (columnIsOpen(review, seat))
        scores.set(seat.number, (await documents.record(room, seat.number)).scores)
    }
    return journal.writeGiven({ person: 'server', command: null }, given, (now) => ({
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

/** A column that was opened since the scores were read may not have been in the room by then: nothing is said of it. */
function changes(
  state: Competition,
  reviewId: string,
  scores: ReadonlyMap<number, FormRecord['scores']>,
  opening: Rubric,
): readonly NewEvent[] {
  const review = findReview(state, reviewId)
  if (!review || !canChange(review)) return []
  return review.seats
    .filter((seat) => scores.has(seat.number) && columnIsOpen(review, seat))
    .flatMap((seat) =>
      rowsOf(rubricOf(state, review, opening)).flatMap(({ id: row }): NewEvent[] => {
        const from = seat.scores[row] ?? null
        const to = scores.get(seat.number)?.[row] ?? null
        if (from === to) return []
        return [{ kind: 'score.changed', data: { review: review.id, seat: seat.number, row, from, to } }]
      }),
    )
}
