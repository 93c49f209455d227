import type { EventData, JournalEvent } from '../../shared/competition/event.ts'
import type { Setup } from '../../shared/competition/setup.ts'
import type { Competition } from '../../shared/competition/state.ts'
import { canonicalHash } from '../../shared/record/hash.ts'
import type { ReadExport } from './export-format.ts'
import { noticeOf } from './export-format.ts'
import { asClause, firstDifference } from './first-difference.ts'

/** What is wrong with how the competition opens, as the end of a sentence: it opens once, first, on this rubric, as the export says. */
export function openingFault(
  event: JournalEvent,
  before: JournalEvent | null,
  exported: ReadExport,
): string | null {
  if (event.kind !== 'competition.opened') return 'a journal begins with the opening of its competition.'
  if (before) return 'the competition is open already.'
  const { setup } = event.data
  const staff = setup.people.some(({ id, role }) => id === event.by && role === 'staff')
  if (event.by !== 'server' && !staff)
    return `it is by ${event.by}, and only staff or the server open a competition.`
  return setupFault(setup) ?? rubricFault(event.data, exported)
}

function setupFault({ people, panels, applications }: Setup): string | null {
  const twice = [people, panels, applications].flatMap(repeatedId)[0]
  if (twice !== undefined) return `${twice} stands in it twice.`
  if (people.some(({ id }) => id === 'server')) return 'a person in it has the name of the server.'
  const role = (id: string) => people.find((person) => person.id === id)?.role
  for (const { id, monitor, reviewers } of panels) {
    if (role(monitor) !== 'monitor') return `${monitor} leads panel ${id} and is no monitor.`
    const other = reviewers.find((reviewer) => role(reviewer) !== 'reviewer')
    if (other !== undefined) return `${other} sits on panel ${id} and is no reviewer.`
    if (new Set(reviewers).size !== reviewers.length) return `somebody has two seats on panel ${id}.`
  }
  const homeless = applications.find(({ panel }) => !panels.some(({ id }) => id === panel))
  return homeless ? `${homeless.id} goes to panel ${homeless.panel}, which there is not.` : null
}

function rubricFault(
  { setup: { rubric: pinned }, rubric: whole }: EventData<'competition.opened'>,
  { rubric }: ReadExport,
): string | null {
  if (whole && canonicalHash(whole) !== pinned.sha256)
    return 'the rubric that stands in it is not the one that it names: its hash differs.'
  const { id, version } = rubric
  const difference = firstDifference({ id: pinned.id, version: pinned.version }, { id, version })
  if (difference) return `the competition was opened on another rubric: ${asClause(difference)}.`
  if (canonicalHash(rubric) === pinned.sha256) return null
  return 'the rubric in the export is not the one that the competition was opened on: its hash differs.'
}

/** What is wrong with the head of an export, as a sentence: it says what the competition is called at the end of its entries. */
export function headingFault(state: Competition, { competition, notice }: ReadExport): string | null {
  const { id, title } = state
  const expected = { competition: { id, title }, notice: noticeOf(state) }
  const difference = firstDifference(expected, { competition, notice })
  return difference ? `At the head of the export, ${asClause(difference)}.` : null
}

function repeatedId(items: readonly { readonly id: string }[]): readonly string[] {
  const ids = items.map(({ id }) => id)
  return ids.filter((id, at) => ids.indexOf(id) !== at)
}
