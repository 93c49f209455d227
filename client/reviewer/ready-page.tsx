import type { MineView, ReviewView, View } from '../../shared/competition/view.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { useDocument, type OpenDocument } from '../live/documents.ts'
import { useRecord } from '../live/use-record.ts'
import { formPdfPath, reviewPath } from '../pages.ts'
import { ReviewFrame } from '../review-frame.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { Link } from '../ui/link.tsx'
import { AskedOfMe } from './asked-of-me.tsx'
import { Attest } from './attest.tsx'
import { formAudience } from './form-audience.ts'
import { rowStatuses, type Comments } from './form-items.ts'
import { FormOpenedAnew } from './opened-anew.tsx'
import { FormSummary } from './form-summary.tsx'
import { LackingList } from './lacking-list.tsx'
import { useNudge } from './nudge.tsx'
import { readOnlySentence } from './read-only-sentence.ts'
import { lacking } from './ready-items.ts'
import { WhyReadOnly } from './why-read-only.tsx'
import { ShortComments } from './short-comments.tsx'
import { mayTakeBack, TakeBack } from './take-back.tsx'
import './ready-page.css'

interface ReadyPageProps {
  readonly view: View
  readonly review: ReviewView
  readonly rubric: Rubric
}

/** What a form still lacks, each thing a link to where it is mended; and saying ready. */
export function ReadyPage({ view, review, rubric }: ReadyPageProps) {
  const { mine } = review
  const open = useDocument(mine?.form.name ?? null)
  const readOnly = readOnlySentence(review, view)
  const nudge = useNudge(review)
  return (
    <ReviewFrame
      view={view}
      review={review}
      document={open}
      readOnly={readOnly && `${readOnly} Read only.`}
      who={formAudience(view, review)}
      message={nudge}
    >
      {mine && open?.status.synced ? (
        <Check view={view} review={review} rubric={rubric} mine={mine} open={open} />
      ) : (
        <Columns layout="single">
          <Column kind="do" label="Ready check">
            <Empty title="Opening your form." sentence="It appears as soon as the server has sent it." />
          </Column>
        </Columns>
      )}
    </ReviewFrame>
  )
}

interface CheckProps extends ReadyPageProps {
  readonly mine: MineView
  readonly open: OpenDocument
}

function Check({ view, review, rubric, mine, open }: CheckProps) {
  const record = useRecord(open.doc, rubric)
  const { comments } = view.competition.rules
  const parts = lacking(record, rubric, comments)
  return (
    <Columns layout="halves">
      <Column kind="read" label="Your form">
        <FormSummary record={record} rubric={rubric} review={review.id} comments={comments} />
      </Column>
      <Column kind="do" label="Ready check">
        <div className="ready-page">
          <header>
            <p className="second t-small">
              <ReadyCount review={review} />
            </p>
            <h1 className="t-title">Ready check</h1>
            <p className="ready-print">
              <Link href={reviewPath(review.id, 'print')}>Print view of your form</Link>
              <Link href={formPdfPath(review.id)} download>
                As PDF
              </Link>
            </p>
          </header>
          {mine.attestedAt !== null || review.revealed || mine.excused ? (
            <Attested view={view} review={review} mine={mine} />
          ) : !mine.form.writable ? (
            <WhyReadOnly review={review} mine={mine} />
          ) : (
            <>
              <AskedOfMe mine={mine} />
              <FormOpenedAnew review={review} rubric={rubric} mine={mine} />
              <p className="second">
                <RowsComplete record={record} rubric={rubric} comments={comments} />{' '}
                {parts.length === 0 && mine.askedAnew === null && (
                  <strong className="ready-nothing">Nothing is missing.</strong>
                )}
              </p>
              <Attest view={view} review={review} rubric={rubric} record={record} parts={parts} open={open} />
              <LackingList review={review.id} parts={parts} />
              <ShortComments view={view} review={review.id} rubric={rubric} record={record} />
            </>
          )}
        </div>
      </Column>
    </Columns>
  )
}

function ReadyCount({ review: { tier, ready } }: { review: ReviewView }) {
  if (!ready) return null
  return (
    <>
      {ready.count} of {ready.of} ready {tier === 0 ? 'with the sample' : 'on your panel'}
    </>
  )
}

interface RowsCompleteProps {
  readonly record: FormRecord
  readonly rubric: Rubric
  readonly comments: Comments
}

/** The tree's count, with what it counts. */
function RowsComplete({ record, rubric, comments }: RowsCompleteProps) {
  const statuses = rowStatuses(record, rubric, comments)
  const complete = statuses.filter((status) => status === 'complete').length
  return (
    <>
      {complete} of {statuses.length} rows complete, with points
      {comments === 'required' && ' and both comments'}.
    </>
  )
}

function Attested({ view, review, mine }: { view: View; review: ReviewView; mine: MineView }) {
  if (mine.excused) {
    return (
      <p>
        Staff excused your seat at <ClockTime at={mine.excused.at} />. Your form is not asked for.
      </p>
    )
  }
  return (
    <div className="ready-attest">
      <p>
        {mine.attestedAt !== null && (
          <>
            <strong>
              You said ready at <ClockTime at={mine.attestedAt} />.
            </strong>{' '}
          </>
        )}
        {review.tier === 0
          ? 'Your form can be read and no longer written. Staff see the scores of all without names, and can open their spread to everybody who scored it.'
          : review.revealed
            ? 'The scores are revealed; your form stands as you attested it.'
            : `Your form can be read and no longer written. ${whoReadsIt(view)} Your panel monitor reveals all forms at once.`}
      </p>
      {review.room ? (
        <div>
          <ButtonLink kind="primary" href={reviewPath(review.id, 'room')}>
            Go to the panel room
          </ButtonLink>
        </div>
      ) : (
        mayTakeBack(review, view) && <TakeBack review={review} />
      )}
    </div>
  )
}

/** From *ready* on, before the reveal. */
function whoReadsIt({ competition: { rules } }: View): string {
  return rules.monitorReadsAttested
    ? 'Your panel monitor may open it to prepare, and each opening is recorded. Nobody else sees it.'
    : 'Nobody has seen it.'
}
