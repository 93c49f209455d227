import { memo } from 'react'
import { reachHead, shownOrNone, shownReach, type Scaled } from '../../shared/rubric/told-points.ts'
import type { RowStakes } from '../../shared/statistics/row-stakes.ts'
import { reviewPath } from '../pages.ts'
import { lossText, percent, signedPoints } from '../staff/effects/effect-words.ts'
import { Flag } from '../ui/flag.tsx'
import { ReviewerMark } from '../ui/reviewer-mark.tsx'
import type { RoomColumn } from './room-columns.ts'
import { middleText } from './score-words.ts'
import type { ScoresRowProps } from './scores-row.tsx'
import './rows-twin.css'

interface TwinProps {
  readonly columns: readonly RoomColumn[]
  /** Whether it also says what each row means for the line. */
  readonly stakes: boolean
}

/** How many columns the table has. */
export function twinWidth(seats: number, stakes: boolean): number {
  return seats + (stakes ? 13 : 10)
}

export function TwinCols({ seats, stakes }: { seats: number; stakes: boolean }) {
  return (
    <colgroup>
      <col className="rows-col-id" />
      <col />
      <col className="twin-col-number" span={seats + 1} />
      <col className="twin-col-word" span={stakes ? 8 : 5} />
      <col className="rows-col-flag" />
      <col className="twin-col-note" />
    </colgroup>
  )
}

/** The numbers of the picture in plain columns: each reviewer's points, the middle score, from where to where, how far apart now and before. */
export function TwinHead({
  rubric,
  columns,
  stakes,
  nameOf,
}: TwinProps & { rubric: Scaled; nameOf: (column: RoomColumn) => string }) {
  return (
    <thead className="twin-head">
      <tr>
        <th scope="col" className="rows-id">
          Row
        </th>
        <th scope="col">Title</th>
        <th scope="col">{reachHead(rubric)}</th>
        {columns.map((column) => (
          <th key={column.seat} scope="col">
            <ReviewerMark number={column.seat} yours={column.yours} label={nameOf(column)} />
          </th>
        ))}
        <th scope="col">Middle</th>
        <th scope="col">Lowest</th>
        <th scope="col">Highest</th>
        <th scope="col">Apart</th>
        <th scope="col">Before</th>
        {stakes && (
          <>
            <th scope="col">Settled, moves the mean</th>
            <th scope="col">Could flip it</th>
            <th scope="col">Worth, in points</th>
          </>
        )}
        <th scope="col" className="twin-words">
          Flag
        </th>
        <th scope="col" className="twin-words rows-twin-note">
          Notes
        </th>
      </tr>
    </thead>
  )
}

export interface TwinRowProps extends ScoresRowProps {
  readonly stakes: RowStakes | null
}

/** One row of it. */
export const TwinRow = memo(function TwinRow({
  review,
  scores: all,
  note,
  Mark,
  isNow,
  isLast,
  stakes,
}: TwinRowProps) {
  const { rubric, row, scores, found, before, middle } = all
  const shown = (points: number | null | undefined) => shownOrNone(rubric, points)
  return (
    <tr
      className="rows-row twin-row"
      data-flag={found?.flag ?? undefined}
      data-now={isNow || undefined}
      data-last={isLast || undefined}
    >
      <td className="rows-id">
        {Mark && <Mark row={row.id} />}
        {row.id}
      </td>
      <th scope="row" className="twin-title">
        <a className="rows-link" href={reviewPath(review, 'room', row.id)} data-row={row.id}>
          {row.title}
        </a>
      </th>
      <td>{shownReach(rubric, row)}</td>
      {scores.map(({ seat, points, excused }) => (
        <td key={seat} data-excused={excused || undefined}>
          {shown(points)}
        </td>
      ))}
      <td>{middle ? middleText(rubric, middle) : '–'}</td>
      <td>{shown(found?.lowest)}</td>
      <td>{shown(found?.highest)}</td>
      <td>{shown(found?.range)}</td>
      <td>{shown(before?.range)}</td>
      {stakes && (
        <>
          <td>{signedPoints(rubric, stakes.swing)}</td>
          <td>{percent(stakes.flipChance)}</td>
          <td>{lossText(rubric, stakes.expectedLoss)}</td>
        </>
      )}
      <td className="twin-words">{found?.flag && <Flag kind={found.flag} />}</td>
      <td className="twin-words rows-twin-note">{note}</td>
    </tr>
  )
})
