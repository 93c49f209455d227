import type { TextRef } from '../record/kept-text.ts'
import type { SetUpCaseOf, SetUpOutcome } from './decide-set-up.ts'
import { isFrozen, isOpened } from './opened.ts'
import { leavesStaff } from './recused-staff.ts'
import { refuse, type Refusal } from './refusal.ts'
import { reminderDaysFault } from './reminder-days.ts'
import { newestRubric } from './rubrics.ts'
import { rulesOf, type WholeRules } from './rules.ts'
import { involvedKinds, type InvolvedKind } from './involved.ts'
import type { ApplicationEntry, Check } from './set-up.ts'
import type { Person } from './setup.ts'
import { canonicalJson } from '../record/canonical.ts'
import { scoringFaults } from '../scoring/rule-faults.ts'
import { isCertification, labelOf, type Competition } from './state.ts'

/** Names the competition. */
export function nameCompetition({ command }: SetUpCaseOf<'competition.name'>): SetUpOutcome {
  return [{ kind: 'competition.named', data: { title: command.title } }]
}

/**
 * Sets all rules. What a revealed score was made by stays: how votes are counted and how forms make one score. So does, once a review
 * is locked, what its rank and its place by the finalists' line follow from.
 */
export function setRules({ state, command, rubric: opening }: SetUpCaseOf<'rules.set'>): SetUpOutcome {
  const fixed = ['averaging', 'majority', 'excusedCounts', 'recusedCounts'] as const
  const revealed = state.reviews.some((review) => review.revealed)
  const [before, after] = [rulesOf(state.rules), rulesOf(command.rules)]
  if (revealed && fixed.some((rule) => before[rule] !== after[rule]))
    return refuse(
      'out-of-turn',
      'Scores have been revealed: how votes are counted and how forms make one score stays as it is.',
    )
  if (state.reviews.some(({ lock }) => lock.status === 'locked') && ranksOtherwise(before, after))
    return refuse(
      'out-of-turn',
      'A review is locked: the finalists’ line and what breaks ties stay as they are.',
    )
  const rubric = newestRubric(state, opening)
  const stood = scoringFaults(rubric, before)
  // What was wrong before stays to be mended: it keeps nobody from setting something else.
  const fault = scoringFaults(rubric, after).find((sentence) => !stood.includes(sentence))
  if (fault !== undefined) return refuse('malformed', fault)
  if (isFrozen(state) && before.secondPerson && !after.secondPerson)
    return refuse('out-of-turn', 'An application is open: a lock goes on taking two of program staff.')
  const given = state.reviews.some((review) => review.seats.some(({ attested }) => attested))
  if (given && !before.monitorReadsAttested && after.monitorReadsAttested)
    return refuse(
      'out-of-turn',
      'Forms were given under the promise that nobody reads them before the reveal.',
    )
  return [{ kind: 'rules.set', data: { rules: command.rules } }]
}

function ranksOtherwise(before: WholeRules, after: WholeRules): boolean {
  return (
    before.scoreLine !== after.scoreLine || canonicalJson(before.tieBreak) !== canonicalJson(after.tieBreak)
  )
}

/** Sets the dates, the time zone that they are told in, and how many days before them they remind. */
export function setDates({ command }: SetUpCaseOf<'dates.set'>): SetUpOutcome {
  const { zone, dates, reminderDays } = command
  if (hasTwice(dates.map(({ id }) => id))) return refuse('malformed', 'A date stands there twice.')
  if (reminderDays === undefined) return [{ kind: 'dates.set', data: { zone, dates } }]
  const fault = reminderDaysFault(reminderDays)
  if (fault !== null) return refuse('malformed', fault)
  return [{ kind: 'dates.set', data: { zone, dates, reminderDays } }]
}

/** Adds people, and changes those who are there. Who sits on a panel keeps their role. */
export function setPeople({ state, command }: SetUpCaseOf<'people.set'>): SetUpOutcome {
  const { people } = command
  if (hasTwice(people.map(({ id }) => id))) return refuse('malformed', 'Somebody stands there twice.')
  if (people.some(({ id }) => id === 'server')) return refuse('malformed', '“server” is nobody’s id.')
  for (const { id, role } of people) {
    const before = state.people.find((person) => person.id === id)
    if (before && before.role !== role && isInUse(state, id))
      return refuse('out-of-turn', `${before.label} is on a panel and stays ${before.role}.`)
  }
  const known = new Set(state.people.map(({ id }) => id))
  const all = [
    ...state.people.map((person) => people.find(({ id }) => id === person.id) ?? person),
    ...people.filter(({ id }) => !known.has(id)),
  ]
  if (all.length > mostPeople) return refuse('too-many', `A competition holds ${mostPeople} people.`)
  const read = all.map(({ label }) => asRead(label))
  if (people.some(({ label }) => asRead(label) === ''))
    return refuse('malformed', 'Somebody is called nothing that can be read.')
  const shared = all.find((_, at) => read.indexOf(read[at] ?? '') !== at)
  if (shared) return refuse('malformed', `“${shared.label}” would be two people. Each is called differently.`)
  return withStaff(state, all) ?? [{ kind: 'people.set', data: { people } }]
}

/** What somebody is called, as others read it: capitals, kinds of blanks and what cannot be seen make no difference. */
function asRead(label: string): string {
  return label
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** Removes people who are on no panel. */
export function removePeople({ state, person, command }: SetUpCaseOf<'people.remove'>): SetUpOutcome {
  for (const id of command.people) {
    if (!state.people.some((each) => each.id === id)) return refuse('malformed', `There is no ${id}.`)
    if (id === person.id)
      return refuse('out-of-turn', 'You cannot remove yourself. Ask another of program staff.')
    if (isInUse(state, id))
      return refuse('out-of-turn', `${labelOf(state, id)} is on a panel. Take them off it first.`)
  }
  const left = state.people.filter(({ id }) => !command.people.includes(id))
  return withStaff(state, left) ?? [{ kind: 'people.removed', data: { people: command.people } }]
}

function withStaff(state: Competition, people: readonly Person[]): Refusal | null {
  if (!people.some(({ role }) => role === 'staff'))
    return refuse('out-of-turn', 'Nobody of program staff would be left.')
  return leavesStaff(state, people)
    ? null
    : refuse(
        'out-of-turn',
        'Nobody of program staff would be left for an application: the others are recused.',
      )
}

/** Whether somebody is in the draft, leads a panel, or has a seat. */
function isInUse(state: Competition, person: string): boolean {
  const panels = [...state.panels, ...(state.setUp.draft?.panels ?? [])]
  return (
    panels.some(({ monitor, reviewers }) => monitor === person || reviewers.includes(person)) ||
    state.reviews.some(({ seats }) => seats.some((seat) => seat.person === person))
  )
}

/**
 * Adds applications, and changes those that are there. One that is open keeps its applicant; of any other everybody who had certified is
 * asked again where applicant, State or anybody who has a part in it is another.
 */
export function setApplications({
  state,
  command,
  keep,
  text,
}: SetUpCaseOf<'applications.set'>): SetUpOutcome {
  const { applications } = command
  if (hasTwice(applications.map(({ id }) => id)))
    return refuse('malformed', 'An application stands there twice.')
  for (const { id, applicant } of applications) {
    const before = state.applications.find((each) => each.id === id)
    if (before && before.applicant !== applicant && isOpened(state, id))
      return refuse('out-of-turn', `${before.applicant} is open to its panel and keeps its name.`)
  }
  const known = new Set([...state.applications, ...applications].map(({ id }) => id))
  if (known.size > mostApplications)
    return refuse('too-many', `A competition holds ${mostApplications} applications.`)
  const kept = applications.map((application) => ({
    ...application,
    involved: Object.fromEntries(
      involvedKinds.map((kind) => {
        const names = application.involved[kind].trim()
        return [kind, names === '' ? null : keep(names)]
      }),
    ) as Record<InvolvedKind, ReturnType<typeof keep> | null>,
  }))
  const again = applications.filter((entry) => asksAgain(state, entry, text)).map(({ id }) => id)
  return [{ kind: 'applications.set', data: { applications: kept, again } }]
}

function asksAgain(
  { applications, reviews, setUp }: Competition,
  entry: ApplicationEntry,
  text: (ref: TextRef) => string,
): boolean {
  const before = applications.find(({ id }) => id === entry.id)
  if (!before || isOpened({ reviews }, entry.id)) return false
  if (!Object.values(setUp.declarations[entry.id] ?? {}).some(isCertification)) return false
  const were = (kind: InvolvedKind): string => {
    const ref = before.involved[kind]
    return ref ? text(ref) : ''
  }
  return (
    entry.applicant !== before.applicant ||
    entry.home !== before.home ||
    involvedKinds.some((kind) => entry.involved[kind].trim() !== were(kind))
  )
}

/** Removes applications that nobody has opened. */
export function removeApplications({ state, command }: SetUpCaseOf<'applications.remove'>): SetUpOutcome {
  for (const id of command.applications) {
    const listed = state.applications.find((each) => each.id === id)
    if (!listed) return refuse('malformed', `There is no application ${id}.`)
    if (isOpened(state, id)) return refuse('out-of-turn', `${listed.applicant} is open and stays.`)
  }
  return [{ kind: 'applications.removed', data: { applications: command.applications } }]
}

/** Sets what is checked of every application. An item that was judged stays, and asks what it asked when it was judged. */
export function setChecklist({ state, command }: SetUpCaseOf<'checklist.set'>): SetUpOutcome {
  return checklistFault(state, command.items) ?? [{ kind: 'checklist.set', data: { items: command.items } }]
}

/** Why a list of checks cannot come in the place of the present one, or null. */
export function checklistFault(state: Competition, items: readonly Check[]): Refusal | null {
  const ids = items.map(({ id }) => id)
  if (hasTwice(ids)) return refuse('malformed', 'An item stands there twice.')
  const judged = Object.values(state.setUp.intake).flatMap((found) => Object.keys(found))
  for (const was of state.setUp.checklist.filter(({ id }) => judged.includes(id))) {
    const now = items.find(({ id }) => id === was.id)
    if (!now) return refuse('out-of-turn', `“${was.title}” has been judged already and stays on the list.`)
    if (now.title !== was.title || now.before !== was.before)
      return refuse(
        'out-of-turn',
        `“${was.title}” has been judged already and stays as it was. Add an item of its own for what else is asked.`,
      )
  }
  return null
}

/** Judges one thing at intake, of one application or of several alike. It can be judged anew until the application is open. */
export function judgeIntake({ state, command, keep }: SetUpCaseOf<'intake.judge'>): SetUpOutcome {
  const { applications, item, outcome, basis } = command
  const check = state.setUp.checklist.find(({ id }) => id === item)
  if (!check) return refuse('malformed', 'The checklist has no such item.')
  if (hasTwice(applications)) return refuse('malformed', 'An application stands there twice.')
  for (const application of applications) {
    const listed = state.applications.find(({ id }) => id === application)
    if (!listed) return refuse('malformed', `There is no application ${application}.`)
    if (check.before === 'review' && isOpened(state, application))
      return refuse('out-of-turn', `${listed.applicant} is open to its panel. This was settled before.`)
  }
  return [{ kind: 'intake.judged', data: { applications, item, outcome, basis: keep(basis) } }]
}

/** Stops everything for everybody but staff. */
export function pauseCompetition({ state, command, keep }: SetUpCaseOf<'competition.pause'>): SetUpOutcome {
  if (state.setUp.paused) return refuse('out-of-turn', 'Everything is paused already.')
  return [{ kind: 'competition.paused', data: { reason: keep(command.reason) } }]
}

export function resumeCompetition({ state }: SetUpCaseOf<'competition.resume'>): SetUpOutcome {
  if (!state.setUp.paused) return refuse('out-of-turn', 'Nothing is paused.')
  return [{ kind: 'competition.resumed', data: {} }]
}

const mostPeople = 400
const mostApplications = 400

function hasTwice(ids: readonly string[]): boolean {
  return new Set(ids).size !== ids.length
}
