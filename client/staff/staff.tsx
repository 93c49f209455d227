import { useView } from '../live/connection.ts'
import { usePage } from '../pages.ts'
import { HomeFrame } from '../review-frame.tsx'
import { Room } from '../room/room.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { Link } from '../ui/link.tsx'
import { Board } from './board.tsx'
import { DocumentsPage } from './documents-page.tsx'
import { OutcomePage } from './effects/outcome-page.tsx'
import { PlacesPage } from './places-page.tsx'
import { QuestionsPage } from './questions-page.tsx'
import { RankingPage } from './ranking/ranking-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { CertifyPage } from '../certify/certify-page.tsx'
import { SamplePage } from '../certify/sample-page.tsx'
import { sealed } from './sealed.ts'
import { SetUp } from './set-up/set-up.tsx'

/** Program staff's pages: all reviews, one review, and the locked room of one. */
export function Staff() {
  const view = useView()
  const page = usePage()
  if (!view) return null
  if (page.page === 'home') return <Board view={view} />
  if (page.page === 'setUp') return <SetUp view={view} part={page.part} item={page.item} />
  if (page.page === 'certify') return <CertifyPage view={view} />
  if (page.page === 'sample') return <SamplePage view={view} />
  if (page.page === 'questions') return <QuestionsPage view={view} />
  if (page.page === 'ranking') return <RankingPage view={view} />
  if (page.page === 'outcome') return <OutcomePage view={view} chosen={page.chosen} />
  const review = 'review' in page ? view.reviews.find(({ id }) => id === page.review) : undefined
  if (!review || !('review' in page)) {
    return (
      <HomeFrame view={view} title="Nothing here" who={sealed}>
        <Columns layout="single">
          <Column kind="read" label="Nothing here">
            <Empty title="Nothing here." sentence="This address leads to no review of this competition.">
              <Link href="/">All applications</Link>
            </Empty>
          </Column>
        </Columns>
      </HomeFrame>
    )
  }
  if (page.page === 'documents') return <DocumentsPage key={review.id} view={view} review={review} />
  if (page.page === 'places') return <PlacesPage key={review.id} view={view} review={review} />
  const inRoom =
    page.page === 'room' || page.page === 'vote' || page.page === 'final' || page.page === 'summary'
  if (inRoom && review.room) return <Room review={review} />
  return <ReviewPage key={review.id} view={view} review={review} />
}
