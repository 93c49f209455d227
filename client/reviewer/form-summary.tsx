import type { FormRecord } from '../../shared/form/form-record.ts'
import { determinedPriorities, type Rubric } from '../../shared/rubric/rubric.ts'
import { moreIsBetter, shownPoints } from '../../shared/rubric/shown-points.ts'
import {
  bestInWords,
  missesInWords,
  reachHead,
  reachOfCriterion,
  reachOfTotal,
  shownReach,
} from '../../shared/rubric/told-points.ts'
import { criteriaTogether } from '../../shared/rubric/total-words.ts'
import { reviewPath } from '../pages.ts'
import { Link } from '../ui/link.tsx'
import { RowDisc } from '../ui/row-disc.tsx'
import {
  criterionPoints,
  criterionStatus,
  isTotalWhole,
  priorityStatus,
  totalGiven,
  type Comments,
} from './form-items.ts'
import { CriterionNote, PointsNote } from './criterion-note.tsx'
import { priorityAnswer, priorityName } from './priority-words.ts'
import './form-summary.css'

interface FormSummaryProps {
  readonly review: string
  readonly record: FormRecord
  readonly rubric: Rubric
  readonly comments: Comments
}

/** A form at a glance: each criterion's points, and the sum. */
export function FormSummary({ review, record, rubric, comments }: FormSummaryProps) {
  const total = totalGiven(rubric, record)
  const best = bestInWords(rubric, reachOfTotal(rubric))
  const shown = (points: number | null): string => (points === null ? '–' : shownPoints(rubric, points))
  return (
    <table className="form-summary">
      <caption className="t-heading">
        Your form
        <PointsNote>{best}</PointsNote>
      </caption>
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col" className="num">
            Points
          </th>
          <th scope="col" className="num">
            {moreIsBetter(rubric) ? 'Of' : reachHead(rubric)}
          </th>
        </tr>
      </thead>
      <tbody>
        {rubric.criteria.map((criterion) => (
          <tr key={criterion.id}>
            <th scope="row">
              <span className="form-summary-name">
                <RowDisc status={criterionStatus(record, criterion, comments)} />
                <Link look="quiet" href={reviewPath(review, 'score', criterion.rows[0]?.id ?? criterion.id)}>
                  {criterion.id} {criterion.title}
                </Link>
                <CriterionNote rubric={rubric} criterion={criterion} record={record} />
              </span>
            </th>
            <td className="num strong">{shown(criterionPoints(record, criterion))}</td>
            <td className="num third">{shownReach(rubric, reachOfCriterion(criterion))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {criteriaTogether(rubric)}
            <PointsNote>
              {isTotalWhole(rubric, record) && missesInWords(rubric, total ?? 0, rubric.threshold)}
            </PointsNote>
          </th>
          <td className="num strong">{shown(total)}</td>
          <td className="num third">{shownReach(rubric, reachOfTotal(rubric))}</td>
        </tr>
        {determinedPriorities(rubric).map((priority) => (
          <tr key={priority.id}>
            <th scope="row">
              <span className="form-summary-name">
                <RowDisc status={priorityStatus(record, priority)} />
                <Link look="quiet" href={reviewPath(review, 'score', priority.id)}>
                  {priorityName(rubric, priority)}
                </Link>
              </span>
            </th>
            <td className="num strong" colSpan={2}>
              {priorityAnswer(record, priority)}
            </td>
          </tr>
        ))}
      </tfoot>
    </table>
  )
}
