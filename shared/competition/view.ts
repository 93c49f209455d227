import type { TextRef } from '../record/kept-text.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { ExactMean } from '../scoring/exact-mean.ts'
import { type CertifyView } from './certify-page.ts'
import type { CompetitionDate } from './set-up.ts'
import { type AbsoluteView } from './absolute-view.ts'
import { type DiscussionView } from './discussion-view.ts'
import { type LateText } from './late-texts.ts'
import { type ProgressView } from './progress-view.ts'
import { type WholeRules } from './rules.ts'
import type { Person, Role } from './setup.ts'
import { type SummaryView } from './summary-view.ts'
import { type ApplicationOrder, type Competition, type Conflict, type Review } from './state.ts'
import { type Step } from './step.ts'
import { type AnswerView, type AskedView, type QuestionView } from './question-view.ts'
import { type VoteView } from './vote-view.ts'

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
    /** What is certified about conflicts, in the competition's own words; null for the usual ones. */
    readonly conflictText: string | null
    readonly shortestComment: number | null
    readonly rules: Omit<WholeRules, 'scoreLine' | 'lineSeenBy' | 'funding'>
    /** For monitors, where the competition lets them see what a disagreement means for it; null otherwise. */
    readonly line: number | null
    /** The newest version of the rubric: its whole is at /api/rubrics/ and this. */
    readonly rubric: string
    /** Another one whenever the notice's words for the rubric are; null while none are confirmed. */
    readonly notice: string | null
    /** Dates that everybody is told, and their time zone; null where none are set. */
    readonly dates: { readonly zone: string; readonly dates: readonly CompetitionDate[] } | null
    /** For staff: goes up whenever the set-up has changed. */
    readonly setUpEdition: number | null
  }
  /** Everything is paused. */
  readonly paused: { readonly at: number; readonly by: string; readonly reason: string } | null
  /** What is asked about conflicts before anybody is assigned; null where nothing is. */
  readonly certify: CertifyView | null
  /** For staff: what of the set-up waits for them. Null for others, and in a rehearsal. */
  readonly setUpWaits: {
    /** Answers of "not sure" from before anybody was assigned. */
    readonly unsure: number
    /** Applications that no panel may open yet, where everything is there to open them. */
    readonly unopened: number
  } | null
  /** The sample that one scores before the real applications. `due`: it is still to be done. `shown`: its spread is open to who looks. */
  readonly calibration: { readonly review: string; readonly due: boolean; readonly shown: boolean } | null
  /** For staff: what “saved” means less than it should. Null where it means on disk. */
  readonly savingRisk: string | null
  readonly reviews: readonly ReviewView[]
  /** Staff's answers to questions about rows, for every panel and naming nobody, as they came. */
  readonly answers: readonly AnswerView[]
  /** For staff: every question; null for others. */
  readonly questions: readonly QuestionView[] | null
  /** How many pieces of one's own are kept as not counted on applications that one is recused from. */
  readonly keptUnseen: number
  /** For staff: every reviewer, as the interface calls them. */
  readonly reviewers: readonly { readonly person: string; readonly label: string }[] | null
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
  /** 0 for a sample that is scored before the real applications. */
  readonly tier: number
  /** The version of the rubric that it is scored by: its whole is at /api/rubrics/ and this. */
  readonly rubric: string
  /** The panel that reads it; null while none does, and until it is open to the person. */
  readonly of: { readonly panel: string; readonly title: string } | null
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
  /** For staff: people who cannot take a seat's place, because they sit here, did, or have a conflict. */
  readonly notStandIns: readonly string[] | null
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
  /** For staff, where a lock takes two of them: one has asked for it. */
  readonly lockAsked: { readonly at: number; readonly by: string; readonly mine: boolean } | null
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
  /** Better comments are asked for, by the panel's monitor or by staff; null once the form is ready again. */
  readonly returned: { readonly at: number; readonly by: 'monitor' | 'staff'; readonly reason: string } | null
  /** New versions of the rubric opened the form again; null where none did, and once it is ready again. */
  readonly askedAnew: OpenedAnewView | null
  readonly notCounted: readonly LateText[]
}

export interface OpenedAnewView {
  /** The version that the form was ready by: its whole is at /api/rubrics/ and this. */
  readonly from: string
  /** The versions since, with staff's reasons, the first one first. */
  readonly versions: readonly { readonly at: number; readonly why: string | null }[]
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

/** A review as it is looked at by one person. */
export interface Looking {
  readonly state: Competition
  readonly rubric: Rubric
  readonly person: Person
  readonly facts: Facts
  readonly review: Review
}
