import * as Y from 'yjs'
import { lockedRecord, recordHash } from '../../shared/competition/locked-record.ts'
import { findReview, isRecused, type Competition, type Review } from '../../shared/competition/state.ts'
import { mapTexts } from '../../shared/form/form-record.ts'
import { writeRecord } from '../../shared/form/write-record.ts'
import { documentName, type DocumentKey } from '../../shared/protocol/names.ts'
import { sha256Hex } from '../../shared/record/hash.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Journal } from '../journal/journal.ts'
import type { Documents } from '../sync/documents.ts'

/**
 * What the server does because of a decision: publishing what was revealed, sealing what was closed. Each is a consequence of
 * the journal alone and changes nothing when done again, so that a process killed in between finishes it at the next start.
 */
export interface AfterDecisions {
  readonly finish: (review: string) => Promise<void>
  readonly finishAll: () => Promise<void>
}

/** The consequences for one competition. */
export function afterDecisions(parts: {
  journal: Journal
  documents: Documents
  rubric: Rubric
}): AfterDecisions {
  const { journal } = parts
  const finish = async (reviewId: string): Promise<void> => {
    const state = journal.state()
    const review = findReview(state, reviewId)
    if (review?.revealed) await finishReveal(parts, state, review)
    if (review?.lock.status === 'started') await finishLock(parts, state, review)
  }
  return {
    finish,
    finishAll: async () => {
      for (const { id } of journal.state().reviews) await finish(id)
    },
  }
}

type Parts = Parameters<typeof afterDecisions>[0]

/** Seals the forms and publishes what was attested, as clean copies without drafts or history, into the shared room. */
async function finishReveal(
  { journal, documents }: Parts,
  state: Competition,
  review: Review,
): Promise<void> {
  if (review.lock.status === 'locked') return
  const at = { competition: state.id, review: review.id }
  for (const seat of review.seats) await documents.seal({ ...at, kind: 'form', seat: seat.number })
  for (const seat of review.seats) {
    if (!seat.attested || isRecused(review, seat.person)) continue
    const doc = new Y.Doc()
    doc.clientID = publishingClient(review.id, seat.number)
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
  await journal.write({ person: 'server', command: null }, (now) => {
    const current = findReview(now, review.id)
    if (current?.lock.status !== 'started') return { events: [], texts: {} }
    const hash = recordHash(lockedRecord(now, current, rubric))
    const data = { review: review.id, recordHash: hash, documents: sealed }
    return { events: [{ kind: 'review.locked', data }], texts: {} }
  })
}

/** The client id that a seat's published copy is written under: always the same, so that publishing again adds nothing. */
function publishingClient(review: string, seat: number): number {
  return Number.parseInt(sha256Hex(`${review} r${seat}`).slice(0, 8), 16)
}
