import { MonitorMark, ReviewerMark } from '../ui/reviewer-mark.tsx'

/** The sign of whoever sits on a review: a reviewer's by the seat, without one the monitor's. */
export function SeatMark({ seat }: { seat: number | null }) {
  return seat === null ? <MonitorMark /> : <ReviewerMark number={seat} />
}
