import type { ReviewView, TierView, View } from '../../../shared/competition/view.ts'
import { reviewPath } from '../../pages.ts'
import { counted } from '../../room/number-words.ts'
import { Refused } from '../../room/refused.tsx'
import { useCommand } from '../../room/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import './open-outcome.css'

interface OpenOutcomeProps {
  readonly view: View
  readonly tier: TierView
}

/** The way into a sealed outcome: what is still to be locked, then the button that opens it on the record. */
export function OpenOutcome({ view, tier }: OpenOutcomeProps) {
  const { pending, refused, run } = useCommand()
  const reviews = view.reviews.filter((review) => review.tier === tier.tier)
  const left = reviews.filter(({ lock }) => lock?.status !== 'locked')
  const [first] = reviews
  if (!tier.locked || !first) {
    return (
      <div className="open-outcome">
        <p>
          Sealed until every review of tier {tier.tier} is locked: {reviews.length - left.length} of{' '}
          {reviews.length} are. Then you can open it, and that you did is in the journal.
        </p>
        <ul className="open-outcome-left" aria-label={`${counted(left.length, 'review')} to lock`}>
          {left.map((review) => (
            <Left key={review.id} review={review} />
          ))}
        </ul>
      </div>
    )
  }
  return (
    <div className="open-outcome">
      <p>
        Tier {tier.tier} is locked. You can now read how far each application lies from the line, and which
        disagreements decide about it. It is advice: the official score stays the plain mean.
      </p>
      <p className="open-outcome-record">
        <Icon name="eye" size="small" /> That you opened it, and when, is in the journal.
      </p>
      <Button
        kind="primary"
        pending={pending}
        onClick={() => void run({ kind: 'tier.open', review: first.id })}
      >
        Open what the outcome hangs on
      </Button>
      <Refused sentence={refused} />
    </div>
  )
}

function Left({ review }: { review: ReviewView }) {
  return (
    <li>
      <Link href={reviewPath(review.id, 'lock')}>{review.application.applicant}</Link> not locked
    </li>
  )
}
