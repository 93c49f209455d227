import type { DraftPanel } from '../../../../shared/assignment/problem.ts'
import type { DrawTold } from '../../../../shared/competition/draft-told.ts'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { AssignmentPage } from '../../../../shared/protocol/assignment-page.ts'

/** Panels and what each reads, as staff have them at hand. `draw` is what they began as, also once changed by hand; null without one. */
export interface Draft {
  readonly panels: readonly DraftPanel[]
  /** Application to panel. */
  readonly places: Readonly<Record<string, string>>
  readonly draw: DrawTold | null
}

/** What is on record: the saved draft without what can no longer be assigned, or panels at work alone. */
export function savedDraft({ draft }: Pick<SetUpPage, 'draft'>, page: AssignmentPage): Draft {
  const { atWork, applications } = page
  if (!draft) return { panels: atWork.panels.map(plain), places: atWork.places, draw: null }
  const known = new Set(applications.map(({ id }) => id))
  const places = Object.entries(draft.places).filter(([application]) => known.has(application))
  return { panels: draft.panels.map(plain), places: Object.fromEntries(places), draw: draft.draw }
}

/** Whether panels at work, and what is open to them, are in a draft as they are. */
export function leavesAtWork({ panels, places }: Draft, { atWork }: AssignmentPage): boolean {
  return (
    atWork.panels.every((working) => {
      const same = panels.find(({ id }) => id === working.id)
      return same?.monitor === working.monitor && same.reviewers.join() === working.reviewers.join()
    }) && Object.entries(atWork.places).every(([application, panel]) => places[application] === panel)
  )
}

function plain({ id, title, monitor, reviewers }: DraftPanel): DraftPanel {
  return { id, title, monitor, reviewers }
}

/** Whether two drafts say the same, in whatever order their places were set. */
export function sameDraft(one: Draft, other: Draft): boolean {
  return wording(one) === wording(other)
}

function wording({ panels, places, draw }: Draft): string {
  const sorted = Object.keys(places).toSorted()
  return JSON.stringify([panels.map(plain), sorted.map((id) => [id, places[id]]), draw?.seed ?? null])
}

/** The same with one more on a panel. Whoever sits there already stays once. */
export function seated(draft: Draft, person: string, panel: string): Draft {
  return withPanel(draft, panel, (it) => ({
    ...it,
    reviewers: [...it.reviewers.filter((id) => id !== person), person],
  }))
}

export function unseated(draft: Draft, person: string, panel: string): Draft {
  return withPanel(draft, panel, (it) => ({ ...it, reviewers: it.reviewers.filter((id) => id !== person) }))
}

export function led(draft: Draft, panel: string, monitor: string | null): Draft {
  return withPanel(draft, panel, (it) => ({ ...it, monitor }))
}

/** The same with an application on another panel, or with none. */
export function placed(draft: Draft, application: string, panel: string | null): Draft {
  const { [application]: _before, ...others } = draft.places
  return { ...draft, places: panel === null ? others : { ...others, [application]: panel } }
}

/** One panel more: `panel-4` and “Panel 4”, with the least number that is free. */
export function withNewPanel(draft: Draft): Draft {
  const taken = new Set(draft.panels.flatMap(({ id, title }) => [id, title]))
  let number = 1
  while (taken.has(`panel-${number}`) || taken.has(`Panel ${number}`)) number += 1
  const panel = { id: `panel-${number}`, title: `Panel ${number}`, monitor: null, reviewers: [] }
  return { ...draft, panels: [...draft.panels, panel] }
}

export function retitled(draft: Draft, panel: string, title: string): Draft {
  return withPanel(draft, panel, (it) => ({ ...it, title }))
}

/** The same without a panel; what it read is with none. */
export function withoutPanel(draft: Draft, panel: string): Draft {
  const places = Object.entries(draft.places).filter(([, reader]) => reader !== panel)
  const panels = draft.panels.filter(({ id }) => id !== panel)
  return { ...draft, panels, places: Object.fromEntries(places) }
}

function withPanel(draft: Draft, panel: string, change: (panel: DraftPanel) => DraftPanel): Draft {
  return { ...draft, panels: draft.panels.map((it) => (it.id === panel ? change(it) : it)) }
}
