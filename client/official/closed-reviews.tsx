import type { AbsoluteView } from '../../shared/competition/absolute-view.ts'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import { useRubric } from '../live/read.ts'
import { certifyPath, reviewPath } from '../pages.ts'
import { HomeFrame } from '../review-frame.tsx'
import { Dated } from '../reviewer/dated.tsx'
import { capitalized, numberWord } from '../room/number-words.ts'
import { tierWords } from '../../shared/print/tier-words.ts'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { officialAudience } from './official-audience.ts'
import { countSentence, standingOf } from './standing.ts'
import './closed-reviews.css'

/** A line for each closed review: what its panel says of the absolute priority, and what was decided. Without such a priority, that. */
export function ClosedReviews({ view }: { view: View }) {
  const rubric = useRubric(view.competition.rubric)
  const decides =
    rubric.is !== 'read' ||
    rubric.value.priorities.some(({ kind }) => kind === 'absolute') ||
    view.reviews.some(({ absolute }) => (absolute ?? []).length > 0)
  const open = view.reviews.filter(({ absolute }) =>
    (absolute ?? []).some((each) => standingOf(each) === 'toDecide'),
  )
  if (!decides) return <NothingToDecide view={view} />
  return (
    <HomeFrame view={view} title="Absolute priority" who={officialAudience}>
      <Columns layout="single">
        <Column kind="do" label="Absolute priority">
          <h1 className="t-title">{headline(view, open.length)}</h1>
          {view.reviews.length === 0 ? (
            <Empty
              title="No review is closed yet."
              sentence="When a panel has closed its review, its answers on the absolute priority come here."
            />
          ) : (
            <>
              <p className="second closed-reviews-rule">
                Each reviewer says met or not met, with reasons. The notice gives no majority rule: you
                decide, in writing.
              </p>
              <Reviews reviews={view.reviews} />
            </>
          )}
        </Column>
      </Columns>
    </HomeFrame>
  )
}

/** A rubric without an absolute priority leaves the official nothing to decide on these pages. */
function NothingToDecide({ view }: { view: View }) {
  return (
    <HomeFrame view={view} title="Your decisions">
      <Columns layout="single">
        <Column kind="do" label="Your decisions">
          <Empty
            whole
            title="Nothing here is yours to decide."
            sentence="The rubric of this competition has no priority that the selecting official decides on. You certify conflicts of interest here, as everybody does."
          >
            {view.certify && <Link href={certifyPath}>Conflicts of interest</Link>}
          </Empty>
        </Column>
      </Columns>
    </HomeFrame>
  )
}

function headline({ reviews }: View, open: number): string {
  if (reviews.length === 0) return 'Absolute priority'
  if (open === 0) return 'Nothing waits for your decision'
  return open === 1
    ? 'One application waits for your decision'
    : `${capitalized(numberWord(open))} applications wait for your decision`
}

function Reviews({ reviews }: { reviews: readonly ReviewView[] }) {
  return (
    <table className="closed-reviews">
      <caption className="visually-hidden">Closed reviews and their absolute priority</caption>
      <thead>
        <tr>
          <th scope="col">Applicant</th>
          <th scope="col">Closed</th>
          <th scope="col">The panel</th>
          <th scope="col">Your decision</th>
        </tr>
      </thead>
      <tbody>
        {reviews.flatMap((review) =>
          (review.absolute ?? []).map((absolute) => (
            <tr key={`${review.id} ${absolute.priority}`}>
              <th scope="row">
                <Link look="quiet" href={reviewPath(review.id, 'final')}>
                  {review.application.applicant}
                </Link>{' '}
                <span className="third">{tierWords(review.tier)}</span>
              </th>
              <td data-label="Closed">{review.closed && <Dated at={review.closed.at} />}</td>
              <td data-label="The panel">{countSentence(absolute)}</td>
              <td data-label="Your decision">
                <Decision review={review} absolute={absolute} />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

function Decision({ review, absolute }: { review: ReviewView; absolute: AbsoluteView }) {
  const { decided } = absolute
  if (decided) {
    return (
      <>
        <Icon name="check" size="small" /> <strong>{decided.outcome === 'met' ? 'Met' : 'Not met'}</strong>,{' '}
        <Dated at={decided.at} />
      </>
    )
  }
  if (standingOf(absolute) === 'waits') return <span className="third">waits for the panel</span>
  return <Link href={reviewPath(review.id, 'final')}>Decide</Link>
}
