import type { ReactNode } from 'react'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import type { Place } from '../../shared/form/edits.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { useView } from '../live/connection.ts'
import { useDocument, type OpenDocument } from '../live/documents.ts'
import { useRubric } from '../live/read.ts'
import { ReviewFrame } from '../review-frame.tsx'
import { Button } from '../ui/button.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { isPublished, useColumns, type RoomColumn } from './room-columns.ts'

/** A panel's room with everything its pages need, open and live. */
export interface OpenRoom {
  readonly view: View
  readonly review: ReviewView
  readonly rubric: Rubric
  readonly document: OpenDocument
  readonly columns: readonly RoomColumn[]
  /** One's own column; null for who has no seat. */
  readonly mine: MyColumn | null
}

export interface MyColumn {
  readonly column: RoomColumn
  /** Where it is written. */
  readonly place: Place
  readonly writable: boolean
}

export interface WithRoomProps {
  readonly review: ReviewView
  readonly children: (room: OpenRoom) => ReactNode
}

/** Opens the room of a review and shows its page once the server's copy is here; until then it says what it waits for. */
export function WithRoom({ review, children }: WithRoomProps) {
  const view = useView()
  const rubric = useRubric(review.rubric)
  const document = useDocument(review.room?.name ?? null)
  if (!view) return null
  if (rubric.is === 'read' && document?.status.synced) {
    return (
      <LiveRoom view={view} review={review} rubric={rubric.value} document={document}>
        {children}
      </LiveRoom>
    )
  }
  return (
    <Waiting
      view={view}
      review={review}
      document={document}
      failed={rubric.is === 'failed' ? rubric : null}
    />
  )
}

interface LiveRoomProps extends Pick<OpenRoom, 'view' | 'review' | 'rubric' | 'document'> {
  readonly children: WithRoomProps['children']
}

function LiveRoom({ children, ...open }: LiveRoomProps) {
  const { document, rubric, review } = open
  const columns = useColumns(document.doc, rubric, review)
  if (!isPublished(columns, rubric)) return <Waiting {...open} failed={null} />
  const column = columns.find(({ yours }) => yours)
  const mine = column && {
    column,
    place: { doc: document.doc, seat: column.seat },
    writable: review.room?.writable ?? false,
  }
  return children({ ...open, columns, mine: mine ?? null })
}

interface WaitingProps extends WhyShutProps {
  readonly view: View
}

function Waiting({ view, ...shut }: WaitingProps) {
  return (
    <ReviewFrame view={view} review={shut.review} document={shut.document}>
      <Columns layout="single">
        <Column kind="read" label="Panel room">
          <WhyShut {...shut} />
        </Column>
      </Columns>
    </ReviewFrame>
  )
}

interface WhyShutProps {
  readonly review: ReviewView
  readonly failed: { readonly sentence: string; readonly again: () => void } | null
  readonly document: OpenDocument | null
}

function WhyShut({ review, failed, document }: WhyShutProps) {
  if (!review.room) {
    return (
      <Empty
        title="The scores are not revealed yet."
        sentence="The panel’s scores, comments and changes come here when the monitor reveals them."
      />
    )
  }
  if (failed) {
    return (
      <Empty title="The panel room cannot be shown." sentence={failed.sentence}>
        <Button onClick={failed.again}>Try again</Button>
      </Empty>
    )
  }
  if (document?.stopped) return <Empty title="The panel room is shut." sentence={document.stopped.sentence} />
  return (
    <Empty
      title="Opening the panel room."
      sentence="The panel’s scores come from the server. This page goes on by itself when they are here."
    />
  )
}
