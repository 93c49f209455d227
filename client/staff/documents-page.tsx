import { useRef } from 'react'
import type { ReadingDocument } from '../../shared/application/reading.ts'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { useSave } from '../live/save-state.ts'
import { useApplication } from '../live/read.ts'
import { reviewPath } from '../pages.ts'
import { audienceOf, ReviewFrame } from '../review-frame.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import type { Audience } from '../ui/frame.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import type { Save } from '../ui/save-status.tsx'
import { AddFiles } from './add-files.tsx'
import { DocumentsTable } from './documents-table.tsx'
import { Leaving } from './leaving.tsx'
import { isBusy, toApplication } from './sending.ts'
import { useArranging, type Arranging } from './use-arranging.ts'
import { useSending } from './use-sending.ts'
import './documents-page.css'

interface DocumentsPageProps {
  readonly view: View
  readonly review: ReviewView
}

/** The files of an application in their order, and adding more. */
export function DocumentsPage({ view, review }: DocumentsPageProps) {
  const { applicant } = review.application
  const reading = useApplication(review.application.id, review.application.edition)
  const arranging = useArranging(review, reading.is === 'read' ? reading.value.documents : noDocuments)
  const { files, sending } = useSending(toApplication(review.id))
  const save = useArrangingSave(review, arranging)
  const title = useRef<HTMLHeadingElement>(null)
  const locked = review.lock !== null
  return (
    <ReviewFrame
      view={view}
      review={review}
      document={null}
      who={locked ? audienceOf(review) : readers}
      save={save}
    >
      <Columns layout="slate">
        <Column kind="read" label="Documents">
          <p className="documents-back">
            <Link look="quiet" href={reviewPath(review.id, 'lock')}>
              {applicant}
            </Link>
          </p>
          <div className="documents-head">
            <h1 ref={title} tabIndex={-1} className="t-title">
              Documents of {applicant}
            </h1>
            {reading.is === 'read' && reading.value.documents.length > 0 && (
              <ButtonLink size="small" href={reviewPath(review.id, 'places')}>
                Where each criterion is answered
              </ButtonLink>
            )}
          </div>
          {locked && (
            <p className="documents-locked">
              <Icon name="lock" />
              {applicant} is locked. Its documents stay as they are.
            </p>
          )}
          {reading.is === 'read' ? (
            <DocumentsTable
              review={review}
              application={reading.value}
              arranging={arranging}
              onGone={() => title.current?.focus()}
            />
          ) : reading.is === 'failed' ? (
            <Empty title={reading.sentence} sentence="Nothing is lost; the documents are on the server.">
              <Button onClick={reading.again}>Try again</Button>
            </Empty>
          ) : (
            <p className="third">Reading the documents.</p>
          )}
        </Column>
        {!locked && (
          <Column kind="do" label="Add files" ground="inset">
            <AddFiles files={files} sending={sending} to={applicant} most={limits.documents}>
              <p className="add-files-many">
                Many files? Whoever runs the server can add them from its command line:{' '}
                <code>npm run import -- --application {review.application.id} *.pdf</code>
              </p>
            </AddFiles>
          </Column>
        )}
      </Columns>
      <Leaving
        asks={isBusy(files) || arranging.waits}
        title="Leave before it is on the server?"
        stay="Stay here"
        leave="Stop and leave"
      >
        Something is still on its way to the server. Files that have not arrived are not added when you leave,
        and a change that has not arrived may not be made.
      </Leaving>
    </ReviewFrame>
  )
}

const noDocuments: readonly ReadingDocument[] = []

/** What the foot line says of titles, kinds and order; that there is no line, or a lock, comes first. */
function useArrangingSave(review: ReviewView, { waits, changedAt, savedAt }: Arranging): Save {
  const save = useSave({ document: null, lock: review.lock })
  if (save.is !== 'live' || changedAt === null) return save
  if (!waits && savedAt !== null) return { is: 'saved', typedAt: changedAt, savedAt }
  // An earlier change may have arrived after the last was made.
  const before = savedAt !== null && savedAt < changedAt ? savedAt : undefined
  return { is: 'typed', typedAt: changedAt, savedAt: before }
}

const readers: Audience = {
  icon: 'eye',
  sentence: 'Whoever has certified can read these documents. Nothing is typed here but their titles.',
  short: 'Whoever has certified',
}
