import type { MessageView } from '../../../shared/competition/discussion-view.ts'
import type { ReviewView } from '../../../shared/competition/view.ts'
import { useRead, type Reading } from '../../live/read.ts'

const none: Reading<readonly MessageView[]> = { is: 'read', value: [] }

/** What the panel has written on a row, in the server's order; read again whenever the view says that it has changed. */
export function useThread({ id, discussion }: ReviewView, row: string): Reading<readonly MessageView[]> {
  const known = discussion?.threads[row]
  const path = `/api/reviews/${encodeURIComponent(id)}/threads?row=${encodeURIComponent(row)}`
  const read = useRead<readonly MessageView[]>(
    known ? path : null,
    'The thread',
    known ? String(known.edition) : null,
  )
  return known ? read : none
}
