import type { ApplicationReading } from '../../shared/application/reading.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import { useApplication, useRubric } from '../live/read.ts'
import { reviewPath } from '../pages.ts'
import { audienceOf, ReviewFrame } from '../review-frame.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import type { Audience } from '../ui/frame.tsx'
import { PlacesWork } from './places-work.tsx'

interface PlacesPageProps {
  readonly view: View
  readonly review: ReviewView
}

/** Which part of an application answers which criterion: what the import proposes, and staff confirm. */
export function PlacesPage({ view, review }: PlacesPageProps) {
  const { id, edition } = review.application
  const rubric = useRubric(review.rubric)
  const reading = useApplication(id, edition)
  const failed = [rubric, reading].find((one) => one.is === 'failed')
  return (
    <ReviewFrame view={view} review={review} document={null} who={review.lock ? audienceOf(review) : unseen}>
      {rubric.is === 'read' && reading.is === 'read' ? (
        <Opened review={review} rubric={rubric.value} application={reading.value} />
      ) : (
        <Columns layout="single">
          <Column kind="read" label="Where each criterion is answered">
            {failed ? (
              <Empty title={failed.sentence} sentence="This page goes on by itself.">
                <Button onClick={failed.again}>Try again</Button>
              </Empty>
            ) : (
              <p className="third">Reading the application.</p>
            )}
          </Column>
        </Columns>
      )}
    </ReviewFrame>
  )
}

const unseen: Audience = {
  icon: 'eye',
  sentence: 'Nothing is typed here. Reviewers see the borders as you confirm them.',
  short: 'Unseen until you confirm',
}

interface OpenedProps {
  readonly review: ReviewView
  readonly rubric: Rubric
  readonly application: ApplicationReading
}

function Opened({ review, rubric, application }: OpenedProps) {
  if (application.documents.length > 0)
    return <PlacesWork review={review} rubric={rubric} application={application} />
  return (
    <Columns layout="single">
      <Column kind="read" label="Where each criterion is answered">
        <Empty
          title="No documents yet."
          sentence="Once the application’s files are here, their parts are looked for and proposed on this page."
        >
          <ButtonLink href={reviewPath(review.id, 'documents')}>Add documents</ButtonLink>
        </Empty>
      </Column>
    </Columns>
  )
}
