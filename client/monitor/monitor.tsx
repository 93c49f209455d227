import type { ReviewView, View } from '../../shared/competition/view.ts'
import { CertifyPage } from '../certify/certify-page.tsx'
import { useView } from '../live/connection.ts'
import { NothingHere } from '../nothing-here.tsx'
import { usePage, type ReviewPage } from '../pages.ts'
import { ConflictsPage } from '../reviewer/conflicts-page.tsx'
import { Room } from '../room/room.tsx'
import { ClosePage } from './close-out/close-page.tsx'
import { DisagreementBoard } from './disagreement-board.tsx'
import { LinePage } from './line/line-page.tsx'
import { PanelApplications } from './panel-applications.tsx'
import { PanelBoard } from './panel-board.tsx'

/** Everything a panel monitor sees. */
export function Monitor() {
  const view = useView()
  const page = usePage()
  if (!view) return null
  if (page.page === 'home') return <PanelApplications view={view} />
  if (page.page === 'certify') return <CertifyPage view={view} />
  const { line } = view.competition
  if (page.page === 'outcome' && line !== null) {
    const weighed = view.reviews.find(({ id, room }) => id === page.chosen && room !== null)
    if (weighed) return <LinePage key={weighed.id} review={weighed} line={line} />
  }
  const review = 'review' in page ? view.reviews.find(({ id }) => id === page.review) : undefined
  if (!review || !('review' in page)) return <NothingHere view={view} back="All applications" />
  return <ReviewPages key={review.id} view={view} review={review} page={page.page} item={page.item} />
}

interface ReviewPagesProps {
  readonly view: View
  readonly review: ReviewView
  readonly page: ReviewPage
  readonly item: string | null
}

/** A monitor certifies first; then there is the board, and after the reveal the rows, the vote and the priorities. */
function ReviewPages({ view, review, page, item }: ReviewPagesProps) {
  const status = review.conflict?.status
  if (page === 'conflicts' || status === 'open' || status === 'unsure') {
    return <ConflictsPage view={view} review={review} />
  }
  if (!review.room) return <PanelBoard view={view} review={review} />
  if (page === 'vote' || page === 'final' || page === 'summary' || (page === 'room' && item !== null))
    return <Room review={review} page={page} />
  if (page === 'close') return <ClosePage review={review} />
  return <DisagreementBoard review={review} />
}
