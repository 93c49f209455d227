import { barsInWords, barsOf, namesOf, numberOf } from './bars.ts'
import type { Arranged } from './load.ts'
import { placesAtWork, type AssignmentProblem, type DraftPanel } from './problem.ts'

/** Something that an assignment may not have, for the place where it is shown. */
export interface AssignmentFault {
  readonly panel: string | null
  readonly person: string | null
  readonly application: string | null
  readonly sentence: string
}

/** Every fault of an assignment or of a draft changed by hand, as sentences; empty where it may be opened. Uneven load is none. */
export function faultsOf(problem: AssignmentProblem, arranged: Arranged): readonly string[] {
  return faultsIn(problem, arranged).map(({ sentence }) => sentence)
}

/** The same faults with what they are about: who stands twice or nowhere, who is barred, and which panel is too small or too large. */
export function faultsIn(problem: AssignmentProblem, arranged: Arranged): readonly AssignmentFault[] {
  return [...faultsOfParts(problem, arranged), ...lacking(problem, arranged)]
}

/**
 * The faults that more of the same cannot mend, so that what staff fixed may not have them: who is barred, who sits twice or on too
 * many panels, a panel that is too large, an id that nobody has.
 */
export function faultsOfParts(problem: AssignmentProblem, arranged: Arranged): readonly AssignmentFault[] {
  return [
    ...unknown(problem, arranged),
    ...arranged.panels.flatMap((panel) => [
      ...seatedTwice(problem, panel),
      ...tooLarge(problem, panel),
      ...barred(problem, arranged, panel),
    ]),
    ...overloaded(problem, arranged),
  ]
}

const about = { panel: null, person: null, application: null }

function unknown(problem: AssignmentProblem, { panels, places }: Arranged): AssignmentFault[] {
  const reviewers = new Set(problem.reviewers.map(({ id }) => id))
  const monitors = new Set(problem.monitors.map(({ id }) => id))
  const applications = new Set(problem.applications.map(({ id }) => id))
  const ids = panels.map(({ id }) => id)
  const name = namesOf(problem)
  return [
    ...ids
      .filter((id, at) => ids.indexOf(id) !== at)
      .map((id) => ({ ...about, panel: id, sentence: `Two panels have the id ${id}.` })),
    ...panels.flatMap(({ id, title, monitor, reviewers: seated }) => [
      ...seated
        .filter((person) => !reviewers.has(person))
        .map((person) => ({
          ...about,
          panel: id,
          person,
          sentence: `${name(person)} of ${title} is no reviewer.`,
        })),
      ...(monitor === null || monitors.has(monitor)
        ? []
        : [
            {
              ...about,
              panel: id,
              person: monitor,
              sentence: `${name(monitor)} of ${title} is no panel monitor.`,
            },
          ]),
    ]),
    ...Object.entries(places).flatMap(([application, panel]) => [
      ...(applications.has(application)
        ? []
        : [{ ...about, panel, application, sentence: `There is no application ${application}.` }]),
      ...(ids.includes(panel)
        ? []
        : [{ ...about, application, sentence: `${name(application)} is with a panel that does not exist.` }]),
    ]),
  ]
}

function seatedTwice(problem: AssignmentProblem, panel: DraftPanel): AssignmentFault[] {
  const name = namesOf(problem)
  const twice = panel.reviewers.filter((person, at) => panel.reviewers.indexOf(person) !== at)
  const both = panel.reviewers.filter((person) => person === panel.monitor)
  return [
    ...[...new Set(twice)].map((person) => ({
      ...about,
      panel: panel.id,
      person,
      sentence: `${name(person)} sits on ${panel.title} twice.`,
    })),
    ...[...new Set(both)].map((person) => ({
      ...about,
      panel: panel.id,
      person,
      sentence: `${name(person)} sits on ${panel.title} and leads it.`,
    })),
  ]
}

function isAtWork({ fixed }: AssignmentProblem, panel: DraftPanel): boolean {
  return fixed?.panels.some(({ id, atWork }) => atWork && id === panel.id) ?? false
}

function tooLarge(problem: AssignmentProblem, panel: DraftPanel): AssignmentFault[] {
  const { seats } = problem
  const count = panel.reviewers.length
  if (count <= seats || isAtWork(problem, panel)) return []
  return [
    {
      ...about,
      panel: panel.id,
      sentence: `${panel.title} has ${numberOf(count, 'reviewer')}; a panel has ${seats}.`,
    },
  ]
}

function barred(problem: AssignmentProblem, { places }: Arranged, panel: DraftPanel): AssignmentFault[] {
  const name = namesOf(problem)
  const bars = barsOf(problem)
  const people = new Set([...panel.reviewers, ...(panel.monitor === null ? [] : [panel.monitor])])
  const readAtWork = placesAtWork(problem.fixed)
  return Object.keys(places)
    .filter((application) => places[application] === panel.id && readAtWork.get(application)?.id !== panel.id)
    .flatMap((application) =>
      [...people].flatMap((person) => {
        const found = bars(person, application)
        if (found.length === 0) return []
        const sentence = `${name(person)} may not be on ${panel.title} with ${name(application)}: ${barsInWords(found)}.`
        return [{ panel: panel.id, person, application, sentence }]
      }),
    )
}

function overloaded(problem: AssignmentProblem, { panels }: Arranged): AssignmentFault[] {
  const { mostPanels } = problem
  const name = namesOf(problem)
  const seated = new Set(panels.flatMap(({ reviewers }) => reviewers))
  return [...seated].flatMap((person) => {
    const count = panels.filter(({ reviewers }) => reviewers.includes(person)).length
    if (count <= mostPanels) return []
    const sentence = `${name(person)} sits on ${numberOf(count, 'panel')}; the most is ${mostPanels}.`
    return [{ ...about, person, sentence }]
  })
}

/** What is still missing: reviewers, a monitor, a panel for an application, an application for a panel, or a panel. */
function lacking(problem: AssignmentProblem, { panels, places }: Arranged): AssignmentFault[] {
  const name = namesOf(problem)
  return [
    ...(panels.length === problem.panels
      ? []
      : [
          {
            ...about,
            sentence: `There should be ${numberOf(problem.panels, 'panel')}; there are ${panels.length}.`,
          },
        ]),
    ...panels.flatMap((panel) => {
      const { id, title, monitor, reviewers } = panel
      return [
        ...(reviewers.length >= problem.seats || isAtWork(problem, panel)
          ? []
          : [
              {
                ...about,
                panel: id,
                sentence: `${title} has ${numberOf(reviewers.length, 'reviewer')}; a panel has ${problem.seats}.`,
              },
            ]),
        ...(monitor === null ? [{ ...about, panel: id, sentence: `${title} has no panel monitor.` }] : []),
        ...(Object.values(places).includes(id)
          ? []
          : [{ ...about, panel: id, sentence: `${title} has no application.` }]),
      ]
    }),
    ...problem.applications
      .filter((application) => places[application.id] === undefined)
      .map(({ id }) => ({ ...about, application: id, sentence: `${name(id)} is with no panel.` })),
  ]
}
