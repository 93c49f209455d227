import type { ReviewView } from '../../../shared/competition/view.ts'
import { goTo, reviewPath } from '../../pages.ts'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { HowItStands } from './close-review.tsx'
import { closeWords } from './close-words.ts'

/** Beside the board: what the close waits for, and the way to the close-out; or that it is closed. */
export function ClosePart({ review }: { review: ReviewView }) {
  const close = reviewPath(review.id, 'close')
  if (review.closed) {
    return (
      <div className="live-controls-part">
        <HowItStands review={review} />
        <p>
          <Link href={close}>What was looked at</Link>
        </p>
      </div>
    )
  }
  const blockers = review.blockers?.close.length ?? 0
  return (
    <div className="live-controls-part">
      <Button kind="cannotYet" size="small" wide onClick={() => goTo(close)}>
        {closeWords(review, { blockers, read: false })}
      </Button>
    </div>
  )
}
