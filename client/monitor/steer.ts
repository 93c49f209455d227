import type { Command } from '../../shared/competition/command.ts'
import type { AgendaItem } from '../../shared/competition/discussion.ts'
import type { DiscussionView } from '../../shared/competition/discussion-view.ts'
import { topicName } from '../room/discussion/discussion-words.ts'
import { itemsOf, nextItem, stateOf } from './agenda/agenda-state.ts'

/** What the monitor can do with one row, from wherever it stands. */
export type RowAct = 'bring' | 'add' | 'remove' | 'discussed' | 'park' | 'open'

/** Things to be decided together, in their order, and what is said aloud once they are. */
export interface Steps {
  readonly commands: readonly Command[]
  readonly said: string
}

/** What can be done with a row now, in words. */
export function actsOn(discussion: DiscussionView, row: string): readonly { id: RowAct; label: string }[] {
  const state = stateOf(discussion, row)
  const mark = discussion.marks[row]?.as
  const isListed = itemsOf(discussion).some((item) => item.row === row)
  return [
    ...(state === 'now' ? [] : [{ id: 'bring' as const, label: 'Bring everyone here' }]),
    isListed
      ? { id: 'remove' as const, label: 'Take off the agenda' }
      : { id: 'add' as const, label: 'Add to the agenda' },
    ...(mark === 'discussed' ? [] : [{ id: 'discussed' as const, label: 'Mark as discussed' }]),
    ...(mark === 'parked' ? [] : [{ id: 'park' as const, label: 'Park' }]),
    ...(mark === undefined
      ? []
      : [{ id: 'open' as const, label: mark === 'parked' ? 'Revive' : 'Not discussed yet' }]),
  ]
}

/** The commands of one of these. `minutes`: what an item gets where nothing else is said. */
export function stepsFor(
  review: string,
  discussion: DiscussionView,
  { row, act, minutes }: { readonly row: string; readonly act: RowAct; readonly minutes: number },
): Steps {
  const items = itemsOf(discussion)
  const name = topicName(row)
  switch (act) {
    case 'bring':
      return { commands: [{ kind: 'focus.set', review, row }], said: `In focus for everyone: ${name}.` }
    case 'add':
      return arranged(review, [...items, { row, minutes }], `${name} is on the agenda.`)
    case 'remove':
      return arranged(
        review,
        items.filter((item) => item.row !== row),
        `${name} is off the agenda.`,
      )
    case 'discussed':
      return { commands: [{ kind: 'row.mark', review, row, as: 'discussed' }], said: `${name}: discussed.` }
    case 'park':
      return { commands: [{ kind: 'row.mark', review, row, as: 'parked' }], said: `${name} is parked.` }
    case 'open':
      return { commands: [{ kind: 'row.mark', review, row, as: 'open' }], said: `${name} is to come again.` }
  }
}

/** The agenda as it is to be, put on record as made by hand. */
export function arranged(review: string, items: readonly AgendaItem[], said: string): Steps {
  return {
    commands: [
      { kind: 'agenda.arrange', review, items: items.map(({ row, minutes }) => ({ row, minutes })) },
    ],
    said,
  }
}

/** Leaves the row in focus as discussed or parked, and brings everybody to what comes next, or to nothing where nothing does. */
export function goOn(review: string, discussion: DiscussionView, as: 'discussed' | 'parked'): Steps {
  const row = discussion.focus?.row
  if (row === undefined) throw new Error('Nothing is in focus.')
  const next = nextItem(discussion)?.row ?? null
  const isMarked = discussion.marks[row]?.as === as
  const then = next === null ? 'Nothing is in focus.' : `In focus for everyone: ${topicName(next)}.`
  return {
    commands: [
      ...(isMarked ? [] : [{ kind: 'row.mark' as const, review, row, as }]),
      { kind: 'focus.set', review, row: next },
    ],
    said: `${topicName(row)} is ${as}. ${then}`,
  }
}

/** A seed as the journal keeps it: drawn by the page, so that the order that follows from it can be drawn again by anybody. */
export function drawnSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
