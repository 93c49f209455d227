import { useState } from 'react'
import type { MineView, ReviewView, View } from '../../shared/competition/view.ts'
import { formHash, formTotal, type FormRecord } from '../../shared/form/form-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { send, useLine } from '../live/connection.ts'
import { useDocument, whenSaved, type OpenDocument } from '../live/documents.ts'
import { recordOf, useRecord } from '../live/use-record.ts'
import { formPdfPath, goTo, reviewPath } from '../pages.ts'
import { ReviewFrame } from '../review-frame.tsx'
import { counted } from '../room/number-words.ts'
import { announce } from '../ui/announce.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'
import { Link } from '../ui/link.tsx'
import { rowStatuses } from './form-items.ts'
import { FormSummary } from './form-summary.tsx'
import { LackingList } from './lacking-list.tsx'
import { readOnlySentence } from './read-only-sentence.ts'
import { lacking, shortComments, type Lacking } from './ready-items.ts'
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
  const parts = lacking(record, rubric)
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
            <p className="ready-print">
              <Link href={reviewPath(review.id, 'print')}>Print view of your form</Link>
              <Link href={formPdfPath(review.id)} download>
                As PDF
              </Link>
            </p>
          </header>
          {mine.attestedAt !== null || review.revealed || mine.excused ? (
            <Attested review={review} mine={mine} />
          ) : (
            <>
              <p className="second">
                <RowsComplete record={record} rubric={rubric} />{' '}
                {parts.length === 0 && <strong className="ready-nothing">Nothing is missing.</strong>}
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

interface ShortCommentsProps {
  readonly view: View
  readonly review: string
  readonly rubric: Rubric
  readonly record: FormRecord
}

/** Comments that are shorter than the competition asks for: pointed out, and in nobody’s way. */
function ShortComments({ view, review, rubric, record }: ShortCommentsProps) {
  const { shortestComment } = view.competition
  const short = shortComments(record, rubric, shortestComment)
  if (short.length === 0) return null
  return (
    <section className="ready-short" aria-labelledby="ready-short-title">
      <h2 className="t-subheading" id="ready-short-title">
        Shorter than {counted(shortestComment ?? 0, 'character')}
      </h2>
      <p className="second t-small">
        This competition asks for at least that in a comment. You can say ready with shorter ones.
      </p>
      <ul className="ready-short-list">
        {short.map(({ sentence, item }) => (
          <li key={sentence}>
            <Link href={reviewPath(review, 'score', item)}>{sentence}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface AttestProps {
  readonly view: View
  readonly review: ReviewView
  readonly rubric: Rubric
  readonly record: FormRecord
  readonly parts: readonly Lacking[]
  readonly open: OpenDocument
}

function Attest({ view, review, rubric, record, parts, open }: AttestProps) {
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const line = useLine()
  const first = parts[0]?.things[0]
  const { attestation } = view.competition

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
    const things = parts.reduce((sum, part) => sum + part.things.length, 0)
    return (
      <div>
        <Button kind="cannotYet" onClick={() => goTo(reviewPath(review.id, 'score', first.item))}>
          Say ready: {counted(things, 'thing')} missing
        </Button>
      </div>
    )
  }
  return (
    <div className="ready-attest">
      <p>
        My {rubric.totals.rows} rows add up to <strong>{formTotal(record)}</strong> of {rubric.totals.points}.{' '}
        {attestation === null &&
          'These are my own preliminary scores and comments. I gave them without knowing those of the other reviewers.'}
      </p>
      {attestation !== null && <p className="ready-words">{attestation}</p>}
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
