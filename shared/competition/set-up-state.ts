import type { ApplicationDocument } from '../application/document.ts'
import type { Otherwise } from '../assignment/by-hand.ts'
import type { NoticeWords } from '../notice/words.ts'
import type { TextRef } from '../record/kept-text.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { setUpEvents } from './event-set-up.ts'
import type { InvolvedKind } from './involved.ts'
import { usualReminderDays } from './reminder-days.ts'
import type { AssignmentDraft, AssignmentDrawn, Check, CompetitionDate } from './set-up.ts'
import type { Conflict } from './state.ts'
import type { TakenPreset } from './taken-preset.ts'

/** An application as the competition lists it. */
export interface ListedApplication {
  readonly id: string
  readonly applicant: string
  /** The panel that reads it; empty while none does. */
  readonly panel: string
  readonly home: string | null
  /** Whole dollars. */
  readonly requested: number | null
  readonly received: number | null
  readonly involved: Readonly<Record<InvolvedKind, TextRef | null>>
  /** SHA-256 of the file with its digest, in a rehearsal. */
  readonly digest?: string | undefined
}

/** One thing of an application, as staff judged it at intake once. */
export interface Judgment {
  readonly outcome: 'met' | 'notMet'
  readonly at: number
  readonly by: string
  readonly basis: TextRef
}

/** The judgment that stands, with those that it replaced, the first before the others. */
export interface Judged extends Judgment {
  readonly former: readonly Judgment[]
}

/** What stands once an item is judged, with what stood before. */
export function judgedAnew(standing: Judged | undefined, judgment: Judgment): Judged {
  if (!standing) return { ...judgment, former: [] }
  const { former, ...replaced } = standing
  return { ...judgment, former: [...former, replaced] }
}

/** A rubric as the competition was given it at one moment. */
export interface RubricVersion {
  readonly sha256: string
  readonly version: number
  readonly at: number
  readonly by: string
  /** Asked for once an application has been opened. */
  readonly why: TextRef | null
}

/** Panels that the server drew, kept by the version of the journal that says so. */
export interface KeptDraw extends AssignmentDrawn {
  readonly version: number
  readonly at: number
  readonly by: string
  /** Of seats, monitors and applications beside panels at work: how many it was given and kept, and how many it drew. */
  readonly stayed: number
  readonly drew: number
}

/** Somebody who changed a draft by hand, and when they last did. */
export interface DraftHand {
  readonly by: string
  readonly at: number
}

/** How a draft came about: `drawn` is the version of its draw, null where there was none. */
interface Origin {
  readonly drawn: number | null
  /** By whom it was made, or changed since it was drawn; empty where it is as it was drawn. */
  readonly hands: readonly DraftHand[]
}

/** A seed without a draw is what a page said before draws were kept. */
export interface SavedDraft extends AssignmentDraft, Origin {}

/** How the draft came about that an application was opened from, with what was otherwise than drawn. */
export interface OpenedAs extends Origin, Pick<AssignmentDraft, 'seed'> {
  readonly changed: Otherwise
}

export type SetUpEventKind = keyof typeof setUpEvents

/** What is known of a competition beside its panels' work. A rehearsal, opened with all it needs, has hardly anything of it. */
export interface SetUpState {
  /** The version of the last event of the set-up: pages read it again when it has become another. */
  readonly edition: number
  /** By kind of event: the version of the last of it. */
  readonly saved: Readonly<Partial<Record<SetUpEventKind, number>>>
  /** By application: the version of the last event that it was entered or changed by. */
  readonly entered: Readonly<Record<string, number>>
  /** When the first application was opened: from there on the rubric is frozen. */
  readonly frozenAt: number | null
  /** Every rubric that the competition was given as a whole, by its hash. */
  readonly rubrics: Readonly<Record<string, Rubric>>
  /** As it was given one after the other; what has been there before may come again. */
  readonly versions: readonly RubricVersion[]
  /** What it began with; the last, where presets were taken one after the other. */
  readonly preset: TakenPreset | null
  readonly checklist: readonly Check[]
  /** By application and item. */
  readonly intake: Readonly<Record<string, Readonly<Record<string, Judged>>>>
  /** By application and person: what they answered about conflicts before anybody was assigned. */
  readonly declarations: Readonly<Record<string, Readonly<Record<string, Conflict>>>>
  /** Every draw, the first one first. */
  readonly draws: readonly KeptDraw[]
  readonly draft: SavedDraft | null
  /** By application that is open to its panel. */
  readonly openedAs: Readonly<Record<string, OpenedAs>>
  readonly zone: string | null
  readonly dates: readonly CompetitionDate[]
  /** How many days before a date it reminds whomever it does. */
  readonly reminderDays: readonly number[]
  readonly notice: {
    readonly documents: readonly ApplicationDocument[]
    /** By hash of the rubric that they were confirmed for. */
    readonly words: Readonly<Record<string, NoticeWords>>
  }
  readonly calibration: { readonly review: string; readonly shownAt: number | null } | null
  readonly paused: { readonly at: number; readonly by: string; readonly reason: TextRef } | null
}

export const noSetUp: SetUpState = {
  edition: 0,
  saved: {},
  entered: {},
  frozenAt: null,
  rubrics: {},
  versions: [],
  preset: null,
  checklist: [],
  intake: {},
  declarations: {},
  draws: [],
  draft: null,
  openedAs: {},
  zone: null,
  dates: [],
  reminderDays: usualReminderDays,
  notice: { documents: [], words: {} },
  calibration: null,
  paused: null,
}
