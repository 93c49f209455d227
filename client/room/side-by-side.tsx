import type { ReactNode } from 'react'
import { ReviewerMark } from '../ui/reviewer-mark.tsx'
import { columnName, type RoomColumn } from './room-columns.ts'
import './side-by-side.css'

export interface SideBySideProps {
  /** "What each wrote on (A)(1)" */
  readonly label: string
  readonly columns: readonly RoomColumn[]
  /** The level of the names under what they stand under. */
  readonly names: 'h2' | 'h3' | 'h4'
  /** At a column's head, beside the name: the score, the answer. */
  readonly head?: (column: RoomColumn) => ReactNode
  readonly children: (column: RoomColumn) => ReactNode
}

/** What each seat says on one thing, a column each where there is room, in the order of the seats. */
export function SideBySide({ label, columns, names: Name, head, children }: SideBySideProps) {
  return (
    <section className="side-by-side" aria-label={label}>
      {/* Where not all fit, three beside each other; pairs where that would leave one alone. */}
      <div className="side-by-side-columns" data-pairs={columns.length % 3 === 1 || undefined}>
        {columns.map((column) => (
          <article
            key={column.seat}
            className="side-by-side-column"
            data-yours={column.yours || undefined}
            aria-label={columnName(column)}
          >
            <header className="side-by-side-head">
              <ReviewerMark number={column.seat} yours={column.yours} />
              <Name className="side-by-side-name">{columnName(column)}</Name>
              {head?.(column)}
            </header>
            {children(column)}
          </article>
        ))}
      </div>
    </section>
  )
}

/** What somebody wrote, whole; or the sentence that says that there is nothing. */
export function Words({ text, nothing }: { text: string; nothing: string }) {
  if (text.trim() === '') return <p className="side-by-side-note">{nothing}</p>
  return <p className="side-by-side-words">{text}</p>
}
