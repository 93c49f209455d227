import type { VoteView } from '../../shared/competition/vote-view.ts'
import { useLine } from '../live/connection.ts'
import type { Save } from '../ui/save-status.tsx'
import { useBallotDraft, type BallotDraft } from './ballot-draft.ts'
import type { OpenRoom } from './open-room.tsx'
import { RoomFrame } from './room-frame.tsx'
import { VotePage } from './vote.tsx'

/** The vote in its frame: while it is open, what one types is one's own and sealed. */
export function VoteRoom({ room }: { room: OpenRoom }) {
  const { vote } = room.review
  const votes = room.mine !== null && !room.mine.column.excused
  if (vote?.status === 'open' && votes) return <SealedRoom room={room} vote={vote} />
  return (
    <RoomFrame
      room={room}
      who={{
        icon: 'eye',
        sentence: 'Your panel and its monitor see the same. Nothing is typed here.',
        short: 'Your panel sees the same',
      }}
    >
      <VotePage room={room} />
    </RoomFrame>
  )
}

function SealedRoom({ room, vote }: { room: OpenRoom; vote: VoteView }) {
  const drafting = useBallotDraft(room.review.id, vote)
  const offline = useLine() === 'offline'
  return (
    <RoomFrame
      room={room}
      save={offline ? undefined : saveOf(vote, drafting.draft)}
      who={{
        icon: 'lock',
        sentence: 'Sealed: only you can see your vote and your reasons.',
        short: 'Sealed: only you',
      }}
    >
      <VotePage room={room} drafting={drafting} />
    </RoomFrame>
  )
}

/** A ballot is on the server once it is sealed; until then it is typed here. */
function saveOf({ mine }: VoteView, { typedAt }: BallotDraft): Save {
  const savedAt = mine?.ballot?.at
  if (typedAt !== null) return { is: 'typed', typedAt, savedAt }
  return savedAt === undefined ? { is: 'idle' } : { is: 'saved', typedAt: savedAt, savedAt }
}
