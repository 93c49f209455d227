import { pausedSentence } from '../pause/pause-words.ts'
import { clockTime } from '../ui/clock-time.tsx'
import type { MyColumn, OpenRoom } from './open-room.tsx'

type Here = Pick<OpenRoom, 'view' | 'review'>

/** Why one's column cannot be written, in words, with what can be done; null where it can. */
export function whyReadOnly({ view, review }: Here, mine: MyColumn): string | null {
  if (mine.writable) return null
  const { lock, closed } = review
  if (lock) return `Locked by ${lock.by}, ${clockTime(lock.at)}. Nothing here changes any more.`
  if (closed) return `Closed by ${closed.by}, ${clockTime(closed.at)}. It is with program staff now.`
  if (mine.column.excused) return 'Staff excused your seat. It counts in the vote and is out of the mean.'
  if (mine.column.signedAt !== null) {
    return `You signed at ${clockTime(mine.column.signedAt)}. Take your signature back to change something.`
  }
  return view.paused ? pausedSentence(view.paused) : 'This column cannot be written.'
}

/** The same in the few words that the foot line has room for. */
export function readOnlyStatus({ view, review }: Here, mine: MyColumn): string | null {
  if (mine.writable) return null
  if (review.closed) return `Closed ${clockTime(review.closed.at)}. Read only.`
  if (mine.column.signedAt !== null) return `Signed ${clockTime(mine.column.signedAt)}. Read only.`
  return view.paused ? 'Everything is paused. Read only.' : 'Read only.'
}
