import { useState } from 'react'
import type { AttestedForm } from '../../../shared/competition/attested-view.ts'
import type { ProgressView } from '../../../shared/competition/progress-view.ts'
import type { ReviewView, View } from '../../../shared/competition/view.ts'
import { printedForm } from '../../../shared/print/printed-form.ts'
import { useApplication, useRead, useRubric } from '../../live/read.ts'
import { reviewPath } from '../../pages.ts'
import { ReviewFrame } from '../../review-frame.tsx'
import { Refused } from '../../room/refused.tsx'
import { useCommand } from '../../room/use-command.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { ClockTime } from '../../ui/clock-time.tsx'
import { Column, Columns } from '../../ui/columns.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Link } from '../../ui/link.tsx'
import { ReviewerMark } from '../../ui/reviewer-mark.tsx'
import { AttestedSheet } from './attested-sheet.tsx'
import { Return } from './seat-acts.tsx'
import './attested-page.css'

interface AttestedPageProps {
  readonly view: View
  readonly review: ReviewView
  readonly person: ProgressView & { readonly seat: number }
}

/** One attested form, for the monitor to prepare from. It is opened on each visit, and each opening is recorded. */
export function AttestedPage({ view, review, person }: AttestedPageProps) {
  const [opened, setOpened] = useState(false)
  const { label, seat, openedAt } = person
  // Taken back and given again, it is another form, and nobody has opened that one yet.
  const shown = opened && openedAt !== null && person.ready
  const form = useRead<AttestedForm>(
    shown ? `/api/reviews/${encodeURIComponent(review.id)}/attested/${seat}?opened=${openedAt}` : null,
    `The form of ${label}`,
  )
  return (
    <ReviewFrame
      view={view}
      review={review}
      document={null}
      who={{
        icon: 'lock',
        sentence: `You write nothing here. The other reviewers see what ${label} wrote at the reveal.`,
        short: 'You write nothing here',
      }}
    >
      <Columns layout="slate">
        <Column
          kind="read"
          label={`Form of ${label}`}
          head={
            <Link look="quiet" href={reviewPath(review.id, 'board')}>
              All seats
            </Link>
          }
        >
          <header className="attested-head">
            <h1 className="t-title">
              <ReviewerMark number={seat} size="large" /> {label}’s form
            </h1>
            {form.is === 'read' && shown && (
              <p className="second">
                As attested at <ClockTime at={form.value.attestedAt} />
              </p>
            )}
          </header>
          {!shown ? (
            <Shut view={view} review={review} person={person} onOpened={() => setOpened(true)} />
          ) : form.is === 'read' ? (
            <Sheet review={review} form={form.value} />
          ) : form.is === 'failed' ? (
            <Empty title={form.sentence} sentence="Nothing is lost by that.">
              <Button onClick={form.again}>Try again</Button>
            </Empty>
          ) : (
            <Empty title="Opening the form." sentence="It appears as soon as the server has sent it." />
          )}
        </Column>
        <Column kind="do" label="This form" ground="inset">
          <About review={review} person={person} form={shown && form.is === 'read' ? form.value : null} />
        </Column>
      </Columns>
    </ReviewFrame>
  )
}

interface ShutProps extends AttestedPageProps {
  readonly onOpened: () => void
}

function Shut({ view, review, person, onOpened }: ShutProps) {
  const { pending, refused, run } = useCommand()
  const { label, seat, ready, openedAt } = person
  if (!view.competition.rules.monitorReadsAttested) {
    return (
      <Empty
        title="In this competition nobody reads a form before the reveal."
        sentence="You see how far each reviewer is. Their points and comments come with the reveal."
      />
    )
  }
  if (!ready) {
    return (
      <Empty
        title={`${label} is not ready.`}
        sentence="Until a form is attested nobody but its reviewer sees it."
      />
    )
  }

  async function open(): Promise<void> {
    if (!(await run({ kind: 'form.open', review: review.id, seat }))) return
    announce(`The form of ${label} is open. That is recorded.`)
    onOpened()
  }

  return (
    <div className="attested-shut">
      <p>
        You can read it to prepare the discussion. Each opening is recorded in the journal, with your seat and
        the time. Nobody else on the panel sees the form before the reveal.
      </p>
      {openedAt !== null && (
        <p className="second">
          You last opened it at <ClockTime at={openedAt} />.
        </p>
      )}
      <div>
        <Button kind="primary" pending={pending} onClick={() => void open()}>
          Open the form
        </Button>
      </div>
      <Refused sentence={refused} />
    </div>
  )
}

function Sheet({ review, form }: { review: ReviewView; form: AttestedForm }) {
  const rubric = useRubric(review.rubric)
  const reading = useApplication(review.application.id, review.application.edition)
  if (rubric.is !== 'read')
    return <Empty title="Opening the form." sentence="It appears as soon as the server has sent it." />
  const documents = reading.is === 'read' ? reading.value.documents : []
  const sheet = printedForm({ rubric: rubric.value, record: form.record, documents })
  return <AttestedSheet form={sheet} changed={form.returned?.changedRows ?? []} />
}

interface AboutProps {
  readonly review: ReviewView
  readonly person: ProgressView & { readonly seat: number }
  /** Null while it is not open. */
  readonly form: AttestedForm | null
}

function About({ review, person, form }: AboutProps) {
  const { returned, ready } = person
  return (
    <section className="attested-about" aria-labelledby="attested-about">
      <h2 className="t-heading" id="attested-about">
        Better comments
      </h2>
      {returned && (
        <>
          <p>
            You returned it at <ClockTime at={returned.at} />:
          </p>
          <blockquote className="attested-reason">{returned.reason}</blockquote>
        </>
      )}
      {returned && !ready && <p className="second">It is open for its reviewer again.</p>}
      {returned && form && <p>{changedSentence(form)}</p>}
      {!returned && (
        <p className="second">
          Where comments give too little to go on, return the form with a reason. Points are the reviewer’s
          alone.
        </p>
      )}
      {ready && (
        <div>
          <Return review={review} person={person} seat={person.seat} kind="plain" />
        </div>
      )}
    </section>
  )
}

function changedSentence({ returned }: AttestedForm): string {
  const rows = returned?.changedRows ?? []
  if (rows.length === 0) return 'No points have changed since.'
  return rows.length === 1
    ? `The points of one row have changed since: ${rows[0]}.`
    : `The points of ${rows.length} rows have changed since: ${rows.join(', ')}.`
}
