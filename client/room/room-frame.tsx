import { type ReactNode, useState } from 'react'
import { useLookAt } from '../live/looks.ts'
import { goTo, reviewPath, usePage } from '../pages.ts'
import { audienceOf, ReviewFrame } from '../review-frame.tsx'
import type { Audience } from '../ui/frame.tsx'
import { Message } from '../ui/message.tsx'
import type { Save } from '../ui/save-status.tsx'
import { topicName } from './discussion/discussion-words.ts'
import { FocusLine } from './discussion/focus-line.tsx'
import { useFocus } from './discussion/use-focus.ts'
import type { OpenRoom } from './open-room.tsx'
import { readOnlyStatus } from './read-only.ts'

export interface RoomFrameProps {
  readonly room: OpenRoom
  /** Left away: that of the room. */
  readonly who?: Audience | undefined
  readonly save?: Save | undefined
  /** On a page where more than one's own column is written: why it cannot be, or null where it can. */
  readonly readOnly?: string | null | undefined
  readonly message?: ReactNode
  /** Instead of the usual line about what is in focus. */
  readonly focusLine?: ReactNode
  readonly children: ReactNode
}

/** The frame of a page of the room, which says where the page looks: who can see what is typed there, where it is saved, and what is in focus for everybody. */
export function RoomFrame({ room, who, save, readOnly, message, focusLine, children }: RoomFrameProps) {
  const { view, review, document, mine } = room
  const at = usePage()
  useLookAt(review, at.page === 'room' ? at.item : null)
  const focus = useFocus(room)
  const offer = focus.offered && focus.topic !== null && (
    <Message action={{ label: 'Come', onPress: focus.comeBack }} onDismiss={focus.decline}>
      {`The monitor has brought the panel to ${topicName(focus.topic)}.`}
    </Message>
  )
  return (
    <ReviewFrame
      view={view}
      review={review}
      document={mine || readOnly !== undefined ? document : null}
      readOnly={readOnly === undefined ? mine && readOnlyStatus(room, mine) : readOnly}
      who={who ?? roomAudience(room)}
      save={save}
      message={message ?? offer}
    >
      <div className="room-page">
        {focusLine ?? <FocusLine room={room} focus={focus} />}
        <div className="room-page-work">{children}</div>
      </div>
    </ReviewFrame>
  )
}

function roomAudience({ review, mine }: OpenRoom): Audience {
  if (review.lock) return audienceOf(review)
  if (!mine && review.discussion && !review.closed) {
    const short = 'Your panel'
    return { icon: 'eye', sentence: `${short} can see what you write here.`, short }
  }
  if (!mine) {
    return {
      icon: 'eye',
      sentence: 'You write nothing here. Your panel sees the same scores and comments.',
      short: 'Your panel sees the same',
    }
  }
  if (mine.writable) return audienceOf(review)
  return {
    icon: 'lock',
    sentence: 'Nothing can be typed here. Your panel and its monitor can read it.',
    short: 'Read by your panel',
  }
}

/** Tells a reviewer on another page that the vote is open; undefined where there is nothing to tell. */
export function useVoteCall({ review, mine }: OpenRoom, onVotePage: boolean): ReactNode {
  const [dismissed, setDismissed] = useState(false)
  const { vote } = review
  const calls = vote?.status === 'open' && mine?.column.excused === false && vote.mine?.ballot === null
  if (!calls && dismissed) setDismissed(false)
  if (!calls || onVotePage || dismissed) return undefined
  return (
    <Message
      action={{ label: 'Go to the vote', onPress: () => goTo(reviewPath(review.id, 'vote')) }}
      onDismiss={() => setDismissed(true)}
    >
      {vote.reopened
        ? 'Staff have opened the vote again: everybody votes anew.'
        : 'The monitor has opened the sealed vote.'}
    </Message>
  )
}
