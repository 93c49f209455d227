import { reviewPath } from '../pages.ts'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import type { OpenRoom } from './open-room.tsx'
import './back-to-rows.css'

/** The way back to where all rows stand. */
export function BackToRows({ room: { review, view } }: { room: OpenRoom }) {
  return (
    <span className="back-to-rows">
      <Link look="quiet" href={reviewPath(review.id, view.me.role === 'monitor' ? 'board' : 'room')}>
        <Icon name="chevron-left" size="small" /> All rows
      </Link>
    </span>
  )
}
