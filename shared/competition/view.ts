import type { CloseReason } from '../protocol/close-codes.ts'
import { notesField } from '../form/notes.ts'
import { rowsScored } from '../form/form-record.ts'
import { canonicalHash } from '../record/hash.ts'
import type { TextRef } from '../record/kept-text.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { ExactMean } from '../scoring/exact-mean.ts'
import { documentName, type DocumentKey } from '../protocol/names.ts'
import { columnIsOpen, formIsOpen, isMonitorOf, mayRead, seatOfPerson } from './access.ts'
import { closeBlockers, lockBlockers, revealBlockers, signatureBlockers, voteBlockers } from './blockers.ts'
import type { Person, Role } from './setup.ts'
import {
  isCertified,
  isRecused,
  labelOf,
  sittingSeats,
  type Competition,
  type Conflict,
  type Review,
  type Seat,
} from './state.ts'
import { stepOf, type Step } from './step.ts'
import {
  answersView,
  askedView,
  questionsView,
  type AnswerView,
  type AskedView,
  type QuestionView,
} from './question-view.ts'
import { applicationTotal } from './totals.ts'
import { voteView, type VoteView } from './vote-view.ts'

/** What a view may know beside the journal's state. */
export interface Facts {
  /** The text behind a reference. */
  readonly text: (ref: TextRef) => string
  /** Rows with points in a seat's form, as the server counts them. */
  readonly rowsDone: (review: string, seat: number) => number
  /** Whether a person has a page open. */
  readonly online: (person: string) => boolean
  /** What “saved” means less than it should, where whoever runs the server has accepted that: one sentence. */
  readonly savingRisk: () => string | null
}

/** Everything that one person is sent of a competition. What is not in it does not reach them. */
export interface View {
  readonly me: { readonly person: string; readonly role: Role; readonly label: string }
  readonly competition: {
    readonly id: string
    readonly title: string
    readonly rehearsal: boolean
    /** What a reviewer attests, in the competition's own words; null for the usual ones. */
    readonly attestation: string | null
    readonly shortestComment: number | null
  }
  /** For staff: what “saved” means less than it should. Null where it means on disk. */
  readonly savingRisk: string | null
  readonly reviews: readonly ReviewView[]
  /** Staff's answers to questions about rows, for every panel and naming nobody, as they came. */
  readonly answers: readonly AnswerView[]
  /** For staff: every question; null for others. */
  readonly questions: readonly QuestionView[] | null
  /** How many pieces of one's own are kept as not counted on applications that one is recused from. */
  readonly keptUnseen: number
}

export interface ReviewView {
  readonly id: string
  readonly application: {
    readonly id: string
    readonly applicant: string
    /** Another one whenever the documents or the places in them have changed; null while it is not open to the person. */
    readonly edition: string | null
  }
  readonly tier: number
  readonly step: Step
  readonly conflict: ConflictView | null
  /** Ready and not: a count without names. Null until the application is open to the person. */
  readonly ready: { readonly count: number; readonly of: number } | null
  readonly mine: MineView | null
  readonly room: DocumentView | null
  /** Seats with what the panel may know of them; null before the reveal, and for staff before the lock. */
  readonly panel: readonly PanelSeatView[] | null
  /** For the monitor and staff: who is how far, without a number of points. */
  readonly progress: readonly ProgressView[] | null
  readonly vote: VoteView | null
  readonly blockers: {
    readonly reveal: Sentences
    readonly vote: Sentences
    readonly close: Sentences
    readonly lock: Sentences
  } | null
  readonly revealed: { readonly at: number; readonly by: string } | null
  readonly closed: { readonly at: number; readonly by: string } | null
  readonly lock: LockView | null
}

type Sentences = readonly string[]

export interface ConflictView {
  readonly status: Conflict['status']
  readonly at: number | null
}

export interface DocumentView {
  readonly name: string
  readonly writable: boolean
}

export interface MineView {
  readonly seat: number
  readonly excused: { readonly at: number } | null
  readonly attestedAt: number | null
  readonly signedAt: number | null
  readonly form: DocumentView
  /** Highlights and notes of one's own. */
  readonly notes: DocumentView
  readonly questions: readonly AskedView[]
  readonly notCounted: readonly LateText[]
}

/** What was typed and did not count; `field` is a text of the form or column, or `<map>:<key>` as in `scores:(A)(1)(i)`. */
export interface LateText {
  readonly id: number
  readonly at: number
  readonly field: string
  readonly text: string
  /** Null where that was not asked when it was kept. */
  readonly why: CloseReason | null
}

export interface PanelSeatView {
  readonly seat: number
  readonly label: string
  readonly excused: boolean
  readonly attested: Readonly<Record<string, number | null>>
  readonly signedAt: number | null
}

export interface ProgressView {
  readonly seat: number | null
  readonly person: string
  readonly label: string
  readonly conflict: Conflict['status']
  /** What they wrote to staff with "not sure" or a recusal; staff alone see it. */
  readonly reason: string | null
  readonly excused: boolean
  readonly rows: number
  readonly ready: boolean
  readonly signed: boolean
  readonly online: boolean
  /** What was typed too late, for staff alone; the texts from the lock on, since before it they show comments. */
  readonly notCounted: { readonly count: number; readonly texts: readonly LateText[] | null } | null
}

export interface LockView {
  readonly status: 'started' | 'locked'
  readonly at: number
  readonly by: string
  readonly recordHash: string | null
  /** Staff alone, after the lock. */
  readonly total: { readonly criteria: ExactMean; readonly stem: number; readonly total: ExactMean } | null
}

/**
 * What a person sees of a competition. Whoever is recused sees nothing of that review; peers see a count of ready forms before
 * the reveal and no more; staff see progress and, after the lock, the total.
 */
export function view(state: Competition, rubric: Rubric, person: Person, facts: Facts): View {
  const { id, title, rehearsal, rules } = state
  const visible = state.reviews.filter((review) => maySee(review, person))
  return {
    me: { person: person.id, role: person.role, label: person.label },
    competition: {
      id,
      title,
      rehearsal,
      attestation: rules.attestation ?? null,
      shortestComment: rules.shortestComment ?? null,
    },
    savingRisk: person.role === 'staff' ? facts.savingRisk() : null,
    reviews: visible.map((review) => reviewView({ state, rubric, person, facts, review })),
    answers: answersView(state, facts),
    questions: person.role === 'staff' ? questionsView(state, facts) : null,
    keptUnseen: keptUnseen(state, person),
  }
}

/** A review as it is looked at by one person. */
export interface Looking {
  readonly state: Competition
  readonly rubric: Rubric
  readonly person: Person
  readonly facts: Facts
  readonly review: Review
}

function maySee(review: Review, person: Person): boolean {
  if (person.role === 'staff') return true
  return Object.hasOwn(review.conflicts, person.id) && !isRecused(review, person.id)
}

function reviewView(looking: Looking): ReviewView {
  const { state, rubric, person, review } = looking
  const application = state.applications.find((candidate) => candidate.id === review.application)
  const open = person.role === 'staff' || isCertified(review, person.id)
  const monitors = open && isMonitorOf(state, review, person.id)
  const staff = person.role === 'staff'
  const room: DocumentKey = { competition: state.id, review: review.id, kind: 'room' }
  const seesRoom = mayRead(state, person, room)
  const own = seatOfPerson(review, person.id)
  return {
    id: review.id,
    application: {
      id: review.application,
      applicant: application?.applicant ?? review.application,
      edition: open ? editionOf(review) : null,
    },
    tier: review.tier,
    step: stepOf(review, rubric, person.id, person.role),
    conflict: staff ? null : conflictView(review.conflicts[person.id]),
    ready: open ? readyCount(review) : null,
    mine: open && own ? mineView(looking, own) : null,
    room: seesRoom ? { name: documentName(room), writable: own ? columnIsOpen(review, own) : false } : null,
    panel: seesRoom ? panelView(state, review) : null,
    progress: monitors || staff ? progressView(looking) : null,
    vote: open ? voteView(looking) : null,
    blockers: monitors || staff ? blockersFor(looking, monitors) : null,
    revealed: open && review.revealed ? named(state, review.revealed) : null,
    closed: open && review.closed ? named(state, review.closed) : null,
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

function keptUnseen({ reviews }: Competition, person: Person): number {
  const kept = reviews.flatMap((review) =>
    isRecused(review, person.id) ? (seatOfPerson(review, person.id)?.notCounted ?? []) : [],
  )
  return kept.length
}

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
    form: { name: documentName({ ...at, kind: 'form' }), writable: formIsOpen(review, seat) },
    notes: { name: documentName({ ...at, kind: 'notes' }), writable: true },
    questions: askedView(state, review, seat, facts),
    notCounted: lateTexts(
      seat.notCounted.filter(({ settled }) => !settled),
      facts,
    ),
  }
}

function lateTexts(kept: Seat['notCounted'], facts: Facts): readonly LateText[] {
  return kept.map(({ id, at, field, text, why }) => ({ id, at, field, text: facts.text(text), why }))
}

function panelView(state: Competition, review: Review): readonly PanelSeatView[] {
  return review.seats
    .filter((seat) => seat.attested && !isRecused(review, seat.person))
    .map((seat) => ({
      seat: seat.number,
      label: labelOf(state, seat.person),
      excused: seat.excused !== null,
      attested: seat.attested?.record.scores ?? {},
      signedAt: seat.signed?.at ?? null,
    }))
}

function progressView({ state, review, person, facts }: Looking): readonly ProgressView[] {
  const staff = person.role === 'staff'
  const locked = review.lock.status === 'locked'
  const monitor = state.panels.find((panel) => panel.id === review.panel)?.monitor
  const members = [
    ...review.seats.map((seat) => ({ id: seat.person, seat })),
    ...(monitor ? [{ id: monitor, seat: null }] : []),
  ]
  return members.map(({ id, seat }) => {
    const conflict = review.conflicts[id] ?? { status: 'open' }
    const asked = staff && (conflict.status === 'unsure' || conflict.status === 'recused')
    const reason = asked ? conflict.reason : null
    return {
      seat: seat?.number ?? null,
      person: id,
      label: labelOf(state, id),
      conflict: conflict.status,
      reason: reason ? facts.text(reason) : null,
      excused: Boolean(seat?.excused),
      rows: seat ? rowsDone(review, seat, facts) : 0,
      ready: Boolean(seat?.attested),
      signed: Boolean(seat?.signed),
      online: facts.online(id),
      notCounted: staff && seat ? lateForStaff(seat, locked, facts) : null,
    }
  })
}

/** Notes are their author's alone, also where they did not count. */
function lateForStaff(seat: Seat, locked: boolean, facts: Facts): ProgressView['notCounted'] {
  const kept = seat.notCounted.filter(({ field }) => !notesField(field))
  return { count: kept.length, texts: locked ? lateTexts(kept, facts) : null }
}

function rowsDone(review: Review, seat: Seat, facts: Facts): number {
  return seat.attested ? rowsScored(seat.attested.record) : facts.rowsDone(review.id, seat.number)
}

function blockersFor({ state, rubric, review }: Looking, monitors: boolean): ReviewView['blockers'] {
  return {
    reveal: revealBlockers(state, review),
    vote: monitors ? voteBlockers(review, rubric) : [],
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
    total: locked && person.role === 'staff' ? applicationTotal(review, rubric) : null,
  }
}

function named(state: Competition, done: { at: number; by: string }): { at: number; by: string } {
  return { at: done.at, by: labelOf(state, done.by) }
}
