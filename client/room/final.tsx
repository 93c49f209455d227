import { useState } from 'react'
import { changeReasons } from '../../shared/form/change-reasons.ts'
import { formTotal } from '../../shared/form/form-record.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import {
  bestInWords,
  missesInWords,
  ofReach,
  pointsInWords,
  reachOfTotal,
  shownOrNone,
  shownReach,
  type Scaled,
} from '../../shared/rubric/told-points.ts'
import { rowsTogether } from '../../shared/rubric/total-words.ts'
import { reviewPath } from '../pages.ts'
import { NotCounted } from '../reviewer/not-counted.tsx'
import { ChangeReason } from '../ui/changed-value.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Link } from '../ui/link.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { BackToRows } from './back-to-rows.tsx'
import { attestedTotal, finalRows, type FinalRow } from './final-rows.ts'
import { counted } from './number-words.ts'
import type { MyColumn, OpenRoom } from './open-room.tsx'
import { Priorities } from './priorities.tsx'
import { rememberListed } from './row-order.ts'
import { SignColumn } from './sign-column.tsx'
import { voteTopic } from './vote-words.ts'
import './final.css'

/**
 * One's final form: what changed since the reveal and why, the total before and after, the priorities, and the signature. Who
 * has no seat reads the priorities alone.
 */
export function FinalPage({ room }: { room: OpenRoom }) {
  const { mine } = room
  if (!mine) {
    return (
      <Columns layout="single">
        <Column kind="read" label="Priorities" head={<BackToRows room={room} />}>
          <div className="final">
            <header className="final-title">
              <h1 className="t-title">Priorities</h1>
              <p className="second">As each form has them. Each reviewer signs their own.</p>
            </header>
            <Priorities room={room} />
          </div>
        </Column>
      </Columns>
    )
  }
  return (
    <Columns layout="room">
      <FinalForm room={room} mine={mine} />
      <SignColumn room={room} mine={mine} />
    </Columns>
  )
}

type Shown = 'changes' | 'all'

function FinalForm({ room, mine }: { room: OpenRoom; mine: MyColumn }) {
  const { review, rubric } = room
  const [shown, setShown] = useState<Shown>('changes')
  const rows = finalRows(mine.column, rubric)
  const changed = rows.filter((row) => row.changed)
  const before = attestedTotal(rubric, mine.column)
  const now = formTotal(rubric, mine.column.record)
  const reach = reachOfTotal(rubric)
  const best = bestInWords(rubric, reach)
  const missed = missesInWords(rubric, now, rubric.threshold)
  const topic = voteTopic(rubric)
  return (
    <Column
      kind="do"
      label="Final form"
      head={
        <>
          <BackToRows room={room} />
          <span className="final-head-space" />
          <Segmented
            label="Which rows"
            value={shown}
            options={[
              { value: 'changes', label: 'Changes' },
              { value: 'all', label: `All ${rubric.totals.rows} rows` },
            ]}
            onChange={setShown}
          />
        </>
      }
    >
      <div className="final">
        <header className="final-title">
          <h1 className="t-title">Your final form</h1>
          <p className="second">
            {changed.length === 0
              ? 'Nothing has changed since the reveal.'
              : `${counted(changed.length, 'row')} changed since the reveal.`}
          </p>
        </header>
        <p className="final-total">
          <span className="t-figure">{shownPoints(rubric, now)}</span>{' '}
          <span className="second">
            {ofReach(rubric, reach)}
            {best !== null && `, ${best}`}
            {before !== now && (
              <>
                , before the reveal <del>{shownPoints(rubric, before)}</del>
              </>
            )}
            {missed !== null && `, ${missed}`}
          </span>
        </p>
        <Rows room={room} mine={mine} rows={shown === 'changes' ? changed : rows} before={before} now={now} />
        {topic && (
          <p className="final-note">
            The panel’s {topic.short || 'priority'} points are added once to the application, not to each
            form.
          </p>
        )}
        {review.mine && <NotCounted mine={review.mine} open={room.document} />}
        <Priorities room={room} />
      </div>
    </Column>
  )
}

interface RowsProps {
  readonly room: OpenRoom
  readonly mine: MyColumn
  readonly rows: readonly FinalRow[]
  readonly before: number
  readonly now: number
}

function Rows({ room, mine, rows, before, now }: RowsProps) {
  const { review, rubric } = room
  return (
    <table className="final-rows">
      <caption className="visually-hidden">What you attested before the reveal, and what stands now</caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col" className="num">
            Available
          </th>
          <th scope="col" className="num">
            Attested
          </th>
          <th scope="col" className="num">
            Final
          </th>
          <th scope="col">Why it changed</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, attested, now: points, changed }) => (
          <tr key={row.id} data-changed={changed || undefined}>
            <th scope="row">
              <Link
                look="quiet"
                href={reviewPath(review.id, 'room', row.id)}
                onClick={() => rememberListed(review.id, { rows: rows.map((each) => each.row.id) })}
              >
                <span className="final-row-id">{row.id}</span> {row.title}
              </Link>
            </th>
            <td className="num third" data-label="Available">
              {shownReach(rubric, row)}
            </td>
            <td className="num third" data-label="Attested">
              {changed ? <del>{shownOrNone(rubric, attested)}</del> : shownOrNone(rubric, attested)}
            </td>
            <td className="num final-row-now" data-label="Final">
              {shownOrNone(rubric, points)}
            </td>
            <td className="final-row-why">
              {changed && <Why review={review.id} mine={mine} row={row.id} />}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{rowsTogether(rubric)}</th>
          <td className="num" data-label="Available">
            {shownReach(rubric, reachOfTotal(rubric))}
          </td>
          <td className="num" data-label="Attested">
            {before === now ? shownPoints(rubric, before) : <del>{shownPoints(rubric, before)}</del>}
          </td>
          <td className="num final-row-now" data-label="Final">
            {shownPoints(rubric, now)}
          </td>
          <td className="final-row-why second">{difference(rubric, now - before)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function Why({ review, mine, row }: { review: string; mine: MyColumn; row: string }) {
  const change = mine.column.record.changes[row]
  const line = change?.line.trim() ?? ''
  if (change?.reason && line !== '') return <ChangeReason reason={changeReasons[change.reason]} line={line} />
  return (
    <Link href={reviewPath(review, 'room', row)}>
      {change?.reason ? 'A line of text is needed before you sign' : 'Reason needed before you sign'}
    </Link>
  )
}

function difference(rubric: Scaled, by: number): string {
  if (by === 0) return 'As before'
  const points = pointsInWords(rubric, Math.abs(by))
  return by > 0 ? `${points} more` : `${points} fewer`
}
