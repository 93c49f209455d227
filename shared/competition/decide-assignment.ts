import { countOf, type Arrangement } from '../assignment/by-hand.ts'
import type { SetUpCaseOf, SetUpOutcome } from './decide-set-up.ts'
import { nearestDraw } from './draws.ts'
import { failsIntake } from './intake.ts'
import { calibrationReview, isOpened } from './opened.ts'
import { keptFrom, recusedFrom } from './recused-staff.ts'
import { refuse } from './refusal.ts'
import { scoringFaults } from '../scoring/rule-faults.ts'
import { newestRubric } from './rubrics.ts'
import { rulesOf } from './rules.ts'
import type { DraftPanel } from './set-up.ts'
import { labelOf, type Competition } from './state.ts'

/**
 * Takes a whole draft of panels and of what each reads. Panels that have opened an application stay as they are; so does the place of
 * an application that whoever drafts is recused from, and who is on the panel that reads it. `seed` is what the page says they were drawn by, which the draws of the
 * journal decide: without a draw by it they are made by hand, and so they are where they differ from what it drew.
 */
export function draftAssignment({ state, person, command }: SetUpCaseOf<'assignment.draft'>): SetUpOutcome {
  const { panels, seed } = command
  const hidden = recusedFrom(state, person.id)
  const own = Object.entries(command.places).filter(([application]) => !hidden.has(application))
  const kept = Object.entries(state.setUp.draft?.places ?? {}).filter(([application]) =>
    hidden.has(application),
  )
  const places = Object.fromEntries([...own, ...kept])
  const role = (person: string) => state.people.find(({ id }) => id === person)?.role
  if (hasTwice(panels.map(({ id }) => id))) return refuse('malformed', 'A panel stands there twice.')
  for (const { title, monitor, reviewers } of panels) {
    if (monitor !== null && role(monitor) !== 'monitor')
      return refuse('malformed', `${labelOf(state, monitor)} leads ${title} and is no panel monitor.`)
    const other = reviewers.find((person) => role(person) !== 'reviewer')
    if (other !== undefined)
      return refuse('malformed', `${labelOf(state, other)} sits on ${title} and is no reviewer.`)
    if (hasTwice(reviewers)) return refuse('malformed', `Somebody has two seats on ${title}.`)
  }
  const changed = state.panels.find((opened) => !staysIn(panels, opened))
  if (changed)
    return refuse(
      'out-of-turn',
      `${changed.title} is at work. Change its seats on the application’s own page.`,
    )
  const withheld = keptFrom(state, person.id).find((panel) => !staysIn(panels, panel))
  if (withheld)
    return refuse(
      'not-yours',
      `${withheld.title} reads an application that you are recused from, and keeps its members. Another of program staff changes them.`,
    )
  for (const [application, panel] of Object.entries(places)) {
    const listed = state.applications.find(({ id }) => id === application)
    if (!listed) return refuse('malformed', `There is no application ${application}.`)
    const drafted = panels.find(({ id }) => id === panel)
    const fault = drafted && placeFault(state, application, drafted)
    if (hidden.has(application) && fault !== null)
      return refuse(
        'out-of-turn',
        `You are recused from ${listed.applicant}, and it does not fit this draft. Another of program staff drafts it.`,
      )
    if (fault === undefined) return refuse('malformed', `There is no panel ${panel}.`)
    if (fault !== null) return refuse('out-of-turn', fault)
  }
  const moved = state.applications.find(
    ({ id, panel }) => panel !== '' && isOpened(state, id) && places[id] !== panel,
  )
  if (moved) return refuse('out-of-turn', `${moved.applicant} is open to its panel and stays there.`)
  const drawn = seed === null ? null : nearestDraw(state, seed, { panels, places })
  const asDrawn = drawn !== null && countOf(drawn.changed) === 0
  const data = { panels, places, seed: asDrawn ? seed : null, drawn: drawn?.draw.version ?? null }
  return [{ kind: 'assignment.drafted', data }]
}

/**
 * Keeps what the server drew for a member of staff. No panel follows from it: it says which draft was drawn, and by which seed. Who
 * drew, who was drawn and what is at work may have changed while it was worked out.
 */
export function keepDraw({ state, person, command }: SetUpCaseOf<'assignment.draw'>): SetUpOutcome {
  const { kind: _kind, ...data } = command
  const { panels, places } = data
  const role = (person: string) => state.people.find(({ id }) => id === person)?.role
  const hidden = recusedFrom(state, person.id)
  const fits =
    role(person.id) === 'staff' &&
    !hasTwice(panels.map(({ id }) => id)) &&
    panels.every(
      ({ monitor, reviewers }) =>
        role(monitor) === 'monitor' &&
        !hasTwice(reviewers) &&
        reviewers.every((reviewer) => role(reviewer) === 'reviewer'),
    ) &&
    state.panels.every((opened) => staysIn(panels, opened)) &&
    Object.entries(places).every(
      ([application, panel]) =>
        !hidden.has(application) &&
        state.applications.some(({ id }) => id === application) &&
        panels.some(({ id }) => id === panel),
    )
  return fits
    ? [{ kind: 'assignment.drawn', data }]
    : refuse('out-of-turn', 'People, applications or panels at work have changed meanwhile. Draw again.')
}

function staysIn(panels: Arrangement['panels'], { id, monitor, reviewers }: DraftPanel): boolean {
  const same = panels.find((panel) => panel.id === id)
  return same?.monitor === monitor && same.reviewers.join() === reviewers.join()
}

/** Makes the assignment of applications final: from here their panels may open them, and the rubric is frozen. */
export function openAssignment({
  state,
  command,
  rubric: opening,
}: SetUpCaseOf<'assignment.open'>): SetUpOutcome {
  const [fault] = scoringFaults(newestRubric(state, opening), rulesOf(state.rules))
  if (fault) return refuse('out-of-turn', fault)
  if (hasTwice(command.applications)) return refuse('malformed', 'An application stands there twice.')
  for (const application of command.applications) {
    const [first] = openingBlockers(state, application)
    if (first !== undefined) return refuse('out-of-turn', first)
  }
  return [{ kind: 'assignment.opened', data: { applications: command.applications } }]
}

/** What keeps an application from being opened to the panel that it is drafted to, as sentences; empty when it can be. */
export function openingBlockers(state: Competition, application: string): readonly string[] {
  const listed = state.applications.find(({ id }) => id === application)
  if (!listed) return [`There is no application ${application}.`]
  const { applicant } = listed
  if (isOpened(state, application)) return [`${applicant} is open already.`]
  const panel = state.setUp.draft?.panels.find(({ id }) => id === state.setUp.draft?.places[application])
  const intake = intakeBlockers(state, application)
  if (!panel) return [...intake, `${applicant} is on no panel.`]
  return [...intake, ...panelBlockers(state, panel), ...certifyBlockers(state, application, panel)]
}

/** What of its intake keeps an application from being assigned. */
function intakeBlockers(state: Competition, application: string): readonly string[] {
  const fails = failsIntake(state, application)
  if (fails !== null) return [fails]
  const judged = state.setUp.intake[application] ?? {}
  const open = state.setUp.checklist.filter(({ id, before }) => before === 'review' && !judged[id])
  const { applicant = application } = state.applications.find(({ id }) => id === application) ?? {}
  return open.length === 0 ? [] : [`${applicant}: “${open[0]?.title ?? ''}” is not judged yet.`]
}

function panelBlockers(state: Competition, { title, monitor, reviewers }: DraftPanel): readonly string[] {
  const { smallestPanel } = rulesOf(state.rules)
  return [
    ...(monitor === null ? [`${title} has no monitor.`] : []),
    ...(reviewers.length < smallestPanel
      ? [`${title} has ${reviewers.length} reviewers; the smallest panel is ${smallestPanel}.`]
      : []),
  ]
}

function certifyBlockers(state: Competition, application: string, panel: DraftPanel): readonly string[] {
  const members = panel.monitor === null ? panel.reviewers : [...panel.reviewers, panel.monitor]
  const { applicant = application } = state.applications.find(({ id }) => id === application) ?? {}
  return members.flatMap((person) => {
    const status = state.setUp.declarations[application]?.[person]?.status ?? 'open'
    const label = labelOf(state, person)
    if (status === 'recused') return [`${label} is recused from ${applicant}.`]
    if (status === 'unsure') return [`${label} has asked staff about ${applicant}; decide that first.`]
    return status === 'open' ? [`${label} has not certified for ${applicant}.`] : []
  })
}

/** Why an application cannot be drafted to a panel, or null; what is open to it stays. */
function placeFault(state: Competition, application: string, panel: DraftPanel): string | null {
  const sample = calibrationReview(state)?.application === application
  const { applicant = application } = state.applications.find(({ id }) => id === application) ?? {}
  if (sample) return `${applicant} is the sample, which every reviewer scores.`
  if (isOpened(state, application)) return null
  return failsIntake(state, application) ?? recusedFault(state, application, panel)
}

function recusedFault(
  state: Competition,
  application: string,
  { monitor, reviewers }: DraftPanel,
): string | null {
  const answers = state.setUp.declarations[application] ?? {}
  const recused = [...reviewers, ...(monitor === null ? [] : [monitor])].find(
    (person) => answers[person]?.status === 'recused',
  )
  const { applicant = application } = state.applications.find(({ id }) => id === application) ?? {}
  return recused === undefined ? null : `${labelOf(state, recused)} is recused from ${applicant}.`
}

function hasTwice(ids: readonly string[]): boolean {
  return new Set(ids).size !== ids.length
}
