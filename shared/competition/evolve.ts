import type { ApplicationDocument } from '../application/document.ts'
import type { JournalEvent } from './event.ts'
import { afterSetUp, isOfSetUp, notTold, type SetUpEvent } from './evolve-set-up.ts'
import { newReview, withPanel } from './new-review.ts'
import { discussionAfter, discussionClosed } from './discussion.ts'
import { rulesOf } from './rules.ts'
import { reviewAfterSeatEvent } from './evolve-seats.ts'
import { unsigned, withConflict, withoutBallots, withSeat } from './evolve-review.ts'
import { noSetUp } from './set-up-state.ts'
import type { Competition, Conflict, NotCounted, Question, Review } from './state.ts'

/** The state after an event: what the journal says, and nothing else. Events come in order; the hash is of this event. */
export function evolve(state: Competition, event: JournalEvent, hash: string): Competition {
  return { ...applied(state, event, hash), version: event.version, head: hash, at: event.at }
}

function applied(state: Competition, event: JournalEvent, hash: string): Competition {
  if (event.kind === 'competition.opened') return opened(state, event)
  if (isOfSetUp(event)) return afterSetUp(state, event)
  if (event.kind === 'head.signed') return state
  if (event.kind === 'question.asked') {
    const { review, seat, row, text } = event.data
    const question: Question = { id: event.version, review, seat, row, at: event.at, text, answer: null }
    return { ...state, questions: [...state.questions, question] }
  }
  if (event.kind === 'question.answered') {
    const { question: id, asked, answer } = event.data
    const told = { at: event.at, asked, answer }
    const questions = state.questions.map((question) =>
      question.id === id ? { ...question, answer: told } : question,
    )
    return { ...state, questions }
  }
  if (event.kind === 'panel.arranged') {
    const { review, by, reviews } = event.data
    const panel = state.reviews.find(({ id }) => id === review)?.panel ?? ''
    return { ...state, orders: { ...state.orders, [panel]: { by, reviews } } }
  }
  const slotMs = rulesOf(state.rules).slotMinutes * 60_000
  const changed = state.reviews.map((review) =>
    review.id === event.data.review ? reviewAfter(review, event, { hash, slotMs }) : review,
  )
  return { ...state, reviews: changed }
}

function opened(
  state: Competition,
  { version, at, by, data }: Extract<JournalEvent, { kind: 'competition.opened' }>,
): Competition {
  const { id, title, rehearsal, rubric, people, panels, applications, rules = {} } = data.setup
  const reviews = applications.map((application): Review => {
    const panel = panels.find((candidate) => candidate.id === application.panel)
    return withPanel(newReview(application, rubric.sha256), panel, () => ({ status: 'open' }))
  })
  const setUp = {
    ...noSetUp,
    edition: version,
    rubrics: data.rubric ? { [rubric.sha256]: data.rubric } : {},
    versions: [{ sha256: rubric.sha256, version: rubric.version, at, by, why: null }],
  }
  const listed = applications.map((application) => ({ ...notTold, ...application }))
  return {
    ...state,
    id,
    title,
    rehearsal,
    rubric,
    people,
    panels,
    applications: listed,
    reviews,
    rules,
    setUp,
  }
}

type ReviewEvent = Exclude<
  JournalEvent,
  | SetUpEvent
  | { kind: 'competition.opened' | 'head.signed' | 'question.asked' | 'question.answered' | 'panel.arranged' }
>

/** What an event does not say itself: its hash, and the time that the rules give to an application. */
interface Beside {
  readonly hash: string
  readonly slotMs: number
}

function reviewAfter(review: Review, event: ReviewEvent, { hash, slotMs }: Beside): Review {
  const { at, by } = event
  switch (event.kind) {
    case 'conflict.answered': {
      const { answer, reason } = event.data
      const conflict: Conflict =
        answer === 'certified' ? { status: answer, at } : { status: answer, at, reason }
      return withConflict(review, by, conflict)
    }
    case 'conflict.decided': {
      const { person, outcome, reason } = event.data
      return withConflict(review, person, { status: outcome, at, reason })
    }
    case 'seat.excused': {
      const excused = { at, reason: event.data.reason }
      // Before the reveal there is no form to stand by: an excused seat then has determined nothing.
      const attested = review.revealed ? {} : { attested: null }
      return withSeat(review, event.data.seat, () => ({ excused, signed: null, ...attested }))
    }
    case 'form.attested': {
      const attested = { at, record: event.data.record }
      const { scores } = attested.record
      const given = { attested, scores, askedAnew: null, openedAt: null }
      const joined = withSeat(review, event.data.seat, () => given)
      // Who came after the reveal brings a column that the others have not signed for.
      return review.revealed ? unsigned(joined) : joined
    }
    case 'form.takenBack':
      return withSeat(review, event.data.seat, () => ({ attested: null, scores: {}, openedAt: null }))
    case 'review.revealed':
      return { ...review, revealed: { at, by, hash } }
    case 'score.changed': {
      const { row, to } = event.data
      return withSeat(review, event.data.seat, (seat) => ({ scores: { ...seat.scores, [row]: to } }))
    }
    case 'vote.opened':
      return { ...withoutBallots(review), vote: { status: 'open', at, order: [] } }
    case 'ballot.cast': {
      const { seat: number, answer, reasons } = event.data
      const cast = withSeat(review, number, () => ({ ballot: { at, answer, reasons } }))
      if (cast.vote.status !== 'open' || cast.vote.order.includes(number)) return cast
      return { ...cast, vote: { ...cast.vote, order: [...cast.vote.order, number] } }
    }
    case 'vote.closed':
      return { ...review, vote: { status: 'closed', at, by } }
    case 'vote.voided':
      return { ...withoutBallots(review), vote: { status: 'none' } }
    case 'column.signed': {
      const { record } = event.data
      return withSeat(review, event.data.seat, () => ({ signed: { at, record }, scores: record.scores }))
    }
    case 'column.takenBack':
      return withSeat(review, event.data.seat, () => ({ signed: null }))
    case 'review.closed': {
      const { assessment = null, summaries = {} } = event.data
      const discussion = discussionClosed(review.discussion, at)
      return { ...review, discussion, assessment, closed: { at, by, assessment, summaries } }
    }
    case 'lock.asked':
      return { ...review, lockAsked: { at, by } }
    case 'lock.started':
      return { ...review, lock: { status: 'started', at, by } }
    case 'review.locked': {
      const lockedBy = review.lock.status === 'open' ? by : review.lock.by
      return { ...review, lock: { status: 'locked', at, by: lockedBy, recordHash: event.data.recordHash } }
    }
    case 'text.notCounted': {
      const { field, text, why = null } = event.data
      const kept: NotCounted = { id: event.version, at, field, text, why, settled: false }
      if (event.data.seat === null) return { ...review, lateOfMonitor: [...review.lateOfMonitor, kept] }
      return withSeat(review, event.data.seat, (seat) => ({ notCounted: [...seat.notCounted, kept] }))
    }
    case 'text.settled': {
      const settled = (each: NotCounted) => (each.id === event.data.kept ? { ...each, settled: true } : each)
      if (event.data.seat === null) return { ...review, lateOfMonitor: review.lateOfMonitor.map(settled) }
      return withSeat(review, event.data.seat, (seat) => ({ notCounted: seat.notCounted.map(settled) }))
    }
    case 'document.added':
      return { ...review, documents: withDocument(review.documents, event.data.document) }
    case 'documents.arranged': {
      const documents = event.data.documents.flatMap(({ id, title, kind }) => {
        const known = review.documents.find((document) => document.id === id)
        return known ? [{ ...known, title, kind }] : []
      })
      return { ...review, documents }
    }
    case 'places.confirmed':
      return {
        ...review,
        places: event.data.places,
        placedIn: Object.fromEntries(review.documents.map(({ id, text }) => [id, text])),
      }
    case 'form.opened':
    case 'form.returned':
    case 'seat.nudged':
    case 'seat.extended':
    case 'seat.replaced':
    case 'panel.wentOn':
    case 'vote.reopened':
    case 'absolute.answered':
    case 'absolute.decided':
    case 'tier.opened':
      return reviewAfterSeatEvent(review, event)
    default:
      return { ...review, discussion: discussionAfter(review.discussion, event, slotMs) }
  }
}

function withDocument(documents: Review['documents'], added: ApplicationDocument): Review['documents'] {
  if (!documents.some(({ id }) => id === added.id)) return [...documents, added]
  return documents.map((document) => (document.id === added.id ? added : document))
}
