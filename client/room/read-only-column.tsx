import { shownOrNone } from '../../shared/rubric/told-points.ts'
import { reviewPath } from '../pages.ts'
import { NotCounted } from '../reviewer/not-counted.tsx'
import { ChangedValue } from '../ui/changed-value.tsx'
import { Link } from '../ui/link.tsx'
import type { MyColumn, OpenRoom } from './open-room.tsx'
import { whyReadOnly } from './read-only.ts'
import type { SeatScore } from './row-scores.ts'

/** One's own score where it cannot be written any more, with why, the way on, and what was typed here too late. */
export function ReadOnlyColumn({ room, mine, own }: { room: OpenRoom; mine: MyColumn; own: SeatScore }) {
  return (
    <div className="your-score-read">
      <ChangedValue
        value={shownOrNone(room.rubric, own.points)}
        was={shownOrNone(room.rubric, own.attested)}
        yours
      />
      <p className="second">{whyReadOnly(room, mine)}</p>
      <p>
        <Link href={reviewPath(room.review.id, 'final')}>Your final form</Link>
      </p>
      {room.review.mine && <NotCounted mine={room.review.mine} open={room.document} />}
    </div>
  )
}
