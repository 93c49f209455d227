import type { AgendaItem } from '../../../shared/competition/discussion.ts'
import type { DiscussionView } from '../../../shared/competition/discussion-view.ts'

/** Where a row stands in the discussion. */
export type ItemState = 'now' | 'discussed' | 'parked' | 'open'

/** Where a row or a priority stands: what is in focus is talked about now, whatever was said of it before. */
export function stateOf({ focus, marks }: DiscussionView, row: string): ItemState {
  if (focus?.row === row) return 'now'
  return marks[row]?.as ?? 'open'
}

export function itemsOf({ agenda }: DiscussionView): readonly AgendaItem[] {
  return agenda?.items ?? []
}

/**
 * What comes after the row in focus: the next item of the agenda that is neither discussed nor parked, from its end on to its
 * beginning; null where none is left.
 */
export function nextItem(discussion: DiscussionView): AgendaItem | null {
  const items = itemsOf(discussion)
  const at = items.findIndex(({ row }) => row === discussion.focus?.row)
  const onward = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))]
  return onward.find(({ row }) => stateOf(discussion, row) === 'open') ?? null
}

/** Milliseconds for which a row was in focus, up to a moment of the server's. */
export function spentOn({ spent, focus, focusRuns }: DiscussionView, row: string, at: number): number {
  const runs = focus?.row === row && focusRuns !== null ? Math.max(0, at - focusRuns) : 0
  return (spent[row] ?? 0) + runs
}

/** An item moved by so many places, to be put on record as a whole; the same list where it cannot go further. */
export function moved(items: readonly AgendaItem[], row: string, by: -1 | 1): readonly AgendaItem[] {
  const from = items.findIndex((item) => item.row === row)
  const [item, other] = [items[from], items[from + by]]
  if (!item || !other) return items
  return items.with(from, other).with(from + by, item)
}

/** Minutes of the items that are neither discussed, parked nor in focus. */
export function minutesToCome(discussion: DiscussionView): number {
  const open = itemsOf(discussion).filter(({ row }) => stateOf(discussion, row) === 'open')
  return open.reduce((sum, { minutes }) => sum + minutes, 0)
}
