import type { ReviewView } from '../../shared/competition/view.ts'
import { DisagreementColumn } from '../room/disagreement-column.tsx'
import { WithRoom } from '../room/open-room.tsx'
import { RoomFrame } from '../room/room-frame.tsx'
import { Columns } from '../ui/columns.tsx'
import { LiveControls } from './live-controls.tsx'

/** After the reveal: where the panel differs, live, with what the monitor opens, closes and hands over beside it. */
export function DisagreementBoard({ review }: { review: ReviewView }) {
  return (
    <WithRoom review={review}>
      {(room) => (
        <RoomFrame room={room}>
          <Columns layout="slate">
            <DisagreementColumn room={room} />
            <LiveControls room={room} />
          </Columns>
        </RoomFrame>
      )}
    </WithRoom>
  )
}
