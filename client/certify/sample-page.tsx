import type { ReviewView, View } from '../../shared/competition/view.ts'
import { reviewPath } from '../pages.ts'
import { HomeFrame } from '../review-frame.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { Link } from '../ui/link.tsx'
import { SpreadReading } from './spread-reading.tsx'
import './sample-page.css'

/** For those who scored the sample: how far apart it came out, once staff have opened that. */
export function SamplePage({ view }: { readonly view: View }) {
  const { calibration } = view
  const review = view.reviews.find(({ id }) => id === calibration?.review)
  return (
    <HomeFrame view={view} title="Sample">
      <Columns layout="single">
        <Column kind="do" label="Sample">
          <div className="sample-page">
            <p>
              <Link look="quiet" href="/">
                My applications
              </Link>
            </p>
            {!calibration || !review ? (
              <Empty
                whole
                title="There is no sample."
                sentence="Where staff choose an application that everybody scores first, it stands here."
              />
            ) : calibration.shown ? (
              <Shown review={review} />
            ) : (
              <NotShown review={review} due={calibration.due} />
            )}
          </div>
        </Column>
      </Columns>
    </HomeFrame>
  )
}

function Shown({ review }: { readonly review: ReviewView }) {
  const { id, application, ready, mine } = review
  return (
    <>
      <h1 className="t-title">How far apart the sample came out</h1>
      <p className="sample-page-words">
        Each dot is a score for {application.applicant}, a larger one several; whose, is not said.{' '}
        {mine?.attestedAt != null
          ? 'Your own is marked under the dots, with its number beside it. '
          : 'You have not given yours as ready. '}
        Nobody is asked to change anything: it is for the applications to come.{' '}
        <Link href={reviewPath(id, 'score')}>Your form</Link>
      </p>
      <SpreadReading edition={`${ready?.count} of ${ready?.of}`} own={mine?.attestedAt != null} />
    </>
  )
}

function NotShown({ review, due }: { readonly review: ReviewView; readonly due: boolean }) {
  const { id, application, mine } = review
  return (
    <Empty
      whole
      title={due ? 'Score the sample first.' : 'You are ready with the sample.'}
      sentence={
        due
          ? `Everybody scores ${application.applicant} before the real applications, which take no points until then.`
          : 'When staff open the spread of all scores, it stands here, without names and with your own.'
      }
    >
      <ButtonLink kind={due ? 'primary' : 'plain'} href={reviewPath(id, mine ? 'score' : 'conflicts')}>
        {due ? `Score ${application.applicant}` : 'Your form'}
      </ButtonLink>
    </Empty>
  )
}
