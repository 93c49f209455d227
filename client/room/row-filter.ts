import type { DiscussionView } from '../../shared/competition/discussion-view.ts'
import type { RowScores } from './row-scores.ts'

/** Which rows are listed. */
export type RowFilter = 'all' | 'split' | 'spread' | 'agenda' | 'open'

export const rowFilters: readonly { readonly id: RowFilter; readonly label: string }[] = [
  { id: 'all', label: 'All rows' },
  { id: 'split', label: 'Split' },
  { id: 'spread', label: 'Spread' },
  { id: 'agenda', label: 'On the agenda' },
  { id: 'open', label: 'Flagged, not discussed' },
]

/** Whether a row is listed under a filter, by its scores and by what has become of it in the discussion. */
export function passes(
  filter: RowFilter,
  { row, found }: Pick<RowScores, 'row' | 'found'>,
  talk: DiscussionView | null,
): boolean {
  const flag = found?.flag ?? null
  switch (filter) {
    case 'all':
      return true
    case 'split':
    case 'spread':
      return flag === filter
    case 'agenda':
      return talk?.agenda?.items.some((item) => item.row === row.id) ?? false
    case 'open':
      return flag !== null && talk?.marks[row.id]?.as !== 'discussed'
  }
}
