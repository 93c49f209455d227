import { textKeeper } from '../record/kept-text.ts'
import type { TextRef } from '../record/kept-text.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { changedPart } from './changed-part.ts'
import { isForEverybody, type SetUpCommand } from './command-set-up.ts'
import type { Decision } from './decide.ts'
import { draftAssignment, keepDraw, openAssignment } from './decide-assignment.ts'
import { addToCalibration, showCalibration, startCalibration } from './decide-calibration.ts'
import { declareConflicts, decideDeclaration, recordConflicts } from './decide-declarations.ts'
import {
  judgeIntake,
  nameCompetition,
  pauseCompetition,
  removeApplications,
  removePeople,
  resumeCompetition,
  setApplications,
  setChecklist,
  setDates,
  setPeople,
  setRules,
} from './decide-listed.ts'
import { attachNotice, confirmNotice, setRubric, takePreset } from './decide-rubric.ts'
import type { NewEvent } from './event.ts'
import { recusedRefusal } from './recused-staff.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { SetUpEventKind } from './set-up-state.ts'
import type { Person } from './setup.ts'
import type { Competition } from './state.ts'

export interface SetUpContext {
  readonly person: Person
  /** What the competition was opened on, where its journal names it by its hash alone. */
  readonly rubric: Rubric
  readonly salt: () => string
  /** The text behind a reference of the state. */
  readonly text: (ref: TextRef) => string
  /** Reviews of which only a part can be read, as in an export: what hangs on the rest is taken as said. */
  readonly unread?: ReadonlySet<string>
}

/** One command of the set-up, with who sends it. */
export interface SetUpCase<C extends SetUpCommand = SetUpCommand> extends SetUpContext {
  readonly state: Competition
  readonly command: C
  readonly keep: (text: string) => TextRef
}

export type SetUpCaseOf<K extends SetUpCommand['kind']> = SetUpCase<Extract<SetUpCommand, { kind: K }>>
export type SetUpOutcome = readonly NewEvent[] | Refusal

/** What follows from a set-up command: events, or a refusal that changes nothing. Pure, and whole lists or nothing of them. */
export function decideSetUp(
  state: Competition,
  command: SetUpCommand,
  context: SetUpContext,
): Decision | Refusal {
  const refusal = mayGiveSetUp(state, command, context.person)
  if (refusal) return refusal
  if (savedSince(state, command)) return overtaken
  const keeper = textKeeper(context.salt)
  const outcome = byKind({ ...context, state, command, keep: keeper.keep })
  return 'refused' in outcome ? outcome : { events: outcome, texts: keeper.texts() }
}

/**
 * Why a set-up command is not this person's to give, or null: program staff give all but what everybody answers for themselves, and
 * nothing about an application that they are recused from.
 */
function mayGiveSetUp(state: Competition, command: SetUpCommand, person: Person): Refusal | null {
  const changed = changedPart(state, person)
  if (changed) return changed
  if (person.role !== 'staff' && !isForEverybody(command))
    return refuse('not-found', 'There is nothing here, or it is not open to you.')
  if (state.rehearsal && !inRehearsal.has(command.kind))
    return refuse(
      'out-of-turn',
      'A rehearsal is set up already. Start an empty competition to set up your own.',
    )
  return recusedRefusal(state, command, person)
}

/** What a rehearsal takes as well. */
const inRehearsal: ReadonlySet<SetUpCommand['kind']> = new Set([
  'competition.pause',
  'competition.resume',
  'notice.attach',
  'notice.confirm',
])

const overtaken = refuse(
  'screen-differs',
  'Somebody else has saved this since you began. Look at what they saved, and then save again.',
)

/** What a list or a whole stands in the journal as: saved by another page since this one began, it would be overwritten unseen. */
const savedAs: Readonly<Partial<Record<SetUpCommand['kind'], readonly SetUpEventKind[]>>> = {
  'preset.take': ['preset.taken', 'rubric.set', 'rules.set', 'checklist.set'],
  'rubric.set': ['rubric.set', 'preset.taken'],
  'rules.set': ['rules.set', 'preset.taken'],
  'checklist.set': ['checklist.set', 'preset.taken'],
  'dates.set': ['dates.set'],
  'assignment.draft': ['assignment.drafted'],
  'assignment.open': ['assignment.drafted'],
  'notice.confirm': ['notice.confirmed', 'notice.attached'],
}

function savedSince({ setUp }: Competition, command: SetUpCommand): boolean {
  if (!('since' in command) || command.since === undefined) return false
  const { since } = command
  if (command.kind === 'applications.set')
    return command.applications.some(({ id }) => (setUp.entered[id] ?? 0) > since)
  return (savedAs[command.kind] ?? []).some((kind) => (setUp.saved[kind] ?? 0) > since)
}

function byKind(given: SetUpCase): SetUpOutcome {
  const { command } = given
  switch (command.kind) {
    case 'competition.name':
      return nameCompetition({ ...given, command })
    case 'preset.take':
      return takePreset({ ...given, command })
    case 'rubric.set':
      return setRubric({ ...given, command })
    case 'rules.set':
      return setRules({ ...given, command })
    case 'dates.set':
      return setDates({ ...given, command })
    case 'people.set':
      return setPeople({ ...given, command })
    case 'people.remove':
      return removePeople({ ...given, command })
    case 'applications.set':
      return setApplications({ ...given, command })
    case 'applications.remove':
      return removeApplications({ ...given, command })
    case 'checklist.set':
      return setChecklist({ ...given, command })
    case 'intake.judge':
      return judgeIntake({ ...given, command })
    case 'conflict.declare':
      return declareConflicts({ ...given, command })
    case 'conflict.record':
      return recordConflicts({ ...given, command })
    case 'declaration.decide':
      return decideDeclaration({ ...given, command })
    case 'assignment.draft':
      return draftAssignment({ ...given, command })
    case 'assignment.draw':
      return keepDraw({ ...given, command })
    case 'assignment.open':
      return openAssignment({ ...given, command })
    case 'notice.attach':
      return attachNotice({ ...given, command })
    case 'notice.confirm':
      return confirmNotice({ ...given, command })
    case 'calibration.start':
      return startCalibration({ ...given, command })
    case 'calibration.add':
      return addToCalibration({ ...given, command })
    case 'calibration.show':
      return showCalibration({ ...given, command })
    case 'competition.pause':
      return pauseCompetition({ ...given, command })
    case 'competition.resume':
      return resumeCompetition({ ...given, command })
  }
}
