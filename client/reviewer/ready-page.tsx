import { useState } from 'react'
import type { MineView, ReviewView, View } from '../../shared/competition/view.ts'
import { formHash, formTotal, type FormRecord } from '../../shared/form/form-record.ts'
import { missingFromForm, type Missing } from '../../shared/form/missing.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { send, useLine } from '../live/connection.ts'
import { useDocument, whenSaved, type OpenDocument } from '../live/documents.ts'
import { recordOf, useRecord } from '../live/use-record.ts'
import { goTo, reviewPath } from '../pages.ts'
import { ReviewFrame } from '../review-frame.tsx'
import { announce } from '../ui/announce.tsx'
import { Blockers } from '../ui/blockers.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'
import { rowStatuses } from './form-items.ts'
import { FormSummary } from './form-summary.tsx'
import { readOnlySentence } from './read-only-sentence.ts'
import { TakeBack } from './take-back.tsx'
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
  const readOnly = readOnlySentence(review)
  return (
    <ReviewFrame view={view} review={review} document={open} readOnly={readOnly && `${readOnly} Read only.`}>
      {mine && open?.status.synced ? (
        <Check review={review} rubric={rubric} mine={mine} open={open} />
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

interface CheckProps extends Omit<ReadyPageProps, 'view'> {
  readonly mine: MineView
  readonly open: OpenDocument
}

function Check({ review, rubric, mine, open }: CheckProps) {
  const record = useRecord(open.doc, rubric)
  const missing = missingFromForm(record, rubric)
  return (
    <Columns layout="halves">
      <Column kind="read" label="Your form">
        <FormSummary record={record} rubric={rubric} review={review.id} />
      </Column>
      <Column kind="do" label="Ready check">
        <div className="ready-page">
          <header>
            <p className="second t-small">
              <ReadyCount review={review} />
            </p>
            <h1 className="t-title">Ready check</h1>
          </header>
          {mine.attestedAt !== null || review.revealed || mine.excused ? (
            <Attested review={review} mine={mine} />
          ) : (
            <>
              <p className="second">
                <RowsComplete record={record} rubric={rubric} />
              </p>
              <Attest review={review} rubric={rubric} record={record} missing={missing} open={open} />
              {missing.length > 0 && <h2 className="visually-hidden">What is missing</h2>}
              <Blockers
                title="Not ready yet"
                things={missing.map((thing) => blockerOf(review.id, rubric, thing))}
              />
            </>
          )}
        </div>
      </Column>
    </Columns>
  )
}

function ReadyCount({ review: { ready } }: { review: ReviewView }) {
  if (!ready) return null
  return (
    <>
      {ready.count} of {ready.of} ready on your panel
    </>
  )
}

/** The tree's count, with what it counts. */
function RowsComplete({ record, rubric }: { record: FormRecord; rubric: Rubric }) {
  const statuses = rowStatuses(record, rubric)
  const complete = statuses.filter((status) => status === 'complete').length
  return (
    <>
      {complete} of {statuses.length} rows complete, with points and both comments.
    </>
  )
}

/** A thing that is missing, with the page where it can be given. A criterion's comments stand at each of its rows. */
function blockerOf(
  review: string,
  rubric: Rubric,
  { sentence, at }: Missing,
): { sentence: string; href: string } {
  const row =
    at.kind === 'criterion' ? rubric.criteria.find(({ id }) => id === at.id)?.rows[0]?.id : undefined
  return { sentence, href: reviewPath(review, 'score', row ?? at.id) }
}

interface AttestProps {
  readonly review: ReviewView
  readonly rubric: Rubric
  readonly record: FormRecord
  readonly missing: readonly Missing[]
  readonly open: OpenDocument
}

function Attest({ review, rubric, record, missing, open }: AttestProps) {
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const line = useLine()
  const first = missing[0]

  async function attest(): Promise<void> {
    setPending(true)
    setRefused(null)
    await whenSaved(open.name)
    const hash = formHash(recordOf(open.doc, rubric))
    const answer = await send({ kind: 'form.attest', review: review.id, hash })
    setPending(false)
    if ('refused' in answer) setRefused(answer.sentence)
    else announce('You are ready. Your form can be read and no longer written.')
  }

  if (first) {
    const things = missing.length === 1 ? '1 thing' : `${missing.length} things`
    return (
      <div>
        <Button kind="cannotYet" onClick={() => goTo(blockerOf(review.id, rubric, first).href)}>
          Say ready: {things} missing
        </Button>
      </div>
    )
  }
  return (
    <div className="ready-attest">
      <p>
        My {rubric.totals.rows} rows add up to <strong>{formTotal(record)}</strong> of {rubric.totals.points}.
        These are my own preliminary scores and comments. I gave them without knowing those of the other
        reviewers.
      </p>
      <p className="second">
        Saying ready attests to this and closes your form. You can take it back until your panel monitor
        reveals the scores.
      </p>
      <div>
        <Button kind="primary" pending={pending} onClick={() => void attest()}>
          Say ready
        </Button>
      </div>
      {pending && (line === 'offline' || open.status.since !== null) && (
        <p className="second" role="status">
          {open.status.unable
            ? 'The server cannot save at the moment. You are ready once it can; keep this tab open.'
            : 'There is no line. You are ready once it is back; keep this tab open.'}
        </p>
      )}
      {refused && (
        <FieldSentence id="attest-refused" kind="fault">
          {refused}
        </FieldSentence>
      )}
    </div>
  )
}

function Attested({ review, mine }: { review: ReviewView; mine: MineView }) {
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
        {review.revealed
          ? 'The scores are revealed; your form stands as you attested it.'
          : 'Your form can be read and no longer written. Nobody has seen it; your panel monitor reveals all forms at once.'}
      </p>
      {review.room ? (
        <div>
          <ButtonLink kind="primary" href={reviewPath(review.id, 'room')}>
            Go to the panel room
          </ButtonLink>
        </div>
      ) : (
        !review.lock && <TakeBack review={review} />
      )}
    </div>
  )
}
