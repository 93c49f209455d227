import type { ReviewView, View } from '../../shared/competition/view.ts'
import { useRubric } from '../live/read.ts'
import { HomeFrame, nothingTyped, ReviewFrame } from '../review-frame.tsx'
import { NothingHere } from '../nothing-here.tsx'
import { reviewPath, usePage } from '../pages.ts'
import { PrintPage } from '../print/print-page.tsx'
import { Room } from '../room/room.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { ConflictsPage } from './conflicts-page.tsx'
import { MyApplications } from './my-applications.tsx'
import { ReadyPage } from './ready-page.tsx'
import { ScorePage } from './score-page.tsx'

/** Everything a reviewer sees. */
export function Reviewer({ view }: { view: View }) {
  const page = usePage()
  const rubric = useRubric()
  if (rubric.is !== 'read') {
    return (
      <HomeFrame view={view} title="My applications">
        <Columns layout="single">
          <Column kind="do" label="My applications">
            {rubric.is === 'failed' && (
              <Empty
                title={rubric.sentence}
                sentence="What was on the server is still there. This page goes on by itself."
              >
                <Button onClick={rubric.again}>Try again</Button>
              </Empty>
            )}
          </Column>
        </Columns>
      </HomeFrame>
    )
  }
  if (page.page === 'home') return <MyApplications view={view} rubric={rubric.value} />
  const review = 'review' in page ? view.reviews.find(({ id }) => id === page.review) : undefined
  if (!review || !('review' in page)) return <NothingHere view={view} back="My applications" />
  if (!review.mine) return <ConflictsPage view={view} review={review} key={review.id} />
  switch (page.page) {
    case 'conflicts':
      return <ConflictsPage view={view} review={review} key={review.id} />
    case 'score':
      return <ScorePage view={view} review={review} rubric={rubric.value} item={page.item} key={review.id} />
    case 'ready':
      return <ReadyPage view={view} review={review} rubric={rubric.value} key={review.id} />
    case 'print':
      return <PrintPage view={view} review={review} rubric={rubric.value} key={review.id} />
    case 'room':
    case 'vote':
    case 'final':
      return review.room ? (
        <Room review={review} key={review.id} />
      ) : (
        <NotRevealed view={view} review={review} />
      )
    default:
      return <NothingHere view={view} back="My applications" />
  }
}

function NotRevealed({ view, review }: { view: View; review: ReviewView }) {
  return (
    <ReviewFrame view={view} review={review} document={null} who={nothingTyped}>
      <Columns layout="single">
        <Column kind="do" label="Panel room">
          <Empty
            title="The scores are not revealed yet."
            sentence="The panel room opens when your panel monitor reveals the scores, once everybody is ready."
          >
            <ButtonLink href={reviewPath(review.id, 'score')}>Your form</ButtonLink>
          </Empty>
        </Column>
      </Columns>
    </ReviewFrame>
  )
}
