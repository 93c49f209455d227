import { memo, type ComponentType } from 'react'
import type { DiscussionView } from '../../shared/competition/discussion-view.ts'
import type { Row } from '../../shared/rubric/rubric.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { ofRange, ofReach, shownReach, type Scaled } from '../../shared/rubric/told-points.ts'
import { HeatCell } from '../charts/heat-cell.tsx'
import { TableStrip } from '../charts/table-strip.tsx'
import { reviewPath } from '../pages.ts'
import { Flag } from '../ui/flag.tsx'
import { compareBoxes } from './boxes.ts'
import { countCited } from './evidence/cited-by.ts'
import { capitalized, counted } from './number-words.ts'
import type { RoomColumn } from './room-columns.ts'
import { isChanged, type RowScores } from './row-scores.ts'
import './rows-table.css'
import './rows-table-narrow.css'

export interface ScoresRowProps {
  readonly review: string
  readonly scores: RowScores
  /** What the last column says of it. */
  readonly note: string
  /** Stands before its name: what has become of the row, and what can be done with it. */
  readonly Mark?: ComponentType<{ readonly row: string }> | undefined
  /** In focus, where rows have marks. */
  readonly isNow: boolean
  /** One came from it. */
  readonly isLast: boolean
}

/** One row of the table; all of it leads to the row's own page. Drawn anew when something in it has changed, not when another has. */
export const ScoresRow = memo(function ScoresRow({
  review,
  scores: all,
  note,
  Mark,
  isNow,
  isLast,
}: ScoresRowProps) {
  const { rubric, row, scores, counted: points, found, before, middle } = all
  const flag = found?.flag ?? null
  return (
    <tr
      className="rows-row"
      data-flag={flag ?? undefined}
      data-now={isNow || undefined}
      data-last={isLast || undefined}
    >
      <td className="rows-id">
        {Mark && <Mark row={row.id} />}
        {row.id}
      </td>
      <th scope="row" className="rows-title">
        <a
          className="rows-link"
          href={reviewPath(review, 'room', row.id)}
          data-row={row.id}
          title={row.title}
        >
          <span className="visually-hidden">{row.id} </span>
          {row.title}
        </a>
      </th>
      <td className="rows-max">
        <span className="rows-of">{ofReach(rubric, row).split(' ')[0]} </span>
        {shownReach(rubric, row)}
      </td>
      {scores.map((score) =>
        middle && !score.excused ? (
          <HeatCell
            key={score.seat}
            rubric={rubric}
            row={row}
            points={score.points}
            middle={middle.sum / middle.count}
          />
        ) : (
          <td key={score.seat} className="rows-uncounted">
            {score.points === null ? '–' : shownPoints(rubric, score.points)}
          </td>
        ),
      )}
      <td className="rows-strip">
        <TableStrip rubric={rubric} row={row} points={points} />
      </td>
      <td className="rows-apart">
        {found ? <Apart rubric={rubric} row={row} range={found.range} was={before?.range} /> : '–'}
      </td>
      <td className="rows-flag">{flag && <Flag kind={flag} />}</td>
      <td className="rows-note">{note}</td>
    </tr>
  )
})

interface ApartProps {
  readonly rubric: Scaled
  readonly row: Row
  readonly range: number
  readonly was: number | undefined
}

function Apart({ rubric, row, range, was }: ApartProps) {
  return (
    <span className="rows-apart-line">
      {was !== undefined && was !== range && (
        <del>
          <span className="visually-hidden">before the discussion </span>
          {shownPoints(rubric, was)}
        </del>
      )}
      <span className="rows-apart-now">{shownPoints(rubric, range)}</span>
      <span className="rows-apart-of">{ofRange(rubric, row)}</span>
    </span>
  )
}

/** As much as stands on one line beside a row: with more, rows would move under a cursor. */
const mostNotes = 2

/**
 * What is most worth knowing of a row beside its scores: whether the panel is on it or has been, how many boxes differ, what moved
 * since the reveal, whether on a flagged row one alone differs, how many pages are cited for it, how many messages there are.
 */
export function noteOf(
  { row, criterion, scores, found, label }: RowScores,
  columns: readonly RoomColumn[],
  talk: DiscussionView | null,
): string {
  const changed = scores.filter(isChanged).length
  const boxes = compareBoxes(row, columns).filter(({ differs }) => differs).length
  const pages = found?.flag ? countCited(criterion.id, columns) : 0
  const messages = talk?.threads[row.id]?.messages ?? 0
  const notes = [
    talk?.focus?.row === row.id ? 'In focus' : talk?.marks[row.id]?.as,
    boxes > 0 && counted(boxes, 'box differs', 'boxes differ'),
    changed > 0 && `${changed} changed`,
    found?.flag && label === 'one differs' && label,
    pages > 0 && `${counted(pages, 'page')} cited`,
    messages > 0 && counted(messages, 'message'),
  ]
  return capitalized(notes.filter(Boolean).slice(0, mostNotes).join(', '))
}
