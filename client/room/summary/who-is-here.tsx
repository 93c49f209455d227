import { useLooks } from '../../live/looks.ts'
import { reviewPath } from '../../pages.ts'
import { Link } from '../../ui/link.tsx'
import { MonitorMark, ReviewerMark, StaffMark } from '../../ui/reviewer-mark.tsx'
import type { ReviewView } from '../../../shared/competition/view.ts'
import type { PersonLooking } from '../../../shared/protocol/looks.ts'
import './who-is-here.css'

/** Who else is in the room now, and the row that each looks at. Nothing of it is kept. */
export function WhoIsHere({ review }: { review: ReviewView }) {
  const people = useLooks(review.id)
  return (
    <section className="here" aria-labelledby="here">
      <h2 className="t-subheading" id="here">
        {people.length === 0 ? 'Nobody else is here' : 'Also here now'}
      </h2>
      <ul>
        {people.map(({ person, role, label, seat, row, caret }) => (
          <li key={person} className="here-person">
            <Mark role={role} seat={seat} />
            <span>{label}</span>
            {row !== null ? (
              <Link look="quiet" href={reviewPath(review.id, 'room', row)}>
                {row}
              </Link>
            ) : (
              caret && (
                <Link
                  look="quiet"
                  href={reviewPath(review.id, 'summary', caret.field.replace('summary:', ''))}
                >
                  in <span className="visually-hidden">the summary of </span>
                  {caret.field.replace('summary:', '')}
                </Link>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Mark({ role, seat }: Pick<PersonLooking, 'role' | 'seat'>) {
  if (seat !== null) return <ReviewerMark number={seat} />
  return role === 'monitor' ? <MonitorMark /> : <StaffMark />
}
