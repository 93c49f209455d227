import { type ComponentType, useEffect } from 'react'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { useRubric } from '../live/read.ts'
import { HomeFrame, nothingTyped, ReviewFrame } from '../review-frame.tsx'
import { NothingHere } from '../nothing-here.tsx'
import { reviewPath, usePage } from '../pages.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { ConflictsPage } from './conflicts-page.tsx'
import { type Later, later } from './later.ts'
import { MyApplications } from './my-applications.tsx'
import { ReadyPage } from './ready-page.tsx'
import { ScorePage } from './score-page.tsx'

/** What comes after the first row, and before anybody needs it: not when the server may be away. */
const room = later(async () => (await import('../room/room.tsx')).Room)
const printing = later(async () => (await import('../print/print-page.tsx')).PrintPage)
const certifying = later(async () => (await import('../certify/certify-page.tsx')).CertifyPage)
const sampling = later(async () => (await import('../certify/sample-page.tsx')).SamplePage)
const afterFirstMs = 2_000

/** Everything a reviewer sees. */
export function Reviewer({ view }: { view: View }) {
  const page = usePage()
  const review = 'review' in page ? view.reviews.find(({ id }) => id === page.review) : undefined
  const rubric = useRubric(review?.rubric ?? null)
  useEffect(() => {
    const timer = setTimeout(() => {
      room.load()
      printing.load()
    }, afterFirstMs)
    return () => clearTimeout(timer)
  }, [])
  if (page.page === 'home') return <MyApplications view={view} />
  if (page.page === 'certify') return <AboutAll view={view} part={certifying} title="Conflicts of interest" />
  if (page.page === 'sample') return <AboutAll view={view} part={sampling} title="Sample" />
  if (!review || !('review' in page)) return <NothingHere view={view} back="My applications" />
  if (!review.mine) return <ConflictsPage view={view} review={review} key={review.id} />
  if (rubric.is !== 'read') {
    return (
      <ReviewFrame view={view} review={review} document={null} who={nothingTyped}>
        <Columns layout="single">
          <Column kind="do" label="Your form">
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
      </ReviewFrame>
    )
  }
  switch (page.page) {
    case 'conflicts':
      return <ConflictsPage view={view} review={review} key={review.id} />
    case 'score':
      return <ScorePage view={view} review={review} rubric={rubric.value} item={page.item} key={review.id} />
    case 'ready':
      return <ReadyPage view={view} review={review} rubric={rubric.value} key={review.id} />
    case 'print':
      return <Printing view={view} review={review} rubric={rubric.value} key={review.id} />
    case 'room':
    case 'vote':
    case 'final':
    case 'summary':
      return review.room ? (
        <RoomPages view={view} review={review} key={review.id} />
      ) : (
        <NotRevealed view={view} review={review} />
      )
    default:
      return <NothingHere view={view} back="My applications" />
  }
}

interface AboutAllProps {
  readonly view: View
  readonly part: Later<ComponentType<{ readonly view: View }>>
  readonly title: string
}

/** A page about no single review. */
function AboutAll({ view, part, title }: AboutAllProps) {
  const Page = part.use()
  if (Page) return <Page view={view} />
  return (
    <HomeFrame view={view} title={title}>
      <Columns layout="single">
        <Column kind="do" label={title}>
          <Empty title="Opening this page." sentence="It appears as soon as the server has sent it." />
        </Column>
      </Columns>
    </HomeFrame>
  )
}

function RoomPages({ view, review }: { view: View; review: ReviewView }) {
  const Room = room.use()
  return Room ? <Room review={review} /> : <Opening view={view} review={review} label="Panel room" />
}

interface PrintingProps {
  readonly view: View
  readonly review: ReviewView
  readonly rubric: Rubric
}

function Printing({ view, review, rubric }: PrintingProps) {
  const PrintPage = printing.use()
  if (!PrintPage) return <Opening view={view} review={review} label="Your form, for print" />
  return <PrintPage view={view} review={review} rubric={rubric} />
}

function Opening({ view, review, label }: { view: View; review: ReviewView; label: string }) {
  return (
    <ReviewFrame view={view} review={review} document={null} who={nothingTyped}>
      <Columns layout="single">
        <Column kind="do" label={label}>
          <Empty title="Opening this page." sentence="It appears as soon as the server has sent it." />
        </Column>
      </Columns>
    </ReviewFrame>
  )
}

function NotRevealed({ view, review }: { view: View; review: ReviewView }) {
  return (
    <ReviewFrame view={view} review={review} document={null} who={nothingTyped}>
      <Columns layout="single">
        <Column kind="do" label="Panel room">
          <Empty
            whole
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
