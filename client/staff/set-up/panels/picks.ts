import { numberOf } from '../../../../shared/assignment/bars.ts'
import type { DraftPanel } from '../../../../shared/assignment/problem.ts'
import type { Desk } from './desk.ts'
import { led, placed, seated, unseated } from './draft.ts'
import type { Pick, PickChoice } from './pick-dialog.tsx'

/** Another panel for somebody who sits on one. */
export function moveReviewer(desk: Desk, person: string, from: DraftPanel): Pick {
  const { draft, change, name, whyNotOn } = desk
  return {
    title: `Move ${name(person)} from ${from.title}`,
    choices: openPanels(desk)
      .filter(({ id }) => id !== from.id)
      .map((panel) => ({ ...panelChoice(desk, panel), whyNot: whyNotOn(person, panel) })),
    onPick: ({ id, label }) =>
      change(
        seated(unseated(draft, person, from.id), person, id),
        `${name(person)} is moved from ${from.title} to ${label}`,
      ),
  }
}

/** One reviewer more: who carries least comes first. */
export function addReviewer(desk: Desk, panel: DraftPanel): Pick {
  const { draft, change, page, loadOn, whyNotOn } = desk
  const choices = page.reviewers
    .filter(({ id }) => !panel.reviewers.includes(id))
    .toSorted((one, other) => (loadOn(one.id)?.panels ?? 0) - (loadOn(other.id)?.panels ?? 0))
    .map(({ id }) => ({ ...reviewerChoice(desk, id), whyNot: whyNotOn(id, panel) }))
  return {
    title: `Add a reviewer to ${panel.title}`,
    choices,
    onPick: ({ id, label }) => change(seated(draft, id, panel.id), `${label} is added to ${panel.title}`),
  }
}

/** Who leads a panel. */
export function chooseMonitor(desk: Desk, panel: DraftPanel): Pick {
  const { draft, change, page, name, from, whyNotOn } = desk
  return {
    title: `Choose who leads ${panel.title}`,
    choices: page.monitors
      .filter(({ id }) => id !== panel.monitor)
      .map(({ id }) => {
        const leads = draft.panels.filter(({ monitor }) => monitor === id).map(({ title }) => title)
        const hint = [from(id), leads.length === 0 ? 'leads none' : `leads ${leads.join(', ')}`]
        return { id, label: name(id), hint: hint.filter(Boolean).join(' · '), whyNot: whyNotOn(id, panel) }
      }),
    onPick: ({ id, label }) => change(led(draft, panel.id, id), `${label} leads ${panel.title}`),
  }
}

/** A panel, or another one, for an application. */
export function placeApplication(desk: Desk, application: string): Pick {
  const { draft, change, name, whyNotWith } = desk
  return {
    title: `Choose the panel that reads ${name(application)}`,
    choices: draft.panels
      .filter(({ id }) => id !== draft.places[application])
      .map((panel) => ({ ...panelChoice(desk, panel), whyNot: whyNotWith(application, panel) })),
    onPick: ({ id, label }) =>
      change(placed(draft, application, id), `${name(application)} is with ${label}`),
  }
}

/** An application more for a panel: those without one come first. */
export function addApplication(desk: Desk, panel: DraftPanel): Pick {
  const { draft, change, page, isOpen, name, whyNotWith } = desk
  const choices = page.applications
    .filter(({ id }) => !isOpen(id) && draft.places[id] !== panel.id)
    .map(({ id }): PickChoice => {
      const at = draft.panels.find((each) => each.id === draft.places[id])
      const hint = at ? `is with ${at.title}` : 'is with no panel'
      return { id, label: name(id), hint, whyNot: whyNotWith(id, panel) }
    })
    .toSorted(
      (one, other) =>
        Number(draft.places[one.id] !== undefined) - Number(draft.places[other.id] !== undefined),
    )
  return {
    title: `Add an application to ${panel.title}`,
    choices,
    onPick: ({ id, label }) => change(placed(draft, id, panel.id), `${label} is with ${panel.title}`),
  }
}

/** A panel at work keeps its people. */
function openPanels({ draft, isAtWork }: Desk): readonly DraftPanel[] {
  return draft.panels.filter(({ id }) => !isAtWork(id))
}

function panelChoice({ draft }: Desk, { id, title, reviewers }: DraftPanel): Omit<PickChoice, 'whyNot'> {
  const reads = Object.values(draft.places).filter((panel) => panel === id).length
  return {
    id,
    label: title,
    hint: `${numberOf(reviewers.length, 'reviewer')}, ${numberOf(reads, 'application')}`,
  }
}

function reviewerChoice({ name, from, loadOn }: Desk, id: string): Omit<PickChoice, 'whyNot'> {
  const { panels = 0, applications = 0 } = loadOn(id) ?? {}
  const load = panels === 0 ? 'on no panel' : `on ${numberOf(panels, 'panel')}, reads ${applications}`
  return { id, label: name(id), hint: [from(id), load].filter(Boolean).join(' · ') }
}
