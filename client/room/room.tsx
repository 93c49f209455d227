import { useEffect } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { usePage } from '../pages.ts'
import { Columns } from '../ui/columns.tsx'
import { answerAudience } from './absolute-audience.ts'
import { DisagreementColumn } from './disagreement-column.tsx'
import { FinalPage } from './final.tsx'
import { WithRoom, type OpenRoom } from './open-room.tsx'
import { RoomFrame, useVoteCall } from './room-frame.tsx'
import { RowPage } from './row-page.tsx'
import { SummaryPage } from './summary/summary-page.tsx'
import { VoteRoom } from './vote-room.tsx'
import { YourPart } from './your-part.tsx'

export interface RoomProps {
  readonly review: ReviewView
  /** Which page of the room; told from the address where it is left out. */
  readonly page?: NamedPage
}

const namedPages = ['room', 'vote', 'final', 'summary'] as const
type NamedPage = (typeof namedPages)[number]

/** The panel's room after the reveal: all rows, one row, the vote, one's final form, and the panel's summaries. */
export function Room({ review, page }: RoomProps) {
  const at = usePage()
  const item = 'item' in at ? at.item : null
  const named = namedPages.find((candidate) => candidate === at.page) ?? 'room'
  useFocusKept(`${page ?? named} ${item === null}`)
  return (
    <WithRoom review={review}>{(room) => <RoomPage room={room} page={page ?? named} item={item} />}</WithRoom>
  )
}

interface RoomPageProps {
  readonly room: OpenRoom
  readonly page: NamedPage
  readonly item: string | null
}

function RoomPage({ room, page, item }: RoomPageProps) {
  const message = useVoteCall(room, page === 'vote')
  if (page === 'vote') return <VoteRoom room={room} />
  if (page === 'summary') return <SummaryPage room={room} item={item} message={message} />
  return (
    <RoomFrame room={room} who={page === 'final' ? answerAudience(room) : undefined} message={message}>
      {page === 'final' ? (
        <FinalPage room={room} />
      ) : item === null ? (
        <Columns layout="slate">
          <DisagreementColumn room={room} />
          <YourPart room={room} />
        </Columns>
      ) : (
        <RowPage room={room} item={item} />
      )}
    </RoomFrame>
  )
}

/** Where going to another page took away what had the focus, the work has it, so that the next key begins there. */
function useFocusKept(page: string): void {
  useEffect(() => {
    if (document.activeElement === document.body)
      document.getElementById('work')?.focus({ preventScroll: true })
  }, [page])
}
