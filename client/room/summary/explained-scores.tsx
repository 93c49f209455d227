import { shownPoints } from '../../../shared/rubric/shown-points.ts'
import { ofReach, reachOfCriterion, shownOrNone } from '../../../shared/rubric/told-points.ts'
import { Flag } from '../../ui/flag.tsx'
import { Link } from '../../ui/link.tsx'
import { ReviewerMark } from '../../ui/reviewer-mark.tsx'
import { reviewPath } from '../../pages.ts'
import type { OpenRoom } from '../open-room.tsx'
import { columnName } from '../room-columns.ts'
import { rowScores } from '../row-scores.ts'
import type { Criterion } from '../../../shared/rubric/rubric.ts'
import { explainedColumns } from './summary-standing.ts'
import './explained-scores.css'

/** The scores that a summary explains, as they are now: the criterion's rows, each leading to its own page. */
export function ExplainedScores({ room, criterion }: { room: OpenRoom; criterion: Criterion }) {
  const { review, rubric } = room
  const columns = explainedColumns(room)
  const several = criterion.rows.length > 1
  return (
    <section className="explained" aria-labelledby="explained">
      <h2 className="t-subheading" id="explained">
        The scores it explains
      </h2>
      <table className="explained-table">
        <caption className="visually-hidden">Points on {criterion.id}, now, by row and reviewer</caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {columns.map((column) => (
              <th key={column.seat} scope="col">
                <ReviewerMark number={column.seat} yours={column.yours} label={columnName(column)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criterion.rows.map((row) => {
            const flag = rowScores(rubric, row, room.columns, room.view.competition.rules.flags).found?.flag
            return (
              <tr key={row.id}>
                <th scope="row">
                  <Link href={reviewPath(review.id, 'room', row.id)}>{row.id}</Link>
                  <span className="explained-of">{ofReach(rubric, row)}</span>
                  {flag && <Flag kind={flag} />}
                </th>
                {columns.map(({ seat, yours, record }) => (
                  <td key={seat} data-yours={yours || undefined}>
                    {shownOrNone(rubric, record.scores[row.id])}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
        {several && (
          <tfoot>
            <tr>
              <th scope="row">
                {criterion.id}
                <span className="explained-of">{ofReach(rubric, reachOfCriterion(criterion))}</span>
              </th>
              {columns.map(({ seat, yours, record }) => (
                <td key={seat} data-yours={yours || undefined}>
                  {shownPoints(
                    rubric,
                    criterion.rows.reduce((sum, { id }) => sum + (record.scores[id] ?? 0), 0),
                  )}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}
