import type { ReadingDocument } from '../../shared/application/reading.ts'
import type { Cited } from '../../shared/form/cited.ts'
import { AskStaff } from '../reviewer/ask-staff.tsx'
import { PagesCited } from '../reviewer/pages-cited.tsx'
import { Remarks } from '../reviewer/remarks.tsx'
import type { MyColumn, OpenRoom } from './open-room.tsx'
import type { RowScores } from './row-scores.ts'

export interface YourCommentsProps {
  readonly room: OpenRoom
  readonly mine: MyColumn
  readonly scores: RowScores
  /** Of the application; none until they are known. */
  readonly documents: readonly ReadingDocument[]
  readonly onOpenPage: (cited: Cited) => void
}

/** One's own comments on a row's criterion with the pages that they rest on, and one's questions to staff about the row. */
export function YourComments({ room, mine, scores, documents, onOpenPage }: YourCommentsProps) {
  const { criterion, row } = scores
  return (
    <section className="your-comments" aria-label="Your comments">
      {mine.writable && (
        <div className="your-comments-own">
          <h2 className="t-heading">Your comments</h2>
          <Remarks
            criterion={criterion}
            record={mine.column.record}
            place={mine.place}
            copy={room.document.copy}
            readOnly={false}
          />
          <PagesCited
            key={criterion.id}
            criterion={criterion.id}
            record={mine.column.record}
            place={mine.place}
            readOnly={false}
            documents={documents}
            onOpen={onOpenPage}
          />
        </div>
      )}
      <AskStaff review={room.review} item={row.id} kind="row" />
    </section>
  )
}
