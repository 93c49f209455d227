import type { ApplicationDocument } from '../application/document.ts'
import type { NoticeWords } from '../notice/words.ts'
import type { TextRef } from '../record/kept-text.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { openingBlockers } from './decide-assignment.ts'
import { draftTold, openedAsTold, type DraftTold, type OpenedAsTold } from './draft-told.ts'
import { calibrationReview, isFrozen, offSample } from './opened.ts'
import { missingFrom, type Missing } from './set-up-missing.ts'
import { asKnownTo, recusedFrom } from './recused-staff.ts'
import { newestRubric, noticeWordsFor, rubricName } from './rubrics.ts'
import { involvedKinds, type InvolvedKind } from './involved.ts'
import type { Check, CompetitionDate } from './set-up.ts'
import type { Judgment, ListedApplication } from './set-up-state.ts'
import type { Panel, Person, Rules } from './setup.ts'
import { labelOf, sittingSeats, type Competition, type Conflict } from './state.ts'
import { isRubricChosen, presetOf, type TakenPreset } from './taken-preset.ts'

/** Everything that program staff's set-up pages show; no form, score or ballot is in it. */
export interface SetUpPage {
  /** Goes up with every change: `competition.setUpEdition` of the view says when to read again. */
  readonly edition: number
  readonly title: string
  readonly rehearsal: boolean
  readonly frozen: boolean
  /** The newest version; its whole is at /api/rubrics/ and its name. */
  readonly rubric: {
    readonly name: string
    readonly id: string
    readonly title: string
    readonly version: number
    /** Whether anybody chose it: an empty competition shows that of Race to the Top until then. */
    readonly chosen: boolean
  }
  /** What it began with; null where nobody took a preset. */
  readonly preset: TakenPreset | null
  /** Every rubric that was saved, the newest first; each is at /api/rubrics/ and its name. */
  readonly rubrics: readonly {
    readonly name: string
    readonly version: number
    readonly at: number
    /** Null for what the competition began with. */
    readonly by: string | null
    readonly why: string | null
  }[]
  readonly rules: Rules
  readonly checklist: readonly Check[]
  readonly people: readonly Person[]
  readonly applications: readonly SetUpApplication[]
  readonly draft: DraftTold | null
  /** Panels at work, with the seats that they were opened with. */
  readonly panels: readonly Panel[]
  readonly zone: string | null
  readonly dates: readonly CompetitionDate[]
  readonly reminderDays: readonly number[]
  readonly notice: {
    readonly documents: readonly ApplicationDocument[]
    readonly words: NoticeWords | null
    /** Whether the words were confirmed for the newest version of the rubric. */
    readonly confirmed: boolean
  }
  readonly calibration: {
    readonly review: string
    readonly application: string
    readonly shownAt: number | null
    readonly ready: number
    readonly of: number
    /** Reviewers who came after it began and have no seat on it. */
    readonly later: readonly string[]
  } | null
  readonly paused: { readonly at: number; readonly by: string; readonly reason: string } | null
  /** What is missing before anything can open, in the order in which it is set up. */
  readonly missing: readonly Missing[]
}

export interface SetUpApplication {
  readonly id: string
  readonly applicant: string
  readonly home: string | null
  readonly requested: number | null
  readonly received: number | null
  readonly involved: Readonly<Record<InvolvedKind, string>>
  readonly review: string
  /** The panel that reads it; empty while it is not open. */
  readonly panel: string
  /** Whether its panel, or as a sample every reviewer, may open it. */
  readonly opened: boolean
  /** How the draft had come about from which it was opened to its panel; null before. */
  readonly openedAs: OpenedAsTold | null
  readonly documents: number
  /** By item of the checklist: the judgment that stands, and those that it replaced, the first before the others. */
  readonly intake: Readonly<Record<string, JudgmentView & { readonly former: readonly JudgmentView[] }>>
  /** By person: what they answered about conflicts before it was opened. */
  readonly declared: Readonly<
    Record<
      string,
      { readonly status: Conflict['status']; readonly at: number; readonly reason: string | null }
    >
  >
  /** What keeps it from being opened to the panel that it is drafted to. */
  readonly blockers: readonly string[]
  /** Whether who looks is recused from it: then nothing but its name is told. */
  readonly recused: boolean
}

/** How one item was judged at intake: by whom as the interface calls them, and on what basis. */
export interface JudgmentView {
  readonly outcome: 'met' | 'notMet'
  readonly at: number
  readonly by: string
  readonly basis: string
}

/** Makes the page for one of program staff, from the journal's state alone. */
export function setUpPage(
  whole: Competition,
  opening: Rubric,
  text: (ref: TextRef) => string,
  person: Pick<Person, 'id'>,
): SetUpPage {
  const state = asKnownTo(whole, person.id)
  const hidden = recusedFrom(whole, person.id)
  const { setUp } = state
  const { sha256 } = state.rubric
  const rubric = newestRubric(state, opening)
  const sample = calibrationReview(state)
  return {
    edition: setUp.edition,
    title: state.title,
    rehearsal: state.rehearsal,
    frozen: isFrozen(state),
    rubric: {
      name: rubricName(sha256),
      id: rubric.id,
      title: rubric.title,
      version: rubric.version,
      chosen: isRubricChosen(state),
    },
    preset: presetOf(state, opening),
    rubrics: setUp.versions
      .map((saved) => ({
        name: rubricName(saved.sha256),
        version: saved.version,
        at: saved.at,
        by: state.people.find(({ id }) => id === saved.by)?.label ?? null,
        why: saved.why && text(saved.why),
      }))
      .toReversed(),
    rules: state.rules,
    checklist: setUp.checklist,
    people: state.people,
    applications: state.applications.map((application) => ({
      ...applicationOf(state, application, text),
      ...(hidden.has(application.id) && { recused: true, blockers: [] }),
    })),
    draft: draftTold(state),
    panels: state.panels,
    zone: setUp.zone,
    dates: setUp.dates,
    reminderDays: setUp.reminderDays,
    notice: {
      documents: setUp.notice.documents,
      words: noticeWordsFor(state, sha256),
      confirmed: Object.hasOwn(setUp.notice.words, sha256),
    },
    calibration:
      sample && setUp.calibration
        ? {
            review: sample.id,
            application: sample.application,
            shownAt: setUp.calibration.shownAt,
            ready: sittingSeats(sample).filter(({ attested }) => attested).length,
            of: sittingSeats(sample).length,
            later: offSample(state),
          }
        : null,
    paused: setUp.paused && {
      at: setUp.paused.at,
      by: labelOf(state, setUp.paused.by),
      reason: text(setUp.paused.reason),
    },
    missing: missingFrom(
      { ...state, applications: state.applications.filter(({ id }) => !hidden.has(id)) },
      rubric,
    ),
  }
}

function applicationOf(
  state: Competition,
  application: ListedApplication,
  text: (ref: TextRef) => string,
): SetUpApplication {
  const { id, applicant, home, requested, received, involved, panel } = application
  const review = state.reviews.find((each) => each.application === id)
  const { intake, declarations } = state.setUp
  const told = ({ outcome, at, by, basis }: Judgment): JudgmentView => ({
    ...{ outcome, at, by: labelOf(state, by), basis: text(basis) },
  })
  return {
    id,
    applicant,
    home,
    requested,
    received,
    involved: involvedWords(involved, text),
    review: review?.id ?? '',
    panel,
    opened: (review?.seats.length ?? 0) > 0,
    openedAs: openedAsTold(state, id),
    documents: review?.documents.length ?? 0,
    intake: Object.fromEntries(
      Object.entries(intake[id] ?? {}).map(([item, judged]) => [
        item,
        { ...told(judged), former: judged.former.map(told) },
      ]),
    ),
    declared: Object.fromEntries(
      Object.entries(declarations[id] ?? {}).map(([person, conflict]) => [
        person,
        {
          status: conflict.status,
          at: 'at' in conflict ? conflict.at : 0,
          reason: 'reason' in conflict && conflict.reason ? text(conflict.reason) : null,
        },
      ]),
    ),
    blockers: openingBlockers(state, id),
    recused: false,
  }
}

/** Who has a part in an application, as names one a line. */
export function involvedWords(
  involved: ListedApplication['involved'],
  text: (ref: TextRef) => string,
): Record<InvolvedKind, string> {
  return Object.fromEntries(
    involvedKinds.map((kind) => {
      const ref = involved[kind]
      return [kind, ref ? text(ref) : '']
    }),
  ) as Record<InvolvedKind, string>
}
