import { useState } from 'react'
import { seatName } from '../../shared/competition/seat-name.ts'
import type { MineView, ReviewView, View } from '../../shared/competition/view.ts'
import { formStatus } from '../../shared/print/form-status.ts'
import { momentWords } from '../../shared/print/moment-words.ts'
import { printedForm } from '../../shared/print/printed-form.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { useDocument, type OpenDocument } from '../live/documents.ts'
import { useApplication } from '../live/read.ts'
import { useRecord } from '../live/use-record.ts'
import { formPdfPath, reviewPath } from '../pages.ts'
import { ReviewFrame } from '../review-frame.tsx'
import { tierWords } from '../../shared/print/tier-words.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { Link } from '../ui/link.tsx'
import { PrintedSheet } from './printed-sheet.tsx'
import './print-page.css'

interface PrintPageProps {
  readonly view: View
  readonly review: ReviewView
  readonly rubric: Rubric
}

/** One's own form as it comes out of a printer: before the reveal the form, after it one's own column. */
export function PrintPage({ view, review, rubric }: PrintPageProps) {
  const { mine } = review
  const open = useDocument(documentOf(review))
  return (
    <ReviewFrame view={view} review={review} document={null}>
      <Columns layout="single">
        <Column kind="read" label="Your form, for print">
          {mine && open?.status.synced ? (
            <Sheet view={view} review={review} rubric={rubric} mine={mine} open={open} />
          ) : (
            <Empty title="Opening your form." sentence="It appears as soon as the server has sent it." />
          )}
        </Column>
      </Columns>
    </ReviewFrame>
  )
}

interface SheetProps extends PrintPageProps {
  readonly mine: MineView
  readonly open: OpenDocument
}

function Sheet({ view, review, rubric, mine, open }: SheetProps) {
  const inRoom = isInRoom(review)
  const record = useRecord(open.doc, rubric, inRoom ? mine.seat : undefined)
  const reading = useApplication(review.application.id, review.application.edition)
  // When it was opened: what changes here afterwards is drawn, and the moment of a print is its own.
  const [now] = useState(() => Date.now())
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const form = printedForm({
    rubric,
    record,
    attested: inRoom ? review.panel?.find(({ seat }) => seat === mine.seat)?.attested : undefined,
    documents: reading.is === 'read' ? reading.value.documents : [],
  })
  const status = formStatus({
    excusedAt: mine.excused?.at ?? null,
    attestedAt: mine.attestedAt,
    revealedAt: review.revealed?.at ?? null,
    signedAt: mine.signedAt,
    lockedAt: review.lock?.at ?? null,
  })
  return (
    <>
      <div className="print-tools">
        <Button kind="primary" onClick={() => print()}>
          Print
        </Button>
        <ButtonLink href={formPdfPath(review.id)} download icon="download">
          As PDF
        </ButtonLink>
        <Link href={review.room ? reviewPath(review.id, 'room') : reviewPath(review.id, 'score')}>
          {review.room ? 'Back to the panel room' : 'Back to your form'}
        </Link>
      </div>
      <PrintedSheet
        form={form}
        applicant={review.application.applicant}
        facts={`${view.competition.title}. ${tierWords(review.tier)}. ${seatName(mine.seat)}.`}
        status={status.at === null ? status.words : `${status.words} ${momentWords(status.at, timeZone)}`}
        printed={momentWords(now, timeZone)}
        running={`${review.application.applicant}, ${seatName(mine.seat)}: ${status.words}`}
        rehearsal={view.competition.rehearsal}
      />
    </>
  )
}

function documentOf(review: ReviewView): string | null {
  return (isInRoom(review) ? review.room?.name : review.mine?.form.name) ?? null
}

/** A column is there for whoever was ready before the reveal. */
function isInRoom({ room, mine }: ReviewView): boolean {
  return room !== null && mine?.attestedAt !== null
}
