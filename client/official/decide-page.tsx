import type { AbsoluteView } from '../../shared/competition/absolute-view.ts'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { useRubric } from '../live/read.ts'
import { ReadingColumn } from '../reading/reading-column.tsx'
import { ReviewFrame } from '../review-frame.tsx'
import { Dated } from '../reviewer/dated.tsx'
import { PriorityWording } from '../reviewer/priority-wording.tsx'
import { metWord } from '../room/absolute-words.ts'
import { Button } from '../ui/button.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { Link } from '../ui/link.tsx'
import { ReviewerMark } from '../ui/reviewer-mark.tsx'
import { DecideForm } from './decide-form.tsx'
import { officialAudience } from './official-audience.ts'
import { countSentence, standingOf } from './standing.ts'
import './decide-page.css'

interface DecidePageProps {
  readonly view: View
  readonly review: ReviewView
}

/** One closed review for the selecting official: the application to read, what each seat says with its reasons, and the decision in writing. */
export function DecidePage({ view, review }: DecidePageProps) {
  const rubric = useRubric(review.rubric)
  return (
    <ReviewFrame view={view} review={review} document={null} who={officialAudience}>
      {rubric.is === 'read' ? (
        <Deciding review={review} rubric={rubric.value} />
      ) : (
        <Columns layout="single">
          <Column kind="do" label="Absolute priority">
            {rubric.is === 'failed' && (
              <Empty title={rubric.sentence} sentence="This page goes on by itself.">
                <Button onClick={rubric.again}>Try again</Button>
              </Empty>
            )}
          </Column>
        </Columns>
      )}
    </ReviewFrame>
  )
}

function Deciding({ review, rubric }: { review: ReviewView; rubric: Rubric }) {
  const priorities = review.absolute ?? []
  return (
    <Columns layout="halves">
      <ReadingColumn review={review} rubric={rubric} item={priorities[0]?.priority ?? null} />
      <Column
        kind="do"
        label="Absolute priority"
        head={
          <Link look="quiet" href="/">
            All applications
          </Link>
        }
      >
        {priorities.map((absolute) => (
          <Priority key={absolute.priority} review={review} rubric={rubric} absolute={absolute} />
        ))}
      </Column>
    </Columns>
  )
}

interface PriorityProps {
  readonly review: ReviewView
  readonly rubric: Rubric
  readonly absolute: AbsoluteView
}

function Priority({ review, rubric, absolute }: PriorityProps) {
  const priority = rubric.priorities.find(({ id }) => id === absolute.priority)
  return (
    <div className="decide">
      <header className="decide-head">
        <p className="second t-small">Absolute priority: {absolute.title}</p>
        <h1 className="t-title">Does {review.application.applicant} meet the absolute priority?</h1>
      </header>
      {priority && <PriorityWording priority={priority} />}
      <Count absolute={absolute} />
      <Standing review={review} absolute={absolute} />
      <Seats absolute={absolute} />
    </div>
  )
}

function Count({ absolute }: { absolute: AbsoluteView }) {
  const { counted, answered, of } = absolute
  if (!counted) {
    return (
      <p className="decide-count">
        <span className="t-figure">{answered}</span> of {of} have answered since the close. The count comes
        once all have, or once staff have locked the review.
      </p>
    )
  }
  return (
    <p className="decide-count">
      <span className="t-figure">{counted.met}</span> of {counted.answers.length} say met.{' '}
      {answered < of &&
        `${of - answered} did not answer after the close; what their signed form says counts. `}
      The notice gives no majority rule for it: you decide.
    </p>
  )
}

function Standing({ review, absolute }: Pick<PriorityProps, 'review' | 'absolute'>) {
  const { decided } = absolute
  if (decided) {
    return (
      <section className="decide-done" aria-labelledby="decided">
        <h2 className="t-heading" id="decided">
          Decided: {decided.outcome === 'met' ? 'Met' : 'Not met'}
        </h2>
        <p className="second">
          By {decided.by}, <Dated at={decided.at} />. It is in the record and cannot be taken back here.
        </p>
        <p className="decide-words">{decided.reasons}</p>
      </section>
    )
  }
  return standingOf(absolute) === 'toDecide' ? <DecideForm review={review} absolute={absolute} /> : null
}

function Seats({ absolute }: { absolute: AbsoluteView }) {
  const { counted } = absolute
  if (!counted) return null
  return (
    <section aria-labelledby="by-seat">
      <h2 className="t-heading" id="by-seat">
        What each seat says
      </h2>
      <p className="visually-hidden">{countSentence(absolute)}</p>
      <ul className="decide-seats">
        {counted.answers.map(({ seat, answer, reasons }) => (
          <li key={seat}>
            <p className="decide-seat">
              <ReviewerMark number={seat} />
              <span>Seat {seat}</span>
              <strong>{answer === null ? 'No answer' : metWord(answer)}</strong>
            </p>
            <p className={reasons ? 'decide-words' : 'third'}>{reasons ?? 'No reasons written.'}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
