import { Link } from '../../ui/link.tsx'
import { reviewPath } from '../../pages.ts'
import type { OpenRoom } from '../open-room.tsx'

/** From a row to the panel's summary of its criterion, where the panel writes any. */
export function SummaryLink({ room: { review }, criterion }: { room: OpenRoom; criterion: string }) {
  if (!review.summary) return null
  return <Link href={reviewPath(review.id, 'summary', criterion)}>Summary of {criterion}</Link>
}
