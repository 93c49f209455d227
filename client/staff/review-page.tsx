import { useRef, useState } from 'react'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import { reviewPath } from '../pages.ts'
import { ReviewFrame } from '../review-frame.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Link } from '../ui/link.tsx'
import { CallPart } from './call-part.tsx'
import { Decision } from './decision.tsx'
import { handedOn } from './handed-on.ts'
import { LockPart } from './lock-part.tsx'
import { Locked } from './locked.tsx'
import { askedOn } from './needs.ts'
import { PanelTable } from './panel-table.tsx'
import { ReopenVotePart } from './reopen-vote-part.tsx'
import { SavingRisk } from './saving-risk.tsx'
import { sealed } from './sealed.ts'
import { ThinPart } from './thin-part.tsx'
import './review-page.css'

interface ReviewPageProps {
  readonly view: View
  readonly review: ReviewView
}

/** One review for staff: who is how far, what they asked, and the lock. */
export function ReviewPage({ view, review }: ReviewPageProps) {
  const asked = review.lock ? [] : askedOn(review)
  const title = useRef<HTMLHeadingElement>(null)
  // Whoever locks here is led to the record; in other tabs the focus stays where it is.
  const [locking, setLocking] = useState(false)
  return (
    <ReviewFrame view={view} review={review} document={null} who={review.lock ? undefined : sealed}>
      <div className="review-page">
        <SavingRisk view={view} />
        <Columns layout="slate">
          <Column kind="read" label="Panel">
            <p className="review-page-back">
              <Link look="quiet" href="/">
                All applications
              </Link>
            </p>
            <div className="review-page-head">
              <h1 ref={title} tabIndex={-1} className="t-title">
                {review.application.applicant}
              </h1>
              <Standing review={review} />
            </div>
            <p className="review-page-application">
              <ButtonLink size="small" href={reviewPath(review.id, 'documents')}>
                Documents
              </ButtonLink>
              <ButtonLink size="small" href={reviewPath(review.id, 'places')}>
                Where each criterion is answered
              </ButtonLink>
            </p>
            <PanelTable review={review} />
          </Column>
          <Column kind="do" label="Decisions and lock" ground="inset">
            <div className="review-page-do">
              <CallPart review={review} onCome={() => title.current?.focus()} />
              <ThinPart view={view} review={review} onDecided={() => title.current?.focus()} />
              {asked.map((person) => (
                <Decision
                  key={person.person}
                  review={review}
                  person={person}
                  onDecided={() => title.current?.focus()}
                />
              ))}
              {review.lock?.status === 'locked' ? (
                <Locked review={review} lock={review.lock} takesFocus={locking} />
              ) : (
                <>
                  <ReopenVotePart review={review} />
                  <LockPart review={review} onLocking={setLocking} />
                </>
              )}
            </div>
          </Column>
        </Columns>
      </div>
    </ReviewFrame>
  )
}

function Standing({ review }: { review: ReviewView }) {
  const { revealed, closed } = review
  return (
    <p className="review-page-standing">
      {handedOn(review)}
      {revealed && (
        <>
          {' '}
          · Revealed by {revealed.by}, <ClockTime at={revealed.at} />
        </>
      )}
      {closed && (
        <>
          {' '}
          · Closed by {closed.by}, <ClockTime at={closed.at} />
        </>
      )}
    </p>
  )
}
