import { canonicalHash } from '../record/hash.ts'
import type { TextRef } from '../record/kept-text.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { ExactMean } from '../scoring/exact-mean.ts'
import { documentName, type DocumentKey } from '../protocol/names.ts'
import { columnIsOpen, formIsOpen, isMonitorOf, mayRead, seatOfPerson } from './access.ts'
import { closeBlockers, lockBlockers, revealBlockers, signatureBlockers, voteBlockers } from './blockers.ts'
import { absoluteView, type AbsoluteView } from './absolute-view.ts'
import { isThin, tierIsLocked } from './decide-seats.ts'
import { discussionView, type DiscussionView } from './discussion-view.ts'
import { lateTexts, type LateText } from './late-texts.ts'
import { progressView, type ProgressView } from './progress-view.ts'
import { rulesOf, type WholeRules } from './rules.ts'
import type { Person, Role } from './setup.ts'
import { summaryView, type SummaryView } from './summary-view.ts'
import {
  isCertified,
  isRecused,
  labelOf,
  seesReveal,
  sittingSeats,
  type ApplicationOrder,
  type Closed,
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
    readonly rules: Omit<WholeRules, 'scoreLine' | 'lineSeenBy'>
    /** For monitors, where the competition lets them see what a disagreement means for it; null otherwise. */
    readonly line: number | null
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
  /** For staff: the tiers, whether all of each is locked, and when they opened what its outcome hangs on. */
  readonly tiers: readonly TierView[] | null
}

export interface TierView {
  readonly tier: number
  readonly locked: boolean
  readonly openedAt: number | null
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
  /** The panel's talk; for who may read the room, except staff. */
  readonly discussion: DiscussionView | null
  readonly summary: SummaryView | null
  /** For the panel, the selecting official and staff, from the close on. */
  readonly absolute: readonly AbsoluteView[] | null
  /** For the monitor: what they typed into summaries and did not count. */
  readonly monitorNotCounted: readonly LateText[] | null
  /** For the monitor: what the panel said of how it worked when it was closed before. */
  readonly lastAssessment: string | null
  /** Staff are called to the panel: for its monitor and for staff. */
  readonly call: { readonly at: number; readonly by: string; readonly reason: string } | null
  /** For the monitor and staff: fewer seats than the rules ask for, and nobody has let the panel go on. */
  readonly thin: boolean
  /** For members: the application's place in the order of their panel, from 1. */
  readonly turn: { readonly place: number; readonly of: number; readonly by: ApplicationOrder['by'] } | null
  /** For staff: reviewers who could take a seat's place. */
  readonly standIns: readonly { readonly person: string; readonly label: string }[] | null
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
  readonly closed: {
    readonly at: number
    readonly by: string
    /** What the panel says of how it worked; not for the selecting official. */
    readonly assessment: string | null
  } | null
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
  /** The monitor has asked how far one is, since the form was last ready. */
  readonly nudgedAt: number | null
  readonly until: number | null
  /** The monitor has asked for better comments; null once the form is ready again. */
  readonly returned: { readonly at: number; readonly reason: string } | null
  readonly notCounted: readonly LateText[]
}

export interface PanelSeatView {
  readonly seat: number
  readonly label: string
  readonly excused: boolean
  readonly attested: Readonly<Record<string, number | null>>
  readonly signedAt: number | null
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
      rules: shownRules(state),
      line: lineFor(state, person),
    },
    savingRisk: person.role === 'staff' ? facts.savingRisk() : null,
    reviews: visible.map((review) => reviewView({ state, rubric, person, facts, review })),
    answers: answersView(state, facts),
    questions: person.role === 'staff' ? questionsView(state, facts) : null,
    keptUnseen: keptUnseen(state, person),
    tiers: person.role === 'staff' ? tiersView(state, person) : null,
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
  if (person.role === 'official') return review.closed !== null
  return Object.hasOwn(review.conflicts, person.id) && !isRecused(review, person.id)
}

function reviewView(looking: Looking): ReviewView {
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
    step: stepOf(review, rubric, person.id, person.role),
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
    turn: open && !staff ? turnOf(state, review, person) : null,
    standIns: staff ? standInsOf(state, review) : null,
    room: seesRoom ? { name: documentName(room), writable: own ? columnIsOpen(review, own) : false } : null,
    panel: seesRoom ? panelView(state, review) : null,
    progress: monitors || staff ? progressView(looking) : null,
    vote: open && knowsReveal ? voteView(looking) : null,
    blockers: monitors || staff ? blockersFor(looking, monitors) : null,
    revealed: open && review.revealed && knowsReveal ? named(state, review.revealed) : null,
    closed: review.closed && (official || (open && knowsReveal)) ? closedView(looking, review.closed) : null,
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
    nudgedAt: nudgedSince(review, seat),
    until: seat.until,
    returned:
      seat.returned && !seat.attested
        ? { at: seat.returned.at, reason: facts.text(seat.returned.reason) }
        : null,
    notCounted: lateTexts(
      seat.notCounted.filter(({ settled }) => !settled),
      facts,
    ),
  }
}

/** What a seat was asked for before it was last ready is done. */
function nudgedSince(review: Review, seat: Seat): number | null {
  const { nudgedAt, attested, signed } = seat
  const done = seesReveal(review, seat) ? signed : attested
  return nudgedAt === null || done || nudgedAt <= (attested?.at ?? 0) ? null : nudgedAt
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

function shownRules({ rules }: Competition): View['competition']['rules'] {
  const { flags, monitorReadsAttested, summary, slotMinutes, itemMinutes, smallestPanel } = rulesOf(rules)
  return { flags, monitorReadsAttested, summary, slotMinutes, itemMinutes, smallestPanel }
}

/** A panel is not steered by the line, unless its competition has published another rule; reviewers are never. */
function lineFor({ rules }: Competition, { role }: Person): number | null {
  const { scoreLine, lineSeenBy } = rulesOf(rules)
  return role === 'monitor' && lineSeenBy === 'monitors' ? scoreLine : null
}

function tiersView(state: Competition, { id }: Person): readonly TierView[] {
  const tiers = [...new Set(state.reviews.map(({ tier }) => tier))]
  return tiers.map((tier) => {
    const openings = state.reviews
      .filter((review) => review.tier === tier)
      .flatMap(({ outcomeOpened }) => outcomeOpened[id] ?? [])
    return {
      tier,
      locked: tierIsLocked(state, tier),
      openedAt: openings.length === 0 ? null : Math.max(...openings),
    }
  })
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

function standInsOf(state: Competition, review: Review): ReviewView['standIns'] {
  return state.people
    .filter(({ id, role }) => role === 'reviewer' && !Object.hasOwn(review.conflicts, id))
    .map(({ id, label }) => ({ person: id, label }))
}

function named(state: Competition, done: { at: number; by: string }): { at: number; by: string } {
  return { at: done.at, by: labelOf(state, done.by) }
}
