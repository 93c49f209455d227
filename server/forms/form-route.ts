import type { Request, RequestHandler, Response } from 'express'
import { pipeline } from 'node:stream/promises'
import { mayRead, seatOfPerson } from '../../shared/competition/access.ts'
import { seatName } from '../../shared/competition/seat-name.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { findReview, type Competition, type Review, type Seat } from '../../shared/competition/state.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import { formStatus } from '../../shared/print/form-status.ts'
import { tierWords } from '../../shared/print/tier-words.ts'
import { momentWords } from '../../shared/print/moment-words.ts'
import { printedForm } from '../../shared/print/printed-form.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { documentName, type DocumentKey } from '../../shared/protocol/names.ts'
import { nothingHere, refused } from '../http/refused.ts'
import type { Stages } from '../stages.ts'
import { atOnce } from './at-once.ts'
import { formPdf, type FormHead } from './form-pdf.ts'

interface FormRouteParts {
  readonly stages: Pick<Stages, 'current'>
  readonly now: () => number
  /** The person of a request's session, or null. */
  readonly personOf: (request: Request) => Person | null
}

/** The longest form takes a second of this process: two at a time leave it to others in between. */
const most = 2
/** All reviewers of the largest competition, each with two. */
const waiting = 100

const tooMany = {
  same: 'A form of yours is being printed already, and one more waits. Try again when they are there.',
  all: 'Many forms are being printed. Try again in a moment.',
}

type Asking = Request<{ review: string }>

/**
 * One's own form as PDF: the form before the reveal, one's own column after it. Whoever may not read it, and whoever asks for
 * another's, is told that it is not there. `?zone=America/New_York` says in what time zone its moments are written.
 */
export function formRoute({ stages, now, personOf }: FormRouteParts): RequestHandler<{ review: string }> {
  const prints = atOnce(most, waiting)

  return async (request, response) => {
    const person = personOf(request)
    if (!person || !ownSeat(stages.current().journal.state(), person, request.params.review))
      return nothingHere(response)
    const leaving = new AbortController()
    response.on('close', () => leaving.abort())
    const ended = await prints.run(person.id, leaving.signal, () => print(request, response, leaving.signal))
    if (ended === 'same' || ended === 'all') refused(response, 503, tooMany[ended])
  }

  async function print(request: Asking, response: Response, leaving: AbortSignal): Promise<void> {
    const read = await readOwn(request)
    if (!read) return nothingHere(response)
    const { state, record, review, seat, key } = read
    const form = printedForm({
      rubric: rubricOf(state, review, stages.current().rubric),
      record,
      attested: key.kind === 'room' ? seat.attested?.record.scores : undefined,
      documents: review.documents,
    })
    response.type('application/pdf')
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="${review.id}-reviewer-${seat.number}.pdf"`,
    )
    const head = headOf(state, { review, seat }, zoneOf(request.query['zone']), now())
    const pdf = await formPdf(form, head, leaving)
    await pipeline(pdf, response).catch((error: unknown) => {
      // Whoever asked has gone away meanwhile.
      if (!leaving.aborted) throw error
    })
  }

  /** What the person may read once it has been read: while it waited, anybody may have signed out, and any form been revealed. */
  async function readOwn(request: Asking) {
    let key: DocumentKey | null = null
    let record: FormRecord | null = null
    for (;;) {
      const { journal, documents, competition } = stages.current()
      const person = personOf(request)
      const state = journal.state()
      const own = person && ownSeat(state, person, request.params.review)
      if (!own) return null
      const current = keyOf(competition, own)
      if (record && key && documentName(key) === documentName(current)) return { ...own, state, record, key }
      key = current
      // What was written on another node a moment ago is in it too.
      await documents.given([key])
      record = await documents.record(key, key.kind === 'room' ? own.seat.number : undefined)
    }
  }
}

/** One's own form before the reveal, the room after it. */
function keyOf(competition: string, { review, seat }: Own): DocumentKey {
  const at = { competition, review: review.id }
  return review.revealed !== null && seat.attested !== null
    ? { ...at, kind: 'room' }
    : { ...at, kind: 'form', seat: seat.number }
}

interface Own {
  readonly review: Review
  readonly seat: Seat
}

function ownSeat(state: Competition, person: Person, id: string): Own | null {
  const review = findReview(state, id)
  const seat = review && seatOfPerson(review, person.id)
  if (!seat) return null
  const key: DocumentKey = { competition: state.id, review: review.id, kind: 'form', seat: seat.number }
  return mayRead(state, person, key) ? { review, seat } : null
}

function headOf(state: Competition, { review, seat }: Own, zone: string, at: number): FormHead {
  const application = state.applications.find(({ id }) => id === review.application)
  const status = formStatus({
    excusedAt: seat.excused?.at ?? null,
    attestedAt: seat.attested?.at ?? null,
    revealedAt: review.revealed?.at ?? null,
    signedAt: seat.signed?.at ?? null,
    lockedAt: review.lock.status === 'open' ? null : review.lock.at,
  })
  return {
    applicant: application?.applicant ?? review.application,
    competition: state.title,
    tier: tierWords(review.tier),
    seat: seatName(seat.number),
    status: status.at === null ? status.words : `${status.words} ${momentWords(status.at, zone)}`,
    printed: momentWords(at, zone),
    rehearsal: state.rehearsal,
    at: new Date(at),
  }
}

function zoneOf(asked: unknown): string {
  return typeof asked === 'string' && asked.length < 64 ? asked : 'UTC'
}
