import type { Ref } from 'react'
import { shownOrNone } from '../../shared/rubric/told-points.ts'
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
  readonly ref?: Ref<HTMLElement>
}

/** One's own score on a row: with the attested one struck, and why it changed. */
export function YourScore({ room, mine, scores, ref }: YourScoreProps) {
  const own = scores.scores.find(({ yours }) => yours)
  if (!own) return null
  return (
    <section className="your-score" ref={ref} aria-label="Your score">
      <header className="your-score-head">
        <h2 className="t-heading">Your score</h2>
        <p>attested before the reveal: {shownOrNone(room.rubric, own.attested)}</p>
      </header>
      {mine.writable ? (
        <>
          <RowEntry
            rubric={room.rubric}
            row={scores.row}
            record={mine.column.record}
            place={mine.place}
            was={own.attested}
            readOnly={false}
          />
          {isChanged(own) && <WhyChanged review={room.review} mine={mine} row={scores.row.id} />}
        </>
      ) : (
        <ReadOnlyColumn room={room} mine={mine} own={own} />
      )}
    </section>
  )
}
