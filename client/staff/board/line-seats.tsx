import type { ProgressView } from '../../../shared/competition/progress-view.ts'
import type { ReviewView } from '../../../shared/competition/view.ts'
import { reviewPath } from '../../pages.ts'
import { Dated } from '../../reviewer/dated.tsx'
import { useRubric } from '../../live/read.ts'
import { counted } from '../../room/number-words.ts'
import { Link } from '../../ui/link.tsx'
import { excusedWords } from '../excused-words.ts'
import { inCompetition } from '../in-sentence.ts'
import { SeatActions } from '../seat-actions.tsx'
import { SeatMark } from '../seat-mark.tsx'
import { SeatStatus } from '../seat-status.tsx'
import { isWaitedFor } from './behind.ts'
import { nextStepOf } from './line-flags.ts'
import type { Names } from './use-names.ts'
import './line-seats.css'

interface LineSeatsProps {
  readonly review: ReviewView
  readonly names: Names | null
}

/** An application's line, opened: everybody on it with how far they are and what can be done, and all that its next step waits for. */
export function LineSeats({ review, names }: LineSeatsProps) {
  const { id, application } = review
  const progress = review.progress ?? []
  const next = nextStepOf(review)
  return (
    <div className="line-seats">
      {progress.length > 0 && (
        <ul className="line-seats-list" aria-label={`Seats of ${application.applicant}`}>
          {progress.map((person) => (
            <li key={`${person.seat} ${person.person}`} className="line-seat">
              <SeatMark seat={person.seat} />
              <span className="line-seat-who">
                <span>{person.label}</span>
                <Sitting person={person} names={names} />
              </span>
              <span className="line-seat-how">
                <SeatStatus person={person} review={review} />
                <Notes review={review} person={person} />
              </span>
              <span className="line-seat-here" data-here={person.online || undefined}>
                {person.online ? 'here' : 'away'}
              </span>
              <SeatActions review={review} person={person} look="menu" />
            </li>
          ))}
        </ul>
      )}
      <div className="line-seats-foot">
        {next && next.sentences.length > 0 && (
          <div className="line-seats-next">
            <p>Before {next.what}:</p>
            <ul>
              {next.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
        <p className="line-seats-links">
          <Link href={reviewPath(id, 'lock')}>
            Panel and lock<span className="visually-hidden"> of {application.applicant}</span>
          </Link>
          <Link href={reviewPath(id, 'documents')}>
            Documents<span className="visually-hidden"> of {application.applicant}</span>
          </Link>
        </p>
      </div>
    </div>
  )
}

/** Who sits there, as the directory and the competition call them, as far as the seat's own name does not say so. */
function Sitting({ person: { person, called }, names }: { person: ProgressView; names: Names | null }) {
  const said = [names?.get(person), called && inCompetition(called)].filter(Boolean)
  return said.length > 0 && <span className="line-seat-name">{said.join(', ')}</span>
}

/** What happened to a seat that somebody who looks after it should know. */
function Notes({ review, person }: { review: ReviewView; person: ProgressView }) {
  const { nudgedAt, until, returned, ready, excused, replacedBy, late, notCounted } = person
  const rubric = useRubric(review.rubric)
  const notes = [
    replacedBy !== null && <>replaced by seat {replacedBy}</>,
    excused && replacedBy === null && <>{excusedWords(rubric)}</>,
    late && !ready && <>came after {review.tier === 0 ? 'the spread was opened' : 'the reveal'}</>,
    returned && !ready && (
      <>
        returned <Dated at={returned.at} />
      </>
    ),
    until !== null && isWaitedFor(review, person) && (
      <>
        has until <Dated at={until} />
      </>
    ),
    nudgedAt !== null && isWaitedFor(review, person) && (
      <>
        asked <Dated at={nudgedAt} />
      </>
    ),
    (notCounted?.count ?? 0) > 0 && <>{counted(notCounted?.count ?? 0, 'entry', 'entries')} not counted</>,
  ].filter(Boolean)
  return notes.map((note, at) => (
    // Each has its own place in the list.
    <span key={at} className="line-seat-note">
      {note}
    </span>
  ))
}
