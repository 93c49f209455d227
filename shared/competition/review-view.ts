import { canonicalHash } from '../record/hash.ts'
import { documentName, type DocumentKey } from '../protocol/names.ts'
import { columnIsOpen, formIsOpen, isMonitorOf, mayRead, seatOfPerson } from './access.ts'
import type { OpenedAnew } from './asked-anew.ts'
import { closeBlockers, lockBlockers, revealBlockers, signatureBlockers, voteBlockers } from './blockers.ts'
import { absoluteView } from './absolute-view.ts'
import { isThin } from './decide-seats.ts'
import { discussionView } from './discussion-view.ts'
import { lateTexts, type LateText } from './late-texts.ts'
import { progressView } from './progress-view.ts'
import type { Person } from './setup.ts'
import { rubricName } from './rubrics.ts'
import { summaryView } from './summary-view.ts'
import {
  isCertified,
  isRecused,
  labelOf,
  seesReveal,
  sittingSeats,
  type Closed,
  type Competition,
  type Conflict,
  type Review,
  type Seat,
} from './state.ts'
import { seatName } from './seat-name.ts'
import { stepOf } from './step.ts'
import { askedView } from './question-view.ts'
import { applicationTotal } from './totals.ts'
import { voteView } from './vote-view.ts'
import type {
  ConflictView,
  Facts,
  LockView,
  Looking,
  MineView,
  OpenedAnewView,
  PanelSeatView,
  ReviewView,
} from './view.ts'

/** One review as one person is shown it. */
export function reviewView(looking: Looking): ReviewView {
  const { state, rubric, person, facts, review } = looking
  const application = state.applications.find((candidate) => candidate.id === review.application)
  const open = person.role === 'staff' || isCertified(review, person.id)
  const monitors = open && isMonitorOf(state, review, person.id)
  const staff = person.role === 'staff'
  const official = person.role === 'official'
  const room: DocumentKey = { competition: state.id, review: review.id, kind: 'room' }
  const seesRoom = mayRead(state, person, room)
  const own = seatOfPerson(review, person.id)
  const knowsReveal = seesReveal(review, own)
  return {
    id: review.id,
    application: {
      id: review.application,
      applicant: application?.applicant ?? review.application,
      edition: open || official ? editionOf(review) : null,
    },
    tier: review.tier,
    rubric: rubricName(review.rubric),
    of: open ? panelOf(state, review) : null,
    step: stepOf(state, review, rubric, person),
    conflict: staff || official ? null : conflictView(review.conflicts[person.id]),
    ready: open ? readyCount(review) : null,
    mine: open && own ? mineView(looking, own) : null,
    discussion: seesRoom && !staff ? discussionView(review, facts) : null,
    summary: seesRoom ? summaryView(looking) : null,
    absolute: seesRoom || official ? absoluteView(looking) : null,
    monitorNotCounted: monitors ? lateOfMonitor(looking) : null,
    lastAssessment: monitors && review.assessment ? facts.text(review.assessment) : null,
    call: monitors || staff ? callView(looking) : null,
    thin: (monitors || staff) && isThin(state, review),
    turn: open && !staff && review.panel !== '' ? turnOf(state, review, person) : null,
    notStandIns: staff ? notStandIns(state, review) : null,
    room: seesRoom
      ? { name: documentName(room), writable: own ? !state.setUp.paused && columnIsOpen(review, own) : false }
      : null,
    panel: seesRoom ? panelView(review) : null,
    progress: monitors || staff ? progressView(looking) : null,
    vote: open && knowsReveal ? voteView(looking) : null,
    blockers: monitors || staff ? blockersFor(looking, monitors) : null,
    revealed: open && review.revealed && knowsReveal ? named(state, review.revealed) : null,
    closed: review.closed && (official || (open && knowsReveal)) ? closedView(looking, review.closed) : null,
    lockAsked:
      staff && review.lockAsked
        ? { ...named(state, review.lockAsked), mine: review.lockAsked.by === person.id }
        : null,
    lock: open ? lockView(looking) : null,
  }
}

/** Says nothing but that something has changed, so that a page reads anew. */
function editionOf({ documents, places }: Review): string {
  const known = editions.get(documents)
  if (known && known.places === places) return known.edition
  const edition = canonicalHash({ documents, places }).slice(0, 12)
  editions.set(documents, { places, edition })
  return edition
}

/** A view is made for everybody at every event, and documents hardly ever change: the state keeps the same list while they do not. */
const editions = new WeakMap<
  Review['documents'],
  { readonly places: Review['places']; readonly edition: string }
>()

function conflictView(conflict: Conflict | undefined): ConflictView {
  if (!conflict || conflict.status === 'open') return { status: 'open', at: null }
  return { status: conflict.status, at: conflict.at }
}

function readyCount(review: Review): { count: number; of: number } {
  const sitting = sittingSeats(review)
  return { count: sitting.filter((seat) => seat.attested).length, of: sitting.length }
}

function mineView({ state, review, facts }: Looking, seat: Seat): MineView {
  const at = { competition: state.id, review: review.id, seat: seat.number }
  return {
    seat: seat.number,
    excused: seat.excused ? { at: seat.excused.at } : null,
    attestedAt: seat.attested?.at ?? null,
    signedAt: seat.signed?.at ?? null,
    form: { name: documentName({ ...at, kind: 'form' }), writable: formIsOpen(state, review, seat) },
    notes: { name: documentName({ ...at, kind: 'notes' }), writable: true },
    questions: askedView(state, review, seat, facts),
    nudgedAt: nudgedSince(review, seat),
    until: seat.until,
    returned:
      // Whose form was ready again when a new version opened it has done what a return asked for.
      seat.returned && !seat.attested && seat.askedAnew === null
        ? {
            at: seat.returned.at,
            by: returnedBy(state, seat.returned.by),
            reason: facts.text(seat.returned.reason),
          }
        : null,
    askedAnew: seat.askedAnew && anewView(seat.askedAnew, facts),
    notCounted: lateTexts(
      seat.notCounted.filter(({ settled }) => !settled),
      facts,
    ),
  }
}

/** Whoever returned it may have left the panel since. */
function returnedBy({ people }: Competition, by: string): 'monitor' | 'staff' {
  return people.find(({ id }) => id === by)?.role === 'staff' ? 'staff' : 'monitor'
}

function anewView({ from, versions }: OpenedAnew, facts: Facts): OpenedAnewView {
  const told = versions.map(({ at, why }) => ({ at, why: why && facts.text(why) }))
  return { from: rubricName(from), versions: told }
}

/** What a seat was asked for before it was last ready is done. */
function nudgedSince(review: Review, seat: Seat): number | null {
  const { nudgedAt, attested, signed } = seat
  const done = seesReveal(review, seat) ? signed : attested
  return nudgedAt === null || done || nudgedAt <= (attested?.at ?? 0) ? null : nudgedAt
}

function panelView(review: Review): readonly PanelSeatView[] {
  return review.seats
    .filter((seat) => seat.attested && !isRecused(review, seat.person))
    .map((seat) => ({
      seat: seat.number,
      label: seatName(seat.number),
      excused: seat.excused !== null,
      attested: seat.attested?.record.scores ?? {},
      signedAt: seat.signed?.at ?? null,
    }))
}

function blockersFor({ state, rubric, review }: Looking, monitors: boolean): ReviewView['blockers'] {
  return {
    reveal: revealBlockers(state, review),
    vote: monitors ? voteBlockers(state, review, rubric) : [],
    // Whether the priority is settled tells whether the determinations agree, which staff are not shown before the lock.
    close: monitors ? closeBlockers(state, review, rubric) : signatureBlockers(state, review),
    lock: lockBlockers(review),
  }
}

function lockView({ state, rubric, review, person }: Looking): LockView | null {
  const { lock } = review
  if (lock.status === 'open') return null
  const locked = lock.status === 'locked'
  return {
    status: lock.status,
    at: lock.at,
    by: labelOf(state, lock.by),
    recordHash: locked ? lock.recordHash : null,
    total: locked && person.role === 'staff' ? applicationTotal(state, review, rubric) : null,
  }
}

function lateOfMonitor({ review, facts }: Looking): readonly LateText[] {
  return lateTexts(
    review.lateOfMonitor.filter(({ settled }) => !settled),
    facts,
  )
}

function callView({ state, review, facts }: Looking): ReviewView['call'] {
  const { call } = review.discussion
  return call && { at: call.at, by: labelOf(state, call.by), reason: facts.text(call.reason) }
}

function closedView({ state, facts, person }: Looking, closed: Closed): ReviewView['closed'] {
  const { assessment } = closed
  const read = person.role !== 'official' && assessment !== null
  return { ...named(state, closed), assessment: read ? facts.text(assessment) : null }
}

/** Counted over what the person may know of. */
function turnOf(state: Competition, review: Review, person: Person): ReviewView['turn'] {
  const all = state.reviews.filter(({ panel }) => panel === review.panel)
  const known = all.filter((each) => !isRecused(each, person.id)).map(({ id }) => id)
  const { by, reviews } = state.orders[review.panel] ?? { by: 'listed', reviews: known }
  const order = reviews.filter((id) => known.includes(id))
  return { place: order.indexOf(review.id) + 1, of: order.length, by }
}

function notStandIns(state: Competition, { application, conflicts }: Review): readonly string[] {
  const declared = Object.entries(state.setUp.declarations[application] ?? {})
  const apart = declared.filter(([, { status }]) => status === 'recused' || status === 'unsure')
  return [...new Set([...Object.keys(conflicts), ...apart.map(([id]) => id)])]
}

function panelOf(state: Competition, { panel }: Review): ReviewView['of'] {
  const found = state.panels.find(({ id }) => id === panel)
  return found ? { panel, title: found.title } : null
}

function named(state: Competition, done: { at: number; by: string }): { at: number; by: string } {
  return { at: done.at, by: labelOf(state, done.by) }
}
