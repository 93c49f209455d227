import type { ReviewView } from '../../shared/competition/view.ts'
import { useLookAt } from '../live/looks.ts'
import { DisagreementColumn } from '../room/disagreement-column.tsx'
import { WithRoom, type OpenRoom } from '../room/open-room.tsx'
import { RoomFrame } from '../room/room-frame.tsx'
import { Columns } from '../ui/columns.tsx'
import { Message } from '../ui/message.tsx'
import { AgendaColumn } from './agenda/agenda-column.tsx'
import { LiveControls } from './live-controls.tsx'
import { useSteering } from './use-steering.ts'

/** After the reveal: what the panel talks about, where it differs, live, and what the monitor steers it with. */
export function DisagreementBoard({ review }: { review: ReviewView }) {
  return <WithRoom review={review}>{(room) => <Board room={room} />}</WithRoom>
}

function Board({ room }: { room: OpenRoom }) {
  const steering = useSteering()
  useLookAt(room.review, null)
  return (
    <RoomFrame
      room={room}
      focusLine={false}
      message={
        steering.refused !== null && <Message onDismiss={steering.dismiss}>{steering.refused}</Message>
      }
    >
      <Columns layout="board">
        <AgendaColumn room={room} steering={steering} />
        <DisagreementColumn room={room} />
        <LiveControls room={room} steering={steering} />
      </Columns>
    </RoomFrame>
  )
}
