import * as Y from 'yjs'
import { lockedRecord, recordHash } from '../../shared/competition/locked-record.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import { findReview, isRecused, type Competition, type Review } from '../../shared/competition/state.ts'
import { mapTexts } from '../../shared/form/form-record.ts'
import { writeRecord } from '../../shared/form/write-record.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { documentName, type DocumentKey } from '../../shared/protocol/names.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Journal } from '../journal/journal.ts'
import { LogFailed } from '../log/log-errors.ts'
import type { Documents } from '../sync/documents.ts'
import { steadyClient } from '../sync/steady-client.ts'

/**
 * What the server does because of a decision: publishing what was revealed, sealing what was closed. Each is a consequence of
 * the journal alone and changes nothing when done again: what could not be written is tried again, and where a process is killed
 * in between, another node finishes it, or the next start.
 */
export interface AfterDecisions {
  /** Whether nothing is left to do for a review; where something could not be written it is tried again by itself. */
  readonly finish: (review: string) => Promise<boolean>
  /** The same for every review, at start. Rejects (LogFailed) where the server cannot save. */
  readonly finishAll: () => Promise<void>
  readonly close: () => void
}

interface Parts {
  readonly journal: Journal
  readonly documents: Documents
  readonly rubric: Rubric
  readonly onFailure: (error: unknown) => void
}

/** The consequences for one competition. */
export function afterDecisions(parts: Parts): AfterDecisions {
  const { journal, onFailure } = parts
  /** What has been done for a review, so that it is not looked for again at every command. */
  const done = new Map<string, string>()
  const again = new Map<string, NodeJS.Timeout>()

  const finishOnce = async (reviewId: string): Promise<void> => {
    const state = journal.state()
    const review = findReview(state, reviewId)
    if (!review?.revealed || done.get(reviewId) === stage(review)) return
    if (review.lock.status !== 'locked') await finishReveal(parts, state, review)
    if (review.lock.status === 'started') await finishLock(parts, state, review)
    // As it stood when this began: what was decided meanwhile has still to be done.
    done.set(reviewId, stage(review))
  }

  const finishLater = (reviewId: string): void => {
    if (again.has(reviewId)) return
    const timer = setTimeout(() => void finish(reviewId).catch(onFailure), limits.retryMs)
    again.set(reviewId, timer.unref())
  }

  const finish = async (reviewId: string): Promise<boolean> => {
    clearTimeout(again.get(reviewId))
    again.delete(reviewId)
    try {
      await finishOnce(reviewId)
      return true
    } catch (error) {
      if (!(error instanceof LogFailed)) throw error
      finishLater(reviewId)
      return false
    }
  }

  // Whoever decided finishes it at once; should that node be gone by then, this one does.
  journal.onAppend(() => {
    for (const review of journal.state().reviews) {
      if (review.revealed && done.get(review.id) !== stage(review)) finishLater(review.id)
    }
  })

  return {
    finish,
    finishAll: async () => {
      for (const { id } of journal.state().reviews) await finishOnce(id)
    },
    close: () => again.forEach((timer) => clearTimeout(timer)),
  }
}

/** Which columns are to be published, and how far the lock is: while this is the same, there is nothing new to do. */
function stage(review: Review): string {
  return [review.lock.status, ...publishedSeats(review).map(({ number }) => number)].join(' ')
}

function publishedSeats(review: Review) {
  return review.seats.filter((seat) => seat.attested && !isRecused(review, seat.person))
}

/** Seals the forms and publishes what was attested, as clean copies without drafts or history, into the shared room. */
async function finishReveal(
  { journal, documents }: Parts,
  state: Competition,
  review: Review,
): Promise<void> {
  const at = { competition: state.id, review: review.id }
  for (const seat of review.seats) {
    // Who came after the reveal is still scoring.
    if (seat.late && !seat.attested) continue
    await documents.seal({ ...at, kind: 'form', seat: seat.number })
  }
  for (const seat of publishedSeats(review)) {
    if (!seat.attested) continue
    const doc = new Y.Doc()
    // Always the same, so that publishing again adds nothing; and known to nobody who could write under it first.
    doc.clientID = steadyClient(`${review.revealed?.hash} r${seat.number}`)
    writeRecord({ doc, seat: seat.number }, mapTexts(seat.attested.record, journal.text))
    await documents.publish({ ...at, kind: 'room' }, Y.encodeStateAsUpdate(doc))
    doc.destroy()
  }
}

/** Seals the room and fixes the record in the journal. */
async function finishLock(
  { journal, documents, rubric }: Parts,
  state: Competition,
  review: Review,
): Promise<void> {
  const room: DocumentKey = { competition: state.id, review: review.id, kind: 'room' }
  const sealed = [{ name: documentName(room), ...(await documents.seal(room)) }]
  const refusal = await journal.write({ person: 'server', command: null }, (now) => {
    const current = findReview(now, review.id)
    if (current?.lock.status !== 'started') return { events: [], texts: {} }
    const hash = recordHash(lockedRecord(now, current, rubricOf(now, current, rubric)))
    const data = { review: review.id, recordHash: hash, documents: sealed }
    return { events: [{ kind: 'review.locked', data }], texts: {} }
  })
  if (refusal) throw new LogFailed(refusal.sentence)
}
