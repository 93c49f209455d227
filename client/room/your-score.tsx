import type { Ref } from 'react'
import type { ReadingDocument } from '../../shared/application/reading.ts'
import type { Cited } from '../../shared/form/cited.ts'
import { AskStaff } from '../reviewer/ask-staff.tsx'
import { PagesCited } from '../reviewer/pages-cited.tsx'
import { Remarks } from '../reviewer/remarks.tsx'
import { RowEntry } from '../reviewer/row-entry.tsx'
import type { MyColumn, OpenRoom } from './open-room.tsx'
import { ReadOnlyColumn } from './read-only-column.tsx'
import { isChanged, type RowScores } from './row-scores.ts'
import { WhyChanged } from './why-changed.tsx'
import './your-score.css'

export interface YourScoreProps {
  readonly room: OpenRoom
  readonly mine: MyColumn
  readonly scores: RowScores
  /** Of the application; none until they are known. */
  readonly documents: readonly ReadingDocument[]
  readonly onOpenPage: (cited: Cited) => void
  readonly ref?: Ref<HTMLElement>
}

/** One's own column on a row: the score with the attested one struck, why it changed, and the criterion's comments with their pages. */
export function YourScore({ room, mine, scores, documents, onOpenPage, ref }: YourScoreProps) {
  const own = scores.scores.find(({ yours }) => yours)
  if (!own) return null
  return (
    <section className="your-score" ref={ref} aria-label="Your score">
      <header className="your-score-head">
        <h2 className="t-heading">Your score</h2>
        <p>attested before the reveal: {own.attested ?? '–'}</p>
      </header>
      {mine.writable ? (
        <>
          <RowEntry
            row={scores.row}
            record={mine.column.record}
            place={mine.place}
            was={own.attested}
            readOnly={false}
          />
          {isChanged(own) && <WhyChanged review={room.review} mine={mine} row={scores.row.id} />}
          <div className="your-score-comments">
            <h2 className="t-heading">Your comments</h2>
            <Remarks
              criterion={scores.criterion}
              record={mine.column.record}
              place={mine.place}
              copy={room.document.copy}
              readOnly={false}
            />
            <PagesCited
              key={scores.criterion.id}
              criterion={scores.criterion.id}
              record={mine.column.record}
              place={mine.place}
              readOnly={false}
              documents={documents}
              onOpen={onOpenPage}
            />
          </div>
        </>
      ) : (
        <ReadOnlyColumn room={room} mine={mine} own={own} />
      )}
      <AskStaff review={room.review} item={scores.row.id} />
    </section>
  )
}
