import type { MineView, ReviewView } from '../../shared/competition/view.ts'
import { useView } from '../live/connection.ts'
import { reviewPath } from '../pages.ts'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { readOnlySentence } from './read-only-sentence.ts'
import { mayTakeBack, TakeBack } from './take-back.tsx'
import './why-read-only.css'

/** Above a form that cannot be written: why, and the way back if there is one. Draws nothing where it can be. */
export function WhyReadOnly({ review, mine }: { review: ReviewView; mine: MineView }) {
  const view = useView()
  const sentence = view && readOnlySentence(review, view)
  if (!view || sentence === null) return null
  const sample = review.tier > 0 && view.calibration?.due ? view.calibration.review : null
  const takeable = mayTakeBack(review, view)
  return (
    <div className="why-read-only">
      <Icon name="lock" />
      <p>
        <strong>{sentence}</strong>{' '}
        {takeable &&
          `It can be read here; to change something, take it back. That can be done until ${review.tier === 0 ? 'staff open the spread' : 'the reveal'}.`}
        {sample !== null && mine.attestedAt === null && (
          <>
            It can be written once you are ready with that.{' '}
            <Link href={reviewPath(sample, 'score')}>Go to the sample</Link>
          </>
        )}
        {review.room && <Link href={reviewPath(review.id, 'room')}>Go to the panel room</Link>}
      </p>
      {takeable && <TakeBack review={review} />}
    </div>
  )
}
