import type { ReviewView } from '../../shared/competition/view.ts'
import { reviewPath } from '../pages.ts'
import { counted } from '../room/number-words.ts'
import { stepWord } from '../steps-of.ts'
import { ClockTime } from '../ui/clock-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { StepBlocks } from '../ui/step-blocks.tsx'
import { useSteps } from '../use-steps.ts'
import { canBeLocked, reviewersOn, sittingOn } from './needs.ts'
import { SeatMark } from './seat-mark.tsx'
import { SeatStatus } from './seat-status.tsx'
import { handedOn } from './handed-on.ts'
import './board-review.css'

/** One review on the board: its step, and everybody who sits on it with how far they are. */
export function BoardReview({ review }: { review: ReviewView }) {
  const { applicant } = review.application
  const progress = review.progress ?? []
  const { seats, left } = reviewersOn(review)
  const here = progress.filter(({ online }) => online).length
  return (
    <section className="board-review" aria-label={applicant}>
      <div className="board-review-head">
        <h2 className="t-heading">
          <Link look="quiet" href={reviewPath(review.id, 'lock')}>
            {applicant}
          </Link>
        </h2>
        <span className="board-review-here">
          {here} of {progress.length} here
        </span>
        {review.call && (
          <span className="board-review-flag">
            <Icon name="hand" />
            Calls you
          </span>
        )}
        {(left < seats || review.thin) && !review.lock && (
          <span className="board-review-flag">
            <Icon name="warning" />
            {review.thin
              ? `Waits: ${counted(sittingOn(review).length, 'seat')} left`
              : `${left} of ${seats} left`}
          </span>
        )}
      </div>
      <div className="board-review-step">
        <StepBlocks steps={useSteps(review)} word={false} />
        <strong>{stepWord(review.step)}</strong>
        <Standing review={review} />
      </div>
      <ul className="board-review-seats">
        {progress.map((person) => (
          <li key={person.person} className="board-review-seat">
            <SeatMark seat={person.seat} />
            <span>{person.label}</span>
            <SeatStatus person={person} review={review} />
            <span className="board-review-online" data-online={person.online || undefined}>
              {person.online ? 'here' : 'away'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Standing({ review }: { review: ReviewView }) {
  const { lock, id } = review
  if (lock?.status === 'started') return <span>Being locked</span>
  if (lock) {
    return (
      <span>
        <Icon name="lock" size="small" /> <ClockTime at={lock.at} />
      </span>
    )
  }
  if (canBeLocked(review)) return <Link href={reviewPath(id, 'lock')}>Can be locked</Link>
  return <span>{handedOn(review)}</span>
}
