import type { ApplicationDocument } from '../application/document.ts'
import type { Places } from '../application/places.ts'
import type { FormRecord } from '../form/form-record.ts'
import type { CloseReason } from '../protocol/close-codes.ts'
import { noHash } from '../record/chain.ts'
import type { TextRef } from '../record/kept-text.ts'
import type { SeatAnswer } from '../scoring/majority.ts'
import type { OpenedAnew } from './asked-anew.ts'
import { noDiscussion, type Discussion } from './discussion.ts'
import { noSetUp, type ListedApplication, type SetUpState } from './set-up-state.ts'
import type { Panel, Person, Rules, Setup } from './setup.ts'

/** A record as the journal holds it: texts by reference. */
export type KeptRecord = FormRecord<TextRef>

/** Where a person stands with an application. `cleared` is staff's answer to "not sure" or to a recusal undone. */
export type Conflict =
  | { readonly status: 'open' }
  | { readonly status: 'certified'; readonly at: number }
  | { readonly status: 'unsure'; readonly at: number; readonly reason: TextRef | null }
  | { readonly status: 'recused'; readonly at: number; readonly reason: TextRef | null }
  | { readonly status: 'cleared'; readonly at: number; readonly reason: TextRef }

/** A seat on a review: its number is never reused. */
export interface Seat {
  readonly number: number
  readonly person: string
  readonly excused: { readonly at: number; readonly reason: TextRef } | null
  readonly attested: { readonly at: number; readonly record: KeptRecord } | null
  /** Points as the journal has witnessed them since the reveal. */
  readonly scores: FormRecord['scores']
  readonly signed: { readonly at: number; readonly record: KeptRecord } | null
  readonly ballot: Ballot | null
  readonly notCounted: readonly NotCounted[]
  /** Whether it came after the reveal, or after a sample's spread was opened: then it scores blind first, and is shown the others' when it is ready. */
  readonly late: boolean
  /** The seat that took its place. */
  readonly replacedBy: number | null
  /** The last time that the monitor asked how far it is. */
  readonly nudgedAt: number | null
  /** Until when staff gave it time. */
  readonly until: number | null
  /** The last return: the monitor or staff asked for better comments on what was attested then. */
  readonly returned: {
    readonly at: number
    readonly by: string
    readonly reason: TextRef
    readonly record: KeptRecord
  } | null
  /** New versions of the rubric opened a form again that was ready; null once it is ready by them, and where none did. */
  readonly askedAnew: OpenedAnew | null
  /** When the monitor opened the form as it is attested; null while nobody has. */
  readonly openedAt: number | null
}

/** What was typed and did not count. */
export interface NotCounted {
  /** The version of the event that kept it. */
  readonly id: number
  readonly at: number
  readonly field: string
  readonly text: TextRef
  /** Null in journals from before it was asked for. */
  readonly why: CloseReason | null
  /** Whether its author has taken it over, or put it away. */
  readonly settled: boolean
}

/** A reviewer's question to staff about a row; the last answer counts. */
export interface Question {
  /** The version of the event that asked it. */
  readonly id: number
  readonly review: string
  readonly seat: number
  readonly row: string
  readonly at: number
  readonly text: TextRef
  readonly answer: { readonly at: number; readonly asked: TextRef; readonly answer: TextRef } | null
}

export interface Ballot {
  readonly at: number
  readonly answer: 'yes' | 'no'
  /** Reasons for a change, or what was written with a confirmation; null where nothing was. */
  readonly reasons: TextRef | null
}

/** The panel's vote on a priority. Ballots are with the seats, sealed until it is closed. */
export type Vote =
  | { readonly status: 'none' }
  | { readonly status: 'open'; readonly at: number; readonly order: readonly number[] }
  | { readonly status: 'closed'; readonly at: number; readonly by: string }

/** What each seat and then the selecting official say of an absolute priority. */
export interface Absolute {
  readonly answers: Readonly<
    Record<number, { readonly at: number; readonly answer: 'yes' | 'no'; readonly reasons: TextRef | null }>
  >
  readonly decided: {
    readonly at: number
    readonly by: string
    readonly outcome: 'met' | 'notMet'
    readonly reasons: TextRef
  } | null
}

/** The lock: begun, then finished with the record's hash and the signed head. */
export type Lock =
  | { readonly status: 'open' }
  | { readonly status: 'started'; readonly at: number; readonly by: string }
  | { readonly status: 'locked'; readonly at: number; readonly by: string; readonly recordHash: string }

export interface Review {
  readonly id: string
  readonly application: string
  /** 0 for a sample that is scored before the real applications. */
  readonly tier: number
  readonly round: number
  /** Empty while no panel reads it. */
  readonly panel: string
  /** The hash of the rubric that it is scored by. */
  readonly rubric: string
  /** The application's files, in their order. */
  readonly documents: readonly ApplicationDocument[]
  /** Which part answers each criterion, as staff confirmed it; null until they do. */
  readonly places: Places | null
  /** By document: the text in which staff confirmed them. Another reading of the same file has other offsets. */
  readonly placedIn: Readonly<Record<string, string>>
  /** By person: the panel's reviewers and its monitor. */
  readonly conflicts: Readonly<Record<string, Conflict>>
  readonly seats: readonly Seat[]
  /** `hash` is of the event that revealed it: nobody in the panel can know it before the lock. */
  readonly revealed: { readonly at: number; readonly by: string; readonly hash: string } | null
  readonly vote: Vote
  /** Staff opened the vote again, the last time. */
  readonly reopened: { readonly at: number; readonly reason: TextRef } | null
  readonly discussion: Discussion
  /** Staff let the panel go on although it is small, as it is then. */
  readonly wentOn: { readonly at: number; readonly seats: number } | null
  readonly closed: Closed | null
  /** What the panel last said of how it worked: it outlives a close that did not stand. */
  readonly assessment: TextRef | null
  /** What the monitor typed into the panel's summaries and did not count. */
  readonly lateOfMonitor: readonly NotCounted[]
  /** By priority. */
  readonly absolute: Readonly<Record<string, Absolute>>
  /** By person: when staff opened what the outcome hangs on. */
  readonly outcomeOpened: Readonly<Record<string, number>>
  /** One of program staff has asked a second to lock, where the rules want two. */
  readonly lockAsked: { readonly at: number; readonly by: string } | null
  readonly lock: Lock
}

/** The close, with what the panel hands over beside its scores. */
export interface Closed {
  readonly at: number
  readonly by: string
  readonly assessment: TextRef | null
  readonly summaries: Readonly<Record<string, { readonly text: TextRef; readonly agreed: readonly number[] }>>
}

/** A competition as its journal tells it. */
export interface Competition {
  readonly version: number
  readonly head: string
  /** The time of the last event. */
  readonly at: number
  readonly id: string
  readonly title: string
  readonly rehearsal: boolean
  readonly rubric: Setup['rubric']
  readonly people: readonly Person[]
  readonly panels: readonly Panel[]
  readonly applications: readonly ListedApplication[]
  readonly reviews: readonly Review[]
  /** In the order in which they were asked. */
  readonly questions: readonly Question[]
  readonly rules: Rules
  /** By panel: the order in which it takes its applications, as its monitor set it. */
  readonly orders: Readonly<Record<string, ApplicationOrder>>
  readonly setUp: SetUpState
}

export interface ApplicationOrder {
  readonly by: 'listed' | 'random' | 'hand'
  readonly reviews: readonly string[]
}

/** Before the first event. */
export const beforeOpening: Competition = {
  version: 0,
  head: noHash,
  at: 0,
  id: '',
  title: '',
  rehearsal: false,
  rubric: { id: '', version: 0, sha256: '' },
  people: [],
  panels: [],
  applications: [],
  reviews: [],
  questions: [],
  rules: {},
  orders: {},
  setUp: noSetUp,
}

/** A review of which nothing has been heard yet. */
export const untouched = {
  revealed: null,
  vote: { status: 'none' },
  reopened: null,
  discussion: noDiscussion,
  wentOn: null,
  closed: null,
  assessment: null,
  lateOfMonitor: [],
  absolute: {},
  outcomeOpened: {},
  lockAsked: null,
  lock: { status: 'open' },
} as const satisfies Partial<Review>

/** The review of that id, or undefined. */
export function findReview(state: Competition, id: string): Review | undefined {
  return state.reviews.find((review) => review.id === id)
}

/** The seat of that number. Throws where the review has none: numbers come from the journal or were looked up. */
export function seatOf(review: Review, number: number): Seat {
  const seat = review.seats.find((candidate) => candidate.number === number)
  if (!seat) throw new Error(`${review.id} has no seat ${number}.`)
  return seat
}

/** Whether a person stands recused from a review. */
export function isRecused(review: Review, person: string): boolean {
  return review.conflicts[person]?.status === 'recused'
}

/** Whether an answer lets a person open the application: certified, or cleared by staff. */
export function isCertification({ status }: Conflict): boolean {
  return status === 'certified' || status === 'cleared'
}

/** Whether a person may open the application. */
export function isCertified(review: Review, person: string): boolean {
  const conflict = review.conflicts[person]
  return conflict !== undefined && isCertification(conflict)
}

/** How a seat stands in what the panel decides. */
export function standingOf(review: Review, seat: Seat): SeatAnswer['standing'] {
  if (isRecused(review, seat.person)) return 'recused'
  return seat.excused ? 'excused' : 'sitting'
}

/** Seats that are neither recused nor excused: they attest, sign and stand in the mean. */
export function sittingSeats(review: Review): readonly Seat[] {
  return review.seats.filter((seat) => standingOf(review, seat) === 'sitting')
}

/** Whether a seat's person may know of what the reveal opened: who came after it scores blind first. */
export function seesReveal(review: Review, seat: Seat | undefined): boolean {
  return review.revealed !== null && !(seat?.late && !seat.attested)
}

/** What the interface calls a person. */
export function labelOf(state: Competition, person: string): string {
  return state.people.find(({ id }) => id === person)?.label ?? person
}
